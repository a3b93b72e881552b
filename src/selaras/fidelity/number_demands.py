"""
What a number of the source demands of a translation that does not have it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from selaras.fidelity.duals import HAS_DUALS, UNIT, is_dual, is_unit_twice
from selaras.fidelity.finding import Pair, Severity
from selaras.fidelity.one_day import is_one_day
from selaras.fidelity.quantity_pairs import agree
from selaras.languages import Tag
from selaras.text.numbers import Number

Demand = Callable[[Number, Sequence[Number], Pair], Severity | None]


def demanded(number: Number, target: Sequence[Number], pair: Pair) -> Severity | None:
    """
    How bad it is that nothing stands in a number's place: nothing where it may go.
    """
    demand = DEMANDS.get(number.form)
    return demand(number, target, pair) if demand else None


def of_digits(number: Number, target: Sequence[Number], pair: Pair) -> Severity | None:
    """
    Digits must be there, but for what a language says without a number.

    The month of "(13/8)" goes in Japanese, the one of "1 menit" in Arabic, "1 mil" may
    be a mile, and "Liga 1" the first division. What is said twice may be said once, and
    is for the desk.
    """
    if is_month_dropped(number, pair) or is_league_renamed(number, pair):
        return None
    if is_one_day(number, pair):
        return None
    if ONE in number.readings and ONE_OF_UNIT.match(pair.source, number.span.start):
        return None if pair.language in HAS_DUALS else Severity.REVIEW
    if number.value == TWO and TWO_OF_A_THING.match(pair.source, number.span.end):
        if pair.language in HAS_DUALS:
            return None if is_unit_twice(number, pair) else Severity.REVIEW
        return Severity.BLOCKING
    return Severity.REVIEW if is_known(number, target) else Severity.BLOCKING


def of_code(number: Number, target: Sequence[Number], pair: Pair) -> Severity | None:
    """
    The digits of a name must be there where its letters are: the 50 of B50.

    A name may also become another: COVID-19 is 新冠, and an S1 is a first degree.
    """
    start = max(0, number.span.start - LONGEST_NAME)
    found = LETTERS.search(pair.source, start, number.span.start)
    letters = found[0].rstrip("-") if found else ""
    if letters and re.search(rf"(?<![A-Za-z]){letters}-(?!\w)", pair.target):
        return Severity.BLOCKING
    if found and found[0].endswith("-") and HANGING.search(pair.target):
        return Severity.BLOCKING
    if not letters or letters.upper() in NAMES_WITHOUT_NUMBER:
        return None
    bare = re.search(rf"(?<![A-Za-z]){letters}(?![A-Za-z]|[- ]?\d)", pair.target)
    if bare:
        return Severity.BLOCKING
    return None if is_known(number, target) else Severity.REVIEW


def of_word(number: Number, target: Sequence[Number], pair: Pair) -> Severity | None:
    """
    A number word above two must be there, unless it is said twice.

    A two is a pair, both, or an Arabic dual, and an ordinal may be "a runoff": these
    are for the desk. A one is an article, and "keduanya" are "they", unless a counter
    has lost its number. "Ketiga," tells what comes third, and a name may stay as it is:
    "satelit Nusantara Enam".
    """
    if is_kept(number, pair):
        return None
    if is_known(number, alike(number, target)):
        least = TWO if pair.language not in HAS_DUALS else THREE
        least = THREE if number.ordinal else least
        twice = min(number.readings) >= least and not is_repeated(number, pair)
        twice = twice or (number.value == TWO and are_two_and_both(pair))
        return Severity.REVIEW if twice else of_what_may_go(number, pair)
    if number.ordinal:
        return of_ordinal(number, pair)
    if min(number.readings) > TWO:
        return Severity.BLOCKING
    if number.value == TWO:
        gone = not is_a_rank(number, pair.source) and not is_dual(number, pair)
        return Severity.REVIEW if gone else None
    if is_a_stage(number, pair.source):
        return Severity.REVIEW
    if number.value in SAID_IN_WORDS:
        return of_what_may_go(number, pair)
    return Severity.REVIEW


def alike(number: Number, target: Sequence[Number]) -> Sequence[Number]:
    """
    The numbers that say what a number word says: no second is a two.
    """
    if number.ordinal:
        return target
    return [one for one in target if not one.ordinal]


def is_repeated(number: Number, pair: Pair) -> bool:
    """
    Whether an ordinal stands twice in a source: of "ketiga laut" it says "them" later.
    """
    word = number.span.of(pair.source).lower()
    return number.ordinal and pair.source.lower().count(word) > 1


def are_two_and_both(pair: Pair) -> bool:
    """
    Whether a source says "keduanya" and "dua" besides, so that one two is not enough.

    Chinese and Japanese count "kedua anaknya" too.

    >>> are_two_and_both(Pair(
    ...     source="Keduanya turun dua tingkat", target="", language="en"))
    True
    """
    if pair.language in HAS_DUALS:
        return False
    both = EACH_OF_TWO if pair.language in THEY else BOTH
    return bool(both.search(pair.source) and COUNTED_TWO.search(pair.source))


def of_ordinal(number: Number, pair: Pair) -> Severity | None:
    """
    An ordinal above one is for the desk, a first or "the two of them" seldom is.
    """
    word = number.span.of(pair.source)
    if word[0].isupper() and pair.source.startswith(",", number.span.end):
        return None
    second = word.lower() == SECOND and pair.language not in HAS_DUALS
    sure = number.value > TWO or second or are_nowhere(word, pair)
    sure = sure or is_bounded(number, pair)
    return Severity.REVIEW if sure else of_what_may_go(number, pair)


def is_bounded(number: Number, pair: Pair) -> bool:
    """
    Whether people are to be two at least: "sedikitnya berdua" is no "together".
    """
    start = number.span.start
    if number.span.of(pair.source).lower() != TOGETHER:
        return False
    bound = BOUND.search(pair.source, max(0, start - LONGEST_BOUND), start)
    return bound is not None and IN_PAIRS.search(pair.target) is None


def are_nowhere(word: str, pair: Pair) -> bool:
    """
    Whether "keduanya" are not even "they" in Chinese or Japanese: 人认为.
    """
    they = THEY.get(pair.language)
    if they is None or BOTH.fullmatch(word) is None:
        return False
    bare = BARE_PEOPLE.search(pair.target)
    return bare is not None or they.search(pair.target) is None


def of_what_may_go(number: Number, pair: Pair) -> Severity | None:
    """
    What goes without saying, but not where a counter stands without its number.

    Chinese and Japanese count a single second or kilogram too.
    """
    bare = BARE_COUNTER.get(pair.language)
    if not bare or not number.value:
        return None
    end = number.span.end
    unit = not number.ordinal and UNIT.match(pair.source, end)
    unit = number.value == ONE and unit
    return Severity.REVIEW if unit or bare.search(pair.target) else None


def of_month(number: Number, target: Sequence[Number], _pair: Pair) -> Severity | None:
    """
    A month must be there, and for the desk as often as in the source.

    Three factories are not March.
    """
    months = [one for one in target if one.form != "words" or one.ordinal]
    return Severity.REVIEW if is_known(number, months) else Severity.BLOCKING


def of_roman(number: Number, target: Sequence[Number], _pair: Pair) -> Severity | None:
    """
    The quarter of "kuartal II" must be there, and the class of "kelas V".
    """
    return None if is_known(number, target) else Severity.REVIEW


def is_counted(number: Number, source: str) -> bool:
    """
    Whether a Roman numeral is a number, and not a letter: of "kuartal II", not "XL".
    """
    if number.form != "roman":
        return True
    start = max(0, number.span.start - LONGEST_NAME)
    return COUNTED_IN_ROMAN.search(source, start, number.span.start) is not None


def is_known(number: Number, others: Sequence[Number]) -> bool:
    """
    Whether a number is among others, whatever else they have to answer for.
    """
    return any(agree(number, other) for other in others)


def is_kept(number: Number, pair: Pair) -> bool:
    """
    Whether a word with a capital stands in the translation as it does in the source.
    """
    word = number.span.of(pair.source)
    return word[0].isupper() and bool(re.search(rf"\b{re.escape(word)}\b", pair.target))


def is_month_of_date(number: Number, text: str) -> bool:
    """
    Whether a number is the month of "(13/8)" or "13/8/2025".
    """
    start, end = number.span.start, number.span.end
    return text[start - 1 : start] == "/" and text[end : end + 1] in {")", "/"}


def is_month_dropped(number: Number, pair: Pair) -> bool:
    """
    Whether a number is a month that its language leaves out where it is this one.
    """
    return (
        pair.language in DROPS_MONTHS
        and is_month_of_date(number, pair.source)
        and not NAMED_MONTH.search(pair.target)
    )


def is_league_renamed(number: Number, pair: Pair) -> bool:
    """
    Whether "Liga 1" is said in another way.
    """
    return number.loose and not BARE_LEAGUE.search(pair.target)


def is_a_stage(number: Number, source: str) -> bool:
    """
    Whether a number word tells one stage from others: "stadium satu".
    """
    start = max(0, number.span.start - LONGEST_NAME)
    return STAGE.search(source, start, number.span.start) is not None


def is_a_rank(number: Number, source: str) -> bool:
    """
    Whether a number word tells a rank from another: "sersan dua".
    """
    start = max(0, number.span.start - LONGEST_NAME)
    return RANK.search(source, start, number.span.start) is not None


DEMANDS: dict[str, Demand] = {
    "digits": of_digits,
    "code": of_code,
    "words": of_word,
    "month": of_month,
    "roman": of_roman,
}

ONE, TWO, THREE = Decimal(1), Decimal(2), Decimal(3)

SAID_IN_WORDS = frozenset({Decimal(0), ONE})
"""
A one is an article, and none is no number.
"""

LONGEST_NAME = 14

LETTERS = re.compile(r"(?:[A-Z]+|[A-Z][A-Za-z]+-)\Z")

HANGING = re.compile(r"\w-(?=[\s.,;:،؛。、)»”]|\Z)")
"""
A hyphen that lost what stood after it: كوفيد- for كوفيد-19.
"""

NAMES_WITHOUT_NUMBER = frozenset({"COVID", "S", "D", "SEA"})
"""
COVID-19, and the degrees S1 and D3, which other countries call by other names.
"""

ONE_OF_UNIT = re.compile(
    r"(?<!anggal )(?<!tgl )(?<!tgl\. )1(?: ?[-–] ?\d+)?"
    r" (?:detik|menit|jam|hari|minggu|pekan|bulan|tahun|mil|meter"
    r"|kilometer|km|kilogram|kg|ton|liter|derajat|poin"
    r"|ons|pon|kaki|inci|yard|galon|barel|hektare?)\b"
)

TWO_OF_A_THING = re.compile(r" [a-z]")

SECOND = "kedua"
TOGETHER = "berdua"

LONGEST_BOUND = 20
IN_PAIRS = re.compile(r"\b(?:pairs?|binômes?|paires?)\b|ペア|结伴|成对|連れ|أزواج")
BOUND = re.compile(
    r"\b(?:sedikitnya|setidaknya|minimal|maksimal|hanya|paling (?:sedikit|banyak)) \Z"
)

THEY: Mapping[Tag, re.Pattern[str]] = {
    "zh": re.compile("[两二2双俩其各互均都皆]|[他她它]们|彼此|[前后]者|分别"),
    "ja": re.compile(
        "[両二2２双互共同相]|ふたり|それぞれ|いずれ|どちら|ともに|彼|彼女|ペア|コンビ"
    ),
}
"""
What is said for "keduanya" where no number is.
"""

BARE_ORDINAL = (
    r"(?<![次及落门門府])第(?:(?=四半期)"
    r"|(?![0-9０-９〇零一二三四五六七八九十百千两何几幾数XVI]))"
)

BARE_COUNTER: Mapping[Tag, re.Pattern[str]] = {
    "ja": re.compile(
        rf"{BARE_ORDINAL}|(?<![\d数何各半幾一二三四五六七八九十百千万億兆同両毎全複])"
        r"(?:(?<![ァ-ヶー])カ[月所国]|(?<![ぁ-んァ-ヶー])か[月所国]|週間|番目|代目|番手|番人気"
        r"|人目(?!を[引避忍気]|につ)|(?<!安)倍(?!増|率)|隻|匹(?!敵)|(?<!病)棟|軒(?![並下先])"
        r"|(?<![先街店念冒口筆年初巨教音会没台])頭(?![脳部痛取文角打上髪])|枚(?!挙)|冊"
        r"|個(?![人別性々室体展])|基(?![地づ本準金盤礎調幹軸点板])"
        r"|(?<![開爆再反出摘告続頻勃啓原誘蒸連奮始])発[のを]|(?<![舞灯屋高土])台の"
        r"|つ(?:目|(?<!いつ)の[一-龥]|順位))"
    ),
    "zh": re.compile(
        rf"{BARE_ORDINAL}"
        r"|(?<![\d数几各半每一二三四五六七八九十百千万亿两同全这那某多])个月"
    ),
}
"""
Counters that stand nowhere without a number.
"""

BARE_PEOPLE = re.compile(
    r"(?:\A|[，。；：、])人(?:[はがも]|(?![们民类口工才权员士质文大力体物数间心生气造家手道事々]))"
)
"""
People at the beginning of a clause whose number is gone: 人认为, 人は.
"""

BOTH = re.compile(r"\bkeduanya\b", re.IGNORECASE)
EACH_OF_TWO = re.compile(r"\bkedua(?:nya| (?!kali)\w+nya)\b", re.IGNORECASE)
COUNTED_TWO = re.compile(r"\bdua\b(?! kali)", re.IGNORECASE)

RANK = re.compile(
    r"\b(?:prajurit|sersan|letnan|kopral|bhayangkara|brigadir|inspektur|bertingkat"
    r"|bripka|laksamana|marsekal) \Z",
    re.IGNORECASE,
)

STAGE = re.compile(
    r"\b(?:stadium|level|kategori|fase|golongan|tahap|tipe) \Z", re.IGNORECASE
)

COUNTED_IN_ROMAN = re.compile(
    r"\b(?:kuartal|triwulan|semester|caturwulan|tahap|gelombang|kelas|bab|babak|jilid"
    r"|grup|komisi|putaran|level|stadium|golongan) \Z",
    re.IGNORECASE,
)

BARE_LEAGUE = re.compile(
    r"(?<![A-Za-z])(?:Liga|Ligue|League)(?!\s?[A-Za-zÀ-ÿ\d０-９\u0600-\u06ff一二])"
    r"|リーガ(?![12１２])"
)

DROPS_MONTHS: frozenset[Tag] = frozenset({"ja"})
"""
Japanese news names the day alone where the month is this one: 13日(水).
"""

NAMED_MONTH = re.compile(r"\d ?月|(?<![今先来同翌毎前])月\d")
"""
A month with its number, or one that has lost it: 月17日.
"""
