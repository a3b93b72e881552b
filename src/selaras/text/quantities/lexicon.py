"""
Words and what they mean, as one pattern.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from selaras.text.alternatives import alternatives, split_at_bars
from selaras.text.spans import Span

Meaning = TypeVar("Meaning")


class Lexicon(Generic[Meaning]):
    """
    Finds words, the longest first, and says what they mean.

    A key is one pattern or several with bars between. Where ``whole``, a word must end
    where it ends, and begin where it begins, or after ``prefixes``: that is looked at
    here and not in the pattern, since a pattern that begins with letters is found many
    times faster. So is one without groups: what a word means is found out after it.

    >>> list(Lexicon({"more than": "up", "more": "?"}).find("no more than 5"))
    [(Span(start=3, end=12), 'up')]
    """

    def __init__(
        self,
        words: Mapping[str, Meaning],
        *,
        gap: str = "",
        whole: bool = True,
        prefixes: str = "",
    ) -> None:
        self.words = words
        self.gap = re.compile(gap)
        self.whole = whole
        self.prefixes = re.compile(prefixes)
        self.asked_for: dict[str, re.Pattern[str]] = {}
        self.by_letter: dict[str, Sequence[tuple[str, Meaning]]] = {}

    def find(self, text: str) -> Iterator[tuple[Span, Meaning]]:
        """
        Every word of a text, in order, none over another.
        """
        found = self.pattern.search(text)
        while found:
            start, end = found.span()
            if not self.whole or self.begins_at(text, start):
                yield Span(start, end), self.meaning(text, start, end)
                start = end - 1
            found = self.pattern.search(text, start + 1)

    def at(self, text: str, start: int) -> tuple[Span, Meaning] | None:
        """
        The word that begins at a place, or after a gap there.
        """
        gap = self.gap.match(text, start)
        for place in {gap.end() if gap else start, start}:
            if found := self.pattern.match(text, place):
                return Span(*found.span()), self.meaning(text, *found.span())
        return None

    def begins_at(self, text: str, start: int) -> bool:
        """
        Whether a word may begin at a place.
        """
        first = start
        while first and text[first - 1].isalnum() and start - first < LONGEST_PREFIX:
            first -= 1
        return self.prefixes.fullmatch(text, first, start) is not None

    def meaning(self, text: str, start: int, end: int) -> Meaning:
        """
        What a word means that was found.
        """
        return next(
            meaning
            for word, meaning in self.beginning_with(text[start])
            if self.is_word(word, text, start, end)
        )

    def beginning_with(self, letter: str) -> Sequence[tuple[str, Meaning]]:
        """
        The single words that may begin with a letter, in order.
        """
        if letter not in self.by_letter:
            self.by_letter[letter] = [
                (word, meaning)
                for word, meaning in self.alternatives
                if first_letter(word) in ("", letter)
            ]
        return self.by_letter[letter]

    def is_word(self, word: str, text: str, start: int, end: int) -> bool:
        """
        Whether what was found is a single word; most words are no more than letters.
        """
        if word.isalpha():
            return text[start:end] == word
        found = self.one(word).match(text, start)
        return found is not None and found.end() == end

    def one(self, word: str) -> re.Pattern[str]:
        """
        The pattern of a single word: of many thousands, most are never asked for.
        """
        if word not in self.asked_for:
            self.asked_for[word] = re.compile(f"(?:{word}){self.end}")
        return self.asked_for[word]

    @cached_property
    def alternatives(self) -> list[tuple[str, Meaning]]:
        """
        Every single word and its meaning, the longest first.
        """
        single = [
            (word, meaning)
            for words, meaning in self.words.items()
            for word in split_at_bars(words)
            if word
        ]
        return sorted(single, key=lambda one: -len(one[0]))

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """
        All words as one pattern.
        """
        words = alternatives(word for word, _ in self.alternatives)
        return re.compile(f"(?:{words}){self.end}")

    @property
    def end(self) -> str:
        """
        What must follow a word.
        """
        return r"(?!\w)" if self.whole else ""


LONGEST_PREFIX = 6


def first_letter(pattern: str) -> str:
    """
    The letter that a pattern begins with, or nothing where it need not be there.

    >>> first_letter("naik"), first_letter("n?aik"), first_letter("(?:a|b)")
    ('n', '', '')
    """
    sure = pattern[0].isalnum() and pattern[1:2] not in ("?", "*", "{", "|")
    return pattern[0] if sure else ""


def literal(names: Mapping[str, Meaning]) -> dict[str, Meaning]:
    r"""
    Plain names as patterns, with any kind of space between their words.

    >>> literal({"US dollars": "USD"})
    {'US[\\s-]dollars': 'USD'}
    """
    return {
        re.escape(name).replace(r"\ ", r"[\s-]"): meaning
        for name, meaning in names.items()
    }


def ended(names: Mapping[str, Meaning]) -> dict[str, Meaning]:
    """
    Patterns of which those in Latin letters end where no such letter follows.

    Where words are not parted, the "gbp" of 10gbps would be pounds.

    >>> ended({"gbp": "GBP", "英镑": "GBP"})
    {'gbp(?![a-z])': 'GBP', '英镑': 'GBP'}
    """
    return {
        f"{name}(?![a-z])" if name.isascii() and name[-1].isalpha() else name: meaning
        for name, meaning in names.items()
    }
