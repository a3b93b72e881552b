"""
What Indonesian words become in the other languages, as a dictionary of stems.

It was learnt from parallel text (``selaras_train.dictionary``), so that it knows what
translators write and not what a word means. Its weights say how much it tells about a
sentence that a word's counterparts are there, or are not.
"""

import lzma
from collections.abc import Mapping
from functools import cache, cached_property, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import NamedTuple

from selaras.fidelity.dictionary.by_hand import Renderings, written_by_hand
from selaras.fidelity.dictionary.stems import root_of, words_of
from selaras.languages import TARGETS, Tag
from selaras.text.spans import Span


class Weights(NamedTuple):
    """
    The evidence that a word was not translated, as logarithms of a ratio of chances.

    ``nothing`` is for a word without a counterpart, ``something`` for a doubtful one,
    ``surely`` for a likely one. Above 0 speaks for a loss, below 0 against it.
    """

    nothing: float
    something: float
    surely: float


class Counterparts(NamedTuple):
    """
    The stems that translators write for a word: the likely ones, and the doubtful.
    """

    likely: frozenset[str]
    doubtful: frozenset[str]
    weights: Weights


NONE_MORE = Renderings(frozenset(), frozenset())
NOTHING: Mapping[str, Renderings] = MappingProxyType({})


class Dictionary:
    """
    One language's dictionary, read lazily from its file; more may be added by hand.
    """

    def __init__(self, text: str, by_hand: Mapping[str, Renderings] = NOTHING) -> None:
        self.by_hand = by_hand
        entries, _, words = text.partition("\n\n")
        self.rare, *lines = entries.split("\n")
        self.lines = {
            root: rest for root, _, rest in (x.partition("\t") for x in lines)
        }
        self.words_text = words

    @lru_cache(maxsize=20_000)  # noqa: B019  (dictionaries live as long as the program)
    def counterparts(self, root: str) -> Counterparts | None:
        """
        What a root becomes; nothing if it is not known.

        The weight of a doubtful counterpart was learnt from others than those that are
        written by hand: of these, none speaks more for a loss than nothing does.
        """
        line = self.lines.get(root)
        more = self.by_hand.get(root)
        if line is None and more is None:
            return None
        code, likely, doubtful = (line or "\t\t").split("\t")
        all_likely, all_doubtful = (more or NONE_MORE).joined(
            Renderings(frozenset(likely.split()), frozenset(doubtful.split()))
        )
        weights = weights_of(code or self.rare[:3])
        if more:
            weights = weights._replace(something=min(weights[:2]))
        return Counterparts(all_likely, all_doubtful, weights)

    def likely(self, root: str) -> frozenset[str]:
        """
        The likely counterparts alone, for who asks for those of many words once.
        """
        line = self.lines.get(root, "\t\t")
        surely = self.by_hand.get(root, NONE_MORE).likely
        return surely.union(line.split("\t")[1].split())

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """
        Every stem that is a counterpart of something.
        """
        lists = (line.split("\t", 1)[1] for line in self.lines.values())
        learnt = "\t".join(lists).replace("\t", " ").split()
        return frozenset(learnt).union(*(more.likely for more in self.by_hand.values()))

    @cached_property
    def words(self) -> dict[str, Weights]:
        """
        For the frequent stems of the language, how much it tells if they come unasked.
        """
        pairs = (line.split("\t") for line in self.words_text.split("\n") if line)
        return {stem: weights_of(code) for stem, code in pairs}

    @cached_property
    def rare_word(self) -> Weights:
        """
        The same for those that are not frequent.
        """
        return weights_of(self.rare[3:])


def counterparts(word: str, language: Tag) -> frozenset[str]:
    """
    The stems that may stand for an Indonesian word in a language, likely ones only.

    >>> "flood" in counterparts("kebanjiran", "en")
    True
    """
    found = dictionary_of(language).counterparts(root(word.lower()))
    return found.likely if found else frozenset()


def places_of(word: str, text: str, language: Tag) -> tuple[Span, ...]:
    """
    Where in a text its likely counterparts stand.

    >>> places_of("banjir", "Residents fled the floods.", "en")
    (Span(start=19, end=25),)
    """
    wanted = counterparts(word, language)
    return tuple(
        Span(found.start, found.end)
        for found in words_of(text, language)
        if found.stem in wanted
    )


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """
    The root of an Indonesian word in small letters, as the dictionary has it.
    """
    return root_of(word, roots())


@cache
def roots() -> frozenset[str]:
    """
    The Indonesian roots that are known.
    """
    return frozenset(packed("roots").split("\n"))


@cache
def dictionary_of(language: Tag) -> Dictionary:
    """
    The dictionary of a language; an empty one for languages that have none.
    """
    if language not in TARGETS:
        return Dictionary(EMPTY)
    return Dictionary(packed(language), by_root(written_by_hand(language)))


def by_root(table: Mapping[str, Renderings]) -> Mapping[str, Renderings]:
    """
    What was written by hand, by the root of its words: some have theirs in common.
    """
    found: dict[str, Renderings] = {}
    for word, more in table.items():
        key = root(word)
        found[key] = found.get(key, NONE_MORE).joined(more)
    return found


def packed(name: str) -> str:
    """
    The text of a file that lies beside this module.
    """
    file = resources.files(__package__) / f"{name}.txt.xz"
    return lzma.decompress(file.read_bytes()).decode()


def weights_of(code: str) -> Weights:
    """
    Three weights from three letters: ``m`` is nothing, each letter a quarter.

    >>> weights_of("qma")
    Weights(nothing=1.0, something=0.0, surely=-3.0)
    """
    nothing, something, surely = ((ord(letter) - ord("m")) / 4 for letter in code)
    return Weights(nothing, something, surely)


def code_of(weights: Weights) -> str:
    """
    The same the other way round, for whoever writes a dictionary.
    """
    steps = (max(-12, min(13, round(weight * 4))) for weight in weights)
    return "".join(chr(ord("m") + step) for step in steps)


EMPTY = "mmmmmm\n\n"
