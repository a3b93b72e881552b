"""
``selaras-site gate``: what a policy would have done with what was published.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.markup import escape
from rich.table import Column, Table

from selaras.cli.outputs import as_json
from selaras.cli.terminal import answers, result, say
from selaras.languages import LANGUAGES
from selaras_site.cli.starting import site

if TYPE_CHECKING:
    from selaras_site.operations.rehearsing import Rehearsed

WORDS = {"partly": "in part"}


def gate(
    policy: Annotated[
        Path, typer.Argument(metavar="POLICY.toml", help="The policy to try.")
    ],
    last: Annotated[
        int, typer.Option(min=1, help="How many articles, the newest first.")
    ] = 50,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """
    Say what a policy would have done with the last articles. Nothing is changed.

    What people decided about sentences is as they decided it; "today" is what versions
    are now, also where a person held or released them.
    """
    with site():
        from selaras.pipeline.policies import read_policy
        from selaras_site.operations.rehearsing import record_of, rehearse

        rows = list(rehearse(read_policy(policy), last=last))
        if json:
            result(as_json(record_of(rows)))
        elif rows:
            show(rows)
        else:
            say("There is no finished version yet: publish something first.")


def show(rows: Sequence["Rehearsed"]) -> None:
    """
    Print the languages, then every version that would be something else.
    """
    answers().print(table_by_language(rows))
    changed = [row for row in rows if row.today != row.would_be]
    if changed:
        answers().print(table_of_changes(changed))
    else:
        say("Every version would be what it is.")


def table_by_language(rows: Sequence["Rehearsed"]) -> Table:
    """
    For each language what its versions are, what they would be, and what would hold.
    """
    from selaras_site.operations.rehearsing import TODAY, tallies

    table = Table(
        "language",
        *(f"{word(name)} today" for name in TODAY),
        *(f"{word(name)} then" for name in TODAY[:3]),
        "held by (one may be several)",
    )
    for one in tallies(rows):
        rules = ", ".join(f"{name} {times}" for name, times in one.rules.most_common())
        table.add_row(
            LANGUAGES[one.language].english_name,
            *(str(one.today[name]) for name in TODAY),
            *(str(one.would_be[name]) for name in TODAY[:3]),
            escape(rules),
        )
    return table


def table_of_changes(rows: Sequence["Rehearsed"]) -> Table:
    """
    The versions that would be something else, and why.
    """
    table = Table(
        Column("article", overflow="fold"), "language", "today", "then", "reasons"
    )
    for row in rows:
        reasons = " ".join(reason.english for reason in row.verdict.reasons)
        table.add_row(
            escape(row.version.article.headline),
            row.version.language,
            word(row.today),
            word(row.would_be),
            escape(reasons),
        )
    return table


def word(outcome: str) -> str:
    """
    An outcome as it is printed.
    """
    return WORDS.get(outcome, outcome)
