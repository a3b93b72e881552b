"""
How a name is written in a language: the lexicon's form, else a transcription.
"""

from dataclasses import dataclass, field

from selaras.languages import LANGUAGES, Tag
from selaras.terms.lexicon import Entry, lexicon
from selaras.terms.transliterate import transliterated


def rendering(name: str, language: Tag, *, first: bool = True) -> str:
    """
    A name as a language writes it.

    What the lexicon does not have is transcribed where the script is another, with its
    Latin letters in brackets where the text mentions it for the first time.

    >>> rendering("Cipayung Retno", "ja")
    'チパユン・レトノ（Cipayung Retno）'
    >>> rendering("Cipayung Retno", "ar", first=False)
    'تشيبايونغ ريتنو'
    """
    known = lexicon_form(name, language)
    if known:
        return known
    written = transliterated(name, language)
    if not first or LANGUAGES[language].script == "Latin":
        return written
    opening, closing = BRACKETS[language]
    return f"{written}{opening}{name}{closing}"


BRACKETS: dict[Tag, tuple[str, str]] = {
    "zh": ("（", "）"),
    "ja": ("（", "）"),
    "ar": (" (", ")"),
}


def lexicon_form(name: str, language: Tag) -> str:
    """
    The form that we prefer for a name of the lexicon; an acronym is met by one.

    What a text may say instead ("lawmakers") is read and never written.
    """
    for entry in lexicon().of(name):
        if entry.kind == "mention":
            continue
        form = short_form(entry, name, language) or entry.preferred(language)
        if form:
            return form
    return ""


def short_form(entry: Entry, name: str, language: Tag) -> str:
    """
    An entry's own acronym in a language, where the name is an acronym too.
    """
    if name not in entry.short.get("id", ()):
        return ""
    return next(iter(entry.short.get(language, ())), "")


@dataclass(slots=True)
class Renderings:
    """
    The renderings of one article in one language: one for each name.

    What a person decides is kept; what nobody decided is made once. A part of a name
    that was given before (*Retnowati* after *Retnowati Hau*) takes that name's part.
    """

    language: Tag
    decided: dict[str, str] = field(default_factory=dict)
    mentioned: set[str] = field(default_factory=set)

    def decide(self, name: str, form: str) -> None:
        """
        Keep a form for a name, over lexicon and transcription.
        """
        self.decided[name] = form

    def of(self, name: str) -> str:
        """
        The rendering of a name here: in full the first time, then the short one.

        >>> article = Renderings(language="zh")
        >>> article.of("Retnowati Hau"), article.of("Retnowati Hau")
        ('雷特诺瓦蒂·豪（Retnowati Hau）', '雷特诺瓦蒂·豪')
        >>> article.of("Retnowati")
        '雷特诺瓦蒂'
        """
        if name in self.decided:
            return self.decided[name]
        first = not any(name in longer.split() for longer in self.mentioned)
        form = rendering(
            name, self.language, first=first and name not in self.mentioned
        )
        self.mentioned.add(name)
        return form
