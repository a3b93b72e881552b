"""
What a translation says aside, in brackets or quoted, and may keep in another language.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from selaras.fidelity.dictionary import counterparts, words_of
from selaras.fidelity.finding import Pair
from selaras.fidelity.identify import LANGUAGE_OF
from selaras.fidelity.latin_words import ANY_WORD, source_words
from selaras.fidelity.left_over import is_foreign_to
from selaras.fidelity.scripts import LATIN
from selaras.fidelity.verbatim import without_verbatim
from selaras.languages import LANGUAGES, SOURCE


@lru_cache(maxsize=64)
def outside_names(pair: Pair) -> str:
    """
    A target without its addresses, asides and names such as "Ludwig van Beethoven".
    """
    return blank(KEPT_TOGETHER, blank(NAME_WITH_PARTICLE, outside_asides(pair)))


@lru_cache(maxsize=64)
def outside_asides(pair: Pair) -> str:
    """
    A target without its addresses, and without asides that keep or explain a word.

    >>> outside_asides(Pair(source="para sidang isbat", language="fr",
    ...     target="La « para » (sidang isbat) et"))
    'La « para »                et'
    """

    def kept(aside: re.Match[str]) -> str:
        return " " * len(aside[0]) if keeps_words(aside, pair) else aside[0]

    return BRACKETED.sub(kept, with_directed_marks(without_verbatim(pair.target)))


@lru_cache(maxsize=64)
def outside_brackets(text: str) -> str:
    """
    A text without its addresses, and without what stands in brackets or quoted.
    """
    return blank(BRACKETED, with_directed_marks(without_verbatim(text)))


def keeps_words(aside: re.Match[str], pair: Pair) -> bool:
    """
    Whether an aside has no words of the source, or keeps a term, or explains one.

    A term stands in the source as it is here, though it may have had affixes there; in
    brackets a mark may set it apart from what it means. A word that is the source's
    among others was left over.
    """
    words = ANY_WORD.findall(aside[0])
    copied = [word for word in words if is_copied(word, pair.source)]
    if not copied:
        return True
    if len(words) == 1:
        return keeps_word(words[0], aside, pair)
    if aside[0][0] not in BRACKETS:
        return are_copied(words, pair.source)
    parts = [ANY_WORD.findall(part) for part in EXPLAINS.split(aside[0])]
    return any(are_copied(part, pair.source) for part in parts if part)


def are_copied(words: Sequence[str], source: str) -> bool:
    """
    Whether words stand in a source side by side, and no word of grammar ends them.
    """
    if SOURCE in (LANGUAGE_OF.get(words[0]), LANGUAGE_OF.get(words[-1])):
        return False
    return " ".join(words) in " ".join(source_words(source))


def is_copied(word: str, source: str) -> bool:
    """
    Whether a word stands in a source, be it with affixes.
    """
    return word in source_words(source) or (len(word) >= LONG_TERM and word in source)


def keeps_word(word: str, aside: re.Match[str], pair: Pair) -> bool:
    """
    Whether a word that stands alone in an aside is a term that is kept.

    A name is, and a word that nobody translates, and one that the source sets apart as
    well. Any other is kept only behind its translation: "midwives (bidan)".
    """
    if LANGUAGE_OF.get(word) == SOURCE:
        return False
    if not word.islower() or is_new_to(word, pair):
        return True
    if aside[0][1:-1].strip(AROUND) in set_apart(pair.source):
        return True
    if any(map(str.isdigit, aside[0])):
        return False
    near = NEAR if LANGUAGES[pair.language].spaced else NEAR_SIGNS
    before = aside.string[: aside.start()].rstrip(AROUND)[-near:]
    return is_said(word, before, pair)


def is_glossed(word: re.Match[str], pair: Pair) -> bool:
    """
    Whether brackets behind a word say what it means: "sabu (methamphetamine)".

    An acronym, a number and what the source has in brackets too explain nothing, nor
    does what holds no translation of a word that others translate.
    """
    gloss = GLOSS.match(pair.target, word.end())
    if gloss is None or gloss["said"] in pair.source:
        return False
    if LANGUAGE_OF.get(word[0]) == SOURCE:
        return False
    return is_new_to(word[0], pair) or is_said(word[0], gloss["said"], pair)


def is_new_to(word: str, pair: Pair) -> bool:
    """
    Whether nobody knows how translators write a word: it may be one that they keep.
    """
    return pair.source_language != SOURCE or not is_foreign_to(word, pair.language)


def is_said(word: str, text: str, pair: Pair) -> bool:
    """
    Whether a text holds a translation of a word.
    """
    wanted = counterparts(word, pair.language)
    return any(found.stem in wanted for found in words_of(text, pair.language))


@lru_cache(maxsize=64)
def set_apart(source: str) -> frozenset[str]:
    """
    What a source has in brackets or in quotation marks, single ones too.

    >>> sorted(set_apart("Kata 'mudik' (pulang) itu"))
    ['mudik', 'pulang']
    """
    return frozenset(match[1].strip(AROUND) for match in SET_APART.finditer(source))


def with_directed_marks(text: str) -> str:
    """
    A text whose straight quotation marks tell which of them begin.

    Else what stands between two quotations would be taken for a third.

    >>> with_directed_marks('"Siap," kata "Ani".')
    '“Siap,” kata “Ani”.'
    """
    parts = text.split('"')
    if len(parts) % 2 == 0:
        return text
    opened = (f"“{part}”" if place % 2 else part for place, part in enumerate(parts))
    return "".join(opened)


def blank(pattern: re.Pattern[str], text: str) -> str:
    """
    A text with every match replaced by spaces, so that offsets stay.
    """
    return pattern.sub(lambda match: " " * len(match[0]), text)


NAME_WORD = rf"[A-ZÀ-ÖØ-Þ][{LATIN}'’.-]{{0,40}}+"
NAME_WITH_PARTICLE = re.compile(
    rf"{NAME_WORD}(?:(?: [a-zß-öø-ÿ]{{1,3}}){{1,2}} {NAME_WORD})+"
)
KEPT_TOGETHER = re.compile(
    r"\b(?:puting beliung|pranata mangsa|wayang (?:kulit|golek|orang|beber)"
    r"|rumah (?:gadang|betang|limas|joglo)|kuda lumping|orang rimba"
    r"|nasi (?:goreng|padang|uduk|kuning|liwet|tumpeng)|kain (?:ulos|tenun|songket)"
    r"|tari (?:saman|piring|topeng|zapin)|[A-Z]\. [a-z]{4,})\b"
)
"""
What is called so in every language, though its words have translations, and the names
of species: E. coli.
"""

NOT_A_MARK = '[^()（）\\[\\]"“”„«»「」『』《》\u0600-\u06ff\u3040-\u30ff\u3400-\u9fff]'
GLOSS = re.compile(r"[\"'”’]? ?[(（](?P<said>[^\W\d_A-ZÀ-ÖØ-Þ][^()（）]{1,60})[)）]")
BRACKETS = "([（"
EXPLAINS = re.compile(r"[,:;] |[=/–—，：；、،؛]")
AROUND = " \N{NO-BREAK SPACE}.,;:!?"
SET_APART = re.compile(
    r"(?<!\w)[(\[\"“„'‘«]([^()\[\]\"“”„'‘’«»]{1,40})[)\]\"”'’»](?!\w)"
)
INSIDE = f"{NOT_A_MARK}{{0,60}}"
QUOTED = f"{NOT_A_MARK}{{0,30}}"
BRACKETED = re.compile(
    rf"[(（\[]{INSIDE}[)）\]]|[\"“„]{QUOTED}[\"”]|「{INSIDE}」|『{INSIDE}』"
    rf"|«{QUOTED}»|《{INSIDE}》"
)
"""
What explains a word, or is a title: what somebody says is longer.
"""


NEAR = 24
NEAR_SIGNS = 6
"""
How far from a term in brackets its translation ends, in letters or in signs.
"""

LONG_TERM = 5
