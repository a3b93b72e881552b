"""
What stands round an article's pages: its pictures, and the other articles of the run.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from selaras.article.formats.cleaning import safe_source
from selaras.languages import Tag

ELSEWHERE = re.compile(r"[a-z][a-z0-9+.\-]*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """
    Relative addresses as the article writes them, and where they lead from its pages.

    ``pictures`` has the address of each picture that was copied beside the pages,
    ``articles`` the folder of each article that a link leads to.
    """

    pictures: Mapping[str, str] = field(default_factory=dict)
    articles: Mapping[str, str] = field(default_factory=dict)

    def picture(self, src: str) -> str:
        """
        The address of a picture, or nothing where a page cannot show it.
        """
        return self.pictures.get(src) or on_the_web(safe_source(src))

    def link(self, href: str, language: Tag) -> str:
        """
        Where a link leads, or nothing where it would lead a reader nowhere.

        >>> around = Surroundings(articles={"apa 1.md": "apa 1"})
        >>> around.link("apa 1.md", "en"), around.link("lain.md", "en")
        ('../apa%201/en.html', '')
        """
        if href in self.articles:
            return f"../{quote(self.articles[href], safe='')}/{language}.html"
        return on_the_web(href)


NOWHERE = Surroundings()


def on_the_web(address: str) -> str:
    """
    An address that says its place by itself, or nothing.

    >>> on_the_web("//bps.go.id/a"), on_the_web("foto/a.png")
    ('https://bps.go.id/a', '')
    """
    if address.startswith("//"):
        return f"https:{address}"
    return address if ELSEWHERE.match(address) else ""
