"""
How languages say small numbers and magnitudes, for the errors made with them.
"""

import re

from selaras.languages import Tag

WORDS = (
    r"(?i:nol|kosong)",
    r"(?i:satu|pertama(?:nya|lah)?\b|januari|se(?:orang|buah|ekor|lembar|kardus|batang|unit)"
    r"|(?:selama|dari|hampir|sekitar) se(?:tahun|bulan|minggu|pekan|hari|jam))|\bI\b",
    r"(?i:dua|februari|ganda)|\bII\b",
    r"(?i:tiga|maret)|\bIII\b",
    r"(?i:empat|april)|\bIV\b",
    r"(?i:lima|mei)|\bV\b",
    r"(?i:enam|juni|setengah)|\bVI\b",
    r"(?i:tujuh|juli)|\bVII\b",
    r"(?i:delapan|agustus)|\bVIII\b",
    r"(?i:sembilan|september)|\bIX\b",
)

SAID = tuple(
    re.compile(
        rf"(?<!\d)(?<!\d[.,])0?{digit}(?!\d|[.,]\d)|{words}"
        r"|(?:[Pp]ukul|[Jj]am) (?:1[2-9]|2[0-4])"
    )
    for digit, words in enumerate(WORDS)
)
"""
By digit, how Indonesian says it: in digits, in words, as a month or on a clock. The
digits of another number ("1.000", "2,1") do not say it.
"""

MAGNITUDES: dict[Tag, tuple[str, ...]] = {
    "id": ("ribu", "juta", "miliar", "triliun"),
    "en": ("thousand", "million", "billion", "trillion"),
    "fr": ("mille", "millions", "milliards", "billions"),
    "zh": ("万", "亿", "万亿"),
    "ja": ("万", "億", "兆"),
    "ar": ("ألف", "مليون", "مليار", "تريليون"),
}

NUMBER_WORDS: dict[Tag, tuple[tuple[str, ...], ...]] = {
    "en": (("two", "three", "four", "five", "six", "seven", "eight", "nine"),),
    "fr": (("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf"),),
    "zh": (("两", "三", "四", "五", "六", "七", "八", "九"),),
    "ja": (("二", "三", "四", "五", "六", "七", "八", "九"),),
    "ar": (
        ("اثنين", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"),
        ("اثنتين", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"),
    ),
}
"""
By language, rows of words from two to nine; a word is exchanged within its row.
"""

HAN_NUMERALS = "〇零一二三四五六七八九十百千万亿億兆两"

COUNTERS = "个名人天年次艘辆架所座家件条项只头种位つ隻台棟枚回度軒社"

HAN_DIGITS = {
    str(value): sign for value, sign in enumerate("一二三四五六七八九", start=1)
}

A_MILLION = re.compile(r"[ \u00a0](?:ألف|مليون|مليار|تريليون)\b")
"""
What is a thousand or a million in Arabic without a one.
"""

MEASURE = re.compile(
    r"(?: ?(?:[-–]|à|et|to|and|au) ?\d[\d.,]*)?"
    r"[ \u00a0\u202f]?(?:pounds?|miles?|inch|feet|foot|kg|km|cm|m\b"
    r"|kilo|livres?|pouces?|pieds?"
    r"|磅|英里|英寸|英尺|公里|公斤|厘米|米|マイル|ポンド|インチ|フィート|キロ|センチ|メートル"
    r"|رطل|ميل|بوصة|قدم|كيلو|كم|كجم|سم|متر|°)"
)

ITEM = re.compile(
    r"(?<![A-Za-z])[A-Z]{2}\d{3,4}(?!\d)|(?<!\d)0\d{2,3}(?: \d{3,4}){2}"
    r"|(?:\d+/)?[A-Z][\w.-]*(?:/[A-Z][\w.-]*)*/\d{4}(?!\d)"
)

ONE_SAID = re.compile(r"\b(?:satu|pertama)\b|(?<![\d.,])1(?!\d|[.,]\d)", re.I)

FULL_HOUR = re.compile(r"\d[ \u00a0\u202f]?h[ \u00a0\u202f]?\Z")

DEFINITE = re.compile(r"\b(?:the|these|les|ces|des|aux|tous|toutes) \Z", re.IGNORECASE)

BOTH = re.compile(r"\bkedua(?:nya)?\b", re.IGNORECASE)

VOWEL_SIGNS = "\u064b-\u0652"
"""
What is written over Arabic letters, so that a word that begins with a number goes on.
"""

DUAL = re.compile(r"\w{3}(?:ين|ان) \Z")
