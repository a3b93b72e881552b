"""
Who serves a language, when it is moved and when it stands still.
"""

from datetime import timedelta

import pytest
from desk.factories import (
    make_article,
    make_decision,
    make_segment,
    make_user,
    make_version,
)
from django.utils import timezone
from wagtail.models import ModelLogEntry

from selaras.engines import FakeEngine, Request
from selaras.engines.local import CTranslate2Engine
from selaras.errors import ModelMissing
from selaras_site.translations import engine, sampling, translating
from selaras_site.translations.engine import current_engine, engine_for, fresh_engine
from selaras_site.translations.errors import NotAllowed
from selaras_site.translations.models import Decision, Halt, Trial
from selaras_site.translations.routing import (
    ByLanguage,
    broken_routes,
    route_make,
    route_undo,
    routes,
)
from selaras_site.translations.sampling import halt_lift, halt_where_low, quality_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _english(settings, tmp_path):
    settings.LANGUAGE_CODE = "en"
    settings.SELARAS_MEMORY = tmp_path / "memory.sqlite3"


@pytest.fixture
def person():
    return make_user()


def named(name):
    return FakeEngine(lambda text: f"{name}: {text}", name=name)


def won(language="en", **fields):
    defaults = {
        "engines": ["good"],
        "winner": "good",
        "is_significant": True,
        "done_at": timezone.now(),
    }
    return Trial.objects.create(language=language, **{**defaults, **fields})


def asked(translator, *targets):
    found = translator.translate([Request(text="Gempa.", target=t) for t in targets])
    return [hypotheses[0].text for hypotheses in found]


class TestByLanguage:
    def test_each_request_goes_to_the_engine_of_its_language(self):
        first, other = named("first"), named("other")
        both = ByLanguage(first, {"ja": other, "zh": other})

        said = asked(both, "en", "ja", "fr", "zh", "en")

        assert [text.split(":")[0] for text in said] == [
            *("first", "other", "first", "other", "first")
        ]
        assert (first.calls, other.calls) == (1, 1)

    def test_it_supports_what_the_language_s_engine_does(self):
        other = FakeEngine({}, pairs=[("id", "ja")])
        both = ByLanguage(FakeEngine({}, pairs=[("id", "en")]), {"ja": other})

        assert both.supports("id", "ja")
        assert both.supports("id", "en")
        assert not both.supports("id", "fr")


class TestEngine:
    @pytest.fixture
    def engines(self, monkeypatch):
        made = {}

        def composed(names, memory):
            if "missing" in names:
                raise ModelMissing("No model is called missing.")
            return made.setdefault((names, memory), named(names))

        monkeypatch.setattr(engine, "engine_for", composed)
        return made

    def test_without_routes_it_is_the_newsrooms(self, engines):
        assert isinstance(current_engine(), FakeEngine)
        assert current_engine().name == "local"

    def test_a_language_that_was_moved_has_its_own(self, engines, person):
        route_make(trial=won("ja"), by=person)

        assert asked(current_engine(), "en", "ja") == [
            "local: Gempa.",
            "good,local: Gempa.",
        ]
        assert asked(fresh_engine(), "ja") == ["good,local: Gempa."]
        assert {memory is None for _name, memory in engines} == {True, False}

    def test_moving_is_seen_by_a_worker_that_runs(self, engines, person):
        assert asked(current_engine(), "ja") == ["local: Gempa."]
        route_make(trial=won("ja"), by=person)
        assert asked(current_engine(), "ja") == ["good,local: Gempa."]
        route_undo(language="ja", by=person)
        assert asked(current_engine(), "ja") == ["local: Gempa."]

    def test_one_that_cannot_be_made_is_replaced_by_the_first(self, engines, person):
        route_make(trial=won("ja", winner="missing"), by=person)

        assert asked(current_engine(), "ja") == ["local: Gempa."]
        assert list(broken_routes()) == [
            ("ja", "missing", "No model is called missing.")
        ]

    def test_the_first_is_not_named_twice(self, settings):
        settings.SELARAS_ENGINE = "deepl, local"
        assert engine.before_first("local") == "local,deepl"

    def test_a_model_is_loaded_once_however_it_is_named(self, settings):
        plain = engine_for("local", None)
        name = engine.find().manifest.name

        remembering = engine_for("local", settings.SELARAS_MEMORY)

        assert isinstance(plain, CTranslate2Engine)
        assert engine_for(f"local:{name}", None) is plain
        assert remembering._engine is plain


class TestRoutes:
    def test_only_a_win_moves_a_language(self, person):
        for fields in (
            {"is_significant": False, "winner": ""},
            {"done_at": None},
            {"is_significant": True, "winner": ""},
        ):
            with pytest.raises(NotAllowed):
                route_make(trial=won(**fields), by=person)

        assert routes() == []

    def test_who_when_and_why_are_kept(self, person):
        trial = won()

        route_make(trial=trial, by=person)

        [route] = routes()
        assert (route.engine, route.trial, route.made_by) == ("good", trial, person)
        assert route.made_at

    def test_a_newer_move_makes_a_comparison_worthless(self, person):
        old = won()
        Trial.objects.filter(pk=old.pk).update(
            ordered_at=timezone.now() - timedelta(hours=2)
        )
        route_make(trial=won(winner="other"), by=person)
        old.refresh_from_db()

        with pytest.raises(NotAllowed, match="since"):
            route_make(trial=old, by=person)

    def test_so_does_a_month(self, person):
        trial = won()
        Trial.objects.update(ordered_at=timezone.now() - timedelta(days=31))
        trial.refresh_from_db()

        with pytest.raises(NotAllowed, match="30 days"):
            route_make(trial=trial, by=person)

    def test_undoing_twice_is_refused(self, person):
        route_make(trial=won(), by=person)

        assert route_undo(language="en", by=person) == "good"
        with pytest.raises(NotAllowed):
            route_undo(language="en", by=person)
        assert routes() == []

    def test_a_comparison_from_before_moving_back_says_nothing(self, person):
        """
        It was not compared with what serves now.
        """
        old = won()
        route_make(trial=won(), by=person)
        route_undo(language="en", by=person)

        with pytest.raises(NotAllowed, match=r"Compare again|Bandingkan"):
            route_make(trial=old, by=person)


def decide(by, *kinds, language="en", engine="local"):
    """
    Sentences of a language: left alone (=), changed a little (~), rewritten (x),
    rejected (-).
    """
    version = make_version(make_article(), language)
    for n, kind in enumerate(kinds):
        text = f"As many as 27 people died in the city number {n}."
        row = make_segment(version, n, source=f"Sebanyak 27 tewas {n}.", text=text)
        make_decision(
            row,
            by,
            kind={"=": "accepted", "-": "rejected"}.get(kind, "edited"),
            text={"=": text, "~": text.replace("As", "as"), "-": text}.get(
                kind, "Something else altogether."
            ),
            was={"text": text, "provenance": {"engine": engine}},
        )


class TestQuality:
    def test_is_the_share_that_people_left_nearly_alone(self, person):
        decide(person, *"=~x-" * 6)

        found = quality_of("en")

        assert (found.sampled, found.good, found.share) == (24, 12, 0.5)
        assert found.is_enough
        assert 0 < found.chrf < 100

    def test_needs_enough(self, person):
        decide(person, *"x" * 19)

        assert not quality_of("en").is_enough
        assert halt_where_low(language="en") is None

    def test_only_the_last_count(self, person):
        decide(person, *"x" * 10, *"=" * 50)

        assert quality_of("en").sampled == 50
        assert quality_of("en").share == 1

    def test_what_is_old_does_not(self, person):
        decide(person, *"x" * 30)
        Decision.objects.update(made_at=timezone.now() - timedelta(days=15))

        assert quality_of("en").sampled == 0

    def test_nor_what_a_person_had_written(self, person):
        decide(person, *"x" * 30, engine="person")

        assert quality_of("en").sampled == 0

    def test_does_not_ask_more_for_more(self, person, django_assert_num_queries):
        decide(person, *"=~x-" * 15)

        with django_assert_num_queries(3):
            quality_of("en")


class TestHalts:
    def test_a_language_below_its_floor_halts_once(self, person):
        decide(person, *"x" * 25)

        halt = halt_where_low(language="en")

        assert (halt.quality, halt.floor, halt.sampled) == (0, 0.3, 25)
        assert "25 sentences" in halt.reason
        assert halt_where_low(language="en") is None
        assert translating.standings(0) == {"en": halt.reason}
        assert Halt.objects.count() == 1
        entry = ModelLogEntry.objects.get(action="selaras.halt.made")
        assert entry.message == f"A language halted: English ({halt.reason})"

    def test_one_above_it_does_not(self, person):
        decide(person, *"=xx" * 10)

        assert halt_where_low(language="en") is None

    @pytest.mark.parametrize("floor", ["0", 0, "0.3,en:0"])
    def test_a_floor_can_be_switched_off(self, person, settings, floor):
        settings.SELARAS_FLOOR = floor
        decide(person, *"x" * 25)

        assert halt_where_low(language="en") is None

    def test_each_language_has_its_own(self, settings):
        settings.SELARAS_FLOOR = "0.2, ja:0.5"
        assert sampling.floor_of("en") == 0.2
        assert sampling.floor_of("ja") == 0.5

    @pytest.mark.parametrize(
        ("text", "many"), [("0.3", 0), ("0.3,ja:0", 0), ("2", 1), ("xx:0.3", 1)]
    )
    def test_a_wrong_floor_is_told(self, settings, text, many):
        settings.SELARAS_FLOOR = text
        assert len(sampling.floor_check()) == many

    def test_a_decision_is_followed_by_a_look(self, person):
        decide(person, *"x" * 25)

        assert sampling.look(Decision.objects.latest("pk"))
        assert sampling.look_at_all() == 0

    def test_what_was_before_lifting_does_not_count_again(self, person):
        decide(person, *"x" * 25)
        halt = halt_where_low(language="en")

        halt_lift(halt=halt, by=person)

        assert halt_where_low(language="en") is None
        assert sampling.halts() == []
        with pytest.raises(NotAllowed):
            halt_lift(halt=halt, by=person)
        decide(person, *"x" * 25)
        assert halt_where_low(language="en")
