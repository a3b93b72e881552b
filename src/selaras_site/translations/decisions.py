"""
Which of the decisions about an article counts.

Decisions are a list to which is only added. Taking one back adds another, and what
counted before counts again; the machine's sentence, where nothing did.
"""

from collections.abc import Iterable

from selaras_site.translations.models import Decision

Place = tuple[str, str]
"""
A language and the key of a sentence: what a decision holds for, within an article.
"""


def counting(decisions: Iterable[Decision]) -> dict[Place, Decision]:
    """
    Of an article's decisions, the oldest first, the one that counts for each sentence.
    """
    made: dict[Place, list[Decision]] = {}
    for decision in decisions:
        row = made.setdefault((decision.language, decision.source_key), [])
        if decision.kind != Decision.Kind.REOPENED:
            row.append(decision)
        elif row:
            row.pop()
    return {place: row[-1] for place, row in made.items() if row}
