"""
Headlines as sentences.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from selaras.terms.sentence_case import sentence_case


@pytest.mark.parametrize(
    ("headline", "sentence"),
    [
        (
            "Warga Diminta Pakai Masker, Kualitas Udara Jakarta Memburuk",
            "Warga diminta pakai masker, kualitas udara Jakarta memburuk",
        ),
        (
            "KPK Tetapkan Bupati Nunukan sebagai Tersangka",
            "KPK tetapkan bupati Nunukan sebagai tersangka",
        ),
        (
            "Ratusan Anak-Anak di Sentani Kembali Belajar di Tenda",
            "Ratusan anak-anak di Sentani kembali belajar di tenda",
        ),
        (
            "Gubernur Jawa Barat Larang Pelajar Bawa Motor ke Sekolah",
            "Gubernur Jawa Barat larang pelajar bawa motor ke sekolah",
        ),
        (
            "Kapolda Papua Barat Daya Tinjau Pos Perbatasan di Timur",
            "Kapolda Papua Barat Daya tinjau pos perbatasan di timur",
        ),
        ("Survei: Publik Puas", "Survei: Publik Puas"),
        (
            "Ayah Retnowati Hau Tutup Usia di Kupang",
            "Ayah Retnowati Hau tutup usia di Kupang",
        ),
        ("Harga beras di Kupang naik.", "Harga beras di Kupang naik."),
        ("Menurut Sari, Bank Indonesia Belum Bicara.", None),
        (
            "POLISI TANGKAP 27 ORANG DI MEDAN",
            "Polisi tangkap 27 orang di Medan",
        ),
        (
            "KPK TAHAN WALI KOTA BENGKULU, DPR MINTA PENJELASAN",
            "KPK tahan wali kota Bengkulu, DPR minta penjelasan",
        ),
        ("TNI AD DAN POLRI JAGA PILKADA", "TNI AD dan Polri jaga pilkada"),
        ("KSAL: TNI AL JAGA LAUT NATUNA", "KSAL: TNI AL jaga Laut Natuna"),
        ("TNI AU TUTUP PANGKALAN DI MADIUN", "TNI AU tutup pangkalan di Madiun"),
        ("WARGA PAN DAN PAS BERTEMU", "Warga PAN dan PAS bertemu"),
        ("BPKD TAGIH PAJAK WARGA DEPOK", "BPKD tagih pajak warga Depok"),
        ("XI JINPING TIBA DI BALI", "Xi Jinping tiba di Bali"),
        ("KPK, DPR, MK", None),
        ("PT PLN", None),
    ],
)
def test_words_are_small_and_names_are_not(headline: str, sentence: str | None) -> None:
    assert sentence_case(headline) == (headline if sentence is None else sentence)


@given(st.lists(st.sampled_from(["Ada", "di", "İstanbul", "ẞ", "KPK", "1.000", "ﬁ"])))
def test_it_is_as_long_as_before(words: list[str]) -> None:
    headline = " ".join(words)
    assert len(sentence_case(headline)) == len(headline)
