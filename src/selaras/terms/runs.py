"""
The names in a run of words with a capital, without titles and kinds of things.

*Kepala Dinas Kebersihan Ende Retno Hau* is an office, a place and a person. What
follows the word for a kind of thing (*Dinas*) is a word if it can be one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from selaras.terms.capitals import is_acronym, starts_sentence
from selaras.terms.everyday import is_everyday, is_inflected, is_listed
from selaras.terms.name import Name, NameKind
from selaras.terms.name_words import (
    AGE,
    CALLED,
    COURTESIES,
    HEADS,
    INITIALS,
    NO_NAMES,
    NO_PLACES,
    OFFICE_TITLES,
    OFFICES,
    OWN_NAMED,
    PARTICLES,
    PLACED,
    SHORT_TITLES,
    SPEAKING,
    TITLES,
)
from selaras.terms.persons import is_person_known
from selaras.text.spans import Span


@dataclass(frozen=True, slots=True)
class Part:
    """
    A word of a run.
    """

    word: str
    start: int
    everyday: bool = False

    @property
    def end(self) -> int:
        """
        Where it ends.
        """
        return self.start + len(self.word)


@dataclass(slots=True)
class Run:
    """
    A run that is being read: the words that may be a name, and what stood before them.
    """

    text: str
    headline: bool
    parts: list[Part] = field(default_factory=list)
    before: str = ""

    def read(self, start: int, end: int) -> Iterator[Name]:
        """
        All names of the run.
        """
        self.before = self.kind_before(start)
        for match in WORD_IN_RUN.finditer(self.text, start, end):
            word = without_words(CLITIC.sub("", match[0]))
            yield from self.take(Part(word, match.start()))
        yield from self.close("")

    def kind_before(self, start: int) -> str:
        """
        The kind of thing that stands before a run: *kapal motor (KM) Cahaya Bahari*.
        """
        found = KIND_BEFORE.search(self.text, max(0, start - NEAR), start)
        return found[1] if found and found[1] in CALLED else ""

    def take(self, part: Part) -> Iterator[Name]:
        """
        What is complete when one more word comes.
        """
        word = part.word
        if word in PARTICLES:
            self.parts += [part] if self.parts else []
        elif is_acronym(word) and word not in CALLED:
            yield from self.close(word)
            if is_initials(self.text, part):
                yield initials_of(part)
        elif PLURAL.fullmatch(word) or (
            (is_no_part(word) and self.before not in OWN_NAMED)
            or self.is_short_title(part)
        ):
            yield from self.close(word)
        else:
            yield from self.take_word(part)

    def is_short_title(self, part: Part) -> bool:
        """
        Whether a word is a shortened title: no name is before it, and one behind it.
        """
        return (
            part.word in SHORT_TITLES
            and not self.parts
            and NAME_BEHIND.match(self.text, part.end) is not None
        )

    def take_word(self, part: Part) -> Iterator[Name]:
        """
        What is complete when a word comes that may be a name's.
        """
        first = starts_sentence(self.text, part.start)
        inflected = (first or self.headline) and is_by_its_make(part.word)
        everyday = inflected or is_everyday(part.word) or is_no_part(part.word)
        if everyday and self.is_called_place(part):
            yield self.place_of(part)
        elif everyday and (self.headline or self.before in DESCRIBED):
            yield from self.close(self.before)
        elif not (everyday and first and not self.parts):
            self.parts.append(Part(part.word, part.start, everyday))

    def close(self, word: str) -> Iterator[Name]:
        """
        The name that the words so far are, if they are one; the next follow a word.
        """
        parts, before = self.parts, self.before
        self.parts, self.before = [], word
        while parts and parts[-1].word in PARTICLES:
            parts = parts[:-1]
        if not 0 < len(parts) <= MOST_PARTS or BROKEN.match(self.text, parts[-1].end):
            return
        if self.is_topic(parts):
            return
        sure = [part for part in parts if not part.everyday and is_long(part.word)]
        kind = self.kind_of(parts, before)
        long = all(is_long(part.word) for part in parts)
        if sure or (long and kind is not NameKind.OTHER):
            yield self.name_of(parts, sure, kind)

    def is_topic(self, parts: list[Part]) -> bool:
        """
        Whether a sentence begins with a word that it goes on to explain.
        """
        return (
            len(parts) == 1
            and starts_sentence(self.text, parts[0].start)
            and EXPLAINED.match(self.text, parts[0].end) is not None
        )

    def kind_of(self, parts: list[Part], before: str) -> NameKind:
        """
        What the neighbours of some words say about them.
        """
        start, end = parts[0].start, parts[-1].end
        if before in CALLED:
            return NameKind.CALLED
        spoken = SPEAKING.search(self.text[max(0, start - NEAR) : start])
        if before in COURTESIES or AGE.match(self.text, end) or spoken:
            return NameKind.PERSON
        if self.is_place(parts):
            return NameKind.WORDS
        return NameKind.OTHER

    def is_place(self, parts: list[Part]) -> bool:
        """
        Whether several words that are none of a name's must be one: "di Ujung Batu".
        """
        start, end = parts[0].start, parts[-1].end
        return (
            len(parts) > 1
            and not self.headline
            and self.text[start:end] not in NO_PLACES
            and WHERE.search(self.text, max(0, start - NEAR), start) is not None
            and GOES_ON.match(self.text, end) is None
        )

    def is_called_place(self, part: Part) -> bool:
        """
        Whether an everyday word is what a place is called: "di Tanjung Wangi".
        """
        before = f"{self.before} "
        start = part.start - len(before)
        return (
            self.before in PLACED
            and not self.headline
            and not self.parts
            and is_long(part.word)
            and self.text.startswith(before, start)
            and self.text[:start].endswith(" ")
            and not starts_sentence(self.text, start)
            and self.text[start : part.end] not in NO_PLACES
            and GOES_ON.match(self.text, part.end) is None
        )

    def place_of(self, part: Part) -> Name:
        """
        The name of a place of which the kind may be translated, and the word as well.
        """
        span = Span(part.start - len(self.before) - 1, part.end)
        return Name(
            text=span.of(self.text),
            span=span,
            kind=NameKind.WORDS,
            words=(part.word,),
            weak=(self.before,),
            certain=False,
        )

    def name_of(self, parts: list[Part], sure: list[Part], kind: NameKind) -> Name:
        """
        Some words as a name.
        """
        span = Span(parts[0].start, parts[-1].end)
        alone = len(parts) == 1 and starts_sentence(self.text, span.start)
        return Name(
            text=span.of(self.text),
            span=span,
            kind=kind,
            words=tuple(part.word for part in sure or parts),
            weak=tuple(part.word for part in parts if sure and part.everyday),
            certain=bool(sure) and not self.headline and not alone,
        )


@lru_cache(maxsize=16384)
def without_words(word: str) -> str:
    """
    A name without an everyday word to which a hyphen joins it, that stands for a dash.

    >>> without_words("Morales-masih"), without_words("Tae-gyun")
    ('Morales', 'Tae-gyun')
    """
    name, hyphen, tail = word.partition("-")
    joined = hyphen and len(tail) >= FEWEST and is_listed(tail)
    return name if joined and not is_everyday(name) else word


FEWEST = 4


@lru_cache(maxsize=16384)
def is_by_its_make(word: str) -> bool:
    """
    Whether a word looks like one with affixes, and is no given name that is known.

    >>> is_by_its_make("Diperiksa"), is_by_its_make("Peter")
    (True, False)
    """
    return is_inflected(word) and not is_person_known(word)


@lru_cache(maxsize=16384)
def is_no_part(word: str) -> bool:
    """
    Whether a word with a capital belongs to no name.
    """
    return (
        word in TITLES
        or word in HEADS
        or word in NO_NAMES
        or OFFICES.fullmatch(word) is not None
    )


def initials_of(part: Part) -> Name:
    """
    A name that is initials.
    """
    return Name(
        text=part.word,
        span=Span(part.start, part.end),
        kind=NameKind.INITIALS,
        words=(part.word,),
        certain=True,
    )


def is_initials(text: str, part: Part) -> bool:
    """
    Whether capitals are the initials of a person who must not be named.

    Other acronyms that the lexicon does not have are translated as often as not.
    """
    if part.word in NO_NAMES or len(part.word) > MOST_INITIALS:
        return False
    before = text[max(0, part.start - NEAR) : part.start]
    return bool(AGE.match(text, part.end) or INITIALS.search(before))


MOST_INITIALS = 4
NEAR = 12


def is_long(word: str) -> bool:
    """
    Whether a word is long enough, and no longer, to be looked for.
    """
    return SHORTEST <= len(word) <= LONGEST


SHORTEST = 3
LONGEST = 40
MOST_PARTS = 12
"""
Longer runs are no names, and would take their time.
"""

BROKEN = regex.compile(r"[^\w\s\p{P}$<>=+|~^`]")
"""
A name that ends in such a sign is one that was broken on its way: *BartolomÃ©*.
"""

EXPLAINED = re.compile(r" (?:adalah|merupakan|biasanya|umumnya|sering|ini|itu)\b")
"""
What follows a thing that is explained: *Origami adalah seni melipat kertas*.
"""

NAME_BEHIND = re.compile(r"\. [A-Z]")

KIND_BEFORE = re.compile(r"\b(\w{2,8})\)? $")

PLURAL = re.compile(r"[A-Z]{2,}[a-z]{1,2}")
"""
An acronym with an ending: *MWPs*, *PLTSa*.
"""

WHERE = re.compile(
    r"\b(?:di|ke|dari|asal|dekat|sentra|desa|dusun|kampung|daerah|kelurahan"
    r"|kecamatan) $"
)
GOES_ON = re.compile(r" (?:\(|[A-Z])|-")

DESCRIBED = (HEADS | OFFICE_TITLES) - CALLED
"""
Behind these a word that can be one is a word: *Dinas Kesehatan*, *Direktur Keuangan*.
"""

CLITIC = regex.compile(r"-(?:nya|lah|kah|pun)$|(?<=\w{5})nya$")

CAPITALISED = r"\p{Lu}[\p{L}\p{M}'’]*+(?!\p{Nd})(?:-\p{Ll}[\p{L}\p{M}]++)*+"

RUN = regex.compile(
    rf"(?<![\p{{L}}\p{{Nd}}#@_]){CAPITALISED}"
    rf"(?: (?:(?:{'|'.join(PARTICLES)}) )?{CAPITALISED})*+"
)

WORD_IN_RUN = regex.compile(rf"{CAPITALISED}|\p{{Ll}}++")
