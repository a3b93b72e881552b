"""
How time grows with length, on text that is large, odd or meant to do harm.

    python -m benchmarks.growth

Each shape is measured at a size n and at 4n, in CPU seconds, the median of 3 runs each;
the exponent is log(t4 / t1) / log(4): 1 is time in proportion to length, 2 its square.
Megabytes per second are those of the longer input. Where a shape names no n, it is
doubled until a run takes long enough to be told from noise, so it differs by machine.

It prints a table, those that grow fastest last, and writes ``results/growth.json``.
"""

import math
import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.machine import EXAMPLES, signature, write_result
from selaras.article import Article, Inline, Mark, Paragraph, cut, join, read_article
from selaras.errors import ArticleError
from selaras.languages import LANGUAGES
from selaras.memory import Entry, Memory
from selaras.text import (
    read_numbers,
    sentences_of,
    split_clauses,
    split_sentences,
    unaccounted,
)

RUNS = 3
TIMES = 4
SHORTEST, LONGEST = 4_000, 1_000_000
ENOUGH = 0.012
"""
Seconds from which on a run is long enough.
"""
SQUARE = 1.5
"""
An exponent from here on is marked in the table.
"""

SENTENCE = "Pemerintah menaikkan harga BBM 5,2 persen pada Rabu (15/6). "
PARAGRAPH = SENTENCE * 4 + "\n\n"
ELEMENT = f"<p>{SENTENCE * 4}</p>\n"
NAMES = {SENTENCE: "sentences", PARAGRAPH: "paragraphs", ELEMENT: "<p>paragraphs</p>"}
FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"

SPLITTER = (
    *(SENTENCE, "Kami siap, kata dr. Budi. ", ".", '."A', "a. ", "\n ", "A.B "),
    *("「。a", "(", " . ", "\n- a"),
)
CLAUSES = ("warga, ", "a", "dan ", "1.250,5 ", "1", FAMILY, "e\u0301", "a@")
NUMBERS = (
    *("1", "1.", "000 ", "dua ", "兆", "一", "1 juta ", "مئة و", "1:11", "M "),
    SENTENCE,
)

READERS = {
    "markdown": (
        *(("", unit) for unit in (SENTENCE, PARAGRAPH, "<b>a</i>")),
        *(("", unit) for unit in ("![a](b.jpg) ", "[a](b ", "x <!-- ", "**a", "- a\n")),
        *(("x", unit) for unit in ("[", "***", "> ")),
    ),
    "html": (
        *(("", unit) for unit in (SENTENCE, ELEMENT, "<p><b>teks ")),
        ("<p>x", " <img src=a>"),
        ("<blockquote>", "<cite>a</cite>"),
        ("<table><tr>", "<td colspan=999999999>a"),
        ("", "<div>x</div>"),
    ),
    "plain": (("", SENTENCE), ("", PARAGRAPH), ("", "a\n")),
}
"""
What a text begins with, and what is repeated after it.
"""


Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """
    Something to run, and how much it goes through.
    """

    megabytes: float
    run: Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """
    A kind of input that can be made in any size; a size of 0 is to be found.
    """

    part: str
    kind: str
    name: str
    make: Callable[[int], Task]
    size: int = 0


def main() -> None:
    """
    Measure every shape, print the table and write the result.
    """
    load_average = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        rows = [measure(shape) for shape in shapes(Path(folder))]
    rows.sort(key=lambda row: row["exponent"])
    print(f"{'part':14}{'kind':11}{'shape':30}{'n':>9}{'t(n) ms':>9}", end="")
    print(f"{f't({TIMES}n) ms':>10}{'exponent':>9}{'MB/s':>9}")
    for row in rows:
        print(shown(row))
    result = {
        "signature": signature(runs=RUNS, times=TIMES, enough=ENOUGH, clock="cpu"),
        "load_average_before": round(load_average, 2),
        "exponent_median": statistics.median(row["exponent"] for row in rows),
        "rows": rows,
    }
    print(result["signature"])
    write_result("growth", result)


def shapes(folder: Path) -> Iterator[Shape]:
    """
    Everything that is measured.
    """
    for language in ("id", "ja"):
        yield from texts("sentences", language, SPLITTER, split_sentences)
    for language in ("id", "zh"):
        yield from texts("clauses", language, CLAUSES, clauses)
    for language in LANGUAGES:
        yield from texts("numbers", language, NUMBERS, read_numbers)
    yield Shape(part="pairing", kind="id", name="equal numbers", make=pairing)
    for format_, units in READERS.items():
        for begin, unit in units:
            make = partial(of_text, begin, unit, partial(read, format_))
            name = f"{begin} + {unit}" if begin else NAMES.get(unit, unit)
            yield Shape(part="reader", kind=format_, name=name, make=make)
    # A page that leaves too many elements open is refused; this stays below that.
    nested = partial(of_text, "", "<div>x", partial(read, "html"))
    yield Shape(part="reader", kind="html", name="<div>x", make=nested, size=40_000)
    for part, task in {"cut": cutting, "join": joining}.items():
        yield Shape(part=part, kind="article", name="blocks", make=task, size=2_500)
    yield from remembering(folder)


def texts(
    part: str,
    language: str,
    units: tuple[str, ...],
    run: Callable[[str, str], object],
) -> Iterator[Shape]:
    """
    A shape of each unit, repeated.
    """
    for unit in units:
        make = partial(of_text, "", unit, lambda text: run(text, language))
        yield Shape(part=part, kind=language, name=NAMES.get(unit, unit), make=make)


def of_text(begin: str, unit: str, run: Callable[[str], object], size: int) -> Task:
    """
    Text of about that many characters.
    """
    text = begin + unit * (size // len(unit))
    return Task(megabytes=megabytes(text), run=lambda: run(text))


def clauses(text: str, language: str) -> object:
    """
    One sentence, cut for an engine that takes 400 characters.
    """
    return split_clauses(text, 400, language=language)


def read(format_: str, text: str) -> None:
    """
    Read an article, or be refused it.
    """
    with suppress(ArticleError):
        read_article(text, format=format_)


def pairing(size: int) -> Task:
    """
    A page of one number, against a page that says it half as often.
    """
    text = "27 " * (size // 3)
    numbers = read_numbers(text, "id")
    half = numbers[: len(numbers) // 2]
    return Task(megabytes=megabytes(text), run=lambda: unaccounted(numbers, half))


def blocks(size: int) -> Article:
    """
    An article of that many paragraphs with a mark across two sentences.
    """
    bold = Mark(start=3, end=18, kind="bold")
    text = Inline(text="Banjir surut. Warga pulang.", marks=(bold,))
    return Article(blocks=(Paragraph(text=text),) * size)


def cutting(size: int) -> Task:
    """
    Cut an article.
    """
    article = blocks(size)
    return Task(megabytes=27 * size / 1e6, run=lambda: cut(article))


def joining(size: int) -> Task:
    """
    Join it again.
    """
    article = blocks(size)
    segments = cut(article)
    return Task(
        megabytes=27 * size / 1e6,
        run=lambda: join(article, segments, language="id"),
    )


def remembering(folder: Path) -> Iterator[Shape]:
    """
    A memory of many texts and of long ones. Megabytes are those remembered.
    """
    many: dict[str, Callable[[int], Task]] = {
        "20 fuzzy lookups": partial(looking_up, folder),
        "exact lookup of each": partial(finding, folder),
    }
    for name, make in many.items():
        yield Shape(part="memory", kind="of texts", name=name, make=make, size=2_500)
    yield Shape(
        part="memory",
        kind="of letters",
        name="lookup of a long text",
        make=partial(resembling, folder),
        size=4_000,
    )


def looking_up(folder: Path, size: int) -> Task:
    """
    Ask for what resembles 20 changed sentences.
    """
    known = sentences(size)
    memory = filled(folder / f"many-{size}.db", known)
    chance = random.Random(9)
    asked = [text.replace("a", "", 1) for text in chance.choices(known, k=20)]
    return Task(
        megabytes=megabytes("".join(known)),
        run=lambda: [memory.fuzzy(text, target="en") for text in asked],
    )


def finding(folder: Path, size: int) -> Task:
    """
    Ask for every sentence itself.
    """
    known = sentences(size)
    memory = filled(folder / f"all-{size}.db", known)
    return Task(
        megabytes=megabytes("".join(known)),
        run=lambda: memory.exact_many(known, target="en"),
    )


def resembling(folder: Path, size: int) -> Task:
    """
    Ask for what resembles one long text, of 20 that all do.
    """
    letters = "".join(random.Random(9).choices("abcdefgh ", k=size))
    known = [f"{letters} {number}" for number in range(20)]
    memory = filled(folder / f"long-{size}.db", known)
    return Task(
        megabytes=megabytes("".join(known)),
        run=lambda: memory.fuzzy(f"{letters} gempa", target="en"),
    )


def sentences(number: int) -> list[str]:
    """
    So many different sentences of words as they occur in the examples.
    """
    news = "\n".join(path.read_text("utf-8") for path in sorted(EXAMPLES.glob("*.md")))
    words = sorted({word for text in sentences_of(news) for word in text.split()})
    chance = random.Random(8)
    return [
        f"{' '.join(chance.choices(words, k=chance.randint(6, 24)))} {place}."
        for place in range(number)
    ]


def filled(path: Path, known: list[str]) -> Memory:
    """
    A memory of these texts, not yet asked about anything else than the first.
    """
    memory = Memory(path)
    memory.remember_many(
        Entry(text=text, translation="x", target="en") for text in known
    )
    return memory


def megabytes(text: str) -> float:
    """
    How large a text is as UTF-8.
    """
    return len(text.encode()) / 1e6


def measure(shape: Shape) -> Row:
    """
    The two times of a shape, and what they say.
    """
    size = shape.size or enough(shape)
    short, long = shape.make(size), shape.make(size * TIMES)
    # In turns, so that whatever else the machine does falls on both alike.
    times = [(once(short.run), once(long.run)) for _ in range(RUNS)]
    t1, t4 = map(statistics.median, zip(*times, strict=True))
    return {
        "part": shape.part,
        "kind": shape.kind,
        "shape": shape.name,
        "n": size,
        "milliseconds": round(t1 * 1000, 2),
        "milliseconds_4n": round(t4 * 1000, 2),
        "exponent": round(math.log(t4 / t1) / math.log(TIMES), 2),
        "megabytes_per_second": round(long.megabytes / t4, 3),
    }


def enough(shape: Shape) -> int:
    """
    The first size, doubling, at which a run is long enough.
    """
    size = SHORTEST
    shape.make(size).run()  # What is made once, as patterns are, is made here.
    while size < LONGEST and once(shape.make(size).run) < ENOUGH:
        size *= 2
    return size


def once(run: Callable[[], object]) -> float:
    """
    Seconds of CPU that one run takes.
    """
    begin = time.process_time()
    run()
    return time.process_time() - begin


def shown(row: Row) -> str:
    """
    A row for a person.
    """
    name = repr(row["shape"])
    name = name if len(name) < 29 else f"{name[:26]}…'"
    mark = "  <" if row["exponent"] > SQUARE else ""
    return (
        f"{row['part']:14}{row['kind']:11}{name:30}{row['n']:>9,}"
        f"{row['milliseconds']:>9}{row['milliseconds_4n']:>10}"
        f"{row['exponent']:>9}{row['megabytes_per_second']:>9}{mark}"
    )


if __name__ == "__main__":
    main()
