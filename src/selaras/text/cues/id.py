"""
What Indonesian words assert, deny, and leave open.
"""

from selaras.text.cues.cue import CueTable, Rows

NEGATION: Rows = (
    (
        "",
        r"(?:tidak|tak|bukan|bukannya|bukanlah|tidaklah|jangan) (?:lagi "
        r"|pula )?(?:hanya|sekadar|sekedar|cuma|saja|semata)|mau (?:tidak|tak) mau"
        r"|tidak boleh tidak|(?:tidak|tak) lain(?:nya)?|(?:tidak|tak) (?:pelak"
        r"|ayal|urung|heran|lepas dari)|bukan main|(?:tidak|tak) apa-apa"
        r"|sebelumnya|paling tidak|tahun baru|apalagi|(?:tidak"
        r"|bukan) (?:\w{1,30} ){0,4}?(?:semata(?:-mata)?|saja)",
    ),
    (
        "?without",
        r"(?:tanpa|tidak ada|tidak|tak) (?:(?:di|me)pungut(?: (?:biaya|ongkos))?"
        r"|memungut(?: biaya)?|biaya|tarif|ongkos|bayar|batas(?: waktu)?|bernyawa)",
    ),
    (
        "?not",
        r"(?:tidak|tak) (?:lama|sedikit|jarang|jauh|kurang|terkecuali|kalah"
        r"|ubahnya|terhingga|sabar|memandang|usah|peduli|acuh|henti)|(?:bukan"
        r"|bukannya|bukanlah) (?:tidak|tak)(?: \w+)?|(?:kalau|jika|bila"
        r"|apabila) (?:tidak|tak)(?=,)|atau (?:tidak|belum|tak"
        r"|bukan)(?=[.,;?!\"”)]|$)|tidaknya|belumnya|bukankah|tidakkah|(?:tanpa"
        r"|tak|tidak) henti(?:-henti)?(?:nya)?",
    ),
    (
        "not less only",
        r"(?:tidak|tak|belum) (?:lebih|sampai|melebihi|hingga|separuh|setengah"
        r"|mencapai|genap|melampaui)",
    ),
    ("not few", r"(?:hampir|nyaris) (?:tidak|tak|tanpa|belum)(?: pernah)?"),
    (
        "not same lack",
        r"(?:tidak|tak|belum) (?:berubah|beranjak|bergeser|bergerak)",
    ),
    (
        "not avoid forbid fail",
        r"(?:agar|supaya|untuk|guna) (?:\w{1,30} ){0,4}?(?:tidak|tak)"
        r"|jangan(?:lah)?(?: sampai)?|(?:membuat|meminta|diminta|menjaga"
        r"|mengimbau) (?:\w{1,30} ){0,3}?(?:tidak|tak)",
    ),
    ("not forbid", r"(?:tidak|tak|belum) (?:boleh|diizinkan|diperbolehkan|berhak|sah)"),
    (
        "not ignore",
        r"(?:tidak|tak|belum) (?:tahu|diketahui|jelas|mengetahui|menyadari|dikenal"
        r"|digubris|dipedulikan|diindahkan|dihiraukan|menghiraukan)",
    ),
    (
        "not fail",
        r"(?:tidak|tak|belum) (?:hadir|datang|lulus|mungkin|mampu|bisa|dapat"
        r"|sanggup|sempat|berhasil|jadi|memenuhi|mencapai|lolos|menindaklanjuti"
        r"|juga|kunjung)",
    ),
    (
        "not refuse",
        r"(?:tidak|tak|belum) (?:mau|ingin|bersedia|sudi|akan|berniat|rela)",
    ),
    (
        "not lack",
        r"(?:tidak|tak|belum) (?:dibayar|dilunasi|mencukupi|masuk|termasuk|terbit"
        r"|lengkap|ada|punya|memiliki|mempunyai|cukup|memadai|terisi|berfungsi"
        r"|terjamah|ditemukan|beralasan)",
    ),
    ("not fail", r"(?:tidak|tak) lagi"),
    ("not", r"(?:tidak|tak|bukan) (?:akan )?pernah|tidak|tak|takkan|tiada|tidaklah"),
    ("not yet", r"belum (?:akan |ada |lagi )?pernah|belum(?:lah)?"),
    ("not contrast", r"bukan(?:lah|nya)?"),
    ("not lack", r"nihil"),
    ("not fail", r"mangkir"),
    ("not without", r"tanpa(?: harus| perlu| pernah| disertai)?"),
    ("not", r"nggak|enggak|gak|ndak|ogah"),
    ("?fail affix", r"mustahil"),
    (
        "?fail",
        r"(?:meng)?gagal(?:kan|nya)?|digagalkan|kegagalan|luput|absen|meleset"
        r"|batal|dibatalkan|membatalkan|pembatalan|kesulitan|sulit(?:nya)?|sukar"
        r"|susah|kandas|takluk|buntu|terhenti|jalan di tempat|kehabisan|habis"
        r"|ketinggalan|lumpuh|kesusahan|rusak|mogok|putus|terputus|mati",
    ),
    (
        "?refuse",
        r"(?:men|di)?tolak|menolak(?:nya)?|ditolak|penolakan|enggan|keengganan"
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
    (
        "?lack",
        r"kosong|kekosongan|minim(?:nya)?|kekurangan|hilang(?:nya)?|kehilangan"
        r"|bebas|gratis|nol|langka|sepi|hampa|lenyap",
    ),
    ("?only until before", r"baru|barulah"),
    (
        "?only",
        r"hanya(?:lah)?|cuma|tinggal|semata|sekadar|selain|cukup(?= rp)|terbatas"
        r"|dibatasi|tersisa",
    ),
    ("?only before except", r"kecuali|terkecuali|(?:men|di)diskualifikasi"),
    ("?less lack few", r"kurang(?: dari|nya)?"),
    ("?less before", r"paling cepat"),
    (
        "?less",
        r"di bawah|bawah|jauh dari|maksimal|paling \w+|minimal|sedikitnya"
        r"|setidaknya|balita|batita|sekurang-kurangnya|lebih (?:rendah|sedikit|kecil"
        r"|muda)"
        r"|selambat-lambatnya|sebanyak-banyaknya",
    ),
    ("?same yet", r"tetap|stagnan|masih|mandek|stabil"),
    ("?before", r"sebelum|sampai"),
    (
        "?forbid",
        r"nonprosedural|(?:jalur|pelabuhan) tikus|gratifikasi|penyelundupan",
    ),
    ("?unpaid", r"subsider"),
    ("?arrears", r"tertunggak|menunggak|tunggakan|keterlambatan"),
    ("?few", r"sedikit|segelintir|jarang|hampir|nyaris|minim"),
    (
        "?not affix",
        r"non-\w+|non(?:migas|politik|residen|subsidi|aktif|formal|tunai|medis|teknis"
        r"|pemerintah|muslim|militer|pribumi|organik|fiksi)|informal",
    ),
    (
        "?not",
        r"nirlaba|nirawak|nirkabel|buta|bisu|tuli|menganggur|dibiarkan|swadaya",
    ),
)

OPPOSITES: Rows = (
    (
        "",
        r"turun (?:tangan|langsung|hujan|minum|gunung|di|ke (?!(?:level|posisi"
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
    ("lose", r"kalah|kekalahan|takluk|tumbang|dikalahkan"),
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
    ("?loss fall", r"kehilangan|kekurangan|di bawah|kurang|pemangkasan|memangkas"),
    ("?rise", r"lebih|tambahan|menambah|penambahan|tumbuh|pertumbuhan|membaik|tinggi"),
    ("?fall", r"lebih rendah|mengurangi|pengurangan|susut|jatuh|lemah|melambat|rendah"),
    ("?win", r"juara|unggul|meraih|pemenang|gelar"),
    ("?lose", r"gugur|tersingkir|kandas|hilang|tertinggal|gagal"),
    ("?open", r"mulai|terbuka|meluncurkan|peluncuran|memulai"),
    ("?close", r"akhir|selesai|tertutup|berhenti|menghentikan|menyegel|segel|disegel"),
)

STATUS: Rows = (
    (
        "",
        r"(?:tak|tidak|bagaimana|lebih|paling|yang) mungkin|se\w{1,15} mungkin"
        r"|menutup kemungkinan",
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
    ("?dead", r"korban jiwa(?= nihil)"),
    (
        "dead",
        r"tewas|menewaskan|tewaskan|meninggal(?: dunia)?|korban (?:tewas|jiwa"
        r"|meninggal)|tutup usia",
    ),
    (
        "?dead",
        r"wafat|gugur|mati|kematian|kematiannya|jenazah|jasad|mayat|nyawa|bernyawa"
        r"|maut|terbunuh|membunuh|dibunuh|pembunuhan|almarhum|almarhumah|mendiang"
        r"|fatal|bunuh|merenggut|kehilangan nyawa|tenggelam|kehilangan|mangkat"
        r"|berpulang|mematikan|syahid|punah|dimangsa|memangsa|(?:mem|di)bunuh\w+"
        r"|pembantaian|dibantai|hukuman mati"
        r"|bangkai|makam",
    ),
    (
        "?dead victim hurt",
        r"korban(?! (?:luka|cedera|selamat|hilang|terluka|gigitan|penipuan))(?:nya)?",
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
    ("?missing", r"hilang\w*|belum ditemukan|nasib(?:nya)?|hanyut|menghilang"),
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
        "doubt",
        r"mungkin|kemungkinan|barangkali|boleh jadi|kabarnya|konon|dikabarkan"
        r"|disebut-sebut",
    ),
)

TABLE = CueTable(negation=NEGATION, opposites=OPPOSITES, status=STATUS)
