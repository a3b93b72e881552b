"""
Where a Japanese reader would end a line of a headline.

The rules of line breaking allow a break inside nearly every Japanese word; BudouX's
model keeps phrases whole. Chinese headlines are broken by the rules alone, as its
newspapers do.
"""

from functools import lru_cache

import budoux

from selaras.languages import Tag
from selaras_site.public.cards.breaking import Word, words_of


def phrases_of(text: str, language: Tag) -> tuple[Word, ...]:
    """
    Cut a text into pieces that stay together on a card.

    >>> text = "ジャカルタで地震、27人死亡"
    >>> [text[word.start : word.end] for word in phrases_of(text, "ja")]
    ['ジャカルタで', '地震、', '27人死亡']
    """
    words = words_of(text)
    return _joined(text, words) if language == "ja" else words


def _joined(text: str, words: tuple[Word, ...]) -> tuple[Word, ...]:
    ends = _phrase_ends(text)
    joined: list[Word] = []
    for word in words:
        if joined and not joined[-1].spaced and joined[-1].end not in ends:
            start = joined.pop().start
            word = Word(start=start, end=word.end, spaced=word.spaced)
        joined.append(word)
    return tuple(joined)


def _phrase_ends(text: str) -> frozenset[int]:
    ends, here = set(), 0
    for phrase in _parser().parse(text):
        here += len(phrase)
        ends.add(here)
    return frozenset(ends)


@lru_cache(maxsize=1)
def _parser() -> budoux.Parser:
    return budoux.load_default_japanese_parser()
