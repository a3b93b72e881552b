"""
The main job, measured: whole articles through the pipeline.

One run, medians of five: an article of about 400 words into five languages after
loading and with the process's start, peak memory, an article with one changed sentence
against the whole, and 20 articles in five languages beside argos-translate, which is
given the same weights in its own package format.
"""

import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from benchmarks.machine import EXAMPLES, signature, write_result
from selaras.article import Article, Inline, Paragraph, read_article
from selaras.engines.part import Part
from selaras.languages import TARGETS
from selaras.pipeline import translate_articles
from selaras.pipeline.composing import composed, part_of
from selaras.weights import find

RUNS = 5
WORDS = 400


def articles() -> list[Article]:
    """
    The example articles, in the order of their names.
    """
    return [
        read_article(path.read_bytes(), name=path.name)
        for path in sorted(EXAMPLES.glob("*.md"))
    ]


def of_words(words: int) -> Article:
    """
    An article of about so many words, made of paragraphs of the examples.
    """
    blocks: list[Paragraph] = []
    for article in articles():
        for block in article.blocks:
            if words_in(blocks) >= words:
                return replace(articles()[0], blocks=tuple(blocks))
            if isinstance(block, Paragraph):
                blocks.append(block)
    return replace(articles()[0], blocks=tuple(blocks))


def words_in(blocks: list[Paragraph]) -> int:
    """
    How many words there are.
    """
    return sum(len(block.text.text.split()) for block in blocks)


def with_one_changed(article: Article) -> Article:
    """
    The article with a word of its last sentence changed, and nothing else.
    """
    *others, last = article.blocks
    text = last.text.text.rstrip(".") + " kembali."
    return replace(article, blocks=(*others, Paragraph(text=Inline(text=text))))


def seconds(work: Callable[[], object]) -> float:
    """
    How long it takes.
    """
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def median(work: Callable[[], object], runs: int = RUNS) -> float:
    """
    The median of several runs.
    """
    return statistics.median(seconds(work) for _ in range(runs))


def one_article() -> dict[str, float]:
    """
    Seconds for one article of 400 words into five languages, model loaded.
    """
    article = of_words(WORDS)
    with composed("local", memory=None) as engine:
        translate_articles([article], engine=engine)
        took = median(lambda: translate_articles([article], engine=engine))
    return {"one_article_seconds": took}


def with_process_start() -> dict[str, float]:
    """
    The same through the command line, the process's start and loading included.
    """
    article = of_words(WORDS)
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "article.txt"
        texts = [article.headline.text, *(b.text.text for b in article.blocks)]
        source.write_text("\n\n".join(texts), encoding="utf-8")
        command = [
            sys.executable, "-m", "selaras", "translate", str(source),
            "--no-memory", "--quiet", "--out", f"{folder}/out",
        ]  # fmt: skip
        took = median(lambda: subprocess.run(command, check=True))
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "with_process_start_seconds": took,
        "peak_memory_mb": children.ru_maxrss / 1024,
    }


def one_changed_sentence(words: int) -> dict[str, float]:
    """
    An article that comes again with one sentence changed, as a share of the first time.
    """
    article = of_words(words)
    shares, counts = [], 0
    for _ in range(RUNS):
        with (
            tempfile.TemporaryDirectory() as folder,
            composed("local", memory=Path(folder) / "memory.sqlite3") as engine,
        ):
            warm = replace(
                article, headline=Inline(text="Warga diminta tenang."), blocks=()
            )
            translate_articles([warm], engine=engine)
            whole = seconds(lambda: translate_articles([article], engine=engine))
            again = seconds(
                lambda: translate_articles([with_one_changed(article)], engine=engine)
            )
            shares.append(again / whole)
            [drafts] = translate_articles([article], engine=engine)
            counts = len(drafts[0].segments)
    return {
        f"changed_share_{words}_words": statistics.median(shares),
        f"changed_sentences_{words}_words": counts,
    }


def beside_argos() -> dict[str, float]:
    """
    Twenty articles in five languages, ours and argos-translate's, turn by turn.
    """
    from benchmarks.argos import Argos

    twenty = articles()[:20]
    argos = Argos(engine_parts())
    ours, theirs = [], []
    with composed("local", memory=None) as engine:
        translate_articles(twenty[:1], engine=engine)
        argos.translate(twenty[:1])
        for _ in range(3):
            ours.append(seconds(lambda: translate_articles(twenty, engine=engine)))
            theirs.append(seconds(lambda: argos.translate(twenty)))
    ratios = [t / o for o, t in zip(ours, theirs, strict=True)]
    return {
        "twenty_articles_seconds": statistics.median(ours),
        "twenty_articles_argos_seconds": statistics.median(theirs),
        "times_argos": statistics.median(ratios),
    }


def engine_parts() -> list[Part]:
    """
    The parts of the model in the box.
    """
    model = find()
    return [part_of(model, part) for part in model.manifest.models]


def main() -> None:
    """
    Measure everything, print it, and write it down.
    """
    figures: dict[str, float] = {}
    for measure in (
        one_article,
        with_process_start,
        lambda: one_changed_sentence(WORDS),
        lambda: one_changed_sentence(4 * WORDS),
        beside_argos,
    ):
        figures |= measure()
        print(json.dumps(figures, indent=2), flush=True)
    write_result(
        "articles",
        {
            "signature": signature(
                runs=RUNS,
                words=words_in(list(of_words(WORDS).blocks)),
                targets="+".join(TARGETS),
            ),
            "figures": figures,
        },
    )


if __name__ == "__main__":
    main()
