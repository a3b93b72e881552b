"""
Words that stand only beside a negation, and so tell where one is missing.

"Yet", しか, قط, ni: a sentence that has one of them and denies nothing near it has lost
its negation, though it may have as many others as the source.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from selaras.languages import Tag
from selaras.text.cues import TABLES, Cue
from selaras.text.cues.reader import lowered
from selaras.text.spans import Span


def forlorn(text: str, language: Tag, negations: Sequence[Cue]) -> Cue | None:
    """
    The first word of a text that needs a negation beside it and has none.
    """
    if language not in POLAR:
        return None
    small, folding = lowered(text), TABLES[language].folding
    kept = [place for place, sign in enumerate(small) if folding.get(ord(sign)) != ""]
    kept.append(len(text))
    for found in polar(language).finditer(small.translate(folding)):
        place = Span(kept[found.start()], kept[found.end()])
        if not any(stands_by(text, cue, place, language) for cue in negations):
            return Cue(span=place, meanings=frozenset({"half"}), firm=False)
    return None


def stands_by(text: str, cue: Cue, place: Span, language: Tag) -> bool:
    """
    Whether a negation is near enough, and on the side where the language has it.
    """
    if not (cue.firm or cue.meanings & {"not", "few", "without", "again"}):
        return False
    if language in VERB_LAST:
        between = text[place.end : cue.span.start]
        return (
            place.start < cue.span.end
            and len(between) < NEAR_BY
            and not CLAUSE_ENDS.search(between)
        )
    after = NEAR_BY if language in EITHER_SIDE else 0
    return cue.span.end > place.start - FAR_OFF and cue.span.start < place.end + after


@cache
def polar(language: Tag) -> re.Pattern[str]:
    """
    What needs a negation in a language, as a pattern compiled once.
    """
    table = TABLES[language]
    words = POLAR[language].translate(table.folding)
    return re.compile(f"{table.before}(?:{words}){table.after}")


EITHER_SIDE = ("fr",)
"""
Where the negation may come after: "ni l'un ni l'autre ne".
"""

VERB_LAST = ("ja",)
"""
Where the negation comes after what it denies, with the verb.
"""

CLAUSE_ENDS = re.compile("[、。」]")
"""
What a negation may not stand behind.
"""

NEAR_BY = 40
FAR_OFF = 160
"""
As far as this, in characters, a negation is looked for after a word, or before it.
"""

POLAR: Mapping[Tag, str] = {
    "en": r"at all(?! (?:times?|costs?|levels?|hours?|stages?|ages?|events?|points?"
    r"|of|the|its|their|\d|\w+s)\b)|any ?(?:more|longer)(?= ?[.,;])",
    "fr": r"ni|nullement|aucunement|du tout",
    "ja": r"(?<![たむいつは])しか(?![しもるけばりつたな])|決して|めったに|滅多に"
    r"|[誰何](?:に|から|と)?も(?!の|と|[がを])|一[人度つ件回]も",
    "ar": r"(?<!ما )(?<!من )(?<!عن )(?<!علي )(?<!الي )"
    r"بعد(?=[.،؛!؟\"»]| (?:علي|الي|في|لان)\b)|قط(?=[.،؛!؟\"» ])|بتاتا|سوي",
}
"""
By language, the words that ask for a negation near them.
"""
