"""
Terms as a table, as spreadsheets read and write it.

One line is one term: ``source, kind, en, zh, ja, ar, fr, note``. A cell of a language
has its renderings parted by a bar, the preferred first; one behind a "!" is forbidden.
"""

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from selaras.languages import TARGETS
from selaras_site.translations.models import Term
from selaras_site.translations.term_data import TermData, cells, one_line, said_in
from selaras_site.translations.term_import import HEAVIEST, MOST_ROWS, FileRow
from selaras_site.translations.terms import TermRefused

COLUMNS = ("source", "kind", *TARGETS, "note")

HEADINGS: Mapping[str, str] = {
    **{name: name for name in COLUMNS},
    "id": "source",
    "istilah": "source",
    "jenis": "kind",
    "catatan": "note",
}
"""
What a column may be called, in small letters.
"""

KINDS: Mapping[str, str] = {
    **{kind: kind for kind in Term.Kind.values},
    "": "",
    "istilah": Term.Kind.TERM,
    "nama": Term.Kind.NAME,
    "tetap": Term.Kind.KEPT,
}


def read_csv(content: bytes) -> list[FileRow]:
    """
    The terms of a table; a line that cannot be read says why.

    Commas, semicolons or tabs part its cells; it is UTF-8 with or without its mark, or
    UTF-16 with it. Raises ``TermRefused`` where it is no table of terms at all.
    """
    text = decoded(content)
    lines = list(io.StringIO(text, newline=""))
    if lines and lines[0].lower().startswith("sep="):
        lines[0] = "\n"
    table = csv.reader(lines, delimiter=delimiter_of(lines), strict=True)
    rows = lines_of(table)
    columns = columns_of(next(rows, (1, []))[1])
    found = [row_of(number, columns, cells) for number, cells in rows]
    if len(found) > MOST_ROWS:
        raise TermRefused(too_many())
    return found


def too_many() -> str:
    """
    That a file has too many terms.
    """
    told = _("The file has more than %(most)s terms. Bring them in several files.")
    return told % {"most": MOST_ROWS}


def decoded(content: bytes) -> str:
    """
    The text of a file.
    """
    if len(content) > HEAVIEST:
        raise TermRefused(_("The file is larger than 1.5 MB."))
    utf16 = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = content.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise TermRefused(
            _("The file is not UTF-8. Save it as “CSV UTF-8” and bring it again.")
        ) from error
    if "\0" in text:
        raise TermRefused(_("This is no table: it holds something that is no text."))
    return text


def delimiter_of(lines: Sequence[str]) -> str:
    r"""
    What parts the cells of a table, by its first line.

    >>> delimiter_of(["source;kind;en\n"]), delimiter_of(["source\n"])
    (';', ',')
    """
    first = next((line for line in lines if line.strip()), "")
    return max(",;\t", key=first.count)


def lines_of(table: Iterable[list[str]]) -> Iterator[tuple[int, list[str]]]:
    """
    The lines of a table that say anything, with their numbers.
    """
    reader = iter(table)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            number = getattr(table, "line_num", 0)
            raise TermRefused(
                _("Line %(line)s cannot be read: see its quotation marks.")
                % {"line": number}
            ) from error
        if any(cell.strip() for cell in cells):
            yield getattr(table, "line_num", 0), cells


def columns_of(heading: Sequence[str]) -> list[str]:
    """
    The columns that a heading names. Raises ``TermRefused`` where it names no terms.
    """
    names = [cell.strip().lower() for cell in heading]
    unknown = [name for name in names if name and name not in HEADINGS]
    columns = [HEADINGS.get(name, "") for name in names]
    if "source" not in columns:
        told = _("The first line must name the columns: %(columns)s.")
        raise TermRefused(told % {"columns": ", ".join(COLUMNS)})
    if unknown:
        told = _("There is no column “%(name)s”; there are: %(columns)s.")
        raise TermRefused(told % {"name": unknown[0], "columns": ", ".join(COLUMNS)})
    twice = next((c for c in columns if c and columns.count(c) > 1), "")
    if twice:
        raise TermRefused(_("The column “%(name)s” is there twice.") % {"name": twice})
    return columns


def row_of(number: int, columns: Sequence[str], line: Sequence[str]) -> FileRow:
    """
    One line as a term.
    """
    row = {
        name: unguarded(cell) for name, cell in zip(columns, line, strict=False) if name
    }
    source = one_line(row.get("source", ""))
    kind = row.get("kind", "").strip().lower()
    fault = ""
    if any(cell.strip() for cell in line[len(columns) :]):
        fault = _("The line has more cells than the first line has columns.")
    elif not source:
        fault = _("The Indonesian term is missing.")
    elif kind not in KINDS:
        told = _("There is no kind “%(kind)s”; there are: term, name, kept.")
        fault = told % {"kind": kind}
    said = {tag: said_in(row[tag]) for tag in TARGETS if row.get(tag, "").strip()}
    return FileRow(
        number=number,
        source=source,
        kind=KINDS.get(kind, ""),
        data=TermData(source=source, note=row.get("note", ""), said=said),
        fault=fault,
    )


def write_csv(terms: Iterable[TermData]) -> bytes:
    """
    Terms as a table that spreadsheets open rightly: ``read_csv`` gives them back.
    """
    file = io.StringIO(newline="")
    writer = csv.DictWriter(file, COLUMNS)
    writer.writeheader()
    for data in terms:
        writer.writerow({name: guarded(cell) for name, cell in cells(data).items()})
    return codecs.BOM_UTF8 + file.getvalue().encode()


def guarded(cell: str) -> str:
    """
    A cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("bupati"), unguarded(guarded("@BNPB"))
    ("'=1+1", 'bupati', '@BNPB')
    """
    return f"'{cell}" if cell.startswith(FORMULAS) else cell


def unguarded(cell: str) -> str:
    """
    A cell as it was before it was guarded.
    """
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(FORMULAS) else cell


FORMULAS = ("=", "+", "-", "@", "\t", "\r")
