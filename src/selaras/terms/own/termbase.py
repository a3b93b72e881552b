"""
The newsroom's own terms and names, and the quick search for them in an Indonesian text.

Terms are kept word by word in a tree, so that a text is read once, however many terms
there are. A word is looked up by what it may be a form of: *tersangkanya*, *disita*,
*kapal-kapal*. Names and what is never translated may have no affix but *-nya* and its
like. Where a term has a capital, the text must have it too, since *Medan* is a city.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from selaras.languages import Tag
from selaras.terms.own.affixes import Form, bases, is_doubled
from selaras.text.spans import Span


class TermKind(StrEnum):
    """
    What an entry is: a term is translated, a name has one rendering, ``KEPT`` stays.
    """

    TERM = "term"
    NAME = "name"
    KEPT = "kept"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermEntry:
    """
    A term of the newsroom: how it is said in each language, and how it is not.

    ``id`` is whatever its keeper knows it by.
    """

    source: str
    kind: TermKind = TermKind.TERM
    preferred: Mapping[Tag, str] = field(default_factory=dict)
    allowed: Mapping[Tag, tuple[str, ...]] = field(default_factory=dict)
    forbidden: Mapping[Tag, tuple[str, ...]] = field(default_factory=dict)
    id: int = 0

    def good(self, language: Tag) -> tuple[str, ...]:
        """
        What may stand for it in a language, the preferred rendering first.
        """
        first = self.preferred.get(language, "")
        others = self.allowed.get(language, ())
        own = (self.source,) if self.kind is TermKind.KEPT else ()
        return tuple(dict.fromkeys(filter(None, (first, *own, *others))))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """
    Where a text has a term, and in what form.
    """

    entry: TermEntry
    span: Span
    form: Form


@dataclass(frozen=True, slots=True, kw_only=True)
class TermWanted:
    """
    A term of a sentence and what one language wants for it.

    ``good`` are its renderings, the preferred one first. Of a ``derived`` word
    (*hukuman* of *hukum*) nobody said what it is called: nothing is asked for it.
    """

    source: str
    text: str
    span: tuple[int, int]
    kind: TermKind
    good: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    derived: bool = False


class Node:
    """
    A place in the tree of words: where it goes on, and what ends here.
    """

    __slots__ = ("children", "ends")

    def __init__(self) -> None:
        self.children: dict[str, Node] = {}
        self.ends: list[tuple[TermEntry, tuple[str, ...]]] = []


class Termbase:
    """
    Terms, and where they stand in a text. It never changes: another one is made.

    >>> base = Termbase([TermEntry(source="tersangka", preferred={"en": "suspect"})])
    >>> [(o.span.of("Para Tersangkanya diam."), o.form.name)
    ...  for o in base.find("Para Tersangkanya diam.")]
    [('Tersangkanya', 'ENCLITIC')]
    """

    def __init__(self, entries: Iterable[TermEntry]) -> None:
        self.entries = tuple(entries)
        self.root = Node()
        for entry in self.entries:
            written = tuple(word for _, word in tokens_of(entry.source))
            plant(self.root, [word.lower() for word in written], entry, written)
            if entry.kind is TermKind.TERM and len(written) == COMPOUND:
                plant(self.root, ["".join(written).lower()], entry, ())

    def __len__(self) -> int:
        return len(self.entries)

    def find(self, text: str) -> Iterator[Occurrence]:
        """
        Every term of a text, in order; the longest wins, and none overlap.
        """
        tokens = tokens_of(text)
        at = 0
        while at < len(tokens):
            found = self.longest(text, tokens, at)
            if found is None:
                at += 1
                continue
            entry, last, form = found
            last, form = with_doubling(text, tokens, at, last, form, entry)
            start, (end, word) = tokens[at][0], tokens[last]
            yield Occurrence(entry, Span(start, end + len(word)), form)
            at = last + 1

    def longest(
        self, text: str, tokens: "Tokens", at: int
    ) -> "tuple[TermEntry, int, Form] | None":
        """
        The longest term that begins at a word, with its last word; the nearest form.
        """
        if not self.root.children or text[tokens[at][0] - 1 : tokens[at][0]] in HANDLES:
            return None
        best: tuple[int, int, TermEntry, Form] | None = None
        for entry, last, form in self.beginning(text, tokens, at):
            rank = (last, -form)
            if best is None or rank > best[:2]:
                best = (*rank, entry, form)
        return (best[2], best[0], best[3]) if best else None

    def beginning(
        self, text: str, tokens: "Tokens", at: int
    ) -> "Iterator[tuple[TermEntry, int, Form]]":
        """
        All terms that begin at a word.

        Only the first word of several may have a prefix, only the last a suffix.
        """
        for base, form in bases(tokens[at][1].lower()):
            node = self.root.children.get(base)
            last, now = at, form
            while node is not None:
                for entry, written in node.ends:
                    if fits(entry, written, now, tokens[at : last + 1]):
                        yield entry, last, now
                last += 1
                if last >= len(tokens) or not are_joined(text, tokens, last):
                    break
                yield from self.ending(node, tokens, at, last, form)
                node = node.children.get(tokens[last][1].lower())

    def ending(
        self, node: Node, tokens: "Tokens", at: int, last: int, form: Form
    ) -> "Iterator[tuple[TermEntry, int, Form]]":
        """
        The terms whose last word has something behind it there.
        """
        for base, end_form in bases(tokens[last][1].lower()):
            child = node.children.get(base) if end_form is not Form.SAME else None
            now = max(form, end_form)
            for entry, written in child.ends if child else ():
                if fits(entry, written, now, tokens[at : last + 1]):
                    yield entry, last, now

    def wanted(self, text: str, language: Tag) -> tuple[TermWanted, ...]:
        """
        What a language wants for the terms of a text: each once, its plainest form.
        """
        plainest: dict[int, Occurrence] = {}
        for found in self.find(text):
            known = plainest.get(id(found.entry))
            if known is None or found.form < known.form:
                plainest[id(found.entry)] = found
        return tuple(
            wanted_of(found, text, language)
            for found in plainest.values()
            if found.entry.good(language) or found.entry.forbidden.get(language)
        )


Tokens = Sequence[tuple[int, str]]
"""
The words of a text, with the places where they begin.
"""

COMPOUND = 2
"""
Words of a term that affixes on both sides join into one: *pertanggungjawaban*.
"""


def wanted_of(found: Occurrence, text: str, language: Tag) -> TermWanted:
    """
    What a language wants for a term where it stands.
    """
    entry, said = found.entry, found.span.of(text)
    good = entry.good(language)
    if entry.kind is TermKind.KEPT:
        # A headline in capitals keeps what it has in capitals.
        good = tuple(dict.fromkeys((*good, said)))
    return TermWanted(
        source=entry.source,
        text=said,
        span=(found.span.start, found.span.end),
        kind=entry.kind,
        good=good,
        forbidden=entry.forbidden.get(language, ()),
        derived=found.form is Form.DERIVED,
    )


def plant(
    root: Node, path: Sequence[str], entry: TermEntry, written: tuple[str, ...]
) -> None:
    """
    Put a term into the tree, word by word.
    """
    node = root
    for word in path:
        node = node.children.setdefault(word, Node())
    if path:
        node.ends.append((entry, written))


def tokens_of(text: str) -> Tokens:
    """
    The words of a text; *Jum'at* is one.
    """
    return [
        (match.start(), match[0].replace("’", "'")) for match in WORD.finditer(text)
    ]


WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
HANDLES = frozenset("@#_")


def are_joined(text: str, tokens: Tokens, second: int) -> bool:
    """
    Whether two words belong together: a space, a hyphen or an initial's stop between.
    """
    start, word = tokens[second - 1]
    between = text[start + len(word) : tokens[second][0]]
    if between.strip() in JOINS:
        return True
    return between.strip() == "." and len(word) <= INITIAL and word[0].isupper()


JOINS = frozenset({"", "-", "\N{HYPHEN}", "\N{NON-BREAKING HYPHEN}"})
INITIAL = 3


def fits(
    entry: TermEntry, written: tuple[str, ...], form: Form, tokens: Tokens
) -> bool:
    """
    Whether the words of a text can be an entry: their affixes and their capitals.
    """
    if entry.kind is not TermKind.TERM and form > Form.ENCLITIC:
        return False
    return all(
        has_capitals(word, own) for (_, word), own in zip(tokens, written, strict=False)
    )


def has_capitals(word: str, own: str) -> bool:
    """
    Whether a word has the capitals that an entry's own word has, or all.

    >>> has_capitals("MEDAN", "Medan"), has_capitals("medan", "Medan")
    (True, False)
    >>> has_capitals("Pan", "PAN"), has_capitals("KPKnya", "KPK")
    (False, True)
    """
    if own.islower() or not own[0].isalpha():
        return True
    if own.isupper() and len(own) > 1:
        return word.startswith(own)
    return word[0].isupper() == own[0].isupper() or word.isupper()


def with_doubling(
    text: str, tokens: Tokens, first: int, last: int, form: Form, entry: TermEntry
) -> tuple[int, Form]:
    """
    The last word of a term, the one that doubles it or *-nya* behind a hyphen included.
    """
    if last + 1 >= len(tokens):
        return last, form
    start, word = tokens[last]
    after, next_word = tokens[last + 1]
    if text[start + len(word) : after] != "-":
        return last, form
    if next_word.lower() in ENCLITICS:
        return last + 1, max(form, Form.ENCLITIC)
    is_term = entry.kind is TermKind.TERM and first == last
    if is_term and is_doubled(word.lower(), next_word.lower()):
        return last + 1, max(form, Form.ENCLITIC)
    return last, form


ENCLITICS = frozenset({"nya", "ku", "mu", "lah", "kah", "pun"})

NO_TERMS = Termbase(())
"""
A newsroom that has none.
"""
