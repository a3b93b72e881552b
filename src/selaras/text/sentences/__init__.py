"""
Cutting a text into sentences, by rules of our own, in six languages.

No character is ever lost: what stands between two spans is white space and nothing
else. The time taken grows with the length of the text and with nothing else.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from selaras.languages import SOURCE, Tag
from selaras.text.sentences import ar, en, fr, ja, zh
from selaras.text.sentences import id as indonesian
from selaras.text.sentences.rules import SentenceRules
from selaras.text.sentences.stop import CLOSERS, Stop
from selaras.text.sentences.verdicts import ends_sentence
from selaras.text.spans import Span, cut

RULES: Mapping[Tag, SentenceRules] = {
    "id": indonesian.RULES,
    "en": en.RULES,
    "fr": fr.RULES,
    "zh": zh.RULES,
    "ja": ja.RULES,
    "ar": ar.RULES,
}

LIST_ITEM = r"\n(?=[^\S\n]*+(?:[-•*–]|\d{1,3}[.)]|[a-z][.)])[^\S\n])"
EMPTY_LINE = r"\n[^\S\n]*+\n|\N{PARAGRAPH SEPARATOR}"
EMOJI = "\u200d\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
SPACE = re.compile(r"\s*+")


def split_sentences(text: str, language: Tag = SOURCE) -> tuple[Span, ...]:
    """
    Where each sentence of a text begins and ends.

    A line break inside a paragraph is white space; an empty line and a list item end
    a sentence even where no full stop stands. Text without anything to see has none.

    >>> text = "Saham PT Astra Tbk. naik 1,5 persen. Kata Prof. Budi, S.H., itu wajar."
    >>> cut(text, split_sentences(text))
    ('Saham PT Astra Tbk. naik 1,5 persen.', 'Kata Prof. Budi, S.H., itu wajar.')
    """
    rules = RULES[language]
    spans = []
    begin = skip_space(text, 0)
    for end in ends_of_sentences(text, begin, rules):
        spans.append(Span(begin, end))
        begin = skip_space(text, end)
    last = len(text.rstrip())
    return (*spans, Span(begin, last)) if begin < last else tuple(spans)


def sentences_of(text: str, language: Tag = SOURCE) -> tuple[str, ...]:
    """
    The sentences themselves.

    >>> sentences_of('"Kami siap," kata dr. Budi. "Kami datang." Ia lalu pergi.')
    ('"Kami siap," kata dr. Budi.', '"Kami datang."', 'Ia lalu pergi.')
    """
    return cut(text, split_sentences(text, language))


def ends_of_sentences(text: str, begin: int, rules: SentenceRules) -> Iterator[int]:
    """
    Each place where a sentence ends and another begins.
    """
    for found in candidates(rules).finditer(text, begin):
        if found["line"] is not None:
            end = begin + len(text[begin : found.start("line")].rstrip())
        else:
            end = found.end()
            if not ends_sentence(stop_at(found, text, begin, rules)):
                continue
        following = skip_space(text, end)
        if begin < end and following < len(text):
            yield end
            begin = following


@cache
def candidates(rules: SentenceRules) -> re.Pattern[str]:
    """
    What may end a sentence: a line that ends one, or stops and what they close.

    The quantifiers are possessive, so that no run of marks is looked at twice.
    """
    stops = re.escape(rules.stops)
    closers = re.escape(CLOSERS)
    # A closing mark may stand apart, in French or by mistake, or after an emoji.
    apart = rf"[\u00A0\u202F ]»| \"(?=\s|\Z)| ?[{EMOJI}]++(?=[{closers}])"
    closing = rf"(?:[{closers}]|{apart})*+"
    return re.compile(
        rf"(?P<line>{EMPTY_LINE}|{LIST_ITEM})|(?P<run>[{stops}]++){closing}"
    )


def stop_at(found: re.Match[str], text: str, begin: int, rules: SentenceRules) -> Stop:
    """
    The stop that the pattern found, with the sentence that it may end.
    """
    return Stop(
        text=text,
        rules=rules,
        begin=begin,
        start=found.start("run"),
        closers=found.end("run"),
        end=found.end(),
        next=skip_space(text, found.end()),
    )


def skip_space(text: str, position: int) -> int:
    """
    The first position from here on that holds something to see.
    """
    found = SPACE.match(text, position)
    return found.end() if found else position
