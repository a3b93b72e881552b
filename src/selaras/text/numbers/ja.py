"""
How Japanese writes numbers.
"""

from decimal import Decimal

from selaras.text.numbers.han_table import HanTable

TABLE = HanTable(
    magnitudes={
        "万": (Decimal(10**4),),
        "億": (Decimal(10**8),),
        "兆": (Decimal(10**12),),
    },
    counters=r"(?:数)?(?:[人名つ個年月日回件棟台隻機本枚度倍割歳分秒位番等者社校軒戸点連国州県村段種頭匹杯冊着両方世期部章項目代層基束袋門票票席組家筋編艦社艇話曲室羽]"
    r"|時間|週間|カ月|か月|ヶ月|カ所|か所|ヶ所|試合|メートル|キロ|トン|ドル|パーセント|ヘクタール)",
    vague="数何",
    unhalved=r"半(?:[径島端袖紙纏券音角沢藤田ば球疑]|導体|信半|官半|グレ|製品|透明|自動|永久|狂乱)"
    r"|(?<=官)半民|(?<=四)半(?:期|世紀)|(?<=夜)半|(?<=生)半可",
    tenths="割",
    prefixes=r"十(?=分[なにでだと、。])",
    over="分の",
    percent=r"\s?[%％]|パーセント",
    hour=r"時(?!間|代|点|期)",
    evening=frozenset({"午後", "夜", "夕方"}),
    morning=frozenset({"午前", "未明", "早朝", "朝"}),
    midnight=frozenset({"深夜", "夜中", "真夜中", "夜"}),
    ranges=r"\s?(?:[-–—~〜～]|から|ないし)\s?",
    weekday=r"日(?:[（(][日月火水木金土][)）曜]|[日月火水木金土]曜)",
    half_gap=r"メートル|キロ|トン|時間|年|[カかヵヶケ箇]月|週間|倍|日|分|世紀",
    half_hour="時",
    clocks=r"\s?\d{1,2}時(?:\d{1,2}分|半)?(?:[とや、・～〜-]|から|および|及び)",
    second_half=r"後半の?(?:\d{1,2}分?[と、・,，]\s?)*",
    falls=True,
    words={
        "正午": (Decimal(12),),
        "3位決定戦": (Decimal(3),),
        "三位決定戦": (Decimal(3),),
        "深夜0時": (Decimal(24), Decimal(0)),
        "半": (Decimal("0.5"),),
        "倍増": (Decimal(2),),
        "初": (Decimal(1),),
        "上半期": (Decimal(1),),
        "下半期": (Decimal(2),),
        "上期": (Decimal(1),),
        "下期": (Decimal(2),),
        "元日": (Decimal(1),),
    },
)
