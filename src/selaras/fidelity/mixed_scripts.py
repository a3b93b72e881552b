"""
What was left in Latin letters in a text of another script.
"""

import re
from collections.abc import Iterator, Mapping

from selaras.fidelity.asides import is_glossed, outside_asides, outside_names
from selaras.fidelity.finding import Pair
from selaras.fidelity.language_faults import Fault, untranslated
from selaras.fidelity.latin_words import SMALL_WORD, small_words_of
from selaras.fidelity.left_over import is_known
from selaras.fidelity.scripts import ARABIC, LATIN
from selaras.languages import LANGUAGES, Script
from selaras.text.spans import Span


def left_over_latin(pair: Pair) -> Fault | None:
    """
    A word in small Latin letters that was copied, or several that were not translated.

    What stands in brackets or in quotation marks explains something and is right.
    """
    source = small_words_of(pair.source)
    text = outside_names(pair)
    text = SPECIES.sub(lambda name: kept_species(name, pair), text)
    words = [word for word in SMALL_WORD.finditer(text) if word[0] not in KEPT_SMALL]
    words = [word for word in words if not is_glossed(word, pair)]
    left = [word for word in words if word[0] in source]
    left += [word for word in DIGIT_AND_WORD.finditer(text) if word[0] in source]
    if not left and len(words) < MANY_WORDS:
        return None
    first = (left or words)[0]
    return untranslated(first[0], Span(*first.span()))


def kept_species(name: re.Match[str], pair: Pair) -> str:
    """
    Blanks for the Latin name of a species, which has no other name in the source.

    >>> kept_species(SPECIES.match("Homo sapiens"), Pair(
    ...     source="Fosil Homo sapiens", target="", language="zh"))
    '            '
    """
    second = name[0].split(" ")[1]
    is_name = f"({name[0]})" in pair.source or (
        name[0] in pair.source and not is_known(second, pair.language)
    )
    return " " * len(name[0]) if is_name else name[0]


def glued_latin(pair: Pair) -> Fault | None:
    """
    A copied word that grew together with a name, or letters with a word: "نونوkan".
    """
    text = outside_asides(pair)
    for span in (*grown_together(text, pair), *half_written(text, pair)):
        return untranslated(span.of(pair.target), span)
    return None


def grown_together(text: str, pair: Pair) -> Iterator[Span]:
    """
    Words of no source that begin or end with a small one of it: "GPSperangkat".
    """
    long = tuple(word for word in small_words_of(pair.source) if len(word) >= LONG)
    if not long:
        return
    for run in LATIN_RUN.finditer(text):
        grown = run[0].startswith(long) or run[0].endswith(long)
        if grown and run[0] not in pair.source:
            yield Span(*run.span())


def half_written(text: str, pair: Pair) -> Iterator[Span]:
    """
    Words begun in the letters of the script and ended in Latin ones, or reversed.
    """
    pattern = HALF_WRITTEN.get(LANGUAGES[pair.language].script)
    for word in pattern.finditer(text) if pattern else ():
        if word[0] not in pair.source:
            yield Span(*word.span())


def copied_list(pair: Pair) -> Fault | None:
    """
    Words with a comma or colon of Latin letters between them, as the source has them.

    A name may stay, and one beside the other too, but the marks are another script's.
    """
    for run in LISTED.finditer(outside_asides(pair)):
        if run[0] in pair.source:
            return untranslated(run[0], Span(*run.span()))
    return None


LATIN_RUN = re.compile(rf"[{LATIN}]{{7,}}")
DIGIT_AND_WORD = re.compile(
    rf"(?<=\d)[a-z]{{3,}}(?![{LATIN}])|(?<![{LATIN}.])[a-z]{{3,}}(?=\d)"
)
SPECIES = re.compile(rf"(?<![{LATIN}])[A-Z][a-z]{{3,}} [a-z]{{3,}}(?![{LATIN}])")
LISTED = re.compile(rf"[{LATIN}]{{2,}}[,:] [{LATIN}]{{2,}}")

HALF_WRITTEN: Mapping[Script, re.Pattern[str]] = {
    "Arabic": re.compile(
        rf"(?<![{ARABIC}])[{ARABIC}]{{1,30}}(?<!\u0640)[a-z]{{2,}}(?![{LATIN}])"
        rf"|(?<![{LATIN}])[a-z]{{2,}}[{ARABIC}]+"
    ),
    "Japanese": re.compile(rf"[ァ-ヺー]{{2,}}[a-z]{{2,}}(?![{LATIN}])"),
}
"""
Half a word: the line that joins Arabic letters sets a name apart, and Chinese has none.
"""

KEPT_SMALL = frozenset({"mph", "kph", "rpm", "ppm", "plc", "wifi", "http", "https"})

LONG = 4
MANY_WORDS = 3
