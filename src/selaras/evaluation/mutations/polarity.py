"""
Sentences that say the contrary: negations deleted or inserted, words for opposites.

The rows are written for themselves and not drawn from the tables of the check, so that
what the check does not know can count against it.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from random import Random

from selaras.evaluation.mutations.making import Mutation, Sample, put
from selaras.evaluation.mutations.opposite_rows import OPPOSITES
from selaras.fidelity import Pair
from selaras.languages import Tag

Rows = Sequence[tuple[str, str]]


def negation_deleted(sample: Sample, chance: Random) -> Pair | None:
    """
    One negation of the target is not there, where the source negates something too.

    What only limits (ne … plus que, لا … سوى) denies nothing and stays as it is.
    """
    if not NEGATED_SOURCE.search(sample.pair.source):
        return None
    return rewritten(sample, chance, DELETIONS)


def negation_inserted(sample: Sample, chance: Random) -> Pair | None:
    """
    One verb of the target is negated.

    After "whether" it would say the same.
    """
    language = sample.pair.language
    whether = compiled(WHETHER[language]) if language in WHETHER else None
    return rewritten_by(sample, chance, INSERTIONS.get(language, ()), unless=whether)


def opposite_put(sample: Sample, chance: Random) -> Pair | None:
    """
    One word of the target is its opposite, where the source has the word too.
    """
    fitting = [
        (pattern, other)
        for word, rows in OPPOSITES.items()
        if re.search(word, sample.pair.source, re.IGNORECASE)
        for pattern, other in rows.get(sample.pair.language, ())
    ]
    return rewritten_by(sample, chance, fitting)


def rewritten(
    sample: Sample, chance: Random, tables: Mapping[Tag, Rows]
) -> Pair | None:
    """
    The pair with one row of its language's table applied in one place.
    """
    return rewritten_by(sample, chance, tables.get(sample.pair.language, ()))


def rewritten_by(
    sample: Sample,
    chance: Random,
    rows: Rows,
    unless: re.Pattern[str] | None = None,
) -> Pair | None:
    """
    The pair with one of some rows applied in one of the places where they fit.

    Places with a certain text before them are left alone.
    """
    target = sample.pair.target
    places = [
        (match, other)
        for pattern, other in rows
        for match in compiled(pattern).finditer(target)
        if unless is None or not unless.search(target[: match.start()])
    ]
    if not places:
        return None
    match, other = chance.choice(places)
    text = match.expand(other)
    if match[0][:1].isupper():
        text = text[:1].upper() + text[1:]
    return put(sample.pair, match.start(), match.end(), text)


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """
    A row's pattern, compiled once.
    """
    return re.compile(pattern, re.IGNORECASE)


NEGATED_SOURCE = re.compile(
    r"\b(?:tidak|tak|bukan|belum|jangan|tanpa)\b"
    r"(?! (?:lagi )?(?:hanya|sekadar|sekedar|cuma|saja|semata)\b)",
    re.IGNORECASE,
)

DELETIONS: Mapping[Tag, Rows] = {
    "en": (
        (
            r"\b(is|are|was|were|has|have|had|do|does|did|would|could|should|must|may"
            r"|might|will|can) not\b(?! only| just| merely)",
            r"\1",
        ),
        (
            r"\b(is|are|was|were|has|have|had|do|does|did|would|could|should)n['’]t\b",
            r"\1",
        ),
        (r"\b(?:cannot|can['’]t)\b", "can"),
        (r"\bwon['’]t\b", "will"),
        (r"\bnever ", ""),
        (r"\bno longer\b", "still"),
        (r"\bwithout\b", "with"),
        (r"\b(is|are|was|were|has|have|had) no\b(?! \w+er\b)", r"\1 a"),
        (r"\bnone of\b", "all of"),
    ),
    "fr": (
        (r"\bne ([\w-]+) (?:pas|plus|jamais)\b(?! (?:seulement\b|qu[e'’]))", r"\1"),
        (r"\bn['’]([\w-]+) (?:pas|plus|jamais)\b(?! (?:seulement\b|qu[e'’]))", r"\1"),
        (r"\bn['’]([\w-]+) (?:encore )?aucun(e?)\b", r"\1 un\2"),
        (r"\bne ([\w-]+) aucun(e?)\b", r"\1 un\2"),
        (r"\bne (?:pas|plus) ", ""),
        (r"\bsans (?!doute|cesse|aucun|rien|jamais|discontinuer)", "avec "),
    ),
    "zh": (
        (r"并?(?<!有)没有", "有"),
        (r"尚未|并未", "已"),
        (r"从未|从不", "曾"),
        (r"(?<!会)不会", "会"),
        (r"(?<!能)不能(?!不)", "能"),
        (r"(?<!是)不是", "是"),
        (r"并非|不再", "仍是"),
        (r"无法", "能够"),
        (r"不必|无需|无须", "需要"),
        (r"未能", "得以"),
        (r"未(?=[获经予发设列见被收出找提受透有])", "已"),
        (r"不(?=[愿想希应需允存影包属符知]|适[合用应宜])", ""),
    ),
    "ja": (
        (r"していない", "している"),
        (r"していなかった", "していた"),
        (r"(?<=[れてけげ])いない", "いる"),
        (r"しなかった", "した"),
        (r"されなかった", "された"),
        (r"できない", "できる"),
        (r"できなかった", "できた"),
        (r"ではない(?!か)", "である"),
        (r"ではなく", "であり"),
        (r"(?<=[がは])ない(?=[。」と])", "ある"),
        (r"(?<=[がは])なかった", "あった"),
        (r"しない(?!と|限)", "する"),
        (r"(?<=[られえけめべせ])ない(?=[。」とた])", "る"),
        (r"(?<=[られえけめべせ])(?<!なら)なかった", "た"),
        (r"(?<=[し])ません", "ます"),
        (r"(?<=[さ])れず(?=[、に])", "れて"),
    ),
    "ar": (
        (
            r"(?<![\w\u064b-\u0652])([وف]?)(?:لا|لم) (?=[يتن]\w)"
            r"(?!\w?زال|\w?قل |\w?قل\b|\w?تجاوز)(?![^.،؛:]*\b(?:سوى|إلا)\b)",
            r"\1",
        ),
        (
            r"(?<![\w\u064b-\u0652])([وف]?)لن (?=[يتن]\w)"
            r"(?![^.،؛:]*\b(?:سوى|إلا)\b)",
            r"\1س",
        ),
        (
            r"(?<![\w\u064b-\u0652])([وف]?)(?:ليس|ليست) "
            r"(?!فقط|فحسب|مجرد|[^.،؛:]*\b(?:سوى|إلا)\b)",
            r"\1",
        ),
        (r"(?<![\w\u064b-\u0652])من دون\b", "مع"),
        (
            r"(?<![\w\u064b-\u0652])(?<!ما )دون(?= \w)"
            r"(?! (?:سن|عمر|\d|ال?خامس|ال?عاشر))",
            "مع",
        ),
        (r"(?<![\w\u064b-\u0652])([وبل]?)عدم ", r"\1"),
        (r"(?<![\w\u064b-\u0652])غير (?!أن)", ""),
    ),
}
"""
By language, a negation and what stands there without it.
"""

INSERTIONS: Mapping[Tag, Rows] = {
    "en": (
        (
            r"\b(is|are|was|were|has|have|had|will|would|could|should|must|may)\b"
            r"(?! (?:not|no|never|only|just|simply|merely|yet|unable)\b|n['’]t|['’])",
            r"\1 not",
        ),
        (r"\bcan\b(?! not|['’])", "cannot"),
        (
            r"\b(he|she|they|officials|police|residents|government) said\b",
            r"\1 did not say",
        ),
    ),
    "fr": (
        (
            r"(?<!['’])(?<!y )(?<!ne )(?<!-)\b(ont|est|était|étaient|avait|avaient)\b"
            r"(?!-)(?! (?:pas|plus|jamais|rien|aucun))",
            r"n'\1 pas",
        ),
        (
            r"(?<!['’])(?<!ne )\b"
            r"(sont|sera|seront|peut|peuvent|doit|doivent|devra|va|vont)\b"
            r"(?!-)(?! (?:pas|plus|jamais|rien|aucun))",
            r"ne \1 pas",
        ),
        (r"(?<=[a-zé]) a (?=\w+(?:é|it|is|u)\b)(?!pas)", " n'a pas "),
    ),
    "zh": (
        (
            r"(?<![不社议机都才就协工国大教学年商晚峰理总分省委部])会(?=[让使在被对有继导影发出造成给把])",
            "不会",
        ),
        (r"(?<![不才])可以(?!不)", "不可以"),
        (r"(?<![不才可])能够", "不能够"),
        (r"已经", "尚未"),
        (r"(?<![早而不业])已(?=[被在将造有向从对获完开确列达提采准])", "尚未"),
        (
            r"(?<![主力地中大小参女老名猛未])将(?=[在于从对向被继提为举开与由进会获实])",
            "不会",
        ),
        (r"(?<=[们人方局部长者他她府])表示(?=[，：])", "没有表示"),
        (r"(?<![必就也都仍只可像还但不总算要若正乃])是(?=[一因由为在该本])", "不是"),
    ),
    "ja": (
        (r"(?<=[^しさ])された(?=[。」])", "されなかった"),
        (r"ている(?=[。」])", "ていない"),
        (r"ていた(?=[。」])", "ていなかった"),
        (r"(?<![さ])した(?=[。」])", "しなかった"),
        (r"(?<![かに])する(?=[。」])", "しない"),
        (r"である(?=[。」])", "ではない"),
        (r"だった(?=[。」])", "ではなかった"),
        (r"(?<=[べた語])た(?=[。])(?<=と述べた)", "なかった"),
        (r"れる(?=[。」])", "れない"),
        (r"れた(?=[。」])", "れなかった"),
        (r"できる(?=[。」])", "できない"),
        (r"なった(?=[。」])", "ならなかった"),
    ),
    "ar": (
        (
            r"(?<![\w\u064b-\u0652])([وف]?)س(?=[يت](?:كون|تم|بدأ|عمل|بقى|صدر|ستمر|واصل|قام|حصل"
            r"|شمل|بلغ|قدم|عقد|جري|طلب|ؤدي|ساعد|وفر|نقل|ظل|ضم|شارك|حدد|درس|صبح|خضع|واجه))",
            r"\1لن ",
        ),
        (r"(?<![\w\u064b-\u0652])(?<!ما )([وف]?)كان (?!ت)", r"\1لم يكن "),
        (r"(?<![\w\u064b-\u0652])(?<!ما )([وف]?)كانت ", r"\1لم تكن "),
        (r"(?<![\w\u064b-\u0652])([وف]?)تم ", r"\1لم يتم "),
        (r"(?<![\w\u064b-\u0652])وقال (?=\w)", "ولم يقل "),
        (r"(?<![\w\u064b-\u0652])وقالت (?=\w)", "ولم تقل "),
        (
            r"(?<!لا )(?<!لم )(?<!لن )(?<!\w)"
            r"([وف]?)(يمكن|يجب|يتوقع|يشمل|يبلغ|يعمل|يستطيع|تشمل"
            r"|تبلغ|تعمل|يعد|تعد|يوجد|توجد|يريد|تريد) ",
            r"\1لا \2 ",
        ),
    ),
}
"""
By language, a verb and what stands there when it is negated.
"""

WHETHER: Mapping[Tag, str] = {
    "en": r"\bwhether (?:or not )?[^.,;:]{0,60}$",
    "fr": r"\b(?:savoir|demand\w+|ignor\w+|question) si [^.,;:]{0,60}$",
    "zh": r"(?:是否|到底|究竟|有没有|会不会)[^，。；]{0,20}$",
    "ar": r"\bما إذا [^.،؛:]{0,60}$",
}
"""
By language, what leaves open whether something is so or not.
"""

MUTATIONS: tuple[Mutation, ...] = (
    Mutation(name="negation deleted", check="same-polarity", mutate=negation_deleted),
    Mutation(name="negation inserted", check="same-polarity", mutate=negation_inserted),
    Mutation(name="opposite put", check="same-polarity", mutate=opposite_put),
)
