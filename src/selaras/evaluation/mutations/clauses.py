"""
Parts of a sentence lost, added, left in Indonesian, or quoted from or to a wrong place.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

from selaras.evaluation.mutations.making import Mutation, Sample, put
from selaras.fidelity import Pair
from selaras.fidelity.left_over import KEPT_TERMS
from selaras.fidelity.shared_words import is_written_so
from selaras.languages import LANGUAGES, Tag
from selaras.text.clauses import CONJUNCTIONS
from selaras.text.spans import Span


def clause_dropped(sample: Sample, chance: Random) -> Pair | None:
    """
    One clause of several is not there.

    A clause stands between two marks, or a mark and a conjunction; it has five words
    at least (eight characters in Chinese, ten in Japanese), and the rest has as many.
    """
    pair = sample.pair
    least = SHORTEST_CLAUSE.get(pair.language, 5)
    pieces = list(clauses(pair.target, pair.language))
    sizes = [size(piece.of(pair.target), pair.language) for piece in pieces]
    choices = [
        piece
        for piece, words in zip(pieces, sizes, strict=True)
        if words >= least
        and sum(sizes) - words >= least
        and not QUOTE.search(piece.of(pair.target))
    ]
    if not choices:
        return None
    piece = chance.choice(choices)
    before = pair.target[: piece.start]
    after = pair.target[piece.end :]
    if END.fullmatch(after.strip()):
        before = before.rstrip(" ,，、،;；:：")
    return replace(pair, target=(before + after.lstrip(" ,，、،")).strip())


def clause_added(sample: Sample, chance: Random) -> Pair | None:
    """
    A clause that the source does not have stands at the end of a clause.
    """
    pair = sample.pair
    ends = [piece.end for piece in clauses(pair.target, pair.language)]
    place = chance.choice(ends or [len(pair.target)])
    clause = chance.choice(ADDED_CLAUSES[pair.language])
    return put(pair, place, place, f"{COMMAS.get(pair.language, ', ')}{clause}")


def name_added(sample: Sample, chance: Random) -> Pair | None:
    """
    A speaker whom the source does not name stands at the end.
    """
    pair = sample.pair
    speaker = chance.choice(ADDED_SPEAKERS[pair.language])
    end = len(pair.target.rstrip(".。 "))
    return put(pair, end, end, f"{COMMAS.get(pair.language, ', ')}{speaker}")


def sentence_added(sample: Sample, chance: Random) -> Pair | None:
    """
    A sentence that the source does not have stands at the end.
    """
    pair = sample.pair
    sentence = chance.choice(SENTENCES)[pair.language]
    space = " " if LANGUAGES[pair.language].spaced else ""
    before = with_stop(pair.target, pair.language)
    return replace(pair, target=f"{before}{space}{sentence}")


def sentence_dropped(sample: Sample, chance: Random) -> Pair | None:
    """
    The source has one sentence more, and the target has not.
    """
    pair = sample.pair
    sentence = chance.choice(SENTENCES)["id"]
    if chance.random() < 0.5:
        before = with_stop(pair.source, pair.source_language)
        return replace(pair, source=f"{before} {sentence}")
    return replace(pair, source=f"{sentence} {pair.source}")


def with_stop(text: str, language: Tag) -> str:
    """
    A text that another sentence may follow: a headline has no full stop of its own.

    >>> with_stop("Harga Beras Turun", "id"), with_stop("「米が値下がり」", "ja")
    ('Harga Beras Turun.', '「米が値下がり」。')
    >>> with_stop('He said: "Rice is cheap."', "en")
    'He said: "Rice is cheap."'
    """
    if STOPPED.search(text):
        return text
    stop = "." if LANGUAGES[language].spaced else "。"
    return f"{text.rstrip(' ,،，、;:；：')}{stop}"


def word_untranslated(sample: Sample, chance: Random) -> Pair | None:
    """
    One Indonesian word of four letters or more stands in place of a word.

    A word that the language has too, or that has no other name in any, is not left
    untranslated, and what is put into an address or half of a word is another error.
    """
    pair = sample.pair
    words = [
        word
        for word in SMALL_WORD.findall(pair.source)
        if word not in pair.target
        and word not in KEPT_TERMS
        and not is_written_so(word, pair.language)
    ]
    places = [
        match.span() for match in TARGET_WORD[pair.language].finditer(pair.target)
    ]
    if not words or len(places) < 3:
        return None
    start, end = chance.choice(places[1:])
    return put(pair, start, end, chance.choice(words))


def quotation_end_moved(sample: Sample, chance: Random) -> Pair | None:
    """
    A quotation ends three words or more (six characters) too early or too late.
    """
    pair = sample.pair
    if QUOTED.search(pair.source) is None:
        return None
    quoted = list(QUOTED.finditer(pair.target))
    if not quoted:
        return None
    match = chance.choice(quoted)
    mark = match[0][-1]
    places = [
        place
        for place in borders(pair.target, pair.language)
        if place > match.start() + 2
        and far(pair.target, place, match.end() - 1, pair.language)
        and not QUOTE.search(pair.target[match.end() : place])
    ]
    if not places:
        return None
    place = chance.choice(places)
    without = pair.target[: match.end() - 1] + pair.target[match.end() :]
    place -= place >= match.end()
    return replace(pair, target=without[:place] + mark + without[place:])


def clauses(text: str, language: Tag) -> Iterator[Span]:
    """
    The clauses of a text: from mark or conjunction to mark or conjunction.
    """
    start = 0
    for match in BORDERS[language].finditer(text):
        yield Span(start, match.start())
        start = match.start()
    stop = len(text.rstrip('.。!?！？؟”」»" '))
    if stop > start:
        yield Span(start, stop)


def borders(text: str, language: Tag) -> Iterator[int]:
    """
    The ends of words, or any place between characters.
    """
    if LANGUAGES[language].spaced:
        yield from (match.end() for match in re.finditer(r"\w(?=\s)", text))
    else:
        yield from range(1, len(text))


def far(text: str, one: int, other: int, language: Tag) -> bool:
    """
    Whether three words or six characters lie between two places.
    """
    between = text[min(one, other) : max(one, other)]
    return size(between, language) >= (3 if LANGUAGES[language].spaced else 6)


def size(text: str, language: Tag) -> int:
    """
    How many words, or characters where there are no words, a text has.
    """
    if LANGUAGES[language].spaced:
        return len(re.findall(r"\w+", text))
    return sum(map(str.isalnum, text))


def border(language: Tag) -> re.Pattern[str]:
    """
    Where a clause of a language begins: a mark, or the space before a conjunction.
    """
    if not LANGUAGES[language].spaced:
        return re.compile("[，；：。、；]" if language == "zh" else "[、。]")
    joined = "|".join(sorted(CONJUNCTIONS[language] - SHORT_CONJUNCTIONS))
    return re.compile(rf"[,;،؛](?=\s)|(?<=\w) [-–—] |(?<=\w)\s(?=(?:{joined})\s)")


SHORTEST_CLAUSE = {"zh": 8, "ja": 10}

SHORT_CONJUNCTIONS = frozenset(
    {"and", "or", "et", "ou", "for", "pour", "with", "avec", "و", "أو", "مع"}
)
"""
These join words more often than clauses.
"""

BORDERS = {tag: border(tag) for tag in LANGUAGES}

COMMAS: dict[Tag, str] = {"zh": "，", "ja": "、", "ar": "، "}

QUOTE = re.compile('["“”«»「」]')

QUOTED = re.compile('["“][^"“”]{12,}["”]|«[^«»]{12,}»|「[^「」]{8,}」')

END = re.compile('[.。!?！？؟”」»"]*')

STOPPED = re.compile("[.。!?！？؟…][”’」』»\"') \u00a0]*\\Z")

SMALL_WORD = re.compile(r"(?<![\w-])[a-z]{4,}(?![\w-])")

TARGET_WORD: dict[Tag, re.Pattern[str]] = {
    "en": re.compile(r"(?<![\w'’.-])[a-z]{4,}(?![\w'’-]|\.\w)"),
    "fr": re.compile(r"(?<![\w'’.-])[a-zéèêàâîôûç]{4,}(?![\w'’-]|\.\w)"),
    "ar": re.compile(r"[\u0621-\u064a]{4,}"),
    "zh": re.compile(r"(?<=[一-鿿])[一-鿿]{2}(?=[一-鿿])"),
    "ja": re.compile(r"(?<![一-鿿A-Za-z0-9])[一-鿿]{2}(?![一-鿿])"),
}

ADDED_CLAUSES: dict[Tag, tuple[str, ...]] = {
    "en": (
        "which has drawn criticism from several environmental groups",
        "although no official statement had been released by that evening",
        "where hundreds of residents had gathered since early morning",
        "while the opposition called for an independent investigation",
        "because the old bridge had been closed since last month",
        "after the company refused to pay its workers",
        "a move that analysts say could hurt small farmers",
        "despite repeated warnings from the health authorities",
    ),
    "fr": (
        "ce qui a suscité les critiques de plusieurs associations écologistes",
        "bien qu'aucun communiqué officiel n'ait été publié dans la soirée",
        "où des centaines d'habitants s'étaient rassemblés depuis le matin",
        "tandis que l'opposition réclamait une enquête indépendante",
        "car l'ancien pont était fermé depuis le mois dernier",
        "après le refus de l'entreprise de payer ses ouvriers",
        "une décision qui pourrait nuire aux petits agriculteurs selon des analystes",
        "malgré les avertissements répétés des autorités sanitaires",
    ),
    "zh": (
        "此举引发多个环保团体的批评",
        "不过截至当晚尚未发布任何官方声明",
        "数百名居民从清晨起就聚集在那里",
        "反对党则要求展开独立调查",
        "因为旧桥自上月起已经关闭",
        "此前该公司拒绝支付工人工资",
        "分析人士称这可能损害小农户利益",
        "尽管卫生部门多次发出警告",
    ),
    "ja": (
        "これには複数の環境団体から批判の声が上がっており",
        "同日夜までに公式声明は発表されていないが",
        "早朝から数百人の住民が集まっていた場所で",
        "一方で野党は独立した調査を求めており",
        "古い橋が先月から閉鎖されていたため",
        "会社側が労働者への賃金支払いを拒否した後",
        "小規模農家に打撃を与えかねないと専門家は指摘し",
        "保健当局の度重なる警告にもかかわらず",
    ),
    "ar": (
        "وهو ما أثار انتقادات عدد من الجماعات البيئية",
        "رغم عدم صدور أي بيان رسمي حتى المساء",
        "حيث تجمع مئات السكان منذ الصباح الباكر",
        "بينما طالبت المعارضة بإجراء تحقيق مستقل",
        "لأن الجسر القديم مغلق منذ الشهر الماضي",
        "بعد أن رفضت الشركة دفع أجور عمالها",
        "وهي خطوة قد تضر بصغار المزارعين بحسب محللين",
        "رغم التحذيرات المتكررة من السلطات الصحية",
    ),
}
"""
Clauses such as an engine invents, in the manner of news.
"""

ADDED_SPEAKERS: dict[Tag, tuple[str, ...]] = {
    "en": ("Hartono said", "said Melati Wijaya", "according to Reuters"),
    "fr": ("a dit Hartono", "a déclaré Melati Wijaya", "selon Reuters"),
    "zh": ("哈托诺说", "梅拉蒂·维查亚表示", "据路透社报道"),
    "ja": (
        "とハルトノ氏は述べた",
        "とメラティ・ウィジャヤ氏は語った",
        "とロイター通信が報じた",
    ),
    "ar": ("بحسب هارتونو", "كما قالت ميلاتي ويجايا", "وفقا لرويترز"),
}

SENTENCES: tuple[dict[Tag, str], ...] = (
    {
        "id": "Jalan menuju pelabuhan ditutup sampai pekan depan.",
        "en": "The road to the port is closed until next week.",
        "fr": "La route menant au port est fermée jusqu'à la semaine prochaine.",
        "zh": "通往港口的道路将关闭至下周。",
        "ja": "港に通じる道路は来週まで閉鎖される。",
        "ar": "الطريق المؤدي إلى الميناء مغلق حتى الأسبوع المقبل.",
    },
    {
        "id": "Keluarga korban menuntut penjelasan dari rumah sakit.",
        "en": "The victims' families demanded an explanation from the hospital.",
        "fr": "Les familles des victimes ont exigé des explications de l'hôpital.",
        "zh": "遇难者家属要求医院作出解释。",
        "ja": "被害者の家族は病院に説明を求めた。",
        "ar": "طالبت عائلات الضحايا المستشفى بتقديم تفسير.",
    },
    {
        "id": "Harga beras di pasar tradisional mulai turun.",
        "en": "Rice prices at traditional markets have begun to fall.",
        "fr": "Les prix du riz commencent à baisser sur les marchés traditionnels.",
        "zh": "传统市场的大米价格开始下降。",
        "ja": "伝統市場の米の価格が下がり始めた。",
        "ar": "بدأت أسعار الأرز في الأسواق التقليدية بالانخفاض.",
    },
    {
        "id": "Pelatih menolak berkomentar seusai pertandingan.",
        "en": "The coach declined to comment after the match.",
        "fr": "L'entraîneur a refusé de commenter après le match.",
        "zh": "主教练赛后拒绝发表评论。",
        "ja": "監督は試合後、コメントを拒否した。",
        "ar": "رفض المدرب التعليق بعد المباراة.",
    },
    {
        "id": "Sekolah diliburkan karena kabut asap semakin tebal.",
        "en": "Schools were closed because the haze was getting thicker.",
        "fr": "Les écoles ont été fermées car la fumée s'épaississait.",
        "zh": "由于烟霾越来越浓，学校停课。",
        "ja": "煙害がひどくなったため、学校は休校となった。",
        "ar": "أُغلقت المدارس لأن الدخان أصبح أكثر كثافة.",
    },
    {
        "id": "Hakim menunda sidang hingga saksi ahli hadir.",
        "en": "The judge adjourned the hearing until the expert witness appears.",
        "fr": "Le juge a reporté l'audience jusqu'à la venue du témoin expert.",
        "zh": "法官将庭审推迟至专家证人出庭。",
        "ja": "裁判官は専門家証人が出廷するまで審理を延期した。",
        "ar": "أجّل القاضي الجلسة إلى حين حضور الشاهد الخبير.",
    },
    {
        "id": "Nelayan diimbau tidak melaut selama gelombang tinggi.",
        "en": "Fishermen are urged not to go to sea while waves are high.",
        "fr": "Les pêcheurs sont appelés à ne pas prendre la mer par forte houle.",
        "zh": "当局呼吁渔民在大浪期间不要出海。",
        "ja": "波が高い間、漁師は出漁を控えるよう呼びかけられている。",
        "ar": "دُعي الصيادون إلى عدم الإبحار خلال ارتفاع الأمواج.",
    },
    {
        "id": "Pabrik itu mempekerjakan buruh dari desa sekitar.",
        "en": "The factory employs workers from nearby villages.",
        "fr": "L'usine emploie des ouvriers des villages voisins.",
        "zh": "该工厂雇用附近村庄的工人。",
        "ja": "その工場は近隣の村の労働者を雇用している。",
        "ar": "يوظف المصنع عمالا من القرى المجاورة.",
    },
)
"""
The same sentences in all languages, as they may be lost or added whole.
"""

MUTATIONS: tuple[Mutation, ...] = (
    Mutation(name="clause dropped", check="nothing-dropped", mutate=clause_dropped),
    Mutation(name="sentence dropped", check="nothing-dropped", mutate=sentence_dropped),
    Mutation(name="clause added", check="nothing-added", mutate=clause_added),
    Mutation(name="sentence added", check="nothing-added", mutate=sentence_added),
    Mutation(name="speaker added", check="nothing-added", mutate=name_added),
    Mutation(
        name="word untranslated", check="right-language", mutate=word_untranslated
    ),
    Mutation(
        name="quotation's end moved", check="same-quotes", mutate=quotation_end_moved
    ),
)
