"""
Which Indonesian words have no place in a sentence of another language.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from selaras.fidelity.dictionary import dictionary_of, root, words_of
from selaras.fidelity.identify import LANGUAGE_OF
from selaras.languages import Tag


@lru_cache(maxsize=20_000)
def is_foreign_to(word: str, language: Tag) -> bool:
    """
    Whether translators write something else for an Indonesian word, and never itself.

    >>> is_foreign_to("rumah", "en"), is_foreign_to("film", "en")
    (True, False)
    """
    small = word.lower()
    if small in HOMOGRAPHS.get(language, KEPT_TERMS) or small in KEPT_TERMS:
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

    It is one of everyday life, has Indonesian affixes ("tersohor"), or spells as
    Indonesian does what other languages have too ("maskulinitas").

    >>> [is_unheard_of(word, "en") for word in ("tersohor", "intrinsik", "thriller")]
    [True, True, False]
    """
    borrowed = BORROWED.get(language)
    if word in ORDINARY or (borrowed and borrowed.fullmatch(word)):
        return True
    dictionary = dictionary_of(language)
    if AFFIXED.fullmatch(word) is None:
        return False
    entry = dictionary.counterparts(root(word))
    if entry is not None and entry.likely:
        return False
    stems = {found.stem for found in words_of(word, language)}
    return stems.isdisjoint(dictionary.vocabulary)


def is_known(word: str, language: Tag) -> bool:
    """
    Whether the dictionary has an Indonesian word.
    """
    return dictionary_of(language).counterparts(root(word.lower())) is not None


def is_plainly_of(word: str, source: Tag, language: Tag) -> bool:
    """
    Whether a word is a function word of a source's language, or has its affixes.
    """
    if word in HOMOGRAPHS.get(language, frozenset()):
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

EVERYDAY = """
arisan bohlam bolong ceroboh cerobong corong dahi dayung egois empedu garpu gembok geram
gerimis gerobak gincu giroskop gletser gosong heboh hiperaktif hipotek jagal jamur
jelita jengkal jentik jingga kalajengking kapas kastel kasur keji keong ketapel ketimun
konter kuas kumbang kuping landai lengah licik lincah lipan lokapasar losmen lugu lumut
lusuh mancung marak melati momok mujur ngarai nomaden nonsubsidi nyasar obeng ompong
palung panci pancing parodi paroki pelana pelit peluh pijak pilu pinggul puitis pundak
rebung remuk riang risau sampo senonoh sepupu serigala siasat sikut simpanse sinema
sisir syuting tabah tamasya tangkai telunjuk timun tirai toksin toples tumit tupai
warnet wortel zirah
"""

ORDINARY = frozenset(EVERYDAY.split())
"""
Everyday words that the dictionaries lack: parliaments and newspapers seldom use them.
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

NAMED_SO = """
adat batik bupati dalang embun gamelan hajat hilal ikat isbat kecak kelotok keris lahar
lontar
pantun parang pelog pencak pinisi regu roa rupiah sarung sepak silat slendro songket
takraw tempe tenun upas wayang
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
prioritas lumpur tenggara efek transportasi logam biru merdeka buaya identitas institusi
swadaya independen magnitudo jasa bangsa kurir seberang mitra asuransi mutiara
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
organisasi standar kampung televisi surya batang finis logistik individu bintang
universitas taman kelapa karya domestik megawatt denuklirisasi laboratorium pupuk
investigasi negatif permanen dramatis perak bukit sirene sabu sanggup menelan prioritas
lumpur punah setapak transportasi logam biru merdeka buaya identitas institusi
independen magnitudo agung calo toleransi realisasi reservasi statistik infrastruktur
hulu geologi dinosaurus timah astronom terjal pandemi suram dividen entah hilir barisan
alternatif ganas separatis strategi performa hari jam kota laut utama tanah pasar ibu
ujar minggu hakim motor api program aman putri putra raya gunung modern cahaya bagus
pesisir mandiri tenggara nasi sensor suci seberang internal serum bandar legal orbit
jasa siaga persis pilot modul ronde stereotip palem kakap lembah debit residu secuil
autopsi jenderal rata distributor dominan parasit progresif rebah organ tusuk sinar riuh
kafein citra tengara favorit meteorit luncur rugbi ziarah seluncur kavaleri biara
herbivora dewa bala gabus kemah antik bangsal garbarata linu suspek nonresiden segini
tecermin hanggar upeti pewarta ejek buru aktuaria desil selendang pinang buncis belukar
aral asesmen serambi lempung kencing karbit resistan imateriil meterai gendong traksi
banjar embun akbar alarm algoritma ambulans amplitudo argumen atom auditor beton daun
debut definitif departemen desak dewan diagnosis diplomat dusun elite epidemi episode
etape federal figur galeri generator genom gestur hotel ide ideal indah instrumen
ksatria legendaris literatur maritim militan mineral minimarket moderat niaga optimistis
palu paramedis planet platform posko protein realistis republik residen residensial
samudra seri server stimulan substansial sulfat supermarket teguh teluk tragedi
transmigran unit universal video visual walikota
"""

IN_NAMES_ALONE: Mapping[Tag, frozenset[str]] = {
    "en": frozenset(ENGLISH.split()),
    "fr": frozenset(FRENCH.split()),
}
"""
Words that stand in translations as parts of names (Anak Krakatau, Rumah Sakit), and
never in small letters.
"""

ENGLISH_TOO = """
dia air and art ban bar bulk car dam dental gang hall hanger helm jam
legal lobster long main male mast meter mini minus mobile modal mode motor panda pants
pasta pin plasma pores probe rating ski solo sore sponsor star studio tempo tender
tenor the topping tutor urban visa wild wing
"""

FRENCH_TOO = """
air dia amen bar bogey break bus car cas dos las mal malin modal mode moto kayak
magma minibus pas plasma pour ski son ton tour main mare gang pain rata rang sage sale
salon sang sur tape tas tempo wild
"""

HOMOGRAPHS: Mapping[Tag, frozenset[str]] = {
    "en": frozenset(ENGLISH_TOO.split()),
    "fr": frozenset(FRENCH_TOO.split()),
}
"""
Words that are also words of the other language, and mean something else there.
"""
