"""
Indonesian names in katakana, as Japanese newspapers write them.
"""

from selaras.terms.transliterate.syllables import Syllable, syllables


def to_katakana(name: str) -> str:
    """
    A name in katakana, with a middle dot between its words.

    >>> to_katakana("Retnowati Gultom"), to_katakana("Cikarang"), to_katakana("Syarif")
    ('レトノワティ・グルトム', 'チカラン', 'シャリフ')
    """
    return "・".join(filter(None, map(word_in_katakana, name.split())))


def word_in_katakana(word: str) -> str:
    """
    One word in katakana.
    """
    parts = list(syllables(word))
    signs = []
    for place, syllable in enumerate(parts):
        following = parts[place + 1] if place + 1 < len(parts) else None
        last = following is None
        signs.append(sign_of(syllable, following, last=last, first=place == 0))
    return "".join(signs)


def sign_of(
    syllable: Syllable, following: Syllable | None, *, last: bool, first: bool
) -> str:
    """
    The kana of one syllable.
    """
    if not syllable.vowel:
        if following and following.onset == syllable.onset:
            return "ッ" if syllable.onset not in "mn" else "ン"
        if last and not first and syllable.onset in STOPPED:
            return "ッ" + BARE[syllable.onset]
        return "" if last and syllable.onset == "h" else BARE.get(syllable.onset, "")
    row = ROWS[syllable.onset]
    sign = row["aiueo".index(syllable.vowel[0])] + DIPHTHONGS.get(syllable.vowel, "")
    labial = following is not None and following.onset in ("b", "p", "m")
    if syllable.nasal == "m" and not labial:
        return sign + "ム"
    return sign + ("ン" if syllable.nasal else "")


DIPHTHONGS = {"ai": "イ", "au": "ウ"}

STOPPED = "tkp"

ROWS = {
    onset: tuple(signs.split())
    for onset, signs in {
        "": "ア イ ウ エ オ",
        "b": "バ ビ ブ ベ ボ",
        "c": "チャ チ チュ チェ チョ",
        "d": "ダ ディ ドゥ デ ド",
        "f": "ファ フィ フ フェ フォ",
        "g": "ガ ギ グ ゲ ゴ",
        "h": "ハ ヒ フ ヘ ホ",
        "j": "ジャ ジ ジュ ジェ ジョ",
        "k": "カ キ ク ケ コ",
        "kh": "カ キ ク ケ コ",
        "l": "ラ リ ル レ ロ",
        "m": "マ ミ ム メ モ",
        "n": "ナ ニ ヌ ネ ノ",
        "ng": "ンガ ンギ ング ンゲ ンゴ",
        "ny": "ニャ ニ ニュ ニェ ニョ",
        "p": "パ ピ プ ペ ポ",
        "r": "ラ リ ル レ ロ",
        "s": "サ シ ス セ ソ",
        "sy": "シャ シ シュ シェ ショ",
        "t": "タ ティ トゥ テ ト",
        "v": "ファ フィ フ フェ フォ",
        "w": "ワ ウィ ウ ウェ ウォ",
        "y": "ヤ イ ユ イェ ヨ",
        "z": "ザ ジ ズ ゼ ゾ",
    }.items()
}

BARE = {
    "b": "ブ",
    "c": "チ",
    "d": "ド",
    "f": "フ",
    "g": "グ",
    "h": "フ",
    "j": "ジ",
    "k": "ク",
    "kh": "ク",
    "l": "ル",
    "m": "ム",
    "n": "ン",
    "ng": "ン",
    "ny": "ニ",
    "p": "プ",
    "r": "ル",
    "s": "ス",
    "sy": "シュ",
    "t": "ト",
    "v": "フ",
    "w": "ウ",
    "y": "イ",
    "z": "ズ",
}
"""
Consonants that no vowel follows.
"""
