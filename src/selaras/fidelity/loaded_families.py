"""
The table of loaded words: by family what is said, and what in Indonesian licenses it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from selaras.languages import Tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """
    What is said, by language, and the Indonesian stems that license it.
    """

    licence: str
    words: Mapping[Tag, str]


FAMILIES: Mapping[str, Family] = {
    "corruption": Family(
        licence=r"korup|tipikor|suap|gratifikasi|kpk|rasuah|pungli|pungutan liar|sogok"
        r"|kolusi|nepotisme|kkn|seleweng|peras|ott\b|icw|upeti|salah guna"
        r"|(?:beri|terima)\w* (?:uang|hadiah|janji|imbalan|fee|komisi)"
        r"|pemberi dan penerima",
        words={
            "en": r"corrupt|graft (?:case|scandal|probe|charge|trial|suspect)|brib",
            "fr": r"corrupt?i?on|corrompu|pots?-de-vin|soudoy",
            "zh": "腐败|贪污|贿赂|受贿|行贿",
            "ja": "汚職|贈賄|収賄|賄賂",
            "ar": r"فساد|رشو[ةى]|رشاوى|ارتشاء",
        },
    ),
    "rape": Family(
        licence=r"perkosa|cabul|leceh|raba\b|seks|rudapaksa|asusila|zina|intim",
        words={
            "en": r"rap(?:e|ed|es|ing|ists?)\b|sexual(?:ly)? (?:assault|abus|harass)",
            "fr": r"viols?\b|violeurs?\b|violée?s?(?= par)|agressions? sexuelle",
            "zh": "强奸|性侵|性骚扰|猥亵",
            "ja": "強姦|レイプ|性的暴行|強制わいせつ",
            "ar": r"اغتصاب|اغتصب|تحرش",
        },
    ),
    "terror": Family(
        licence=r"teror|ekstremis|radikal|bom\b|densus|militan|isis|jihad|pengebom",
        words={
            "en": r"terroris",
            "fr": r"terroris",
            "zh": "恐怖(?:分子|袭击|主义|组织|活动)",
            "ja": "テロ(?<![ァ-ヺー]テロ)(?!ワ|ップ|メア|リ(?!スト)|ン)",
            "ar": r"إرهاب",
        },
    ),
    "fired": Family(
        licence=r"[pm]ecat|copot|henti|phk|ganti|rumahkan|singkir|mutasi|lengser|bebas"
        r"|pangkas|urang|kurang|putus|geser|turun|cabut|nonaktif|tolak|gugur|keluar"
        r"|buang|mundur|pesangon|hilang(?:an)? (?:pe)?kerja",
        words={
            "en": r"(?<!shots )(?<!shot )(?<!rounds )(?<!rockets )(?<!missiles )"
            r"(?:was|were|been|being) (?:fired|sacked|dismissed)(?! (?:up|at|from"
            r"|by))|layoffs?\b|laid off",
            "fr": r"limog|licenci",
            "zh": "解雇|被撤职|被免职|裁员|革职",
            "ja": "解雇|罷免|更迭|解任",
            "ar": r"إقالة|أُ?قيل من منصب|تسريح",
        },
    ),
    "resigned": Family(
        licence=r"mundur|undur|lengser|henti|tanggal|lepas|keluar|turun|pamit|cabut"
        r"|letak|pensiun",
        words={
            "en": r"resign(?:ed|s|ing|ation)?\b|stepped down",
            "fr": r"démission",
            "zh": "辞职|辞去|请辞",
            "ja": "辞任|辞職",
            "ar": r"استقال",
        },
    ),
    "fined": Family(
        licence=r"denda|sanksi|tilang|hukum|tebus|pidana|pajak|pelanggar",
        words={
            "en": r"fined\b",
            "fr": r"amendes?\b",
            "zh": "罚款|罚金",
            "ja": "罰金|反則金|過料",
            "ar": r"غرامة|تغريم|غرّم",
        },
    ),
    "bankrupt": Family(
        licence=r"pailit|bangkrut|gulung tikar|pkpu|likuidasi|kolaps|utang|tutup|rugi"
        r"|kurator|pesangon|kredit"
        r"|habis",
        words={
            "en": r"bankrupt|insolven",
            "fr": r"faillite|banqueroute|insolvab",
            "zh": "破产|倒闭",
            "ja": "破産|倒産|破綻",
            "ar": r"إفلاس|أفلس|مفلس",
        },
    ),
    "strike": Family(
        licence=r"mogok|henti|unjuk rasa|demo|aksi|protes|lumpuh"
        r"|kembali bekerja",
        words={
            "en": r"(?:on|go|went|going) strike\b|walkouts?\b",
            "fr": r"grèves?\b|grévistes?",
            "zh": "罢工",
            "ja": "ストライキ",
            "ar": r"إضراب|أضرب",
        },
    ),
    "war": Family(
        licence=r"perang|\bwar\b|tempur|konflik|militer|gencatan|invasi|serang|gerilya"
        r"|senjata"
        r"|\bpd\b|musuh|merdeka|tentara|prajurit|revolusi|pasukan|lawan|tarik",
        words={
            "en": r"wars?\b|warfare",
            "fr": r"guerres?\b",
            "zh": "战争|内战|二战|(?<!第)一战(?!绩)",
            "ja": "戦争|内戦|大戦",
            "ar": r"حرب(?!ي)|حروب",
        },
    ),
    "kidnap": Family(
        licence=r"culik|sandera|rampas|bawa lari|bajak|tahan|tawan|snatch",
        words={
            "en": r"kidnap|abduct|hostage",
            "fr": r"kidnapp|enlèvements?\b|otages?\b|ravisseu",
            "zh": "绑架|人质|劫持",
            "ja": "誘拐|拉致|人質",
            "ar": r"اختطاف|اختطف|خطف|رهائن|رهينة",
        },
    ),
    "drugs": Family(
        licence=r"nark|sabu|ganja|ekstasi|kokain|obat|psikotropika|heroin|amfetamin|bnn"
        r"|madat|opium|kartel|haram",
        words={
            "en": r"narcotic|methamphetamine|cocaine|heroin\b",
            "fr": r"stupéfiant|méthamphétamine|cocaïne|trafic de drogue",
            "zh": "毒品|冰毒|海洛因|可卡因|贩毒|吸毒",
            "ja": "麻薬|覚醒剤|大麻|コカイン",
            "ar": r"مخدرات|ميثامفيتامين|كوكايين|هيروين",
        },
    ),
    "fraud": Family(
        licence=r"[tn]ipu|gelap|palsu|fiktif|bodong|curang|scam|manipul|kelabu|modus"
        r"|akal"
        r"|bohong|kecoh|korup|phishing|penyalahgunaan|judi|pinjol|jerat|ganda|sindikat"
        r"|gadungan|catut|mengaku|curi|rekayasa"
        r"|terstruktur\W+(?:sistematis\W+)?(?:dan )?masif",
        words={
            "en": r"fraud|swindl|scam",
            "fr": r"fraude|escroqu|arnaqu",
            "zh": "诈骗|欺诈|骗[子取局案]",
            "ja": "詐欺",
            "ar": r"احتيال|نصب و",
        },
    ),
    "explosion": Family(
        licence=r"ledak|bom\b|letus|erupsi|detona|granat|petasan|mercon|pengebom"
        r"|dentum|meletup|rudal|mortir|ranjau|bombardir|pecah|serang",
        words={
            "en": r"explosions?\b|exploded\b|bomb(?:s|ed|ing|ings)?\b",
            "fr": r"explosions?\b|explosé|bombes?\b|attentats?\b",
            "zh": "爆炸(?!性)|炸弹|炸毁",
            "ja": "爆発(?<!を爆発)|爆弾|爆破",
            "ar": r"انفجار|انفجر|قنبلة|قنابل|تفجير",
        },
    ),
    "theft": Family(
        licence=r"curi|rampok|maling|jambret|begal|rampas|bobol|copet|jarah|gasak"
        r"|garong"
        r"|gelap|ambil|hilang|raib|sita|bajak|comot|bawa kabur|menadah|curang|curanmor"
        r"|kuras|nyolong",
        words={
            "en": r"thefts?\b|robber|robbed|stolen\b|stole\b|thie(?:f|ves)\b|burglar",
            "fr": r"cambriol|voleu|braqu|dérob",
            "zh": "偷窃|盗窃|偷走|抢劫|小偷|被盗|失窃",
            "ja": "強盗|窃盗|盗ま|盗み|盗ん|泥棒",
            "ar": r"سرقة|سرقات|سُ?رقت?\b|سطو|لصوص",
        },
    ),
    "suicide": Family(
        licence=r"bunuh diri|gantung diri|akhiri hidup|bom|lompat|terjun|nyawa",
        words={
            "en": r"suicid",
            "fr": r"suicid",
            "zh": "自杀",
            "ja": "自殺",
            "ar": r"انتحار|انتحر",
        },
    ),
    "riot": Family(
        licence=r"rusuh|ricuh|bentrok|amuk|huru.hara|anarki|kacau|gaduh|onar|tawuran"
        r"|bakar|konflik",
        words={
            "en": r"riot(?!ous|\s+tinto)",
            "fr": r"émeut",
            "zh": "骚乱|暴乱|暴动",
            "ja": "暴動|騒乱",
            "ar": r"شغب",
        },
    ),
    "torture": Family(
        licence=r"siksa|aniaya|sakit|derita|pukul|keroyok|sengsara|kejam",
        words={
            "en": r"tortur",
            "fr": r"tortur",
            "zh": "酷刑|虐待|折磨",
            "ja": "拷問",
            "ar": r"تعذيب|عذّب",
        },
    ),
    "murder": Family(
        licence=r"bunuh|tewas|mati\b|bantai|habisi|nyawa|meninggal|jagal|tembak|mayat"
        r"|racun|aniaya|kematian|genosida|korban|jenazah",
        words={
            "en": r"murder|assassinat",
            "fr": r"meurtr(?!i)|assassin",
            "zh": "谋杀|凶杀|杀害|暗杀|刺杀",
            "ja": "殺人|殺害|暗殺",
            "ar": r"اغتيال|جريمة قتل|سفاح",
        },
    ),
    "guilty": Family(
        licence=r"salah|hukum|vonis|pidana|terbukti|bukti|dakwa|kesal|dosa|penjara"
        r"|koruptor|jerat|napi|putus|residivis|suap|pelaku",
        words={
            "en": r"guilty\b|convicted\b",
            "fr": r"coupables?\b",
            "zh": "有罪|定罪",
            "ja": "有罪",
            "ar": r"مذنب|أُ?دين ب|إدانته",
        },
    ),
    "arrested": Family(
        licence=r"tangkap|[tn]ahan|amankan|bekuk|ringkus|ciduk|cokok|jemput|gelandang"
        r"|\bott\b"
        r"|kurung|penjara|sita|gerebek|sandera|rutan|cegat|deportasi|serah|polisi|tawan"
        r"|buron|buru\b|bui\b|bidik|tangguh|borgol|jaring|narapidana|sel\b|jeblos"
        r"|lapas|interpelasi",
        words={
            "en": r"(?<!cardiac )arrest(?:s|ed|ing)?\b(?! in)|detained\b",
            "fr": r"interpellé|arrestations?\b",
            "zh": "逮捕|被捕(?!食)|拘留|抓获|拘捕",
            "ja": "逮捕|拘束(?!力)|勾留",
            "ar": r"اعتقال|اعتقل|توقيف|القبض على",
        },
    ),
    "victim": Family(
        licence=r"korban|tewas|luka|hilang|tipu|bencana|gempa|banjir|mati\b|mangsa"
        r"|sintas|dampak|kecelakaan|serang|kekeras|gigit|derita|rugi|sasar|jatuh|bunuh"
        r"|aniaya|jenazah|culik|meninggal|sakit|terkena|pasien|kasus|tenggelam|peras"
        r"|perkosa|leceh|cabul|perdagangan orang|jiwa|nyawa|kubur|tabrak",
        words={
            "en": r"victims\b|victim\b(?! (?:of|to)\b)",
            "fr": r"(?:(?<=\bles )|(?<=\bdes )|(?<=\baux )|(?<=\bces )|(?<=\bune )"
            r"|(?<=\d ))victimes?\b|victimes?\b(?! d(?:es?|u|['’])\b)",
            "zh": "受害者|遇难者|死难者|罹难者|受害人",
            "ja": "被害者|犠牲者",
            "ar": r"ضحية|ضحايا",
        },
    ),
    "elected": Family(
        licence=r"pilih|pilkada|pilpres|pemilu|pileg|menang|suara|legislat|dewan|dpr"
        r"|dapuk|tunjuk|angkat|demokra|mandat|calon|kandidat|lantik",
        words={
            "en": r"(?:was|were|been|re-?)[ -]?elected\b|electe?d? (?:as|president)",
            "fr": r"(?:a été|ont été|est|sont) (?:ré)?élue?s?\b|réélu|élu président",
            "zh": "当选",
            "ja": "当選",
            "ar": r"انتُ?خب\b|منتخبا",
        },
    ),
}
"""
By name, each family of loaded words.
"""
