"""
Cutting a sentence that is too long for an engine, where it does the least harm.

The best places are the ends of clauses; then any comma, then any white space; and at
last any place between two characters as readers see them. A number, an address and a
cluster such as a family emoji are never cut, even where one alone is over the limit.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping
from functools import cache, cached_property

import regex  # type: ignore[import-untyped, unused-ignore]

from selaras.languages import SOURCE, Tag
from selaras.text.spans import Span
from selaras.text.words import words

Measure = Callable[[str], int]

CONJUNCTIONS: Mapping[Tag, frozenset[str]] = {
    "id": words(
        "dan atau serta tetapi tapi namun sedangkan sementara melainkan padahal karena",
        "sebab sehingga agar supaya meski meskipun walau walaupun kendati jika bila",
        "kalau apabila ketika saat setelah sesudah sebelum sejak hingga sampai selama",
        "sambil seraya yang bahwa untuk guna demi dengan lalu kemudian selain termasuk",
        "yakni yaitu",
    ),
    "en": words(
        "and or but while whereas because so although though if when after before",
        "since until that which who with including for",
    ),
    "fr": words(
        "et ou mais tandis alors car parce donc bien si quand lorsque après avant",
        "depuis que qui dont avec notamment pour",
    ),
    "ar": words("و أو لكن بينما لأن حيث إذا عندما بعد قبل منذ حتى التي الذي مع بما"),
    "zh": words(),
    "ja": words(),
}

CLOSING = r"[\"'”’»›)\]}」』）】》]*+"
UNBREAKABLE = re.compile(
    r"(?:https?|ftp)://\S++|www\.\S++"
    r"|(?<![\w.+-])[\w.+-]++@[\w.-]++"
    r"|[+-]?\d(?:[\d.,:/٫٬]|[- \u00A0\u202F'–](?=\d))*+"
)
CLUSTER = regex.compile(r"\X")
EDGE = 4
"""
A cut keeps a quarter of the text on either side, so that no piece is a mere scrap.
"""


def split_clauses(
    text: str, limit: int, *, measure: Measure = len, language: Tag = SOURCE
) -> tuple[Span, ...]:
    """
    Pieces of a sentence, each within the limit, that together are the sentence.

    White space stays at the end of the piece before it. ``measure`` says how long a
    piece is, if not by its characters: a tokenizer's count will do.

    >>> text = "Banjir merendam 1.250 rumah, tetapi warga menolak mengungsi."
    >>> [span.of(text) for span in split_clauses(text, 40)]
    ['Banjir merendam 1.250 rumah, ', 'tetapi warga menolak mengungsi.']
    """
    if limit < 1:
        raise ValueError(f"The limit of a clause is at least 1, and not {limit}.")
    if measure(text) <= limit:
        return (Span(0, len(text)),) if text else ()
    return tuple(halve(Span(0, len(text)), limit, measure, Breaks(text, language)))


def halve(
    whole: Span, limit: int, measure: Measure, breaks: "Breaks"
) -> Iterator[Span]:
    """
    Cut in two at the best place, and again, until every piece is within the limit.
    """
    waiting = [whole]
    while waiting:
        span = waiting.pop()
        cut = None if measure(span.of(breaks.text)) <= limit else breaks.best(span)
        if cut is None:
            yield span
        else:
            waiting += [Span(cut, span.end), Span(span.start, cut)]


class Breaks:
    """
    The places where a text may be cut, in ranks, the best rank first.
    """

    def __init__(self, text: str, language: Tag) -> None:
        self.text = text
        self.ranks = [self.after(pattern) for pattern in patterns(language)]

    def best(self, span: Span) -> int | None:
        """
        The place nearest to the middle, of the best rank that leaves no scrap.
        """
        margin = len(span) // EDGE
        inner = Span(span.start + margin, span.end - margin)
        middle = (span.start + span.end) // 2
        places = [nearest(rank, inner, middle) for rank in self.ranks]
        places += [nearest(rank, span, middle) for rank in self.ranks[-1:]]
        found = next((place for place in places if place is not None), None)
        return nearest(self.clusters, span, middle) if found is None else found

    def after(self, pattern: re.Pattern[str]) -> list[int]:
        """
        Where the pattern ends, outside of what must not be cut.
        """
        return [
            end
            for end in (m.end() for m in pattern.finditer(self.text))
            if self.free(end)
        ]

    def free(self, place: int) -> bool:
        """
        Whether a place is outside every number and address.
        """
        index = bisect_left(self.kept_starts, place) - 1
        return index < 0 or self.kept_ends[index] <= place

    @cached_property
    def kept(self) -> list[tuple[int, int]]:
        """
        Where the numbers and addresses stand.
        """
        return [found.span() for found in UNBREAKABLE.finditer(self.text)]

    @cached_property
    def kept_starts(self) -> list[int]:
        """
        Where they begin.
        """
        return [start for start, _ in self.kept]

    @cached_property
    def kept_ends(self) -> list[int]:
        """
        Where they end.
        """
        return [end for _, end in self.kept]

    @cached_property
    def clusters(self) -> list[int]:
        """
        Every place between two characters as readers see them; found only if needed.
        """
        ends = (found.end() for found in CLUSTER.finditer(self.text))
        return [end for end in ends if self.free(end)]


def nearest(places: list[int], span: Span, middle: int) -> int | None:
    """
    The place nearest to the middle that lies inside the span, and not at its edge.
    """
    first, last = bisect_right(places, span.start), bisect_left(places, span.end)
    index = bisect_left(places, middle, first, last)
    around = places[max(index - 1, first) : min(index + 1, last)]
    return min(around, key=lambda place: abs(place - middle), default=None)


@cache
def patterns(language: Tag) -> tuple[re.Pattern[str], ...]:
    """
    The ranks: strong marks, a comma with a conjunction, a comma, a conjunction, space.
    """
    joined = "|".join(sorted(CONJUNCTIONS[language]))
    conjunction = rf"(?=(?:{joined})\b)" if joined else r"(?!)"
    ranks = (
        rf"[.!?;…؟؛]{CLOSING}\s++|[。！？；]{CLOSING}\s*+|\s[-–—]\s++|:\s++",
        rf",{CLOSING}\s++{conjunction}",
        rf"[,،]{CLOSING}\s++|[，、：]{CLOSING}\s*+",
        rf"(?<=\s){conjunction}",
        r"(?<=[^\s\d])[^\S\u00A0\u202F\u2060]++(?=[^\s\d])",
        r"[^\S\u00A0\u202F\u2060]++",
    )
    return tuple(re.compile(rank) for rank in ranks)
