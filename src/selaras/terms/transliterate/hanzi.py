"""
Indonesian names in Chinese characters, in the manner of Xinhua's transcription tables.
"""

from selaras.terms.transliterate.syllables import Syllable, syllables


def to_hanzi(name: str) -> str:
    """
    A name in Chinese characters, with a middle dot between its words.

    >>> to_hanzi("Retnowati Gultom"), to_hanzi("Hendrawan"), to_hanzi("Bambang")
    ('雷特诺瓦蒂·古尔托姆', '亨德拉万', '班邦')
    """
    return "·".join(filter(None, map(word_in_hanzi, name.split())))


def word_in_hanzi(word: str) -> str:
    """
    One word in Chinese characters.
    """
    parts = list(syllables(word))
    signs = []
    for place, syllable in enumerate(parts):
        following = parts[place + 1] if place + 1 < len(parts) else None
        signs.append(sign_of(syllable, following))
    return "".join(signs)


def sign_of(syllable: Syllable, following: Syllable | None) -> str:
    """
    The characters of one syllable.
    """
    if not syllable.vowel:
        return "" if is_silent(syllable, following) else BARE[syllable.onset]
    row = ROWS[syllable.onset]
    labial = following is not None and following.onset in ("b", "p", "m")
    if syllable.nasal == "m" and not labial:
        return row[FINALS.index(syllable.vowel)] + "姆"
    final = syllable.vowel[0] if syllable.nasal else syllable.vowel
    nasal = "n" if syllable.nasal == "m" else syllable.nasal
    return row[FINALS.index(final + nasal)]


def is_silent(syllable: Syllable, following: Syllable | None) -> bool:
    """
    Whether a consonant is not written: doubled, or an *h* at the end.
    """
    if following is None:
        return syllable.onset == "h"
    return following.onset == syllable.onset


FINALS = (
    *("a", "e", "i", "o", "u", "ai", "au"),
    *("an", "en", "in", "on", "un"),
    *("ang", "eng", "ing", "ong", "ung"),
)

ROWS = {
    onset: tuple(signs.split())
    for onset, signs in {
        "": "阿 埃 伊 奥 乌 艾 奥 安 恩 因 翁 温 昂 恩 英 翁 翁",
        "b": "巴 贝 比 博 布 拜 包 班 本 宾 邦 本 邦 本 宾 邦 邦",
        "c": "查 切 奇 乔 楚 柴 乔 钱 岑 钦 琼 春 昌 成 青 琼 琼",
        "d": "达 德 迪 多 杜 代 道 丹 登 丁 东 敦 当 登 丁 东 东",
        "f": "法 费 菲 福 富 法伊 福 凡 芬 芬 丰 丰 方 丰 芬 丰 丰",
        "g": "加 格 吉 戈 古 盖 高 甘 根 金 贡 贡 冈 根 金 贡 贡",
        "h": "哈 赫 希 霍 胡 海 豪 汉 亨 欣 洪 洪 杭 亨 欣 洪 洪",
        "j": "贾 杰 吉 佐 朱 贾伊 焦 詹 真 金 宗 准 姜 真 京 宗 宗",
        "k": "卡 克 基 科 库 凯 考 坎 肯 金 孔 昆 康 肯 金 孔 孔",
        "kh": "卡 克 基 科 库 凯 考 坎 肯 金 孔 昆 康 肯 金 孔 孔",
        "l": "拉 莱 利 洛 卢 莱 劳 兰 伦 林 隆 伦 朗 伦 林 隆 隆",
        "m": "马 梅 米 莫 穆 迈 毛 曼 门 明 蒙 蒙 芒 孟 明 蒙 蒙",
        "n": "纳 内 尼 诺 努 奈 瑙 南 嫩 宁 农 嫩 囊 能 宁 农 农",
        "ng": "恩加 恩格 恩吉 恩戈 恩古 恩盖 恩高 恩甘 "
        "恩根 恩金 恩贡 恩贡 恩冈 恩根 恩金 恩贡 恩贡",
        "ny": "尼亚 涅 尼 尼奥 纽 尼艾 尼奥 尼扬 "
        "涅恩 宁 尼翁 纽恩 尼昂 涅恩 宁 尼翁 尼翁",
        "p": "帕 佩 皮 波 普 派 保 潘 彭 平 蓬 蓬 庞 彭 平 蓬 蓬",
        "r": "拉 雷 里 罗 鲁 赖 劳 兰 伦 林 龙 伦 朗 伦 林 龙 龙",
        "s": "萨 塞 西 索 苏 赛 绍 桑 森 辛 松 孙 桑 森 辛 松 松",
        "sy": "夏 谢 希 肖 舒 沙伊 肖 善 申 辛 雄 顺 尚 申 辛 雄 雄",
        "t": "塔 特 蒂 托 图 泰 陶 坦 滕 廷 通 通 唐 滕 廷 通 通",
        "v": "法 费 菲 福 富 法伊 福 凡 芬 芬 丰 丰 方 丰 芬 丰 丰",
        "w": "瓦 韦 维 沃 武 怀 沃 万 文 温 翁 文 旺 文 温 翁 翁",
        "y": "亚 耶 伊 约 尤 亚伊 耀 延 延 因 永 云 扬 英 英 永 永",
        "z": "扎 泽 齐 佐 祖 宰 佐 赞 曾 津 宗 尊 臧 曾 京 宗 宗",
    }.items()
}

BARE = {
    "b": "布",
    "c": "奇",
    "d": "德",
    "f": "夫",
    "g": "格",
    "h": "赫",
    "j": "吉",
    "k": "克",
    "kh": "克",
    "l": "尔",
    "m": "姆",
    "n": "恩",
    "ng": "恩 ",
    "ny": "尼 ",
    "p": "普",
    "r": "尔",
    "s": "斯",
    "sy": "什",
    "t": "特",
    "v": "夫",
    "w": "武",
    "y": "伊",
    "z": "兹",
}
"""
Consonants that no vowel follows.
"""
