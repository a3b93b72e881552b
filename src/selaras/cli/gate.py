"""
``selaras gate``: the policy of what goes live by itself, and what it would have done.
"""

import json as json_format
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Column, Table

from selaras.article import Article
from selaras.cli.failing import ExitCode, plainly
from selaras.cli.options import complete_languages, languages_named
from selaras.cli.outputs import as_json
from selaras.cli.paths import memory_path
from selaras.cli.reports import progress_bar
from selaras.cli.sources import is_articles_name, read_original
from selaras.cli.terminal import answers, complain, result
from selaras.cli.translate import ARTICLES_AT_ONCE
from selaras.engines import Engine
from selaras.errors import ArticleError, ArticleUnreadable
from selaras.languages import LANGUAGES, TARGETS, Tag
from selaras.pipeline import Draft, translate_articles
from selaras.pipeline.composing import LOCAL, composed
from selaras.pipeline.gating import Outcome, Verdict, gate
from selaras.pipeline.policies import read_policy, written
from selaras.pipeline.rereading import drafts_of
from selaras.pipeline.risk import risks_of
from selaras.pipeline.rules import DEFAULT_POLICY, Policy

gates = typer.Typer(
    help="What goes live by itself: the policy, and what it would have done.",
    no_args_is_help=True,
)

RECORD = ".json"
"""
The ending of what ``selaras translate --format json`` writes: its drafts are made.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """
    An article's drafts with what the gate says about each.
    """

    name: str
    section: str
    drafts: tuple[Draft, ...]
    verdicts: tuple[Verdict, ...]

    def outcome(self, language: Tag) -> Outcome | None:
        """
        What becomes of the version in a language, if there is one.
        """
        for draft, verdict in zip(self.drafts, self.verdicts, strict=True):
            if draft.language == language:
                return verdict.outcome
        return None


@gates.command()
def default() -> None:
    """
    Print the policy that holds where no other is set: a file to begin with.
    """
    result(written(DEFAULT_POLICY))


# Long because every option is a parameter, with its help beside it.
@gates.command("dry-run")
def dry_run(
    policy: Annotated[
        Path, typer.Argument(metavar="POLICY.toml", help="The policy to try.")
    ],
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Articles, records of translate --format json, or folders of them.",
        ),
    ],
    last: Annotated[
        int | None, typer.Option(min=1, help="The newest so many files only.")
    ] = None,
    section: Annotated[
        str | None,
        typer.Option(help="The section of all of them, whatever they say themselves."),
    ] = None,
    to: Annotated[
        str,
        typer.Option(
            metavar="LANGUAGES",
            help="Languages, with commas.",
            autocompletion=complete_languages,
        ),
    ] = ",".join(TARGETS),
    engine: Annotated[
        str, typer.Option(help="What translates articles: see translate.")
    ] = LOCAL,
    use_memory: Annotated[
        bool, typer.Option("--memory-on/--no-memory", help="Use the memory, or not.")
    ] = True,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress.")] = False,
) -> None:
    """
    Say what a policy would do with articles or drafts, and why. Nothing is published.
    """
    languages = languages_named(to)
    with plainly():
        tried = read_policy(policy)
        found, unreadable = rows_in(newest(files, last), languages)
        with engine_for(found, engine, use_memory=use_memory) as translator:
            rows = translated(found, translator, languages, quiet=quiet)
            judged = [judge(row, tried, section) for row in rows]
        if json:
            result(as_json(record_of(judged, languages)))
        elif judged:
            answers().print(table_by_language(judged, languages))
            answers().print(table_by_article(judged, languages))
    raise typer.Exit(ExitCode.UNREADABLE if unreadable else ExitCode.DONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """
    A file's article, with its drafts where they are made already.
    """

    name: str
    article: Article
    drafts: tuple[Draft, ...] = ()


def newest(paths: Sequence[Path], last: int | None) -> list[Path]:
    """
    The files of these names and in these folders; of many, those changed last.
    """
    found = list(dict.fromkeys(file for path in paths for file in files_in(path)))
    if last is None or len(found) <= last:
        return found
    return sorted(found, key=lambda path: (path.stat().st_mtime_ns, path.name))[-last:]


def files_in(path: Path) -> Iterator[Path]:
    """
    The file of this name, or the articles and records in the folder, sorted.
    """
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*") if is_ours(file))
    elif path.is_file():
        yield path
    else:
        raise ArticleUnreadable(f"{path} does not exist.")


def is_ours(path: Path) -> bool:
    """
    Whether a file in a folder is an article or a record.
    """
    is_record = path.suffix.lower() == RECORD and not path.name.startswith(".")
    return path.is_file() and (is_record or is_articles_name(path))


def rows_in(paths: Sequence[Path], languages: Sequence[Tag]) -> tuple[list[Row], bool]:
    """
    What could be read, and whether anything could not.
    """
    rows, unreadable = [], False
    for path in paths:
        try:
            rows.append(row_of(path, languages))
        except (ArticleError, OSError) as error:
            unreadable = True
            complain(str(error))
    return rows, unreadable


def row_of(path: Path, languages: Sequence[Tag]) -> Row:
    """
    An article to translate, or a record's drafts in the languages that are wanted.
    """
    if path.suffix.lower() != RECORD:
        article = read_original(path, format=None).article
        return Row(name=path.stem, article=article)
    try:
        drafts = drafts_of(json_format.loads(path.read_bytes()))
    except (ValueError, RecursionError) as error:
        raise ArticleUnreadable(f"{path}: this is not JSON: {error}.") from error
    except ArticleError as error:
        raise type(error)(f"{path}: {error}") from error
    wanted = tuple(draft for draft in drafts if draft.language in languages)
    if not wanted:
        raise ArticleUnreadable(f"{path}: there is no version in these languages.")
    return Row(name=path.stem, article=wanted[0].article, drafts=wanted)


def engine_for(
    rows: Sequence[Row], names: str, *, use_memory: bool
) -> AbstractContextManager[Engine | None]:
    """
    The engine, if there is anything left to translate.
    """
    if all(row.drafts for row in rows):
        return nullcontext()
    return composed(names, memory=memory_path() if use_memory else None)


def translated(
    rows: Sequence[Row], engine: Engine | None, languages: Sequence[Tag], *, quiet: bool
) -> Iterator[Row]:
    """
    The rows with drafts, in their order; articles are translated some at a time.
    """
    for start in range(0, len(rows), ARTICLES_AT_ONCE):
        portion = rows[start : start + ARTICLES_AT_ONCE]
        waiting = [row.article for row in portion if not row.drafts]
        made = iter(drafts_for(waiting, engine, languages, quiet=quiet))
        for row in portion:
            drafts = row.drafts or next(made)
            yield Row(name=row.name, article=row.article, drafts=drafts)


def drafts_for(
    articles: Sequence[Article],
    engine: Engine | None,
    languages: Sequence[Tag],
    *,
    quiet: bool,
) -> tuple[tuple[Draft, ...], ...]:
    """
    Drafts of some articles.
    """
    if not articles or engine is None:
        return ()
    with progress_bar(quiet=quiet) as progress:
        return translate_articles(
            articles, engine=engine, languages=languages, progress=progress
        )


def judge(row: Row, policy: Policy, section: str | None) -> Judged:
    """
    What the gate says about an article's drafts.
    """
    named = section if section is not None else row.article.extra.get("section", "")
    verdicts = tuple(
        gate(draft, policy, named, risks=risks)
        for draft, risks in zip(row.drafts, risks_of(row.drafts), strict=True)
    )
    return Judged(name=row.name, section=named, drafts=row.drafts, verdicts=verdicts)


def held_by(judged: Sequence[Judged], language: Tag) -> Counter[str]:
    """
    How often each rule would have held a language.
    """
    return Counter(
        reason.rule
        for row in judged
        for draft, verdict in zip(row.drafts, row.verdicts, strict=True)
        if draft.language == language and verdict.is_held
        for reason in verdict.reasons
    )


def table_by_language(judged: Sequence[Judged], languages: Sequence[Tag]) -> Table:
    """
    How many versions of each language would have gone where, and by which rules.
    """
    table = Table("language", "live", "in part", "held", "held by (one may be several)")
    for tag in languages:
        counts = Counter(row.outcome(tag) for row in judged)
        rules = ", ".join(
            f"{name} {times}" for name, times in held_by(judged, tag).most_common()
        )
        table.add_row(
            LANGUAGES[tag].english_name,
            *(str(counts[outcome]) for outcome in Outcome),
            escape(rules),
        )
    return table


def table_by_article(judged: Sequence[Judged], languages: Sequence[Tag]) -> Table:
    """
    What would have become of each version.
    """
    table = Table(Column("article", overflow="fold"), "section", *languages)
    for row in judged:
        outcomes = [row.outcome(tag) for tag in languages]
        cells = [WORDS[outcome] if outcome else "-" for outcome in outcomes]
        table.add_row(escape(row.name), escape(row.section), *cells)
    return table


WORDS = {Outcome.LIVE: "live", Outcome.PARTLY: "in part", Outcome.HELD: "held"}


def record_of(judged: Sequence[Judged], languages: Sequence[Tag]) -> dict[str, Any]:
    """
    Everything, for programs.
    """
    return {
        "languages": {
            tag: {
                **{
                    outcome.value: sum(row.outcome(tag) is outcome for row in judged)
                    for outcome in Outcome
                },
                "rules": dict(held_by(judged, tag)),
            }
            for tag in languages
        },
        "articles": [
            {
                "name": row.name,
                "section": row.section,
                "versions": {
                    draft.language: verdict_record(draft, verdict)
                    for draft, verdict in zip(row.drafts, row.verdicts, strict=True)
                },
            }
            for row in judged
        ],
    }


def verdict_record(draft: Draft, verdict: Verdict) -> dict[str, Any]:
    """
    What would have become of one version, and why.
    """
    return {
        "outcome": verdict.outcome.value,
        "sentences": len(draft.segments),
        "in_indonesian": len(draft.failed_closed),
        "reasons": [asdict(reason) for reason in verdict.reasons],
    }
