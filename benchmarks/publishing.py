"""
The site as editors and readers feel it: ``python -m benchmarks.publishing``.

A newsroom on SQLite in a new folder. First, from publication to five live versions: a
worker in a process of its own, warm, on the model in the box; articles of about 400
words, no sentence twice, published one by one. The baseline is the bare pipeline in
one process, for as many other articles of the same size. Then readers' pages, uncached
and in process, with ten articles of six languages and with a thousand: their ratio is
the growth. Pages have a process of their own too, as they have in a newsroom: one that
never loaded a model.
"""

import csv
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.machine import signature, write_result
from selaras.article import Article as CoreArticle
from selaras.article import Inline, Paragraph
from selaras.pipeline import translate_articles
from selaras.pipeline.composing import composed

if TYPE_CHECKING:
    from selaras_site.articles.models import Article

TEXT = Path(__file__).parent.parent / "training" / "news6"
PUBLISHED = 20
RUNS = 40
FEW, MANY = 10, 1000
WORDS = 400
PATIENCE = 60.0

Figures = dict[str, float]


def main() -> None:
    """
    Measure, print, and write ``results/publishing.json``.
    """
    with tempfile.TemporaryDirectory() as folder:
        figures = {
            **in_a_process(publication, Path(folder)),
            **in_a_process(reading, Path(folder)),
        }
    for name, value in figures.items():
        print(f"{name:44} {value:10.3f}")
    write_result(
        "publishing", {"signature": signature(database="sqlite"), "figures": figures}
    )


def in_a_process(measure: Callable[[Path], Figures], folder: Path) -> Figures:
    """
    What is measured in a process that did nothing before.
    """
    with ProcessPoolExecutor(1, get_context("spawn"), set_up, (folder,)) as process:
        return process.submit(measure, folder).result()


def set_up(folder: Path) -> None:
    """
    A newsroom in a folder, with a section.
    """
    os.environ["SELARAS_DATA"] = str(folder)
    policy = folder / "policy.toml"
    policy.write_text("schema = 1\n", encoding="utf-8")
    os.environ["SELARAS_POLICY"] = str(policy)
    os.environ["DJANGO_SETTINGS_MODULE"] = "selaras_site.config.settings.dev"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from selaras_site.articles.models import Section

    Section.objects.get_or_create(slug="nasional")


def articles() -> Iterator[CoreArticle]:
    """
    Articles of about 400 words, paragraphs of three sentences, no sentence twice.
    """
    texts = [row[2] for row in rows() if row[1] != "0"]
    number = 0
    while texts:
        number, sentences, words = number + 1, [], 0
        while texts and words < WORDS:
            sentences.append(texts.pop(0))
            words += len(sentences[-1].split())
        yield CoreArticle(
            headline=Inline(text=f"Laporan ke-{number} dari daerah hari ini"),
            blocks=tuple(
                Paragraph(text=Inline(text=" ".join(sentences[n : n + 3])))
                for n in range(0, len(sentences), 3)
            ),
        )


def rows() -> Iterator[list[str]]:
    """
    Our own news, row by row.
    """
    for path in sorted(TEXT.glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as file:
            yield from csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def publication(folder: Path) -> Figures:
    """
    From publication to five live versions, beside the bare pipeline.
    """
    stories = articles()
    queries, delays = [], []
    with worker(folder):
        wait_for(publish(next(stories))[0])
        for _ in range(PUBLISHED):
            article, asked = publish(next(stories))
            queries.append(asked)
            delays.append(wait_for(article))
    bare = bare_pipeline(stories)
    return {
        "publish_to_live_p50_seconds": statistics.median(delays),
        "publish_to_live_p95_seconds": quantile(delays, 0.95),
        "bare_pipeline_seconds": bare,
        "publish_to_live_of_bare_pipeline": statistics.median(delays) / bare,
        "queries_of_publishing": statistics.median(queries),
        "queries_of_translating": queries_of_translating(stories),
    }


@contextmanager
def worker(folder: Path) -> Iterator[None]:
    """
    A worker in a process of its own.
    """
    command = [sys.executable, "-m", "selaras_site.cli", "worker"]
    with (folder / "worker.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def publish(core: CoreArticle) -> tuple["Article", int]:
    """
    Publish an article as an editor does; the article, and the queries it took.
    """
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from selaras_site.articles.bridge import stream_data
    from selaras_site.articles.models import Article, Section

    article = Article(
        section=Section.objects.get(),
        headline=core.headline.text,
        body=stream_data(core.blocks),
        live=False,
    )
    article.full_clean()
    article.save()
    with CaptureQueriesContext(connection) as asked:
        article.save_revision().publish()
    return article, len(asked)


def wait_for(article: "Article") -> float:
    """
    Seconds from publication until the last of five versions was live.
    """
    from selaras_site.translations.models import State, Version

    until = time.monotonic() + PATIENCE
    live = Version.objects.filter(article=article, state=State.LIVE)
    while live.count() < 5:
        if time.monotonic() > until:
            raise TimeoutError(f"{article} is not live after {PATIENCE} s.")
        time.sleep(0.05)
    delays = [version.delay for version in live.select_related("snapshot")]
    return max(delay.total_seconds() for delay in delays if delay)


def bare_pipeline(stories: Iterator[CoreArticle]) -> float:
    """
    Median seconds of the pipeline alone, the model loaded.
    """
    times = []
    with composed() as engine:
        translate_articles([next(stories)], engine=engine)
        for _ in range(10):
            story = next(stories)
            begun = time.perf_counter()
            translate_articles([story], engine=engine)
            times.append(time.perf_counter() - begun)
    return statistics.median(times)


def queries_of_translating(stories: Iterator[CoreArticle]) -> int:
    """
    The queries that making five versions takes.
    """
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from selaras_site.translations.models import Snapshot
    from selaras_site.translations.translating import translate

    publish(next(stories))
    newest = Snapshot.objects.latest("pk").pk
    with CaptureQueriesContext(connection) as asked:
        translate(newest)
    return len(asked)


def quantile(values: list[float], share: float) -> float:
    """
    The value that so large a share of the values does not pass.
    """
    return sorted(values)[max(0, round(share * len(values)) - 1)]


def reading(_: Path) -> Figures:
    """
    Readers' pages with few articles and with many.
    """
    keep_only(FEW)
    few = pages()
    copy_until(MANY)
    many = pages()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        **{f"{name}_{FEW}_articles_ms": value for name, value in few.items()},
        **{f"{name}_{MANY}_articles_ms": value for name, value in many.items()},
        **{f"{name}_growth": many[name] / few[name] for name in few},
        "peak_megabytes": memory,
    }


def pages() -> Figures:
    """
    Median milliseconds of pages, answered in process and kept nowhere.
    """
    from django.test import Client

    from selaras_site.articles.models import Article

    client = Client(headers={"host": "localhost"})
    article = Article.objects.order_by("-pk")[0]
    short = client.get(f"/en/p/{article.pk}")["Location"]
    addresses = {
        "article": short,
        "original": client.get(f"/p/{article.pk}")["Location"],
        "home": "/en/",
        "section": "/en/nasional/",
    }
    return {name: milliseconds(client, path) for name, path in addresses.items()}


def milliseconds(client: object, path: str) -> float:
    """
    The median of many answers.
    """
    times = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        answer = client.get(path)  # type: ignore[attr-defined]
        times.append(1000 * (time.perf_counter() - begun))
        if answer.status_code != 200:
            raise RuntimeError(f"{path} answered {answer.status_code}.")
    return statistics.median(times[RUNS // 4 :])


def keep_only(number: int) -> None:
    """
    Leave so many articles.
    """
    from selaras_site.articles.models import Article

    kept = Article.objects.order_by("pk").values_list("pk", flat=True)[:number]
    Article.objects.exclude(pk__in=list(kept)).delete()


def copy_until(number: int) -> None:
    """
    Copy articles with all their versions, row by row as they are, until there are many.
    """
    from selaras_site.articles.models import Article

    originals = list(Article.objects.order_by("pk"))
    for n in range(number - len(originals)):
        copy(originals[n % len(originals)])


def copy(article: "Article") -> None:
    """
    One more article like this.
    """
    from selaras_site.translations.models import Segment, Snapshot, Version

    snapshot = Snapshot.objects.filter(article=article.pk).latest("pk")
    versions = list(Version.objects.filter(article=article.pk, snapshot=snapshot))
    segments = {v.pk: list(Segment.objects.filter(version=v)) for v in versions}
    fresh = type(article).objects.get(pk=article.pk)
    fresh.pk = None
    fresh.save()
    snapshot.pk, snapshot.article_id = None, fresh.pk
    snapshot.save()
    for version in versions:
        of_version = segments[version.pk]
        version.pk, version.article_id, version.snapshot = None, fresh.pk, snapshot
        version.save()
        for segment in of_version:
            segment.pk, segment.version_id = None, version.pk
        Segment.objects.bulk_create(of_version)


if __name__ == "__main__":
    main()
