"""
The legal words that the mutations of status put in each other's place.

The pattern of a source's word, and by language what stands for it and what is put
there instead.
"""

from collections.abc import Mapping, Sequence

from selaras.evaluation.mutations.polarity import Rows
from selaras.languages import Tag

Tables = Sequence[tuple[str, Mapping[Tag, Rows]]]

LEGAL: Tables = (
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
    (
        r"\b(?:terduga|terlapor)\b",
        {
            "en": (
                (r"\balleged (?=perpetrator|attacker|offender)", "convicted "),
                (r"\bsuspect(s?)\b", r"convict\1"),
                (r"\breported part(y|ies)\b", r"convicted part\1"),
            ),
            "fr": (
                (r"\bprésumé(e?s?)\b", r"condamné\1"),
                (r"\bsuspect(e?s?)\b", r"condamné\1"),
            ),
            "zh": (("犯?罪?嫌疑人|嫌犯|疑犯", "罪犯"), ("被举报人", "被告人")),
            "ja": (("容疑者", "受刑者"),),
            "ar": (
                (r"\bمشتبه(?:ًا|اً|ا)? به(?:م|ما)?\b", "محكوم عليه"),
                (r"\bالمشتبه به(?:م|ما)?\b", "المحكوم عليه"),
            ),
        },
    ),
    (
        r"\b(?:narapidana|napi|warga binaan)\b",
        {
            "en": ((r"\b(?:inmate|prisoner|convict)(s?)\b", r"suspect\1"),),
            "fr": ((r"\bdétenu(e?s?)\b", r"suspect\1"),),
            "zh": (("囚犯|服刑人员|犯人|在押人员|罪犯", "嫌疑人"),),
            "ja": (("受刑者|服役囚|囚人", "容疑者"),),
            "ar": (
                (r"\b(?:السجناء|النزلاء)\b", "المشتبه بهم"),
                (r"\b(?:سجناء|نزلاء)\b", "مشتبه بهم"),
                (r"\b(?:السجين|النزيل)\b", "المشتبه به"),
                (r"\b(?:سجين|نزيل)(?:اً|ًا)?\b", "مشتبهاً به"),
            ),
        },
    ),
    (
        r"\bburon(?:an)?\b",
        {
            "en": ((r"\bfugitive(s?)\b", r"convict\1"),),
            "fr": ((r"\bfugiti(?:f|ve)(s?)\b", r"condamné\1"),),
            "zh": (("逃犯|在逃人员", "罪犯"),),
            "ja": (("逃亡者|逃亡犯", "受刑者"),),
            "ar": ((r"\b(?:ال)?هارب(?:ين|ون)?\b", "محكوم عليه"),),
        },
    ),
)

RULINGS: Tables = (
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
    (
        r"\b(?:didakwa|mendakwa|dakwaan)\b",
        {
            "en": (
                (
                    r"\b(?:charged with|accused of|indicted (?:for|on))\b",
                    "convicted of",
                ),
                (r"\bindictment(s?)\b", r"verdict\1"),
            ),
            "fr": (
                (
                    r"\b(?:poursuivi|inculpé|accusé|jugé)(e?s?) (?:pour|de)\b",
                    r"condamné\1 pour",
                ),
                (r"\bacte d['’]accusation\b", "jugement de condamnation"),
                (r"\bl['’]accusation\b", "le verdict"),
            ),
            "zh": (("起诉书", "判决书"), ("被控|被指控|被起诉", "被判")),
            "ja": (("起訴状", "判決文"), ("起訴さ", "有罪判決を下さ")),
            "ar": (
                (r"\bلائحة (?:ال)?اتهام\b", "حكم المحكمة"),
                (r"(?<!\w)(?:ال)?متهم(?:اً|ًا)? (?=ب)", "مدان "),
            ),
        },
    ),
    (
        r"\b(?:divonis|vonis|dihukum|menghukum|memvonis)\b(?! (?:bebas|lepas))",
        {
            "en": (
                (r"\bsentenced\b", "charged"),
                (r"\bsentence\b(?! demand)", "charge"),
                (r"\bconvicted of\b", "charged with"),
            ),
            "fr": (
                (r"\bcondamné(e?s?) à\b", r"poursuivi\1, encourant"),
                (r"\bcondamnations?\b", "mise en accusation"),
            ),
            "zh": (("判处", "起诉"), ("获刑|被判", "被起诉")),
            "ja": (("言い渡した", "求刑した"), ("判決", "起訴")),
            "ar": (
                (r"(?<!\w)حُ?كم(?:ت)? (?:المحكمة )?على\b", "اتهم"),
                (r"(?<!\w)(?:ال)?حكم(?= ب| على)", "لائحة اتهام"),
            ),
        },
    ),
    (
        r"\b(?:divonis|vonis|putusan|diputus|dituntut|menuntut|dinyatakan) "
        r"(?:\w+ )?(?:bebas|lepas)\b|\btidak bersalah\b|\bbebas murni\b",
        {
            "en": (
                (r"\bacquit(?:s|ted)?\b", "convicted"),
                (r"\bacquittal\b", "conviction"),
                (r"\bnot guilty\b", "guilty"),
            ),
            "fr": (
                (r"\bacquitté(e?s?)\b", r"condamné\1"),
                (r"\bacquittement\b|\brelaxe\b", "condamnation"),
                (r"\brelaxé(e?s?)\b", r"condamné\1"),
            ),
            "zh": (("无罪", "有罪"),),
            "ja": (("無罪", "有罪"),),
            "ar": (
                (r"\b(ب?)(?:ال)?براءة\b", r"\1إدانة"),
                (r"(?<!\w)(?:تبرئة|برّأت|برأت)\b", "إدانة"),
            ),
        },
    ),
)
