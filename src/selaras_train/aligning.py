"""
Which piece of a target translates which piece of its source.

The head that the runtime gives its alignment from learns these labels. They are made
by eflomal (Östling and Tiedemann, "Efficient Word Alignment with Markov Chain Monte
Carlo", 2016), once in each direction, and joined by "grow-diag" (Koehn et al.,
"Edinburgh System Description for the 2005 IWSLT Speech Translation Evaluation", 2005).
"""

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from selaras_train.errors import AlignerMissing
from selaras_train.shards import Example, Link, Shard, read_shards

MOST = 200_000
"""
Pairs of one shard that are aligned at most.
"""

Say = Callable[[str], None]
Links = frozenset[Link]


def align(work: Path, out: Path, *, most: int = MOST, say: Say = print) -> None:
    """
    Copy a work folder, its training pairs with their links.

    Raises ``AlignerMissing`` where eflomal is not installed.
    """
    require_aligner()
    shutil.copytree(work, out, ignore=shutil.ignore_patterns("train"))
    (out / "train").mkdir()
    for direction, shards in by_direction(read_shards(work / "train")).items():
        examples = [
            shard[index] for shard in shards for index in range(min(len(shard), most))
        ]
        say(f"{direction}: aligning {len(examples)} pairs of {len(shards)} corpora")
        links = iter(links_of(examples))
        for shard in shards:
            linked = min(len(shard), most)
            own = [next(links) for _ in range(linked)]
            own += [()] * (len(shard) - linked)
            shard.linked(own).write(out / "train")
            found, pieces = sum(map(len, own)), len(shard.targets)
            say(f"{shard.name}: {found} links for {pieces} target pieces")


def require_aligner() -> None:
    """
    Say what to install where the aligner is missing.
    """
    if find_spec("eflomal") is None:
        raise AlignerMissing(
            "Expected the aligner eflomal to be installed; it comes with the extra "
            "'align' and needs a C compiler: pip install 'selaras[align]'."
        )


def by_direction(shards: Iterable[Shard]) -> dict[str, list[Shard]]:
    """
    Shards by the direction that their names end with.
    """
    grouped: dict[str, list[Shard]] = defaultdict(list)
    for shard in shards:
        grouped[shard.name.rpartition(".")[2]].append(shard)
    return dict(grouped)


def links_of(examples: Sequence[Example]) -> Iterator[tuple[Link, ...]]:
    """
    The links of each pair, as places in the whole target and the whole source.
    """
    import eflomal

    sources = [lined(bare(example)) for example in examples]
    targets = [lined(example.target) for example in examples]
    with TemporaryDirectory() as folder:
        there, back = Path(folder) / "there", Path(folder) / "back"
        eflomal.Aligner().align(
            sources,
            targets,
            links_filename_fwd=str(there),
            links_filename_rev=str(back),
        )
        with there.open(encoding="utf-8") as one, back.open(encoding="utf-8") as other:
            for first, second in zip(one, other, strict=True):
                joined = grow_diagonally(read_links(first), read_links(second))
                # The source begins with the tag of the target's language.
                yield tuple(sorted((t, s + 1) for s, t in joined))


def bare(example: Example) -> Sequence[int]:
    """
    A source without its language's tag and without its end.
    """
    return [int(number) for number in example.source[1:-1]]


def lined(numbers: Iterable[int]) -> str:
    """
    Piece numbers as a line of words.
    """
    return f"{' '.join(map(str, numbers))}\n"


def read_links(line: str) -> Links:
    """
    A line of links, source first.

    >>> sorted(read_links("0-0 2-1"))
    [(0, 0), (2, 1)]
    """
    pairs = (pair.partition("-") for pair in line.split())
    return frozenset((int(source), int(target)) for source, _, target in pairs)


def grow_diagonally(one: Links, other: Links) -> Links:
    """
    What both directions say, and beside it what one says of words that have no link.

    >>> one, other = {(0, 0), (1, 1), (4, 2)}, {(0, 0), (1, 1), (2, 1), (0, 3)}
    >>> sorted(grow_diagonally(frozenset(one), frozenset(other)))
    [(0, 0), (1, 1), (2, 1)]
    """
    joined = set(one & other)
    candidates = set(one | other) - joined
    sources, targets = {s for s, _ in joined}, {t for _, t in joined}
    grown = True
    while grown and candidates:
        grown = False
        for link in sorted(candidates):
            known = link[0] in sources and link[1] in targets
            if known or not any(near in joined for near in neighbours(link)):
                continue
            joined.add(link)
            candidates.discard(link)
            sources.add(link[0])
            targets.add(link[1])
            grown = True
    return frozenset(joined)


def neighbours(link: Link) -> Iterator[Link]:
    """
    The places round a link, diagonal ones too.
    """
    for down, right in product((-1, 0, 1), repeat=2):
        if down or right:
            yield link[0] + down, link[1] + right
