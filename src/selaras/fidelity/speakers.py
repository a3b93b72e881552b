"""
Who is said to have said a sentence, where the source names nobody as its speaker.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from selaras.fidelity.finding import Pair
from selaras.languages import SOURCE, Tag
from selaras.text.spans import Span


def added_attribution(pair: Pair) -> Span | None:
    """
    The last "said" or "according to" of a target that has more of them than its source.

    In the source everything counts that may be put so; in the target only what always
    means that somebody says something.
    """
    pattern = SAID.get(pair.language)
    if pattern is None or pair.source_language != SOURCE:
        return None
    found = list(pattern.finditer(pair.target))
    if not found or len(found) <= sayings(pair.source):
        return None
    return Span(*found[-1].span())


@lru_cache(maxsize=256)
def sayings(text: str) -> int:
    """
    How many words of an Indonesian text may say that somebody says something.

    >>> sayings('"Kami siap," ujar Budi, yang menilai cuaca mendukung.')
    2
    """
    return sum(1 for _ in SAYING.finditer(text.lower()))


TOLD = """
kata ujar ucap tutur ungkap jelas tegas terang papar imbuh sambung tambah keluh seru
sindir sebut lanjut pungkas kilah cetus kenang protes saran balas jawab kisah cerita
tulis canda gurau seloroh pinta harap aku akui tukas ajak sergah sesal pesan urai tanya
"""
"""
What stands after a quotation, with or without ``-nya``.
"""

STEMS = """
kata ata yata sebut ebut tambah ambah jelas utur tutur ungkap lapor tegas egas nilai
ilai kira perkira aku terang erang papar umum ingat imbau klaim duga ubah janji anjur
saran cerita kisah ulis tulis minta desak yakin konfirmasi onfirmasi benar bantah
tekan sampai utarak harap arap ecam kritik pasti kemuka emuka tuding uding keluh eluh
prediksi tampik epis sesal esal catat uji kutip gambar rinci perinci sindir indir
percaya jawab balas lansir contoh sambut andang pandang taksir tunjuk ajak usul rasa
"""
"""
What verbs of saying and holding are made of, after their prefix.
"""

OTHERS = """
demikian menurut\\w* mengaku konon kabarnya berdasarkan berjanji berharap berpendapat
berkata bertanya berdalih beralasan berseru bersaksi bercerita berargumen berkomentar
bilang khawatir optimistis yakin percaya merasa klaim laporan pernyataan keterangan
survei data catatan sesuai hasil setuju sepakat terduga terlapor
"""

SAYING = re.compile(
    rf"(?<!\w)(?:(?:{'|'.join(TOLD.split())})(?:nya)?(?!-?\w)"
    rf"|(?:mem?per|me(?:ny|ng|m|n)?|di(?:per)?)(?:{'|'.join(STEMS.split())})\w*"
    rf"|(?:{'|'.join(OTHERS.split())})(?!\w))"
    r"|(?<=\w): |\A[\"“]?bagi (?!pemerintah|warga|negara)"
)
"""
"Bagi" tells at the beginning whose opinion follows, elsewhere for whom something is.
"""

NO_SPEAKER_EN = (
    r"(?:plan|schedule|timetable|rule|regulation|procedure|protocol|standard|need|law"
    r"|age|size|type|category|weight|calendar|agenda|design|custom|tradition)s?\b"
)
NO_SPEAKER_FR = (
    r"(?:plan|prévision|calendrier|programme|règle|règlement|procédure|protocole|norme"
    r"|besoin|loi|âge|taille|type|catégorie|poids|coutume|tradition|moyen)s?\b"
)
NO_SPEAKER_AR = (
    "خط[ةط]|جدول|قانون|قواعد|لوائح|إجراء|معايير|حاجة|احتياج|عمر|حجم|نوع|برنامج|تقاليد"
)
"""
What something goes by, and nobody says: "according to plan".
"""

SAID: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:said|says|told|according to"
        rf"(?! (?:the |its |their |an? )?(?:\w+ )?(?:{NO_SPEAKER_EN})))\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:a (?:dit|déclaré|indiqué|affirmé|expliqué|ajouté)"
        r"|ont (?:dit|déclaré|indiqué)|déclare|dit|(?:selon|d['’]après(?!-midi))"
        rf"(?! (?:les? |la |un |une |l['’]|leurs? |ses? )?(?:{NO_SPEAKER_FR})))\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"(?<![来再小据样])说(?=[。，：:]|$)|(?<![名职])称(?=[，：:。]|$)"
        r"|表示(?!欢迎|感谢|同意|支持|反对|不满|遗憾|乐观|哀悼)|据[^，。]{1,12}(?:报道|称)"
    ),
    "ja": re.compile(
        r"と(?:、)?(?:[^、。「」]{1,30}(?:氏|さん|通信)?[はが])?"
        r"(?:述べ|語っ|話し|報じ|説明し|明らかにし)|によると"
    ),
    "ar": re.compile(
        r"(?<!\w)[وف]?(?:كما )?"
        r"(?:قالت?|صرحت?|أفادت?|ذكرت?|أضافت?"
        rf"|(?:بحسب |وفق(?:ا|ًا|اً) ل)(?!(?:ل?ل|ال)?(?:{NO_SPEAKER_AR})))"
    ),
}
"""
By language, what always says that somebody says something.
"""
