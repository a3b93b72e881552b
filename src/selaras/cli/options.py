"""
What several commands take: languages, and the names that a shell can complete.
"""

from collections.abc import Iterable
from contextlib import suppress

import typer

from selaras.errors import SelarasError
from selaras.languages import TARGETS, Tag
from selaras.weights import CATALOGUE, EMBEDDED, list_models

TRADITIONAL = frozenset({"hant", "tw", "hk", "mo"})
"""
Parts of a tag that say traditional characters, which is a Chinese we do not write.
"""


def languages_named(text: str) -> tuple[Tag, ...]:
    """
    The languages of an option, each once.

    >>> languages_named("en, FR,en,zh-Hans")
    ('en', 'fr', 'zh')
    """
    named = [folded(tag) for tag in text.split(",") if tag.strip()]
    if not named or not set(named) <= set(TARGETS):
        raise typer.BadParameter(
            f"Expected some of {', '.join(TARGETS)}, with commas; got {text!r}."
        )
    return tuple(dict.fromkeys(named))


def language_named(text: str) -> Tag:
    """
    The one language of an option.
    """
    language = folded(text)
    if language not in TARGETS:
        raise typer.BadParameter(f"Expected one of {', '.join(TARGETS)}; got {text!r}.")
    return language


def folded(tag: str) -> Tag:
    """
    A language's tag as this project writes it, if it means one of ours.

    >>> folded(" EN"), folded("zh_CN"), folded("zh-TW"), folded("id")
    ('en', 'zh', 'zh-tw', 'id')
    """
    tag = tag.strip().lower().replace("_", "-")
    language, *rest = tag.split("-")
    return tag if language == "zh" and TRADITIONAL & {*rest} else language


def complete_languages(incomplete: str) -> list[str]:
    """
    Ways to go on with a list of languages.

    >>> complete_languages("en,")
    ['en,zh', 'en,ja', 'en,ar', 'en,fr']
    """
    before, comma, begun = incomplete.rpartition(",")
    left = [tag for tag in TARGETS if tag not in before.split(",")]
    return [before + comma + tag for tag in beginning(begun, left)]


def complete_language(incomplete: str) -> list[str]:
    """
    Languages that begin like this.
    """
    return beginning(incomplete, TARGETS)


def complete_model(incomplete: str) -> list[str]:
    """
    Models of this machine that begin like this.
    """
    names = [EMBEDDED]
    with suppress(SelarasError, OSError):
        names += [model.name for model in list_models()]
    return beginning(incomplete, names)


def complete_remote(incomplete: str) -> list[str]:
    """
    Models that can be fetched and begin like this.
    """
    return beginning(incomplete, (entry.name for entry in CATALOGUE))


def beginning(start: str, names: Iterable[str]) -> list[str]:
    """
    The names that begin like this.
    """
    return [name for name in names if name.startswith(start)]
