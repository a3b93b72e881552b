"""
What a person sees while a translation runs, and after it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice, zip_longest
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Column, Table

from selaras.cli.terminal import screen
from selaras.fidelity import Severity
from selaras.languages import LANGUAGES
from selaras.pipeline import Draft, DraftSegment
from selaras.pipeline.comparing import LINE
from selaras.pipeline.mending import rung_taken

Results = Sequence[tuple[str, Sequence[Draft]]]

EXAMPLES = 10
"""
Blocked sentences shown; the others are counted.
"""


@dataclass(slots=True)
class Timing:
    """
    Seconds spent translating, summed over portions.
    """

    seconds: float = 0.0


@contextmanager
def progress_bar(*, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """
    A bar on standard error that shows sentences done and the time left.
    """
    console = screen()
    with Progress(
        TextColumn("Translating"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("sentences"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
        disable=quiet or not console.is_terminal,
    ) as bar:
        task = bar.add_task("translating", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def print_findings(results: Results, console: Console) -> None:
    """
    Count findings by check and language, and show the first few in full.
    """
    languages = [draft.language for draft in results[0][1]]
    counts = Counter(
        (finding.check, draft.language)
        for _, drafts in results
        for draft in drafts
        for segment in draft.segments
        for finding in segment.findings
    )
    if not counts:
        console.print("No check found anything.")
        return
    table = Table("check", *languages, title="Findings", title_justify="left")
    for check in sorted({check for check, _ in counts}):
        table.add_row(check, *(str(counts[check, tag] or "") for tag in languages))
    console.print(table)
    print_examples(results, console)


def print_examples(results: Results, console: Console) -> None:
    """
    Show some blocked sentences, each with the first thing that was found.
    """
    columns = [Column(name, overflow="fold") for name in ("where", "what", "sentence")]
    table = Table(*columns, title="Examples", title_justify="left")
    for place, segment in islice(in_turn(results), EXAMPLES):
        found = [f for f in segment.findings if f.severity is Severity.BLOCKING]
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        table.add_row(
            escape(place_of(place, segment)),
            escape(found[0].message + more),
            escape(segment.text),
        )
    if table.row_count:
        console.print(table)


def place_of(place: str, segment: DraftSegment) -> str:
    """
    Where a sentence stands, as far as a reader can find it: the article, or the line.
    """
    path = segment.source.path
    return f"{place}, {path}" if path.startswith(LINE) else place


def in_turn(results: Results) -> Iterator[tuple[str, DraftSegment]]:
    """
    Blocked segments with their place, one of each draft, then the second of each.
    """
    drafts = [
        (f"{name} {draft.language}", draft) for name, made in results for draft in made
    ]
    blocked = [
        [(place, segment) for segment in draft.segments if segment.is_blocked]
        for place, draft in drafts
    ]
    for row in zip_longest(*blocked):
        yield from (entry for entry in row if entry)


def print_timing(results: Results, timing: Timing, *, out: Path | None) -> None:
    """
    Say how much was translated, mended, doubted, left in Indonesian, and how fast.
    """
    table = Table(
        *("language", "sentences", "from memory", "mended", "not certain"),
        "in Indonesian",
    )
    by_language: dict[str, list[Draft]] = {}
    for _, drafts in results:
        for draft in drafts:
            by_language.setdefault(draft.language, []).append(draft)
    for tag, drafts in by_language.items():
        segments = [segment for draft in drafts for segment in draft.segments]
        remembered = sum(
            any(step.startswith("memory") for step in s.provenance.steps)
            for s in segments
            if s.provenance
        )
        table.add_row(
            LANGUAGES[tag].english_name,
            str(len(segments)),
            str(remembered),
            str(sum(bool(rung_taken(segment)) for segment in segments)),
            str(sum(len(draft.doubted) for draft in drafts)),
            str(sum(len(draft.failed_closed) for draft in drafts)),
        )
    screen().print(table)
    total = sum(len(draft.segments) for _, drafts in results for draft in drafts)
    rate = total / timing.seconds if timing.seconds else 0.0
    screen().print(
        f"{counted(len(results), 'article')}, {counted(total, 'sentence')} "
        f"in {timing.seconds:.1f} s "
        f"({rate:.0f} a second), the model's loading included."
    )
    if out:
        first = out / "index.html"
        screen().print(f"Look at {first if first.exists() else out}", soft_wrap=True)


def counted(number: int, thing: str) -> str:
    """
    So many of a thing.

    >>> counted(1, "article"), counted(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
