"""
A small newsroom for tests: articles of our own training text, and an engine that knows
their translations by heart.

The engine speaks the real protocol. It stands in for the model where a test is about
what the site does with translations and not about the translations.
"""

import csv
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from selaras.engines import Hypotheses, Hypothesis, Provenance, Request
from selaras_site.articles.models import Article, Section, SectionName

TEXT = Path(__file__).parents[2] / "training" / "news6" / "part-a.tsv"
COLUMNS = ("article", "sentence", "id", "en", "fr", "zh", "ja", "ar")

NAMES = {
    "nasional": {
        "id": ("Nasional", "nasional"),
        "en": ("National", "national"),
        "zh": ("国内", "national"),
        "ja": ("国内", "national"),
        "ar": ("محليات", "national"),
        "fr": ("National", "national"),
    },
    "ekonomi": {
        "id": ("Ekonomi", "ekonomi"),
        "en": ("Economy", "economy"),
        "zh": ("经济", "economy"),
        "ja": ("経済", "economy"),
        "ar": ("اقتصاد", "economy"),
        "fr": ("Économie", "economie"),
    },
}


@lru_cache
def rows() -> tuple[dict[str, str], ...]:
    with TEXT.open(encoding="utf-8", newline="") as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(dict(zip(COLUMNS, row, strict=True)) for row in reader)


def story(name: str) -> list[dict[str, str]]:
    """
    The sentences of an article, its headline first.
    """
    return [row for row in rows() if row["article"] == name]


def names() -> list[str]:
    """
    The articles there are, in order.
    """
    return list(dict.fromkeys(row["article"] for row in rows()))


class ByHeart:
    """
    An engine that knows every sentence of the training text in five languages.

    Any other sentence it returns with the language before it. ``before`` is called
    ahead of every answer: a place to fail, wait or be killed in.
    """

    name = "heart"
    model = "1"

    def __init__(self, before: Callable[[], None] = lambda: None) -> None:
        self.before = before
        self.asked: list[tuple[str, str]] = []
        self.lock = threading.Lock()

    def supports(self, source: str, target: str) -> bool:
        return source == "id" and target in COLUMNS[3:]

    def translate(self, requests: Sequence[Request]) -> Sequence[Hypotheses]:
        self.before()
        with self.lock:
            self.asked += [(r.target, r.text) for r in requests]
        return [(self.answer(request),) for request in requests]

    def answer(self, request: Request) -> Hypothesis:
        known = by_text().get(request.text)
        text = known[request.target] if known else f"[{request.target}] {request.text}"
        made_by = Provenance(engine=self.name, model=self.model)
        return Hypothesis(text=text, provenance=made_by, score=-0.5)


def spoiled(
    answer: Callable[[ByHeart, Request], Hypothesis], old: str, new: str
) -> Callable[[ByHeart, Request], Hypothesis]:
    """
    An engine's way to answer that puts something wrong in place of what is right.
    """

    def other(self: ByHeart, request: Request) -> Hypothesis:
        made = answer(self, request)
        return replace(made, text=made.text.replace(old, new))

    return other


def policy_file(folder: Path, *rules: str) -> str:
    """
    The path of a policy with these rules, each the rest of a table in TOML.
    """
    path = folder / "policy.toml"
    tables = (f'[[rules]]\nname = "rule {n}"\n{rule}' for n, rule in enumerate(rules))
    path.write_text("\n".join(("schema = 1", *tables)), encoding="utf-8")
    return str(path)


@lru_cache
def by_text() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in rows()}


def section(slug: str = "nasional") -> Section:
    found, made = Section.objects.get_or_create(slug=slug)
    if made:
        SectionName.objects.bulk_create(
            SectionName(section=found, language=language, name=name, slug=address)
            for language, (name, address) in NAMES[slug].items()
        )
    return found


def draft(name: str = "dis-201", *, in_section: str = "nasional") -> Article:
    """
    An article that was saved and not published.
    """
    headline, *sentences = story(name)
    article = Article(
        section=section(in_section),
        headline=headline["id"],
        summary=sentences[0]["id"],
        body=[
            {"type": "paragraph", "value": f"<p>{row['id']}</p>"}
            for row in sentences[1:]
        ],
        byline="Rani Lestari",
        place="Masamba",
        live=False,
    )
    article.full_clean()
    article.save()
    article.save_revision()
    return article


def publish(article: Article) -> Article:
    """
    The article as it is, published.
    """
    article.full_clean()
    article.save_revision().publish()
    article.refresh_from_db()
    return article


def published(name: str = "dis-201", *, in_section: str = "nasional") -> Article:
    return publish(draft(name, in_section=in_section))
