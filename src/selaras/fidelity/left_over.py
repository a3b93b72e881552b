"""
Which Indonesian words have no place in a sentence of another language.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from selaras.fidelity.dictionary import dictionary_of, root, words_of
from selaras.fidelity.everyday_words import EVERYDAY
from selaras.fidelity.identify import LANGUAGE_OF
from selaras.fidelity.shared_words import is_written_so
from selaras.languages import Tag


@lru_cache(maxsize=20_000)
def is_foreign_to(word: str, language: Tag) -> bool:
    """
    Whether translators write something else for an Indonesian word, and never itself.

    >>> is_foreign_to("rumah", "en"), is_foreign_to("film", "en")
    (True, False)
    """
    small = word.lower()
    if small in KEPT_TERMS or is_written_so(small, language):
        return False
    if small in IN_NAMES_ALONE.get(language, frozenset()):
        return True
    entry = dictionary_of(language).counterparts(root(small))
    if entry is None or not entry.likely or LANGUAGE_OF.get(word) == language:
        return False
    itself = {found.stem for found in words_of(small, language)}
    return itself.isdisjoint(entry.likely) and itself.isdisjoint(entry.doubtful)


def is_unheard_of(word: str, language: Tag) -> bool:
    """
    Whether a word that no dictionary translates is spelt as only Indonesian is.

    It is one of everyday life, has Indonesian affixes ("tersohor"), spells as
    Indonesian does what other languages have too ("maskulinitas"), or was borrowed from
    a language that lends to both, and not by this one.

    >>> [is_unheard_of(word, "en") for word in ("tersohor", "intrinsik", "thriller")]
    [True, True, False]
    """
    if is_written_so(word, language) or word in KEPT_TERMS:
        return False
    borrowed = BORROWED.get(language)
    if word in EVERYDAY or (borrowed and borrowed.fullmatch(word)):
        return True
    entry = dictionary_of(language).counterparts(root(word))
    if (entry is not None and entry.likely) or is_heard_in(word, language):
        return False
    spelt, lender = SPELT.get(language), LENDERS.get(language)
    return bool(
        AFFIXED.fullmatch(word)
        or (spelt and spelt.fullmatch(word))
        or (lender and is_heard_in(word, lender))
    )


def is_heard_in(word: str, language: Tag) -> bool:
    """
    Whether a language was seen to have a word.
    """
    stems = {found.stem for found in words_of(word, language)}
    return not stems.isdisjoint(dictionary_of(language).vocabulary)


def is_known(word: str, language: Tag) -> bool:
    """
    Whether the dictionary has an Indonesian word.
    """
    return dictionary_of(language).counterparts(root(word.lower())) is not None


def is_plainly_of(word: str, source: Tag, language: Tag) -> bool:
    """
    Whether a word is a function word of a source's language, or has its affixes.
    """
    if is_written_so(word, language):
        return False
    shape = SHAPES.get(source)
    affixed = shape is not None and shape.fullmatch(word) is not None
    return affixed or LANGUAGE_OF.get(word) == source


SHAPES = {
    "id": re.compile(
        r"(?:meng|meny|mem[bfp]|men[cdjt])[a-z]{4,}|ber[a-z]{5,}|di[a-z]{3,}kan"
        r"|[kp]e[a-z]{4,}an|[a-z]{4,}(?:nya|kan)|[a-z]{3,}asi"
    )
}
"""
Words that are made of a stem and affixes as only this language makes them.
"""

AFFIXED = re.compile(
    r"ter[a-z]{4,}|di[a-z]{4,}|me(?:ng|ny|[mnlr])[a-z]{4,}|pe(?:ng|ny|[mn])[a-z]{4,}"
    r"|[a-z]{3,}(?:ng|[aehiklmnoprstu])an"
)
"""
What Indonesian affixes may have made: enough for a word that nobody else has.
"""

BORROWED_ENDINGS = (
    r"eks[a-z]{3,}|kon[dfgkstv][a-z]{3,}|[a-z]{3,}(?:itas|ologi|ografi|onomi|sida|aan)"
    r"|[a-z]{4,}(?:[ea]nsi|ologis|ografis)"
    r"|[a-z]{3,}(?:[aeio]t|st|kt|[flgrs]|[eo]m|[io]n)ik"
)

BORROWED: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(rf"{BORROWED_ENDINGS}|[a-z]{{4,}}(?:[aiu]t|kt|s)if"),
    "fr": re.compile(BORROWED_ENDINGS),
}
"""
How Indonesian spells what it shares with a language: "maskulinitas", "negatif".
"""

SPELT_SO = (
    r"k[lr][a-z]{2,}|ko[lmnprs][a-z]{2,}|ka[lmnprst][a-z]{3,}|ku[a-z]{3,}|sk[ou][a-z]{2,}"
    r"|[a-z]*(?:(?<![cn])kt|(?<![con])ks[aiu]|gk|ngg|ngk|ngn|kua|foto)[a-z]*"
    r"|(?:pasca|antar|serba|seper|tuna(?![bh])|pra[bdgjkmpstw][aeiou])[a-z]{3,}"
    r"|(?:hiper|hidro|fono|fito|fisi|elek|mikro|makro|psiko|termo|orto|otom|akro"
    r"|akua|aks|ako|eks|eku|eko)[a-z]{2,}"
    r"|[a-z]{3,}(?:[iu]h|ik|mu|si|sti)|[a-z]{2,}(?:[aeo]t|[eao]m|[aeo]n|[ao]r|og|raf)is"
)

SPELT: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(rf"{SPELT_SO}|[a-z]{{4,}}[lnruy]ang"),
    "fr": re.compile(
        rf"{SPELT_SO}|[a-z]{{4,}}[au]ng"
        r"|(?![a-z]*(?:ck|oo|ee|ow|sh|th|w|e$))[a-z]*(?:k[aeiou]|[aeiou]k)[a-z]*"
    ),
}
"""
What no word has that Indonesian and the language both write: letters that begin or end
a word as in Indonesian alone, and in French nearly every k.
"""

LENDERS: Mapping[Tag, Tag] = {"fr": "en"}
"""
From which language one takes words as they are, though not those that Indonesian does.
"""

NAMED_SO = """
adat angklung batik bupati dalang dangdut embun gamelan gentongan gringsing hajat hilal
ikat isbat jaipong jengkol karapan kecak kelotok keris keroncong ketoprak ketupat
kosambi lahar lengger lontar lontong ludruk lurik macapat meranti merbau ngapak noken
pantun parang pecalang pelog pemangku pencak pinisi reog regu rendang roa rupiah sarung
sasando sasirangan sekaten sengon sepak silat slendro songket subak suluk takraw tatung
tempe tenun ulos upas wayang
"""

KEPT_TERMS = frozenset(NAMED_SO.split())
"""
What has no other name in any language.
"""

ENGLISH = """
tahun satu tiga baru rumah kali empat anak enam kota sekolah daerah tinggi listrik lama
umum nasional utama desa keluarga kepala tanah bantuan kabupaten sepuluh masyarakat
barat emas pusat hakim timur jaringan utara batu bumi puncak bunga kredit nelayan sungai
informasi bersih industri sana lembaga kartu internasional energi badan tambang periode
gedung pulang sosial merah muda selatan sumber gudang daftar dinas khusus presiden alam
asli sapi aman rakyat putri organisasi standar cahaya gunung sawit satelit tunai tunggal
kampung putih responden lembar subsidi bagus logistik elektronik matahari pesisir
individu damai bintang universitas mandiri bisnis kelapa paket kompensasi karya domestik
generasi pensiun putra merebut mutu laboratorium pupuk kaum investigasi atap properti
miskin permanen dramatis perak gajah bidan akar garam sabu pengelola pangan bangun tani
prioritas lumpur tenggara padang efek transportasi logam biru merdeka buaya identitas
institusi swadaya independen magnitudo jasa bangsa kurir seberang mitra asuransi mutiara
demonstrasi stereotip organisme toleransi kimia menimbun realisasi saudara alokasi
musyawarah disabilitas statistik infrastruktur hulu geologi dinosaurus seribu debutan
timah astronom pandemi dividen hilir barisan alternatif separatis strategi performa lima
dana daya pasar pasir laut hari taman saling paling beli karang suci degradasi dua jalan
ibu minggu api bukit batang teh wali ayam asin inti sukses amar persis medan tabungan
lembah jenderal panglima sosok asam rebah kemah wadah luncur tusuk riuh residu
operasional dominan favorit modul parasit moderat realistis optimistis suspek hanggar
lempung kencing betis selendang serambi ejek upeti tecermin ziarah dewa gabus siaga
palem tengara seluncur herbivora bala akta cetus karbit linu gendong belukar meterai
asesmen resistan imateriil traksi banjar pinang buncis aral abu agung akbar algoritma
ambulans amplitudo anggun antibodi argumen asa asma awan baku balai bambu blok bor budi
buru camat candi citra daun departemen desak dewan dusun duta epidemi figur filamen gema
genom gestur ide indah instrumen jaring kader kejar kembang ketapang kita ksatria kubu
literatur lurah mahkamah marga maritim massa mekar metana muara mulia murni naga niaga
nuansa nuri paramedis peduli penanggulangan perempuan pilkada pola posko ratu raya rel
republik residen residensial sak salam samudra sarana sentimen sentra seri signifikan
sinar sirene stagnan strok substansial sulfat surya tari tata teguh televisi teluk tokoh
transmigran tutur ujung walikota yayasan
"""

FRENCH = """
negara lima kilometer kilogram enam lama emas batu puncak informasi industri
internasional energi periode parlemen merah muda selatan sumber presiden gawang
organisasi standar kampung televisi surya batang finis logistik bintang universitas
taman kelapa karya domestik megawatt denuklirisasi laboratorium pupuk investigasi
negatif permanen dramatis perak bukit sirene sabu sanggup menelan prioritas lumpur punah
setapak transportasi logam biru merdeka buaya identitas institusi independen magnitudo
agung calo toleransi realisasi reservasi statistik infrastruktur hulu geologi dinosaurus
timah astronom terjal pandemi suram dividen entah hilir barisan ganas separatis strategi
performa hari jam kota laut utama tanah pasar ibu ujar minggu hakim motor api program
aman putri putra raya gunung modern cahaya bagus pesisir mandiri tenggara nasi sensor
suci seberang internal serum bandar legal orbit jasa siaga persis pilot modul stereotip
palem kakap lembah debit residu secuil autopsi jenderal rata distributor dominan parasit
progresif rebah organ tusuk sinar riuh kafein citra tengara favorit meteorit luncur
rugbi ziarah seluncur kavaleri biara herbivora dewa bala gabus kemah antik bangsal
garbarata linu suspek nonresiden segini tecermin hanggar upeti pewarta ejek buru
aktuaria desil selendang pinang buncis belukar aral asesmen serambi lempung kencing
karbit resistan imateriil meterai gendong traksi banjar embun akbar alarm algoritma
ambulans amplitudo argumen atom auditor beton daun debut definitif departemen desak
dewan diagnosis diplomat dusun elite epidemi episode etape federal figur galeri
generator genom gestur hotel ide ideal indah instrumen ksatria legendaris literatur
maritim militan mineral minimarket moderat niaga optimistis palu paramedis planet
platform posko protein realistis republik residen residensial samudra seri server
stimulan substansial sulfat supermarket teguh teluk tragedi transmigran unit universal
video visual walikota  arena disket earphone padang regional serial superior  media
metropolis referendum
"""

IN_NAMES_ALONE: Mapping[Tag, frozenset[str]] = {
    "en": frozenset(ENGLISH.split()),
    "fr": frozenset(FRENCH.split()),
}
"""
Words that stand in translations as parts of names (Anak Krakatau, Rumah Sakit), and
never in small letters.
"""
