"""
What Indonesian words have an opposite.
"""

from selaras.text.cues.cue import Rows

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
