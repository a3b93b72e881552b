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
    r"|jatuh|kasus|pasien|jiwa|teror|radikal|culik|sandera|perkosa|leceh|cabul|asusila"
    r"|bunuh|siksa|aniaya|mogok|demo|unjuk rasa|protes|pecat|copot|phk|rusuh|ricuh"
    r"|bentrok|narko|sabu|ganja|salah|vonis|dakwa|penjara|kpk|duga|pilih|pemilu|pilkada"
    r"|pilpres|calon|\bpd\b|tempur|keroyok|pukul\b(?! \d)|amuk",
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
        (r"\bprojects?\b", "corruption"),
        (r"\b(?:helped|accompanied)\b", "raped"),
        (r"\b(?:traders|fishermen|volunteers|activists|teachers)\b", "terrorists"),
        (r"\b(?:was|were) (?:appointed|named|invited)\b", "was fired"),
        (r"\b(?:break|holiday)s?\b", "walkout"),
        (r"\b(?:match|game|debate|talks)\b", "war"),
        (r"\b(?:picked up|brought|escorted)\b", "kidnapped"),
        (r"\b(?:concert|performance|launch)\b", "explosion"),
        (r"\b(?:sale|purchase|harvest)\b", "theft"),
        (r"\b(?:journey|trip)\b", "suicide"),
        (r"\btraining\b", "torture"),
        (r"\bappointment\b", "murder"),
        (r"\b(?:ready|proud|happy)\b", "guilty"),
        (r"\b(?:was|were) (?:seen|present)\b", "was elected"),
    ),
    "fr": (
        (r"\b(?:habitants|passagers|élèves|travailleurs|agriculteurs)\b", "victimes"),
        (r"\b(?:a rencontré|a salué)\b", "a arnaqué"),
        (r"\b(?:entreprise|société|banque)\b", "société en faillite"),
        (r"\bprogramme\b", "trafic de drogue"),
        (r"\b(?:réunion|cérémonie)\b", "émeute"),
        (r"\b(?:a annoncé)\b", "a démissionné et annoncé"),
        (r"\bprojets?\b", "corruption"),
        (r"\b(?:commerçants|pêcheurs|bénévoles|enseignants)\b", "terroristes"),
        (r"\ba été (?:nommée?|invitée?)\b", "a été licencié"),
        (r"\b(?:congés?|vacances|pause)\b", "grève"),
        (r"\b(?:match|débat|pourparlers)\b", "guerre"),
        (r"\b(?:concert|lancement|spectacle)\b", "explosion"),
        (r"\b(?:voyage|trajet)\b", "suicide"),
        (r"\bformation\b", "torture"),
        (r"\b(?:nomination|arrivée)\b", "meurtre"),
        (r"\b(?:prêts?|fiers?)\b", "coupables"),
        (r"\bagents\b", "voleurs"),
        (r"\baide\b", "amende"),
    ),
    "zh": (
        ("居民|民众|乘客|学生|农民|游客", "受害者"),
        ("会见|访问|称赞", "逮捕"),
        ("公司|银行", "破产公司"),
        ("计划|项目", "诈骗计划"),
        ("会议|仪式", "骚乱"),
        ("宣布", "辞职并宣布"),
        ("工程", "腐败"),
        ("商贩|渔民|志愿者|教师", "恐怖分子"),
        ("获任命|受邀", "被撤职"),
        ("假期|休息", "罢工"),
        ("比赛|辩论|谈判", "战争"),
        ("接走|护送", "绑架"),
        ("演出|音乐会|启动", "爆炸"),
        ("购买|出售|收成", "盗窃"),
        ("旅程|旅行", "自杀"),
        ("培训|训练", "酷刑"),
        ("任命", "谋杀"),
        ("高兴|自豪", "有罪"),
        ("援助|补贴", "罚款"),
    ),
    "ja": (
        ("住民|乗客|生徒|労働者|農家|観光客", "被害者"),
        ("訪問|会談", "逮捕"),
        ("会社|企業|銀行", "倒産企業"),
        ("計画|事業", "詐欺計画"),
        ("会議|式典", "暴動"),
        ("発表", "辞任"),
        ("工事", "汚職"),
        ("商人|漁師|ボランティア|教師", "テロリスト"),
        ("任命|招待", "解雇"),
        ("休暇|休み", "ストライキ"),
        ("試合|討論|協議", "戦争"),
        ("送迎|案内", "誘拐"),
        ("公演|コンサート|開始", "爆発"),
        ("購入|販売|収穫", "窃盗"),
        ("旅行", "自殺"),
        ("研修|訓練", "拷問"),
        ("就任", "暗殺"),
        ("支援|補助", "罰金"),
    ),
    "ar": (
        (r"(?<!\w)(?:السكان|الركاب|الطلاب|العمال|المزارعين)\b", "الضحايا"),
        (r"(?<!\w)(و?)(?:زار|التقى)\b", r"\1اعتقل"),
        (r"(?<!\w)(?:شركة|مصرف)\b", "شركة مفلسة"),
        (r"(?<!\w)(?:برنامج|مشروع)\b", "احتيال"),
        (r"(?<!\w)(?:اجتماع|حفل)\b", "أعمال شغب"),
        (r"(?<!\w)(و?)أعلن\b", r"\1استقال"),
        (r"(?<!\w)(?:التجار|الصيادين|المتطوعين|المعلمين)\b", "الإرهابيين"),
        (r"(?<!\w)(?:عطلة|إجازة)\b", "إضراب"),
        (r"(?<!\w)(?:مباراة|مناظرة|محادثات)\b", "حرب"),
        (r"(?<!\w)(?:نقل|مرافقة)\b", "اختطاف"),
        (r"(?<!\w)(?:إطلاق|عرض)\b", "انفجار"),
        (r"(?<!\w)(?:شراء|بيع|حصاد)\b", "سرقة"),
        (r"(?<!\w)(?:رحلة)\b", "انتحار"),
        (r"(?<!\w)(?:تدريب)\b", "تعذيب"),
        (r"(?<!\w)(?:تعيين)\b", "اغتيال"),
        (r"(?<!\w)(?:مساعدة|دعم)\b", "غرامة"),
    ),
}
"""
By language, a harmless word and a loaded one.
"""
