"""
Pictures for the demonstration, drawn here: flat shapes in few colours.

Nobody's photograph is needed, and nobody takes a drawing for one.
"""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from math import cos, pi, sin

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1600, 900
FINER = 2
"""
Drawn twice as large and made smaller: edges come out smooth.
"""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Canvas:
    """
    A picture that is being drawn, in points of the finished size.
    """

    image: Image.Image

    @property
    def pen(self) -> ImageDraw.ImageDraw:
        """
        What draws.
        """
        return ImageDraw.Draw(self.image)

    def sky(self, top: str, bottom: str, *, until: float = HEIGHT) -> None:
        """
        A colour that becomes another, downwards.
        """
        height = int(until * FINER)
        fade = Image.linear_gradient("L").resize((WIDTH * FINER, height))
        upper = Image.new("RGB", fade.size, top)
        lower = Image.new("RGB", fade.size, bottom)
        self.image.paste(Image.composite(lower, upper, fade), (0, 0))

    def area(self, points: list[Point], colour: str) -> None:
        """
        A shape with corners.
        """
        self.pen.polygon([(x * FINER, y * FINER) for x, y in points], fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """
        A full circle.
        """
        box = [(x - radius), (y - radius), (x + radius), (y + radius)]
        self.pen.ellipse([side * FINER for side in box], fill=colour)

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """
        A rectangle.
        """
        sides = [x, y, x + width, y + height]
        self.pen.rectangle([side * FINER for side in sides], fill=colour)

    def line(self, points: list[Point], colour: str, width: float) -> None:
        """
        A line with corners.
        """
        self.pen.line(
            [(x * FINER, y * FINER) for x, y in points],
            fill=colour,
            width=int(width * FINER),
            joint="curve",
        )

    def hills(self, base: float, height: float, colour: str, *, shift: float) -> None:
        """
        Soft hills from side to side.
        """
        ridge = [
            (
                x,
                base
                - height * (0.6 * sin(x / 210 + shift) + 0.4 * sin(x / 97 + shift)),
            )
            for x in range(0, WIDTH + 8, 8)
        ]
        self.area([(0, HEIGHT), *ridge, (WIDTH, HEIGHT)], colour)


def boats(canvas: Canvas) -> None:
    """
    Fishing boats at sunset.
    """
    canvas.sky("#f4a259", "#fbe3b5", until=560)
    canvas.disc(1080, 520, 120, "#fff4d6")
    canvas.box(0, 540, WIDTH, 360, "#2a6f7f")
    for number in range(9):
        canvas.box(
            1000 - number * 14, 560 + number * 34, 160 + number * 28, 8, "#f7d9a0"
        )
    for x, y, size in ((430, 640, 1.3), (860, 590, 0.7), (1330, 610, 0.85)):
        boat(canvas, x, y, size)


def boat(canvas: Canvas, x: float, y: float, size: float) -> None:
    """
    A boat with outriggers and a sail.
    """
    hull = [(-150, 0), (150, 0), (110, 52), (-110, 52)]
    canvas.area([(x + a * size, y + b * size) for a, b in hull], "#5b2a28")
    sail = [(0, -250), (0, -20), (130, -20)]
    canvas.area([(x + a * size, y + b * size) for a, b in sail], "#f7f3e8")
    jib = [(-12, -200), (-12, -20), (-95, -20)]
    canvas.area([(x + a * size, y + b * size) for a, b in jib], "#d1495b")
    canvas.line(
        [(x - 200 * size, y + 60 * size), (x + 200 * size, y + 60 * size)],
        "#3d1d1c",
        9 * size,
    )


def steam(canvas: Canvas) -> None:
    """
    A geothermal plant at the foot of a mountain.
    """
    canvas.sky("#8ecae6", "#e9f5f9")
    canvas.area(
        [(420, 900), (980, 170), (1060, 170), (1600, 860), (1600, 900)], "#52796f"
    )
    canvas.area(
        [(858, 330), (980, 170), (1060, 170), (1150, 285), (1010, 260)], "#84a98c"
    )
    canvas.hills(720, 46, "#40695c", shift=1.2)
    canvas.hills(800, 30, "#2f4f46", shift=3.0)
    for x, height in ((360, 230), (500, 270), (640, 210)):
        for number in range(7):
            drift = number * 34
            canvas.disc(
                x + 45 + drift, 700 - height - number * 46, 40 + number * 9, "#f8fbfc"
            )
        canvas.area(
            [(x, 760), (x + 18, 760 - height), (x + 72, 760 - height), (x + 90, 760)],
            "#d9dfdc",
        )
    canvas.box(250, 690, 560, 90, "#b7c4bd")
    for number in range(9):
        canvas.box(275 + number * 58, 715, 34, 26, "#5c7a71")


def palms(canvas: Canvas) -> None:
    """
    Rows of oil palms.
    """
    canvas.sky("#fde8b0", "#fbf6e3", until=620)
    canvas.disc(1250, 230, 95, "#f9c74f")
    canvas.hills(560, 40, "#a7b97a", shift=0.4)
    canvas.box(0, 600, WIDTH, 300, "#7f9c4f")
    canvas.area([(700, 600), (900, 600), (1240, 900), (360, 900)], "#c99a5b")
    for y, size in ((620, 0.55), (690, 0.8), (810, 1.25)):
        for side in (-1, 1):
            for step in range(2 if size > 1 else 3):
                palm(canvas, 800 + side * (200 + 330 * step) * size * 1.25, y, size)


def palm(canvas: Canvas, x: float, y: float, size: float) -> None:
    """
    One palm with a crown of fronds.
    """
    canvas.area(
        [
            (x - 16 * size, y + 60 * size),
            (x - 10 * size, y - 170 * size),
            (x + 10 * size, y - 170 * size),
            (x + 16 * size, y + 60 * size),
        ],
        "#6b4f2f",
    )
    for number in range(11):
        angle = pi * number / 10
        tip = (x - cos(angle) * 170 * size, y - (170 + sin(angle) * 120 - 50) * size)
        bend = (x - cos(angle) * 90 * size, y - (185 + sin(angle) * 110) * size)
        canvas.area(
            [(x, y - 160 * size), bend, tip, (x, y - 185 * size)],
            "#3f6b35" if number % 2 else "#558b47",
        )
    for shift in (-16, 0, 16):
        canvas.disc(x + shift * size, y - 158 * size, 15 * size, "#b5462f")


def crescent(canvas: Canvas) -> None:
    """
    A young moon above the sea.
    """
    canvas.sky("#1d3557", "#e9a17c", until=640)
    limb = [moonlit(760, 250, 96, pi * step / 40, 1) for step in range(41)]
    shade = [moonlit(760, 250, 96, pi * step / 40, 0.74) for step in range(40, -1, -1)]
    canvas.area([*limb, *shade], "#fdf3d8")
    for x, y in (
        (200, 120),
        (420, 260),
        (1130, 110),
        (1390, 240),
        (1010, 300),
        (600, 90),
    ):
        canvas.disc(x, y, 4, "#fdf3d8")
    canvas.box(0, 640, WIDTH, 260, "#26405e")
    for number in range(6):
        canvas.box(
            690 - number * 24, 672 + number * 36, 150 + number * 44, 6, "#d99b7c"
        )
    canvas.area([(1120, 900), (1220, 690), (1600, 620), (1600, 900)], "#142436")
    canvas.box(1372, 500, 12, 150, "#142436")
    canvas.area([(1300, 660), (1310, 590), (1446, 590), (1456, 660)], "#142436")
    canvas.disc(1378, 590, 62, "#142436")


def moonlit(x: float, y: float, radius: float, turn: float, bulge: float) -> Point:
    """
    A point of a half circle that looks down and to the left, flattened by ``bulge``.
    """
    along, out = radius * cos(turn), radius * sin(turn) * bulge
    return x + (along - out) * 0.7071, y + (along + out) * 0.7071


def volleyball(canvas: Canvas) -> None:
    """
    A court, a net and a ball.
    """
    canvas.sky("#24405f", "#3b6389", until=420)
    for row in range(4):
        for seat in range(40):
            shade = ("#5f86a8", "#7fa3c0", "#d1495b", "#f4d35e")[
                (seat * 7 + row * 3) % 4
            ]
            canvas.disc(20 + seat * 41 + row * 16, 190 + row * 54, 13, shade)
    canvas.box(0, 420, WIDTH, 480, "#d9843b")
    canvas.area([(330, 500), (1270, 500), (1560, 860), (40, 860)], "#e8a15c")
    canvas.line(
        [(330, 500), (1270, 500), (1560, 860), (40, 860), (330, 500)], "#fff8ea", 7
    )
    canvas.line([(205, 655), (1395, 655)], "#fff8ea", 7)
    canvas.box(190, 360, 14, 300, "#f1f1ee")
    canvas.box(1396, 360, 14, 300, "#f1f1ee")
    for number in range(7):
        canvas.line([(200, 380 + number * 22), (1400, 380 + number * 22)], "#cfd8df", 3)
    for number in range(41):
        canvas.line([(200 + number * 30, 380), (200 + number * 30, 512)], "#cfd8df", 3)
    canvas.box(200, 370, 1200, 16, "#ffffff")
    canvas.disc(930, 250, 62, "#fdfaf0")
    canvas.pen.arc([c * FINER for c in (850, 190, 960, 320)], -60, 70, "#24405f", 8)
    canvas.pen.arc([c * FINER for c in (905, 180, 1015, 310)], 120, 250, "#d1495b", 8)


def haze(canvas: Canvas) -> None:
    """
    Towers that vanish in haze.
    """
    canvas.sky("#d9c7a8", "#efe6d2")
    canvas.disc(1180, 250, 80, "#f3b562")
    layers = (("#d2c3a9", 430, 60), ("#b9a98f", 540, 90), ("#8f8271", 660, 130))
    for number, (colour, top, width) in enumerate(layers):
        x = -20.0 - number * 40
        for tower in range(30):
            height = (tower * 73 + number * 131) % 230
            canvas.box(x, top - height, width, HEIGHT, colour)
            x += width + 14 + (tower * 37) % 40
    canvas.box(0, 800, WIDTH, 100, "#6f655a")
    for number in range(14):
        canvas.box(30 + number * 120, 838, 62, 10, "#e6d9bf")


def books(canvas: Canvas) -> None:
    """
    Shelves that are half empty.
    """
    canvas.sky("#f3e9d8", "#e7d6ba")
    colours = ("#9c3d3d", "#3d6b5c", "#c98b3c", "#35506b", "#7a5a85", "#d9c9a8")
    for shelf in range(3):
        base = 290 + shelf * 270
        x = 130.0
        for number in range(30):
            seed = number * 29 + shelf * 53
            width, height = 26 + seed % 22, 130 + (seed * 7) % 70
            if x + width < 1470 and seed % 7 < 6 - 2 * shelf:
                canvas.box(x, base - height, width, height, colours[seed % 6])
                canvas.box(x, base - height + 22, width, 7, "#f3e9d8")
            x += width + 3
        canvas.box(100, base, 1400, 26, "#7d5a3c")
    canvas.box(74, 60, 30, 840, "#6a4a30")
    canvas.box(1496, 60, 30, 840, "#6a4a30")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """
    A picture with its words.
    """

    title: str
    alt: str
    draw: Callable[[Canvas], None]


DRAWINGS: dict[str, Drawing] = {
    "perahu": Drawing(
        title="Perahu nelayan",
        alt="Tiga perahu layar di laut saat matahari terbenam.",
        draw=boats,
    ),
    "panas-bumi": Drawing(
        title="Pembangkit panas bumi",
        alt="Tiga cerobong mengeluarkan uap putih di depan gunung hijau.",
        draw=steam,
    ),
    "sawit": Drawing(
        title="Kebun sawit",
        alt="Jalan tanah di antara deretan pohon sawit di bawah matahari.",
        draw=palms,
    ),
    "hilal": Drawing(
        title="Bulan sabit",
        alt="Bulan sabit tipis di atas laut saat senja, dan siluet kubah di tepinya.",
        draw=crescent,
    ),
    "voli": Drawing(
        title="Lapangan voli",
        alt="Bola voli melayang di atas net, dengan penonton di tribun.",
        draw=volleyball,
    ),
    "kabut": Drawing(
        title="Kota berkabut",
        alt="Deretan gedung tinggi yang memudar dalam kabut kecokelatan.",
        draw=haze,
    ),
    "buku": Drawing(
        title="Toko buku",
        alt="Tiga rak buku kayu; rak paling bawah hampir kosong.",
        draw=books,
    ),
}


def png(drawing: Drawing) -> BytesIO:
    """
    A drawing as a PNG.
    """
    canvas = Canvas(Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER)))
    drawing.draw(canvas)
    small = canvas.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    data = BytesIO()
    small.quantize(192, dither=Image.Dither.NONE).convert("RGB").save(data, "PNG")
    data.seek(0)
    return data
