"""
``selaras models``: the models on this machine, and how to get others.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from rich.progress import (
    BarColumn,
    DownloadColumn,
    Progress,
    TextColumn,
    TransferSpeedColumn,
)
from rich.table import Column, Table

from selaras.cli.failing import plainly
from selaras.cli.options import complete_model, complete_remote
from selaras.cli.terminal import answers, result, say, screen
from selaras.languages import Tag
from selaras.weights import (
    CATALOGUE,
    EMBEDDED,
    Model,
    find,
    import_model,
    list_models,
    remove,
)
from selaras.weights import pull as pull_model

models = typer.Typer(
    help="The models on this machine, and how to get others.", no_args_is_help=True
)

Name = Annotated[
    str,
    typer.Argument(
        metavar="NAME", help="A model's name.", autocompletion=complete_model
    ),
]
Remote = Annotated[
    str,
    typer.Argument(
        metavar="NAME", help="A public model's name.", autocompletion=complete_remote
    ),
]


@models.command("list")
def list_all() -> None:
    """
    List the models on this machine, and those that can be fetched.
    """
    with plainly():
        here = list_models()
        table = Table(
            Column("name", no_wrap=True),
            *(Column(name, overflow="fold") for name in ("version", "pairs", "MB")),
            Column("licence", overflow="fold"),
            Column("where", overflow="fold"),
            collapse_padding=True,
            pad_edge=False,
        )
        for model in here:
            table.add_row(*row_of(model))
        for entry in CATALOGUE:
            if entry.name not in {model.name for model in here}:
                pairs = grouped(entry.pairs)
                table.add_row(entry.name, "", pairs, "", entry.licence, "to pull")
        answers().print(table)


@models.command()
def info(name: Name = EMBEDDED) -> None:
    """
    Say everything that a model says about itself.
    """
    with plainly():
        model = find(name)
        answers().print(about(model))
        if model.manifest.scores:
            answers().print(scores_of(model))


@models.command("import")
def import_folder(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="A folder with a manifest.toml.")
    ],
) -> None:
    """
    Copy a model into the store, after checking every file.
    """
    with plainly():
        model = import_model(folder)
    say(f"Imported {model.manifest.label}. Use it with --engine local:{model.name}")


@models.command()
def pull(name: Remote) -> None:
    """
    Fetch a public model; goes on where an earlier attempt stopped.
    """
    with plainly(), downloading(name) as progress:
        model = pull_model(name, progress=progress)
    say(f"Fetched {model.manifest.label}. Use it with --engine local:{model.name}")
    if model.manifest.warning:
        say(model.manifest.warning)


@models.command()
def verify(name: Name = EMBEDDED) -> None:
    """
    Read every file of a model and compare it with its checksum.
    """
    with plainly():
        model = find(name)
        model.verify()
        result(f"{model.name}: every file is what its manifest says.\n")


@models.command("remove")
def remove_one(name: Name) -> None:
    """
    Take a model out of the store.
    """
    with plainly():
        remove(name)
    say(f"Removed {name}.")


def about(model: Model) -> Table:
    """
    What a model is, a fact a row.
    """
    manifest = model.manifest
    parameters = sum(part.parameters for part in manifest.models)
    facts = {
        "name": manifest.label,
        "summary": manifest.summary,
        "warning": manifest.warning,
        "licence": manifest.licence,
        "languages": ", ".join(manifest.languages),
        "size": f"{manifest.size / 1e6:.1f} MB",
        "folder": str(model.folder),
        "architecture": "; ".join(part.architecture for part in manifest.models),
        "parameters": f"{parameters / 1e6:.1f} million",
    }
    table = Table.grid(Column(no_wrap=True), Column(overflow="fold"), padding=(0, 2))
    for key, value in facts.items():
        if value:
            table.add_row(key, escape(value))
    return table


def scores_of(model: Model) -> Table:
    """
    What was measured of a model, with how it was.
    """
    table = Table("pair", "measure", "value", Column("signature", overflow="fold"))
    for score in model.manifest.scores:
        table.add_row(
            "-".join(score.pair),
            score.metric,
            f"{score.value:.1f}",
            escape(score.signature),
        )
    return table


def row_of(model: Model) -> tuple[str, ...]:
    """
    A model of this machine as a row of the list.
    """
    manifest = model.manifest
    direct = [pair for part in manifest.models for pair in part.pairs]
    return (
        manifest.name,
        manifest.version,
        grouped([*direct, *manifest.routes]),
        f"{manifest.size / 1e6:.1f}",
        manifest.licence,
        "in the box" if model.embedded else "in the store",
    )


def grouped(pairs: Iterable[tuple[Tag, Tag]]) -> str:
    """
    Pairs by their source.

    >>> grouped([("id", "en"), ("id", "fr"), ("en", "fr")])
    'id → en fr; en → fr'
    """
    targets: dict[Tag, dict[Tag, None]] = {}
    for source, target in pairs:
        targets.setdefault(source, {})[target] = None
    return "; ".join(f"{source} → {' '.join(to)}" for source, to in targets.items())


@contextmanager
def downloading(name: str) -> Iterator[Callable[[int, int], None]]:
    """
    A bar that shows how much of a model has come.
    """
    console = screen()
    with Progress(
        TextColumn(f"Fetching {name}"),
        BarColumn(),
        DownloadColumn(),
        TransferSpeedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
    ) as bar:
        task = bar.add_task(name, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
