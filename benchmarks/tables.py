"""
Write the tables of the README and of the page on fidelity from ``benchmarks/results``.
"""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.markdown import read, table
from benchmarks.reading_tables import doubts, kinds, known_names, risk, verdicts
from selaras.languages import TARGETS

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
FIDELITY = ROOT / "docs" / "reference" / "fidelity.md"
CURVE = ROOT / "docs" / "reference" / "learning-curve.md"
GATE = ROOT / "docs" / "reference" / "gate.md"

MUTATIONS = (
    "digit changed",
    "number dropped",
    "magnitude swapped",
    "item changed",
    "broken off",
    "wrong language",
)
"""
The rows of the README; the result file has them all.
"""


def quality(name: str = "quality", source: str = "id") -> str:
    """
    Scores per pair from one language, and system.
    """
    rows = [
        (
            row["pair"],
            row["system"],
            f"{row['bleu']:.1f}",
            f"{row['chrf']:.1f}",
            f"{row['wrong_numbers']:.0%}",
        )
        for row in read(name)["rows"]
        if row["pair"].startswith(f"{source}-")
    ]
    return table(("pair", "system", "BLEU", "chrF++", "wrong numbers"), rows)


def beams() -> str:
    """
    What a wider beam costs, for each part of the model in the box.
    """
    rows = [
        (
            part,
            "greedy" if size == "1" else f"beam {size}",
            f"{told['target_tokens_per_second']:,}",
            f"{told['requests_per_second']:.0f}",
        )
        for part, sizes in read("engine")["beams"].items()
        for size, told in sizes.items()
    ]
    return table(("part", "search", "target tokens a second", "sentences"), rows)


def speed() -> str:
    """
    The figures of the main job.
    """
    figures = read("articles")["figures"]
    engine = read("engine")["beside_the_runtime"]["engine"]["of_the_runtime"]
    rows = (
        (
            "an article of 400 words into five languages, after loading",
            f"{figures['one_article_seconds']:.1f} s",
        ),
        (
            "the same, with the process's start",
            f"{figures['with_process_start_seconds']:.1f} s",
        ),
        ("peak memory", f"{figures['peak_memory_mb']:.0f} MB"),
        (
            "a 1,600-word article with one sentence changed, of the whole",
            f"{figures['changed_share_1600_words']:.1%}",
        ),
        (
            "a 400-word article with one sentence changed, of the whole",
            f"{figures['changed_share_400_words']:.1%}",
        ),
        ("throughput, of bare CTranslate2 with the same settings", f"{engine:.2f}"),
        (
            "20 articles × 5 languages, beside argos-translate with the same weights",
            f"{figures['times_argos']:.1f} × as fast",
        ),
    )
    return table(("what", "median"), rows)


def publishing() -> str:
    """
    The site as editors and readers feel it.
    """
    figures = read("publishing")["figures"]
    queries = figures["queries_of_publishing"] + figures["queries_of_translating"]
    rows = [
        (
            "from publication of 400 words to five live versions, median and 95%",
            f"{figures['publish_to_live_p50_seconds']:.1f} s, "
            f"{figures['publish_to_live_p95_seconds']:.1f} s",
        ),
        (
            "of the bare pipeline's time",
            f"{figures['publish_to_live_of_bare_pipeline']:.2f}",
        ),
        ("queries for that, besides the sentences", f"{queries:.0f}"),
    ]
    for page in ("article", "original", "home", "section"):
        few, many = (figures[f"{page}_{n}_articles_ms"] for n in (10, 1000))
        rows.append(
            (
                f"{page} page, uncached, 10 and 1,000 articles in the database",
                f"{few:.1f} ms, {many:.1f} ms",
            )
        )
    return table(("what", "measured"), rows)


def checks() -> str:
    """
    False alarms and recall, per language.
    """
    result = read("fidelity")
    rows = [
        (
            "false alarms that block a sentence, all checks",
            *(f"{alarms(result['false_alarms'], tag):.1%}" for tag in TARGETS),
        )
    ]
    for mutation in MUTATIONS:
        caught = {
            entry["language"]: f"{entry['caught_by_any']['share']:.1%}"
            for entry in result["recall"]
            if entry["mutation"] == mutation
        }
        rows.append((f"caught: {mutation}", *(caught[tag] for tag in TARGETS)))
    return table(("", *TARGETS), rows)


def alarms(entries: Sequence[dict[str, Any]], language: str) -> float:
    """
    The share of clean sentences that any check blocks.
    """
    return next(
        float(entry["blocked"]["share"])
        for entry in entries
        if entry["language"] == language and entry["check"] == "any check"
    )


def alignment() -> str:
    """
    How often the model's links are wrong, and those of a baseline.
    """
    rows = [
        (
            row["pair"],
            f"{row['error_rate']:.1%}",
            f"{row['precision']:.0%}",
            f"{row['recall']:.0%}",
            f"{row['baseline_error_rate']:.1%}",
            f"{row['links']:,}",
        )
        for row in read("alignment")["rows"]
    ]
    head = ("pair", "error rate", "precision", "recall", "same place", "pairs of words")
    return table(head, rows)


def alarms_of(name: str) -> str:
    """
    False alarms of every check: sentences reported, and those of them blocked.
    """
    entries = read(name)["false_alarms"]
    entries += read(name)["false_alarms_with_digits"]
    counts = {
        (entry["check"], entry["language"]): (
            f"{entry['reported']['share']:.1%} · {entry['blocked']['share']:.1%}"
        )
        for entry in entries
    }
    names = dict.fromkeys(entry["check"] for entry in entries)
    rows = [
        (check, *(counts.get((check, tag), "") for tag in TARGETS)) for check in names
    ]
    return table(("reported · blocked", *TARGETS), rows)


def recall_of(name: str) -> str:
    """
    What the check in charge caught of each kind of error, with Wilson's 95% interval.
    """
    entries = read(name)["recall"]
    caught = {}
    for entry in entries:
        share = entry["caught"]
        low, high = share["wilson95"]
        caught[entry["mutation"], entry["language"]] = (
            f"{share['share']:.1%} ({low:.0%}–{high:.0%}, n {share['of']})"
        )
    names = {entry["mutation"]: entry["check"] for entry in entries}
    rows = [
        (mutation, check, *(caught.get((mutation, tag), "") for tag in TARGETS))
        for mutation, check in names.items()
    ]
    return table(("error", "check in charge", *TARGETS), rows)


def signature_of(name: str) -> str:
    """
    What a result was measured with.
    """
    return f"`{read(name)['signature']}`"


def filled(text: str, name: str, content: str) -> str:
    """
    The text with the part between a table's marks replaced.
    """
    pattern = rf"(<!-- table: {name} -->\n).*?(<!-- end -->)"
    made, count = re.subn(
        pattern, lambda m: f"{m[1]}{content}\n{m[2]}", text, flags=re.DOTALL
    )
    if count != 1:
        raise SystemExit(f"The marks of the table {name} must be there once.")
    return made


SETS = (
    *("fidelity", "fidelity-ntrex-tune", "fidelity-flores-dev"),
    *("fidelity-part-y", "fidelity-part-z"),
)

OF_READERS: dict[str, Callable[[], str]] = {
    "end to end": partial(verdicts, "native-dev"),
    "end to end of what came later": partial(verdicts, "part-y"),
    "kinds of critical errors": kinds,
    "names of the lexicon": known_names,
}

OF_SETS: dict[str, Callable[[], str]] = {
    f"{name} {part}": partial(make, name)
    for name in SETS
    for part, make in (
        ("alarms", alarms_of),
        ("recall", recall_of),
        ("signature", signature_of),
    )
}

TABLES: dict[Path, dict[str, Callable[[], str]]] = {
    README: {
        "quality": quality,
        "quality of our own news": partial(quality, "quality-native-dev"),
        "speed": speed,
        "publishing": publishing,
        "checks": checks,
    },
    GATE: {
        "risk": risk,
        "risk of text that came later": partial(risk, "later"),
        "doubts": doubts,
    },
    CURVE: {
        "second half": partial(quality, source="en"),
        "second half of our own news": partial(quality, "quality-native-dev", "en"),
        "beams": beams,
        "alignment": alignment,
    },
    FIDELITY: {**OF_READERS, **OF_SETS},
}


def main() -> None:
    """
    Fill every table.
    """
    for page, tables in TABLES.items():
        text = page.read_text(encoding="utf-8")
        for name, make in tables.items():
            text = filled(text, name, make())
        page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
