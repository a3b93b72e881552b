"""
Which words became which: from a decoder's attention to links between characters.

The attention of a small model is a hint, not an alignment. Words that stand unchanged
on both sides, once on each, are anchors and outweigh it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from selaras.article.model import Link

Stretch = tuple[int, int]
Mass = NDArray[np.float32]

UNSPACED = (
    "\N{IDEOGRAPHIC ITERATION MARK}"
    "\N{HIRAGANA LETTER SMALL A}-\N{KATAKANA LETTER VO}"
    "\N{KATAKANA-HIRAGANA PROLONGED SOUND MARK}"
    "\N{CJK UNIFIED IDEOGRAPH-3400}-\N{CJK UNIFIED IDEOGRAPH-9FFF}"
    "\N{CJK COMPATIBILITY IDEOGRAPH-F900}-\N{CJK COMPATIBILITY IDEOGRAPH-FAD9}"
)
WORD = re.compile(
    rf"(?P<unspaced>[{UNSPACED}]+)"
    rf"|(?P<word>[^\W_{UNSPACED}]+(?:['’.,:/-][^\W_{UNSPACED}]+)*)"
    r"|[^\w\s]|_"
)
FAINT = 0.1
"""
A link below this share of attention says nothing.
"""


@dataclass(frozen=True, slots=True)
class Words:
    """
    The words of a text, and for each of its pieces the word that it belongs to.

    ``of_piece`` holds -1 for a piece that belongs to none.
    """

    spans: tuple[Stretch, ...]
    texts: tuple[str, ...]
    content: NDArray[np.bool_]
    of_piece: NDArray[np.intp]

    @classmethod
    def of(cls, text: str, pieces: Sequence[Stretch]) -> "Words":
        """
        Merge pieces into words; where a script has no spaces, a piece is a word.
        """
        spans = tuple(_spans(text, {start for start, _ in pieces}))
        texts = tuple(text[start:end] for start, end in spans)
        owner = np.full(len(text) + 1, -1, dtype=np.intp)
        for index, (start, end) in enumerate(spans):
            owner[start:end] = index
        for position in range(len(text) - 1, -1, -1):
            if owner[position] < 0:
                owner[position] = owner[position + 1]
        starts = np.array([start for start, _ in pieces], dtype=np.intp)
        content = np.array([word[0].isalnum() for word in texts], dtype=np.bool_)
        # White space is counted with the word after it: "▁" before a digit is a piece.
        return cls(spans, texts, content, owner[starts] if len(starts) else starts)


def links_of(
    attention: Mass,
    source: str,
    source_pieces: Sequence[Stretch],
    target: str,
    target_pieces: Sequence[Stretch],
) -> tuple[Link, ...]:
    """
    Links between words, in the order of the target.

    ``attention[t, s]`` is how much the target piece ``t`` looked at the source piece
    ``s``; a row may sum to less than 1, when it looked elsewhere.
    """
    ours, theirs = Words.of(source, source_pieces), Words.of(target, target_pieces)
    if not ours.spans or not theirs.spans:
        return ()
    mass = _word_mass(attention, ours, theirs)
    _anchor(mass, ours, theirs)
    return tuple(
        Link(
            source=ours.spans[s],
            target=theirs.spans[t],
            weight=round(min(1.0, float(mass[t, s])), 3),
        )
        for t, s in sorted(_chosen(mass))
    )


def composed(first: Iterable[Link], second: Iterable[Link]) -> tuple[Link, ...]:
    """
    Links from source to target through a pivot that both sides are linked to.

    >>> one = Link(source=(0, 5), target=(4, 9), weight=0.5)
    >>> two = Link(source=(4, 9), target=(0, 2), weight=0.5)
    >>> composed([one], [two])
    (Link(source=(0, 5), target=(0, 2), weight=0.25),)
    """
    first = tuple(first)
    weights: dict[tuple[Stretch, Stretch], float] = defaultdict(float)
    for onward in second:
        for link in first:
            shared = _shared(link.target, onward.source)
            if shared:
                key = (link.source, onward.target)
                weight = link.weight * onward.weight * shared
                weights[key] = max(weights[key], round(weight, 3))
    return tuple(
        Link(source=source, target=target, weight=weight)
        for (source, target), weight in sorted(
            weights.items(), key=lambda item: (item[0][1], item[0][0])
        )
        if weight > 0
    )


def shifted(links: Iterable[Link], source: int, target: int) -> tuple[Link, ...]:
    """
    The same links, of texts that stand further on in longer ones.
    """
    return tuple(
        replace(
            link,
            source=(link.source[0] + source, link.source[1] + source),
            target=(link.target[0] + target, link.target[1] + target),
        )
        for link in links
    )


def identity(text: str) -> tuple[Link, ...]:
    """
    The link of a text that was carried over as it is.
    """
    whole = (0, len(text))
    return (Link(source=whole, target=whole),) if text else ()


def as_matrix(attention: Sequence[Sequence[float]]) -> Mass:
    """
    What the runtime returned as lists, as an array.
    """
    return np.asarray(attention, dtype=np.float32)


def _spans(text: str, breaks: set[int]) -> Iterable[Stretch]:
    for match in WORD.finditer(text):
        start, end = match.span()
        if match["unspaced"]:
            for position in sorted(b for b in breaks if start < b < end):
                yield (start, position)
                start = position
        yield (start, end)


def _word_mass(attention: Mass, ours: Words, theirs: Words) -> Mass:
    gather = np.zeros((len(ours.of_piece), len(ours.spans)), dtype=np.float32)
    known = ours.of_piece >= 0
    gather[np.flatnonzero(known), ours.of_piece[known]] = 1
    spread = np.zeros((len(theirs.spans), len(theirs.of_piece)), dtype=np.float32)
    known = theirs.of_piece >= 0
    spread[theirs.of_piece[known], np.flatnonzero(known)] = 1
    spread /= np.maximum(spread.sum(axis=1, keepdims=True), 1)
    mass: Mass = (spread @ attention @ gather).astype(np.float32)
    # A word never becomes a punctuation mark, nor the other way round.
    mass[np.not_equal.outer(theirs.content, ours.content)] = 0
    return mass


def _anchor(mass: Mass, ours: Words, theirs: Words) -> None:
    there = _singles(theirs)
    for word, s in _singles(ours).items():
        if (t := there.get(word)) is not None:
            mass[t, :] = 0
            mass[:, s] = 0
            mass[t, s] = 1


def _singles(words: Words) -> dict[str, int]:
    at: dict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(words.texts):
        if words.content[index] and (len(text) > 1 or text.isdigit()):
            at[text.casefold()].append(index)
    return {text: found[0] for text, found in at.items() if len(found) == 1}


def _chosen(mass: Mass) -> set[tuple[int, int]]:
    best = mass.argmax(axis=1)
    chosen = {(t, int(s)) for t, s in enumerate(best) if mass[t, s] >= FAINT}
    # A source word that no target word chose still says where it most likely went.
    for s in set(range(mass.shape[1])) - {s for _, s in chosen}:
        t = int(mass[:, s].argmax())
        if mass[t, s] >= FAINT:
            chosen.add((t, s))
    return chosen


def _shared(one: Stretch, other: Stretch) -> float:
    overlap = min(one[1], other[1]) - max(one[0], other[0])
    shorter = min(one[1] - one[0], other[1] - other[0])
    return overlap / shorter if overlap > 0 and shorter > 0 else 0.0
