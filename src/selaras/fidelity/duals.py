"""
Arabic duals: two of a thing that are said by the end of its word.
"""

import re

from selaras.fidelity.finding import Pair
from selaras.fidelity.quantity_pairs import numbers_of
from selaras.languages import Tag
from selaras.text.numbers import Number


def is_dual(number: Number, pair: Pair) -> bool:
    """
    Whether a word of a translation may say a two of the source by its ending.

    What stands behind a larger number is a plural: سبعة متنافسين. A unit that is named
    without its ending, 200 غرام, is none of two.
    """
    if pair.language not in HAS_DUALS:
        return False
    if is_unit_alone(number, pair):
        return False
    many = {
        one.span.end + 1
        for one in numbers_of(pair.target, pair.language)
        if one.form in {"words", "digits"} and one.value > TWO
    }
    return any(found.start() not in many for found in DUAL.finditer(pair.target))


def is_unit_twice(number: Number, pair: Pair) -> bool:
    """
    Whether two of a unit are said by its ending: كيلوغرامين.
    """
    measured = UNIT.match(pair.source, number.span.end)
    return bool(measured and UNIT_TWICE.search(pair.target))


def is_unit_alone(number: Number, pair: Pair) -> bool:
    """
    Whether what a source measures by two is there as a unit, and not of two.

    >>> from selaras.text.numbers import read_numbers
    >>> def alone(target):
    ...     pair = Pair(source="maksimal dua ons", target=target, language="ar")
    ...     return is_unit_alone(read_numbers(pair.source, "id")[0], pair)
    >>> alone("بحد أقصى غرام للمشترين"), alone("بحد أقصى أونصتين للمشتري")
    (True, False)
    """
    measured = MASS.search(number.span.of(pair.source)) or MASS.match(
        pair.source, number.span.end
    )
    if not measured or UNIT_TWICE.search(pair.target):
        return False
    return MASS_THERE.search(pair.target) is not None


TWO = 2

HAS_DUALS: frozenset[Tag] = frozenset({"ar"})
"""
Where two of a thing are an ending that no reader tells from others for sure, and a
unit without a number is one of them: دقيقة.
"""

NO_DUAL = (
    r"[وفبلك]?(?:ال|ل)?(?:تي|ذين|كان|بين|حين|(?:علي|إلي|في|لدي)ه[ام]?|يأتي|يتعين"
    r"|سكان|برلمان|بيان|إعلان|مكان|عنوان|قوانين|ملايين|أطنان|بلدان|أحيان|إنسان|مياه"
    r"|طيران|نيران|فيضان|بركان|ميدان|سرطان|فقدان|ضمان|أمان|رمضان|نيسان|ا?تجاه|جنيه|يوان"
    r"|(?:عشر|ثلاث|أربع|خمس|ست|سبع|ثمان|تسع)ين|صين|يابان|فلبين|إيران|لبنان|سودان|تايوان"
    r"|باكستان|أفغانستان|جاكرتا|يوغياكارتا|كاليمانتان|آتشيه)"
)
"""
Ordinary words that end as a dual does and are none, and the names of some places.
"""

DUAL = re.compile(
    rf"\b(?!{NO_DUAL}\b)\w{{2,}}(?:ان|\u064e?ين|تا|تي|َي|[اي]ه[ام]?|اهما|يهما)\b"
    rf"|\b(?!{NO_DUAL}\b|[وفبك]?ال)\w{{3,}}(?:(?<![ذهوني])ا|ي) ال"
    rf"|\b(?!{NO_DUAL}\b|و?[يت]"
    r"|[وفبكل]?(?:ال|ثماني|إجمالي|صافي|نهائي|حوالي|دوري|نادي))\w{3,}ي "
    r"(?!إلى|على|[وفبلي]|(?:عن|من|أن|أو|قد)\b|منذ|بعد|قبل|خلال|هذا|كان)\w{3,}(?<!ي)\b"
    r"|كلا|كلتا|ضعف|زوج|مزدوج|ثنائي|توأم|رجل[اي] أعمال"
)
"""
What may be a dual, or a word for two, in Arabic.

Before another noun (ضابطا الشرطة, فيلمي رعب) a dual has lost its end and has no
article; words in ها, وا and نا are others.
"""

UNIT_TWICE = re.compile(
    r"(?:أونصت|أوقيت|غرام|متر|لتر|طن|ميل|هكتار|درجت|نقطت|ساعت|دقيقت|ثانيت|يوم|أسبوع|شهر|عام|سنت)"
    r"(?:ين|ان)\b"
)
"""
Two of a unit: كيلوغرامين, ساعتين.
"""


UNIT = re.compile(
    r" (?:detik|menit|jam|hari|pekan|minggu|bulan|tahun|musim|kilogram|kilometer|meter"
    r"|ton|liter)\b"
)
"""
Units that follow their number in Indonesian.
"""

MASS = re.compile(r" (?:ons|gram|kilo(?:gram)?|kg)\b")
MASS_THERE = re.compile(r"\b(?:كيلو)?(?:غرام|جرام|كيلو)\b")
"""
Units of mass, which Arabic names with their number or in the dual.
"""
