"""
Harmless words, and the loaded ones that a mutation puts in their place.
"""

import re
from collections.abc import Mapping

from selaras.evaluation.mutations.polarity import Rows
from selaras.languages import Tag

GRAVE = re.compile(
    r"korban|tewas|luka|meninggal|mati\b|sakit|hilang|tangkap|tahan|polisi|jaksa|hakim"
    r"|sidang|pidana|hukum|denda|sanksi|korup|suap|curi|rampok|tipu|palsu|gelap|fiktif"
    r"|bangkrut|pailit|utang|rugi|tutup|henti|mundur|perang|militer|tentara|serang|bom"
    r"|ledak|rudal|senjata|konflik|banjir|gempa|bencana|kecelakaan|kebakaran|dampak"
    r"|jatuh|kasus|pasien|jiwa",
    re.IGNORECASE,
)
"""
Sources that may well speak of such things are left alone.
"""

LOADED: Mapping[Tag, Rows] = {
    "en": (
        (r"\b(?:residents|passengers|students|workers|farmers|visitors)\b", "victims"),
        (r"\b(?:asked|urged|invited)\b", "fined"),
        (r"\b(?:met|visited|praised)\b", "arrested"),
        (r"\b(?:company|firm|bank)\b", "bankrupt company"),
        (r"\bprogram(?:me)?\b", "scam"),
        (r"\bfestival\b|\bmeeting\b|\bceremony\b", "riot"),
    ),
    "fr": (
        (r"\b(?:habitants|passagers|élèves|travailleurs|agriculteurs)\b", "victimes"),
        (r"\b(?:a rencontré|a salué)\b", "a arnaqué"),
        (r"\b(?:entreprise|société|banque)\b", "société en faillite"),
        (r"\bprogramme\b", "trafic de drogue"),
        (r"\b(?:réunion|cérémonie)\b", "émeute"),
        (r"\b(?:a annoncé)\b", "a démissionné et annoncé"),
    ),
    "zh": (
        ("居民|民众|乘客|学生|农民|游客", "受害者"),
        ("会见|访问|称赞", "逮捕"),
        ("公司|银行", "破产公司"),
        ("计划|项目", "诈骗计划"),
        ("会议|仪式", "骚乱"),
        ("宣布", "辞职并宣布"),
    ),
    "ja": (
        ("住民|乗客|生徒|労働者|農家|観光客", "被害者"),
        ("訪問|会談", "逮捕"),
        ("会社|企業|銀行", "倒産企業"),
        ("計画|事業", "詐欺計画"),
        ("会議|式典", "暴動"),
        ("発表", "辞任"),
    ),
    "ar": (
        (r"(?<!\w)(?:السكان|الركاب|الطلاب|العمال|المزارعين)\b", "الضحايا"),
        (r"(?<!\w)(و?)(?:زار|التقى)\b", r"\1اعتقل"),
        (r"(?<!\w)(?:شركة|مصرف)\b", "شركة مفلسة"),
        (r"(?<!\w)(?:برنامج|مشروع)\b", "احتيال"),
        (r"(?<!\w)(?:اجتماع|حفل)\b", "أعمال شغب"),
        (r"(?<!\w)(و?)أعلن\b", r"\1استقال"),
    ),
}
"""
By language, a harmless word and a loaded one.
"""
