"""
Every text of an article, with the path that names its place.
"""

from collections.abc import Callable
from dataclasses import replace

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

Change = Callable[[str, Inline], Inline]
"""
What is done to a text, told its path.
"""


def map_texts(article: Article, change: Change) -> Article:
    """
    The article with every text changed, in the order in which a reader meets them.

    This is the one place that knows which fields of which block are text: cutting
    collects by it, joining replaces by it, so neither can forget one.
    """
    return replace(
        article,
        headline=change("headline", article.headline),
        summary=change("summary", article.summary),
        blocks=tuple(
            map_block(block, f"blocks.{n}", change)
            for n, block in enumerate(article.blocks)
        ),
    )


def map_block(block: Block, path: str, change: Change) -> Block:
    """
    One block with every text of it changed.
    """
    match block:
        case Paragraph() | Heading():
            return replace(block, text=change(f"{path}.text", block.text))
        case List():
            return map_list(block, path, change)
        case Quote():
            return map_quote(block, path, change)
        case Image():
            return replace(
                block,
                alt=change(f"{path}.alt", block.alt),
                caption=change(f"{path}.caption", block.caption),
                credit=change(f"{path}.credit", block.credit),
            )
        case Table():
            return map_table(block, path, change)
        case Embed():
            return replace(block, caption=change(f"{path}.caption", block.caption))
        case FactBox():
            return map_fact_box(block, path, change)


def map_list(block: List, path: str, change: Change) -> List:
    """
    A list with the text of every item changed.
    """
    return replace(
        block,
        items=tuple(
            replace(item, text=change(f"{path}.items.{n}.text", item.text))
            for n, item in enumerate(block.items)
        ),
    )


def map_quote(block: Quote, path: str, change: Change) -> Quote:
    """
    A quotation with its paragraphs and its speaker changed.
    """
    return replace(
        block,
        paragraphs=tuple(
            change(f"{path}.paragraphs.{n}", paragraph)
            for n, paragraph in enumerate(block.paragraphs)
        ),
        speaker=change(f"{path}.speaker", block.speaker),
    )


def map_table(block: Table, path: str, change: Change) -> Table:
    """
    A table with its caption and every cell changed.
    """
    return replace(
        block,
        caption=change(f"{path}.caption", block.caption),
        rows=tuple(
            tuple(
                change(f"{path}.rows.{n}.{column}", cell)
                for column, cell in enumerate(row)
            )
            for n, row in enumerate(block.rows)
        ),
    )


def map_fact_box(block: FactBox, path: str, change: Change) -> FactBox:
    """
    A fact box with its title and the texts of its blocks changed.
    """

    def inner(part: Paragraph | List, path: str) -> Paragraph | List:
        if isinstance(part, List):
            return map_list(part, path, change)
        return replace(part, text=change(f"{path}.text", part.text))

    return replace(
        block,
        title=change(f"{path}.title", block.title),
        blocks=tuple(
            inner(part, f"{path}.blocks.{n}") for n, part in enumerate(block.blocks)
        ),
    )


def has_text(article: Article) -> bool:
    """
    Whether there is anything in it to translate.

    >>> has_text(Article(headline=Inline(text="Banjir surut")))
    True
    >>> has_text(Article(headline=Inline(text=" ")))
    False
    """
    found = False

    def look(_path: str, text: Inline) -> Inline:
        nonlocal found
        found = found or bool(text.text.strip())
        return text

    map_texts(article, look)
    return found
