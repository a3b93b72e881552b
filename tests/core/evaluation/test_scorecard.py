"""
Measuring a set as a whole, and showing it.
"""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from random import Random

import pytest

from selaras.evaluation.fidelity import (
    ANY_CHECK,
    ROUNDS,
    many_mutants,
    measure_fidelity,
)
from selaras.evaluation.intervals import Share
from selaras.evaluation.mutations import MUTATIONS, Mutation
from selaras.evaluation.scorecard import fidelity_record, plot, recall_place, scorecard
from selaras.evaluation.sets import ReferenceFault, read_set
from selaras.fidelity import ALL_CHECKS, Finding, Severity

LINES = [
    ("Ada 27 korban.", "There were 27 victims.", "Il y a eu 27 victimes."),
    ("Ada 312 rumah rusak.", "Some 312 houses broke.", "Quelque 312 maisons."),
    ("Ada 45 mobil.", "There were 54 cars.", "Il y avait 45 voitures."),
]


@pytest.fixture
def parallel(tmp_path):
    for column, tag in enumerate(("id", "en", "fr")):
        text = "".join(f"{line[column]}\n" for line in LINES)
        (tmp_path / f"news.{tag}").write_text(text, encoding="utf-8")
    return read_set(tmp_path / "news")


def fault(line=3, language="en"):
    return ReferenceFault(set="news", line=line, language=language, what="swapped <b>")


class Shouts:
    """
    A check that finds every exclamation mark.
    """

    name = "shouts"
    mqm = "Style"

    def __call__(self, pair):
        if "!" in pair.target:
            yield Finding(check=self.name, severity=Severity.REVIEW, message="Loud.")


SHOUTED = Mutation(
    name="shouted",
    check="shouts",
    mutate=lambda sample, chance: replace(
        sample.pair, target=sample.pair.target + "!" * chance.randint(1, 3)
    ),
)


def rows_of(rows, **wanted):
    return [
        row
        for row in rows
        if all(getattr(row, name) == value for name, value in wanted.items())
    ]


class TestMeasuring:
    def test_checks_and_mutations_are_taken_as_they_come(self, parallel):
        """
        A new one needs nothing here.
        """
        measured = measure_fidelity(
            parallel, seed=1, checks=[Shouts()], mutations=[SHOUTED]
        )

        (row,) = rows_of(measured.recall, language="en")
        assert (row.mutation, row.check) == ("shouted", "shouts")
        assert 3 <= row.caught.hits == row.caught.of <= 9
        assert row.sentences == 3
        assert row.blocked.hits == 0
        assert "checks:shouts|mutations:1" in measured.signature

    def test_figures_are_per_language_and_never_summed(self, parallel):
        """
        The English error is no alarm in French.
        """
        measured = measure_fidelity(parallel, seed=1, mutations=[])

        english = rows_of(measured.clean, check="same-numbers", language="en")
        french = rows_of(measured.clean, check="same-numbers", language="fr")
        assert english[0].blocked == Share(hits=1, of=3)
        assert french[0].blocked == Share(hits=0, of=3)
        assert {row.language for row in measured.clean} == {"en", "fr"}

    def test_an_error_of_the_reference_leaves_the_count(self, parallel):
        """
        Both counts are there.
        """
        measured = measure_fidelity(parallel, seed=1, errors=[fault()], mutations=[])

        (found,) = rows_of(measured.clean, check=ANY_CHECK, language="en")
        (left,) = rows_of(measured.adjudicated, check=ANY_CHECK, language="en")
        assert found.blocked == Share(hits=1, of=3)
        assert left.blocked == Share(hits=0, of=2)

    def test_no_mutant_is_made_of_a_bad_sentence(self, parallel):
        """
        What its check reports anyway would count as caught.
        """
        changed = [one for one in MUTATIONS if one.name == "digit changed"]

        measured = measure_fidelity(parallel, seed=1, mutations=changed, wanted=10_000)

        english, french = measured.recall
        assert english.caught.of <= 2 * ROUNDS < french.caught.of <= 3 * ROUNDS

    def test_the_same_seed_gives_the_same_figures(self, parallel):
        """
        And the signature says which it was.
        """
        once = measure_fidelity(parallel, seed=7)

        assert measure_fidelity(parallel, seed=7) == once
        assert "seed:7" in once.signature
        assert parallel.digest in once.signature

    def test_progress_ends_where_it_said(self, parallel):
        """
        A bar fills.
        """
        told = []

        measure_fidelity(parallel, seed=1, progress=lambda *what: told.append(what))

        parts = 2 * (1 + len(MUTATIONS))
        assert told[0] == ("en, good translations", 0, parts)
        assert told[-1] == ("done", parts, parts)
        assert [done for _, done, _ in told] == list(range(parts + 1))


class TestMutants:
    def test_they_are_different_and_as_many_as_wanted(self, parallel):
        """
        One sentence may have several.
        """
        samples = list(parallel.samples("fr").values())

        made = many_mutants(samples, SHOUTED, seed=1, wanted=5)

        assert len(made) == len(set(made)) == 5

    def test_where_no_more_can_be_made_it_ends(self, parallel):
        """
        Three sentences with three endings are nine at most.
        """
        samples = list(parallel.samples("fr").values())

        assert len(many_mutants(samples, SHOUTED, seed=1, wanted=500)) <= 9
        assert many_mutants([], SHOUTED, seed=1, wanted=500) == []

    def test_nothing_is_made_by_a_mutation_that_declines(self, parallel):
        """
        Then there is no row either.
        """
        declines = Mutation(name="none", check="shouts", mutate=lambda *_: None)

        measured = measure_fidelity(parallel, seed=1, mutations=[declines])

        assert measured.recall == ()


class Page(HTMLParser):
    """
    What a page asks for, its tables, and whether its tags close.
    """

    VOID = frozenset({"meta", "link", "img", "br", "path", "circle"})

    def __init__(self, text):
        super().__init__()
        self.addresses, self.open, self.tags = [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        named = {"src", "href", "xlink:href", "srcset", "action"}
        self.addresses += [value for name, value in attributes if name in named]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            assert self.open.pop() == tag


@pytest.fixture
def measured(parallel):
    return measure_fidelity(parallel, seed=1, errors=[fault()])


class TestScorecard:
    def test_it_asks_for_nothing_from_elsewhere(self, measured):
        """
        No script, no picture, no style sheet; and every tag is closed.
        """
        page = scorecard(measured)
        read = Page(page)

        assert read.addresses == []
        assert read.open == []
        assert {"script", "link", "img", "iframe"}.isdisjoint(read.tags)
        assert "url(" not in page
        assert "@import" not in page

    def test_it_is_readable_in_the_dark(self, measured):
        """
        Colours follow what the reader's system says.
        """
        assert "prefers-color-scheme: dark" in scorecard(measured)

    def test_every_figure_of_a_plot_is_in_a_table_too(self, measured):
        """
        Each kind of error has a plot and a row in three tables.
        """
        page = scorecard(measured)
        names = dict.fromkeys(row.mutation for row in measured.recall)

        assert page.count("<caption>Errors ") == 3
        for name in names:
            assert page.count(f'<th scope="row">{name}</th>') == 3
            assert f'aria-label="{name}, caught: English: ' in page

    def test_both_counts_of_false_alarms_are_shown(self, measured):
        """
        And what was adjudicated, in words, as text.
        """
        page = scorecard(measured)

        assert "as found" in page
        assert "33.33" in page
        assert "swapped &lt;b&gt;" in page

    def test_a_set_without_adjudication_says_so(self, parallel):
        """
        Then its false alarms are upper bounds.
        """
        page = scorecard(measure_fidelity(parallel, seed=1, mutations=[]))

        assert "None were adjudicated" in page

    def test_the_record_is_json(self, measured):
        """
        With the interval of every share.
        """
        record = json.loads(json.dumps(fidelity_record(measured)))

        assert record["signature"] == measured.signature
        assert len(record["false_alarms"]) == 2 * (len(ALL_CHECKS) + 1)
        first = record["recall"][0]["caught"]
        assert set(first) == {"hits", "of", "share", "wilson95"}
        assert record["errors_of_the_reference"][0]["line"] == 3

    def test_plots_stay_in_their_frame(self):
        """
        Whatever the share, the marks are on the axis and the interval holds the dot.
        """
        chance = Random(1)
        shares = [("en", Share(hits=chance.randint(0, n), of=n)) for n in range(20)]

        made = plot("t", "", shares, place=recall_place, ticks=(0, 1))

        for dot in made.dots:
            assert 34 <= dot.low <= dot.x <= dot.high <= 434 or not dot.x > dot.high
        assert [place for place, _ in made.ticks] == [34.0, 434.0]
        assert re.fullmatch(r"English: .*", made.dots[0].said)
