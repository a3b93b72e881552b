"""
What an article claims, as its author sees it: the ledger in words, doubts first.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from selaras.pipeline.records import ledger_record
from selaras_site.articles.bridge import core_article
from selaras_site.articles.models import Article
from selaras_site.desk.readings import choice_said, reading_said
from selaras_site.translations.confirmations import (
    LONGEST,
    Confirmation,
    standing_confirmations,
)

KINDS: dict[str, str | Promise] = {
    "comparator": gettext_lazy("More, less, about"),
    "currency": gettext_lazy("Sum of money"),
    "date": gettext_lazy("Date"),
    "moment": gettext_lazy("Date or time"),
    "money": gettext_lazy("Sum of money"),
    "name": pgettext_lazy("kind of fact", "Name"),
    "negation": gettext_lazy("Negation"),
    "number": gettext_lazy("Number"),
    "polarity": gettext_lazy("Negation"),
    "quantity": gettext_lazy("Quantity"),
    "quotation": gettext_lazy("Quotation"),
    "status": gettext_lazy("Legal status"),
    "sum": gettext_lazy("Sum of money"),
    "time": pgettext_lazy("kind of fact", "Time"),
    "unit": gettext_lazy("Unit"),
    "verbatim": gettext_lazy("Stays as it is"),
}
"""
The kinds of facts in the newsroom's words; one that is not here is named as it is.
"""

WHOLE = frozenset({"moment", "quantity", "money", "date", "time", "sum", "verbatim"})
"""
Kinds of facts that have numbers in them which nobody needs to see once more.
"""


@dataclass(frozen=True, slots=True)
class Reading:
    """
    One thing that a fact may mean; ``choice`` is what a button sends.
    """

    said: str
    choice: str


@dataclass(frozen=True, slots=True)
class ShownFact:
    """
    A fact of a sentence; ``confirmed`` is who said what it means.
    """

    kind: str
    text: str
    readings: Sequence[Reading]
    confirmed: Confirmation | None = None

    @property
    def is_doubtful(self) -> bool:
        """
        Whether its author should say what it means.
        """
        return len(self.readings) > 1

    @property
    def value(self) -> str:
        """
        What it is read as; of several, the likeliest.
        """
        return self.readings[0].said


@dataclass(frozen=True, slots=True)
class ShownSentence:
    """
    A sentence with its facts.
    """

    path: str
    text: str
    facts: Sequence[ShownFact]


@dataclass(frozen=True, slots=True)
class Question:
    """
    Something that is to be settled, and the first sentence that it stands in.
    """

    sentence: ShownSentence
    fact: ShownFact
    times: int = 1

    @property
    def others(self) -> int:
        """
        How often it stands in the article besides.
        """
        return self.times - 1


@dataclass(frozen=True, slots=True)
class Facts:
    """
    The facts of an article, and what is to be asked about them.
    """

    questions: Sequence[Question]
    sentences: Sequence[ShownSentence]


def facts_of(article: Article) -> Facts:
    """
    The facts of an article as it is given, with what its authors said of them before.
    """
    original = core_article(article)
    standing = standing_confirmations(article.confirmations.all(), original)
    confirmed = {item: row.reading for item, row in standing.items()}
    record = ledger_record(replace(original, confirmed=confirmed))
    sentences = [
        ShownSentence(row["path"], row["source"], list(shown_facts(row, standing)))
        for row in record["segments"]
        if row["facts"]
    ]
    return Facts(questions_about(sentences), sentences)


def shown_facts(
    row: Mapping[str, Any], standing: Mapping[str, Confirmation]
) -> Iterator[ShownFact]:
    """
    The facts of a sentence, those that are doubtful before the others.
    """
    facts = [fact for fact in row["facts"] if not is_within(fact, row["facts"])]
    for fact in sorted(facts, key=lambda fact: not fact["doubtful"]):
        said = choice_said if fact["doubtful"] else reading_said
        readings = [
            Reading(said(one), choice_of(row["source"], fact["text"], one))
            for one in fact["readings"]
        ]
        by_person = standing.get(fact["text"]) if fact["confirmed"] else None
        kind = str(KINDS.get(fact["kind"], fact["kind"]))
        yield ShownFact(kind, fact["text"], readings, by_person)


def is_within(fact: Mapping[str, Any], facts: Sequence[Mapping[str, Any]]) -> bool:
    """
    Whether a number without doubt is a part of something greater, such as a date.
    """
    start, end = fact["span"]
    return (
        fact["kind"] == "number"
        and not fact["doubtful"]
        and not fact["confirmed"]
        and any(
            other["kind"] in WHOLE
            and other["span"][0] <= start
            and end <= other["span"][1]
            for other in facts
        )
    )


def questions_about(sentences: Sequence[ShownSentence]) -> list[Question]:
    """
    One question for each way of writing that is in doubt: the answer is for all of it.
    """
    found: dict[str, Question] = {}
    for sentence in sentences:
        for fact in sentence.facts:
            if not fact.is_doubtful or len(fact.text) > LONGEST:
                continue
            known = found.get(fact.text)
            found[fact.text] = (
                replace(known, times=known.times + 1)
                if known
                else Question(sentence, fact)
            )
    return list(found.values())


def choice_of(sentence: str, item: str, reading: str) -> str:
    """
    What a button sends: all that it takes to see that nothing has changed meanwhile.
    """
    return json.dumps([sentence, item, reading], ensure_ascii=False)


def choice_in(facts: Facts, choice: str) -> tuple[str, str, str] | None:
    """
    Sentence, item and reading of a choice, if that is still to be made.
    """
    for question in facts.questions:
        if any(choice == reading.choice for reading in question.fact.readings):
            sentence, item, reading = json.loads(choice)
            return sentence, item, reading
    return None
