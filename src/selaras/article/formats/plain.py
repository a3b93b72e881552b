"""
Plain text, read and written.
"""

import re
from collections.abc import Iterator
from functools import partial

from selaras.article.formats.presenting import presentable
from selaras.article.inline import PLAIN, weave
from selaras.article.model import (
    Article,
    Block,
    Embed,
    FactBox,
    Heading,
    Image,
    Inline,
    List,
    Paragraph,
    Quote,
    Table,
)
from selaras.article.texts import map_texts
from selaras.languages import Tag

EMPTY_LINES = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
LEFT_IN_INDONESIAN: dict[Tag, str] = {
    "en": "[in Indonesian] ",
    "zh": "［印尼语原文］",
    "ja": "［インドネシア語原文］",
    "ar": "[بالإندونيسية] ",
    "fr": "[en indonésien] ",
}
"""
What stands before a sentence that was left in Indonesian, by the article's language.
"""

ENDS_A_LINE = re.compile(r"[.!?:;…。！？؟][\"'”’»)\]]*$")


def read(text: str) -> Article:
    r"""
    Read an article from plain text.

    Empty lines part paragraphs; in a text without any, every line is a paragraph. The
    first line is the headline if an empty line follows it. A line that ends without a
    full stop was only wrapped, and goes on with the next.

    >>> article = read("Banjir surut\n\nWarga pulang ke\nrumah. Sekolah buka.")
    >>> article.headline.text, [block.text.text for block in article.blocks]
    ('Banjir surut', ['Warga pulang ke rumah. Sekolah buka.'])
    """
    parts = EMPTY_LINES.split(text.strip())
    if len(parts) == 1:
        return Article(blocks=tuple(paragraphs(parts[0].split("\n"))))
    first, *others = parts
    if "\n" in first:
        return Article(blocks=tuple(paragraphs(parts)))
    return Article(headline=lines(first), blocks=tuple(paragraphs(others)))


def paragraphs(parts: list[str]) -> Iterator[Paragraph]:
    """
    The paragraphs that parts of a text are.
    """
    for part in parts:
        if text := lines(part):
            yield Paragraph(text=text)


def lines(part: str) -> Inline:
    """
    The lines of a paragraph, those that were only wrapped put together.
    """
    joined = []
    for line in part.split("\n"):
        stripped = line.strip()
        joined.append(stripped + ("\n" if ENDS_A_LINE.search(stripped) else " "))
    return weave([("".join(joined), PLAIN)])


def write(article: Article) -> str:
    """
    Write an article as plain text: every word of it, and no mark.

    >>> print(write(Article(headline=Inline(text="Banjir surut"))))
    Banjir surut
    <BLANKLINE>
    """
    said = map_texts(article, partial(say_what_is_left, article.language))
    texts = (words(said.headline), words(said.summary))
    parts = [*texts, *map(block_text, said.blocks)]
    return "\n\n".join(filter(None, parts)) + "\n"


def say_what_is_left(language: Tag, _path: str, text: Inline) -> Inline:
    """
    The text with a bracket before every sentence that was left in Indonesian.

    >>> from selaras.article.model import Mark
    >>> left = Mark(start=6, end=18, kind="indonesian")
    >>> text = Inline(text="Calm. Air surut.  ", marks=(left,))
    >>> say_what_is_left("en", "", text).text
    'Calm. [in Indonesian] Air surut.  '
    """
    said, position = "", 0
    for mark in text.marks:
        if mark.kind == "indonesian":
            said += text.text[position : mark.start]
            said += LEFT_IN_INDONESIAN.get(language, "[id] ")
            position = mark.start
    return Inline(text=said + text.text[position:]) if said else text


def block_text(block: Block) -> str:
    """
    The words of one block.
    """
    match block:
        case Paragraph() | Heading():
            return words(block.text)
        case List():
            return "\n".join(list_lines(block))
        case Quote():
            speaker = f"— {words(block.speaker)}" if block.speaker else ""
            return joined("\n", *map(words, block.paragraphs), speaker)
        case Image():
            return joined("\n", *map(words, (block.alt, block.caption, block.credit)))
        case Table():
            rows = ("\t".join(map(one_line, row)) for row in block.rows)
            return joined("\n", words(block.caption), *rows)
        case Embed():
            content = "* * *" if block.kind == "rule" else block.content
            return joined("\n", content, words(block.caption))
        case FactBox():
            return joined("\n\n", words(block.title), *map(block_text, block.blocks))


def list_lines(block: List) -> Iterator[str]:
    """
    The items of a list, each with its number or a bullet.
    """
    for item in block.items:
        marker = "•" if item.number is None else f"{item.number}."
        yield f"{'  ' * item.depth}{marker} {one_line(item.text)}"


def words(text: Inline) -> str:
    """
    A text without its marks.
    """
    return presentable(text).text


def one_line(text: Inline) -> str:
    """
    A text without its marks and its line breaks.
    """
    return words(text).replace("\n", " ")


def joined(separator: str, *parts: str) -> str:
    """
    The parts that are not empty.
    """
    return separator.join(filter(None, parts))
