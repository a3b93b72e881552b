"""
Single characters: digits, control characters, white space.

Each function mends one thing and touches nothing else. None changes how many characters
a text has, unless it says that it removes some.
"""

import re

ZERO_WIDTH_JOINER = "\N{ZERO WIDTH JOINER}"
ZERO_WIDTH_NON_JOINER = "\N{ZERO WIDTH NON-JOINER}"

ASCII_DIGITS = {
    ord(zero) + value: str(value)
    for zero in (
        "\N{ARABIC-INDIC DIGIT ZERO}",
        "\N{EXTENDED ARABIC-INDIC DIGIT ZERO}",
        "\N{FULLWIDTH DIGIT ZERO}",
    )
    for value in range(10)
}

LINE_BREAKS = "\t\n\r"
CONTROLS = {
    code: None
    for code in (*range(0x20), *range(0x7F, 0xA0))
    if chr(code) not in LINE_BREAKS
}

BIDI_CONTROLS = dict.fromkeys(
    map(
        ord,
        "\N{ARABIC LETTER MARK}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"
        "\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}"
        "\N{POP DIRECTIONAL FORMATTING}"
        "\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}"
        "\N{LEFT-TO-RIGHT ISOLATE}\N{RIGHT-TO-LEFT ISOLATE}"
        "\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}",
    )
)

INVISIBLE = dict.fromkeys(
    map(
        ord,
        "\N{ZERO WIDTH SPACE}\N{WORD JOINER}\N{SOFT HYPHEN}"
        "\N{ZERO WIDTH NO-BREAK SPACE}\N{MONGOLIAN VOWEL SEPARATOR}"
        "\N{INVISIBLE SEPARATOR}\N{INVISIBLE TIMES}",
    )
)

LATIN_SIDE = r"[\x00-\x7F\u00C0-\u024F\u1E00-\u1EFF\s]"
STRAY_JOINER = re.compile(
    rf"(?:(?<![\s\S])|(?<={LATIN_SIDE}))[\u200C\u200D]+"
    rf"|[\u200C\u200D]+(?=\Z|{LATIN_SIDE})"
)

SPACES = re.compile(r"[^\S\n]+")
AROUND_LINE_BREAK = re.compile(r" ?\n ?")
MANY_LINE_BREAKS = re.compile(r"\n{3,}")
OTHER_LINE_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def to_ascii_digits(text: str) -> str:
    """
    Write Arabic-Indic, Persian and full-width digits as ASCII digits, one for one.

    >>> to_ascii_digits("٢٧ قتيلا، １２時")
    '27 قتيلا، 12時'
    """
    return text if text.isascii() else text.translate(ASCII_DIGITS)


def without_controls(text: str) -> str:
    r"""
    Remove control characters, but not tabs and line breaks.

    >>> without_controls("Gempa\x00 di\x1b Cianjur\n")
    'Gempa di Cianjur\n'
    """
    return text.translate(CONTROLS)


def without_bidi_controls(text: str) -> str:
    r"""
    Remove the marks that turn the direction of writing.

    They are invisible, and one left open turns a whole page.

    >>> without_bidi_controls("Rp\u202e000.5\u202c \u200fدولار")
    'Rp000.5 دولار'
    """
    return text.translate(BIDI_CONTROLS)


def without_invisible(text: str) -> str:
    r"""
    Remove characters of no width that carry no meaning, such as a soft hyphen.

    Joiners stay where they join: in emoji, in Persian, in Indic scripts. Beside a Latin
    letter, white space or the edge of the text they join nothing, and go.

    >>> without_invisible("Pre\u00adsiden\u200b Joko\u200d hadir\ufeff")
    'Presiden Joko hadir'
    >>> without_invisible("👨\u200d👩\u200d👧") == "👨\u200d👩\u200d👧"
    True
    """
    return STRAY_JOINER.sub("", text.translate(INVISIBLE))


def with_plain_space(text: str) -> str:
    r"""
    Make runs of white space one space, and at most one empty line of many.

    No-break spaces become spaces too: do it before reading, never before publishing.

    >>> with_plain_space(" Rp\u00a01.250 \t triliun \r\n\n\n\n  Ia ")
    'Rp 1.250 triliun\n\nIa'
    """
    text = SPACES.sub(" ", OTHER_LINE_BREAKS.sub("\n", text))
    return MANY_LINE_BREAKS.sub("\n\n", AROUND_LINE_BREAK.sub("\n", text)).strip()


def clean(text: str) -> str:
    r"""
    Remove what cannot be seen and make white space plain: what a reader is given.

    >>> clean("\ufeffGempa\u202e  di\x00 Cianjur\u200b.")
    'Gempa di Cianjur.'
    """
    for mend in (without_controls, without_bidi_controls, without_invisible):
        text = mend(text)
    return with_plain_space(text)
