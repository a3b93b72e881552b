"""
Indonesian words without their affixes.

A word is taken apart in every way that the grammar allows; which of its bases is
meant, only who has a list of words can say. How far a base is from its word is told
too: *-nya* changes nothing, a verb's prefix its voice, *pe-an* makes another word.
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from selaras.text.words import words


class Form(IntEnum):
    """
    How far a word is from its base.

    ``ENCLITIC`` has *-nya*, *-lah*, *-ku* behind it or is doubled, ``INFLECTED`` is a
    verb made of it (*disita*, *menyitakan*), ``DERIVED`` another word (*penyitaan*).
    """

    SAME = 0
    ENCLITIC = 1
    INFLECTED = 2
    DERIVED = 3


@lru_cache(maxsize=32768)
def bases(word: str) -> tuple[tuple[str, Form], ...]:
    """
    What a word in small letters may be a form of, the nearest first; itself is one.

    >>> [(base, form.name) for base, form in bases("tersangkanya")][:2]
    [('tersangkanya', 'SAME'), ('tersangka', 'ENCLITIC')]
    >>> dict(bases("menyita"))["sita"].name, dict(bases("penyitaan"))["sita"].name
    ('INFLECTED', 'DERIVED')
    >>> bases("masalah")
    (('masalah', <Form.SAME: 0>),)
    """
    found = {word: Form.SAME}
    if word in WHOLE or not word.isalpha() or len(word) > LONGEST:
        return tuple(found.items())
    for stem, clitic in without_enclitics(word):
        for base, form in without_affixes(stem):
            how = max(clitic, form)
            if base != word and how < found.get(base, Form.DERIVED + 1):
                found[base] = how
    return tuple(sorted(found.items(), key=lambda item: item[1]))


LONGEST = 40


def without_enclitics(word: str) -> Iterator[tuple[str, Form]]:
    """
    A word as it is, and without particles and possessives behind it.

    >>> [stem for stem, _ in without_enclitics("rumahnyalah")]
    ['rumahnyalah', 'rumahnya', 'rumah']
    """
    yield word, Form.SAME
    particle = PARTICLE.fullmatch(word)
    stems = [word]
    if particle:
        stems.append(particle[1])
        yield particle[1], Form.ENCLITIC
    for stem in stems:
        owned = POSSESSIVE.fullmatch(stem)
        if owned:
            yield owned[1], Form.ENCLITIC


PARTICLE = re.compile(r"(\w{3,})(?:lah|kah|tah|pun)")
POSSESSIVE = re.compile(r"(\w{3,})(?:nya|ku|mu)")


def without_affixes(word: str) -> Iterator[tuple[str, Form]]:
    """
    A word as it is, and every base that prefixes and suffixes may hide.
    """
    yield word, Form.SAME
    if word in WHOLE:
        return
    for inner, suffix in without_suffix(word):
        for base, prefix in without_prefixes(inner):
            if not prefix and not suffix:
                continue
            if suffix == "i" and not prefix:
                continue
            if len(base) >= shortest(prefix, suffix):
                yield base, form_of(prefix, suffix)


def without_suffix(word: str) -> Iterator[tuple[str, str]]:
    """
    A word as it is, and without the suffix that it may end in.
    """
    yield word, ""
    for suffix in ("kan", "an", "i"):
        if word.endswith(suffix):
            yield word.removesuffix(suffix), suffix


def without_prefixes(word: str) -> Iterator[tuple[str, str]]:
    """
    A word as it is, and without one prefix or two: with the outermost one's name.

    >>> [base for base, _ in without_prefixes("diperkuat")]
    ['diperkuat', 'perkuat', 'kuat']
    >>> [base for base, _ in without_prefixes("memukul")]
    ['memukul', 'mukul', 'pukul']
    """
    yield word, ""
    for base, prefix in without_prefix(word):
        yield base, prefix
        if prefix in OUTER:
            for inner, second in without_prefix(base):
                if second in INNER:
                    yield inner, prefix


OUTER = frozenset({"me", "di", "ter", "pe", "ke"})
INNER = frozenset({"per", "ber"})


def without_prefix(word: str) -> Iterator[tuple[str, str]]:
    """
    What is left of a word behind a prefix, with the prefix as grammars name it.
    """
    for name in ("me", "pe"):
        if word.startswith(name):
            for base in denasalised(word[2:]):
                yield base, name
    for pattern, name in PLAIN:
        found = pattern.match(word)
        if found:
            yield word[found.end() :], name


PLAIN = tuple(
    (re.compile(pattern), name)
    for pattern, name in (
        ("di", "di"),
        ("ter", "ter"),
        ("te(?=r|[^aeiou]er)", "ter"),
        ("ber", "ber"),
        ("be(?=r|[^aeiou]er)", "ber"),
        ("per", "per"),
        ("pe(?=[^aeiou])", "pe"),
        ("se", "se"),
        ("ke", "ke"),
    )
)


def denasalised(rest: str) -> Iterator[str]:
    """
    The bases behind *me-* or *pe-*, whose last sound depends on their first.

    >>> list(denasalised("nyita")), list(denasalised("ngadili"))
    (['nyita', 'sita'], ['ngadili', 'adili', 'kadili'])
    >>> list(denasalised("mbangun")), list(denasalised("rawat"))
    (['bangun'], ['rawat'])
    """
    for pattern, melted in NASALS:
        found = pattern.match(rest)
        if found:
            yield melted + rest[found.end() :]


VOWEL = "[aeiou]"
NASALS = tuple(
    (re.compile(pattern), melted)
    for pattern, melted in (
        ("(?=[lrwy]|m[aeiou]|n[aeiou]|ny[aeiou]|ng[aeiou])", ""),
        (f"ny(?={VOWEL})", "s"),
        (f"nge(?=[^aeiou]+{VOWEL}[^aeiou]+$)", ""),
        ("ng(?=[aeioughkq])", ""),
        (f"ng(?={VOWEL})", "k"),
        ("m(?=[bfpv])", ""),
        (f"m(?={VOWEL})", "p"),
        ("n(?=[cdjtsz])", ""),
        (f"n(?={VOWEL})", "t"),
    )
)
"""
What stands between *me-* and a base, and the sound of the base that it swallowed:
Sneddon, *Indonesian: A Comprehensive Grammar*, 1.5.
"""


def form_of(prefix: str, suffix: str) -> Form:
    """
    How far a word with these affixes is from its base.
    """
    if prefix in VERBAL and suffix != "an":
        return Form.INFLECTED
    if not prefix and suffix == "kan":
        return Form.INFLECTED
    return Form.DERIVED


VERBAL = frozenset({"me", "di", "ter", "ber"})


def shortest(prefix: str, suffix: str) -> int:
    """
    How long a base must be to be believed: *diuji* has one of three letters.
    """
    return 3 if prefix in {"me", "di"} and suffix != "an" else 4


def is_doubled(first: str, second: str) -> bool:
    """
    Whether a word is said again behind its hyphen, with whatever affixes.

    >>> is_doubled("kapal", "kapalnya"), is_doubled("tembak", "menembak")
    (True, True)
    >>> is_doubled("jakarta", "bandung")
    False
    """
    known = {base for base, _ in bases(first)}
    return any(base in known for base, _ in bases(second))


WHOLE = words(
    "adalah beras berat berita berkas beri bermula bukan buku dinas dinding dingin",
    "dini diri hanya ikan ilmu jalan jumlah kalah keluarga kepala ketika ketua langkah",
    "makan makalah masalah menteri merah mereka nikah olah pelaku peluang perang",
    "perangkat peran perempuan perilaku perlahan permata pertama perut pulihkan punya",
    "pesan petang salah sekolah sebelum sejak selama semua seperti sementara sekali",
    "sekarang setelah suku tanya telah temu terang terima terus teruna wilayah istilah",
    "penuh pecah peta pena pedas pegang pekan pelan peluk pemilu penting penjara perlu",
    "kereta kertas keras kerja kering kepada kelas kemarin kembali kecil keluar sehat",
    "segera seluruh sedang sebab serang serta sedikit sendiri senjata sepak setiap",
    "bulan bahan dalam depan hutan hujan kapan lawan makin papan pasukan polisi posisi",
    "korupsi kopi pagi bupati kiri mati mandi rugi tinggi kursi televisi radiasi",
    "menit mesin mesti metode minum minyak dinasti direktur disiplin distrik divisi",
    "diskusi tersangka terdakwa termasuk tertentu tempat teman tenang tentang tentu",
    "bertemu bersama berbagai beberapa belum benar benda bencana bentuk besar tamu",
    "himpun pimpun ampun kumpun pimpin jalan rapun walaupun meskipun ataupun adapun",
)
"""
Words that only look as if they had affixes.
"""
