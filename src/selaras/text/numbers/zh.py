"""
How Chinese writes numbers.

兆 is a million to some and a million millions to others, so it has both values.
"""

import re
from decimal import Decimal

from selaras.text.numbers.han_table import HanTable

MILLION_MILLIONS = Decimal(10**12)

SEMESTERS = {
    f"大{year}{half}": (Decimal(2 * count - (half == "上")), Decimal(count))
    for count, year in enumerate("一二三四五", start=1)
    for half in "上下"
}
"""
The semesters of a university, which Chinese counts by years: 大四下 is the eighth.
"""

TABLE = HanTable(
    magnitudes={
        "万": (Decimal(10**4),),
        "亿": (Decimal(10**8),),
        "萬": (Decimal(10**4),),
        "億": (Decimal(10**8),),
        "兆": (MILLION_MILLIONS, Decimal(10**6)),
    },
    counters=r"(?:多|余)?(?:[人名个個位年月日天次起座家所艘辆架条枚届级岁秒周种件项台只头场局分倍度米吨元块层"
    r"间栋幢户支批轮盏声匹列桶袋对粒瓶碗杯幅笔桩宗箱捆串排副扇群阵遍顿句席餐株包票国县省市村区大方者步成点时期任段亩份张篇章季代组类队口门颗棵处把页字镇乡]"
    r"|小时|公里|公斤|英[里尺寸亩]|盎司|磅|加仑|美元|公顷|世纪|阶段)",
    vague="数几幾上好",
    never=("星期", "周", "礼拜"),
    so_often=r"(?:次(?!日)|班|趟|课时)",
    tenths=r"成(?!为|立|功|员|果|本|绩|长)",
    unhalved=r"半(?:[径徑岛島夜晌疑挂掛球]|[导導][体體]|[决決][赛賽]|信半|推半|工半"
    r"|官[半方]|自[动動]|成品|透明|[军軍]事|公[开開]|[职職])|(?<![年月天时])半空|(?<=官)半民|(?<=知)半解"
    r"|(?<=推)半就|(?<=工)半[读讀]",
    digits="二三四五六七八九两",
    names=re.compile(r"三宝[垄壟]|四川|四水|三星电|五角大楼|九龙|七喜|六合|八打雁"),
    over="分之",
    percent=r"\s?[%％]|个百分点",
    hour=r"[时時点點](?!间|間|点)",
    evening=frozenset({"下午", "晚上", "晚间", "傍晚", "晚", "当晚"}),
    morning=frozenset({"上午", "凌晨", "清晨", "早上", "中午"}),
    midnight=frozenset({"午夜", "深夜", "凌晨", "半夜", "夜里"}),
    ranges=r"\s?(?:[-–—~〜～]|至|到)\s?",
    prefixes=r"百(?=分点)|兆(?=[瓦比赫字帕伏焦])|千(?=[瓦伏米克卡赫帕升])|万(?=[隆])",
    discount="折",
    half_hour="[点點时時]",
    clocks=r"\s?\d{1,2}[点點时時](?:\d{1,2}分?|半)?(?:[和与及、至到～〜-]|以及)",
    second_half=r"下半场(?:比赛)?第?(?:\d{1,2}(?:分钟)?[和与及、]第?)*",
    half_gap=r"个(?:小时|钟头|世纪|星期)?|年|岁|天|小时|倍|米|公里|公斤|吨",
    words={
        **SEMESTERS,
        "正午": (Decimal(12),),
        "午夜": (Decimal(24), Decimal(0)),
        "半": (Decimal("0.5"),),
        "翻番": (Decimal(2),),
        "翻一番": (Decimal(2),),
        "翻了一番": (Decimal(2),),
        "双": (Decimal(2),),
        "俩": (Decimal(2),),
        "首": (Decimal(1),),
        "亚军": (Decimal(2),),
        "亞軍": (Decimal(2),),
        "季军": (Decimal(3),),
        "季軍": (Decimal(3),),
        "上半年": (Decimal(1),),
        "下半年": (Decimal(2),),
        "元旦": (Decimal(1),),
    },
)
