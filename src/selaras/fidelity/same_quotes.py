"""
The check that quotations begin and end as they did.
"""

import re
from collections.abc import Iterator

from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.fidelity.quotations import (
    DOUBLE_MARKS,
    is_lopsided,
    is_whole_speech,
    moved_mark,
    torn_speech,
)
from selaras.languages import Tag
from selaras.text.spans import Span


class SameQuotes:
    """
    No quotation of the source is lost, none is left open, and each holds its own words.

    Double marks of any language are counted. Chinese, Japanese and Arabic set names and
    terms in quotation marks where Indonesian does not, so that marks more than in the
    source are reported there only if what they hold is plainly said by somebody. Where
    a quotation begins and ends is compared by the words that the dictionary knows, and
    speech ends beside a mark or beside who says it. It cannot see a beginning moved by
    a word or two, nor who says a quotation.
    """

    name = "same-quotes"
    mqm = "Accuracy > Mistranslation > Quotation"

    def __call__(self, pair: Pair) -> Iterator[Finding]:
        """
        Look at one pair.
        """
        wanted, there = count_marks(pair.source), count_marks(pair.target)
        if wanted % 2 != there % 2:
            yield self.report(pair, *UNPAIRED)
        elif there < wanted or (there > wanted and invents_speech(pair)):
            yield self.report(pair, *DIFFERENT)
        elif there > wanted and (torn := torn_speech(pair)):
            yield self.misplaced(pair, torn)
        elif wanted == there and wanted:
            moved = moved_mark(pair)
            torn = torn_speech(pair)
            if moved and moved.weight >= words_needed(pair):
                yield self.misplaced(pair, moved.span)
            elif torn:
                yield self.misplaced(pair, torn)

    def report(self, pair: Pair, message: str, indonesian: str) -> Finding:
        """
        A finding, with the first mark of each side as its place.
        """
        wanted, there = count_marks(pair.source), count_marks(pair.target)
        counts = {
            "marks": wanted,
            "marks_there": there,
            "wanted": wanted // 2,
            "there": there // 2,
        }
        return Finding(
            check=self.name,
            severity=Severity.REVIEW,
            message=message.format(**counts),
            indonesian=indonesian.format(**counts),
            expected=str(wanted),
            found=str(there),
            source_span=reach(pair.source),
            target_span=reach(pair.target),
        )

    def misplaced(self, pair: Pair, moved: Span) -> Finding:
        """
        A finding about a mark that stands in another place than in the source.
        """
        what = moved.of(pair.target)
        return Finding(
            check=self.name,
            severity=Severity.REVIEW,
            message="A quotation begins or ends in another place than in the source: "
            f"“{what}” is on the wrong side of its mark.",
            indonesian="Kutipan diawali atau diakhiri di tempat yang berbeda dari teks "
            f"sumber: “{what}” berada di sisi yang salah dari tanda kutip.",
            found=what,
            source_span=reach(pair.source),
            target_span=(moved.start, moved.end),
        )


def words_needed(pair: Pair) -> int:
    """
    How many words, or characters, must speak for it that a mark has moved.

    One is enough where a quotation is much longer or shorter than in the source.
    """
    if is_lopsided(pair):
        return 1
    doubt = DOUBT[pair.language] if is_whole_speech(pair) else 0
    return WORDS_MOVED[pair.language] + doubt


def invents_speech(pair: Pair) -> bool:
    """
    Whether the marks that a target has more hold what somebody says.
    """
    pattern = SPEECH.get(pair.language)
    return pattern is None or (
        count_marks(pair.source) == 0 and pattern.search(pair.target) is not None
    )


def count_marks(text: str) -> int:
    """
    How many double quotation marks a text has, whatever their shape.

    >>> count_marks('"Siap," katanya.'), count_marks("「はい」と述べた。")
    (2, 2)
    """
    return sum(map(text.count, DOUBLE_MARKS))


def reach(text: str) -> tuple[int, int] | None:
    """
    From the first quotation mark of a text to its last.
    """
    places = [place for place, mark in enumerate(text) if mark in DOUBLE_MARKS]
    return (places[0], places[-1] + 1) if places else None


SPEECH: dict[Tag, re.Pattern[str]] = {
    "zh": re.compile("“[^“”]{3,}[。！？，]”|[：:]“[^“”]{6,}”"),
    "ja": re.compile(
        "「[^「」]{6,}」と(?:述べ|語|話|言|発言|強調|指摘|説明|訴え|主張|コメント|明か)"
    ),
    "ar": re.compile(r"(?:قال|قالت|صرح|صرحت|أضاف|أضافت)[^«»\"“”]{0,60}: ?[«\"“]"),
}
"""
How the languages that set names in quotation marks write what somebody says.
"""

WORDS_MOVED: dict[Tag, int] = {"en": 2, "fr": 2, "zh": 3, "ja": 3, "ar": 2, "id": 9}
"""
How many words, or characters, must stand on the wrong side of a mark.
"""

DOUBT: dict[Tag, int] = {"en": 1, "fr": 1, "zh": 0, "ja": 0, "ar": 1, "id": 9}
"""
How many more, where what is said ends as speech does, and so is likely whole.
"""

UNPAIRED = (
    "The source has {marks} quotation marks and the translation {marks_there}: "
    "a quotation has lost its beginning or its end.",
    "Teks sumber memuat {marks} tanda kutip, terjemahan {marks_there}: awal atau akhir "
    "sebuah kutipan hilang.",
)
DIFFERENT = (
    "The source has {wanted} quotations; the translation has {there}.",
    "Teks sumber memuat {wanted} kutipan; terjemahan memuat {there}.",
)
