"""
A key word of a sentence that became another one, and one that was left out.

The words are those that every section of a newspaper uses, written down here for
themselves: a check must know them from its own table.
"""

import re
from collections.abc import Mapping
from functools import cache
from random import Random

from selaras.evaluation.mutations.making import Mutation, Sample, put
from selaras.fidelity import Pair
from selaras.languages import LANGUAGES, Tag


def word_replaced(sample: Sample, chance: Random) -> Pair | None:
    """
    A key word of the translation is another one, as fluent and as wrong.
    """
    place = a_place(sample.pair, chance)
    if place is None:
        return None
    name, match = place
    others = [other for other in WORDS if other != name and not is_there(other, sample)]
    if not others:
        return None
    new = plain(WORDS[chance.choice(others)][sample.pair.language])
    return put(sample.pair, match.start(), match.end(), new)


def word_dropped(sample: Sample, chance: Random) -> Pair | None:
    """
    A key word of the translation is not there.
    """
    place = a_place(sample.pair, chance)
    if place is None:
        return None
    _, match = place
    target = sample.pair.target
    end = match.end()
    if target[end : end + 1] == " ":
        end += 1
    return put(sample.pair, match.start(), end, "")


def a_place(pair: Pair, chance: Random) -> tuple[str, re.Match[str]] | None:
    """
    A key word that the source has once and the translation once, and where.
    """
    places = []
    for name in WORDS:
        found = list(pattern(name, pair.language).finditer(pair.target))
        if len(found) == 1 and len(in_indonesian(name).findall(pair.source)) == 1:
            places.append((name, found[0]))
    return chance.choice(places) if places else None


def is_there(name: str, sample: Sample) -> bool:
    """
    Whether the sentence speaks of a word itself, so that it would be no error.
    """
    return in_indonesian(name).search(sample.pair.source) is not None


def plain(words: str) -> str:
    """
    The first of some words.
    """
    return words.split("|", 1)[0]


@cache
def pattern(name: str, language: Tag) -> re.Pattern[str]:
    """
    The words of a row in one language.
    """
    words = WORDS[name][language]
    if LANGUAGES[language].spaced:
        words = rf"(?<!\w)(?:{words})(?!\w)"
    return re.compile(words)


@cache
def in_indonesian(name: str) -> re.Pattern[str]:
    """
    An Indonesian word of a row, which may have *-nya* and its like.
    """
    return re.compile(rf"(?<!\w){name}(?:nya)?(?!\w)", re.IGNORECASE)


ORDER: tuple[Tag, ...] = ("en", "fr", "zh", "ja", "ar")

ROWS = """
beras; rice; riz; 大米; コメ|米; الأرز|أرز
listrik; electricity; électricité; 电力; 電力|電気; الكهرباء|كهرباء
kapal; ship|boat|vessel; bateau|navire; 船只|船; 船; السفينة|سفينة
jembatan; bridge; pont; 大桥|桥; 橋; الجسر|جسر
sekolah; school|schools; école|écoles; 学校; 学校; المدرسة|مدرسة|المدارس|مدارس
banjir; flood|floods|flooding; inondation|inondations; 洪水; 洪水; الفيضانات|فيضانات
gempa; earthquake|quake; séisme; 地震; 地震; الزلزال|زلزال
kopi; coffee; café; 咖啡; コーヒー; القهوة|قهوة
nelayan; fishermen|fishers; pêcheurs; 渔民; 漁民|漁師; الصيادين|الصيادون|صيادين
petani; farmers; agriculteurs; 农民; 農民|農家; المزارعين|المزارعون|مزارعين
dokter; doctor|doctors; médecin|médecins; 医生; 医師; الطبيب|طبيب|الأطباء|أطباء
hakim; judge|judges; juge|juges; 法官; 裁判官|判事; القاضي|القضاة
jaksa; prosecutor|prosecutors; procureur|procureurs; 检察官; 検察官|検察; المدعي العام
gugatan; lawsuit|suit; plainte|recours; 诉讼; 訴訟|訴え; الدعوى|دعوى
tambang; mine|mines; mine|mines; 矿山|矿; 鉱山; المنجم|منجم
pabrik; factory|plant; usine; 工厂; 工場; المصنع|مصنع
pasar; market|markets; marché|marchés; 市场; 市場; السوق|سوق
pajak; tax|taxes; impôt|impôts|taxe; 税; 税; الضريبة|ضريبة|الضرائب
utang; debt|debts; dette|dettes; 债务; 債務|借金; الديون|ديون|الدين
upah; wage|wages; salaire|salaires; 工资; 賃金; الأجور|أجور|الأجر
inflasi; inflation; inflation; 通胀|通货膨胀; インフレ; التضخم
saham; shares|stocks; actions; 股票|股份; 株式|株; الأسهم|أسهم
minyak; oil; pétrole|huile; 石油|油; 石油|原油|油; النفط|نفط|الزيت
emas; gold; or; 黄金|金牌; 金; الذهب|ذهب
pesawat; plane|aircraft; avion|avions; 飞机; 飛行機|航空機; الطائرة|طائرة
bandara; airport; aéroport; 机场; 空港; المطار|مطار
pelabuhan; port; port; 港口; 港; الميناء|ميناء
hutan; forest|forests; forêt|forêts; 森林; 森林; الغابات|غابات|الغابة
sungai; river; rivière|fleuve; 河流|河; 川; النهر|نهر
kebakaran; fire|fires; incendie|incendies; 火灾; 火災|火事; الحريق|حريق
vaksin; vaccine|vaccines; vaccin|vaccins; 疫苗; ワクチン; اللقاح|لقاح
pasien; patient|patients; patient|patients; 患者; 患者; المرضى|مرضى|المريض
rokok; cigarette|cigarettes; cigarettes|cigarette; 香烟; たばこ; السجائر|سجائر
senjata; weapon|weapons; arme|armes; 武器; 武器; السلاح|الأسلحة|أسلحة
rudal; missile|missiles; missile|missiles; 导弹; ミサイル; الصاروخ|صاروخ|صواريخ
pengungsi; refugees|evacuees; réfugiés|déplacés; 难民; 避難民|難民; اللاجئين|النازحين
korupsi; corruption|graft; corruption; 腐败; 汚職; الفساد|فساد
partai; party; parti; 政党; 政党; الحزب|حزب
guru; teacher|teachers; enseignant|enseignants; 教师; 教師|教員; المعلم|المعلمين|معلم
siswa; students|pupils; élèves; 学生; 生徒; الطلاب|طلاب
wartawan; reporters|journalists; journalistes; 记者; 記者; الصحفيين|الصحافيين
film; film; film; 电影; 映画; الفيلم|فيلم
gol; goal|goals; but|buts; 进球; ゴール; هدف|أهداف|هدفا
pelatih; coach; entraîneur; 教练; 監督|コーチ; المدرب|مدرب
masjid; mosque; mosquée; 清真寺; モスク; المسجد|مسجد
museum; museum; musée; 博物馆; 博物館; المتحف|متحف
satelit; satellite|satellites; satellite; 卫星; 衛星; القمر الصناعي
bus; bus|buses; bus; 巴士|公交车|客车; バス; الحافلة|حافلة
kereta; train|trains; train|trains; 列车|火车; 列車; القطار|قطار
truk; truck|trucks; camion|camions; 卡车; トラック; الشاحنة|شاحنة
ikan; fish; poisson|poissons; 鱼; 魚; الأسماك|أسماك|السمك
telur; egg|eggs; œuf|œufs; 鸡蛋|蛋; 卵; البيض|بيض
gula; sugar; sucre; 糖; 砂糖; السكر|سكر
penumpang; passenger|passengers; passager|passagers; 乘客; 乗客; الركاب|ركاب
wisatawan; tourists; touristes; 游客; 観光客; السياح|سياح
anggaran; budget; budget; 预算; 予算; الميزانية|ميزانية
pemilu; election|elections; élection|élections; 选举; 選挙; الانتخابات|انتخابات
polisi; police; police; 警方|警察; 警察; الشرطة|شرطة
saksi; witness|witnesses; témoin|témoins; 证人; 証人; الشاهد|الشهود|شهود
penjara; prison; prison; 监狱|监禁; 刑務所|禁錮; السجن|سجن
"""
"""
An Indonesian word, and what it is called in each language, the usual word first.
"""

WORDS: Mapping[str, Mapping[Tag, str]] = {
    name: dict(zip(ORDER, words, strict=True))
    for name, *words in (
        [cell.strip() for cell in row.split(";")] for row in ROWS.strip().split("\n")
    )
}
"""
The same by word and language.
"""

MUTATIONS: tuple[Mutation, ...] = (
    Mutation(name="key word replaced", check="same-key-words", mutate=word_replaced),
    Mutation(name="key word dropped", check="same-key-words", mutate=word_dropped),
)
