"""
``selaras translate``: articles in, versions out.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Annotated

import typer

from selaras.article import write_article
from selaras.cli.failing import ExitCode, plainly
from selaras.cli.lines import translate_lines
from selaras.cli.outputs import Format, as_json, write_index, write_results
from selaras.cli.paths import memory_path
from selaras.cli.reports import Timing, print_findings, print_timing, progress_bar
from selaras.cli.sources import Source, files_in, named_apart, read_source
from selaras.cli.terminal import complain, result, say, screen
from selaras.cli.watching import changes
from selaras.engines import Engine
from selaras.errors import ArticleError
from selaras.languages import LANGUAGES, SOURCE, TARGETS, Tag
from selaras.pipeline import Draft, article_of, translate_articles
from selaras.pipeline.composing import LOCAL, composed
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


def translate(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Articles or folders of articles; - is standard input.",
        ),
    ],
    to: Annotated[
        str, typer.Option(metavar="LANGUAGES", help="Target languages, with commas.")
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
    refuse_what_cannot_be(job, lines=lines, watch=watch)
    remembered = (memory or memory_path()) if use_memory else None
    with plainly(), composed(engine, memory=remembered) as translator:
        if lines:
            translate_lines(job.paths[0], job.languages[0], translator, out=out)
            return
        code = translate_once(job, translator, strict=strict)
        if watch and out:
            keep_translating(job, translator, out=out)
    raise typer.Exit(code)


def languages_named(text: str) -> tuple[Tag, ...]:
    """
    The languages of an option, each once.

    >>> languages_named("en, fr,en")
    ('en', 'fr')
    """
    tags = tuple(dict.fromkeys(tag.strip() for tag in text.split(",") if tag.strip()))
    unknown = [tag for tag in tags if tag not in LANGUAGES or tag == SOURCE]
    if unknown or not tags:
        raise typer.BadParameter(
            f"Expected some of {', '.join(TARGETS)}, with commas; got {text!r}."
        )
    return tags


def refuse_what_cannot_be(job: Job, *, lines: bool, watch: bool) -> None:
    """
    Refuse options that contradict each other, before anything is loaded.
    """
    if lines and (len(job.languages) != 1 or len(job.paths) != 1):
        raise typer.BadParameter("--lines takes one file and one language in --to.")
    if watch and not job.out:
        raise typer.BadParameter("--watch needs --out, a folder to write to.")
    if lines or job.out:
        return
    if job.format is Format.HTML:
        raise typer.BadParameter("--format html needs --out, a folder to write to.")
    if job.format is not Format.JSON and len(job.languages) != 1:
        raise typer.BadParameter(
            "Several languages need --out FOLDER, or --format json; "
            "or name one language with --to."
        )


def translate_once(job: Job, engine: Engine, *, strict: bool) -> ExitCode:
    """
    Translate everything that was named; say what could not be read, and go on.
    """
    sources, unreadable = read_all(job)
    results: list[tuple[str, tuple[Draft, ...]]] = []
    timing = Timing()
    for start in range(0, len(sources), ARTICLES_AT_ONCE):
        portion = sources[start : start + ARTICLES_AT_ONCE]
        results += translate_portion(portion, job, engine, timing)
    if results and job.out and job.format is Format.HTML:
        write_index(results, out=job.out)
    if results and not job.is_quiet:
        print_findings(results, screen())
        print_timing(results, timing, out=job.out)
    if unreadable:
        return ExitCode.UNREADABLE
    failed = any(draft.failed_closed for _, drafts in results for draft in drafts)
    return ExitCode.FOUND if strict and failed else ExitCode.DONE


def read_all(job: Job) -> tuple[tuple[Source, ...], bool]:
    """
    The sources that could be read, and whether any could not.
    """
    sources, unreadable = [], False
    for path in files_in(job.paths, out=job.out):
        try:
            sources.append(read_source(path, format=job.reads))
        except (ArticleError, OSError) as error:
            unreadable = True
            complain(str(error))
    return named_apart(sources), unreadable


def translate_portion(
    sources: Sequence[Source], job: Job, engine: Engine, timing: Timing
) -> list[tuple[str, tuple[Draft, ...]]]:
    """
    Translate some articles in one stream and hand out their results.
    """
    began = perf_counter()
    with progress_bar(quiet=job.is_quiet) as progress:
        drafts = translate_articles(
            [source.article for source in sources],
            engine=engine,
            languages=job.languages,
            progress=progress,
        )
    timing.seconds += perf_counter() - began
    results = [(s.name, d) for s, d in zip(sources, drafts, strict=True)]
    for name, made in results:
        hand_out(name, made, job)
    return results


def hand_out(name: str, drafts: tuple[Draft, ...], job: Job) -> None:
    """
    Write one article's drafts to the folder, or to standard output.
    """
    if job.out:
        at = datetime.now().astimezone()
        write_results(name, drafts, out=job.out, format=job.format, at=at)
    elif job.format is Format.JSON:
        result(as_json(article_record(drafts)))
    else:
        result(write_article(article_of(drafts[0]), job.format.value))


def keep_translating(job: Job, engine: Engine, *, out: Path) -> None:
    """
    Translate files again whenever they change, until interrupted.
    """
    say("Watching. Press Ctrl-C to stop.")
    for changed in changes(job.paths, out=out):
        sources, _ = read_all(replace(job, paths=tuple(changed)))
        for name, _ in translate_portion(sources, job, engine, Timing()):
            say(f"{name}: translated again.")
