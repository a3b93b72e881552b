"""
The languages of a newsroom, and what is different about each, as one table.
"""

from dataclasses import dataclass
from typing import Literal

Tag = str
"""
A language as this project writes it everywhere: ``id en zh ja ar fr``.
"""

Script = Literal["Latin", "Han", "Japanese", "Arabic"]

SOURCE: Tag = "id"
"""
The one authoritative language.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """
    The facts about one language that text, pages and engines need.

    ``html`` is its tag in ``lang`` attributes, ``locale`` its CLDR locale, ``own_name``
    its name in itself, ``spaced`` whether white space stands between its words and
    sentences, ``quotes`` its outer and ``inner_quotes`` its inner quotation marks.
    """

    tag: Tag
    html: str
    locale: str
    own_name: str
    english_name: str
    script: Script
    direction: Literal["ltr", "rtl"] = "ltr"
    spaced: bool = True
    quotes: tuple[str, str] = ("“", "”")
    inner_quotes: tuple[str, str] = ("‘", "’")


LANGUAGES: dict[Tag, Language] = {
    language.tag: language
    for language in (
        Language(
            tag="id",
            html="id",
            locale="id_ID",
            own_name="Bahasa Indonesia",
            english_name="Indonesian",
            script="Latin",
        ),
        Language(
            tag="en",
            html="en",
            locale="en_US",
            own_name="English",
            english_name="English",
            script="Latin",
        ),
        Language(
            tag="zh",
            html="zh-Hans",
            locale="zh_Hans_CN",
            own_name="简体中文",
            english_name="Chinese (Simplified)",
            script="Han",
            spaced=False,
        ),
        Language(
            tag="ja",
            html="ja",
            locale="ja_JP",
            own_name="日本語",
            english_name="Japanese",
            script="Japanese",
            spaced=False,
            quotes=("「", "」"),
            inner_quotes=("『", "』"),
        ),
        Language(
            tag="ar",
            html="ar",
            locale="ar",
            own_name="العربية",
            english_name="Arabic",
            script="Arabic",
            direction="rtl",
            quotes=("«", "»"),
            inner_quotes=("“", "”"),
        ),
        Language(
            tag="fr",
            html="fr",
            locale="fr_FR",
            own_name="Français",
            english_name="French",
            script="Latin",
            quotes=("«\N{NO-BREAK SPACE}", "\N{NO-BREAK SPACE}»"),
            inner_quotes=("“", "”"),
        ),
    )
}

TARGETS: tuple[Tag, ...] = tuple(tag for tag in LANGUAGES if tag != SOURCE)
"""
The five languages made from the original, in the order of the language switch.
"""
