"""
``selaras-site backup`` and ``selaras-site restore``.
"""

from pathlib import Path
from typing import Annotated

import typer

from selaras.cli.terminal import say
from selaras_site.cli.starting import site


def backup(
    file: Annotated[Path, typer.Argument(help="The file to write, NAME.tar.gz.")],
) -> None:
    """
    Keep database, pictures and memory in one file. The site may run meanwhile.
    """
    with site():
        from selaras_site.operations.backing_up import ENDINGS, backup_make

        if not file.name.endswith(ENDINGS):
            raise typer.BadParameter(
                f"Expected a name ending in .tar.gz; got {file.name}."
            )
        files = backup_make(file)
        say(f"{file}: {files} files, {file.stat().st_size / 1e6:.1f} MB.")


def restore(
    file: Annotated[Path, typer.Argument(help="A file that `backup` wrote.")],
    force: Annotated[
        bool, typer.Option("--force", help="Remove the newsroom that is here.")
    ] = False,
) -> None:
    """
    Put a backup back, all of it or nothing. The site must not run.
    """
    with site():
        from selaras_site.operations.health import migrations_missing
        from selaras_site.operations.restoring import backup_restore

        manifest = backup_restore(file, force=force)
        say(f"The newsroom of {manifest.about.get('made_at')} is back.")
        if migrations_missing():
            say("It was made by an older program. Run `selaras-site init` now.")
