"""
``selaras-site ingest``: take in articles from an address, a file or a folder.
"""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table

from selaras.cli.terminal import answers, say, screen
from selaras_site.cli.starting import site

if TYPE_CHECKING:
    from selaras_site.articles.models import Section
    from selaras_site.ingest.reporting import Outcome, Report

ROWS = 50
"""
Reasons that are shown one by one.
"""

SHOWN = ("new", "updated", "unchanged", "withdrawn", "offered", "refused", "picture")
WORDS = {"offered": "for an editor", "picture": "pictures refused"}
COLOURS = {"refused": "red", "picture": "yellow", "offered": "yellow"}


def ingest(
    address: Annotated[
        str, typer.Argument(help="An address with https://, a file or a folder.")
    ],
    section: Annotated[
        str, typer.Option(help="The identifier of the section they go into.")
    ],
    rule: Annotated[
        str, typer.Option(help="What becomes of them: draft or publish.")
    ] = "draft",
    name: Annotated[
        str, typer.Option(help="What the source is called; always the same.")
    ] = "",
    byline: Annotated[
        str, typer.Option(help="For articles that come without a name.")
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from your own network too.")
    ] = False,
) -> None:
    """
    Take in RSS, Atom, JSON Feed, WordPress, WXR, ninjs, NewsML-G2, NITF or Markdown.

    Run it again at any time: what came before is not taken in twice. Exits with 0 even
    if single articles were refused; each is told with the reason.
    """
    if rule not in ("draft", "publish"):
        raise typer.BadParameter(f"Expected draft or publish as --rule; got {rule!r}.")
    with site():
        from selaras_site.ingest.hand import address_take

        with told() as (tell, expect):
            report = address_take(
                address=address,
                name=name or name_of(address),
                section=section_named(section),
                rule=rule,
                byline=byline,
                allow_private=allow_private,
                is_dry=dry_run,
                tell=tell,
                expect=expect,
            )
        show(report)
        if dry_run:
            say("Nothing was written: this was a dry run.")


def section_named(slug: str) -> "Section":
    """
    A section by its identifier.
    """
    from selaras_site.articles.models import Section

    found: Section | None = Section.objects.filter(slug=slug).first()
    if found is None:
        slugs = ", ".join(Section.objects.values_list("slug", flat=True)) or "none yet"
        raise typer.BadParameter(f"Expected one of the sections {slugs}; got {slug!r}.")
    return found


def name_of(address: str) -> str:
    """
    What a source is called where nobody said: its host, or its file's name.

    >>> name_of("https://contoh.id/rss"), name_of("/srv/naskah")
    ('contoh.id', 'naskah')
    """
    if "://" in address:
        return address.partition("://")[2].partition("/")[0][:100]
    return Path(address).resolve().name[:100] or "folder"


@contextmanager
def told() -> Iterator[tuple[Callable[["Report"], None], Callable[[int], None]]]:
    """
    A bar on standard error: what is told after each article, and how many there are.
    """
    # Wagtail says two lines for each article, through the bar.
    logging.getLogger("wagtail").setLevel(logging.WARNING)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=screen(), transient=True) as progress:
        bar = progress.add_task("Reading", total=None)
        yield (
            lambda report: progress.update(bar, completed=report.articles),
            lambda many: progress.update(bar, description="Taking in", total=many),
        )


def show(report: "Report") -> None:
    """
    Print how many of each there were, and every reason.
    """
    table = Table(title="Taken in", title_justify="left")
    for word in SHOWN:
        table.add_column(WORDS.get(word, word), justify="right")
    table.add_row(*(count_of(report, word) for word in SHOWN))
    answers().print(table)
    if report.told:
        answers().print(reasons(report.told))
    if len(report.told) > ROWS:
        say(f"{len(report.told) - ROWS} more; the newsroom's list shows them all.")


def count_of(report: "Report", word: str) -> str:
    """
    How many of a kind there were.
    """
    from selaras_site.ingest.reporting import Kind

    count = report.counts[Kind(word)]
    colour = COLOURS.get(word) if count else None
    return f"[{colour}]{count}[/]" if colour else str(count)


def reasons(outcomes: list["Outcome"]) -> Table:
    """
    What did not come in, or not as it was, and why.
    """
    table = Table("What", "Headline", "Reason", show_lines=True)
    for each in outcomes[:ROWS]:
        title = each.title or each.external_id
        where = each.where if each.kind == "picture" or not title else ""
        about = " ".join(filter(None, (title, where)))
        word = WORDS.get(each.kind.value, each.kind.value)
        colour = COLOURS[each.kind.value]
        table.add_row(f"[{colour}]{word}[/]", escape(about), escape(each.reason))
    return table
