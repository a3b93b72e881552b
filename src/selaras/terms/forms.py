"""
Whether a form of a lexicon entry stands in a translation.

Places, countries and companies must be there as they are. Institutions, offices, laws
and the like are named in many ways ("the ministry", "the Election Commission"), and
pass when half of what one of their forms says is there.
"""

import re
from collections.abc import Mapping
from enum import IntEnum
from functools import lru_cache

from selaras.languages import Tag
from selaras.terms.lexicon import Entry
from selaras.terms.namesakes import without_namesakes
from selaras.terms.translation import Translation, plain_form
from selaras.text.words import words


class Fit(IntEnum):
    """
    How much of a lexicon entry a text has.
    """

    NONE = 0
    LOOSE = 1
    WHOLE = 2


def fit_of(entry: Entry, translation: Translation, *, full: bool) -> Fit:
    """
    How much of a lexicon entry a text has: a form, some words of one, or nothing.

    What the source names in full asks for half of the words of a form, an acronym for
    one: "the court".
    """
    acronyms, forms = split_forms(
        admitted_forms(entry, translation.language), translation.language
    )
    if any(form in translation.acronyms for form in acronyms):
        return Fit.WHOLE
    translation = without_namesakes((entry,), translation)
    if any(stands_in(form, translation) for form in forms):
        return Fit.LOOSE if entry.kind == "mention" else Fit.WHOLE
    if entry.kind == "mention":
        return mentioned(forms, translation)
    has = has_words if translation.is_spaced else has_signs
    return has(forms, entry, translation, full=full)


def stands_in(form: str, translation: Translation) -> bool:
    """
    Whether a form stands in a text as it is.

    A single Chinese character must be a word there, and no part of another: 米 for
    America is not the one of 新米, nor 市 for a city the one of 市場.
    """
    if form not in translation.plain:
        return False
    if len(form) > 1 or translation.is_spaced:
        return True
    if form in COUNTRIES:
        pattern = ABBREVIATED[translation.language]
        return form in "".join(pattern.findall(translation.plain))
    alone = rf"(?<![都城大]){form}(?![\u4e00-\u9fff])|[同当各]{form}"
    return re.search(alone, translation.plain) is not None


def is_acronym(form: str) -> bool:
    """
    Whether a form is capitals, which are no word: *UN* is not *un*.
    """
    return form.isupper() and form.isascii() and form.isalpha()


def mentioned(forms: tuple[str, ...], translation: Translation) -> Fit:
    """
    Whether a text has all words of what may be said instead of a name.
    """
    there = translation.is_spaced and any(
        all(has_stem(stem(word), translation) for word in form.split())
        for form in forms
    )
    return Fit.LOOSE if there else Fit.NONE


def admitted_forms(entry: Entry, language: Tag) -> tuple[str, ...]:
    """
    What may stand for an entry in a language: acronyms may stay in Latin letters.
    """
    short = entry.short.get("en", ()) + entry.short.get("id", ())
    return entry.forms.get(language, ()) + short


@lru_cache(maxsize=8192)
def split_forms(
    forms: tuple[str, ...], language: Tag
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """
    Acronyms, which are compared as they are, and other forms as they are compared.
    """
    acronyms = tuple(form for form in forms if is_acronym(form))
    words = tuple(form for form in forms if form not in acronyms)
    return acronyms, plain_forms(words, language)


@lru_cache(maxsize=8192)
def plain_forms(forms: tuple[str, ...], language: Tag) -> tuple[str, ...]:
    """
    Forms as they are compared.
    """
    return tuple(plain_form(form, language) for form in forms)


def has_words(
    forms: tuple[str, ...], entry: Entry, translation: Translation, *, full: bool
) -> Fit:
    """
    How much of a form a text with spaces has, be it with its words in another order.
    """
    # A person's name has no endings: by its stem, "Macrot" would pass for "Macron".
    is_bent = entry.kind != "person" or translation.language == "ar"
    if is_bent and any(
        wanted and all(has_stem(word, translation) for word in wanted)
        for wanted in map(telling_words, forms)
    ):
        return Fit.WHOLE
    named = plain_forms(entry.forms.get(translation.language, ()), translation.language)
    if not entry.is_freely_named or (full and entry.is_kept(translation.language)):
        return Fit.NONE
    loosely = any(
        half_of(form, translation) or (not full and body_of(form, translation))
        for form in named
    )
    return Fit.LOOSE if loosely else Fit.NONE


def half_of(form: str, translation: Translation) -> bool:
    """
    Whether half of the words that tell a form from others are in a text.
    """
    telling = [word for word in telling_words(form) if word not in SHARED]
    found = [has_stem(word, translation) for word in telling]
    return 2 * sum(found) >= len(found) > 0


SHARED = ("unite", "unies", "unis")
"""
Words that another name in the text may have: *United Nations* and *United States*.
"""


def body_of(form: str, translation: Translation) -> bool:
    """
    Whether a text names the kind of body that a form names: "the court".
    """
    return any(
        f" {word}" in translation.plain for word in form.split() if word in BODIES
    )


@lru_cache(maxsize=8192)
def telling_words(form: str) -> tuple[str, ...]:
    """
    The words of a form that tell it from others, as stems.
    """
    all_words = [word for word in form.split() if len(word) > 2]
    telling = [word for word in all_words if word not in KINDS]
    if all(word in BODIES for word in telling):
        telling = all_words
    return tuple(stem(word) for word in telling)


def stem(word: str) -> str:
    """
    What a word has in common with its inflected forms.

    >>> stem("oriental"), stem("jabar"), stem("wilayah")
    ('orient', 'jabar', 'wilay')
    """
    return word[: max(5, len(word) - 2)]


def has_stem(stem: str, translation: Translation) -> bool:
    """
    Whether a word of a text begins with a stem, behind Arabic's small words if need be.
    """
    text = translation.plain
    if f" {stem}" in text or f" {SYNONYMS.get(stem, stem)}" in text:
        return True
    return translation.language == "ar" and any(
        f" {small}{stem}" in text for small in "وبلفك"
    )


SYNONYMS = {
    "orient": "est ",
    "occident": "ouest ",
    "septentrion": "nord ",
    "meridion": "sud ",
    "east": "timur ",
    "west": "barat ",
    "south": "selatan ",
    "north": "utara ",
}
"""
*Aceh oriental* is *Aceh Est* too.
"""


def has_signs(
    forms: tuple[str, ...], entry: Entry, translation: Translation, *, full: bool
) -> Fit:
    """
    How much of a form a text without spaces has.
    """
    text = translation.plain
    if any(stands_in(core(form), translation) for form in forms):
        return Fit.WHOLE
    if entry.kind == "country":
        return Fit.WHOLE if abbreviated(forms, translation) else Fit.NONE
    if entry.is_freely_named:
        loosely = (not full and SAME_ONE.search(text) is not None) or any(
            share_of(form, text) >= least_of(form, full=full) for form in forms
        )
        return Fit.LOOSE if loosely else Fit.NONE
    shuffled = translation.language == "zh" and any(
        len(form) >= LONG and all(sign in text for sign in core(form)) for form in forms
    )
    return Fit.WHOLE if shuffled else Fit.NONE


def least_of(form: str, *, full: bool) -> float:
    """
    How much of a form must be there: one pair of characters may stand there by chance.
    """
    if not full:
        return A_FIFTH
    return A_THIRD if len(form) > SHORT else ANY


def share_of(form: str, text: str) -> float:
    """
    How many of a form's pairs of characters a text has.
    """
    pairs = pairs_of(form)
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0


LONG = 4
SHORT = 6
A_THIRD = 0.3
A_FIFTH = 0.2
ANY = 0.01

SAME_ONE = re.compile("该[局部会院委行署厅司所党机组公]|同[庁省局会院委行署社党所機裁]")
"""
"The agency", said again.
"""


@lru_cache(maxsize=8192)
def pairs_of(form: str) -> tuple[str, ...]:
    """
    The neighbouring characters of a form, and its first with any other: 东盟.

    Those of two characters of which one is kana say nothing, nor does "Indonesia".

    >>> pairs_of("欧洲联盟")
    ('欧洲', '洲联', '联盟', '欧联', '欧盟')
    """
    beside = [form[place : place + 2] for place in range(len(form) - 1)]
    pairs = dict.fromkeys(beside + [form[0] + sign for sign in form[2:]])
    return tuple(
        pair for pair in pairs if HAN_PAIR.fullmatch(pair) and pair not in EMPTY
    )


HAN_PAIR = re.compile("[\u4e00-\u9fff]{2}")

EMPTY = words(
    "印尼 印度 度尼 尼西 西亚 国家 共和 和国 全国 中央 総局 总局",
    "委员 员会 委員 員会 地方 地区 地域 政府 机场 空港 国际 国際 港口 公路 大学",
)


@lru_cache(maxsize=8192)
def core(form: str) -> str:
    """
    A Chinese or Japanese form without the kind of thing at its end.

    >>> core("北苏门答腊省"), core("スメル山"), core("海南")
    ('北苏门答腊', 'スメル', '海南')
    """
    for end in KINDS_OF_THINGS:
        if form.endswith(end) and len(form) - len(end) > 1:
            return form[: -len(end)]
    return form


def abbreviated(forms: tuple[str, ...], translation: Translation) -> bool:
    """
    Whether a country stands there as one character: 俄乌, 美军, 米ドル.
    """
    pattern = ABBREVIATED[translation.language]
    found = "".join(pattern.findall(translation.plain)).replace("华", "中")
    return forms[0][0] in found


ABBREVIATED: Mapping[Tag, re.Pattern[str]] = {
    "zh": re.compile(
        "[美中俄日韩朝英法德印澳加以巴伊叙乌土泰越马新菲荷意西蒙]{2,}"
        "|[美中俄日韩朝英法德印澳加以巴伊叙乌泰越马新菲荷意](?=[军方企媒籍联股债国])"
        "|(?<=[驻访对赴旅在留反援抗])[美中俄日韩朝英法德印澳加以巴伊叙乌华]"
    ),
    "ja": re.compile(
        "[米中露日韓朝英仏独印豪伊加比泰越蒙土]{2,}"
        "|[米中露日韓朝英仏独印豪伊](?=[軍側国人系兵大])"
        "|(?<=[対訪在駐渡反])[米中露日韓朝英仏独印豪伊]"
        "|(?<![\u4e00-\u9fff])[米韓仏](?=[\u4e00-\u9fffァ-ヶ])"
        "(?![価作穀飯粒麦袋農屋店菓粉油不])"
    ),
}

COUNTRIES = frozenset(
    sign
    for pattern in ABBREVIATED.values()
    for sign in re.findall("[\u4e00-\u9fff]", pattern.pattern.split("]")[0])
)
"""
The characters that stand for a country.
"""

BODIES = words(
    "ministry agency office court council commission committee parliament house",
    "police prosecutor prosecutors board bank association union government",
    "administration army military authority regulator league federation company",
    "party organization service ministere agence bureau cour tribunal conseil",
    "comite parlement chambre parquet banque gouvernement armee autorite regulateur",
    "ligue societe parti assemblee organisation organisme syndicat وزاره وكاله مكتب",
    "محكمه مجلس لجنه برلمان شرطه نيابه هييه بنك مصرف جمعيه اتحاد حكومه اداره جيش",
    "سلطه رابطه شركه حزب منظمه مديريه بلديه جهاز",
)
"""
Bodies, as a text calls them when they come back: "the ministry".
"""

KINDS = words(
    "international airport mount mountain river lake island islands sea strait bay",
    "gulf regency city province port station stadium bridge mosque church temple",
    "palace aeroport mont fleuve riviere ile iles lac mer detroit golfe baie ville",
    "kabupaten departement regence gare stade pont mosquee palais the and des les",
    "republic republique for aux ministry ministere agency agence مطار دولي جبل نهر",
    "جزيره جزر بحيره بحر مضيق خليج مدينه محافظه مقاطعه اقليم ميناء جمهوريه وزاره",
    "وكاله",
)

KINDS_OF_THINGS = (
    "国際空港",
    "国际机场",
    "国民軍",
    "特別州",
    "空港",
    "机场",
    "火山",
    "特区",
    "群岛",
    "群島",
    "諸島",
    "寺院",
    "半岛",
    "半島",
    "海峡",
    "公司",
    "共和国",
    "省",
    "県",
    "县",
    "市",
    "州",
    "島",
    "岛",
    "山",
    "河",
    "川",
    "湖",
    "海",
    "国",
    "族",
    "港",
    "人",
    "江",
)
