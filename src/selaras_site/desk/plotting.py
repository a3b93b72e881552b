"""
Plots as shapes with coordinates, which a template draws as SVG.

Coordinates are texts: a template would write 1.5 with a comma where the newsroom does,
and no browser reads that.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from django.utils.formats import number_format

WIDTH, HEIGHT = 480, 240
LEFT, RIGHT, TOP, BOTTOM = 48, 28, 24, 44
ROW, ROW_LABEL = 30, 160
TICKS = 4
MOST_LABELS = 6
STYLES = 6

Number = float | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """
    A series: its name, and a number or nothing for each label.
    """

    name: str
    numbers: Sequence[Number]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """
    A word at a place.
    """

    x: str
    y: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """
    A rectangle, or a line where it has no width; ``said`` is shown on pointing at it.
    """

    x: str
    y: str
    width: str
    height: str
    style: int
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """
    Points that belong together; where a number is missing, a line ends.
    """

    points: str
    style: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Legend:
    """
    What a style means.
    """

    name: str
    style: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """
    Everything a template draws.
    """

    width: int
    height: int
    left: str
    right: str
    bottom: str
    x_axis: str
    y_axis: str
    across: Sequence[Mark] = ()
    up: Sequence[Mark] = ()
    rows: Sequence[Mark] = ()
    lines: Sequence[Line] = ()
    dots: Sequence[Box] = ()
    boxes: Sequence[Box] = ()
    zero: str = ""
    legend: Sequence[Legend] = ()


def lines(
    labels: Sequence[str], columns: Sequence[Column], *, x_axis: str, y_axis: str
) -> Plot:
    """
    A line for each series over labels from left to right.
    """
    top = nice(highest(n for column in columns for n in column.numbers))
    xs = spread(len(labels))
    drawn: list[Line] = []
    dots: list[Box] = []
    for style, column in enumerate(columns):
        points: list[str] = []
        for x, label, number in zip(xs, labels, column.numbers, strict=True):
            if number is None:
                drawn += line_of(points, style)
                points = []
                continue
            y = TOP + (1 - number / top) * (HEIGHT - TOP - BOTTOM)
            points.append(f"{x:.1f},{y:.1f}")
            dots.append(dot(x, y, style, f"{label}, {column.name}: {said(number)}"))
        drawn += line_of(points, style)
    return plot(
        labels, columns, top, xs, x_axis=x_axis, y_axis=y_axis, lines=drawn, dots=dots
    )


def line_of(points: Sequence[str], style: int) -> list[Line]:
    """
    A line through points, if there are two at least.
    """
    is_line = len(points) > 1
    return [Line(points=" ".join(points), style=style % STYLES)] if is_line else []


def dot(x: float, y: float, style: int, text: str) -> Box:
    """
    A point.
    """
    place = {"x": f"{x:.1f}", "y": f"{y:.1f}"}
    return Box(**place, width="", height="", style=style % STYLES, said=text)


def bars(
    labels: Sequence[str], columns: Sequence[Column], *, x_axis: str, y_axis: str
) -> Plot:
    """
    A bar for each label from left to right, its series on top of each other.
    """
    sums = [
        sum(column.numbers[n] or 0 for column in columns) for n in range(len(labels))
    ]
    top = nice(highest(sums))
    inside, room = HEIGHT - TOP - BOTTOM, (WIDTH - LEFT - RIGHT) / max(1, len(labels))
    xs = [LEFT + room * (n + 0.5) for n in range(len(labels))]
    boxes: list[Box] = []
    for n, label in enumerate(labels):
        y = float(HEIGHT - BOTTOM)
        for style, column in enumerate(columns):
            number = column.numbers[n] or 0
            height = number / top * inside
            y -= height
            if number:
                boxes.append(
                    Box(
                        x=f"{xs[n] - room * 0.4:.1f}",
                        y=f"{y:.1f}",
                        width=f"{room * 0.8:.1f}",
                        height=f"{height:.1f}",
                        style=style % STYLES,
                        said=f"{label}, {column.name}: {said(number)}",
                    )
                )
    return plot(labels, columns, top, xs, x_axis=x_axis, y_axis=y_axis, boxes=boxes)


def plot(
    labels: Sequence[str],
    columns: Sequence[Column],
    top: float,
    xs: Sequence[float],
    *,
    x_axis: str,
    y_axis: str,
    lines: Sequence[Line] = (),
    dots: Sequence[Box] = (),
    boxes: Sequence[Box] = (),
) -> Plot:
    """
    What plots with an upright axis have in common.
    """
    step = max(1, ceil(len(labels) / MOST_LABELS))
    shown = range(len(labels) - 1, -1, -step)
    return Plot(
        width=WIDTH,
        height=HEIGHT,
        left=str(LEFT),
        right=str(WIDTH - RIGHT),
        bottom=str(HEIGHT - BOTTOM),
        x_axis=x_axis,
        y_axis=y_axis,
        across=[
            Mark(x=f"{xs[n]:.1f}", y=str(HEIGHT - BOTTOM + 16), text=labels[n])
            for n in sorted(shown)
        ],
        up=[
            Mark(
                x=str(LEFT - 6),
                y=f"{TOP + (1 - n / TICKS) * (HEIGHT - TOP - BOTTOM):.1f}",
                text=said(top * n / TICKS),
            )
            for n in range(TICKS + 1)
        ],
        lines=lines,
        dots=dots,
        boxes=boxes,
        legend=legend_of(columns),
    )


def rows(
    labels: Sequence[str], columns: Sequence[Column], *, x_axis: str, y_axis: str
) -> Plot:
    """
    A bar for each label from top to bottom, its series one behind the other.
    """
    sums = [
        sum(column.numbers[n] or 0 for column in columns) for n in range(len(labels))
    ]
    top = nice(highest(sums))
    inside = WIDTH - ROW_LABEL - RIGHT
    boxes: list[Box] = []
    for n, label in enumerate(labels):
        x = float(ROW_LABEL)
        for style, column in enumerate(columns):
            number = column.numbers[n] or 0
            width = number / top * inside
            if number:
                boxes.append(
                    Box(
                        x=f"{x:.1f}",
                        y=f"{TOP + n * ROW + 4}",
                        width=f"{width:.1f}",
                        height=f"{ROW - 10}",
                        style=style % STYLES,
                        said=f"{label}, {column.name}: {said(number)}",
                    )
                )
            x += width
    return lying(labels, columns, 0, top, x_axis=x_axis, y_axis=y_axis, boxes=boxes)


def intervals(
    labels: Sequence[str],
    found: Sequence[tuple[float, float, float]],
    *,
    x_axis: str,
    y_axis: str,
) -> Plot:
    """
    For each label a value between its bounds, from top to bottom, with a line at zero.
    """
    reach = nice(highest(abs(number) for one in found for number in one))
    inside = WIDTH - ROW_LABEL - RIGHT

    def place(number: float) -> float:
        return ROW_LABEL + (number + reach) / (2 * reach) * inside

    boxes, dots = [], []
    for n, (value, low, high) in enumerate(found):
        middle = TOP + n * ROW + ROW / 2
        text = f"{labels[n]}: {said(value)} ({said(low)} – {said(high)})"
        boxes.append(
            Box(
                x=f"{place(low):.1f}",
                y=f"{middle - 2:.1f}",
                width=f"{max(1.0, place(high) - place(low)):.1f}",
                height="4",
                style=0,
                said=text,
            )
        )
        dots.append(dot(place(value), middle, 0, text))
    return lying(
        labels,
        [],
        -reach,
        reach,
        x_axis=x_axis,
        y_axis=y_axis,
        boxes=boxes,
        dots=dots,
        zero=f"{place(0):.1f}",
    )


def lying(
    labels: Sequence[str],
    columns: Sequence[Column],
    low: float,
    high: float,
    *,
    x_axis: str,
    y_axis: str,
    boxes: Sequence[Box],
    dots: Sequence[Box] = (),
    zero: str = "",
) -> Plot:
    """
    What plots with a lying axis have in common.
    """
    inside = WIDTH - ROW_LABEL - RIGHT
    bottom = TOP + ROW * max(1, len(labels))
    return Plot(
        width=WIDTH,
        height=bottom + BOTTOM,
        left=str(ROW_LABEL),
        right=str(WIDTH - RIGHT),
        bottom=str(bottom),
        x_axis=x_axis,
        y_axis=y_axis,
        across=[
            Mark(
                x=f"{ROW_LABEL + inside * n / TICKS:.1f}",
                y=str(bottom + 16),
                text=said(low + (high - low) * n / TICKS),
            )
            for n in range(TICKS + 1)
        ],
        rows=[
            Mark(
                x=str(ROW_LABEL - 6), y=f"{TOP + n * ROW + ROW / 2 + 4}", text=cut(one)
            )
            for n, one in enumerate(labels)
        ],
        boxes=boxes,
        dots=dots,
        zero=zero,
        legend=legend_of(columns),
    )


def legend_of(columns: Sequence[Column]) -> list[Legend]:
    """
    The legend, where there is more than one series.
    """
    if len(columns) < 2:
        return []
    return [
        Legend(name=column.name, style=n % STYLES) for n, column in enumerate(columns)
    ]


def spread(many: int) -> list[float]:
    """
    Places from left to right.
    """
    room = WIDTH - LEFT - RIGHT
    if many == 1:
        return [LEFT + room / 2]
    return [LEFT + room * n / (many - 1) for n in range(many)]


def highest(numbers: Iterable[Number]) -> float:
    """
    The highest of numbers, or nought.
    """
    return max((float(number) for number in numbers if number is not None), default=0.0)


def nice(number: float) -> float:
    """
    The next round number from which an axis can count down.

    >>> nice(0), nice(3), nice(87), nice(0.011), nice(101)
    (1.0, 4.0, 100.0, 0.02, 200.0)
    """
    if number <= 0:
        return 1.0
    power = 10.0 ** floor(log10(number))
    step = next(s for s in (1, 2, 4, 6, 8, 10) if number <= s * power * (1 + 1e-9))
    return float(round(step * power, 10))


def said(number: float) -> str:
    """
    A number as people read it, no longer than it needs.
    """
    size = abs(number)
    places = 0 if size >= 100 or float(number).is_integer() else 1 if size >= 1 else 2
    return number_format(round(number, places), places, force_grouping=size >= 10_000)


def cut(text: str, most: int = 20) -> str:
    """
    A label that fits; the table beside the plot has all of it.
    """
    return text if len(text) <= most else f"{text[: most - 1]}…"
