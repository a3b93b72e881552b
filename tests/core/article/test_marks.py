"""
Marks come back on the words that they covered.
"""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from selaras.article import (
    Link,
    Mark,
    Segment,
    place_marks,
    restore_verbatim,
)

CASES = Path(__file__).parent / "cases" / "marks.jsonl"
TAG = re.compile(r"<(/?)([biacv])>")
KINDS = {"b": "bold", "i": "italic", "a": "link", "c": "code", "v": "verbatim"}
LETTERS = {kind: letter for letter, kind in KINDS.items()}

WORDS = st.sampled_from(
    [
        "Banjir",
        "Cianjur",
        "27",
        "٢٧",
        "(",
        "”",
        ". ",
        " ",
        "洪水",
        "アジア",
        "👩‍🚒",
        "e\u0301",
    ]
)
TEXTS = st.lists(WORDS, max_size=8).map("".join)


def parse(tagged):
    """
    The text of a case without its tags, and the marks that the tags say.
    """
    text, opened, marks = "", {}, []
    position = 0
    for tag in TAG.finditer(tagged):
        text += tagged[position : tag.start()]
        position = tag.end()
        if tag[1]:
            kind = KINDS[tag[2]]
            start = opened.pop(tag[2])
            href = "https://contoh.id" if kind == "link" else ""
            marks.append(Mark(start=start, end=len(text), kind=kind, href=href))
        else:
            opened[tag[2]] = len(text)
    return text + tagged[position:], tuple(marks)


def find(text, what):
    """
    A place given as positions, as words, or as words with the count of their place.
    """
    if not isinstance(what, str):
        return tuple(what)
    words, _, count = what.partition("#") if re.search(r"#\d$", what) else (what, "", 1)
    start = -1
    for _ in range(int(count)):
        start = text.index(words, start + 1)
    return start, start + len(words)


def load():
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        marks = ()
        if "known_failure" in case:
            marks = pytest.mark.xfail(reason=case["known_failure"])
        yield pytest.param(case, id=case["label"], marks=marks)


@pytest.mark.parametrize("case", list(load()))
def test_a_mark_comes_back_on_its_words(case):
    """
    As each labelled case says.
    """
    source, marks = parse(case["source"])
    expected_text, expected = parse(case["target"])
    target = case.get("engine", expected_text)
    links = [
        Link(
            source=find(source, link[0]),
            target=find(target, link[1]),
            weight=link[2] if len(link) > 2 else 1.0,
        )
        for link in case.get("links", ())
    ]

    segment = Segment(path="blocks.0.text#0", text=source, marks=marks)
    text, links = restore_verbatim(segment, target, links)
    placed, lost = place_marks(marks, source, text, links)

    assert text == expected_text
    assert covered(placed, text) == covered(expected, text)
    assert [LETTERS[mark.kind] for mark in lost] == case.get("lost", [])


def covered(marks, text):
    return sorted((m.start, m.end, m.kind, text[m.start : m.end]) for m in marks)


def test_there_are_cases_in_every_language():
    """
    No language is left to the others' rules.
    """
    languages = [case.values[0]["language"] for case in load()]

    assert {tag: languages.count(tag) >= 7 for tag in ("en", "zh", "ja", "ar", "fr")}
    assert len(languages) >= 40


@st.composite
def bitexts(draw):
    source = draw(TEXTS.filter(bool))
    target = draw(TEXTS)
    marks = []
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(source) - 1))
        end = draw(st.integers(start + 1, len(source)))
        kind = draw(st.sampled_from(sorted(LETTERS)))
        marks.append(Mark(start=start, end=end, kind=kind, ref=len(marks) + 1))
    span = st.tuples(st.integers(-2, 30), st.integers(-2, 30))
    links = st.lists(
        st.builds(Link, source=span, target=span, weight=st.floats(0, 1)), max_size=6
    )
    return source, target, marks, draw(links)


class TestPlaceMarks:
    @given(bitexts())
    @settings(max_examples=100)
    def test_every_mark_is_placed_well_or_reported(self, bitext):
        """
        Whatever the texts and the links are: no mark is empty, outside, or forgotten.
        """
        source, target, marks, links = bitext

        placed, lost = place_marks(marks, source, target, links)

        assert sorted(m.ref for m in (*placed, *lost)) == [m.ref for m in marks]
        for mark in placed:
            original = marks[mark.ref - 1]
            assert 0 <= mark.start < mark.end <= len(target)
            if mark.kind in ("code", "verbatim"):
                words = source[original.start : original.end].strip()
                assert target[mark.start : mark.end] == words

    @given(bitexts())
    @settings(max_examples=100)
    def test_what_stands_apart_is_put_apart(self, bitext):
        """
        Marks of one kind that did not overlap do not overlap now.
        """
        source, target, marks, links = bitext

        placed, _ = place_marks(marks, source, target, links)

        for one in placed:
            for other in placed:
                ours, theirs = marks[one.ref - 1], marks[other.ref - 1]
                were_apart = ours.end <= theirs.start
                if one.kind == other.kind and were_apart:
                    assert one.end <= other.start or other.end <= one.start

    def test_everything_else_about_a_mark_is_kept(self):
        """
        The address and the ref travel with it.
        """
        mark = Mark(start=0, end=6, kind="link", href="https://a.id", ref=3)

        placed, _ = place_marks([mark], "Banjir", "Flood", [])

        assert placed == (
            Mark(start=0, end=5, kind="link", href="https://a.id", ref=3),
        )


class TestRestoreVerbatim:
    @given(bitexts())
    @settings(max_examples=100)
    def test_links_stay_inside_and_the_rest_is_untouched(self, bitext):
        """
        Restoring makes no link that covers nothing, and changes nothing without need.
        """
        source, target, marks, links = bitext
        links = [
            link
            for link in links
            if 0 <= link.target[0] < link.target[1] <= len(target)
        ]
        segment = Segment(path="p#0", text=source, marks=tuple(marks))

        text, moved = restore_verbatim(segment, target, links)

        for link in moved:
            assert 0 <= link.target[0] < link.target[1] <= len(text)
        if not any(mark.kind in ("code", "verbatim") for mark in marks):
            assert (text, moved) == (target, tuple(links))

    def test_links_behind_a_restored_string_move_with_their_words(self):
        """
        A later mark still finds its words.
        """
        source = "Klub Persib Bandung menang telak"
        target = "Le club PB gagne nettement"
        verbatim = Mark(start=5, end=19, kind="verbatim")
        segment = Segment(path="p#0", text=source, marks=(verbatim,))
        links = (
            Link(source=(5, 19), target=(8, 10)),
            Link(source=(27, 32), target=(17, 26)),
        )

        text, moved = restore_verbatim(segment, target, links)

        assert text == "Le club Persib Bandung gagne nettement"
        assert [text[slice(*link.target)] for link in moved] == [
            "nettement",
            "Persib Bandung",
        ]
