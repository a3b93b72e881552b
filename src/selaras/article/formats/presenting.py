"""
What every writer does to a text before it writes it.
"""

from selaras.article.formats.cleaning import clean, safe_address
from selaras.article.inline import Style, pieces_of, weave
from selaras.article.model import Inline


def presentable(inline: Inline) -> Inline:
    """
    The text in normal form, without unseen characters and links that are not safe.

    An article need not come from a reader of ours, so its writers trust none.
    """
    return weave((clean(text), safe(style)) for text, style in pieces_of(inline))


def safe(style: Style) -> Style:
    """
    The style with its link's address made safe, or without it.
    """
    marks = {
        (kind, safe_address(href) if kind == "link" else "") for kind, href in style
    }
    return frozenset(marks - {("link", "")})
