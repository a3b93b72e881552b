"""
Parallel text with one side translated again, so that another language learns from it.

There is little text from Indonesian into French, and much from English. A model from
English into Indonesian makes a source of the English side; the French side was
written by people, and that is what a model learns to write (Sennrich, Haddow and Birch,
"Improving Neural Machine Translation Models with Monolingual Data", 2016). Such sources
begin with ``<bt>``, so that the model knows them from real ones (Caswell, Chelba and
Grangier, "Tagged Back-Translation", 2019).
"""

import lzma
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

from selaras.fidelity import Check, Severity, check_pair
from selaras.fidelity import Pair as Checked
from selaras.fidelity.no_repetition import NoRepetition
from selaras.fidelity.right_language import RightLanguage
from selaras.fidelity.same_numbers import SameNumbers
from selaras.fidelity.whole_sentence import WholeSentence
from selaras.languages import Tag
from selaras_train.corpora import Pair, read_corpus
from selaras_train.errors import NothingToLearn
from selaras_train.recipe import Corpus, Direction
from selaras_train.scoring import Exported, Search

TAG = "<bt>"
"""
What a source that was translated back begins with.
"""

AT_ONCE = 4096

CHECKS: tuple[Check, ...] = (
    SameNumbers(),
    RightLanguage(),
    WholeSentence(),
    NoRepetition(),
)
"""
What a source made by a machine must pass: it would teach its errors.
"""

Say = Callable[[str], None]


def back_translate(
    model: Path,
    corpus: Corpus,
    *,
    direction: Direction,
    target: Tag,
    folders: Sequence[Path],
    out: Path,
    only: Collection[str] = (),
    most: int | None = None,
    say: Say = print,
) -> None:
    """
    Write ``out``, a table of corpus, new source and target, as ``.tsv.xz``.

    Args:
        model: an exported model that translates ``direction``.
        corpus: text that has the direction's source language, and ``target``.
        target: the side that stays.
        only: names of corpora that are taken from the file; all where empty.
        most: pairs that are taken of each corpus.
    """
    pairs = list(
        taken(read_corpus(corpus, (direction[0], target), folders), only, most)
    )
    if not pairs:
        raise NothingToLearn(f"There are no pairs to translate in {corpus.path}.")
    translator = Exported(model, Search(beam=1))
    kept, part = 0, out.with_name(f"{out.name}.part")
    with lzma.open(part, "wt", encoding="utf-8", newline="\n") as file:
        for start in range(0, len(pairs), AT_ONCE):
            portion = pairs[start : start + AT_ONCE]
            sources = translator.translate([p.source for p in portion], direction[1])
            for pair, source in zip(portion, sources, strict=True):
                if is_good(pair.source, source, direction):
                    kept += 1
                    file.write(f"{pair.corpus}\t{TAG} {source}\t{pair.target}\n")
            say(f"{start + len(portion)} of {len(pairs)} translated, {kept} kept")
    part.replace(out)


def taken(
    pairs: Iterator[Pair], only: Collection[str], most: int | None
) -> Iterator[Pair]:
    """
    The pairs of the wanted corpora, so many of each.
    """
    counts: Counter[str] = Counter()
    for pair in pairs:
        wanted = not only or pair.corpus in only
        if wanted and (most is None or counts[pair.corpus] < most):
            counts[pair.corpus] += 1
            yield pair


def is_good(text: str, translation: str, direction: Direction) -> bool:
    """
    Whether nothing blocks a translation.
    """
    pair = Checked(
        source=text,
        target=translation,
        source_language=direction[0],
        language=direction[1],
    )
    found = check_pair(pair, CHECKS)
    return bool(translation) and all(f.severity is not Severity.BLOCKING for f in found)
