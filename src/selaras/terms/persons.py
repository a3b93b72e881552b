"""
Given names and surnames of the world's news, as other scripts usually write them.

A foreign name is not read letter by letter: *Hughes* is 休斯, ヒューズ and هيوز. Where
its usual forms are known, a text without any of them does not name the person.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from selaras.languages import Tag
from selaras.terms.skeleton import fold
from selaras.terms.translation import Translation, plain_form


@lru_cache(maxsize=8192)
def person_forms(word: str, language: Tag) -> tuple[str, ...]:
    """
    The forms that a word of a person's name usually has, the commonest first.

    >>> person_forms("Smith", "zh"), person_forms("Smith", "ja")
    (('史密斯', '史密夫', '史密思'), ('スミス',))
    >>> person_forms("Retnowati", "ar"), person_forms("Smith", "fr")
    ((), ())
    """
    return persons().get(fold(word), {}).get(language, ())


def is_person_known(word: str) -> bool:
    """
    Whether a word is a person's name of which the usual forms are known.

    >>> is_person_known("Müller"), is_person_known("Retnowati")
    (True, False)
    """
    return fold(word) in persons()


def has_person_form(word: str, translation: Translation) -> bool:
    """
    Whether a text has one of the usual forms of a word of a person's name.

    >>> has_person_form("Smith", Translation("وقالت سميث", "ar"))
    True
    """
    language = translation.language
    text = translation.plain
    return any(
        form in text or any(f" {small}{form[1:]}" in text for small in SMALL[language])
        for form in plain_person_forms(word, language)
    )


@lru_cache(maxsize=8192)
def plain_person_forms(word: str, language: Tag) -> tuple[str, ...]:
    """
    The forms of a word as they are compared.
    """
    return tuple(plain_form(form, language) for form in person_forms(word, language))


SMALL: Mapping[Tag, str] = {"zh": "", "ja": "", "ar": "وبلفك"}
"""
What may be written onto a name.
"""


@cache
def persons() -> Mapping[str, Mapping[Tag, tuple[str, ...]]]:
    """
    The packaged table, read at the first use.
    """
    table = files("selaras.terms").joinpath("persons.tsv").read_text("utf-8")
    header, *lines = table.splitlines()
    tags = header.split("\t")[1:]
    return {
        fold(name): {
            tag: tuple(cell.split(BAR)) for tag, cell in zip(tags, cells, strict=True)
        }
        for name, *cells in (line.split("\t") for line in lines)
    }


BAR = " | "
