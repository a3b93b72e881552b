"""
Where a word of death, guilt or charge is no status: in fixed phrases, and in glosses.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from selaras.fidelity.finding import Pair
from selaras.fidelity.latin_words import small_words_of
from selaras.fidelity.scripts import LATIN
from selaras.languages import Tag
from selaras.text.cues import Cue
from selaras.text.spans import Span


def softened(cues: Sequence[Cue], text: str, language: Tag) -> Sequence[Cue]:
    """
    The cues of a text; those in a fixed phrase say nothing for certain.

    They may answer a word of the source, as "temps mort" does "waktu mati", but they
    are no deaths of their own.
    """
    phrases = phrases_of(text, language)
    if not phrases:
        return cues
    return tuple(
        replace(cue, firm=False) if is_within(cue.span, phrases) else cue
        for cue in cues
    )


def is_within(span: Span, others: Sequence[Span]) -> bool:
    """
    Whether a span shares a place with one of some others.
    """
    return any(other.start < span.end and span.start < other.end for other in others)


@lru_cache(maxsize=64)
def phrases_of(text: str, language: Tag) -> tuple[Span, ...]:
    """
    Where the fixed phrases of a text are.

    >>> phrases_of("Il doit s'acquitter d'une amende.", "fr")
    (Span(start=8, end=19),)
    """
    pattern = PHRASES.get(language)
    if pattern is None:
        return ()
    return tuple(Span(*match.span()) for match in pattern.finditer(text))


def explains_a_term(span: Span, pair: Pair) -> bool:
    """
    Whether words stand in brackets with, or beside, a word that the source has too.

    What "puputan (a fight to the death)" says of deaths says the word of the source.
    """
    terms = small_words_of(pair.source)
    return any(
        place.start <= span.start and span.end <= place.end
        for place, words in glosses(pair.target)
        if not terms.isdisjoint(words)
    )


@lru_cache(maxsize=64)
def glosses(text: str) -> tuple[tuple[Span, tuple[str, ...]], ...]:
    """
    What may explain a term, and the words in Latin letters that may be this term.
    """
    return tuple(all_glosses(text))


def all_glosses(text: str) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """
    Words in brackets with those in them and the one before, and words before a term.
    """
    for match in IN_BRACKETS.finditer(text):
        inside = SMALL.findall(match["said"])
        before = [match["word"]] if match["word"] else []
        yield Span(*match.span("said")), (*before, *inside)
        if len(inside) == 1 and match["said"] == inside[0]:
            start = max(0, match.start() - BEFORE_A_TERM)
            yield Span(start, match.start("said")), (inside[0],)


IN_BRACKETS = re.compile(
    rf"(?:(?<![{LATIN}])(?P<word>[a-zß-öø-ÿ]{{3,}})[\"'”’»]?)?"
    r"[ \N{NO-BREAK SPACE}]?[(（](?P<said>[^()（）]{1,80})[)）]"
)
SMALL = re.compile(rf"(?<![{LATIN}])[a-zß-öø-ÿ]{{3,}}(?![{LATIN}])")
BEFORE_A_TERM = 40
"""
How far before a term in brackets what it means may begin.
"""

PAID = (
    r"amendes?|factures?|droits?|taxes?|impôts?|loyers?|cotisations?|dettes?|sommes?"
    r"|montants?|frais|redevances?|rançons?|pénalités?|abonnements?|dîmes?|zakat"
)

FRENCH = (
    rf"s['’](?:en )?acquitt\w+|\b(?:s['’](?:en )?(?:est|était|étaient|être|étant)"
    rf"|se (?:sont|sera|seront)|nous nous|vous vous) acquitt\w+"
    rf"|\bacquitt\w+ (?:l['’]|d['’]|(?:d[eu]s?|les?|la|une?|ses?|son|sa|leurs?) )"
    rf"(?:l['’]|(?:les?|la|une?|ses?|son|sa|leurs?) )?(?:{PAID})\b"
    r"|\b(?:combats?|luttes?|duels?|guerres?|ennemis?|haine|corps à corps) à mort\b"
    r"|\b(?:combat\w*|lutt\w+|batt\w+) jusqu['’]à la mort\b"
    r"|\b(?:angles?|temps|poids|bois|bras|points?) morts?\b|\bmer morte\b"
    r"|\b(?:feuilles?|langues?|saisons?|eaux?|étoiles?|batteries?|branches?|souches?"
    r"|plantes?|herbes?|racines?) mortes?\b"
    r"|\b(?:arbres?|arbustes?|troncs?|cora(?:il|ux)|récifs?|plants?) morts?\b"
    r"|\bmortes?[- ](?:saisons?|vivante?s?)|\bmorts?-vivante?s?\b"
    r"|\bvallée de la mort\b|\bivres? morts?\b|\bgroupes? de la mort\b"
    r"|\bde vie (?:et|ou) de mort\b|\bà la vie,? à la mort\b|\bla mort dans l['’]âme\b"
    r"|\bmorte?s? de (?:rire|peur|faim|fatigue|honte|trouille|froid)\b"
    r"|\btu\w+ (?:le temps|l['’]ennui|dans l['’](?:œ|oe)uf)\b"
    r"|\bplaisirs? coupables?\b|\bamende honorable\b"
)

ENGLISH = (
    r"\b(?:fight\w*|fought|battl\w+|struggl\w+|duel\w*|war|combat|bored|scared"
    r"|frightened|worried|love[ds]?) to the death\b"
    r"|\b(?:bored|scared|frightened|worried|tickled) to death\b"
    r"|\bdead (?:heat|weight|wood|batter(?:y|ies)|lea(?:f|ves)|languages?|tired"
    r"|reckoning|cent(?:er|re)|calm|set|ringers?|branch(?:es)?|sea|trees?"
    r"|corals?|reefs?|plants?|grass|stumps?|vegetation)\b"
    r"|\bdying (?:trees?|corals?|reefs?|languages?|arts?|crafts?|traditions?|breed"
    r"|industr(?:y|ies)|embers)\b"
    r"|\bdeath (?:valley|knell|metal|star|march(?:es)?)\b"
    r"|\b(?:matters? of )?life[- ](?:and|or)[- ]death\b|\bgroups? of death\b"
    r"|\bkiss of death\b|\bbrain[- ]dead\b|\bdrop[- ]dead\b|\bplay(?:s|ed|ing)? dead\b"
    r"|\bguilty pleasures?\b|\bkill(?:s|ed|ing)? (?:time|the (?:bill|engine|lights?"
    r"|deal|mood|amendment|motion))\b"
)

PHRASES: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(ENGLISH, re.IGNORECASE),
    "fr": re.compile(FRENCH, re.IGNORECASE),
    "zh": re.compile(
        "公诉(?:人|机关|方|部门|科|处|厅|席)|死亡(?:之组|小组|谷|金属|游戏|之吻)"
        "|(?<=无罪)的?判决"
    ),
    "ja": re.compile(
        "自己犠牲|犠牲(?:フライ|バント|打)|犠牲を(?:払|強い)|を犠牲に(?:し|する|せ)"
        "|死者の日|死亡遊戯|被告席|公訴時効"
        "|(?:期間|契約|約束|規定|規則|条件|条約|義務|合意|時間)に拘束"
    ),
    "ar": re.compile(
        r"(?<!\w)[وفبلك]?[لو]ا [أا]ود[يى](?!\w)|قتل(?:ا|اً|ًا)? (?:ال|لل)(?:وقت|ملل)"
        r"|حتى الموت|البحر الميت|وادي الموت|مجموعة الموت|حياة أو موت"
    ),
}
"""
Idioms and names whose words say nothing of anybody's death, guilt or charge.

Whoever *s'acquitte* pays, 公诉人 is a prosecutor, and لا أودي is the name La Ode.
"""
