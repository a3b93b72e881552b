"""
Foreign names: how they are told from Indonesian ones, and how they are read.

Indonesian writes what it says, so that a transcription of *Retnowati* is known letter
by letter. *Gerrard* is read as English does, or as it pleases: it is heard in a looser
way, and that it is not heard proves less.
"""

import re
from functools import lru_cache

from selaras.languages import Tag
from selaras.text.words import words


@lru_cache(maxsize=16384)
def is_foreign(name: str) -> bool:
    """
    Whether a name, in small letters, is not spelt as Indonesian names are.

    >>> is_foreign("gerrard"), is_foreign("jones"), is_foreign("retnowati")
    (True, True, False)
    >>> is_foreign("syafruddin"), is_foreign("hartono widjojo")
    (False, False)
    """
    return FOREIGN.search(name) is not None


FOREIGN = re.compile(
    r"[qx]|ck|gh|ph|wh|sch|tch|ee|oo|ea(?!n)|ou|[oe]w(?![aeiou])|aw\b|ey\b"
    r"|(?<!s)sh|rr|zz|(?<!n)gg|ff|cc|th(?!a)|[cjvw]\b|c(?=[^aeiouhy])|[^aeiou]es\b"
    r"|[bcdfghjklmnpqrstvwxz]{2}(?<!ng)\b|\b(?:sc|sp|wr|kn|gl|cl|cr)|[^\x00-\x7f]"
)


@lru_cache(maxsize=16384)
def as_english(word: str, language: Tag) -> str:
    """
    A word in the letters by which Indonesian would write how English says it.

    Arabic keeps every *r*; Chinese and Japanese have none at the end of a syllable.

    >>> as_english("jones", "zh"), as_english("lithgow", "ar")
    ('jons', 'litgo')
    >>> as_english("ryder", "ja"), as_english("james", "ja")
    ('raida', 'jemz')
    """
    for spelling, sound in READ:
        word = spelling.sub(sound, word)
    for spelling, sound in READ_IN.get(language, ()):
        word = spelling.sub(sound, word)
    return word


def rules(table: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """
    The lines of a table: what is spelt, and the sound for it.
    """
    lines = (line.split() for line in table.strip().splitlines())
    return tuple(
        (re.compile(spelling), "" if sound == "-" else sound)
        for spelling, sound in lines
    )


READ = rules(
    r"""
    ight ait
    gh(?=t|$) -
    ph f
    ^kn n
    ^wr r
    wh w
    sch sy
    t?ch c
    sh sy
    ck k
    th t
    qu kw
    x ks
    tion syon
    c(?=[eiy]) s
    c(?=[^eiyh]|$) k
    dge j
    t(?=ure) tj
    a(?=nge) e
    g(?=[iey]) j
    a(?=[^aeiou]es?$) e
    [iy](?=[^aeiou]e[rs]?s?$) ai
    ^(\w)y(?=[^aeiou]) \1ai
    ee|ea i
    oo u
    ou au
    ow$ o
    ew$ u
    (?<=[^aeiou])es$ s
    (?<=[^aeiou])e$ -
    """.replace("\\", "\\")
)

NO_R = r"(?<=[aeou])r(?=[^aeiou]|$) -"

READ_IN = {
    "zh": rules(NO_R),
    "ja": rules("er$ a\n" + NO_R + "\n" + r"(?<=[mnlbdgv])s$ z"),
}


@lru_cache(maxsize=8192)
def is_unheard(name: str) -> bool:
    """
    Whether a name is Japanese, Korean or Vietnamese: Chinese characters do not tell it.

    >>> is_unheard("Haruto Minegishi"), is_unheard("Yoo Tae-gyun")
    (True, True)
    >>> is_unheard("Nguyen Duc Thinh"), is_unheard("Rina Maharani")
    (True, False)
    """
    return UNHEARD.search(name) is not None or (
        JAPANESE.fullmatch(name.lower()) is not None
        and MARKED.search(name.lower()) is not None
        and INDONESIAN_TOO.isdisjoint(name.lower().split())
    )


UNHEARD = re.compile(
    r"^(?:\w+ )?[A-Z][a-z]{1,4}-[a-z]{1,5}$|\b(?:Kim|Nguyen|Tran|Pham|Quoc|Duc|Thinh)\b"
)

JAPANESE = re.compile(r"(?:(?:[kgsztdnhbpmr]y?|sh|ch|ts|j|f|y|w(?=a))?[aiueo]n?|[ -])+")

INDONESIAN_TOO = words(
    "shinta shanti shanty shania shafira shafa shakila shaquila shofia shofi shiva",
    "aisha ayesha natasha sasha tasha masha misha chika chacha ocha acha richa sacha",
)
"""
Indonesian names that are spelled with *sh* and *ch*, for *sy* and *c*: they are heard.
"""

MARKED = re.compile(r"sh[aiuo]|ts|ch[aiuo](?!n)|(?:zu|hashi|moto|yama|hiro)")
