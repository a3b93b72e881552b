"""
The card itself: name, section, double rule, headline, notice.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from PIL import Image, ImageDraw

from selaras.languages import LANGUAGES, Script, Tag
from selaras_site.public.cards.fitting import Fitted, Measure, fit
from selaras_site.public.cards.fonts import Weight
from selaras_site.public.cards.pictures import backdrop, encode
from selaras_site.public.cards.setting import compose
from selaras_site.public.cards.spacing import OPENERS, is_squared

WIDTH, HEIGHT = SIZE = (1200, 630)
LEFT, RIGHT = 72, WIDTH - 72
HEADER_BASELINE = 96
RULE = 122
TOP = 160
BOTTOM, BOTTOM_WITHOUT_NOTICE = 530, 582
FOOT_RULE = 546
HALF = 0.46
NOTICE_BASELINE = 588


@dataclass(frozen=True, slots=True, kw_only=True)
class Inks:
    """
    The colours of a card.
    """

    ink: str
    accent: str
    quiet: str
    hairline: str


ON_PAPER = Inks(ink="#16181C", accent="#9A1B1E", quiet="#555A62", hairline="#C9C5BC")
ON_PICTURE = Inks(ink="#FFFFFF", accent="#FFD9CF", quiet="#E4E6EA", hairline="#A7ABB2")
PAPER = "#FBF9F4"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """
    How a script wants to be set.

    ``leading`` and ``ascent`` are in sizes: Arabic needs room above and below, Latin
    and Han letters need less.
    """

    largest: int
    smallest: int
    leading: float
    ascent: float


MANNERS: Mapping[Script, Manner] = MappingProxyType(
    {
        "Latin": Manner(largest=80, smallest=48, leading=1.14, ascent=0.87),
        "Han": Manner(largest=84, smallest=48, leading=1.30, ascent=1.03),
        "Japanese": Manner(largest=84, smallest=48, leading=1.32, ascent=1.04),
        "Arabic": Manner(largest=88, smallest=46, leading=1.55, ascent=1.08),
    }
)


def draw_card(
    *,
    headline: str,
    language: Tag,
    section: str,
    site_name: str,
    notice: str = "",
    picture: bytes | None = None,
    fonts: Path | None = None,
) -> bytes:
    """
    Draw the picture that a shared link shows, 1200 by 630 pixels.

    It is a PNG, or a JPEG where that is smaller: ``media_type`` tells which. ``notice``
    says, in the reader's language, who translated; ``fonts`` is a folder to look in
    before any other.
    """
    ground = Image.new("RGB", SIZE, PAPER) if picture is None else None
    card = ground or backdrop(picture or b"", SIZE)
    inks = ON_PAPER if ground else ON_PICTURE
    desk = _Desk(ImageDraw.Draw(card), language, fonts, inks)
    desk.header(site_name, section)
    desk.headline(headline, BOTTOM if notice else BOTTOM_WITHOUT_NOTICE)
    if notice:
        desk.notice(notice)
    return encode(card)


def fit_headline(
    headline: str, language: Tag, bottom: int = BOTTOM, fonts: Path | None = None
) -> Fitted:
    """
    Cut a headline into the lines that its card shows.
    """
    paragraph = compose(headline, language, "bold", fonts)
    manner = MANNERS[LANGUAGES[language].script]
    return fit(
        paragraph,
        Measure(
            width=RIGHT - LEFT,
            height=bottom - TOP,
            largest=manner.largest,
            smallest=manner.smallest,
            leading=manner.leading,
        ),
    )


def hang(fitted: Fitted, start: int) -> float:
    """
    How far a line moves left, so that the ink of a wide opening mark meets the margin.

    Such a mark stands in the right half of its square.
    """
    paragraph = fitted.paragraph
    if paragraph.text[start] not in OPENERS or paragraph.gave_half(start):
        return 0
    return fitted.size * HALF if is_squared(paragraph.language) else 0


@dataclass(frozen=True)
class _Desk:
    canvas: ImageDraw.ImageDraw
    language: Tag
    fonts: Path | None
    inks: Inks

    def header(self, site_name: str, section: str) -> None:
        name = self._line(site_name, "bold", 38, 600, self._language_of(site_name))
        label = self._line(section, "regular", 30, 400, self.language)
        self._draw(name, HEADER_BASELINE, self.inks.ink)
        self._draw(label, HEADER_BASELINE, self.inks.accent, at_end=True)
        self.canvas.rectangle((LEFT, RULE, RIGHT - 1, RULE + 4), self.inks.ink)
        self.canvas.rectangle((LEFT, RULE + 9, RIGHT - 1, RULE + 9), self.inks.ink)

    def headline(self, headline: str, bottom: int) -> None:
        fitted = fit_headline(headline, self.language, bottom, self.fonts)
        manner = MANNERS[LANGUAGES[self.language].script]
        step = fitted.size * manner.leading
        spare = bottom - TOP - step * len(fitted.lines)
        baseline = TOP + spare / 2 + fitted.size * manner.ascent
        self._draw(fitted, baseline, self.inks.ink, step=step)

    def notice(self, notice: str) -> None:
        line = self._line(notice, "regular", 28, RIGHT - LEFT, self.language)
        self.canvas.rectangle(
            (LEFT, FOOT_RULE, RIGHT - 1, FOOT_RULE), self.inks.hairline
        )
        self._draw(line, NOTICE_BASELINE, self.inks.quiet)

    def _language_of(self, site_name: str) -> Tag:
        """
        A Latin name looks the same on the cards of all languages.
        """
        return "en" if site_name.isascii() else self.language

    def _line(
        self, text: str, weight: Weight, size: int, width: int, language: Tag
    ) -> Fitted:
        measure = Measure(
            width=width,
            height=size * 2,
            largest=size,
            smallest=size - 6,
            leading=1,
            most_lines=1,
        )
        return fit(compose(text, language, weight, self.fonts), measure)

    def _draw(
        self,
        fitted: Fitted,
        baseline: float,
        ink: str,
        *,
        at_end: bool = False,
        step: float = 0,
    ) -> None:
        from_right = at_end != (LANGUAGES[self.language].direction == "rtl")
        for start, end in fitted.lines:
            width = fitted.paragraph.width(start, end, fitted.size)
            pen = RIGHT - width if from_right else LEFT - hang(fitted, start)
            for run in fitted.paragraph.runs(start, end):
                run.draw(self.canvas, (pen, baseline), fitted.size, ink)
                pen += run.width(fitted.size)
            baseline += step
