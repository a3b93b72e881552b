"""
Whether a form of the lexicon stands in Chinese or Japanese, which have no spaces.

What tells is which characters are neighbours: an institution is named when enough pairs
of one of its forms are there, and a country when its one character is.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from selaras.languages import Tag
from selaras.terms.lexicon import lexicon
from selaras.terms.translation import Translation, plain_form
from selaras.text.words import words


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


def has_core(forms: tuple[str, ...], translation: Translation) -> bool:
    """
    Whether a form stands in a text, be it without the kind of thing at its end.

    A river is not the country that it is called by: 印度 is no 印度河.
    """
    countries = country_forms(translation.language)
    return any(
        stands_in(part, translation)
        for form in forms
        for part in [core(form)]
        if part == form or form[-1] not in OF_NATURE or part not in countries
    )


OF_NATURE = "河川江海湖山峡"


@lru_cache(maxsize=8)
def country_forms(language: Tag) -> frozenset[str]:
    """
    All forms of countries in a language, as they are compared.
    """
    return frozenset(
        plain_form(form, language)
        for entry in lexicon().entries
        if entry.kind == "country"
        for form in entry.forms.get(language, ())
    )


def is_shuffled(forms: tuple[str, ...], translation: Translation) -> bool:
    """
    Whether all signs of a long form are in a Chinese text, in whatever order.
    """
    text = translation.plain
    return translation.language == "zh" and any(
        len(form) >= LONG and all(sign in text for sign in core(form)) for form in forms
    )


def has_some(
    forms: tuple[str, ...], name: str, translation: Translation, *, full: bool
) -> bool:
    """
    Whether a text has enough of what a form of words is made of.
    """
    text = translation.plain
    if not full and SAME_ONE.search(text):
        return True
    others = pairs_of_others(name, translation.language)
    return any(
        share_of(form, text, others) >= least_of(form, full=full) for form in forms
    )


def least_of(form: str, *, full: bool) -> float:
    """
    How much of a form must be there: one pair of characters may stand there by chance.
    """
    if not full:
        return A_FIFTH
    return A_THIRD if len(form) > SHORT else ANY


def share_of(form: str, text: str, others: frozenset[str] = frozenset()) -> float:
    """
    How many of a form's pairs of characters a text has, those of others left out.
    """
    pairs = [pair for pair in pairs_of(form) if pair not in others]
    return sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0


@lru_cache(maxsize=4096)
def pairs_of_others(name: str, language: Tag) -> frozenset[str]:
    """
    The pairs of characters of other names that are a part of a name.

    Of *Majelis Umum PBB*, 联合国 says no more than that the United Nations are there.
    """
    return frozenset(
        pair
        for run in runs_within(name)
        for entry in lexicon().of(run)
        if entry.kind in WITHIN or run.isupper()
        for form in entry.forms.get(language, ())
        for pair in pairs_of(form)
    )


def runs_within(name: str) -> Iterator[str]:
    """
    The shorter runs of words within a name.

    >>> list(runs_within("Polda Jawa Barat"))
    ['Polda', 'Polda Jawa', 'Jawa', 'Jawa Barat', 'Barat']
    """
    parts = name.split()
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            if end - start < len(parts):
                yield " ".join(parts[start:end])


WITHIN = words("country region province place")


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
    "公司 会社",
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

    What is a part of another country's name is none: 加 in 新加坡.
    """
    language = translation.language
    rest = any_country(language).sub(" ", translation.plain)
    found = "".join(ABBREVIATED[language].findall(rest)).replace("华", "中")
    return forms[0][0] in found


@lru_cache(maxsize=8)
def any_country(language: Tag) -> re.Pattern[str]:
    """
    What finds a country's name in a language, the longest first.
    """
    forms = {form for form in country_forms(language) if len(form) > len("印度")}
    return re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))


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
