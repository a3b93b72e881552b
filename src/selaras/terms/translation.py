"""
A translation made ready for names to be looked for in it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from selaras.languages import LANGUAGES, Tag
from selaras.terms.skeleton import (
    Likeness,
    Skeleton,
    fold,
    likeness,
    skeleton_of_text,
)
from selaras.text.spans import Span


@dataclass(frozen=True)
class Translation:
    """
    A text of a language, as names are compared with it; each view is made once.
    """

    text: str
    language: Tag

    @cached_property
    def plain(self) -> str:
        """
        The text as forms are compared with it.
        """
        return plain_form(self.text, self.language)

    @cached_property
    def tokens(self) -> frozenset[str]:
        """
        Its words, folded.
        """
        if self.is_spaced:
            return frozenset(self.plain.split())
        return frozenset(LATIN.findall(fold(self.text)))

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """
        Its words in capitals, with and without an *s*.
        """
        found = CAPITALS.findall(self.text)
        if "US" in found:
            found = CAPITALS.findall(DOLLARS.sub(" ", self.text))
        return frozenset(found) | frozenset(word.removesuffix("s") for word in found)

    @cached_property
    def skeleton(self) -> Skeleton:
        """
        Its sounds, for scripts other than Latin, without those of a currency.
        """
        text = DOLLARS.sub(lambda found: " " * len(found[0]), self.text)
        return skeleton_of_text(text, self.language)

    def heard(self, name: str) -> Likeness:
        """
        Where a name sounds most alike, looked for once.
        """
        found = self.found.get(name)
        if found is None:
            found = self.found[name] = likeness(name, self.skeleton, self.language)
        return found

    def without(self, spans: Iterable[Span]) -> "Translation":
        """
        The text with nothing in some places, as long as before.
        """
        text = self.text
        for span in spans:
            text = text[: span.start] + "\n" * len(span) + text[span.end :]
        return Translation(text, self.language)

    @cached_property
    def found(self) -> dict[str, Likeness]:
        """
        The names that were looked for.
        """
        return {}

    @cached_property
    def whole_skeleton(self) -> Skeleton:
        """
        The sounds of all its Chinese characters, for names that are Chinese.
        """
        return skeleton_of_text(self.text, "zh-all")

    @property
    def is_latin(self) -> bool:
        """
        Whether names keep their letters in this language.
        """
        return LANGUAGES[self.language].script == "Latin"

    @property
    def is_spaced(self) -> bool:
        """
        Whether white space stands between words.
        """
        return LANGUAGES[self.language].spaced


def plain_form(text: str, language: Tag) -> str:
    """
    A text as names are compared in it: folded words with one space round each.

    Arabic loses its vowel signs and articles, and its letters that vary are made one.
    Chinese and Japanese lose spaces and middle dots, and Indonesia has its short name.

    >>> plain_form("L’Agence d'État, à Kupang", "fr")
    ' l agence d etat a kupang '
    >>> plain_form("ووزارة الصحّة", "ar"), plain_form("ジョコ・ウィドド", "ja")
    (' ووزاره صحه ', 'ジョコウィドド')
    """
    text = DOLLARS.sub(" ", text)
    if not LANGUAGES[language].spaced:
        return text.translate(MIDDLE_DOTS).replace("印度尼西亚", "印尼").lower()
    if language == "ar":
        text = ARABIC_MARKS.sub("", text).translate(ARABIC_LETTERS).lower()
        words = [ARTICLE.sub("", word) or word for word in TOKEN.findall(text)]
    else:
        words = TOKEN.findall(fold(text))
    return f" {' '.join(words)} "


DOLLARS = re.compile(
    r"US\$|US dollars?|dollars? américains?|美元|米ドル"
    "|دولار(?:ا|ات)? (?:ال)?أمريكي[ةاًا]*"
)
"""
A currency is not a country.
"""

TOKEN = re.compile(r"[^\W\d_]+")
LATIN = re.compile(r"[a-z]+")
CAPITALS = re.compile(r"(?<![A-Za-z])[A-Z]{2,}s?(?![a-z])")
ARABIC_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
ARABIC_LETTERS = str.maketrans("أإآٱىةئؤ", "ااااي" + "هيو")
ARTICLE = re.compile("^(?:[وفبك]{0,2}ال|ل?لل)(?=..)")
MIDDLE_DOTS = {ord(sign): None for sign in "·・＝=‧• \N{NO-BREAK SPACE}"}
