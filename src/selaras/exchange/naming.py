"""
How other tools name our languages.
"""

from selaras.languages import LANGUAGES, Tag

TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
"""
Parts of a tag that say traditional characters, which is a Chinese we do not write.
"""

OLD: dict[str, Tag] = {
    "in": "id",  # ISO 639 until 1989; Java and what is written in it still says so
    "cmn": "zh",
    "ind": "id",
    "eng": "en",
    "zho": "zh",
    "chi": "zh",
    "jpn": "ja",
    "ara": "ar",
    "arb": "ar",
    "fra": "fr",
    "fre": "fr",
}


def ours(tag: str) -> Tag | None:
    """
    The language that another tool's tag means, if it is one of ours.

    >>> [ours(tag) for tag in ("ID", "id-ID", "in_ID", "zh-CN", "zh-Hans", "EN-us")]
    ['id', 'id', 'id', 'zh', 'zh', 'en']
    >>> [ours(tag) for tag in ("zh-TW", "zh-Hant-HK", "de-DE", "", "*all*")]
    [None, None, None, None, None]
    """
    language, *rest = tag.strip().lower().replace("_", "-").split("-")
    language = OLD.get(language, language)
    if language not in LANGUAGES or (language == "zh" and TRADITIONAL & {*rest}):
        return None
    return language
