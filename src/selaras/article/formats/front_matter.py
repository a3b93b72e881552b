"""
The lines between ``---`` that say about an article what is not its text.
"""

import json
import re
from collections.abc import Iterator, Mapping

FENCE = re.compile(r"---[ \t]*\n")
END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
LINE = re.compile(r'(?P<key>"(?:[^"\\]|\\.)*"|[^\s"#:\-][^:\n]*?)[ \t]*:(?:[ \t]+|$)')
COMMENT = re.compile(r"[ \t]*(?:#.*)?$")

PLAIN_KEY = re.compile(r"[^\W\d][\w.\-]*")
PLAIN_VALUE = re.compile(r"[^\s\"'].*(?<!\s)|")


def split_front_matter(text: str) -> tuple[dict[str, str] | None, str]:
    r"""
    What the front matter says, or None if there is none, and the text behind it.

    It is not YAML: a line is ``key: value``, and what is indented or begins with a dash
    belongs to the value before. A value in double quotation marks is read as JSON.

    >>> split_front_matter("---\nid: reg-022\nsection: daerah\n---\n\n# Judul")
    ({'id': 'reg-022', 'section': 'daerah'}, '\n# Judul')
    >>> split_front_matter("---\nBukan kunci\n---\n")
    (None, '---\nBukan kunci\n---\n')
    """
    fence = FENCE.match(text)
    end = END.search(text, fence.end()) if fence else None
    if not fence or not end:
        return None, text
    entries = read_lines(text[fence.end() : end.start()].split("\n"))
    if entries is None:
        return None, text
    return entries, text[end.end() :].removeprefix("\n")


def read_lines(lines: list[str]) -> dict[str, str] | None:
    """
    The entries that lines say; None if a line is not what front matter is made of.
    """
    entries: dict[str, list[str]] = {}
    key: str | None = None
    for line in lines:
        if COMMENT.match(line):
            continue
        if key is not None and line[0] in " \t-":
            entries[key].append(line.strip())
            continue
        found = LINE.match(line)
        if not found:
            return None
        key = unquote(found["key"])
        entries[key] = [line[found.end() :].strip()]
    return {
        key: unquote("\n".join(filter(None, parts))) for key, parts in entries.items()
    }


def unquote(value: str) -> str:
    r"""
    A value without the quotation marks round it.

    >>> unquote('"Kata \\"siap\\""'), unquote("'Jum''at'"), unquote("Jum'at")
    ('Kata "siap"', "Jum'at", "Jum'at")
    """
    if len(value) >= 2 and value[0] == value[-1] == '"':
        try:
            return str(json.loads(value))
        except ValueError:
            return value[1:-1]
    if len(value) >= 2 and value[0] == value[-1] == "'":
        return value[1:-1].replace("''", "'")
    return value


def write_front_matter(entries: Mapping[str, str]) -> Iterator[str]:
    """
    The lines of the front matter, fences included; none for no entries.
    """
    if not entries:
        return
    yield "---"
    for key, value in entries.items():
        written_key = key if PLAIN_KEY.fullmatch(key) else quote(key)
        written = value if PLAIN_VALUE.fullmatch(value) else quote(value)
        yield f"{written_key}: {written}".rstrip()
    yield "---"


def quote(value: str) -> str:
    """
    A value in quotation marks, as JSON writes it.
    """
    return json.dumps(value, ensure_ascii=False)
