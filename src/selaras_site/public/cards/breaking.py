"""
Where a line of a headline may end.

The rules are those of UAX #14 that a headline meets, with the strict Japanese ones of
JIS X 4051 and the Chinese ones of CLREQ: what closes never begins a line, what opens
never ends one.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from selaras_site.public.cards.cleaning import (
    BREAK_SPACES,
    NO_BREAK_SPACES,
    clusters_of,
)

NO_START = frozenset(
    "、。，．・：；！？､｡,.!?:;؟،؛)]}）］｝〕〉》」』】〗〙〛〟｣’”»›%％‰℃°…‥"
    "ーｰ〜～ゝゞヽヾ々〻゛゜"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
)
NO_END = frozenset("([{（［｛〔〈《「『【〖〘〚〝｢‘“«‹￥¥＄$£€#＃")
STRAIGHT_QUOTES = frozenset("\"'")
INSEPARABLE = frozenset("—―…‥─")
HYPHENS = frozenset("-\N{HYPHEN}–—/")
GLUE = frozenset(NO_BREAK_SPACES)
SPACES = frozenset(BREAK_SPACES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """
    A piece of a text that stays together, without the space behind it.

    ``start`` and ``end`` count characters; ``spaced`` tells whether a space follows.
    """

    start: int
    end: int
    spaced: bool = False


def words_of(text: str) -> tuple[Word, ...]:
    """
    Cut a text into pieces that stay together.

    >>> text = "Gempa: 27 orang tewas"
    >>> [text[word.start : word.end] for word in words_of(text)]
    ['Gempa:', '27', 'orang', 'tewas']
    >>> text = "「地震だ」と、ChatGPTが。"
    >>> [text[word.start : word.end] for word in words_of(text)]
    ['「地', '震', 'だ」', 'と、', 'ChatGPT', 'が。']
    """
    return tuple(_words(clusters_of(text)))


def letters_of(text: str) -> tuple[Word, ...]:
    """
    Cut a word too wide for a line anywhere but before what closes or after what opens.

    >>> text = "“ya”:"
    >>> [text[letter.start : letter.end] for letter in letters_of(text)]
    ['“y', 'a”:']
    """
    letters: list[Word] = []
    before = ""
    for cluster in clusters_of(text):
        start = letters[-1].end if letters else 0
        end = start + len(cluster)
        if letters and not _may_part(before, cluster):
            start = letters.pop().start
        letters.append(Word(start=start, end=end))
        before = cluster
    return tuple(letters)


def may_break(clusters: Sequence[str], at: int) -> bool:
    """
    Tell whether a line may end before ``clusters[at]``, where no space stands.

    >>> may_break("死亡。", 2), may_break("「地", 1), may_break("地震", 1)
    (False, False, True)
    >>> may_break("anak-anak", 5), may_break("COVID-19", 6)
    (True, False)

    A number keeps what it counts: 27人, 25日.
    """
    before, after = clusters[at - 1], clusters[at]
    if not _may_part(before, after) or {before, after} & (GLUE | STRAIGHT_QUOTES):
        return False
    if before == after and before in INSEPARABLE:
        return False
    if before[0].isdecimal() and after not in NO_END:
        return False
    if _is_wide(before) or _is_wide(after):
        return True
    return before in HYPHENS and at > 1 and _joins(clusters[at - 2], after)


def _words(clusters: Sequence[str]) -> Iterator[Word]:
    start = here = 0
    for at, cluster in enumerate(clusters):
        if cluster in SPACES and 0 < at < len(clusters) - 1:
            if _may_part(clusters[at - 1], clusters[at + 1]):
                yield Word(start=start, end=here, spaced=True)
                start = here + 1
        elif at and clusters[at - 1] not in SPACES and may_break(clusters, at):
            yield Word(start=start, end=here)
            start = here
        here += len(cluster)
    if here > start:
        yield Word(start=start, end=here)


def _may_part(before: str, after: str) -> bool:
    return before not in NO_END and after not in NO_START


def _is_wide(cluster: str) -> bool:
    return unicodedata.east_asian_width(cluster[0]) in "WF"


def _joins(before: str, after: str) -> bool:
    return before[0].isalpha() and after[0].isalpha()
