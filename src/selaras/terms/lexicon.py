"""
The newsroom's own names: institutions, places, people, laws, in all six languages.

The lexicon lies beside this module as tables with a header line. A cell holds one form,
or several parted by a bar, of which the first is the one we write.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from selaras.languages import SOURCE, Tag
from selaras.terms.everyday import is_listed
from selaras.text.spans import Span
from selaras.text.words import words

FREELY_NAMED = words(
    "institution office organisation force term court programme law currency party",
    "language people landmark airport road port university mention",
)
"""
Kinds of entries whose names are made of words and translated freely. A ``mention`` is
what a text may say instead of a name: "lawmakers", "the utility".
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """
    One name in all languages: its admitted forms, the preferred one first.

    ``short`` are acronyms and short forms of the same name.
    """

    kind: str
    forms: Mapping[Tag, tuple[str, ...]]
    short: Mapping[Tag, tuple[str, ...]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """
        Its full Indonesian form.
        """
        return self.forms[SOURCE][0]

    @property
    def is_freely_named(self) -> bool:
        """
        Whether its name is made of words that translations may choose otherwise.
        """
        return self.kind in FREELY_NAMED

    def preferred(self, language: Tag) -> str:
        """
        The form that we write in a language, or nothing where there is none.
        """
        return next(iter(self.forms.get(language, ())), "")

    def is_kept(self, language: Tag) -> bool:
        """
        Whether a language keeps its Indonesian name of several words: *Fox News*.
        """
        form = self.preferred(language)
        return " " in form and form == self.name

    def admitted(self, language: Tag) -> tuple[str, ...]:
        """
        Every form that may stand for it in a language, long and short.
        """
        return self.forms.get(language, ()) + self.short.get(language, ())


@dataclass(frozen=True, slots=True)
class Occurrence:
    """
    Where a text names something of the lexicon; what it may be, if there are several.
    """

    span: Span
    entries: tuple[Entry, ...]


class Lexicon:
    """
    Entries, and the quick search for their Indonesian forms in a text.

    The longest form wins, and no two occurrences overlap.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self.by_form: dict[str, tuple[Entry, ...]] = {}
        for entry in self.entries:
            for name in dict.fromkeys(indonesian_names(entry)):
                self.by_form[name] = (*self.by_form.get(name, ()), entry)
        self.by_first_word: dict[str, tuple[str, ...]] = {}
        for form in sorted(self.by_form, key=len, reverse=True):
            first = first_word(form)
            self.by_first_word[first] = (*self.by_first_word.get(first, ()), form)

    def find(self, text: str) -> Iterator[Occurrence]:
        """
        Everything in an Indonesian text that the lexicon knows, in order.
        """
        place = 0
        for start, word in words_of(text):
            if start < place or text[start - 1 : start] in HANDLES:
                continue
            for form in self.by_first_word.get(word, ()):
                end = start + len(form)
                if (
                    text.startswith(form, start)
                    and not text[end : end + 1].isalnum()
                    and not text.startswith(f"-{form.lower()}", end)
                ):
                    yield Occurrence(Span(start, end), self.by_form[form])
                    place = end
                    break

    def of(self, name: str) -> tuple[Entry, ...]:
        """
        The entries that have a name as one of their Indonesian forms.
        """
        return self.by_form.get(name, ())


def indonesian_names(entry: Entry) -> Iterator[str]:
    """
    What an Indonesian text may call an entry: its forms, with and without *Pulau*.

    A short form that is an everyday word (*Mitra*) is left to the text, and so is the
    one word of a broadcaster without its country: *Televisi*.
    """
    for form in entry.forms.get(SOURCE, ()):
        yield form
        bare = form.removesuffix(" Republik Indonesia")
        if " " in bare or entry.kind != "organisation":
            yield bare
        if entry.kind == "island":
            yield form.removeprefix("Pulau ")
    for form in entry.short.get(SOURCE, ()):
        if form.isupper() or not is_listed(form):
            yield form


@cache
def lexicon() -> Lexicon:
    """
    The packaged lexicon and our table of exonyms, read at the first use.
    """
    room = files("selaras.terms")
    exonyms = room.joinpath("exonyms.tsv").read_text("utf-8")
    tables = (exonyms, *tables_in(room.joinpath("lexicon")))
    return Lexicon(entry for table in tables for entry in entries_of(table))


def tables_in(folder: Traversable) -> Iterator[str]:
    """
    The text of every table of a folder, by name.
    """
    tables = [file for file in folder.iterdir() if file.name.endswith(".tsv")]
    for file in sorted(tables, key=lambda file: file.name):
        yield file.read_text("utf-8")


def entries_of(table: str) -> Iterator[Entry]:
    r"""
    The rows of a table as entries.

    >>> rows = "kind\tid\tid_short\ten\ten_short\tfr\tzh\tja\tar\tsource\n"
    >>> rows += "city\tBandung\t-\tBandung\t-\tBandung\t万隆\tバンドン\tباندونغ\t-"
    >>> [entry.preferred("zh") for entry in entries_of(rows)]
    ['万隆']
    """
    header, *lines = table.splitlines()
    columns = header.split("\t")
    for line in filter(None, lines):
        row = dict(zip(columns, line.split("\t"), strict=True))
        cells = {name: forms_in(cell) for name, cell in row.items()}
        yield Entry(
            kind=row["kind"],
            forms={tag: cells[tag] for tag in FULL if cells[tag]},
            short={
                tag: cells[f"{tag}_short"] for tag in SHORT if cells[f"{tag}_short"]
            },
        )


FULL: tuple[Tag, ...] = ("id", "en", "fr", "zh", "ja", "ar")
SHORT: tuple[Tag, ...] = ("id", "en")
NOTHING = "-"


def forms_in(cell: str) -> tuple[str, ...]:
    """
    The forms of a cell.

    >>> forms_in("Turkey | Türkiye"), forms_in("-")
    (('Turkey', 'Türkiye'), ())
    """
    forms = (form.strip() for form in cell.split("|"))
    return tuple(form for form in forms if form and form != NOTHING)


def words_of(text: str) -> Iterator[tuple[int, str]]:
    """
    The words of a text, with the places where they begin.
    """
    for match in WORD.finditer(text):
        yield match.start(), match[0]


def first_word(form: str) -> str:
    """
    The word that a form begins with.
    """
    match = WORD.search(form)
    return match[0] if match else form


WORD = re.compile(r"[^\W_]+")

HANDLES = ("@", "#", "_")
"""
What is written to a word that is no name: @BNPB.
"""
