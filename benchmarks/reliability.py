"""
Reliability of probabilities: bins, the calibration error, a plot of both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from selaras.evaluation.intervals import Share

BINS = 10

SIZE, EDGE = 320, 44
"""
The plot's square, and the room around it for words.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """
    Sentences of about the same risk: what was expected of them, and what they were.
    """

    expected: float
    bad: Share


def bins_of(said: Sequence[tuple[float, bool]]) -> list[Bin]:
    """
    Sentences in order of their risk, in bins of equal numbers.
    """
    ordered = sorted(said)
    cuts = [round(n * len(ordered) / BINS) for n in range(BINS + 1)]
    portions = [ordered[a:b] for a, b in pairwise(cuts) if b > a]
    return [
        Bin(
            expected=sum(value for value, _ in portion) / len(portion),
            bad=Share(hits=sum(bad for _, bad in portion), of=len(portion)),
        )
        for portion in portions
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """
    By how much what is expected is off, on average (ECE with bins of equal numbers).
    """
    total = sum(row.bad.of for row in bins)
    return sum(abs(row.expected - row.bad.value) * row.bad.of for row in bins) / total


def plot(bins: Sequence[Bin]) -> str:
    """
    Expected against found, each bin with its 95% interval, as SVG.
    """
    marks = "\n".join(mark(row) for row in bins)
    ticks = "\n".join(tick(n / 5) for n in range(6))
    whole = SIZE + 2 * EDGE
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" \
width="{whole}" height="{whole}" role="img" font-family="sans-serif" font-size="12">
<title>Risk score: expected share of bad sentences against the share found</title>
<style>
.paper {{ fill: #fff }} .ink {{ fill: #222 }} .line {{ stroke: #222 }}
.ideal {{ stroke: #888; stroke-dasharray: 4 4 }} .dot {{ fill: #0b5cad }}
.bar {{ stroke: #0b5cad; stroke-width: 2 }}
@media (prefers-color-scheme: dark) {{
.paper {{ fill: #16181c }} .ink {{ fill: #ddd }} .line {{ stroke: #ddd }}
.dot {{ fill: #7db8ff }} .bar {{ stroke: #7db8ff }} }}
</style>
<rect class="paper" width="{whole}" height="{whole}"/>
<path class="line" fill="none" d="M{EDGE} {EDGE}V{EDGE + SIZE}H{EDGE + SIZE}"/>
<path class="ideal" d="M{EDGE} {EDGE + SIZE}L{EDGE + SIZE} {EDGE}"/>
{ticks}
{marks}
<text class="ink" x="{whole / 2}" y="{whole - 6}" text-anchor="middle">\
expected share of bad sentences</text>
<text class="ink" transform="translate(12 {whole / 2}) rotate(-90)" \
text-anchor="middle">share found on held-out articles</text>
</svg>
"""


def mark(row: Bin) -> str:
    """
    A bin's dot, with its interval.
    """
    low, high = row.bad.interval
    x = across(row.expected)
    return (
        f'<path class="bar" d="M{x} {up(low)}V{up(high)}"/>'
        f'<circle class="dot" cx="{x}" cy="{up(row.bad.value)}" r="4">'
        f"<title>expected {row.expected:.2f}, found {row.bad}</title></circle>"
    )


def tick(share: float) -> str:
    """
    A number on both axes.
    """
    return (
        f'<text class="ink" x="{across(share)}" y="{EDGE + SIZE + 16}" '
        f'text-anchor="middle">{share:.0%}</text>'
        f'<text class="ink" x="{EDGE - 6}" y="{up(share) + 4}" '
        f'text-anchor="end">{share:.0%}</text>'
    )


def across(share: float) -> float:
    """
    Where a share stands from left to right.
    """
    return round(EDGE + SIZE * share, 1)


def up(share: float) -> float:
    """
    Where a share stands from bottom to top.
    """
    return round(EDGE + SIZE * (1 - share), 1)
