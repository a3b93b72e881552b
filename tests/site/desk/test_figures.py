"""
The page of figures: plots, their numbers, and what they cost.
"""

from datetime import timedelta
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from selaras_site.accounts.roles import OPERATOR, REPORTER
from selaras_site.desk import plotting
from selaras_site.desk.plotting import Column
from selaras_site.translations.figures import FIGURES
from selaras_site.translations.figures_prices import prices_in
from selaras_site.translations.figures_tables import Span
from selaras_site.translations.models import (
    Decision,
    QueueEntry,
    Readership,
    State,
)
from selaras_site.translations.sampling import Halt

from .factories import (
    make_article,
    make_decision,
    make_finding,
    make_segment,
    make_user,
    make_version,
    published_ago,
)

ALL = Span(language=None, days=7)


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def page(reviewer):
    def opened(**asked):
        return reviewer.get(reverse("desk:figures"), asked)

    return opened


def table_of(name, span):
    return FIGURES[name](span)[name]


def numbers(table, name):
    return list(table.series[name])


class TestTables:
    def test_delays_by_day(self, newsroom):
        for number, seconds in enumerate((1, 2, 3, 40)):
            published_ago(make_version(make_article(f"A {number}")), seconds)
        published_ago(make_version(make_article("B"), afresh=True), 9999)

        table = table_of("delays", ALL)

        assert numbers(table, "p50")[-1] == 2
        assert numbers(table, "p95")[-1] == 40
        assert numbers(table, "p95")[0] is None
        assert len(table.labels) == 7
        assert table_of("delays", Span(language="ja", days=7)).is_empty

    def test_the_queue_by_age(self, newsroom):
        version = make_version(make_article(), "ja")
        for n, hours in enumerate((0, 0, 5, 30, 100, 500)):
            QueueEntry.objects.create(
                segment=make_segment(version, n),
                version=version,
                language="ja",
                section=newsroom,
                cause="risky",
                since=timezone.now() - timedelta(hours=hours),
            )

        table = table_of("queue", ALL)

        assert table.labels == ("ja",)
        assert [column for (column,) in table.series.values()] == [2, 1, 1, 1, 1]

    def test_findings_by_check(self, newsroom):
        segment = make_segment(make_version(make_article()))
        for severity in ("blocking", "review", "review"):
            make_finding(segment, severity=severity)
        for n in range(12):
            make_finding(segment, check_name=f"check-{n:02}", severity="mended")

        table = table_of("findings", ALL)

        assert len(table.labels) == 10
        assert table.labels[0] == "same-numbers"
        assert (numbers(table, "blocking")[0], numbers(table, "review")[0]) == (1, 2)

    def test_sentences_left_in_indonesian(self, newsroom):
        make_version(make_article(), "en", sentences=40, failed_closed=4)
        make_version(make_article(), "en", sentences=10, failed_closed=1)

        table = table_of("failed-closed", ALL)

        assert numbers(table, "en")[-1] == 10.0
        assert numbers(table, "en")[0] is None
        assert numbers(table, "fr")[-1] is None

    def test_decisions_by_kind(self, newsroom):
        segment = make_segment(make_version(make_article()))
        for kind in ("accepted", "edited", "edited"):
            make_decision(segment, make_user(), kind=kind)

        table = table_of("decisions", ALL)

        assert numbers(table, "edited")[-1] == 2
        assert numbers(table, "accepted")[-1] == 1
        assert numbers(table, "rejected") == [0] * 7

    def test_whose_words_readers_see(self, newsroom):
        version = make_version(make_article())
        make_segment(version, 0)
        make_segment(version, 1)
        make_segment(version, 2, provenance={"engine": "person"})
        make_segment(version, 3, shown="original")
        make_segment(make_version(make_article(), state=State.HELD))

        table = table_of("live-text", ALL)

        assert table.labels == ("en",)
        shares = {name: column for name, (column,) in table.series.items()}
        assert shares == {"machine": 50.0, "person": 25.0, "original": 25.0}

    def test_engines_and_what_they_were_given(self, newsroom):
        version = make_version(make_article())
        make_segment(version, 0, source="abcd")
        make_segment(version, 1, source="12", provenance={"engine": "selaras"})
        make_segment(version, 3, provenance={"engine": "person"})
        other = make_version(make_article(), "ja")
        made_by = {"engine": "openai", "model": "m", "steps": ["fallback:deepl"]}
        make_segment(other, 1, source="abcdef", provenance=made_by)
        make_segment(other, 2, source="abcdef", provenance=made_by, shown="original")

        table = table_of("engines", ALL)

        assert table.labels == ("openai m", "selaras 1")
        assert numbers(table, "sentences") == [2, 1]
        assert numbers(table, "asked") == [2, 1]
        assert numbers(table, "characters") == [12, 4]
        assert numbers(table, "cost") == [None, None]

    @pytest.mark.parametrize(
        ("step", "sentences"),
        [("kept", 2), ("memory:exact", 2), ("memory:exact:human", 1)],
    )
    def test_nobody_was_asked_for_what_was_there(self, newsroom, step, sentences):
        """
        What a person had put into the memory is not even the engine's.
        """
        version = make_version(make_article())
        make_segment(version, 0, source="abcd", provenance={"engine": "deepl"})
        steps = ["split:2", step]
        there = {"engine": "deepl", "steps": steps, "risk": 0.1}
        make_segment(version, 1, source="abcdef", provenance=there)

        table = table_of("engines", ALL)

        assert table.labels == ("deepl",)
        assert numbers(table, "sentences") == [sentences]
        assert numbers(table, "asked") == [1]
        assert numbers(table, "characters") == [4]

    def test_an_engine_was_asked_although_a_person_has_decided_since(self, newsroom):
        deepl, person = {"engine": "deepl"}, {"engine": "person"}
        article, by = make_article(), make_user()
        first = make_version(article, state=State.REPLACED)
        asked = make_segment(first, 0, source="abcd", provenance=person)
        make_decision(asked, by, was={"provenance": deepl})
        make_decision(asked, by, was={"provenance": person})
        renewed = make_version(article)
        make_segment(renewed, 0, source="abcd", provenance=person)
        kept = make_segment(renewed, 1, source="abcdef", provenance=person)
        make_decision(kept, by, was={"provenance": {**deepl, "steps": ["kept"]}})
        old = make_segment(renewed, 2, source="abcdefgh", provenance=person)
        make_decision(old, by, was={})

        table = table_of("engines", ALL)

        assert table.labels == ("deepl",)
        assert numbers(table, "sentences") == [2]
        assert numbers(table, "characters") == [4]

    def test_what_it_costs(self, newsroom, settings):
        settings.SELARAS_PRICES = prices_in(
            """{
                "deepl": {"per_million_characters": "20.00", "currency": "EUR"},
                "openai": {"per_million_characters": 3, "currency": "USD"},
                "openai:big": {"per_million_characters": 30.5, "currency": "USD"}
            }"""
        )
        version = make_version(make_article())
        workers = [("deepl", ""), ("openai", "big"), ("openai", "m"), ("local", "x")]
        for position, (engine, model) in enumerate(workers):
            made_by = {"engine": engine, "model": model}
            source = "a" * 1000 * (position + 1)
            make_segment(version, position, source=source, provenance=made_by)

        table = table_of("engines", ALL)

        assert table.labels == ("deepl", "x", "openai big", "openai m")
        assert numbers(table, "cost:EUR") == [Decimal("0.02"), None, None, None]
        dollars = [None, None, Decimal("0.061"), Decimal("0.009")]
        assert numbers(table, "cost:USD") == dollars
        assert "cost" not in table.series

    def test_readers_by_language(self, newsroom):
        article = make_article()
        today = timezone.localdate()
        for language, day, views in (("en", today, 3), ("ja", today, 4)):
            Readership.objects.create(
                article=article, language=language, day=day, views=views
            )

        table = table_of("readers", ALL)

        assert (numbers(table, "en")[-1], numbers(table, "ja")[-1]) == (3, 4)

    def test_how_much_people_change(self, newsroom):
        segment = make_segment(make_version(make_article()))
        make_decision(segment, make_user(), before="abcdefghij", text="abcdefghiX")

        table = table_of("edit-distance", ALL)

        assert numbers(table, "en")[-1] == 10.0
        assert numbers(table, "ja")[-1] is None

    def test_it_is_a_fixed_number_of_queries(self, newsroom, django_assert_num_queries):
        """
        One for each table, or fewer.
        """
        for _ in range(3):
            make_segment(make_version(make_article()))

        with django_assert_num_queries(8):  # one looks at decisions, besides
            for source in dict.fromkeys(FIGURES.values()):
                source(ALL)


class TestPage:
    def test_an_empty_newsroom_has_an_empty_page(self, page):
        answer = page()

        assert answer.status_code == 200
        text = answer.content.decode()
        assert text.count("Nothing to show for these days yet.") == len(FIGURES)
        assert svgs(text) == []

    def test_each_plot_is_said_and_has_its_numbers(self, page, newsroom):
        fill()

        text = page().content.decode()

        plots = svgs(text)
        assert len(plots) == len(FIGURES)
        for plot in plots:
            names = plot.attrib["aria-labelledby"].split()
            title, desc = plot[0], plot[1]
            assert [title.attrib["id"], desc.attrib["id"]] == names
            assert title.text
            assert desc.text
        assert text.count("<details>") == len(FIGURES)
        assert "A number, date or sum is not the same" in text

    def test_costs_are_told_to_the_cent(self, page, newsroom, settings):
        settings.SELARAS_PRICES = prices_in(
            '{"deepl": {"per_million_characters": 1234567.5, "currency": "EUR"}}'
        )
        version = make_version(make_article())
        for position, engine in enumerate(("deepl", "local")):
            provenance = {"engine": engine}
            make_segment(version, position, source="abcd", provenance=provenance)

        text = page().content.decode()

        assert "cost in EUR" in text
        assert "<td>4.94</td>" in text
        assert text.count("<td>no price set</td>") == 1

    @pytest.mark.parametrize("language", ["id", "en"])
    def test_numbers_in_plots_are_numbers_in_every_language(
        self, page, newsroom, settings, language
    ):
        """
        1,5 is no coordinate.
        """
        settings.LANGUAGE_CODE = language
        fill()

        for plot in svgs(page().content.decode()):
            for shape in plot.iter():
                for name in ("x", "y", "width", "height", "cx", "cy", "x1", "y2"):
                    float(shape.attrib.get(name, "0"))
                for point in shape.attrib.get("points", "").split():
                    assert len(point.split(",")) == 2

    @pytest.mark.parametrize(
        "asked",
        [
            {"days": "99999999999999999999"},
            {"days": "-1"},
            {"days": "٧"},
            {"language": "xx"},
            {"language": "id"},
            {"language": "en' OR 1"},
            {"days": "", "language": ""},
        ],
    )
    def test_what_makes_no_sense_is_as_nothing(self, page, asked):
        answer = page(**asked)

        assert answer.status_code == 200
        assert answer.context["span"] == Span(language=None, days=30)

    def test_one_language_and_other_days(self, page):
        answer = page(language="ja", days="90")

        assert answer.context["span"] == Span(language="ja", days=90)
        assert 'aria-current="page"><bdi lang="ja">' in answer.content.decode()

    def test_it_is_kept_for_a_minute(
        self, page, newsroom, django_assert_max_num_queries
    ):
        page()
        make_decision(make_segment(make_version(make_article())), make_user())

        with django_assert_max_num_queries(12):
            text = page().content.decode()

        assert text.count("Nothing to show for these days yet.") == len(FIGURES)

    def test_names_from_outside_are_text(self, page, newsroom):
        made_by = {"engine": "<script>alert(1)</script>"}
        make_segment(make_version(make_article()), provenance=made_by)

        text = page().content.decode()

        assert "<script>alert" not in text
        assert "&lt;script&gt;alert" in text

    def test_a_halt_is_told(self, page, newsroom):
        Halt.objects.create(
            language="ja", reason="Halted <b>.", quality=0.1, floor=0.3, sampled=30
        )

        text = page().content.decode()

        assert "Halted &lt;b&gt;." in text
        assert "Lift the halt" not in text

    def test_everybody_at_the_desk_may_see_it(self, client_of):
        for role in (REPORTER, OPERATOR):
            assert client_of(role).get(reverse("desk:figures")).status_code == 200

    def test_nobody_else(self, client, newsroom):
        for name, args in (("figures", []), ("figure_csv", ["queue"])):
            answer = client.get(reverse(f"desk:{name}", args=args))
            assert answer.status_code == 302


class TestCsv:
    @pytest.mark.parametrize("name", FIGURES)
    def test_each_figure_has_one(self, reviewer, newsroom, name):
        fill()

        answer = reviewer.get(reverse("desk:figure_csv", args=[name]), {"days": "7"})

        head, *rows = answer.content.decode().splitlines()
        assert head.startswith(",")
        assert rows
        assert answer["Content-Type"].startswith("text/csv")
        assert name in answer["Content-Disposition"]

    def test_nothing_in_it_is_a_formula(self, reviewer, newsroom):
        made_by = {"engine": "=cmd|' /C calc'!A0"}
        make_segment(make_version(make_article()), provenance=made_by)

        answer = reviewer.get(reverse("desk:figure_csv", args=["engines"]))

        assert answer.content.decode().splitlines()[1].startswith("'=cmd")

    def test_costs_are_exact(self, reviewer, newsroom, settings):
        settings.SELARAS_PRICES = prices_in(
            '{"deepl": {"per_million_characters": "0.2", "currency": "EUR"}}'
        )
        version = make_version(make_article())
        make_segment(version, source="abcd", provenance={"engine": "deepl"})

        answer = reviewer.get(reverse("desk:figure_csv", args=["engines"]))

        head, row = answer.content.decode().splitlines()
        assert head == ",sentences,asked,characters,cost:EUR"
        assert row == "deepl,1,1,4,0.0000008"

    def test_there_is_no_other(self, reviewer, newsroom):
        address = reverse("desk:figure_csv", args=["secrets"])

        assert reviewer.get(address).status_code == 404


class TestPlotting:
    def test_a_gap_ends_a_line(self):
        plot = plotting.lines(
            ["a", "b", "c", "d", "e"],
            [Column(name="x", numbers=[1, 2, None, 3, 4])],
            x_axis="x",
            y_axis="y",
        )

        assert len(plot.lines) == 2
        assert len(plot.dots) == 4

    def test_bars_stand_on_each_other(self):
        plot = plotting.bars(
            ["a"],
            [Column(name="x", numbers=[1]), Column(name="y", numbers=[3])],
            x_axis="x",
            y_axis="y",
        )

        below, above = plot.boxes
        assert float(above.y) + float(above.height) == pytest.approx(
            float(below.y), 0.1
        )
        assert float(above.height) == pytest.approx(3 * float(below.height), 0.01)

    def test_an_interval_lies_about_its_value(self):
        plot = plotting.intervals(["a"], [(1.0, -1.0, 3.0)], x_axis="x", y_axis="y")

        [box], [dot] = plot.boxes, plot.dots
        assert float(box.x) < float(plot.zero) < float(dot.x)
        assert float(dot.x) < float(box.x) + float(box.width)

    @pytest.mark.parametrize("draw", [plotting.lines, plotting.bars, plotting.rows])
    def test_nothing_is_drawn_of_nothing(self, draw):
        for labels in ([], ["a"]):
            columns = [Column(name="x", numbers=[None] * len(labels))]
            plot = draw(labels, columns, x_axis="x", y_axis="y")
            assert not plot.boxes
            assert not plot.lines


def fill():
    """
    Something for every figure.
    """
    version = make_version(make_article(), sentences=10, failed_closed=1)
    published_ago(version, 1.5)
    segment = make_segment(version)
    make_finding(segment)
    make_decision(segment, make_user(), kind=Decision.Kind.EDITED, text="Another.")
    QueueEntry.objects.create(
        segment=segment,
        version=version,
        language="en",
        section=version.article.section,
        cause="risky",
        since=timezone.now(),
    )
    Readership.objects.create(
        article=version.article, language="en", day=timezone.localdate(), views=3
    )


def svgs(text):
    """
    The plots of a page, each read as XML.
    """
    parts = text.split('<svg class="figures-plot"')[1:]
    return [
        ElementTree.fromstring(
            '<svg class="figures-plot"' + part.split("</svg>")[0] + "</svg>"
        )
        for part in parts
    ]
