"""
What Chinese and Japanese dates and times have in common.
"""

NUMBER = r"(?:\d{1,2}(?!\d)|[〇零○一二两三四五六七八九十]{1,3})"
MINUTE = r"(?:\d{1,2}(?!\d)|[〇零○一二三四五六七八九十]{1,3}(?=\s?分)|半|一刻|三刻)"

YEAR = r"(?P<year>(?<!\d)\d{4}|[一二][〇零○一二三四五六七八九]{3})\s?年\s?"

NUMERALS = {"半": 30, "一刻": 15, "三刻": 45}
