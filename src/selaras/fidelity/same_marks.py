"""
The check that links and other marks came through.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from selaras.fidelity.finding import Finding, Pair, Severity, Tagged

Key = tuple[str, str, str]


class SameMarks:
    """
    Every inline mark of the source is in the translation, and no other mark is.

    Marks are compared as a multiset, by kind and address; what is marked as not to be
    translated must cover the same words too. It cannot see a link or an emphasis that
    stands on the wrong words.
    """

    name = "same-marks"
    mqm = "Accuracy > Markup"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        wanted = Counter(map(key_of, pair.source_marks))
        there = Counter(map(key_of, pair.target_marks))
        for key in (wanted - there).elements():
            yield self.lost(first_with(key, pair.source_marks), pair)
        for key in (there - wanted).elements():
            yield self.invented(first_with(key, pair.target_marks), pair)
        for mark in pair.target_marks:
            if mark.kind == "link" and not mark.covers.strip():
                yield self.covers_nothing(mark)

    def lost(self, mark: Tagged, pair: Pair) -> Finding:
        """
        A finding about a mark that the translation does not have.
        """
        return Finding(
            check=self.name,
            severity=severity_of(mark),
            message=f"The source has {describe(mark)}; the translation has not.",
            indonesian=f"Teks sumber memuat {in_indonesian(mark)}; terjemahan tidak.",
            expected=value_of(mark),
            source_span=place_of(mark, pair.source),
        )

    def invented(self, mark: Tagged, pair: Pair) -> Finding:
        """
        A finding about a mark that only the translation has.
        """
        return Finding(
            check=self.name,
            severity=severity_of(mark),
            message=f"The translation has {describe(mark)}; the source has not.",
            indonesian=f"Terjemahan memuat {in_indonesian(mark)}; teks sumber tidak.",
            found=value_of(mark),
            target_span=place_of(mark, pair.target),
        )

    def covers_nothing(self, mark: Tagged) -> Finding:
        """
        A finding about a link that no reader can see.
        """
        return Finding(
            check=self.name,
            severity=Severity.BLOCKING,
            message=f"The link to {mark.href} covers no words in the translation.",
            indonesian=f"Tautan ke {mark.href} tidak menempel pada kata apa pun dalam "
            "terjemahan.",
            expected=mark.href,
        )


def key_of(mark: Tagged) -> Key:
    """
    What must be the same of two marks.
    """
    return (mark.kind, mark.href, mark.covers if mark.kind in SAME_WORDS else "")


def first_with(key: Key, marks: Iterable[Tagged]) -> Tagged:
    """
    The first mark that has a key.
    """
    return next(mark for mark in marks if key_of(mark) == key)


def severity_of(mark: Tagged) -> Severity:
    """
    Emphasis is a matter of taste; an address and a verbatim name are facts.
    """
    return Severity.REVIEW if mark.kind in EMPHASIS else Severity.BLOCKING


def describe(mark: Tagged) -> str:
    """
    A mark in words.

    >>> describe(Tagged(kind="link", covers="situs", href="https://bmkg.go.id"))
    'a link to https://bmkg.go.id on “situs”'
    """
    to = f" to {mark.href}" if mark.href else ""
    return f"{KIND_NAMES.get(mark.kind, mark.kind)}{to} on “{mark.covers}”"


def in_indonesian(mark: Tagged) -> str:
    """
    A mark in Indonesian words.

    >>> in_indonesian(Tagged(kind="bold", covers="tewas"))
    'teks tebal pada “tewas”'
    """
    to = f" ke {mark.href}" if mark.href else ""
    return f"{INDONESIAN_NAMES.get(mark.kind, mark.kind)}{to} pada “{mark.covers}”"


def value_of(mark: Tagged) -> str:
    """
    What a repair has to restore.
    """
    return mark.href or mark.covers


def place_of(mark: Tagged, text: str) -> tuple[int, int] | None:
    """
    Where the words that a mark covers stand, if they stand there once.
    """
    if not mark.covers or text.count(mark.covers) != 1:
        return None
    start = text.index(mark.covers)
    return start, start + len(mark.covers)


SAME_WORDS = frozenset({"code", "verbatim"})

EMPHASIS = frozenset({"bold", "italic"})

KIND_NAMES = {
    "bold": "bold text",
    "italic": "italic text",
    "link": "a link",
    "code": "code",
    "verbatim": "text that is not to be translated",
}

INDONESIAN_NAMES = {
    "bold": "teks tebal",
    "italic": "teks miring",
    "link": "tautan",
    "code": "kode",
    "verbatim": "teks yang tidak boleh diterjemahkan",
}
