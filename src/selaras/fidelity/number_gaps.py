"""
Where a translation counts or measures, and the number is not there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from selaras.fidelity.finding import Pair
from selaras.fidelity.number_claims import without_claimed
from selaras.fidelity.number_demands import is_counted
from selaras.fidelity.number_idioms import (
    WRITES_HAN_NUMERALS,
    is_no_number,
    without_idioms,
)
from selaras.fidelity.number_pairing import unserved
from selaras.fidelity.quantity_pairs import quantities_of
from selaras.languages import Tag
from selaras.text.numbers import Number
from selaras.text.quantities import Quantity, in_lower_case, reader
from selaras.text.quantities.units import UNITS
from selaras.text.spans import Span
from selaras.text.words import words


def gap_of(
    pair: Pair, source: Sequence[Number], target: Sequence[Number]
) -> Span | None:
    """
    What a translation counts, measures or joins without its number, if anything.

    The numbers are all those of both texts.
    """
    return (
        counter_alone(pair.target, NEVER_BARE.get(pair.language))
        or counter_robbed(pair, source, target)
        or score_alone(pair)
        or unit_alone(pair)
    )


def counter_alone(text: str, pattern: re.Pattern[str] | None) -> Span | None:
    """
    Where a text has a counter without its number.
    """
    found = pattern.search(text) if pattern else None
    return Span(*found.span()) if found else None


def counter_robbed(
    pair: Pair, source: Sequence[Number], target: Sequence[Number]
) -> Span | None:
    """
    Where a counter may have lost its number, and the source has one to spare.
    """
    found = counter_alone(pair.target, SELDOM_BARE.get(pair.language))
    if found and has_to_spare(source, target, pair):
        return found
    lonely = counter_alone(pair.target, BARE_ALONE.get(pair.language))
    return lonely if lonely and is_alone(pair.source, target) else None


def is_alone(source: str, target: Sequence[Number]) -> bool:
    """
    Whether who is "sendirian" is counted nowhere: 人で for 1人で.
    """
    return BY_ONESELF.search(source) is not None and not any(
        ONE in one.readings and one.form != "period" for one in target
    )


def has_to_spare(
    source: Sequence[Number], target: Sequence[Number], pair: Pair
) -> bool:
    """
    Whether nothing stands in a translation for a number of its source.

    Chinese and Japanese count the one of "setahun" too.
    """
    asked = [
        one
        for one in source
        if is_counted(one, pair.source) and not is_no_number(one, pair)
    ]
    left = unserved(asked, without_claimed(target, pair))
    if without_idioms(left, pair.source, pair.target, pair.language):
        return True
    if pair.language not in WRITES_HAN_NUMERALS:
        return False
    singles = sum(1 for _ in SINGLE.finditer(pair.source))
    return singles > sum(1 for one in target if ONE in one.readings)


def score_alone(pair: Pair) -> Span | None:
    """
    Where a score or a zone has lost a number: "5&", "4-", "UTC+".
    """
    if not JOINED.search(pair.source):
        return None
    found = LEFT_OVER.search(pair.target)
    return Span(*found.span()) if found else None


def unit_alone(pair: Pair) -> Span | None:
    """
    Where a unit beside brackets has lost its number: "200 pounds (kg)".

    What stands in brackets beside a measure says the same in another unit of its
    family, and so has a number of its own.
    """
    text = pair.target
    if not BRACKET.search(text):
        return None
    items = [
        one
        for one in quantities_of(text, pair.language).items
        if one.unit and not families(one.unit.names).isdisjoint(MEASURED)
    ]
    if not items:
        return None
    bare = list(units_without_number(text, pair.language, items))
    for span, names in bare:
        for item in items:
            if is_beside(text, span, item) and is_in_other_words(names, item):
                return span
    return None


def units_without_number(
    text: str, language: Tag, items: Sequence[Quantity]
) -> Iterator[tuple[Span, frozenset[str]]]:
    """
    The units that a text names and does not count.
    """
    counted = [one.unit.span for one in items if one.unit]
    for span, names in reader(language).units.find(in_lower_case(text)):
        if not any(span.start < one.end and one.start < span.end for one in counted):
            yield span, names


def is_beside(text: str, unit: Span, item: Quantity) -> bool:
    """
    Whether nothing but a bracket and a few words stands between a unit and a quantity.
    """
    number = item.number.span
    measure = item.unit.span if item.unit else number
    start, end = min(number.start, measure.start), max(number.end, measure.end)
    if unit.end <= start:
        return (
            start - unit.end <= LONGEST_GAP
            and OPENED.fullmatch(text, unit.end, start) is not None
        )
    return (
        unit.start - end <= LONGEST_GAP
        and OPENED.fullmatch(text, end, unit.start) is not None
    )


def is_in_other_words(names: frozenset[str], item: Quantity) -> bool:
    """
    Whether a unit is another of the same family than a quantity has.
    """
    there = item.unit.names if item.unit else frozenset()
    return names.isdisjoint(there) and not families(names).isdisjoint(families(there))


def families(names: frozenset[str]) -> set[str]:
    """
    What some units measure.
    """
    return {UNITS[name].family for name in names}


MEASURED = frozenset({"length", "area", "mass", "volume", "power", "energy"})
LONGEST_GAP = 30

JOINED = re.compile(r"\d[-&:]\d|[A-Z]\+\d")
LEFT_OVER = re.compile(
    r"\d ?&(?! ?\d)|(?<!\d)(?<!\d )& ?\d|\d-(?=[^\d\sA-Za-z])"
    r"|(?<![\d\w:])(?<!\d ):\d(?![\d:])|\b[A-Z]{2,}\+(?!\d)"
)
"""
Two numbers that are joined, and what is left where one of them is gone.
"""

BRACKET = re.compile("[(（]")
OPENED = re.compile(r"[^()（）\d]{0,20}[(（][^()（）\d]{0,20}")
"""
What stands between an amount and the same amount in another unit.
"""

LOST_BEFORE = (
    r"(?<![\d数何各半每幾几一二三四五六七八九十百千万億兆亿両同两毎全複今昨来翌前長多先近後"
    r"这那哪某上下本去明当首つ余干整单有过第俩])(?<!\d )"
)

NO_COUNTED_YEARS = r"(?<!\d[ \u00a0\u202f])(?<!['’])" + "".join(
    rf"(?<!\b(?i:{word})[ \u00a0])"
    for word in sorted(
        words(
            "un deux trois quatre cinq six sept huit neuf dix onze douze treize",
            "quatorze quinze seize vingt vingts trente quarante cinquante soixante",
            "cent cents mille quelques plusieurs de combien tant",
        )
    )
)
"""
What stands before the French "ans", which always counts: others are "des années".
"""

NEVER_BARE: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(
        r"\b[Tt]he +(?:st|nd|rd|th)\b"
        r"|\b(?:almost|nearly) +times +(?:more|higher|lower|as)\b"
    ),
    "fr": re.compile(
        rf"(?=ans (?:plus tard|auparavant)\b)(?<=[ \u00a0]){NO_COUNTED_YEARS}"
        r"ans (?:plus tard|auparavant)"
        r"|\b[Ll]es? +(?:er|ère|ers|ème)\b|\bn°\s?(?!\s?[«“\"(]?\s?\w)|\bà\s+reprises\b"
        r"|\b(?:sont|est|était|être|encore|été|presque|environ)\s+fois\s+"
        r"(?:plus|moins|supérieur)"
    ),
    "ar": re.compile(r"\bسوى *[.،؛\"”»]|\bمن +إلى\b"),
    "ja": re.compile(
        rf"{LOST_BEFORE}(?:(?<![ァ-ヶー])カ月|(?<![月大])枚(?=[をがはのとで、。]))"
        r"|[者員師男]人(?=[をがはのにも、。]|当たり)"
        r"|(?<=[はがをにで、。「])(?:(?:度|回|件|例|カ月)目の(?![前敵色])"
        r"|年前(?=[にのか])|年生(?!まれ|植物)|代の(?=少年|少女|男|女|若者))"
        r"|(?<=[ァ-ヶー])[匹個](?=[がを、])"
        r"|(?<=[はがをに、。])人(?=[\d,.，．万億～〜]+(?:円|ドル|ユーロ|ルピア))"
        r"|(?<=[にがはをで、。約（(])[万億兆](?:円|ポンド|ドル|ユーロ|ルピア)"
        r"(?!単位|規模|級|台|を超|超|の単位)"
        r"|(?<=[かきけさしせたちてなにねびみめりるれ])代の(?=少年|少女|男|女|若者)"
    ),
    "zh": re.compile(
        r"(?:\A|(?<=[，。；：、“]))个半?(?:小时|月)"
        r"|(?:不止|超过|不到|至少|长达|历时) *(?:分钟|小时|公里|公斤(?!级))"
        r"|(?<=的)(?:[艘辆幢栋](?=[\u4e00-\u9fff])"
        r"|座(?![位谈右椅舱驾机垫上标次席无落钟头套]))"
        r"|(?<=的)家(?=工厂|公司|银行|企业|连锁店|医院|商店)"
    ),
}
"""
Counters that have lost their number for certain, whatever the source says.
"""

SELDOM_BARE: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:is|are|was|were|still) +times +(?:more|higher|lower|as)\b"),
    "fr": re.compile(r"\b[Ll]es? +e\b(?!-)"),
    "ar": re.compile(
        r"\b(?:على|إصابة|مقتل|اعتقال|توقيف|تدريب|بتدريب|إنقاذ) +من +ال\w+(?:ين|ات|ان)\b"
    ),
    "ja": re.compile(
        rf"{LOST_BEFORE}(?:(?<![ァ-ヶー])カ所"
        r"|(?:(?<=[はがをにでの])|(?<![ぁ-んァ-ヶー]))か[月所]"
        r"|(?:年|日間|週間|時間|人|回|台|件|枚|軒|棟)(?:以上|未満|余り|ぶりに)"
        r"|周年(?!栽培|生産|出荷|供給)"
        r"|(?:度|回|年|日|週|件|例|試合|カ月)目(?![的標指前撃覚立線当をに])"
        r"|(?<![\s,.，．])[万億兆](?=円|ポンド|ドル|ユーロ|ルピア|人|トン))"
        r"|(?<=[今同昨来]年)月"
        r"|(?<=[はがをにで])[人便台頭匹社件個本枚]も(?:な|い[なま]|来|お[らり]|見)"
        r"|(?<=[はがをに、。])[通枚個匹頭隻軒棟冊件]も"
        r"|(?<=[はがをにでて「])(?:[本個袋枚頭匹日]|キロ|トン|シーズン)"
        r"(?:当たり|につき)?+(?=\d)"
        r"|(?<=[ァ-ヶー）])[匹頭個](?=[がをにで、])|(?<=うち)の?[社人件台隻匹頭校棟軒][はがでを]"
        r"|(?<=[「、。（])分(?:以上|未満)|(?<=[、。がはをに])人(?=\d)|(?<=の)年(?:前(?=[にのか])|生)"
        r"|(?<=[ァ-ヶー])(?<!ボール)(?<!スチック)(?<!ガラス)(?<!ポスト)(?<!ゴミ)"
        r"[箱袋束皿杯](?=[がをとや、])"
        r"|(?<=[ぁ-ん])代の(?=少年|少女|男|女|若者)"
    ),
    "zh": re.compile(
        rf"{LOST_BEFORE}(?:个月|个半?小时|(?<![中青老成童壮晚早周历学财往])"
        r"年(?:之?前|以前)|(?:年|天|人|名|次|岁|小时)以上)"
        r"|(?<=[的了由有])家(?![具电居庭政乡禽畜族长园用校])"
        r"(?=\w{0,4}(?:工厂|公司|银行|企业|连锁店|医院|商店))"
    ),
}
"""
Counters that a good text may have without a number (那里有家公司), and that have lost
one where the source has a number that nothing stands for.
"""

SINGLE = re.compile(
    r"\bse(?:orang pun|detik|menit|jam|hari|malam|pekan|minggu|bulan|tahun"
    r"|kardus|kotak|karung|kantong|bungkus|botol|ikat|lembar|piring|gelas|cangkir)\b",
    re.IGNORECASE,
)
"""
A one in a word of the source that is read as no number, and counted all the same.
"""

BY_ONESELF = re.compile(r"\b(?:sendirian|seorang diri)\b", re.IGNORECASE)

BARE_ALONE: Mapping[Tag, re.Pattern[str]] = {
    "ja": re.compile(rf"{LOST_BEFORE}(?<=[はがをにで、。])人[でき]り?(?![なあもい])"),
    "zh": re.compile(rf"{LOST_BEFORE}个人(?=[前独在去来住走])"),
}
"""
Who is alone, without the one: 人で, 个人住.
"""

ONE = Decimal(1)
