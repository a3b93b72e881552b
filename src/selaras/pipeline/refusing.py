"""
Refuse an article that is not in the language it is said to be in.
"""

from itertools import islice

from selaras.article import Article, cut
from selaras.errors import ArticleForeign
from selaras.fidelity import likely_language
from selaras.languages import LANGUAGES, SOURCE
from selaras.text.scripts import has_letter, script_shares

SENTENCES = 40
"""
How many sentences are looked at.
"""

ENOUGH_LETTERS = 60
"""
A shorter article is believed: names alone tell no language.
"""

MOSTLY = 0.7


def refuse_foreign(article: Article) -> None:
    """
    Raise ``ArticleForeign`` if an Indonesian original is plainly something else.

    "Translating" English into English would look like a translation and be none. Where
    the text does not tell for certain, the article is believed.

    >>> from selaras.article import read_article
    >>> refuse_foreign(read_article("The earthquake killed 27 people in the village, "
    ...     "and many of them were in their houses when it struck."))
    Traceback (most recent call last):
    selaras.errors.ArticleForeign: An Indonesian article was expected; this one seems \
to be in English.
    """
    texts = (segment.text for segment in islice(cut(article), SENTENCES))
    text = "\n".join(text for text in texts if has_letter(text))
    if article.language != SOURCE or sum(map(str.isalpha, text)) < ENOUGH_LETTERS:
        return
    shares = script_shares(text)
    if shares.get("Latin", 0.0) < 1 - MOSTLY:
        raise ArticleForeign(
            "An Indonesian article was expected; this one is mostly in "
            f"{next(iter(shares))} characters."
        )
    likely = likely_language(text)
    if likely not in (None, SOURCE):
        raise ArticleForeign(
            "An Indonesian article was expected; this one seems to be in "
            f"{LANGUAGES[likely].english_name}."
        )
