"""
Small numbers of dates and clocks, in digits or in Chinese characters.
"""

HAN_DIGITS = {
    "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5,
    "六": 6, "七": 7, "八": 8, "九": 9, "元": 1,
}  # fmt: skip

HAN = "[〇零○一二两三四五六七八九十]"


def small_number(text: str) -> int:
    """
    The value of up to four digits, or of Chinese characters.

    >>> small_number("17"), small_number("二十一"), small_number("二〇二六")
    (17, 21, 2026)
    """
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if ten:
        return 10 * (positional(tens) if tens else 1) + positional(ones)
    return positional(text)


def positional(text: str) -> int:
    """
    The value of characters that are digits, one after another.
    """
    value = 0
    for sign in text:
        value = 10 * value + HAN_DIGITS.get(sign, 0)
    return value
