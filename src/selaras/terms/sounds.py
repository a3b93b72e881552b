"""
The sounds of letters, kana, Chinese characters and Arabic letters, as classes.

A class is a capital letter, written twice, for consonants and a small one for vowels.
What a language's transcriptions do not tell apart is one class there: Chinese has one
for *l* and *r*, Japanese too, and Arabic one for *b* and *p*.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from selaras.languages import Tag
from selaras.text.words import words


def doubled(classes: Mapping[str, str]) -> dict[str, str]:
    """
    A table from each spelling to its class, written for people as class to spellings.

    >>> doubled({"P": "b p", "a": "a"})
    {'b': 'PP', 'p': 'PP', 'a': 'a'}
    """
    return {
        spelling: "".join(sound * 2 if sound.isupper() else sound for sound in sounds)
        for sounds, spellings in classes.items()
        for spelling in spellings.split()
    }


VOWELS = {"a": "a", "i": "e i y", "u": "o u oe wu"}

SOUNDS: Mapping[Tag, dict[str, str]] = {
    "zh": doubled(
        VOWELS
        | {
            "P": "b p",
            "T": "t d dh th",
            "K": "g k q kh",
            "H": "h",
            "C": "c j z ch tj dj ts",
            "S": "s sy sh",
            "KS": "x",
            "W": "f v w ph",
            "L": "l r",
            "N": "m n ng",
            "Ni": "ny",
        }
    ),
    "ja": doubled(
        VOWELS
        | {
            "P": "b p v",
            "T": "t d dh th ts",
            "K": "g k q kh",
            "H": "h f ph",
            "C": "c j z ch tj dj",
            "S": "s sy sh",
            "KS": "x",
            "W": "w",
            "L": "l r",
            "N": "m n ng",
            "Ni": "ny",
        }
    ),
    "ar": doubled(
        VOWELS
        | {
            "P": "b p",
            "T": "t d dh th",
            "K": "g k q",
            "X": "kh",
            "H": "h",
            "TS": "c ch tj ts",
            "C": "j dj",
            "Z": "z",
            "S": "s sy sh",
            "KS": "x",
            "F": "f v ph",
            "u": "w o u oe wu",
            "L": "l",
            "R": "r",
            "M": "m",
            "N": "n",
            "NK": "ng",
            "Ni": "ny",
        }
    ),
}
"""
The letters of names, as the transcriptions of a language tell them apart.
"""

NASAL_BEFORE_VOWEL = "NNKK"
"""
*Singaraja* is シンガラジャ: where a vowel follows, a *g* is heard.
"""

ARABIC = doubled(
    {
        "P": "ب پ",
        "T": "ت ط د ض ث ذ",
        "K": "ك ق غ گ ک",
        "X": "خ",
        "H": "ه ح ة",
        "C": "ج چ",
        "Z": "ز ظ ژ",
        "S": "س ص ش",
        "F": "ف ڤ",
        "L": "ل",
        "R": "ر",
        "M": "م",
        "N": "ن",
        "a": "ا أ آ ى",
        "i": "ي ئ ی إ",
        "u": "و ؤ",
    }
)

PINYIN_INITIALS = doubled(
    {
        "P": "b p",
        "T": "d t",
        "K": "g k",
        "H": "h",
        "C": "zh ch z c j q",
        "S": "sh s x",
        "W": "f",
        "L": "l r",
        "N": "m n",
    }
)

PINYIN_FINALS: Mapping[str, str] = doubled(
    {
        "a": "a",
        "ai": "ai",
        "au": "ao",
        "i": "e ei i ie",
        "u": "o ou u uo v",
        "ia": "ia",
        "iau": "iao",
        "iu": "iu",
        "ua": "ua",
        "uai": "uai",
        "ui": "ui ue ve",
        "aN": "an ang",
        "iN": "en eng in ing",
        "uN": "ong un on",
        "iaN": "ian iang",
        "uaN": "uan uang van",
        "iuN": "iong vn",
        "L": "er",
    }
)

PINYIN_WHOLE: Mapping[str, str] = doubled(
    {
        "ia": "ya",
        "iau": "yao",
        "i": "yi ye",
        "iu": "you yue yu",
        "iaN": "yan yang yuan",
        "iN": "yin ying",
        "iuN": "yong yun",
        "Wa": "wa",
        "Wai": "wai",
        "Wi": "wei",
        "Wu": "wo",
        "u": "wu",
        "WaN": "wan wang",
        "WiN": "wen weng",
        "S": "si shi",
        "C": "zi ci zhi chi",
        "L": "ri",
    }
)

HANZI: Mapping[str, str] = doubled(
    {
        "T": "德 特",
        "K": "克 格",
        "L": "勒 尔 儿 耳",
        "Ki": "吉 基",
        "KiN": "金",
        "Hi": "希",
        "HiN": "欣",
        "uN": "翁",
        "CiN": "仁 任",
        "Ci": "热",
        "W": "夫",
        "H": "赫",
        "N": "姆 恩",
        "P": "布 普",
        "Ka": "加 卡 伽 嘉",
        "Ca": "贾 查 扎 恰",
        "Ku": "戈 科 哥 柯",
        "Si": "塞 色 西 茜 谢 瑟",
        "Cu": "乔 朱 祖 佐 楚",
        "Pi": "伯 佩 皮",
        "Na": "娜 纳 那",
        "Li": "蕾 莱 赖 雷 莉 丽",
        "Ti": "蒂 迪 黛 泰",
        "Pa": "拔 巴 帕",
        "Pai": "拜 派",
        "i": "埃 艾 厄",
        "Ni": "涅 奈 内",
    }
)
"""
Characters that stand for another sound in names than in words, or for no vowel at all.
"""


def sounds_of_pinyin(syllable: str) -> str:
    """
    A syllable of pinyin without its tone.

    >>> sounds_of_pinyin("zhuang"), sounds_of_pinyin("wei"), sounds_of_pinyin("an")
    ('CCuaNN', 'WWi', 'aNN')
    """
    known = PINYIN_WHOLE.get(syllable)
    if known is not None:
        return known
    cut = next((n for n in (2, 1) if syllable[:n] in PINYIN_INITIALS), 0)
    final = PINYIN_FINALS.get(syllable[cut:], "")
    return PINYIN_INITIALS.get(syllable[:cut], "") + final


def is_pinyin(word: str) -> bool:
    """
    Whether a word, in small letters, may be Chinese in pinyin.

    >>> is_pinyin("jinping"), is_pinyin("trump")
    (True, False)

    Its letters stand together as they do in Chinese.

    >>> is_pinyin("tenjo"), is_pinyin("ciawi")
    (False, False)
    """
    return PINYIN.fullmatch(word) is not None and UNCHINESE.search(word) is None


SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un"
    r"|ia|ie|iu|ua|uo|ui|ue|er|a|e|i|o|u)"
)

PINYIN = re.compile(rf"(?:{SYLLABLE}){{1,3}}")
UNCHINESE = re.compile(
    r"[jqx](?:[ae]|o(?!ng))|(?<![zcs])[ghkf]i|wi|[dtnlrzcsghk]o(?![nu])|ci[aeu]"
)
PINYIN_SYLLABLE = re.compile(rf"{SYLLABLE}(?![aeiou])|{SYLLABLE}")


@lru_cache(maxsize=8192)
def sounds_of_hanzi(sign: str) -> str:
    """
    The sounds of one Chinese character; none for any other character.

    >>> sounds_of_hanzi("瓦"), sounds_of_hanzi("尔"), sounds_of_hanzi("a")
    ('WWa', 'LL', '')
    """
    if sign in HANZI:
        return HANZI[sign]
    if not "\u4e00" <= sign <= "\u9fff":
        return ""
    from pypinyin import Style, pinyin  # its tables take 0.3 s to load

    return sounds_of_pinyin(pinyin(sign, style=Style.NORMAL)[0][0].replace("ü", "v"))


KANA_ROWS = {
    "": "アイウエオ",
    "K": "カキクケコ ガギグゲゴ",
    "S": "サシスセソ",
    "C": "ザジズゼゾ",
    "T": "タチツテト ダヂヅデド",
    "N": "ナニヌネノ マミムメモ",
    "H": "ハヒフヘホ",
    "P": "バビブベボ パピプペポ",
    "i": "ヤ_ユ_ヨ",
    "L": "ラリルレロ",
    "W": "ワヰ_ヱヲ",
}

KANA_EXCEPTIONS = doubled(
    {
        "N": "ン ム ヌ",
        "Ci": "チ",
        "T": "ツ ト ド",
        "P": "ヴ ブ プ",
        "K": "ク グ",
        "S": "ス",
        "C": "ズ",
        "H": "フ",
        "L": "ル",
        "Pa": "ヴァ",
        "Pi": "ヴィ ヴェ",
        "Pu": "ヴォ",
        "Wi": "ウィ ウェ",
        "Wu": "ウォ",
        "Ti": "ティ ディ",
        "Tu": "トゥ ドゥ",
        "CSa": "ツァ",
    }
)

SMALL = {"ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "i", "ォ": "u"}
SMALL_Y = {"ャ": "a", "ュ": "u", "ョ": "u", "ェ": "i"}


def kana_table() -> dict[str, str]:
    """
    All kana, single and with a small one behind, and their sounds.

    >>> table = kana_table()
    >>> table["ジャ"], table["ファ"], table["ヤ"], table["キョ"], table["ト"]
    ('CCa', 'HHa', 'ia', 'KKiu', 'TT')
    """
    table = {}
    for row, signs in KANA_ROWS.items():
        consonant = row * 2 if row.isupper() else row
        for line in signs.split():
            for sign, vowel in zip(line, "aiuiu", strict=True):
                table[sign] = consonant + vowel
            bare = line[1] if len(line) == len("アイウエオ") else "_"
            glide = "" if row in PALATAL else "i"
            table |= {bare + y: consonant + glide + v for y, v in SMALL_Y.items()}
    table |= {
        big + v: table[big][:-1] + s for big in "フツスクグ" for v, s in SMALL.items()
    }
    table |= {"チ" + y: "CC" + v for y, v in SMALL_Y.items()}
    table |= {"テュ": "TTiu", "デュ": "TTiu", **KANA_EXCEPTIONS}
    return {kana: sound for kana, sound in table.items() if "_" not in kana}


PALATAL = ("S", "C", "T")

KANA = kana_table()


def kana_sounds(text: str) -> Iterator[tuple[int, str]]:
    """
    The sounds of the katakana of a text, with their places.

    >>> "".join(sound for _, sound in kana_sounds("インドラマユで"))
    'iNNTTLLaNNaiu|'
    """
    text = KANA_WORDS.sub(lambda match: "・" * len(match[0]), text)
    place = 0
    while place < len(text):
        pair = text[place : place + 2]
        if len(pair) > 1 and pair in KANA:
            yield place, KANA[pair]
            place += 2
            continue
        sound = KANA.get(text[place], "" if text[place] in SILENT else BETWEEN)
        if sound:
            yield place, sound
        place += 1


IN_KANA = words(
    "ルピア キロ メートル ドル トン ヘクタール パーセント データ ワクチン",
    "トラック チーム グループ センチ ポイント リットル オンライン バス ガス",
    "イニシャル カメラ コメ メダル イスラム グラム シーズン ドローン インフレ",
    "アナリスト ニッケル ユーロ プラスチック ハッジ ボール フェリー モスク レベル",
    "カカオ パネル ペア マグニチュード コーヒー ウイルス インターネット",
    "ボランティア アプリ メガワット エンジン バレル サイバー ブレーキ リード",
    "サイレン ピーク ビザ ゴム アブラヤシ ゴール ネット クラブ サンゴ ヤシ テント",
    "ミリ ポスト タイヤ コンテナ パーム ノートパソコン リスト ページ",
    "コンピューター クラス ガムラン ランキング セット メーカー サトウキビ",
    "サッカー ミリグラム ジャガイモ ポンプ マングローブ エコノミスト デモ",
    "プログラム ネットワーク ルート タンク メッセージ シード コーチ トタン",
    "マラリア リンギット ヨーロッパ ロケット ステージ マスク カード ローン",
    "バティック リヤル ルール ワット セメント パニック テレビ ゲーム スクリーン",
    "スタート ミス サポーター ドライバー バッテリー バイクタクシー タイル",
    "エレベーター センター サービス スタジアム リーグ ワールドカップ システム",
    "プロジェクト イベント ニュース インタビュー コメント メディア スマートフォン",
    "パスポート ホテル レストラン",
)

SILENT = "ーッ"
BETWEEN = "|"
"""
What stands between words: anything but katakana.
"""

KANA_WORDS = re.compile(
    "(?<![ァ-ヴー])(?:" + "|".join(sorted(IN_KANA)) + ")(?![ァ-ヴー])"
)
"""
Words of the news that are written in katakana and are no names.
"""
