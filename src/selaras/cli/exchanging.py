"""
``selaras memory``: the translation memory, out to other tools and back from them.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Annotated

import typer
from rich.table import Column, Table
from rich.text import Text

from selaras.cli.failing import ExitCode, plainly
from selaras.cli.options import complete_languages, languages_named
from selaras.cli.outputs import advice
from selaras.cli.paths import memory_path
from selaras.cli.terminal import answers, result, say
from selaras.errors import MemoryUnusable, OutputUnwritable
from selaras.exchange import Fate, Taken, memory_plan, memory_take, write_tmx
from selaras.languages import TARGETS, Tag
from selaras.memory import Entry, Memory

memories = typer.Typer(
    help="The translation memory: out to other tools as TMX, and back.",
    no_args_is_help=True,
)

Where = Annotated[
    Path | None, typer.Option("--memory", help="The translation memory's file.")
]


@memories.command("export")
def export_file(
    out: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE.tmx]", help="Standard output, if it is not told."
        ),
    ] = None,
    to: Annotated[
        str,
        typer.Option(
            metavar="LANGUAGES",
            help="Languages, with commas.",
            autocompletion=complete_languages,
        ),
    ] = ",".join(TARGETS),
    people: Annotated[
        bool, typer.Option("--people", help="Only what people translated.")
    ] = False,
    memory: Where = None,
) -> None:
    """
    Write the memory as TMX, which every translator's tool reads.
    """
    languages = languages_named(to)
    with plainly(), opened(memory) as known:
        portions = write_tmx(entries_of(known, languages, people=people))
        if out is None:
            for portion in portions:
                result(portion)
            return
        write_portions(out, portions)
    say(f"Wrote {out}.")


@memories.command("import")
def import_files(
    files: Annotated[list[Path], typer.Argument(metavar="FILE.tmx...", help="Files.")],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change; write nothing.")
    ] = False,
    replace: Annotated[
        bool,
        typer.Option(
            "--replace", help="Replace what people wrote, newer or of unknown age too."
        ),
    ] = False,
    machine: Annotated[
        bool,
        typer.Option(
            "--machine",
            help="Files that do not say it are a machine's work, no person's.",
        ),
    ] = False,
    memory: Where = None,
) -> None:
    """
    Take TMX files into the memory: all of a file, or nothing of it. May be repeated.

    Ends with 1 where something was not taken.
    """
    with plainly(), opened(memory, may_be_new=True) as known:
        take = memory_plan if dry_run else memory_take
        all_taken = True
        for path in files:
            with path.open("rb") as stream:
                taken = take(
                    known,
                    stream,
                    name=path.name,
                    newer="replace" if replace else "keep",
                    level="machine" if machine else "human",
                )
            answers().print(table_of(path.name, taken, is_plan=dry_run))
            all_taken = all_taken and not left(taken)
    if not all_taken:
        raise typer.Exit(ExitCode.FOUND)


@contextmanager
def opened(path: Path | None, *, may_be_new: bool = False) -> Iterator[Memory]:
    """
    The memory; one that is only read must be there.
    """
    path = path or memory_path()
    if not may_be_new and not path.exists():
        raise MemoryUnusable(
            f"There is no translation memory at {path}. Name another with --memory."
        )
    with Memory(path) as known:
        yield known


def entries_of(
    memory: Memory, languages: Iterable[Tag], *, people: bool
) -> Iterator[Entry]:
    """
    The entries that are asked for, a language after the other.
    """
    for language in languages:
        yield from memory.entries(target=language, level="human" if people else None)


def write_portions(path: Path, portions: Iterable[str]) -> None:
    """
    Write a file that need not fit into memory: the whole of it, or none.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(
            dir=path.parent, prefix=".selaras-", delete=False
        ) as made:
            beside = Path(made.name)
        try:
            with beside.open("w", encoding="utf-8") as file:
                file.writelines(portions)
            beside.chmod(0o644)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise OutputUnwritable(
            f"{path} could not be written: {error.strerror or error}. "
            f"{advice(error.errno)}"
        ) from error


FATES: dict[Fate, tuple[str, str]] = {
    Fate.NEW: ("would be new", "new"),
    Fate.CHANGED: ("would change", "changed"),
    Fate.SAME: ("there already", "there already"),
    Fate.KEPT: ("a person's, kept", "a person's, kept"),
    Fate.TWICE: ("said otherwise before", "said otherwise before"),
}

REASONS = {
    "no source": "without Indonesian",
    "no target": "without a translation into our languages",
    "variant": "a second text in one language",
    "empty": "empty",
    "too long": "too long for a sentence",
    "forbidden": "of a language that is not to be changed",
}


def table_of(name: str, taken: Taken, *, is_plan: bool) -> Table:
    """
    What became of a file's pairs, or would.
    """
    table = Table(
        "",
        Column("number", justify="right"),
        title=Text(name),
        title_justify="left",
    )
    for fate, (would, did) in FATES.items():
        table.add_row(would if is_plan else did, str(taken.fates[fate]))
    for reason, number in sorted(taken.tally.refused.items()):
        table.add_row(f"not taken: {REASONS[reason]}", str(number))
    if taken.tally.foreign:
        table.add_row(Text(languages_said(taken)), str(taken.tally.foreign.total()))
    if taken.tally.codes:
        table.add_row("codes of the other tool, dropped", str(taken.tally.codes))
    return table


def languages_said(taken: Taken) -> str:
    """
    The languages of a file that are none of ours.
    """
    names = ", ".join(name or "(none)" for name in sorted(taken.tally.foreign)[:8])
    return f"in other languages: {names}"


def left(taken: Taken) -> int:
    """
    How much of a file was left out that is in our languages.
    """
    kept = taken.fates[Fate.KEPT] + taken.fates[Fate.TWICE]
    return kept + taken.tally.refused.total()
