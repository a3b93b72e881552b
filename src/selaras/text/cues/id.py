"""
What Indonesian words assert, deny, and leave open.
"""

from selaras.text.cues.cue import CueTable, Rows
from selaras.text.cues.id_status import STATUS

FAILS = (
    r"hadir|datang|lulus|mungkin|mampu|bisa|dapat|sanggup|sempat|berhasil|jadi|memenuhi"
    r"|mencapai|lolos|menindaklanjuti|juga|kunjung|tumbuh|ikut|muat|menyelesaikan"
)
REFUSES = r"mau|ingin|bersedia|sudi|akan|berniat|rela"
LACKS = (
    r"dibayar|dilunasi|mencukupi|masuk|termasuk|terbit|lengkap|adanya|ada|punya"
    r"|memiliki"
    r"|mempunyai|cukup|memadai|terisi|berfungsi|terjamah|ditemukan|beralasan"
)
"""
What after "tidak" or "belum" others say with fail, refuse and lack.
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
        r"|sebelumnya|paling tidak|tahun baru|apalagi",
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
        r"(?:tidak|tak|belum) (?:berubah|diubah|beranjak|bergeser|bergerak)",
    ),
    (
        "not avoid forbid fail",
        r"(?:agar|supaya|biar) (?:(?!yang |di\w{4,}kan )\w{1,30} ){0,4}?(?:tidak|tak"
        r"|nggak|gak)"
        r"|(?:untuk|guna) (?:(?!yang )\w{1,30} )?(?:tidak|tak)(?! ter)"
        r"|jangan(?:lah)?(?: sampai)?|(?:membuat|meminta|diminta|menjaga"
        r"|mengimbau) (?:\w{1,30} ){0,3}?(?:tidak|tak)",
    ),
    ("not forbid", r"(?:tidak|tak) (?:boleh|diizinkan|diperbolehkan|berhak|sah)"),
    ("not forbid yet", r"belum (?:boleh|diizinkan|diperbolehkan|berhak|sah)"),
    (
        "not ignore",
        r"(?:tidak|tak|belum) (?:tahu|diketahui|jelas|mengetahui|menyadari|dikenal"
        r"|digubris|dipedulikan|diindahkan|dihiraukan|menghiraukan)",
    ),
    ("not fail", rf"(?:tidak|tak) (?:{FAILS})"),
    ("not fail yet", rf"belum (?:{FAILS})"),
    ("not refuse", rf"(?:tidak|tak) (?:{REFUSES})"),
    ("not refuse yet", rf"belum (?:{REFUSES})"),
    ("not lack", rf"(?:tidak|tak) (?:{LACKS})"),
    ("not lack yet", rf"belum (?:{LACKS})"),
    ("not fail lack", r"(?:tidak|tak) lagi"),
    ("not", r"(?:tidak|tak|bukan) (?:akan )?pernah|tidak|tak|takkan|tiada|tidaklah"),
    ("not yet", r"belum (?:akan |ada |lagi )?pernah|belum(?:lah)?"),
    ("not contrast", r"bukan(?:lah|nya)?"),
    ("not lack", r"nihil"),
    ("not fail", r"mangkir"),
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

OPPOSITES: Rows = (
    (
        "",
        r"turun (?:tangan|langsung|hujan|minum|gunung|di(?! bawah| atas)"
        r"|ke (?!(?:level|posisi"
        r"|peringkat|urutan|angka|kisaran|tingkat|titik|sekitar|bawah|harga|rp|us"
        r"|\d)))|(?:naik|turun) (?:dari|ke) (?:atas )?(?:bus|kereta|kapal|pesawat"
        r"|mobil|motor|truk|gunung|podium|panggung|tangga|takhta|jabatan|langit"
        r"|angkot|feri|sepeda|perahu|pohon|atap|lereng|bukit|tribune|kursi|puncak)"
        r"|(?:turun(?:nya)? )?hujan(?: \w{1,20}){0,3}? (?:baru |mulai )?turun"
        r"|turun(?:nya)? hujan|menurunkan (?:seorang|kedua|penumpang|tim|personel"
        r"|petugas)|diturunkan(?=[,.])|naik (?:haji|kelas|pangkat|bus|kereta"
        r"|pesawat|kapal|banding|status|motor|ke (?!(?:level|posisi|peringkat"
        r"|urutan|angka|kisaran|tingkat|titik|sekitar|atas|harga|rp|us|\d)))"
        r"|membuka (?:kemungkinan|peluang)|(?:tidak )?menutup kemungkinan"
        r"|tutup usia|jual beli|ekspor-impor|terima kasih|buka (?:puasa|suara)"
        r"|buah tangan",
    ),
    (
        "short",
        r"(?:tidak|tak|belum|kurang) (?:lagi )?(?:cukup|mencukupi|memadai|tercukupi)"
        r"|kekurangan|langka(?:nya)?|kelangkaan",
    ),
    (
        "enough",
        r"mencukupi|memadai|tercukupi|kecukupan|melimpah|(?<!hanya )cukup(?=[.,;!?]"
        r"| (?:untuk|bagi|buat|guna|sampai|hingga)\b)|(?<=stok )cukup"
        r"|(?<=stoknya )cukup"
        r"|(?<=pasokan )cukup|(?<=persediaan )cukup",
    ),
    ("?short enough", r"jauh dari (?:cukup|memadai)"),
    ("best", r"(?:ter|paling )baik"),
    ("worst", r"(?:ter|paling )(?:buruk|parah)|paling mematikan"),
    (
        "most",
        r"(?:ter|paling )(?:tinggi|besar|banyak|panjang|mahal|luas|kaya|berat|padat)",
    ),
    (
        "least",
        r"(?:ter|paling )(?:kecil|pendek|murah|miskin|sempit)|te(?:rendah|ringan)"
        r"|paling (?:rendah|ringan)",
    ),
    (
        "rise",
        r"naik(?:nya)?|kenaikan|menaikkan|dinaikkan|meningkat(?:nya|kan)?"
        r"|peningkatan|ditingkatkan|melonjak|lonjakan|menguat|penguatan|bertambah",
    ),
    (
        "fall",
        r"turun(?:nya)?|penurunan|menurun(?:nya|kan)?|diturunkan|merosot|anjlok"
        r"|melemah|pelemahan|berkurang|menyusut",
    ),
    ("accept", r"menerima|diterima|terima|mengabulkan|dikabulkan|kabulkan"),
    ("reject", r"menolak|ditolak|penolakan|tolak"),
    ("confirm", r"membenarkan|dibenarkan|mengakui|mengonfirmasi|benarkan|akui"),
    ("deny", r"membantah|dibantah|bantah|menyangkal|menepis|bantahan"),
    (
        "win",
        r"menang|memenangi|memenangkan|kemenangan|mengalahkan|kalahkan|menaklukkan",
    ),
    ("lose", r"kalah|kekalahan|takluk|tumbang"),
    ("?win lose", r"dikalahkan"),
    ("agree", r"menyetujui|disetujui|setuju|setujui|persetujuan|sepakat|menyepakati"),
    ("oppose", r"menentang|ditentang|penentangan|menentangnya"),
    ("open", r"membuka|dibuka|pembukaan|buka"),
    ("close", r"menutup|ditutup|penutupan|tutup"),
    ("profit", r"untung|keuntungan|laba|surplus"),
    ("loss", r"rugi|merugi|kerugian|defisit"),
    ("safe", r"aman"),
    ("dangerous", r"berbahaya|membahayakan"),
    ("legal", r"legal|sah"),
    ("illegal", r"ilegal"),
    (
        "allow",
        r"mengizinkan|diizinkan|membolehkan|diperbolehkan|izinkan|memperbolehkan",
    ),
    ("forbid", r"melarang|dilarang|larangan|larang|pelarangan"),
    ("export", r"ekspor|mengekspor|diekspor|eksportir"),
    ("import", r"impor|mengimpor|diimpor|importir"),
    ("?reject oppose deny", r"protes|keberatan|mengecam|menampik"),
    ("?accept agree", r"dukungan|mendukung|menyambut|izin|mendapat(?:kan)?|memperoleh"),
    ("?loss", r"korban"),
    ("?loss fall short", r"kehilangan|kurang\w*"),
    (
        "?loss fall",
        r"di bawah(?! (?:garis|umur|usia|tekanan|ancaman|pengawasan|pengawalan|naungan"
        r"|komando|bimbingan|asuhan|tanah|laut|air|permukaan|jembatan|pohon|tenda"
        r"|kepemimpinan|pimpinan|kendali|kolong|terik|sinar|hujan)\b)|pemangkasan"
        r"|memangkas",
    ),
    ("?enough", r"cukup|berlebih\w*|kelebihan|penuh|memenuhi|terpenuhi|tersedia"),
    (
        "?short",
        r"(?:ke)?terbatas\w*|habis|menipis|sedikit|jarang|sulit|susah|krisis|tanpa"
        r"|(?:tidak|tak|belum) ada|(?:mem)?butuh(?:kan)?|miskin|kemiskinan",
    ),
    (
        "?most best",
        r"maksim\w+|utama|teratas|puncak|ter(?:kuat|tua|cepat|jauh|dalam|lama|laris)"
        r"|sulung|paling (?:kuat|tua|cepat|lama)|sebagian besar|kebanyakan|mayoritas",
    ),
    (
        "?least worst",
        r"minim\w*|(?:se|paling )sedikit\w*|setidak\w*|paling (?:tidak|muda)"
        r"|ter(?:muda|lemah|bawah|lambat|dekat)|bungsu|sekurang\w*|um[pkr]",
    ),
    ("?most least best worst", r"rekor|paling \w+"),
    (
        "?rise",
        r"lebih(?! (?:murah|rendah|kecil|sedikit|ringan|muda|pendek|lambat|sempit|dulu"
        r"|dahulu|awal)\b)|tambahan|menambah|penambahan|tumbuh|pertumbuhan|membaik|tinggi",
    ),
    ("?fall", r"lebih rendah|mengurangi|pengurangan|susut|jatuh|lemah|melambat|rendah"),
    ("?win", r"juara|unggul|meraih|pemenang|gelar"),
    ("?lose", r"gugur|tersingkir|kandas|hilang|tertinggal|gagal"),
    ("?open", r"mulai|terbuka|meluncurkan|peluncuran|memulai"),
    ("?close", r"akhir|selesai|tertutup|berhenti|menghentikan|menyegel|segel|disegel"),
)

TABLE = CueTable(negation=NEGATION, opposites=OPPOSITES, status=STATUS)
