"""
What Indonesian words assert, deny, and leave open.
"""

from selaras.text.cues.cue import CueTable, Rows
from selaras.text.cues.id_opposites import OPPOSITES
from selaras.text.cues.id_status import STATUS

FAILS = (
    r"hadir|datang|lulus|mungkin|mampu|bisa|dapat|sanggup|sempat|berhasil|jadi|memenuhi"
    r"|mencapai|tercapai|lolos|menindaklanjuti|juga|kunjung|tumbuh|ikut|muat|menyelesaikan"
    r"|kembali"
)
REFUSES = r"mau|ingin|bersedia|sudi|akan|berniat|rela"
LACKS = (
    r"dibayar|dilunasi|mencukupi|masuk|termasuk|terbit|lengkap|adanya|ada|punya"
    r"|memiliki"
    r"|mempunyai|cukup|memadai|terisi|berfungsi|terjamah|tersedia"
)
"""
What after "tidak" or "belum" others say with fail, refuse and lack.
"""

NO = r"tidak|tak|nggak|enggak|gak|ndak"
"""
How a verb is denied, in writing and as people speak.
"""

NEGATION: Rows = (
    (
        "?not-only",
        r"(?:tidak|tak|bukan|bukannya|bukanlah|tidaklah|jangan) (?:lagi |pula )?"
        r"(?:hanya|sekadar|sekedar|cuma|saja|semata)|(?:tidak|bukan) "
        r"(?:\w{1,30} ){0,4}?(?:semata(?:-mata)?|saja)",
    ),
    (
        "",
        r"mau (?:tidak|tak) mau|(?:tidak|tak) lain(?:nya)?|(?:tidak|tak) (?:pelak"
        r"|ayal|urung|heran|lepas dari)|bukan main(?!-main)|(?:tidak|tak) apa-apa"
        r"|sebelumnya|paling tidak|tahun baru|apalagi|terjun bebas",
    ),
    (
        "not without fee quality",
        r"(?:tanpa|tidak ada|tidak|tak) (?:(?:di|me)pungut(?: (?:biaya|ongkos))?"
        r"|memungut(?: (?:biaya|bayaran))?|(?:biaya|tarif|ongkos|bayar|bayaran)"
        r"(?! \w+(?: \w+)? (?:besar|tinggi|mahal|berlebih\w*)| (?:besar|tinggi|mahal"
        r"|berlebih\w*)))",
    ),
    ("?not lack quality without fail", r"buta (?:huruf|aksara)|tuna aksara"),
    ("?without", r"(?:tanpa|tidak|tak) (?:batas waktu|bernyawa)"),
    ("?not yet", r"nanti dulu"),
    ("?affix", r"praduga tak bersalah"),
    ("?contrast", r"berbeda|beda(?:nya)?|perbedaan|(?:mem|di)bedakan"),
    (
        "?or",
        r"maupun(?! (?:tidak|tak|belum|bukan))|ataupun(?! (?:tidak|tak|belum|bukan))",
    ),
    ("not", r"bukan(?:lah|nya)? pengganti"),
    ("?not fail", r"(?:tidak|tak) tertolong"),
    ("?without lack", r"mati (?:listrik|lampu|air)"),
    (
        "not affix quality without until before",
        r"(?:(?:sampai|hingga) )?(?:batas )?waktu yang (?:belum|tidak) (?:dapat )?"
        r"ditentukan",
    ),
    ("not without quality", r"tanpa batas"),
    ("?without gone", r"di luar"),
    ("?fee", r"gratis|cuma-cuma|prodeo|mbg|bebas (?:pulsa|biaya|bea|ongkos)"),
    (
        "?twice",
        r"bukan(?:nya|lah)? (?:(?:kami|kita|saya|aku|dia|ia|mereka|berarti) )?(?:tidak"
        r"|tak|tanpa)|(?:tidak|tak) (?:bisa|boleh|dapat|mungkin|urung) (?:untuk )?"
        r"(?:tidak|tak)|(?:tidak|tak|tiada) (?:ada|satu pun|seorang pun|satu) "
        r"(?:\w{1,30} )?(?:yang )?(?:tidak|tak)|(?:bukan(?:lah)?|tidak|tak) (?:hal "
        r"|yang )?"
        r"mustahil",
    ),
    (
        "?litotes",
        r"(?:tidak|tak) (?:lama|sedikit|jarang|jauh|kurang|terkecuali)",
    ),
    (
        "?not",
        r"(?:tidak|tak) (?:ubahnya|terhingga|sabar|memandang|usah|acuh|henti)|(?:tidak"
        r"|tak) kalah(?= (?!(?:dalam|di|pada|dari|oleh|saat|selama|sejak|dan"
        r"|lagi)\b)\w)|(?:kalau|jika|bila"
        r"|apabila) (?:tidak|tak)(?=,)|(?:atau|maupun|ataupun) (?:tidak|belum|tak"
        r"|bukan)(?=[.,;?!\"”)]|$)|tidaknya|belumnya|bukankah|tidakkah|(?:tanpa"
        r"|tak|tidak) henti(?:-henti)?(?:nya)?",
    ),
    (
        "not quality",
        r"(?:tidak|tak) (?:dapat |bisa |perlu )?(?:diragukan|dipungkiri|dimungkiri"
        r"|disangkal|dibantah)(?: lagi)?|(?:tidak|tak) (?:bisa|dapat|boleh|akan) hanya",
    ),
    ("?quality", r"pasti|tentu(?:nya)?|jelas"),
    ("?without not", r"dengan (?:atau|maupun|dan|ataupun) tanpa"),
    ("not matter", r"(?:tidak|tak) peduli"),
    ("not quality", r"jangan(?:lah)? (?:sampai )?lupa|jangan(?:lah)? ragu"),
    ("?affix quality lack fail", r"ketidak\w+"),
    (
        "not affix quality lack",
        r"(?:tidak|tak) (?:lazim|senonoh|bermoral|etis|berdaya|nyaman|bersahabat"
        r"|praktis|berdasar|berpengalaman|langsung|masuk akal|terduga|disangka-sangka"
        r"|terkira|terhitung|terelakkan|terhindarkan|terbantahkan|terkalahkan|ternilai"
        r"|tergantikan|terlupakan|tertahankan|terbayangkan|terlihat|terbaca|diinginkan"
        r"|disarankan|dianjurkan|kasatmata|menentu|keruan|karuan|(?:dapat|bisa) "
        r"dihindar(?:i|kan)|dikenal|bernama|bertuan|bersuara|berujung|bernilai"
        r"|(?:bisa|mampu|dapat|sanggup) berkata(?:-kata| apa-apa)?)",
    ),
    (
        "not affix lack without quality",
        r"(?:tidak|tak) (?:membahayakan|hormat|terkontrol|terkendali|terawat|terurus"
        r"|seragam|(?:bisa|dapat|mampu) (?:melihat|membaca|mendengar|berbicara)"
        r"|(?:mau |ingin )?disebut(?:kan)?)|(?:nama|identitas)nya (?:tidak|tak) "
        r"disebut(?:kan)?",
    ),
    ("not without", r"(?:tidak|tak|nggak|enggak|gak|ndak) (?:pakai|pake|memakai)"),
    (
        "not yet until before",
        r"(?:selama|saat|ketika|sewaktu|semasa) (?:\w{1,30} ){0,4}?belum"
        r"|belum (?:dikurangi|dipotong|dihitung)",
    ),
    (
        "not refuse",
        r"(?:tidak|tak|belum) (?:diterima|diberi(?:kan)?|dikabulkan|disetujui)",
    ),
    ("not few lack", r"sedikit atau (?:sama sekali )?(?:tidak|tak|tanpa)"),
    (
        "not less few",
        r"(?:tidak|tak) (?:terlalu|begitu|seberapa|banyak|sering|cukup sering"
        r"|se(?:besar|kecil|baik|buruk|mudah|sulit|tinggi|cepat|banyak|bagus|parah|kuat"
        r"|penting|rumit|ketat|ramai|meriah|lancar|mahal|murah|dalam|panjang|aktif"
        r"|efektif|inovatif|bagus|berani|dekat|sederhana))",
    ),
    ("not contrast", r"(?:tidak|tak) (?:seperti|sama)"),
    (
        "not less only",
        r"(?:tidak|tak|belum|nggak|enggak|gak|ndak) (?:lebih|sampai|melebihi|hingga"
        r"|separuh|setengah"
        r"|mencapai|genap|melampaui)",
    ),
    ("not few", r"(?:hampir|nyaris) (?:tidak|tak|tanpa|belum)(?: pernah)?"),
    (
        "not same lack",
        r"(?:tidak|tak|belum) (?:berubah|(?:di|meng)ubah|beranjak|bergeser|bergerak)",
    ),
    (
        "not avoid forbid fail refuse",
        rf"(?:membuat|meminta|diminta|menjaga|mengimbau) (?:\w{{1,30}} ){{0,3}}?"
        rf"(?:tidak|tak) (?:{REFUSES})",
    ),
    (
        "not avoid forbid fail",
        r"(?:agar|supaya|biar) (?:(?!yang |di\w{4,}kan )\w{1,30} ){0,4}?(?:tidak|tak"
        r"|nggak|gak)"
        r"|(?:untuk|guna) (?:(?!yang )\w{1,30} )?(?:tidak|tak)(?! ter)"
        r"|jangan(?:lah)?(?: sampai)?|(?:membuat|meminta|diminta|menjaga"
        r"|mengimbau) (?:\w{1,30} ){0,3}?(?:tidak|tak)",
    ),
    ("not forbid void", r"(?:tidak|tak) sah"),
    ("not forbid", r"(?:tidak|tak) (?:boleh|diizinkan|diperbolehkan|berhak)"),
    ("not forbid yet", r"belum (?:boleh|diizinkan|diperbolehkan|berhak|sah)"),
    (
        "not ignore",
        r"(?:tidak|tak|belum) (?:tahu|diketahui|jelas|mengetahui|menyadari|dikenal"
        r"|digubris|dipedulikan|diindahkan|dihiraukan|menghiraukan)",
    ),
    (
        "not lack yet unfound",
        r"belum (?:juga |kunjung |berhasil )?(?:ditemukan|diketemukan|ketemu)",
    ),
    ("not lack unfound", r"(?:tidak|tak) (?:ditemukan|diketemukan|ketemu)"),
    ("not lack baseless", r"(?:tidak|tak) beralasan"),
    ("not unlikely", r"(?:tidak|tak) berpotensi"),
    ("not free", r"(?:tidak|tak) ditahan"),
    ("not yet premature", r"belum (?:tepat|waktunya|saatnya)"),
    ("not refuse", rf"(?:{NO}) (?:tega|{REFUSES})"),
    (
        "not fail lack",
        rf"(?:{NO}) \w{{1,30}} (?:apa-apa|apa ?pun|sama sekali"
        r"|se(?:peser|rupiah) ?pun)",
    ),
    (
        "not hide",
        r"(?:tidak|tak) (?:(?:jujur|terbuka|berterus terang)(?: (?:meng|me)\w{3,}kan)?"
        r"|mengungkap(?:kan)?|melapor(?:kan)?)",
    ),
    ("not fail", rf"(?:tidak|tak) (?:{FAILS})"),
    ("not fail yet", rf"belum (?:{FAILS})"),
    ("not refuse yet", rf"belum (?:{REFUSES})"),
    ("not lack", rf"(?:tidak|tak) (?:{LACKS})"),
    ("not lack yet", rf"belum (?:{LACKS})"),
    ("not fail lack ended", r"(?:tidak|tak) lagi"),
    ("not preferred", r"(?<=dan )(?:tidak|tak)(?! (?:akan )?pernah)"),
    ("not", r"(?:tidak|tak|bukan) (?:akan )?pernah|tidak|tak|takkan|tiada|tidaklah"),
    ("not yet", r"belum (?:akan |ada |lagi )?pernah|belum(?:lah)?"),
    ("not contrast", r"bukan(?:lah|nya)?"),
    ("not lack", r"nihil"),
    ("not fail truant", r"mangkir"),
    ("not without silent", r"tanpa (?:pamit|suara|berkata(?:-kata)?|bicara)"),
    ("not without unfed", r"tanpa (?:diberi )?makan(?:an)?"),
    ("not without forbid", r"tanpa (?:izin|hak|restu)"),
    ("not without", r"tanpa(?: harus| perlu| pernah| disertai)?"),
    ("not", r"nggak|enggak|gak|ndak|ogah"),
    (
        "?fail not",
        r"batal(?= (?!(?:karena|akibat|setelah|sejak|meski|dan|tetapi|pada|di)\b)\w)",
    ),
    ("?fail affix", r"mustahil"),
    ("?fail lack", r"luput"),
    ("?fail near owed", r"gagal(?= (?:me|ber|di|ter)\w{3})"),
    ("?fail near", r"(?:meng)?gagal(?:kan|nya)?|digagalkan|kegagalan"),
    (
        "?fail gone",
        r"kandas|takluk|buntu|terhenti|jalan di tempat|habis|ketinggalan|lumpuh"
        r"|rusak|mogok|putus|terputus|mati|kesulitan"
        r"|sulit(?:nya)?|sukar|susah|kesusahan",
    ),
    ("?gone", r"(?:me)?rugi|kalah|kekalahan"),
    (
        "?undo gone",
        r"(?:meng|di|ter)hapus(?:kan)?|penghapusan|(?:men|di)cabut|pencabutan|hangus"
        r"|(?:meng|di)hilangkan",
    ),
    (
        "?avoid gone",
        r"(?:meng|di|ter)(?:hambat|halang)(?:i|kan)?|hambatan|halangan",
    ),
    (
        "?fail",
        r"absen|meleset|batal|dibatalkan|membatalkan|pembatalan",
    ),
    ("?refuse owed", r"enggan"),
    (
        "?refuse",
        r"(?:men|di)?tolak|menolak(?:nya)?|ditolak|penolakan|keengganan"
        r"|menampik|membantah|dibantah|menyangkal|menepis|malas|ragu|ingkar"
        r"|diingkari|keberatan",
    ),
    (
        "?forbid",
        r"melarang|dilarang|larangan|terlarang|pelarangan|pantang|ilegal|liar"
        r"|haram|gelap|melanggar",
    ),
    (
        "?avoid contrast",
        r"(?:men)?jauhi|(?:meng)?hindari|dihindari|menghindar(?:kan|i)?|terhindar"
        r"|mencegah|dicegah|pencegahan|alih-alih|ketimbang|daripada",
    ),
    ("?lack near", r"kehabisan"),
    ("?lack near gone", r"bebas|kekurangan|intoleran\w*|intoleransi"),
    (
        "?lack gone",
        r"kosong|kekosongan|hilang(?:nya)?|kehilangan|menghilang|lenyap|sepi"
        r"|hampa",
    ),
    (
        "?lack",
        r"minim|nol|langka",
    ),
    ("?only until before", r"baru|barulah"),
    ("?only just", r"hanya(?:lah)?|cuma|sekadar|tinggal(?= (?:rp|\d|menunggu))"),
    (
        "?only",
        r"tinggal|semata|selain|cukup(?= rp)|terbatas"
        r"|dibatasi|saja|belaka|melulu|satu-satunya",
    ),
    ("?only left", r"tersisa|menyisakan"),
    ("?left", r"sisa(?:nya)?"),
    ("?only before except", r"kecuali|terkecuali|(?:men|di)diskualifikasi"),
    ("?less lack few want", r"kurangnya|minimnya"),
    ("?less lack few ignore affix", r"kurang jelas"),
    ("?less lack few", r"kurang(?: dari)?"),
    ("?less before", r"paling cepat"),
    (
        "?less",
        r"di bawah|bawah|jauh dari|maksimal|paling \w+|minimal|sedikitnya"
        r"|setidaknya|balita|batita|sekurang-kurangnya|lebih (?:rendah|sedikit|kecil"
        r"|muda)"
        r"|selambat-lambatnya|sebanyak-banyaknya",
    ),
    ("?not lack", r"jauh dari (?:cukup|memadai)"),
    ("?same", r"bertahan"),
    ("?intact", r"utuh|genap"),
    ("?bad", r"buruk|jelek"),
    ("?futile", r"sama saja bohong|percuma|sia-sia|mubazir"),
    ("?restless", r"gelisah|resah|cemas|gundah"),
    ("?helpless", r"(?:mau )?bagaimana lagi|mau bagaimana|apa boleh buat"),
    ("?merciless", r"sadis|kejam|bengis"),
    ("?forbid without", r"bodong"),
    ("?small", r"kecil(?:nya)?|sepele"),
    (
        "?hide",
        r"(?:menyembunyi|disembunyi|merahasia|dirahasia)kan|(?:men|di)?tutup-tutupi",
    ),
    (
        "?avoid",
        r"(?:diminta|meminta|minta|diimbau|mengimbau|imbau|diingatkan|mengingatkan"
        r"|ingatkan) (?:\w{1,30} ){0,2}?(?:jaga|menjaga|(?:ber)?hati-hati|waspada(?:i)?"
        r"|mewaspadai)",
    ),
    (
        "?same yet",
        r"tetap|sama|stagnan|masih|mandek|stabil|ditahan|(?:mem|di)pertahankan"
        r"|(?:men|t)ahan (?:suku )?bunga",
    ),
    ("?before", r"sebelum|sampai"),
    ("?until", r"(?<!sampai hari )(?<!hingga hari )terakhir"),
    (
        "?forbid",
        r"nonprosedural|(?:jalur|pelabuhan) tikus|gratifikasi|penyelundupan",
    ),
    ("?unpaid", r"subsider|(?:kurungan|pidana) pengganti"),
    ("?arrears", r"tertunggak|ditunggak|menunggak|tunggakan|keterlambatan"),
    ("?few", r"sedikit|segelintir|jarang|hampir|nyaris|minim"),
    (
        "?not affix",
        r"non-\w+|non(?:migas|politik|residen|subsidi|aktif|formal|tunai|medis|teknis"
        r"|pemerintah|muslim|militer|pribumi|organik|fiksi)|informal",
    ),
    ("?without affix quality", r"nirlaba|nirawak|nirkabel|swadaya"),
    (
        "?not lack quality without",
        r"buta|bisu|tuli|menganggur|tuna(?:netra|rungu|wicara|daksa|wisma|aksara)",
    ),
    ("?lack without", r"pengangguran"),
    ("?not", r"dibiarkan"),
)

TABLE = CueTable(negation=NEGATION, opposites=OPPOSITES, status=STATUS)
