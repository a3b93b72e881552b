"""
Currencies, units and shares that stand in each other's place in wrong translations.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from selaras.languages import Tag

Side = Literal["before", "after"]
Row = tuple[str, ...]
Words = Mapping[Tag, Mapping[Side, Sequence[Row]]]
"""
By language, and by the side of a number, rows of words that exclude each other.
"""

CURRENCIES: Words = {
    "id": {"before": (("Rp", "US$", "S$"),), "after": (("rupiah", "dolar AS"),)},
    "en": {
        "before": (("Rp", "US$", "S$", "€", "£"),),
        "after": (
            ("rupiah", "US dollars", "ringgit", "yen", "yuan", "euros", "baht", "won"),
        ),
    },
    "fr": {
        "after": (
            ("roupies", "dollars américains", "dollars singapouriens", "ringgits"),
            ("dollars", "euros", "roupies", "yens", "yuans"),
        ),
    },
    "zh": {
        "after": (("印尼盾", "美元", "新元", "林吉特", "日元", "欧元", "元", "泰铢"),)
    },
    "ja": {
        "after": (("ルピア", "米ドル", "リンギット", "円", "ユーロ", "ウォン", "元"),)
    },
    "ar": {
        "after": (
            ("روبية", "دولار", "يورو", "ين", "رينغيت"),
            ("روبيات", "دولارات"),
            ("دولار أمريكي", "دولار سنغافوري", "دولار أسترالي"),
        ),
    },
}

UNITS: Words = {
    "id": {"after": (("kilogram", "ton"), ("meter", "kilometer"), ("jam", "menit"))},
    "en": {
        "after": (
            ("kilograms", "tons", "grams"),
            ("kilometers", "meters", "miles", "feet"),
            ("hectares", "square meters", "acres"),
            ("liters", "cubic meters"),
            ("hours", "minutes", "days"),
            ("years", "months", "weeks"),
            ("centimeters", "meters"),
        ),
    },
    "fr": {
        "after": (
            ("kilogrammes", "tonnes", "grammes"),
            ("kilomètres", "mètres", "pieds"),
            ("km", "m"),
            ("hectares", "mètres carrés"),
            ("litres", "mètres cubes"),
            ("heures", "minutes", "jours"),
            ("ans", "mois", "semaines"),
            ("centimètres", "mètres"),
        ),
    },
    "zh": {
        "after": (
            ("公斤", "吨", "克"),
            ("公里", "米", "英里"),
            ("公顷", "平方米", "平方公里"),
            ("升", "立方米"),
            ("小时", "分钟"),
            ("个月", "周", "天"),
            ("厘米", "米"),
        ),
    },
    "ja": {
        "after": (
            ("キログラム", "トン", "グラム"),
            ("キロメートル", "メートル", "マイル"),
            ("ヘクタール", "平方メートル"),
            ("リットル", "立方メートル"),
            ("時間", "分間"),
            ("カ月", "週間"),
            ("センチ", "メートル"),
        ),
    },
    "ar": {
        "after": (
            ("كيلوغراما", "طنا"),
            ("كيلوغرام", "طن"),
            ("كيلومترا", "مترا", "ميلا"),
            ("كيلومتر", "متر", "ميل"),
            ("كيلومترات", "أمتار", "أميال"),
            ("هكتارا", "مترا مربعا"),
            ("ساعة", "دقيقة", "يوما"),
            ("ساعات", "دقائق", "أيام"),
            ("عاما", "شهرا"),
            ("سنوات", "أشهر"),
        ),
    },
}

SHARES: Words = {
    "id": {"after": (("persen", "poin persen"),)},
    "en": {"after": (("percent", "percentage points"),)},
    "fr": {"after": (("%", "points de pourcentage"),)},
    "zh": {"after": (("%", "个百分点"),)},
    "ja": {
        "after": (
            ("％", "ポイント"),
            ("%", "ポイント"),
            ("パーセント", "パーセントポイント"),
        )
    },
    "ar": {"after": (("في المئة", "نقطة مئوية"), ("%", "نقطة مئوية"))},
}
