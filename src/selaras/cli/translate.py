"""
``selaras translate``: articles in, versions out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from selaras.article import write_article
from selaras.cli.failing import ExitCode, plainly
from selaras.cli.lines import translate_lines
from selaras.cli.options import complete_languages, languages_named
from selaras.cli.outputs import Format, as_json, write_index, write_results
from selaras.cli.paths import memory_path
from selaras.cli.reports import Timing, print_findings, print_timing, progress_bar
from selaras.cli.sources import (
    STDIN,
    Names,
    Source,
    files_in,
    names_apart,
    read_original,
)
from selaras.cli.surroundings import surroundings
from selaras.cli.terminal import complain, result, say, screen
from selaras.cli.watching import changes
from selaras.engines import Engine
from selaras.errors import ArticleError, EngineError
from selaras.languages import TARGETS, Tag
from selaras.pipeline import Draft, article_of, translate_articles
from selaras.pipeline.composing import LOCAL, composed
from selaras.pipeline.pages.surroundings import NOWHERE
from selaras.pipeline.records import article_record

ARTICLES_AT_ONCE = 50
"""
Articles in one stream to the engine; their results are written before the next ones
are begun, so that stopping loses little.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """
    What the command line asked for.
    """

    paths: tuple[Path, ...]
    languages: tuple[Tag, ...]
    out: Path | None
    format: Format
    reads: str | None
    is_quiet: bool


# Long because every option is a parameter, with its help beside it: typer reads them
# here and nowhere else. What is done with them is in the functions beneath.
def translate(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Articles or folders of articles; - is standard input.",
        ),
    ],
    to: Annotated[
        str,
        typer.Option(
            metavar="LANGUAGES",
            help="Target languages, with commas.",
            autocompletion=complete_languages,
        ),
    ] = ",".join(TARGETS),
    out: Annotated[
        Path | None,
        typer.Option(help="Folder to write to; without it, to standard output."),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option(help="What to write: html into a folder, else md, unless told."),
    ] = None,
    reads: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="FORMAT", help="What to read: md, html or txt; by ending."
        ),
    ] = None,
    engine: Annotated[
        str,
        typer.Option(
            help="local, local:NAME, openai:MODEL, deepl or libretranslate; "
            "several with commas are tried in turn."
        ),
    ] = LOCAL,
    memory: Annotated[
        Path | None, typer.Option(help="The translation memory's file.")
    ] = None,
    use_memory: Annotated[
        bool, typer.Option("--memory-on/--no-memory", help="Use the memory, or not.")
    ] = True,
    lines: Annotated[
        bool,
        typer.Option("--lines", help="A sentence a line in, a sentence a line out."),
    ] = False,
    watch: Annotated[
        bool, typer.Option("--watch", help="Go on, and translate what changes.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with 1 if a sentence failed closed.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print results and errors only.")
    ] = False,
) -> None:
    """
    Translate Indonesian articles.
    """
    job = Job(
        paths=tuple(files),
        languages=languages_named(to),
        out=out,
        format=format or (Format.HTML if out else Format.MARKDOWN),
        reads=reads,
        is_quiet=quiet,
    )
    if lines:
        refuse_with_lines(watch=watch, format=format, reads=reads, strict=strict)
    refuse_what_cannot_be(job, lines=lines, watch=watch)
    remembered = (memory or memory_path()) if use_memory else None
    with plainly(), composed(engine, memory=remembered) as translator:
        if lines:
            translate_lines(job.paths[0], job.languages[0], translator, out=out)
            return
        work = Work(job=job, engine=translator)
        code = translate_once(work, strict=strict)
        if watch and out and any(path.exists() for path in files):
            keep_translating(work, out=out)
    raise typer.Exit(code)


def refuse_with_lines(**options: object) -> None:
    """
    Refuse the options that mean nothing for lines, rather than pass them over.
    """
    names = {"reads": "--from"}
    given = [names.get(name, f"--{name}") for name, value in options.items() if value]
    if given:
        raise typer.BadParameter(
            "--lines takes a sentence a line and writes a sentence a line, once; it "
            f"cannot be combined with {' or '.join(given)}."
        )


def refuse_what_cannot_be(job: Job, *, lines: bool, watch: bool) -> None:
    """
    Refuse options that contradict each other, before anything is loaded.
    """
    if lines and (len(job.languages) != 1 or len(job.paths) != 1):
        raise typer.BadParameter("--lines takes one file and one language in --to.")
    if watch and not job.out:
        raise typer.BadParameter("--watch needs --out, a folder to write to.")
    if watch and STDIN in job.paths:
        raise typer.BadParameter("--watch takes files and folders, not -.")
    if job.out:
        refuse_results_among_inputs(job.paths, out=job.out)
    if lines or job.out:
        return
    if job.format is Format.HTML:
        raise typer.BadParameter("--format html needs --out, a folder to write to.")
    if job.format is not Format.JSON and len(job.languages) != 1:
        raise typer.BadParameter(
            "Several languages need --out FOLDER, or --format json; "
            "or name one language with --to."
        )


def refuse_results_among_inputs(paths: Sequence[Path], *, out: Path) -> None:
    """
    Refuse a folder of results that is or holds an input.

    There nobody could tell results from articles: one might be written over another,
    and what lies in the folder of results is not read. A folder of results inside an
    input is well: all of it is results.
    """
    for path in paths:
        if path != STDIN and path.resolve().is_relative_to(out.resolve()):
            raise typer.BadParameter(
                f"--out {out} is or holds the input {path}: results would lie among "
                f"articles, or over them. Name a folder of its own, such as "
                f"--out {out / 'results'}."
            )


@dataclass(slots=True, kw_only=True)
class Work:
    """
    A job under way: what its articles' results are called, and what is in the index.
    """

    job: Job
    engine: Engine
    names: Names = field(default_factory=dict)
    results: dict[str, tuple[Draft, ...]] = field(default_factory=dict)


def translate_once(work: Work, *, strict: bool) -> ExitCode:
    """
    Translate everything that was named; say what could not be read, and go on.
    """
    job, timing = work.job, Timing()
    sources, unreadable = read_all(work, job.paths)
    for start in range(0, len(sources), ARTICLES_AT_ONCE):
        portion = sources[start : start + ARTICLES_AT_ONCE]
        translate_portion(portion, work, timing)
    results = tuple(work.results.items())
    if results and job.out and job.format is Format.HTML:
        write_index(results, out=job.out)
    if results and not job.is_quiet:
        print_findings(results, screen())
        print_timing(results, timing, out=job.out)
    if unreadable:
        return ExitCode.UNREADABLE
    failed = any(draft.failed_closed for _, drafts in results for draft in drafts)
    return ExitCode.FOUND if strict and failed else ExitCode.DONE


def read_all(work: Work, paths: Sequence[Path]) -> tuple[tuple[Source, ...], bool]:
    """
    The sources that could be read, and whether any could not.
    """
    job, unreadable = work.job, False
    found: dict[Path, Path] = {}
    for path in paths:
        try:
            found |= {file.resolve(): file for file in files_in(path, out=job.out)}
        except ArticleError as error:
            unreadable = True
            complain(str(error))
    work.names = names_apart(tuple(found), known=work.names)
    sources = []
    for key, path in found.items():
        try:
            name = work.names[key]
            sources.append(read_original(path, format=job.reads, name=name))
        except (ArticleError, OSError) as error:
            unreadable = True
            complain(str(error))
    return tuple(sources), unreadable


def translate_portion(sources: Sequence[Source], work: Work, timing: Timing) -> None:
    """
    Translate some articles in one stream and hand out their results.
    """
    job, began = work.job, perf_counter()
    with progress_bar(quiet=job.is_quiet) as progress:
        drafts = translate_articles(
            [source.article for source in sources],
            engine=work.engine,
            languages=job.languages,
            progress=progress,
        )
    timing.seconds += perf_counter() - began
    for source, made in zip(sources, drafts, strict=True):
        hand_out(source, made, work)
        work.results[source.name] = made


def hand_out(source: Source, drafts: tuple[Draft, ...], work: Work) -> None:
    """
    Write one article's drafts to the folder, or to standard output.
    """
    job = work.job
    if job.out:
        around = NOWHERE
        if job.format is Format.HTML and source.path != STDIN:
            around = surroundings(
                source.article,
                source.path,
                folder=job.out / source.name,
                named=work.names,
            )
        write_results(
            source.name,
            drafts,
            out=job.out,
            format=job.format,
            at=datetime.now().astimezone(),
            around=around,
        )
    elif job.format is Format.JSON:
        result(as_json(article_record(drafts)))
    else:
        result(write_article(article_of(drafts[0]), job.format.value))


def keep_translating(work: Work, *, out: Path) -> None:
    """
    Translate files again whenever they change, until interrupted.

    The index follows. Of an article that is gone the results stay, and it is said. An
    engine that fails is said too: saving the article again asks it again.
    """
    say("Watching. Press Ctrl-C to stop.")
    for seen in changes(work.job.paths, out=out):
        for path in seen.gone:
            say(f"{path} is gone; its results stay in {out}.")
        sources, _ = read_all(work, seen.changed)
        if not sources:
            continue
        try:
            translate_portion(sources, work, Timing())
        except EngineError as error:
            complain(str(error))
            continue
        if work.job.format is Format.HTML:
            write_index(tuple(work.results.items()), out=out)
        for source in sources:
            say(f"{source.name}: translated again.")
