"""
What Indonesian words make of people: suspects, convicts, the dead and the safe.
"""

from selaras.text.cues.cue import Rows

AFTER_PEOPLE = "|".join(
    rf"(?<=\b{word} )"
    for word in (
        *("semua", "seluruh", "seluruhnya", "penumpang", "awak", "kapal", "kru"),
        *("korban", "orang", "warga", "pendaki", "nelayan", "pilot", "anak", "pekerja"),
        *("jiwa", "lainnya", "mereka", "keduanya", "ketiganya", "dipastikan", "yang"),
        *("dinyatakan", "dilaporkan", "ditemukan", "berhasil", "keadaan", "masih"),
    )
)
"""
After these "selamat" says of people that they came through, and wishes nobody well.
"""

STATUS: Rows = (
    (
        "",
        r"(?:tak|tidak|bagaimana|lebih|paling|yang) mungkin|se\w{1,15} mungkin"
        r"|menutup kemungkinan|di luar dugaan",
    ),
    (
        "",
        r"(?:mesin|lampu|listrik|pendingin udara|jaringan|sinyal|telepon|seluler|aliran"
        r"|AC)(?:nya)? (?:sempat |ikut |turut )?mati|saksi bisu|saksi sejarah|(?:tak"
        r"|tidak) (?:ter"
        r"|di)duga",
    ),
    (
        "?defendant",
        r"(?:penasihat hukum|kuasa hukum|pengacara|kursi|pembela"
        r"|bangku) (?:para )?terdakwa",
    ),
    ("?reported", r"(?:instansi|pihak|lembaga) terlapor"),
    ("reported", r"terlapor"),
    ("suspect alleged", r"terduga(?: pelaku)?"),
    ("suspect", r"tersangka(?:nya)?|ditersangkakan"),
    ("respondent", r"tergugat"),
    ("defendant", r"terdakwa(?:nya)?"),
    ("convict", r"terpidana"),
    ("convict inmate", r"narapidana|napi|warga binaan"),
    ("?witness", r"lpsk"),
    ("witness", r"saksi(?:nya)?(?: mata| ahli| mahkota)?"),
    ("fugitive", r"buron|buronan|buronnya|daftar pencarian orang|dpo"),
    (
        "alleged",
        r"diduga|dugaan|menduga|disangka|disinyalir|ditengarai|diduganya|dugaannya",
    ),
    ("?alleged", r"disangkakan|kecurigaan|dicurigai|curiga|mencurigakan|tudingan"),
    ("?indictment", r"dijerat|menjerat|menjeratnya|tuduhan|dituduh|menuduh|dikenai"),
    ("indictment", r"dakwaan(?:nya)?|didakwa|mendakwa|surat dakwaan"),
    (
        "demand",
        r"tuntutan (?:jaksa|jpu|penuntut|pidana|hukuman|mati)|tuntutannya"
        r"|(?:dituntut|menuntut|tuntut)(?= (?:\S{1,30} ){0,14}?(?:pidana|penjara"
        r"|hukuman|mati))|(?:lebih (?:ringan|berat|rendah|tinggi) (?:dari|daripada)"
        r"|sama dengan) tuntutan",
    ),
    ("?demand", r"tuntut\w*|dituntut|menuntut"),
    ("acquitted demand", r"(?:menuntut|dituntut|tuntutan) bebas"),
    (
        "acquitted",
        r"(?:(?:di|mem)?vonis|putusan|dinyatakan|diputus) (?:\w{1,30} )?(?:bebas"
        r"|lepas)(?! (?:malaria|rabies|polio|penyakit|virus|narkoba|kusta))"
        r"|tidak bersalah|bebas murni|bebas dari (?:segala |semua )?dakwaan"
        r"|dibebaskan dari (?:\w{1,30} )?dakwaan",
    ),
    ("?acquitted", r"bebas|(?:mem|di)bebaskan|pembebasan|lepas"),
    ("verdict", r"(?:me|di)?vonis(?:nya)?|memvonis|divonis"),
    ("?verdict", r"putusan(?:nya)?|diputus\w*|hukuman|dihukum|menghukum"),
    ("?convict verdict", r"bersalah|terbukti|mengecam|dikecam|kecaman"),
    (
        "?verdict",
        r"(?:ancaman |diancam |terancam )?(?:pidana|penjara|kurungan)|denda|didenda",
    ),
    ("?suspect alleged", r"suspek"),
    ("instead", r"(?<!dakwaan )(?:subsider|subsidair)"),
    ("appeal", r"banding"),
    ("cassation", r"kasasi"),
    ("review", r"peninjauan kembali|pk"),
    ("closed", r"sp3|penghentian penyidikan|menghentikan penyidikan"),
    (
        "arrested",
        r"ditangkap|menangkap|penangkapan|tangkap|dibekuk|membekuk|diringkus"
        r"|meringkus",
    ),
    ("?arrested detained", r"diamankan|mengamankan|dicokok|tertangkap|diciduk"),
    ("detained", r"ditahan|penahanan"),
    ("?detained", r"menahan|tahan|tahanan|dikurung|dipenjara|dipenjarakan"),
    ("summoned", r"dipanggil|pemanggilan"),
    ("?summoned", r"memanggil|panggil|panggilan"),
    (
        "?questioned",
        r"diperiksa|memeriksa|pemeriksaan|dimintai keterangan|diinterogasi|periksa",
    ),
    ("?acquitted", r"praduga tak bersalah"),
    ("?fugitive", r"tabrak lari|melarikan diri|kabur"),
    ("?dead", r"korban jiwa(?= nihil)"),
    (
        "dead",
        r"(?:me)?renggut (?:\w{1,12} ){1,2}(?:jiwa|nyawa)|(?:tak|tidak) tertolong",
    ),
    (
        "dead",
        r"tewas(?:nya)?|menewaskan|tewaskan|wafat(?! (?:isa|yesus|nabi))"
        r"|meninggal(?:nya)?(?: dunia)?|korban (?:tewas|jiwa"
        r"|meninggal)|tutup usia",
    ),
    (
        "?dead",
        r"gugur|mati|kematian|kematiannya|jenazah|jasad|mayat|nyawa|bernyawa"
        r"|maut|terbunuh|membunuh|dibunuh|pembunuhan|almarhum|almarhumah|mendiang"
        r"|fatal|bunuh|merenggut|kehilangan nyawa|tenggelam|kehilangan|mangkat"
        r"|berpulang|mematikan|syahid|punah|dimangsa|memangsa|(?:mem|di)bunuh\w+"
        r"|pembantaian|dibantai|hukuman mati"
        r"|bangkai|makam|pembunuh|haul",
    ),
    (
        "missing",
        r"(?:korban|orang|orang-orang|warga|jiwa|penumpang|nelayan|pendaki|awak|kru"
        r"|anak"
        r"|siswa|pekerja|wisatawan|mereka) yang (?:masih |dinyatakan "
        r"|dilaporkan )?hilang",
    ),
    (
        "safe",
        rf"(?:{AFTER_PEOPLE})selamat(?! (?:datang|ulang|jalan|pagi|siang|malam|sore"
        rf"|hari"
        r"|tahun|natal|idul))|selamat dari|selamat(?=[.,;])",
    ),
    (
        "?dead victim hurt",
        r"korban(?! (?:luka|cedera|hilang|terluka|gigitan|penipuan))(?:nya)?",
    ),
    ("badly", r"(?:luka-luka|terluka|luka|cedera)(?: \w+)? (?:berat|parah|serius)"),
    ("slightly", r"(?:luka-luka|terluka|luka|cedera)(?: \w+)? ringan"),
    (
        "hurt badly slightly",
        r"luka-luka|terluka|melukai|cedera|mencederai|korban luka|luka",
    ),
    ("?hurt slightly", r"lecet|memar"),
    ("critical", r"kritis|koma"),
    ("?critical", r"sekarat|gawat"),
    ("missing", r"(?:dinyatakan|dilaporkan|masih|orang|korban|jiwa) hilang"),
    (
        "?missing",
        r"hilang\w*|belum ditemukan|nasib(?:nya)?|hanyut|menghilang|pencarian|dicari"
        r"|tertimbun",
    ),
    (
        "?safe",
        r"selamat|penyintas|menyelamatkan|diselamatkan|selamatkan|penyelamatan"
        r"|aman",
    ),
    ("?displaced", r"mengungsi\w*|pengungsi\w*|diungsikan|dievakuasi|evakuasi"),
    ("?victim", r"korban\w*"),
    (
        "?suspect convict defendant inmate",
        r"pelaku\w*|penjahat|tersangkut|koruptor|pencuri",
    ),
    (
        "?witness",
        r"kesaksian|bersaksi|menyaksikan|disaksikan|disaksikannya|menonton"
        r"|penonton",
    ),
    ("?hurt", r"trauma|menyakiti|penganiayaan|dianiaya|patah|kekerasan"),
    (
        "?held",
        r"di(?:anggap|pandang|yakini|percaya|nilai)|mengira"
        r"|dikira|menganggap|meyakini|berspekulasi|spekulasi|me?nebak|ditebak|tebakan",
    ),
    (
        "?foreseen",
        r"(?:di|mem)perkirakan|perkiraan|(?:di|mem)prediksi|prediksi|ramalan"
        r"|(?:di|me)ramal\w*|diharapkan|ditaksir|taksiran",
    ),
    (
        "?menace",
        r"(?:di)?khawatir(?:kan)?|(?:meng|ter|di)ancam|ancaman",
    ),
    (
        "doubt",
        r"mungkin|kemungkinan|barangkali|boleh jadi|kabarnya|konon|dikabarkan"
        r"|disebut-sebut",
    ),
)
