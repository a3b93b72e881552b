"""
What no translation may change: addresses, handles, phone numbers, plates, codes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

import regex

from selaras.text.spans import Span

VerbatimKind = Literal[
    "web address",
    "e-mail address",
    "handle",
    "hashtag",
    "phone number",
    "plate",
    "code",
    "law number",
    "emoji",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verbatim:
    """
    One item that must come out of a translation as it went in.

    Of a law ("UU Nomor 11 Tahun 2020") only the digits are items, because the words
    round them are translated: each number is an item of its own.
    """

    kind: VerbatimKind
    text: str
    span: Span


@lru_cache(maxsize=1024)
def find_verbatim(text: str) -> tuple[Verbatim, ...]:
    """
    Every item of a text that no translation may change, in the order of the text.

    >>> text = "Hubungi 0812-3456-7890 atau @BPBD_Cianjur, info di bpbd.go.id."
    >>> [(item.kind, item.text) for item in find_verbatim(text)]
    [('phone number', '0812-3456-7890'), ('handle', '@BPBD_Cianjur'), \
('web address', 'bpbd.go.id')]

    Items never overlap. The text may be in any of our languages, but laws and plates
    are known in their Indonesian form only. Answers are remembered: several checks ask.
    """
    if not HINT.search(text):
        return ()
    items = [*plain_items(text), *law_items(text), *emoji_items(text)]
    return tuple(sorted(items, key=lambda item: item.span))


def stands_in(item: str, text: str) -> Span | None:
    """
    Where an item stands in a text as it is, and not as a part of something longer.

    >>> stands_in("detik.com", "据detik.com报道")
    Span(start=1, end=10)
    >>> stands_in("detik.com", "www.detik.com.sg") is None
    True
    """
    match = re.search(BEFORE_ITEM + re.escape(item) + AFTER_ITEM, text)
    return Span(*match.span()) if match else None


def without_verbatim(text: str) -> str:
    """
    The text with its addresses, phone numbers, plates and codes blanked out.

    Offsets stay as they are. The numbers of laws stay too: they are numbers.

    >>> without_verbatim("Telepon (021) 5550123, 24 jam")
    'Telepon              , 24 jam'
    """
    for item in find_verbatim(text):
        if item.kind != "law number":
            start, end = item.span.start, item.span.end
            text = text[:start] + " " * (end - start) + text[end:]
    return text


HINT = re.compile(
    r"[@#/+]|\.[a-z]|\.\d+\.\d+\.|0\d\d|[A-Z]\d|[A-Z]-\d|[A-Z] \d|\b1[45]0"
    r"|N(?:omo|[or])"
    r"|[\u231a-\u2b55\U0001f000-\U0001faff]"
)
"""
Without one of these a text has no item: most sentences are done here.
"""

BEFORE_ITEM = r"(?<![A-Za-z0-9_@#])(?<![A-Za-z0-9][./-])"
AFTER_ITEM = r"(?![A-Za-z0-9_@]|[./-][A-Za-z0-9])"

TOP_LEVEL = (
    "com|net|org|info|biz|tv|co|io|me|app|news|gov|edu|int|asia|"
    "id|sg|my|jp|cn|sa|ae|fr|uk|us|au|eu|de|nl"
)

PLATE_AREAS = (
    "A|B|D|E|F|G|H|K|L|M|N|P|R|S|T|W|Z|"
    "A[ABDEG]|B[ABDEGHKLMNP]|D[ABCDEGHKLMNPRST]|E[ABD]|K[BHTU]|P[ABCEGSTY]"
)

OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"

GROUPS = r"(?<=\d[ \u00a0\u202f\u2009])\d{3}(?:[ ]\d{3})*+(?![ ]?\d)"
"""
The rest of a number whose thousands stand apart: 6 060 000 is no phone number.
"""

CURRENCIES = "USD|IDR|EUR|SGD|JPY|CNY|RMB|GBP|AUD|MYR|SAR|AED|KRW|INR|THB|HKD|CHF"

ITEM = re.compile(
    rf"""
    (?P<url>
        (?<![A-Za-z0-9])(?:(?:https?|ftp)://|www\.)[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]++
    )
    | (?P<mail>
        (?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]++@[A-Za-z0-9-]++(?:\.[A-Za-z0-9-]++)+
    )
    | (?P<domain>
        (?<![A-Za-z0-9.@/-])(?:[A-Za-z0-9-]{{2,63}}\.){{1,4}}(?:{TOP_LEVEL})
        (?![A-Za-z0-9-])(?:/[A-Za-z0-9\-._~/?#=&%+]*+)?
    )
    | (?P<handle> (?<![A-Za-z0-9._@/])@[A-Za-z0-9_](?:[A-Za-z0-9_.]*[A-Za-z0-9_])? )
    | (?P<tag> (?<![A-Za-z0-9&/#])\#(?=\w*[^\W\d_])\w++ )
    | (?P<slashed>
        (?<![\w/.])(?=[\w./-]*[A-Z])(?=[\w./-]*\d)
        [A-Za-z0-9][\w.-]*+(?:/[\w-]++(?:\.[\w-]++)*){{2,}}
    )
    | (?P<phone>
        (?<![\w.,+-])(?!{GROUPS})(?:
            \+\d{{1,3}}[ .-]?\(?\d{{1,4}}\)?(?:[ .-]?\d{{2,5}}){{1,4}}
          | \(0\d{{2,3}}\)[ ]?\d{{3,4}}[ .-]?\d{{3,5}}
          | 0\d{{1,3}}(?:\.\d{{3,4}}){{2,3}}
          | 0\d{{2,3}}[- ]\d{{3,4}}(?:[- ]?\d{{3,5}})?(?:[- ]\d{{2,4}})?
          | 0\d{{9,12}}
          | 1(?:500|40)[- ]?\d{{3}}
        )(?![\d]|[.,/]\d)
    )
    | (?P<address> (?<![\w.,+-])(?:{OCTET}\.){{3}}{OCTET}(?![\w]|[.,/]\d) )
    | (?P<plate> (?<![\w.-])(?:{PLATE_AREAS})[ ]\d{{1,4}}[ ][A-Z]{{1,3}}(?![\w]) )
    | (?P<code>
        (?<![\w.-])(?!(?:{CURRENCIES})\d|[IVX]+-\d)[A-Z]{{2,6}}-?\d{{3,}}[A-Z0-9]*+(?![a-z]|[.,]\d)
    )
    """,
    re.VERBOSE | re.ASCII,
)

KINDS: dict[str, VerbatimKind] = {
    "url": "web address",
    "mail": "e-mail address",
    "domain": "web address",
    "handle": "handle",
    "tag": "hashtag",
    "slashed": "code",
    "phone": "phone number",
    "address": "web address",
    "plate": "plate",
    "code": "code",
}

LAW = re.compile(
    r"(?:\bN(?:omor|o\.?|r\.?)\s{0,2}(\d{1,4})\s+[Tt]ahun\s+(\d{4})"
    r"|\b(?:UU|PP|Perppu|Perpres|Keppres|Inpres|Perda|Pergub|Permen\w*)"
    r"\s+(?:N(?:omor|o\.?)\s{0,2})?(\d{1,4})/(\d{4}))\b"
)

EMOJI_HINT = re.compile("[\u231a-\u2b55\U0001f000-\U0001faff]")

EMOJI = regex.compile(
    r"""
      [\U0001f1e6-\U0001f1ff]{2}
    | (?![\U0001f1e6-\U0001f1ff\u2190-\u21ff\u2900-\u297f\u2b00-\u2b0f])
      (?:\p{Emoji_Presentation}|[\p{So}&&[\U0001f300-\U0001faff]]
        |[\p{Extended_Pictographic}--[©®™‼⁉ℹ〰〽㊗㊙]](?=[\ufe0f\U0001f3fb-\U0001f3ff]))
      [\ufe0f\U0001f3fb-\U0001f3ff]*+ [\U000e0020-\U000e007f]*+
      (?:\u200d\p{Extended_Pictographic}[\ufe0f\U0001f3fb-\U0001f3ff]*+)*+
    """,
    regex.VERBOSE | regex.V1,
)
"""
A flag, or a picture with its skin colour and all that is joined to it (UTS #51).

Signs that are text first (™, arrows, digits in a keycap) are not pictures.
"""

LOOSE_END = ".,;:!?'"


def plain_items(text: str) -> Iterator[Verbatim]:
    """
    Everything but laws.
    """
    for match in ITEM.finditer(text):
        kind = KINDS[cast("str", match.lastgroup)]
        item = match[0] if kind == "phone number" else trimmed(match[0])
        span = Span(match.start(), match.start() + len(item))
        yield Verbatim(kind=kind, text=item, span=span)


def law_items(text: str) -> Iterator[Verbatim]:
    """
    The number and the year of every law, each on its own.
    """
    for match in LAW.finditer(text):
        for group in (1, 2, 3, 4):
            if match[group]:
                span = Span(*match.span(group))
                yield Verbatim(kind="law number", text=match[group], span=span)


def emoji_items(text: str) -> Iterator[Verbatim]:
    """
    Every emoji, whole: a flag is one, and so is a family.

    >>> [item.text for item in emoji_items("Selamat🇮🇩🎉👍🏽 ™ → 1️⃣ ❤️")]
    ['🇮🇩', '🎉', '👍🏽', '❤️']
    """
    if EMOJI_HINT.search(text):
        for match in EMOJI.finditer(text):
            yield Verbatim(kind="emoji", text=match[0], span=Span(*match.span()))


def trimmed(item: str) -> str:
    """
    An item without the punctuation of the sentence that it ends.

    >>> trimmed("https://id.wikipedia.org/wiki/Cianjur_(kota)).")
    'https://id.wikipedia.org/wiki/Cianjur_(kota)'
    """
    while item and (
        item[-1] in LOOSE_END
        or (item[-1] in ")]" and item.count("(") < item.count(")"))
        or (item[-1] == "]" and "[" not in item)
    ):
        item = item[:-1]
    return item
