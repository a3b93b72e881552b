"""
What is kept is not asked for again, is checked again, and is shown as people decided.
"""

from dataclasses import replace

import pytest

from selaras.article import Article, Inline, Mark, Paragraph, Segment, cut
from selaras.engines import FakeEngine, Provenance
from selaras.languages import Tag
from selaras.pipeline import Kept, Shown, run, segment_key, translate_articles
from selaras.pipeline.keeping import keep
from selaras.pipeline.steps import begin

ARTICLE = Article(
    headline=Inline(text="Gempa menewaskan 27 orang"),
    blocks=(Paragraph(text=Inline(text="Warga mengungsi. Bantuan datang.")),),
)

ANSWERS = {
    "Gempa menewaskan 27 orang": "Earthquake kills 27 people",
    "Warga mengungsi.": "Residents fled.",
    "Bantuan datang.": "Help has come.",
}


def knowing(**known: Kept):
    keys = {segment_key(s): s.text for s in cut(ARTICLE)}

    def look(article: Article, language: Tag, segment: Segment) -> Kept | None:
        return known.get(keys[segment_key(segment)].split()[0])

    return look


def draft_with(**known: Kept):
    engine = FakeEngine(ANSWERS)
    [[draft]] = translate_articles(
        [ARTICLE], engine=engine, languages=["en"], known=knowing(**known)
    )
    return draft, [request.text for request in engine.requests]


def kept(text: str, decided: Shown | None = None) -> Kept:
    return Kept(text=text, provenance=Provenance(engine="before"), decided=decided)


def test_only_the_rest_is_asked_for():
    draft, asked = draft_with(Warga=kept("People left their homes."))
    assert sorted(asked) == ["Bantuan datang.", "Gempa menewaskan 27 orang"]
    assert [s.text for s in draft.segments] == [
        "Earthquake kills 27 people",
        "People left their homes.",
        "Help has come.",
    ]
    assert draft.segments[1].provenance.engine == "before"


def test_what_is_kept_is_checked_again():
    draft, _ = draft_with(Gempa=kept("Earthquake kills 72 people"))
    assert draft.segments[0].is_blocked
    assert draft.segments[0].shown is Shown.ORIGINAL


def test_a_person_decides_whatever_the_checks_say():
    draft, _ = draft_with(
        Gempa=kept("Earthquake kills 72 people", Shown.TRANSLATION),
        Bantuan=kept("Help has come.", Shown.ORIGINAL),
    )
    assert draft.segments[0].is_blocked
    assert draft.segments[0].shown is Shown.TRANSLATION
    assert draft.segments[2].shown is Shown.ORIGINAL


def test_a_mark_makes_another_sentence():
    plain = Segment(path="a#0", text="Warga mengungsi.")
    bold = Segment(
        path="a#0",
        text="Warga mengungsi.",
        marks=(Mark(start=0, end=5, kind="bold", ref=3),),
    )
    moved = Segment(
        path="b#4",
        text="Warga mengungsi.",
        marks=(Mark(start=0, end=5, kind="bold", ref=9),),
    )
    assert segment_key(plain) != segment_key(bold)
    assert segment_key(bold) == segment_key(moved), "a place is not the sentence"


def test_control_characters_of_an_engine_go():
    engine = FakeEngine(lambda text: f"{ANSWERS[text]}\x00\x1b")
    [[draft]] = translate_articles([ARTICLE], engine=engine, languages=["en"])
    assert [s.text for s in draft.segments] == list(ANSWERS.values())


@pytest.mark.parametrize(
    ("engine", "decided", "steps"),
    [
        ("deepl", None, ("split:2", "kept")),
        ("selaras", None, ("split:2",)),
        ("person", Shown.TRANSLATION, ("split:2",)),
    ],
)
def test_what_a_machine_said_before_tells_that_nobody_was_asked(engine, decided, steps):
    """
    It is told once, however often a sentence is kept.
    """
    made_by = Provenance(engine=engine, steps=("split:2",))
    before = Kept(text="Before.", provenance=made_by, decided=decided)
    [draft] = run((begin(ARTICLE, "en"),), [keep(lambda *_: before)])
    again = replace(before, provenance=draft.segments[0].provenance)

    [draft] = run((draft,), [keep(lambda *_: again)])

    assert draft.segments[0].provenance.steps == steps
