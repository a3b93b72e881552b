"""
Numbers that say by how much two things differ, and those that one is measured against.

"Lebih rendah tiga tahun" is lower by three years, "lebih rendah dari tiga tahun" lower
than three years; the words are the same but for one, and the sentences are not.
"""

import re
from collections.abc import Mapping
from functools import cache

from selaras.fidelity.finding import Pair
from selaras.fidelity.quantity_pairs import Match
from selaras.languages import SOURCE, Tag
from selaras.text.cues.reader import lowered
from selaras.text.quantities import Comparator, Quantity
from selaras.text.spans import Span


def is_measured_otherwise(match: Match, pair: Pair) -> bool:
    """
    Whether "lower by" became "lower than", or the other way round.
    """
    if pair.source_language != SOURCE or pair.language not in DIFFERENCES:
        return False
    if is_bound(match.target):
        return is_difference(match.source, pair.source, SOURCE) and not is_difference(
            match.target, pair.target, pair.language
        )
    return (
        match.target.cue is None
        and is_bound(match.source)
        and is_compared(match.source, pair.source)
        and is_difference(match.target, pair.target, pair.language)
    )


def is_same_difference(match: Match, pair: Pair) -> bool:
    """
    Whether a source says "a third less than", and the translation has no bound either.

    The word for "less" stands after the amount, and belongs to it, not to a number that
    may follow: "sepertiga lebih sedikit" is no "more than a third".
    """
    cue, amount = match.source.cue, amount_of(match.source)
    return (
        pair.source_language == SOURCE
        and match.target.cue is None
        and (cue is None or cue.span.start >= amount.start)
        and AFTER_AMOUNT.match(lowered(pair.source), amount.end) is not None
    )


def is_same_excess(match: Match, pair: Pair) -> bool:
    """
    Whether an amount lies beyond a limit in both texts: "600 gram di atas batas".

    Then "dépasser de 600 grammes" is no "more than 600", nor is 制限を600グラム超え.
    """
    if pair.source_language != SOURCE or pair.language not in EXCESSES:
        return False
    if (
        match.source.cue
        and match.source.cue.span.start < match.source.number.span.start
    ):
        return False
    source, target = lowered(pair.source), lowered(pair.target)
    here, there = amount_of(match.source), amount_of(match.target)
    before, after = EXCESSES[pair.language]
    start = max(0, there.start - FAR)
    return (
        BEYOND.match(source, here.end) is not None
        and before.search(target, start, there.start) is not None
        and after.match(target, there.end) is not None
    )


def is_bound(quantity: Quantity) -> bool:
    """
    Whether something is said to be more or less than a number.
    """
    return quantity.cue is not None and not quantity.cue.comparators.isdisjoint(BOUNDS)


def is_compared(quantity: Quantity, source: str) -> bool:
    """
    Whether a source says how something is more or less: "lebih tinggi dari".
    """
    return (
        quantity.cue is not None
        and COMPARED.match(lowered(quantity.cue.span.of(source))) is not None
    )


def is_difference(quantity: Quantity, text: str, language: Tag) -> bool:
    """
    Whether a text says by how much something differs, and that it is this quantity.
    """
    before, after = patterns(language)
    amount = amount_of(quantity)
    text = lowered(text)
    if before.search(text, max(0, amount.start - FAR), amount.start):
        return True
    return after.match(text, amount.end) is not None


def amount_of(quantity: Quantity) -> Span:
    """
    A number with its unit and its currency.
    """
    spans = [
        quantity.number.span,
        *(one.span for one in (quantity.unit, quantity.currency) if one),
    ]
    return Span(min(one.start for one in spans), max(one.end for one in spans))


@cache
def patterns(language: Tag) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """
    What makes an amount a difference: before it, and after it.
    """
    before, after = DIFFERENCES[language]
    return re.compile(rf"(?:{before})\Z"), re.compile(after)


FAR = 60

BOUNDS = frozenset({Comparator.MORE, Comparator.LESS})

MORE_OR_LESS = (
    r"lebih (?:rendah|tinggi|besar|kecil|banyak|sedikit|lama|singkat|panjang|pendek"
    r"|cepat|lambat|mahal|murah|berat|ringan|tua|muda|luas|jauh|dekat|dalam|lebar|awal)"
)

COMPARED = re.compile(rf"{MORE_OR_LESS} dari")

AFTER_AMOUNT = re.compile(
    rf" {MORE_OR_LESS}\b(?! dari (?:\d|rp|se(?:puluh|ratus|ribu)))"
)

BEYOND = re.compile(
    r" (?:lebih |saja )?(?:di atas|melebihi|melampaui|melewati)"
    r" (?:batas|ambang|target|kuota|pagu|plafon|standar|rata-rata|normal|ketentuan"
    r"|limit)"
)
"""
What follows an amount that something is beyond its limit by.
"""

EXCESSES: Mapping[Tag, tuple[re.Pattern[str], re.Pattern[str]]] = {
    tag: (re.compile(rf"(?:{before})\Z"), re.compile(after))
    for tag, (before, after) in {
        "en": (r"\b(?:exceed|surpass|top)\w* .{1,40}\bby ", ""),
        "fr": (r"\b(?:dépass|excéd|excèd)\w+ (?:de |d['’])", ""),
        "zh": (
            "(?:超出|超重|高出)了?|超[过出]?(?:上限|限额|限重|标准|规定|额度|指标)了?",
            "",
        ),
        "ja": (
            "を",
            "(?:ほど|も|近く|余り|以上)?(?:超え|超過|上回|オーバー)",
        ),
        "ar": (
            r"(?:تجاوز|[يت]تجاوز|زاد|[يت]زيد|فاق|[يت]فوق).{1,40}(?:بمقدار |بنحو | ب)",
            "",
        ),
    }.items()
}
"""
By language, what stands before and after an amount that something exceeds a limit by.
"""

DIFFERENCES: Mapping[Tag, tuple[str, str]] = {
    "id": (
        rf"\b{MORE_OR_LESS} (?:(?:sekitar|sebesar|sebanyak|hampir|hingga|sampai"
        r"|kira-kira|rata-rata) )?",
        rf" {MORE_OR_LESS}\b",
    ),
    "en": (
        r"\b(?:lower|higher|less|more|fewer|greater|larger|smaller|longer|shorter|older"
        r"|younger|cheaper|heavier|lighter|faster|slower|bigger)(?: [^.,;\d]{1,30})?"
        r" by (?:about |around |nearly )?",
        r" (?:lower|higher|less|more|fewer|greater|larger|smaller|longer|shorter|older"
        r"|younger|cheaper|heavier|lighter|faster|slower|bigger)\b(?! than (?:\d|one\b"
        r"|two\b|three\b))",
    ),
    "fr": (
        r"\b(?:(?:inférieur|supérieur)e?s? d(?:e |')|(?:plus|moins) (?!de )[\w-]+ d"
        r"(?:e |'))(?:environ |près de )?",
        r" (?:(?:de )?(?:plus|moins)\b|(?:inférieur|supérieur))",
    ),
    "zh": (
        r"(?<![最提])(?:高出?|低|多出?|少|长|短|贵|便宜|快|慢|早|晚|重|轻)了?[约近]?",
        r"(?!)",
    ),
    "ja": (
        r"(?!)",
        r"(?:ほど)?(?:低|高|少な|多[いくか]|短|長|安|大き|小さ|軽|重|若|[上下]回)",
    ),
    "ar": (
        r"(?<!\w)(?:ال)?[أا](?:قل|على|كثر|دنى|كبر|صغر|طول|قصر|غلى|رخص|ثقل|خف)\w{0,2} "
        r"(?:(?:بنسبة|بمقدار|بواقع|بنحو|بحوالي) |ب)",
        r"(?!)",
    ),
}
"""
By language, what stands before an amount and after it where it is a difference.
"""
