"""
The program ``selaras-train`` and its commands.
"""

import json
from pathlib import Path
from typing import Annotated

import typer

from selaras_train.errors import CheckpointUnusable
from selaras_train.making import (
    adapt,
    align,
    back_translate,
    compose,
    enlarge,
    graft,
)
from selaras_train.recipe import direction_named
from selaras_train.running import changed, found, limits_of, require_drawn, run_training
from selaras_train.speaking import plainly, say

app = typer.Typer(
    name="selaras-train",
    help=(
        "Train a translation model, from corpora to a folder that Selaras can load.\n\n"
        "A recipe is a TOML file, or the name of one that comes with this program."
    ),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.command("back-translate")(back_translate)
app.command()(enlarge)
app.command()(align)
app.command()(compose)
app.command()(graft)
app.command()(adapt)

Recipe = Annotated[str, typer.Argument(help="A recipe: its file or its name.")]
Work = Annotated[Path, typer.Option(help="The folder that `prepare` wrote.")]
Run = Annotated[Path, typer.Option(help="The folder of checkpoints.")]
Minutes = Annotated[
    float | None, typer.Option(help="Stop after so long, the rate then being nothing.")
]
Tokens = Annotated[
    int | None, typer.Option(help="Stop at so many target tokens in all.")
]
Every = Annotated[float, typer.Option(help="Minutes between two checkpoints.")]
Device = Annotated[str, typer.Option(help="cpu or cuda; the best one by itself.")]
Workers = Annotated[int, typer.Option(help="Processors to use; 0 is all.")]
Weighing = Annotated[
    list[str] | None, typer.Option(help="Another weight than the recipe's: news6=10.")
]
Fall = Annotated[
    float | None,
    typer.Option(min=0, max=1, help="The last share, in which the rate falls."),
]


@app.command()
def prepare(
    recipe: Recipe,
    corpora: Annotated[list[Path], typer.Option(help="Folders to find corpora in.")],
    out: Annotated[Path, typer.Option(help="Where the encoded text goes.")],
    vocabulary: Annotated[
        Path | None, typer.Option(help="A vocabulary to use, not to learn one.")
    ] = None,
    valid: Annotated[
        list[Path] | None,
        typer.Option(help="Text never learnt from: NAME.id-en.tsv, two columns."),
    ] = None,
) -> None:
    """
    Read, clean and encode corpora.
    """
    from selaras_train.preparing import prepare as prepare_now

    with plainly():
        prepare_now(
            found(recipe),
            folders=corpora,
            out=out,
            vocabulary=vocabulary,
            validation=valid or (),
            say=say,
        )


@app.command()
def train(
    recipe: Recipe,
    work: Work,
    run: Run,
    start: Annotated[
        Path | None,
        typer.Option(help="A model to begin with: average.pt, or an exported folder."),
    ] = None,
    minutes: Minutes = None,
    tokens: Tokens = None,
    every: Every = 10.0,
    device: Device = "",
    workers: Workers = 0,
    weight: Weighing = None,
    fall: Fall = None,
) -> None:
    """
    Train in a folder that holds no checkpoint yet, from the beginning or from a model.
    """
    with plainly():
        if (run / "last.pt").exists():
            raise CheckpointUnusable(
                f"{run} holds a training already; go on with `selaras-train resume`."
            )
        require_drawn(weight or (), work)
        limits = limits_of(minutes, tokens, every)
        run_training(
            changed(found(recipe), weight or (), fall),
            work,
            run,
            limits,
            device=device,
            workers=workers,
            start=start,
        )


@app.command()
def resume(
    recipe: Recipe,
    work: Work,
    run: Run,
    checkpoint: Annotated[
        Path | None, typer.Option(help="Another checkpoint than the run's last one.")
    ] = None,
    minutes: Minutes = None,
    tokens: Tokens = None,
    every: Every = 10.0,
    device: Device = "",
    workers: Workers = 0,
    weight: Weighing = None,
    fall: Fall = None,
) -> None:
    """
    Go on with a training, from the very batch after its checkpoint.

    With the same --tokens it ends as if it had never been stopped.
    """
    with plainly():
        require_drawn(weight or (), work)
        run_training(
            changed(found(recipe), weight or (), fall),
            work,
            run,
            limits_of(minutes, tokens, every),
            device=device,
            workers=workers,
            checkpoint=checkpoint or run / "last.pt",
        )


@app.command()
def average(
    models: Annotated[list[Path], typer.Argument(help="Models of one training.")],
    out: Annotated[Path, typer.Option(help="Where their mean goes.")],
) -> None:
    """
    Write the mean of several models.
    """
    from selaras_train.averaging import average_models

    with plainly():
        average_models(models, out)


@app.command()
def sift(
    work: Work,
    model: Annotated[Path, typer.Option(help="A model that learnt from these pairs.")],
    out: Annotated[Path, typer.Option(help="Where the pairs that are kept go.")],
    least: Annotated[
        float, typer.Option(help="Nats per piece that a pair's own source must save.")
    ] = 0.0,
) -> None:
    """
    Drop the pairs whose sides do not belong together, as a model sees it.
    """
    from selaras_train.sifting import sift as sift_now

    with plainly():
        sift_now(work, model, out, least=least, say=say)


@app.command()
def export(
    model: Annotated[Path, typer.Argument(help="A model file, such as average.pt.")],
    vocabulary: Annotated[Path, typer.Option(help="Its vocabulary.")],
    out: Annotated[Path, typer.Option(help="The folder to write.")],
    precision: Annotated[str, typer.Option(help="int8 or float32.")] = "int8",
    shortlists: Annotated[
        Path | None,
        typer.Option(help="A work folder: only its pieces are written, by language."),
    ] = None,
) -> None:
    """
    Write a model as a CTranslate2 folder.
    """
    from selaras_train.export import export_model, precision_named

    with plainly():
        export_model(
            model,
            vocabulary,
            out,
            precision=precision_named(precision),
            shortlists=shortlists,
        )


@app.command()
def score(
    folder: Annotated[Path, typer.Argument(help="An exported model.")],
    source: Annotated[Path, typer.Option(help="Sentences, one a line.")],
    reference: Annotated[Path, typer.Option(help="Their translations, line by line.")],
    direction: Annotated[str, typer.Option(help="Such as id-en.")],
    beam: Annotated[int, typer.Option(help="1 is greedy.")] = 2,
    limit: Annotated[int | None, typer.Option(help="Only the first lines.")] = None,
    name: Annotated[str, typer.Option(help="What the set is called.")] = "",
    out: Annotated[Path | None, typer.Option(help="A JSON file to write.")] = None,
    translations: Annotated[
        Path | None, typer.Option(help="A file for what the model wrote.")
    ] = None,
) -> None:
    """
    Score an exported model on aligned text, with signatures.
    """
    from selaras_train.scoring import Search, as_json, score_model

    with plainly():
        scored = score_model(
            folder,
            source,
            reference,
            direction=direction_named(direction),
            search=Search(beam=beam),
            name=name,
            limit=limit,
        )
        for measured in scored.measurements:
            say(f"{measured.name} {measured.value:.2f}  {measured.signature}")
        if out:
            out.write_text(f"{as_json(scored)}\n", encoding="utf-8")
        if translations:
            lines = "".join(f"{line}\n" for line in scored.translations)
            translations.write_text(lines, encoding="utf-8")


@app.command()
def card(
    recipe: Recipe,
    folder: Annotated[Path, typer.Option(help="The exported model.")],
    model: Annotated[Path, typer.Option(help="The model file it was exported from.")],
    tally: Annotated[Path, typer.Option(help="The tally that `prepare` wrote.")],
    name: Annotated[str, typer.Option(help="What the model is called.")],
    version: Annotated[str, typer.Option(help="Its version.")],
    summary: Annotated[str, typer.Option(help="What it is, in a sentence.")],
    scores: Annotated[
        list[Path] | None, typer.Option(help="Files that `score` wrote.")
    ] = None,
    warning: Annotated[str, typer.Option(help="What users must be told.")] = "",
    faults: Annotated[
        Path | None, typer.Option(help="Markdown with examples of typical faults.")
    ] = None,
) -> None:
    """
    Write an exported model's manifest and card.
    """
    from selaras_train.card import Title, read_record, write_card

    with plainly():
        title = Title(
            name=name,
            version=version,
            summary=summary,
            warning=warning,
            faults=faults.read_text(encoding="utf-8") if faults else "",
        )
        write_card(
            folder, title, read_record(found(recipe), model, tally, scores or ())
        )


@app.command()
def bundle(
    folders: Annotated[
        list[Path], typer.Argument(help="Exported models with manifests.")
    ],
    out: Annotated[Path, typer.Option(help="The folder to write.")],
    name: Annotated[str, typer.Option(help="What the model is called.")],
    version: Annotated[str, typer.Option(help="Its version.")],
    summary: Annotated[str, typer.Option(help="What it is, in a sentence.")],
    warning: Annotated[str, typer.Option(help="What users must be told.")] = "",
    pivot: Annotated[
        list[str] | None,
        typer.Option(help="A pair that goes through English, such as id-fr."),
    ] = None,
) -> None:
    """
    Make one model of several; of a pair that two have, the first one's is taken.
    """
    from selaras_train.bundling import bundle as bundle_now

    with plainly():
        manifest = bundle_now(
            folders,
            out,
            name=name,
            version=version,
            summary=summary,
            warning=warning,
            routes={pair_named(pair): ("en",) for pair in pivot or ()},
        )
    say(f"{out}: {manifest.label}, {manifest.size / 1e6:.1f} MB")


def pair_named(text: str) -> tuple[str, str]:
    """
    A pair as it is written on the command line.

    >>> pair_named("id-fr")
    ('id', 'fr')
    """
    source, _, target = text.partition("-")
    return source, target


@app.command()
def curve(
    run: Annotated[Path, typer.Argument(help="The folder of checkpoints.")],
    vocabulary: Annotated[Path, typer.Option(help="Its vocabulary.")],
    source: Annotated[Path, typer.Option(help="Sentences, one a line.")],
    reference: Annotated[Path, typer.Option(help="Their translations, line by line.")],
    direction: Annotated[str, typer.Option(help="Such as id-en.")],
    out: Annotated[Path, typer.Option(help="The JSON file to write.")],
    name: Annotated[str, typer.Option(help="What the set is called.")] = "",
    limit: Annotated[int | None, typer.Option(help="Only the first lines.")] = None,
) -> None:
    """
    Score every checkpoint of a run, greedily: quality against tokens.
    """
    from selaras_train.curve import Probe, curve_of

    with plainly():
        probe = Probe(
            name=name or source.stem,
            source=source,
            reference=reference,
            direction=direction_named(direction),
            limit=limit,
        )
        content = json.dumps(curve_of(run, vocabulary, probe, say), indent=1)
        out.write_text(f"{content}\n", encoding="utf-8")
