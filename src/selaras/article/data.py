"""
An article as plain data and back: what JSON columns and files hold.

Every dataclass becomes a mapping, a block with its name as ``block`` beside its fields,
so that data written today can be read when there are more.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, fields, is_dataclass
from typing import Any, cast

from selaras.article.model import (
    Article,
    Block,
    Embed,
    FactBox,
    Heading,
    Image,
    Inline,
    List,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Table,
)
from selaras.errors import ArticleUnreadable

Data = dict[str, Any]

BLOCKS: dict[str, type[Block]] = {
    "paragraph": Paragraph,
    "heading": Heading,
    "list": List,
    "quote": Quote,
    "image": Image,
    "table": Table,
    "embed": Embed,
    "fact_box": FactBox,
}

NAMES: dict[type[object], str] = {block: name for name, block in BLOCKS.items()}


def article_data(article: Article) -> Data:
    """
    The article as what ``json.dumps`` takes; ``article_of_data`` gives it back.
    """
    return cast("Data", _data(article))


def article_of_data(data: Mapping[str, Any]) -> Article:
    """
    The article that ``article_data`` made this of, or ``ArticleUnreadable``.

    >>> article = Article(blocks=(Heading(text=Inline(text="Banjir")),), id="7")
    >>> article_of_data(article_data(article)) == article
    True
    """
    try:
        return _article(data)
    except (KeyError, TypeError, AttributeError) as error:
        raise ArticleUnreadable(
            f"Expected an article as data but got something else: {error!r}."
        ) from error


def marks_data(marks: tuple[Mark, ...]) -> list[Data]:
    """
    Marks as plain data.
    """
    return [asdict(mark) for mark in marks]


def marks_of_data(data: list[Data]) -> tuple[Mark, ...]:
    """
    The marks that ``marks_data`` made this of.
    """
    return tuple(Mark(**mark) for mark in data)


def _data(value: object) -> object:
    if isinstance(value, tuple):
        return [_data(part) for part in value]
    if isinstance(value, Mapping):
        return dict(value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    content = {f.name: _data(getattr(value, f.name)) for f in fields(value)}
    name = NAMES.get(type(value))
    return {"block": name, **content} if name else content


def _article(data: Mapping[str, Any]) -> Article:
    return Article(
        headline=_inline(data["headline"]),
        summary=_inline(data["summary"]),
        blocks=tuple(_block(block) for block in data["blocks"]),
        id=data["id"],
        language=data["language"],
        extra=dict(data["extra"]),
        confirmed=dict(data.get("confirmed", {})),
    )


def _block(data: Mapping[str, Any]) -> Block:
    content = {name: value for name, value in data.items() if name != "block"}
    read = {name: READERS.get(name, _as_is)(value) for name, value in content.items()}
    return BLOCKS[data["block"]](**read)


def _inline(data: Mapping[str, Any]) -> Inline:
    return Inline(text=data["text"], marks=marks_of_data(data["marks"]))


def _as_is(value: Any) -> Any:  # noqa: ANN401 - a level, an address: whatever it is
    return value


def _item(data: Mapping[str, Any]) -> ListItem:
    return ListItem(
        text=_inline(data["text"]), depth=data["depth"], number=data["number"]
    )


READERS: dict[str, Callable[[Any], Any]] = {
    "text": _inline,
    "speaker": _inline,
    "alt": _inline,
    "caption": _inline,
    "credit": _inline,
    "title": _inline,
    "items": lambda items: tuple(_item(item) for item in items),
    "paragraphs": lambda parts: tuple(_inline(part) for part in parts),
    "rows": lambda rows: tuple(tuple(_inline(cell) for cell in row) for row in rows),
    "blocks": lambda blocks: tuple(_block(block) for block in blocks),
}
"""
How a field of a block is read, by its name; every other one is as it is.
"""
