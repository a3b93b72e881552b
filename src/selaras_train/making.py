"""
Commands of ``selaras-train`` that make text or models of what is there already.
"""

from itertools import chain
from pathlib import Path
from typing import Annotated

import typer

from selaras.languages import SOURCE
from selaras_train.errors import CheckpointUnusable, RecipeInvalid
from selaras_train.recipe import direction_named
from selaras_train.running import found
from selaras_train.speaking import plainly, say


def back_translate(
    model: Annotated[Path, typer.Argument(help="An exported model, such as en-id.")],
    corpus: Annotated[Path, typer.Option(help="Text with both languages.")],
    columns: Annotated[str, typer.Option(help="Its columns: corpus,en,fr.")],
    direction: Annotated[str, typer.Option(help="What the model does: en-id.")],
    target: Annotated[str, typer.Option(help="The side that stays, such as fr.")],
    out: Annotated[Path, typer.Option(help="The table to write, .tsv.xz.")],
    only: Annotated[
        list[str] | None, typer.Option(help="Only the rows of these corpora.")
    ] = None,
    most: Annotated[
        int | None, typer.Option(help="So many rows of each corpus at most.")
    ] = None,
) -> None:
    """
    Make sources of another language for translations that people wrote.
    """
    from selaras_train.backtranslating import back_translate as translate_now
    from selaras_train.recipe import Corpus

    with plainly():
        translate_now(
            model,
            Corpus(path=corpus.name, columns=tuple(columns.split(","))),
            direction=direction_named(direction),
            target=target,
            folders=[corpus.parent],
            out=out,
            only=only or (),
            most=most,
            say=say,
        )


def enlarge(
    recipe: Annotated[str, typer.Argument(help="The recipe of the training.")],
    work: Annotated[Path, typer.Option(help="The folder that `prepare` wrote.")],
    model: Annotated[Path, typer.Option(help="What it learnt so far: average.pt.")],
    least: Annotated[
        float, typer.Option(help="Corpora of this weight or more in the recipe.")
    ] = 0.3,
    device: Annotated[str, typer.Option(help="cpu or cuda.")] = "",
) -> None:
    """
    Let a model that is being trained make more text to learn from.
    """
    from selaras_train.enlarging import enlarge as enlarge_now
    from selaras_train.machine import this_machine

    with plainly():
        enlarge_now(
            work,
            model,
            weights=found(recipe).weights,
            least=least,
            device=this_machine(device).device,
            say=say,
        )


def align(
    work: Annotated[Path, typer.Option(help="The folder that `prepare` wrote.")],
    out: Annotated[Path, typer.Option(help="A folder to write the aligned text to.")],
    most: Annotated[
        int, typer.Option(help="Pairs of one corpus that are aligned at most.")
    ] = 200_000,
) -> None:
    """
    Find which words translate which, for the model to learn where to look.
    """
    from selaras_train.aligning import align as align_now

    with plainly():
        align_now(work, out, most=most, say=say)


def compose(
    templates: Annotated[list[Path], typer.Argument(help="Tables of templates.")],
    out: Annotated[Path, typer.Option(help="The table to write.")],
    each: Annotated[
        int, typer.Option(min=1, help="Sentences made of one template at most.")
    ] = 40,
    seed: Annotated[int, typer.Option(help="The same seed writes the same.")] = 1,
) -> None:
    """
    Make training text of templates, with sums, dates and names in their holes.
    """
    from selaras_train.templates import compose as compose_now

    with plainly():
        count = compose_now(templates, out, each=each, seed=seed)
    say(f"{out}: {count} sentences in six languages.")


def graft(
    model: Annotated[Path, typer.Argument(help="The model to begin with: average.pt.")],
    recipe: Annotated[Path, typer.Argument(help="A recipe that names text of both.")],
    corpora: Annotated[list[Path], typer.Option(help="Folders to find corpora in.")],
    old: Annotated[Path, typer.Option(help="The vocabulary of the model.")],
    new: Annotated[Path, typer.Option(help="The vocabulary to give it.")],
    direction: Annotated[
        str, typer.Option(help="The new language to read and the old one: id-en.")
    ],
    out: Annotated[Path, typer.Option(help="The model to write, for `train --start`.")],
    most: Annotated[
        int, typer.Option(help="So many rows of each corpus at most.")
    ] = 10_000,
) -> None:
    """
    Let a model that reads one language begin to read another.
    """
    from selaras_train.backtranslating import taken
    from selaras_train.corpora import read_corpus
    from selaras_train.grafting import graft as graft_now
    from selaras_train.recipe import read_recipe
    from selaras_train.vocabulary import Vocabulary

    with plainly():
        sides = direction_named(direction)
        pairs = chain.from_iterable(
            read_corpus(corpus, sides, corpora)
            for corpus in read_recipe(recipe).corpora
        )
        graft_now(
            model,
            Vocabulary(old),
            Vocabulary(new),
            list(taken(pairs, (), most)),
            read=sides[1],
            out=out,
            say=say,
        )


def adapt(
    pair: Annotated[str, typer.Argument(help="What is learnt better, such as id-en.")],
    general: Annotated[
        Path, typer.Option(help="News that is only measured with: a table of pairs.")
    ],
    out: Annotated[Path, typer.Option(help="The folder for the adapted model.")],
    edits: Annotated[
        list[Path] | None, typer.Option(help="Corrections: TMX files.")
    ] = None,
    memory: Annotated[
        list[Path] | None, typer.Option(help="Memories: what people wrote is learnt.")
    ] = None,
    rehearse: Annotated[
        list[Path] | None,
        typer.Option(help="News to learn from beside them, so as not to forget."),
    ] = None,
    model: Annotated[
        str, typer.Option(help="The model to adapt, by its name.")
    ] = "embedded",
    name: Annotated[
        str, typer.Option(help="What the adapted model is called.")
    ] = "selaras-adapted",
    minutes: Annotated[
        float, typer.Option(min=0.1, help="Learn for so long at most.")
    ] = 10.0,
    passes: Annotated[
        int, typer.Option(min=1, help="How often each correction is learnt from.")
    ] = 6,
    rate: Annotated[
        float, typer.Option(min=0.01, help="How fast, as a factor of the usual rate.")
    ] = 1.0,
) -> None:
    """
    Teach a model what people corrected, if that makes it better.

    Corrections are held back to measure with; the old model stays where they do not
    come out better, or general news comes out worse.
    """
    from selaras.weights import find
    from selaras_train.adapted import check_name
    from selaras_train.adapting import Effort, task_for
    from selaras_train.adapting import adapt as adapt_now
    from selaras_train.corrections import corrections_in, news_in
    from selaras_train.display import Display
    from selaras_train.machine import keep_memory, this_machine

    with plainly():
        keep_memory()
        this_machine("cpu", 2)
        known = find(model)
        check_name(name, known)
        if out.exists():
            raise CheckpointUnusable(f"There is a {out} already; name another --out.")
        target = target_of(pair)
        found_edits = corrections_in(target, tmx=edits or (), memories=memory or ())
        say(
            f"{len(found_edits.learnt)} corrections to learn from, "
            f"{len(found_edits.held_back)} held back."
        )
        task = task_for(
            known,
            target,
            found_edits,
            general=news_in([general], target, "general"),
            rehearsed=news_in(rehearse or (), target, "rehearsed"),
        )
        with Display() as display:
            adapt_now(
                task,
                out,
                name=name,
                effort=Effort(minutes=minutes, passes=passes, rate=rate),
                listen=display,
                say=say,
            )
    say(f"{out}: {name}. `selaras models import {out}` puts it beside the others.")


def target_of(pair: str) -> str:
    """
    The language that a pair from Indonesian translates into.
    """
    source, target = direction_named(pair)
    if source != SOURCE:
        raise RecipeInvalid(f"Expected a pair from Indonesian but got {pair}.")
    return target
