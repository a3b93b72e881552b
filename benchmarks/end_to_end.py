"""
What is still wrong behind checks and repair, by people who read every sentence.

    python -m benchmarks.end_to_end

translates the sets that were read again, as the pipeline does it now, and counts by
language: what fails closed, what is critically wrong, in how much of that a check found
something, what readers are told to doubt, and what the default gate lets live. A
sentence that says something else today than when it was read counts as unread. Names of
the lexicon are counted in all sentences, since that needs no reader.

Writes ``results/end-to-end.json``.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from benchmarks.machine import signature, write_result
from benchmarks.readings import SETS, Read, read_again
from benchmarks.risk import model_label
from selaras.fidelity import Severity
from selaras.languages import TARGETS
from selaras.pipeline import Doubt, Draft, DraftSegment, Shown
from selaras.pipeline.gating import gate
from selaras.pipeline.rules import DEFAULT_POLICY
from selaras.terms.names import read_names
from selaras.terms.standing import Standing, standing
from selaras.terms.translation import Translation

Rows = dict[str, dict[str, Any]]


def main() -> None:
    """
    Translate, count, show, write.
    """
    result: dict[str, Any] = {"sets": {}}
    for name in SETS:
        articles = read_again(name)
        result["sets"][name] = told = of_set(articles)
        for part, rows in told.items():
            print(name, part)
            for key, row in rows.items():
                print("  ", key, row)
    result["signature"] = signature(model=model_label(), sets="+".join(SETS))
    print(result["signature"])
    write_result("end-to-end", result)


def of_set(articles: Sequence[Sequence[Read]]) -> dict[str, Rows]:
    """
    Everything that is counted of a set.
    """
    sentences = [one for article in articles for one in article]
    by_language = {
        tag: [one for one in sentences if one.language == tag] for tag in TARGETS
    }
    drafts = [
        draft
        for article in articles
        for draft, _ in groupby(article, key=lambda one: one.draft)
    ]
    return {
        "verdicts": {tag: verdicts(own) for tag, own in by_language.items()},
        "kinds": {tag: kinds(own) for tag, own in by_language.items()},
        "names": {tag: names(own) for tag, own in by_language.items()},
        "gate": {
            tag: gated([draft for draft in drafts if draft.language == tag], own)
            for tag, own in by_language.items()
        },
    }


def verdicts(sentences: Sequence[Read]) -> dict[str, int]:
    """
    How many sentences are what, and what readers of the page are told of them.
    """
    read = [one for one in sentences if one.reading]
    critical = [one for one in read if one.is_critical]
    return {
        "sentences": len(sentences),
        "in_indonesian": sum(one.segment.shown is Shown.ORIGINAL for one in sentences),
        "read": len(read),
        "critical": len(critical),
        "minor": sum(one.reading.verdict == "minor" for one in read if one.reading),
        "right": sum(one.reading.verdict == "right" for one in read if one.reading),
        "found": sum(one.segment.doubt is Doubt.FOUND for one in read),
        "critical_found": sum(one.segment.doubt is Doubt.FOUND for one in critical),
        "in_doubt": sum(one.segment.doubt is not None for one in read),
        "critical_not_in_doubt": sum(one.segment.doubt is None for one in critical),
    }


def kinds(sentences: Sequence[Read]) -> dict[str, int]:
    """
    The kinds of critical errors, the most frequent first.
    """
    return dict(
        Counter(
            one.reading.kind for one in sentences if one.reading and one.is_critical
        ).most_common()
    )


def names(sentences: Sequence[Read]) -> dict[str, int]:
    """
    What becomes of the names of the lexicon.

    ``right`` stand there in a form of the lexicon; of the others the sentence is in
    Indonesian, or in doubt for a name, or nobody is told.
    """
    counts = Counter({"names": 0, "right": 0, "in_indonesian": 0, "in_doubt": 0})
    for one in sentences:
        translation = Translation(one.segment.text, one.language)
        for name in read_names(one.segment.source.text):
            if name.entries:
                right = standing(name, translation) is Standing.PRESENT
                counts["names"] += 1
                counts["right" if right else fate(one.segment)] += 1
    return dict(counts)


def fate(segment: DraftSegment) -> str:
    """
    What readers are told of a sentence whose name is not there as the lexicon has it.
    """
    if segment.shown is Shown.ORIGINAL:
        return "in_indonesian"
    found = any(
        finding.check == "same-names" and finding.severity is not Severity.MENDED
        for finding in segment.findings
    )
    return "in_doubt" if found else "unsaid"


def gated(drafts: Sequence[Draft], sentences: Sequence[Read]) -> dict[str, int]:
    """
    What the default policy lets live, and what is critically wrong in it.
    """
    live = {
        draft.article.id
        for draft in drafts
        if not gate(draft, DEFAULT_POLICY, draft.article.extra["section"]).is_held
    }
    shown = [one for one in sentences if one.article in live and one.reading]
    return {
        "versions": len(drafts),
        "live": len(live),
        "sentences_live": len(shown),
        "critical": sum(one.is_critical for one in shown),
        "critical_not_in_doubt": sum(
            one.is_critical and one.segment.doubt is None for one in shown
        ),
    }


if __name__ == "__main__":
    main()
