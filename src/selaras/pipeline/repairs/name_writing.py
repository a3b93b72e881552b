"""
How a name is written that is put into a translation by rule.
"""

import re

from selaras.languages import LANGUAGES, Tag
from selaras.pipeline.repairs.case import Case
from selaras.terms import Name, read_names
from selaras.terms.rendering import Renderings
from selaras.terms.skeleton import fold


def rendered(name: Name, case: Case, *, inside: bool = False) -> str:
    """
    A name as the version writes it: the same form at every mention of the article.

    Its Latin letters stand in brackets where the article names it first, not in a
    headline, and not inside of other brackets.
    """
    article = Renderings(case.draft.language, mentioned=mentioned_before(case))
    if inside or is_headline(case):
        article.mentioned.add(name.text)
    return article.of(name.text)


def is_in_brackets(text: str, place: int) -> bool:
    """
    Whether a place of a text is inside of brackets.

    >>> is_in_brackets("長女（37）は", 3), is_in_brackets("（A）37", 3)
    (True, False)
    """
    opened = max(text.rfind(sign, 0, place) for sign in "(（")
    return opened > max(text.rfind(sign, 0, place) for sign in ")）")


def mentioned_before(case: Case) -> set[str]:
    """
    The names of the sentences of the article's body before this one.
    """
    here = case.segment.source.path
    names: set[str] = set()
    for segment in case.draft.segments:
        if segment.source.path == here:
            break
        if not segment.source.path.startswith(HEADLINE):
            names |= {name.text for name in read_names(segment.source.text)}
    return names


def is_headline(case: Case) -> bool:
    """
    Whether the sentence is the article's headline.
    """
    return case.segment.source.path.startswith(HEADLINE)


HEADLINE = "headline"


def put_name(text: str, place: tuple[int, int], name: str, language: Tag) -> str:
    """
    A text with a name in the place of something else; empty if that cannot be done.

    In French the small word before it is cut short or written out. An article cut short
    before a name with a consonant would need the name's gender, which nobody knows.

    >>> put_name("le port de 37", (11, 13), "Aceh", "fr")
    "le port d'Aceh"
    >>> put_name("le port d'Oubaya", (10, 16), "Surabaya", "fr")
    'le port de Surabaya'
    >>> put_name("dans l'Aoyrie", (7, 13), "Surabaya", "fr")
    ''
    """
    before, after = text[: place[0]], text[place[1] :]
    if language in ("en", "fr") and is_said_again(name, before, after):
        return ""
    if language == "fr":
        vowel = VOWEL.match(name) is not None
        cut = CUT_SHORT.search(before)
        full = WRITTEN_OUT.search(before)
        if cut and not vowel:
            if cut[1].lower() == "l":
                return ""
            before = before[: cut.start()] + cut[1] + "e "
        elif full and vowel:
            before = before[: full.start()] + full[1] + "'"
    if language == "ar":
        before = without_article(before)
    if not LANGUAGES[language].spaced:
        before, after = AFTER_HAN.sub("", before), BEFORE_HAN.sub("", after)
    else:
        before += " " if before[-1:].isalnum() and language != "ar" else ""
        after = (" " if after[:1].isalnum() else "") + after
    return before + name + after


def without_article(before: str) -> str:
    """
    What stands before an Arabic name, without the article of what stood there.

    The name has none, or its own.
    """
    prefix = ARTICLE.search(before)
    return before[: prefix.start(1)] if prefix else before


def is_said_again(name: str, before: str, after: str) -> bool:
    """
    Whether a part of a name stands beside it once more, whole or broken.

    >>> is_said_again("Tulungagung", "et ", " agung avec"), is_said_again("A B", "", "")
    (True, False)
    """
    whole = fold(name)
    beside = (LAST_WORD.search(before), FIRST_WORD.match(after))
    return any(
        len(found[1]) >= ENOUGH and fold(found[1]) in whole for found in beside if found
    )


ENOUGH = 4
LAST_WORD = re.compile(r"([^\W\d_]+)[ -]$")
FIRST_WORD = re.compile(r"[ -]?([^\W\d_]+)")
ARTICLE = re.compile(r"(?<!\w)[وفبك]?(ال)$")
AFTER_HAN = re.compile(r"(?<=[\u3040-\u9fff，。、]) +$")
BEFORE_HAN = re.compile(r"^ +(?=[\u3040-\u9fff，。、])")
VOWEL = re.compile(r"[AEIOUÀÂÉÈÊÎÔÛ]")
CUT_SHORT = re.compile(r"\b([ldLD])['’]$")
WRITTEN_OUT = re.compile(r"\b([dD]|[qQ]u)e $")
