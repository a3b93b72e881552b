"""
Words for what is still to come, where the source tells of what has happened.

Indonesian verbs have no tense: "dibuka Selasa" was opened or will be. Where a source
says "telah" or "kemarin" and nothing of what is to come, it was; where it has no mark
at all, nothing in it foresees anything either.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from selaras.fidelity.finding import Finding, Pair, Severity
from selaras.languages import SOURCE, Tag
from selaras.text.cues import TABLES
from selaras.text.spans import Span


def told_early(pair: Pair, check: str) -> Iterator[Finding]:
    """
    A finding of a check where what is done is told as still to come.
    """
    for span in foretold(pair):
        found = span.of(pair.target)
        yield Finding(
            check=check,
            severity=Severity.REVIEW,
            message=f"The translation says “{found}”, of what is still to come; the "
            "source does not.",
            indonesian=f"Terjemahan menyebut “{found}”, seolah belum terjadi; teks "
            "sumber tidak.",
            found=found,
            target_span=(span.start, span.end),
        )


def foretold(pair: Pair) -> Iterator[Span]:
    """
    The first word of a target for what is to come, if its source has nothing of it.

    Capitals are left as they are: Will is a name.
    """
    if pair.source_language != SOURCE or pair.language not in TO_COME:
        return
    if is_open(pair.source):
        return
    text, places = without_marks(pair.target, TABLES[pair.language].folding)
    found = to_come(pair.language).search(text)
    if found:
        yield Span(places[found.start()], places[found.end()])


def without_marks(text: str, folding: Mapping[int, str]) -> tuple[str, Sequence[int]]:
    """
    A text folded, and where each of its characters stood, with the end.
    """
    folded = text.translate(folding)
    if len(folded) == len(text):
        return folded, range(len(text) + 1)
    kept = [place for place, sign in enumerate(text) if folding.get(ord(sign), sign)]
    return folded, [*kept, len(text)]


@lru_cache(maxsize=512)
def is_open(source: str) -> bool:
    """
    Whether a source speaks of anything that is not done; it is asked once for all.
    """
    foreseen, may_be, done = patterns()
    if foreseen.search(source):
        return True
    return not done.search(source) and may_be.search(source) is not None


@cache
def patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """
    What foresees something, what may, and what tells of what is done.
    """
    foreseen, may_be, done = (
        re.compile(words, re.IGNORECASE) for words in (FORESEEN, OPEN, DONE)
    )
    return foreseen, may_be, done


@cache
def to_come(language: Tag) -> re.Pattern[str]:
    """
    The words of a language for what is to come.
    """
    return re.compile(TO_COME[language].translate(TABLES[language].folding))


FORESEEN = (
    r"(?<!\w)(?:akan|bakal|hendak|mau|nanti\w*|kelak|mendatang|depan|besok|lusa|esok"
    r"|segera|hampir|nyaris|komitmen|agar|supaya|jika|kalau|bila|apabila|andai\w*"
    r"|seandainya|pasti|semoga|moga-moga|keburu|batal|asal|wajib|harus\w*|perlu"
    r"|mesti|mungkin|kemungkinan|risiko|yakin\w*"
    r"|optimis\w*|sasaran|menjelang|jelang|tenggat|menanti\w*|menyusul|setiap|selalu"
    r"|tiap|sering|biasa\w*|selama|kecuali|tidak|tak|belum|jangan|bukan"
    r"|20[3-9]\d)(?!\w)|rencana|target|jadwal|calon|prediksi|perkira|proyeksi|estimasi"
    "|harap|siap|janji|niat|usul|potensi|peluang|ancam|minta|imbau|khawatir|takut"
    "|tuju(?!h)|putus|sepakat|tunggu|rancang|wacana|opsi|tekad|ramal|tentu|"
    "(?<!d)ingin"
)
"""
What somebody foresees, wants or fears, and what is so at all times.
"""

OPEN = (
    r"\?|(?<!\w)(?:untuk|guna|demi|hingga|sampai|dapat|bisa|boleh|mampu|rawan"
    r"|senin|selasa|rabu|kamis|jumat|sabtu|minggu|ahad|pukul|tahun ini|terus|mulai"
    r"|berikut\w*|tetap\w*|ikut|tolak|ketika|saat|sebelum|begitu"
    r"|maka|tanpa|\d{4})(?!\w)|dorong|larang|tetapkan|lanjut|upaya|menolak|ditolak"
    "|mengikut"
)
"""
Beside these a verb without a mark may be of what is to come.
"""

DONE = (
    r"(?<!\w)(?:telah|sudah|kemarin|tadi|lalu|usai|seusai|pernah|sempat"
    r"|berhasil)(?!\w)"
)
"""
What has happened for certain.
"""

TO_COME: Mapping[Tag, str] = {
    "en": (
        r"\b(?:will|won't|shall|(?:is|are) (?:going|set|due|scheduled|slated|about) to"
        r"|plans? to|intends? to|(?:is|are) to be)\b"
    ),
    "fr": (
        r"\b(?!opéra|caméra|para\b|mira\b|paria)[a-zéèêà]\w+(?:era|eront|(?<!e)ira"
        r"|iront|dra|dront|vra|vront|(?<!a)ura|uront)\b|\b(?:sera|seront|aura(?! été)"
        r"|auront(?! été)|fera|feront|ira|iront)\b|\b(?:va|vont) (?:bientôt "
        r"|être )?\w+(?:er|ir|re)\b|\bprévoi(?:t|ent) d|\ba l'intention|\bcompt(?:e"
        r"|ent) \w+er\b"
    ),
    "zh": (
        "(?<![主大武])将(?=[在于会被对由向以继与为举建进开到出推接得成实]|要)|即将"
        "|计划(?=[在于将对从向])|打算|拟(?=[在于将对从向])"
        r"|计划[\u4e00-\u9fff]{2}(?=[两一二三四五六七八九十\d])"
    ),
    "ja": (
        "予定(?=[だでと。、])|計画(?=[だで。])|方針(?=[だで。])|見通し(?=[だで。])"
        "|だろう(?!か)|つもりだ|見込みだ"
    ),
    "ar": (
        r"(?<!\w)[وف]?س[يتن](?:كون|تم|بدا|عقد|قام|جري|فتتح|فتح|غلق|بني|شيد|طلق|دشن|قدم"
        "|واجه|شارك|زور|سافر|غادر|صل|عود|وقع|ناقش|بحث|حضر|ستمر|ستضيف|نظم|خضع|حاكم|مثل"
        "|صدر|علن|نشر|درس|راجع|حدد|عين|ستقيل|نتخب|صوت|رفع|خفض|زيد|زود|نخفض|رتفع|دفع"
        "|حصل|وفر|قلل|منع|حظر|سمح|لتقي|جتمع|نتهي|كتمل|نجز|ستخدم|شمل|ضم|بلغ|ؤدي|ساعد"
        "|عمل|ستانف|نقل|وزع|رسل|ستورد|شتري|بيع|ستثمر|حقق|فحص|عتقل|حتجز|طلب|عرض|لعب"
        "|خوض|تاهل|طرح|غير|صبح|بقي|ظل|نضم|تولي|تسلم|وصل|رحل|ساهم|حدث|شهد|تلقي|تخذ|ركز"
        "|هدم|زرع|واصل|قوم|لغي|وضع|منح|ستقبل|فوز|خسر|دخل|خرج|نفذ|طبق|قيم|عالج|ضيف"
        "|نطلق|ستغرق|ستكمل|ضاف|شتمل|حمل|تضمن|حول|عاد|ترك|نقذ|ختتم"
        r"|كمل)(?!ر)\w{0,4}(?!\w)|(?<!\w)[وف]?سوف(?!\w)|(?<!\w)[وف]?[يت](?:عتزم|نوي"
        r"|خطط)\w*|المزمع|من المقرر"
    ),
}
"""
By language, what speaks of nothing but what is to come.
"""
