"""
Indonesian names in Arabic letters; names that came from Arabic go back to it.
"""

import re

from selaras.terms.skeleton import fold


def to_arabic(name: str) -> str:
    """
    A name in Arabic letters.

    >>> to_arabic("Retnowati"), to_arabic("Cianjur"), to_arabic("Singaraja")
    ('ريتنوواتي', 'تشيانجور', 'سينغاراجا')
    >>> to_arabic("Muhammad Hendrawan")
    'محمد هيندراوان'
    """
    return " ".join(filter(None, map(word_in_arabic, fold(name).split())))


def word_in_arabic(word: str) -> str:
    """
    One word, in small letters, in Arabic letters.
    """
    known = ARABIC_NAMES.get(word)
    if known:
        return known
    letters = DOUBLED.sub(r"\1", word)
    return "".join(
        letter_of(match[0], first=match.start() == 0, last=match.end() == len(letters))
        for match in LETTER.finditer(letters)
    )


def letter_of(spelling: str, *, first: bool, last: bool) -> str:
    """
    The letters of one sound; vowels at the beginning have a bearer.
    """
    if first and spelling in FIRST:
        return FIRST[spelling]
    if last and spelling == "ah":
        return "ة"
    return LETTERS[spelling]


DOUBLED = re.compile(r"([bcdfghjklmnpqrstvwxyz])\1")

LETTERS = {
    "a": "ا",
    "ah": "اه",
    "ai": "اي",
    "au": "او",
    "b": "ب",
    "c": "تش",
    "ch": "تش",
    "d": "د",
    "dh": "د",
    "dj": "ج",
    "e": "ي",
    "f": "ف",
    "g": "غ",
    "h": "ه",
    "i": "ي",
    "iy": "ي",
    "j": "ج",
    "k": "ك",
    "kh": "خ",
    "l": "ل",
    "m": "م",
    "n": "ن",
    "ng": "نغ",
    "ny": "ني",
    "o": "و",
    "oe": "و",
    "p": "ب",
    "ph": "ف",
    "q": "ق",
    "r": "ر",
    "s": "س",
    "sh": "ش",
    "sy": "ش",
    "t": "ت",
    "th": "ث",
    "tj": "تش",
    "u": "و",
    "v": "ف",
    "w": "و",
    "x": "كس",
    "y": "ي",
    "z": "ز",
}

FIRST = {
    "a": "أ",
    "ah": "أه",
    "ai": "أي",
    "au": "أو",
    "e": "إي",
    "i": "إي",
    "o": "أو",
    "u": "أو",
    "oe": "أو",
}

LETTER = re.compile("|".join(sorted(LETTERS, key=len, reverse=True)))

ARABIC_NAMES = dict(
    pair.split()
    for pair in """
    abdullah عبدالله
    abdurrahman عبدالرحمن
    ahmad أحمد
    aisyah عائشة
    ali علي
    amin أمين
    amir أمير
    anwar أنور
    fatimah فاطمة
    fauzi فوزي
    hamid حامد
    hasan حسن
    hidayat هدايت
    husain حسين
    husein حسين
    ibrahim إبراهيم
    ismail إسماعيل
    jamal جمال
    khadijah خديجة
    khalid خالد
    mahmud محمود
    malik مالك
    mohammad محمد
    muhammad محمد
    mustafa مصطفى
    mustofa مصطفى
    nur نور
    rahman رحمن
    rahmat رحمت
    rasyid رشيد
    ridwan رضوان
    said سعيد
    salim سالم
    sulaiman سليمان
    syarif شريف
    taufik توفيق
    umar عمر
    usman عثمان
    yahya يحيى
    yusuf يوسف
    zainuddin زين_الدين
    """.replace("_", " ").splitlines()
    if len(pair.split()) == len(("Latin", "Arabic"))
)
"""
Names that Arabic readers know in their own spelling.
"""
