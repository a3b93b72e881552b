"""
Texts with marks as Markdown, every character that means something escaped.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from selaras.article.formats.presenting import presentable
from selaras.article.inline import Marked, Run, nest
from selaras.article.model import Inline, MarkKind

DELIMITERS: dict[MarkKind, str] = {"bold": "**", "italic": "_"}

TAGS: dict[MarkKind, tuple[str, str]] = {
    "bold": ("<b>", "</b>"),
    "italic": ("<i>", "</i>"),
    "code": ("<code>", "</code>"),
    "verbatim": ('<span translate="no">', "</span>"),
    "indonesian": ('<span lang="id">', "</span>"),
}

SPECIAL = re.compile(r"[\\`*_\[\]<]|&(?=[#a-zA-Z])|!$")
LINE_START = re.compile(r"^(?:[#>+=~:|\-]|[0-9]{1,9}[.)](?=\s|$))", re.MULTILINE)
BACKTICKS = re.compile("`+")
SIMPLE_ADDRESS = re.compile(r"[\w/:?#%.,;~@+=!$-]+", re.ASCII)


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where a text stands: only some places hold several lines, and a bar ends a cell.
    """

    lines: bool = True
    table: bool = False


PARAGRAPH = Place()
LINE = Place(lines=False)
CELL = Place(lines=False, table=True)


def inline_markdown(inline: Inline, place: Place = PARAGRAPH) -> str:
    r"""
    A text with its marks.

    >>> from selaras.article.model import Mark
    >>> bold = Mark(start=0, end=3, kind="bold")
    >>> print(inline_markdown(Inline(text="2*3 = [6]", marks=(bold,))))
    **2\*3** = \[6\]
    """
    text = presentable(inline)
    branches = nest(0, len(text.text), text.marks)
    return branches_markdown(text.text, branches, place)


def branches_markdown(text: str, branches: Iterable[Run | Marked], place: Place) -> str:
    """
    Stretches of a text.
    """
    parts = []
    for branch in branches:
        if isinstance(branch, Run):
            parts.append(run_markdown(text, branch, place))
        else:
            parts.append(marked_markdown(text, branch, place))
    return "".join(parts)


def run_markdown(text: str, run: Run, place: Place) -> str:
    """
    A stretch without marks, escaped.
    """
    escaped = SPECIAL.sub(r"\\\g<0>", text[run.start : run.end])
    if place.table:
        escaped = escaped.replace("|", "&#124;")
    if not place.lines:
        return escaped.replace("\n", "<br>")
    starts_line = run.start == 0 or text[run.start - 1] == "\n"
    first, *others = escaped.split("\n")
    lines = [escape_line_start(first) if starts_line else first]
    return "\\\n".join([*lines, *map(escape_line_start, others)])


def escape_line_start(line: str) -> str:
    r"""
    A line that does not begin a list, a heading, a quotation, a rule or a caption.

    >>> [escape_line_start(line) for line in ("- a", "12. b", "12.5", "> c", "d")]
    ['\\- a', '12\\. b', '12.5', '\\> c', 'd']
    """
    found = LINE_START.match(line)
    if not found:
        return line
    return f"{line[: found.end() - 1]}\\{line[found.end() - 1 :]}"


def marked_markdown(text: str, branch: Marked, place: Place) -> str:
    """
    A mark with what it covers.
    """
    mark = branch.mark
    if mark.kind == "code" and (code := code_markdown(text, branch, place)):
        return code
    inner = branches_markdown(text, branch.parts, place)
    if mark.kind == "link":
        return f"[{inner}]({address_markdown(mark.href)})"
    if mark.kind in DELIMITERS and stands_free(text, mark.start, mark.end):
        delimiter = DELIMITERS[mark.kind]
        return f"{delimiter}{inner}{delimiter}"
    opening, closing = TAGS[mark.kind]
    return f"{opening}{inner}{closing}"


def code_markdown(text: str, branch: Marked, place: Place) -> str:
    """
    Code between backticks, or nothing where backticks cannot hold it.
    """
    words = text[branch.mark.start : branch.mark.end]
    if len(branch.parts) > 1 or isinstance(branch.parts[0], Marked) or "\n" in words:
        return ""
    if place.table and "|" in words:
        return ""
    longest = max((len(run) for run in BACKTICKS.findall(words)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{pad}{words}{pad}{fence}"


def stands_free(text: str, start: int, end: int) -> bool:
    """
    Whether delimiters round a stretch are delimiters for every reader.

    Inside a word, or between Chinese characters, many are not (CommonMark 6.2); there
    the writer uses tags.

    >>> stands_free("Air surut.", 4, 9), stands_free("洪水已退", 0, 2)
    (True, False)
    """
    if text[start].isspace() or text[end - 1].isspace():
        return False  # A part of a mark that another one cuts.
    return is_apart(text[start - 1 : start]) and is_apart(text[end : end + 1])


def is_apart(character: str) -> bool:
    """
    Whether it is no character, white space or punctuation.
    """
    return (
        not character
        or character.isspace()
        or unicodedata.category(character).startswith("P")
    )


def address_markdown(address: str) -> str:
    """
    The address of a link or a picture.

    >>> address_markdown("https://a.id/b_c"), address_markdown("a (1).jpg")
    ('https://a.id/b_c', '<a (1).jpg>')
    """
    if SIMPLE_ADDRESS.fullmatch(address):
        return address
    escaped = re.sub(r"[\\<>&]", r"\\\g<0>", address)
    return f"<{escaped}>"
