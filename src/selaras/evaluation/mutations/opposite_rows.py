"""
Words and their opposites, for the mutation that puts one in the other's place.
"""

from collections.abc import Mapping, Sequence

from selaras.languages import Tag

OPPOSITES: Mapping[str, Mapping[Tag, Sequence[tuple[str, str]]]] = {
    r"\b(?:naik|kenaikan|meningkat|melonjak)\b": {
        "en": (
            (r"\brose\b", "fell"),
            (r"\bincrease(d?)\b", r"decrease\1"),
            (
                r"\bup\b(?= (?:from|by|more|about|nearly|almost|over|slightly"
                r"|sharply|Rp|US|a \w+|\d))",
                "down",
            ),
        ),
        "fr": ((r"\bhausse\b", "baisse"), (r"\baugmenté\b", "diminué")),
        "zh": (("上升|上涨|增长", "下降"), ("增加", "减少")),
        "ja": (("上昇", "下落"), ("増加", "減少"), ("引き上げ", "引き下げ")),
        "ar": (
            (r"\bارتفع", "انخفض"),
            (r"\b(ال)?ارتفاع\b", r"\1انخفاض"),
            (r"زيادة", "تراجع"),
        ),
    },
    r"\b(?:turun|penurunan|menurun|anjlok)\b": {
        "en": (
            (r"(?<!rain )(?<!ash )(?<!drizzle )(?<!snow )\bfell\b", "rose"),
            (r"\bdecline(d?)\b", r"increase\1"),
            (r"\bdropped\b", "jumped"),
        ),
        "fr": (
            (r"\bbaisse\b", "hausse"),
            (r"\bdiminué\b", "augmenté"),
            (r"\breculé\b", "progressé"),
        ),
        "zh": (("下降|下跌|下滑", "上升"), ("减少", "增加")),
        "ja": (("下落|低下", "上昇"), ("減少", "増加")),
        "ar": (
            (r"\bانخفض", "ارتفع"),
            (r"\b(ال)?انخفاض\b", r"\1ارتفاع"),
            (r"\bتراجع", "ارتفع"),
        ),
    },
    r"\b(?:menolak|ditolak|tolak)\b": {
        "en": (
            (r"\breject(s|ed|ing)\b", r"accept\1"),
            (r"\brefused to\b", "agreed to"),
        ),
        "fr": (
            (r"\brejeté(e?s?)\b", r"accepté\1"),
            (r"\brejette\b", "accepte"),
            (r"\brefusé\b", "accepté"),
        ),
        "zh": (("拒绝", "接受"), ("驳回", "批准")),
        "ja": (("拒否|却下|棄却", "受理"),),
        "ar": ((r"\bرفضت?\b(?![\u064b-\u0652])", "قبل"), (r"\bيرفض\b", "يقبل")),
    },
    r"\b(?:membantah|dibantah|bantah)\b": {
        "en": ((r"\bdenied\b", "confirmed"), (r"\bdenies\b", "confirms")),
        "fr": (
            (r"\bdémenti\b", "confirmé"),
            (r"\bdément\b", "confirme"),
            (r"\bnié\b", "reconnu"),
        ),
        "zh": (("否认|反驳|驳斥", "证实"),),
        "ja": (("否定し|否認し|反論し", "確認し"),),
        "ar": ((r"\bنف(?:ى|ت)\b", "أكد"),),
    },
    r"\b(?:menang|kemenangan|mengalahkan|kalahkan|memenangi)\b": {
        "en": (
            (r"\bwon\b", "lost"),
            (r"\bwins\b", "loses"),
            (r"\bvictory\b", "defeat"),
        ),
        "fr": (
            (r"\bvictoire(s?)\b", r"défaite\1"),
            (r"\b(?:gagné|remporté)\b", "perdu"),
        ),
        "zh": (("战胜|击败", "不敌"), ("获胜|胜利", "失败")),
        "ja": (("勝利", "敗北"), ("勝った", "負けた")),
        "ar": ((r"\b(و?)فازت?\b", r"\1خسر"), (r"\b(ال)?فوز\b", r"\1خسارة")),
    },
    r"\b(?:ditutup|menutup|penutupan)\b": {
        "en": ((r"\bclosed\b", "opened"), (r"\bclosure\b", "opening")),
        "fr": ((r"\bfermé(e?s?)\b", r"ouvert\1"), (r"\bfermeture\b", "ouverture")),
        "zh": (("关闭", "开放"),),
        "ja": (("閉鎖", "開放"),),
        "ar": ((r"\bأُ?غلق", "فتح"), (r"\bإغلاق\b", "فتح")),
    },
    r"\b(?:rugi|merugi|kerugian|defisit)\b": {
        "en": ((r"\bloss(es)?\b", "profit"), (r"\bdeficit\b", "surplus")),
        "fr": ((r"\bperte(s?)\b", r"bénéfice\1"), (r"\bdéficit\b", "excédent")),
        "zh": (("亏损|损失", "盈利"), ("赤字|逆差", "盈余")),
        "ja": (("損失", "利益"), ("赤字", "黒字")),
        "ar": ((r"\b(ال)?(?:خسارة|خسائر)\b", r"\1أرباح"), (r"\b(ال)?عجز\b", r"\1فائض")),
    },
    r"\bilegal\b": {
        "en": ((r"\billegal(ly)?\b", r"legal\1"),),
        "fr": ((r"\billéga(l|le|les|ux)\b", r"léga\1"),),
        "zh": (("非法", "合法"),),
        "ja": (("違法", "合法"),),
        "ar": ((r"\b(ال)?غير (?:ال)?(قانونية?|مشروعة?)\b", r"\1\2"),),
    },
    r"\b(?:dilarang|melarang|larangan)\b": {
        "en": (
            (r"\b(?:banned|prohibited|forbidden)\b", "allowed"),
            (r"\bbans\b", "allows"),
        ),
        "fr": ((r"\binterdit(e?s?)\b", r"autorisé\1"),),
        "zh": (("禁止", "允许"),),
        "ja": (("禁止", "許可"),),
        "ar": (
            (r"(?<![\w\u064b-\u0652])([وف]?)(?:ت|ي)ُ?حظر\b", r"\1يُسمح"),
            (r"(?<![\w\u064b-\u0652])حظر\b", "السماح"),
        ),
    },
    r"\b(?:ekspor|mengekspor)\b": {
        "en": ((r"\bexport(s|ed|ing)?\b", r"import\1"),),
        "fr": ((r"\bexport(ations?|é|er)\b", r"import\1"),),
        "zh": (("出口", "进口"),),
        "ja": (("輸出", "輸入"),),
        "ar": ((r"\b(ال)?صادرات\b", r"\1واردات"), (r"\b(ال)?تصدير\b", r"\1استيراد")),
    },
}
"""
By a word of the source, what stands for it in each language and its opposite.
"""
