"""
What stands beside a number in Indonesian.
"""

from selaras.text.quantities.currencies import (
    CENTS,
    CROWNS,
    DINARS,
    DIRHAMS,
    DOLLARS,
    FOREIGN_RUPEES,
    FRANCS,
    LIRAS,
    PESOS,
    POUNDS,
    RIYALS,
    WON,
)
from selaras.text.quantities.quantity import QuantityTable

COUNTRIES = {
    "AS": "USD", "Amerika Serikat": "USD", "Amerika": "USD", "Singapura": "SGD",
    "Australia": "AUD", "Hong Kong": "HKD", "Hongkong": "HKD", "Kanada": "CAD",
    "Taiwan": "TWD", "Selandia Baru": "NZD", "Brunei": "BND",
}  # fmt: skip

DOLLAR = ("dolar", "dollar")
"""
How newspapers spell it: Kompas with two letters.
"""

MEASURED = (
    r"(?= (?:usia |umur |harga |rata-rata )?(?:(?:rp|us\$|s\$)\s?\d"
    r"|[\d.,]+ (?:ribu |juta |miliar |triliun )?(?:persen|tahun|bulan|hari|jam"
    r"|menit|kilo|meter|senti|mil|hektare|ton|derajat|rupiah|doll?ar|ringgit|euro|yen|poin|gram|liter)))"
)
"""
What follows "di atas" and "di bawah" where they are no place: "di atas 120 perahu".
"""

COUNTED = r"(?:\d|se[a-z]{4}|(?:satu|dua|tiga|empat|lima|enam|tujuh|delapan)\b)"

UNBOUNDED = "(?! (?:lebih|kurang|hampir|sekitar|hingga|sampai|paling|m[ai][kn]|se))"
"""
No bound of its own follows, which would say what is meant.
"""

PASSED = (
    r"[\w.]+ (?:tingkat|tahap|proses|desa|kota|kabupaten|provinsi|negara|pos|babak"
    r"|fase|lapis|pintu|stasiun|seleksi|verifikasi|ujian|rintangan)"
)
"""
What one goes through, however many there are: "melewati empat tingkat verifikasi".
"""

ALONE = (
    r"(?= [\d.,]*\d(?![\d.,]*\d)"
    r"(?: (?:ribu|juta|miliar|triliun))?(?:\s*(?:[.;:!?)”\"]|$)|,"
    r" | (?:orang|jiwa|kasus|korban)\b))"
)
"""
A number that nothing is counted by is no place either: "meningkat di atas 800."
"""

TABLE = QuantityTable(
    placed="detik|menit|jam|hari|minggu|pekan",
    before={
        "MORE": (
            "lebih dari(?:pada)?",
            "melebihi",
            "melampaui",
            rf"melewati(?! {PASSED})",
            "lewat dari",
            rf"di atas(?:{MEASURED}|{ALONE})",
            "terlampaui",
            "terlewati",
            r"lebih(?= \d)",
        ),
        "MORE|NONE": (
            "menembus",
            "tembus",
            "lewat",
            "di atas",
            "lebih (?:tinggi|besar|banyak|lama|panjang|berat|mahal|cepat)"
            " dari(?:pada)?",
        ),
        "LESS|NONE": (
            "di bawah",
            "lebih (?:rendah|kecil|sedikit|singkat|pendek|ringan|murah) dari(?:pada)?",
        ),
        "LESS|AT_MOST|NONE": (
            "baru",
            "hanya",
            "cuma",
            rf"tinggal(?= {COUNTED})",
            r"u(?=-?\d)",
            r"kelas(?= \d+ k)",
        ),
        "AT_LEAST|NONE": (
            "minimum",
            "(?:batas|ambang|syarat|upah|usia|suhu) (?:minimum|minimal)(?:nya)?",
            "paling cepat",
        ),
        "AT_LEAST": (
            "sedikitnya",
            "setidaknya",
            "setidak-tidaknya",
            "sekurang-kurangnya",
            "sekurangnya",
            "minimal",
            "paling sedikit",
            "paling tidak",
            "paling rendah",
            "paling singkat",
            "paling kurang",
            "serendah-rendahnya",
            r"(?:tidak|tak) (?:boleh )?kurang dari",
            "(?:tidak|tak) di bawah",
            "(?:tidak|tak) kurang",
        ),
        "LESS": (
            "kurang dari",
            rf"di bawah(?:{MEASURED}|{ALONE})",
            r"(?:tidak|tak|belum) (?:sampai|mencapai)",
            "belum genap",
            r"belum(?= (?:\d|separuh|setengah|seperempat|sepertiga"
            r"|satu(?! (?:\w+ )?pun\b)|dua|tiga|lima))",
        ),
        "AT_MOST": (
            "maksimal",
            "paling banyak",
            "paling lama",
            "paling tinggi",
            "paling besar",
            "paling-paling",
            "(?:tidak|tak|belum)(?: akan| boleh| pernah| bisa| dapat)?"
            " (?:lebih dari|melebihi|melampaui|melewati)",
            "sebanyak-banyaknya",
            "setinggi-tingginya",
            "selama-lamanya",
        ),
        "AT_MOST|NONE": (
            "hingga",
            "sampai(?: dengan)?",
            "maksimum|maksimalnya",
            f"(?:(?:di|mem)batasi|pembatasan|tertinggi(?:nya)?){UNBOUNDED}",
            "(?:batas|ambang|angin|kecepatan|suhu|tinggi) (?:maksimum|maksimal)",
        ),
        "AT_MOST|AT_LEAST|NONE": ("paling lambat", "selambat-lambatnya"),
        "ALMOST": ("hampir", "nyaris"),
        "ALMOST|NONE": ("mendekati",),
        "ABOUT": (
            "sekitar",
            "kira-kira",
            "kurang lebih",
            "lebih kurang",
            "berkisar",
            "kisaran",
            "rata-rata",
        ),
    },
    after={
        "AT_LEAST|MORE": (
            "ke atas",
            "atau di atasnya",
            "lebih sedikit",
            "atau lebih(?! (?:tinggi|rendah|besar|kecil|banyak|sedikit|lama|cepat"
            "|lambat|murah|mahal|tepat|baik|buruk|dari|jauh|dekat))",
        ),
        "MORE|NONE": (
            r"lebih(?! (?:tinggi|rendah|besar|kecil|banyak|sedikit|lama|cepat"
            r"|lambat|awal|murah|mahal|tepat|baik|buruk|dari|jauh|dekat|dulu|dahulu|lanjut|panjang"
            r"|pendek|ringan|berat|suka|me\w+|ber\w+|di\w+|ter\w+)\b)",
        ),
        "AT_MOST|LESS": ("ke bawah", "atau kurang", "atau di bawahnya"),
    },
    before_gap=r"[\s-]*(?:(?:dari|dalam|lagi|total|usia|umur|sekitar|angka|level|sebesar|sebanyak"
    r"|batas|target|selama|sejauh|seluas|setinggi|suhu|ketinggian|kecepatan|harga"
    r"|ambang|nilai|kadar|sampai|hingga|kepada|terhadap|ada|kisaran|jumlah|para"
    r"|pada|dengan|untuk|bagi|membayar|memiliki|menjadi|berusia|minus"
    r"|terdapat|tercatat|sudah|telah|berukuran|berkapasitas|berdiameter|berbobot|bertinggi"
    r"|sepanjang|selebar|sedalam|seberat|senilai|sejumlah|berjumlah|mencapai)\s+)*",
    after_gap=r"\s?(?:[^\W\d]+\s){0,2}",
    negations=r"(?:tidak|tak|bukan|belum|jangan)(?!.* selama )",
    rises=(
        "naik",
        "kenaikan",
        "naiknya",
        "meningkat",
        "peningkatan",
        "melonjak",
        "lonjakan",
        "bertambah",
        "pertambahan",
        "penambahan",
        "tumbuh",
        "pertumbuhan",
        "menguat",
        "penguatan",
        "meroket",
        "menanjak",
        "melambung",
        r"melesat(?! sejauh)",
        "bangkit",
        "dinaikkan",
        "menaikkan",
        "ditingkatkan",
        "meningkatkan",
        "ditambah",
        "menambah",
    ),
    falls=(
        "turun",
        "turunnya",
        "penurunan",
        "menurun",
        "merosot",
        "anjlok",
        "berkurang",
        "pengurangan",
        "melemah",
        "pelemahan",
        "menyusut",
        "penyusutan",
        "terpangkas",
        "dipangkas",
        "memangkas",
        "pemangkasan",
        "diturunkan",
        "menurunkan",
        "terkoreksi",
        "susut",
        "ambles",
        "dikurangi",
        "mengurangi",
        "melandai",
        "tergerus",
        "melorot",
        "jeblok",
        "tertekan",
        "kehilangan",
        "merosotnya",
        "terdepresiasi",
        "kontraksi",
        "terkontraksi",
        "berkontraksi",
    ),
    turn_gap=45,
    currencies={
        "rupiah": "IDR",
        "dolar": DOLLARS,
        "dollar": DOLLARS,
        "euro": "EUR",
        "yen": "JPY",
        "yuan": "CNY",
        "renminbi": "CNY",
        "ringgit": "MYR",
        "riyal": RIYALS,
        "riyal saudi": "SAR",
        "riyal arab saudi": "SAR",
        "real": "BRL",
        "rial": RIYALS,
        "pound": POUNDS,
        "poundsterling": "GBP",
        "pound sterling": "GBP",
        "pounds": POUNDS,
        "won": WON,
        "won korea": "KRW",
        "baht": "THB",
        "peso": PESOS,
        "rupee": FOREIGN_RUPEES,
        "rupi": FOREIGN_RUPEES,
        "rubel": "RUB",
        "franc": FRANCS,
        "franc swiss": "CHF",
        "frank": FRANCS,
        "frank swiss": "CHF",
        "dirham": DIRHAMS,
        "dinar": DINARS,
        "lira": LIRAS,
        "dong": "VND",
        "krona": CROWNS,
        "krone": CROWNS,
        "sen": CENTS,
        "sen rupiah": "IDRc",
        "sen euro": "EURc",
        **{f"sen {dollar}": CENTS for dollar in DOLLAR},
        **{
            f"{dollar} {country}": code
            for dollar in DOLLAR
            for country, code in COUNTRIES.items()
        },
        **{
            f"sen {dollar} {country}": f"{code}c"
            for dollar in DOLLAR
            for country, code in COUNTRIES.items()
        },
    },
    units={
        "percentage-point": "poin persen(?:tase)?|persen poin|persentase poin",
        "percent": "%|persen(?:nya)?|prosen",
        "basis-point": "basis poin|bps",
        "point percentage-point": "poin",
        "kilometre": "kilometer|km|kph",
        "metre": "meter|m",
        "centimetre": "sentimeter|centimeter|senti|cm",
        "millimetre": "milimeter|mm",
        "foot": "kaki",
        "inch": "inci",
        "yard": "yard",
        "mile": "mil|mph",
        "nautical-mile": "mil laut",
        "square-metre": "meter persegi|m2|m²",
        "square-kilometre": "kilometer persegi|km persegi|km2|km²",
        "square-centimetre": "sentimeter persegi|cm2|cm²",
        "square-foot": "kaki persegi",
        "square-mile": "mil persegi",
        "square-nautical-mile": "mil laut persegi",
        "hectare": "hektare|hektar|ha",
        "acre": "ekar|are",
        "kilogram": "kilogram|kg",
        "kilogram kilometre": "kilo",
        "gram": "gram|gr|(?<= )g",
        "milligram": "miligram|mg",
        "microgram": "mikrogram",
        "gross-ton tonne": "gros{1,2} ton|gt",
        "tonne": "ton|metrik ton",
        "quintal": "kuintal|kwintal",
        "pound": "pon",
        "ounce hectogram": "ons",
        "ounce": "ons troi|troy ons|troy ounce",
        "litre": "liter|l",
        "kilolitre": "kiloliter|kl",
        "millilitre": "mililiter|ml|cc|(?:sentimeter|cm) kubik|cm3|cm³",
        "cubic-metre": "(?:meter|m) kubik|m3|m³",
        "cubic-kilometre": "kilometer kubik|km3|km³",
        "cubic-foot": "kaki kubik",
        "gallon barrel": "galon",
        "barrel": "barel",
        "watt-hour": "watt-jam|watt jam|wh",
        "watt": "watt",
        "kilowatt": "kilowatt|kw",
        "megawatt": "megawatt|mw",
        "gigawatt": "gigawatt|gw",
        "kilowatt-hour": "kilowatt jam|kilowatt-jam|kwh",
        "megawatt-hour": "megawatt jam|megawatt-jam|mwh",
        "gigawatt-hour": "gigawatt jam|gigawatt-jam|gwh",
        "celsius": "derajat cel[sc]ius|°c",
        "fahrenheit": "derajat fahrenheit|°f",
        "degree celsius fahrenheit": "derajat|°",
        "second": "detik|seconds",
        "minute": "menit|minutes",
        "hour": "jam|hours",
        "day": "hari|days",
        "week": "minggu|pekan",
        "month": "bulan",
        "year": "tahun",
        "century": "abad",
    },
    ones=r"(?<!\w)(?:se|per )(?=(?:tahun|bulan|pekan|minggu|hari|jam|menit|detik|abad"
    r"|kilometer|meter kubik|meter persegi|meter|kilogram|kilo|gram|ton|hektare|liter"
    r"|mil|barel|kilowatt-jam|kwh|doll?ar|euro|yen|yuan|ringgit)(?!\w))",
    orders={
        10: "belasan",
        20: "puluhan",
        100: "ratusan",
        1000: "ribuan",
        10_000: "(?:belas|puluh)an ribu",
        100_000: "ratusan ribu",
        10**6: "jutaan",
        10**7: "(?:belas|puluh)an juta",
        10**8: "ratusan juta",
        10**9: "miliaran",
        10**10: "(?:belas|puluh)an miliar",
        10**11: "ratusan miliar",
        10**12: "triliunan",
        10**13: "(?:belas|puluh)an triliun",
        10**14: "ratusan triliun",
    },
)
