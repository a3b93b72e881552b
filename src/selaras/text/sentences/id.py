"""
Indonesian: the language whose news this project cuts, and so the longest table.

Abbreviations follow the spelling rules of 2022 (EYD V) and what newsrooms write
beside them: "Tbk", "Kombes Pol.", "No.", "hlm.", "RT. 05".
"""

from selaras.text.sentences.rules import SentenceRules
from selaras.text.words import words

PEOPLE = words(
    "Det H.C Ttd ttd alm almh sdr bpk KM KMP KN MV MT PO LCT dr drg drh Dr Prof Drs",
    "Dra Ir Ing Hj Kh KH Tn Ny Nn Bpk Sdr Sdri Alm Almh Yth Yts Ust Ustz Tgk TGH Pdt",
    "Pnt Rm Mgr Br Sr Fr Rd Rr Ra Tb Dt Dtk St Sta Mr Mrs Ms Mt Ft Moh Muh Mohd Muhd",
    "Mhd Muchd Abd Abdl Ach Md Sy Gst Wy Nym Kt Kadiv Kabid Gov Capt Gen Col Lt Sgt",
    "Maj",
)

RANKS = words(
    "Jend Letjen Mayjen Brigjen Kol Letkol May Kapt Lettu Letda Peltu Pelda Serma",
    "Serka Sertu Serda Kopka Koptu Kopda Praka Pratu Prada Laks Laksdya Laksda Laksma",
    "Marsdya Marsda Marsma Inf Kav Art Czi Cpm Mar Pol Purn Komjen Irjen Kombes",
    "Kombespol AKBP Kompol AKP Iptu Ipda Aiptu Aipda Bripka Brigpol Bripda Briptu",
    "Bharaka Bharatu Bharada Pnb Nav Cba Cku Caj",
)

PLACES = words(
    "Jl Jln JL Gg Prov Kab Kec Kel Ds Dsn Dk Kp Kpg Komp Kompl Perum Lr Lrg Tj Tg Tlk",
    "Kep Sei Bt Gn Pel Stn Ters Gd Lk",
)

FIRMS = words("PT CV UD Fa Yay Bhd Sdn")

MONTHS = words(
    "Jan Feb Febr Peb Mar Apr Jun Jul Agu Agt Ags Agst Sep Sept Okt Nov Nop Des"
)

COUNTERS = (
    words(
        "Rek rek kls Kls pk Pk No Nr no nr hlm hal Hal Hlm tgl Tgl Rp rp USD vol Vol",
        "ed Ed cet Cet jil Jil ps Ps ay Ay art Lt lt Kav kav RT RW Rt Rw Km km KM Tel",
        "Telp telp Tlp tlp Fax ext Ext HP thn Thn th Th Gbr gbr Tab tab Lamp lamp pkl",
        "Pkl Reg reg Peb Kodepos pts",
    )
    | MONTHS
)

COUNTED = words(
    "Rek Rekening Pol Polisi HP WA Tel Telp Telepon Induk Urut KTP NIK Reg Registrasi",
    "Surat SK Seri Kontrak Perkara Punggung",
)

INNER = words(
    "a.n a/n an d.a d/a u.p u/p u.b s.d s/d c.q cq vs Vs VS v al q.q a.l i.e e.g cf ca",
    "bdk lih red mis msl dgn yg dlm utk dg sbg spt pd tsb yl ybs d.h",
)

CLOSING = words(
    "dll dsb dst dkk Dkk tst Tbk TBK tbk Inc Ltd Corp Co LLC Plc Jr Sr a.m p.m SM Ph.D",
    "etc Skh Persero Bros B.V N.V GmbH S.p.A b.d sda cs Cs c.s ha",
)

LABELS = words(
    "golongan vitamin hepatitis grup kelompok blok tipe kelas poin butir huruf angka",
    "ayat rencana plan seri gedung terminal zona sim liga influenza jalur lampiran",
    "gerbong tribun kategori paket seksi bab rute klaster serie indeks nilai peringkat",
    "akreditasi ruang pintu gerbang koridor sektor tahap cabang inisial berinisial",
    "jenis darah bagian subsidi varian virus skema opsi jurusan bagan pot grade kamar",
    "unit tower raport rapor predikat garis stadion lapangan dermaga faktor positif",
    "negatif rhesus",
)

OFFICES = words(
    "Direktur Dirut Presdir Komisaris Sekretaris CEO CFO COO Manajer Manager VP Head",
    "Kepala Juru Pengacara Pemilik Pendiri Analis Ekonom Pelaksana",
)

STARTERS = words(
    "Ia Dia Beliau Mereka Kami Kita Saya Aku Anda Kalian Namun Tetapi Tapi Akan",
    "Menurut Sementara Selain Pada Di Dari Dalam Dengan Untuk Guna Demi Sebelumnya",
    "Sebelum Akibat Akibatnya Adapun Para Sejumlah Saat Setelah Sesudah Seusai Usai",
    "Ketika Tatkala Meski Meskipun Walau Walaupun Kendati Jika Bila Kalau Apabila",
    "Bahkan Tidak Tak Belum Bukan Ada Karena Sebab Itu Ini Oleh Seorang Sebuah Seekor",
    "Sebanyak Sebagian Sebagai Atas Bagi Hingga Sampai Sejak Agar Supaya Sehingga Lalu",
    "Kemudian Selanjutnya Kini Sekarang Nantinya Nanti Kedua Ketiga Kedelapan Keempat",
    "Kelima Hal Dan Atau Serta Padahal Sedangkan Seperti Bagaimana Apa Apakah Siapa",
    "Mengapa Kenapa Kapan Berapa Sekitar Hampir Lebih Kurang Terhadap Tentang Mengenai",
    "Melalui Menjelang Berdasarkan Terkait Sesuai Secara Selama Sepanjang Semua",
    "Seluruh Setiap Tiap Beberapa Banyak Baik Ratusan Ribuan Puluhan Tiba Begitu",
    "Demikian Maka Jadi Justru Hanya Juga Masih Sudah Telah Sedang Harus Perlu Bisa",
    "Dapat Berikut Rencananya Rencana Sayangnya Untungnya Misalnya Contohnya Artinya",
    "Pasalnya Alasannya Totalnya Terakhir Pertama Awalnya Mulanya Semula Akhirnya",
    "Diketahui Diduga Terlihat Tampak Turut Hadir Dikatakan Disebutkan Ditambahkan Ke",
    "Kepada Sambil Tanpa Mulai",
)

NOUNS = words(
    "Tahun Satu Dua Tiga Empat Lima Enam Tujuh Delapan Sembilan Sepuluh Antara Bersama",
    "Total Jumlah Data Kasus Rapat Kegiatan Pertemuan Pembangunan Pemilihan Laga",
    "Pertandingan Kecelakaan Kebakaran Peristiwa Kejadian Saham Penangkapan Penyidikan",
    "Penelitian Akses Proses Upaya Langkah Kebijakan Rupiah Dolar Inflasi IHSG Pasar",
    "Ekonomi Ekspor Impor Investor Analis Suku Polisi Petugas Pemerintah Warga Korban",
    "Pelaku Presiden Wakil Menteri Gubernur Bupati Wali Kepala Ketua Direktur Anggota",
    "Tim Penyidik Jaksa Hakim Majelis Pengacara Kuasa Keluarga Tersangka Terdakwa",
    "Saksi Peserta Penumpang Pemain Pelatih Wasit Penonton Masyarakat Perusahaan",
    "Manajemen Pihak Dokter Pasien Siswa Guru Mahasiswa Pelajar Pengendara Sopir",
    "Nelayan Petani Pedagang Buruh Pekerja Penyelidikan Kapolres Kapolda Kapolsek",
    "Kejaksaan Kepolisian Pengadilan Kementerian Dinas Badan Komisi Lembaga Rumah",
    "Kantor Lokasi Jalan Mobil Motor Kapal Pesawat Kereta Gempa Banjir Hujan Api",
    "Barang Uang Dana Nilai Jenazah Tubuh Penghargaan Gelar Acara Sidang Vonis Putusan",
    "Anak Ayah Ibu Suami Istri Perempuan Pria Pemuda Remaja Kawasan Daerah Wilayah",
    "Kota Kabupaten Provinsi Desa Indonesia Jakarta Produk Layanan Aplikasi Program",
    "Gedung Pemerintahan Proyek Biaya Tarif Harga Angka Kerugian Distribusi Stok",
    "Pendaftaran Calon Pemilih Partai Fraksi Koalisi Mantan Bekas Tiket Penjualan",
)

RULES = SentenceRules(
    titles=PEOPLE | RANKS | PLACES | FIRMS,
    counters=COUNTERS,
    counted=COUNTED,
    inner=INNER,
    closing=CLOSING,
    labels=LABELS,
    starters=STARTERS,
    starter_ending="nya",
    nouns=NOUNS,
    offices=OFFICES,
)
