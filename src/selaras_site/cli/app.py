"""
The program ``selaras-site`` and its commands.
"""

import typer

from selaras.cli.app import Program
from selaras_site.cli.archives import backup, restore
from selaras_site.cli.demonstrating import demo
from selaras_site.cli.examining import doctor
from selaras_site.cli.gating import gate
from selaras_site.cli.ingesting import ingest
from selaras_site.cli.people import createuser
from selaras_site.cli.serving import run, worker
from selaras_site.cli.setting_up import init

app = typer.Typer(
    name="selaras-site",
    cls=Program,
    help=(
        "Run a newsroom that writes in Indonesian and publishes in six languages.\n\n"
        "Exit codes: 0 done; 1 done, and something was found; 2 wrong usage or "
        "settings; 3 something could not be read or is not as expected; 4 an engine or "
        "a model failed; 5 the memory's file cannot be used; 6 a result could not be "
        "written; 130 interrupted."
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
COMMANDS = (
    *(demo, init, createuser, run, worker, doctor),
    *(gate, backup, restore, ingest),
)
for command in COMMANDS:
    app.command()(command)
