"""
People given another legal status, the hurt made dead, and doubt made certainty.

The words are written for themselves and not drawn from the tables of the check.
"""

import re
from collections.abc import Mapping, Sequence
from random import Random

from selaras.evaluation.mutations.making import Mutation, Sample
from selaras.evaluation.mutations.polarity import Rows, rewritten_by
from selaras.fidelity import Pair
from selaras.languages import Tag


def status_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    A legal status is another one, where the source has the word for it.
    """
    return rewritten_by(sample, chance, rows_for(sample, LEGAL))


def ruling_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    What the prosecution asks for is a verdict, or the other way round.
    """
    return rewritten_by(sample, chance, rows_for(sample, RULINGS))


def casualty_swapped(sample: Sample, chance: Random) -> Pair | None:
    """
    The hurt are dead, or the dead hurt.
    """
    return rewritten_by(sample, chance, rows_for(sample, CASUALTIES))


def hedge_deleted(sample: Sample, chance: Random) -> Pair | None:
    """
    What is alleged is asserted.
    """
    return rewritten_by(sample, chance, rows_for(sample, HEDGES))


def rows_for(
    sample: Sample, tables: Sequence[tuple[str, Mapping[Tag, Rows]]]
) -> list[tuple[str, str]]:
    """
    The rows for the target, of every table whose word the source has.
    """
    return [
        row
        for word, by_language in tables
        if re.search(word, sample.pair.source, re.IGNORECASE)
        for row in by_language.get(sample.pair.language, ())
    ]


LEGAL: Sequence[tuple[str, Mapping[Tag, Rows]]] = (
    (
        r"\btersangka\b",
        {
            "en": (
                (r"\bsuspect(s?)\b", r"defendant\1"),
                (r"\bsuspect(s?)\b", r"convict\1"),
            ),
            "fr": (
                (r"\bsuspecte?(s?)\b", r"prévenu\1"),
                (
                    r"\b(un|le|du|au|deux|les|des|trois) suspecte?(s?)\b",
                    r"\1 condamné\2",
                ),
                (r"\bmise?(s?) en cause\b", r"prévenu\1"),
            ),
            "zh": (("犯?罪?嫌疑人", "被告人"), ("犯?罪?嫌疑人", "罪犯")),
            "ja": (("容疑者", "被告"), ("容疑者", "受刑者")),
            "ar": (
                (r"\b(و?)ال?مشتبه (?:به|فيه)\b", r"\1المتهم"),
                (r"\bمشتبه(?:ًا|اً|ا)? به(?:ما|م|ا)?\b", "متهمين"),
                (r"\bالمشتبه بهم\b", "المدانين"),
                (r"\bمشتبه(?:ًا|اً|ا)? بها?\b", "محكوماً عليه"),
            ),
        },
    ),
    (
        r"\bterdakwa\b",
        {
            "en": (
                (r"\bdefendant(s?)\b", r"suspect\1"),
                (r"\bdefendant(s?)\b", r"convict\1"),
            ),
            "fr": (
                (r"\bprévenu(?:e)?(s?)\b", r"suspect\1"),
                (r"\bl['’]accusée?\b", "le suspect"),
                (
                    r"\b(le|la|les|un|une|des|du|au|aux) prévenue?(s?)\b",
                    r"\1 condamné\2",
                ),
            ),
            "zh": (("被告人?", "嫌疑人"), ("被告人?", "罪犯")),
            "ja": (("被告人?", "容疑者"), ("被告人?", "受刑者")),
            "ar": (
                (r"\bالمتهم\b", "المشتبه به"),
                (r"\bالمتهم\b", "المحكوم عليه"),
                (r"\bالمتهم(?:ين|ون)\b", "المدانين"),
            ),
        },
    ),
    (
        r"\bterpidana\b",
        {
            "en": (
                (r"\bconvict(s?)\b", r"defendant\1"),
                (r"\bconvict(s?)\b", r"suspect\1"),
            ),
            "fr": (
                (
                    r"\b(le|la|les|un|une|des|du|au|aux|aucun) condamnée?(s?)\b",
                    r"\1 prévenu\2",
                ),
                (
                    r"\b(le|la|les|un|une|des|du|au|aux|aucun) condamnée?(s?)\b",
                    r"\1 suspect\2",
                ),
            ),
            "zh": (
                ("罪犯|已决犯|囚犯|犯人", "被告人"),
                ("罪犯|已决犯|囚犯|犯人", "嫌疑人"),
            ),
            "ja": (("受刑者|有罪確定者", "被告"), ("受刑者|有罪確定者", "容疑者")),
            "ar": (
                (r"\bالمحكوم عليه\b", "المتهم"),
                (r"\bمحكوم(?:اً|ًا|ا)? عليه(?:م|ما)?\b", "مشتبهاً به"),
                (r"\bالمدان(?:ين|ون)?\b", "المتهم"),
            ),
        },
    ),
    (
        r"\bsaksi\b(?! bisu)",
        {
            "en": (
                (r"\bwitness(?=es\b)", "suspect"),
                (r"\bwitness\b(?!es)", "suspect"),
            ),
            "fr": ((r"\btémoin(s?)\b", r"suspect\1"),),
            "zh": (("证人|目击者", "嫌疑人"),),
            "ja": (("証人|目撃者|参考人", "容疑者"),),
            "ar": (
                (r"\bالشاهد\b", "المشتبه به"),
                (r"\bشاهد(?:اً|ًا|ا)?\b", "مشتبهاً به"),
                (r"\bالشهود\b", "المشتبه بهم"),
                (r"\bشهود(?:اً|ًا|ا)?\b", "مشتبهاً بهم"),
            ),
        },
    ),
)

RULINGS: Sequence[tuple[str, Mapping[Tag, Rows]]] = (
    (
        r"\btuntutan (?:jaksa|jpu|hukuman|pidana)\b|\bjaksa\b.*\bmenuntut\b"
        r"|\bdituntut\b.*\bpenjara",
        {
            "en": (
                (r"\bsentencing demands?\b", "verdict"),
                (r"\bprosecutors? (?:had )?(?:sought|demanded)\b", "judges imposed"),
            ),
            "fr": (
                (r"\bréquisitions?\b", "verdict"),
                (r"\brequis(?:e|es)?\b", "prononcée"),
            ),
            "zh": (("求刑", "判决"), ("量刑(?:请求|建议)", "判决")),
            "ja": (("求刑", "判決"),),
            "ar": ((r"\bطلب (?:ال)?(?:ادعاء|نيابة|الادعاء|النيابة)\b", "حكم المحكمة"),),
        },
    ),
    (
        r"\b(?:di|mem)?vonis\b",
        {
            "en": (
                (r"\bverdict\b", "indictment"),
                (r"\bsentenced to\b", "charged and facing"),
            ),
            "fr": ((r"\bverdict\b", "réquisitoire"),),
            "zh": (("判决", "起诉"), ("判处", "求刑")),
            "ja": (("判決", "求刑"),),
            "ar": ((r"\bالحكم\b", "الاتهام"),),
        },
    ),
)

CASUALTIES: Sequence[tuple[str, Mapping[Tag, Rows]]] = (
    (
        r"\b(?:luka-luka|terluka|melukai|luka (?:berat|ringan|parah))\b",
        {
            "en": (
                (r"\b(?:injured|wounded)\b", "killed"),
                (r"\binjuring\b", "killing"),
            ),
            "fr": ((r"\bblessée?(s?)\b", r"mort\1"), (r"\bblessant\b", "tuant")),
            "zh": (("受伤|重伤|轻伤", "死亡"),),
            "ja": (("負傷|けがを|重傷|軽傷", "死亡"),),
            "ar": (
                (r"(?<!\w)([وف]?)أُ?صيب\b(?!.{0,60}(?:جروح|إصاب))", r"\1قُتل"),
                (r"\bجرحى\b", "قتلى"),
                (r"\bجريح(?:اً|ًا)?\b", "قتيلاً"),
            ),
        },
    ),
    (
        r"\b(?:tewas|menewaskan|meninggal)\b",
        {
            "en": ((r"\bkilled\b", "injured"), (r"\bdied\b", "was injured")),
            "fr": ((r"\btuée?(s?)\b", r"blessé\1"), (r"\bmorts?\b", "blessés")),
            "zh": (("死亡|丧生|遇难|身亡", "受伤"),),
            "ja": (("死亡", "負傷"),),
            "ar": (
                (r"\bقُ?تل\b", "أصيب"),
                (r"\bمقتل\b", "جرح"),
                (r"\bتُ?وفي\b", "أصيب"),
                (r"\bقتلى\b", "جرحى"),
            ),
        },
    ),
)

HEDGES: Sequence[tuple[str, Mapping[Tag, Rows]]] = (
    (
        r"\b(?:diduga|dugaan|terduga)\b",
        {
            "en": (
                (
                    r"\b(?:allegedly|alleged|suspected|presumed|reportedly)"
                    r" (?!of\b|to\b)",
                    "",
                ),
                (
                    r"\b(?:is|are|was|were) "
                    r"(?:suspected|believed|alleged|thought) (?:of|to)\b",
                    "has been proven in",
                ),
            ),
            "fr": (
                (r" présumée?s?\b", ""),
                (r"\bsoupçonnée?(s?) de\b", r"coupable\1 de"),
                (r"\b(?:serait|aurait)\b", "est"),
                (r"\b(?:seraient|auraient)\b", "sont"),
            ),
            "zh": (("涉嫌", ""), ("疑似|据信|怀疑", "")),
            "ja": (
                ("したとみられる", "した"),
                ("とみられる", "の"),
                ("(?:の|した|する)疑い", ""),
                ("疑惑", "事件"),
            ),
            "ar": (
                (r" (?:ال)?مزعوم(?:ة|ين|ون|اً)?\b", ""),
                (r"\bي?ُ?شتبه (?:في|ب)(?: ?أن\w*|\w*) ", ""),
                (r"\bيُ?(?:عتقد|رجح) أن ", "ثبت أن "),
            ),
        },
    ),
)

MUTATIONS: tuple[Mutation, ...] = (
    Mutation(name="status swapped", check="same-status", mutate=status_swapped),
    Mutation(name="ruling swapped", check="same-status", mutate=ruling_swapped),
    Mutation(name="casualty swapped", check="same-status", mutate=casualty_swapped),
    Mutation(name="hedge deleted", check="same-status", mutate=hedge_deleted),
)
