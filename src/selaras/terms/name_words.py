"""
Words that stand beside names, or look like names and are none.
"""

import re

from selaras.text.words import words

TITLES = words(
    "Presiden Wapres Wakil Menteri Menko Wamen Gubernur Wagub Bupati Wabup Wali",
    "Walikota Camat Lurah Kades Kepala Ketua Sekretaris Sekjen Sekda Bendahara",
    "Direktur Dirut Dirjen Direktorat Deputi Staf Juru Bicara Jubir Komisaris",
    "Komisioner Anggota Jenderal Letjen Mayjen Brigjen Kolonel Letkol Mayor Kapten",
    "Lettu Letda Serma Sertu Laksamana Laksdya Laksda Laksma Marsekal Marsdya Marsda",
    "Marsma Komjen Irjen Kombes AKBP AKP Kompol Iptu Ipda Aiptu Aipda Bripka",
    "Brigadir Briptu Bripda Brigpol Pol Kapolri Wakapolri Kapolda Kapolres",
    "Kapolresta Kapolrestabes Kapolsek Kasat Kabid Kasi Kasubdit Kabag Kabiro Kanit",
    "Kapuspen Kapuspenkum Kapendam Pangdam Pangkostrad Panglima Danrem Dandim",
    "Danramil Dirlantas Dirkrimum Dirkrimsus Direskrimum Kajati Kajari Kajagung",
    "Aspidsus Jampidsus Jaksa Hakim Panitera Penuntut Ulama Duta Dubes Konsul",
    "Konsulat Raja Ratu Pangeran Sultan Sri Paus Kardinal Uskup Imam Perdana PM",
    "Kanselir Senator Profesor Prof Doktor Dr dr Drs Dra Ir Hj KH Ustaz Ustad Kiai",
    "Kyai Gus Habib Romo Pastor Pendeta Bapak Ibu Pak Bu Bang Mas Mbak Kak Adik Tuan",
    "Nyonya Nona Saudara Saudari Ekonom Analis Pengamat Peneliti Dosen Guru Rektor",
    "Dekan Pelatih Manajer Kiper Bek Penyerang Striker Gelandang Wasit Atlet Aktor",
    "Aktris Penyanyi Sutradara Penulis Wartawan Jurnalis Dokter Perawat Bidan",
    "Pengacara Advokat Notaris Warga Korban Tersangka Terdakwa Terpidana Saksi",
    "Pelaku Nenek Kakek Almarhum Almarhumah Mantan Eks Plt Pj Penjabat Pelaksana",
    "Koordinator Kadis Kadinkes Kadisdik Kadishub Kabasarnas Kapus Kasubag Kepsek",
    "Mendagri Menkeu Menlu Menkes Menhan Menkominfo Mendikbud Mensesneg Seskab",
    "Menpora Menhub Mentan Menag Menaker Mendag Mama Papa Mbah Cak Kang Teh Ning Chk",
    "Oma Opa Nyai Cagub Cawagub Cabup Kalapas Oditur Perwakilan Yang Mulia Pemred",
    "Ketum Waketum Sangaji Polhukam Perekonomian PMK Marves Legenda Kabareskrim",
    "Inspektur Detektif Sersan Letnan Komandan Prajurit Kopral Kelasi Pemimpin ",
    "Mgr Pdt Danru Danton Danki Danyon Bendesa Opposite Setter Libero Spiker",
    "Lord Sir Lady Santo Santa Nabi Rasul Dalai",
)
"""
What a person is called by office, rank, trade or courtesy; never a part of the name.
"""

SHORT_TITLES = words("Det Sen Rep Gov Sgt Lt")
"""
English titles that are shortened, with a full stop: *Amartya Sen* has none.
"""

COURTESIES = words(
    "Pak Bu Bapak Ibu Bang Mas Mbak Kak Gus Kiai Kyai Ustaz Ustad Romo Nenek Kakek",
    "Tuan Nyonya Nona Saudara Saudari KH Hj Haji Hajah Habib Mbah Mama Papa Cak Kang",
    "Oma Opa Nyai",
)
"""
Titles that stand before a name only, never before an office.
"""

OFFICE_TITLES = words(
    "Menteri Wakil Kepala Ketua Sekretaris Direktur Deputi Staf Juru Komisaris",
    "Anggota Pelaksana Koordinator Manajer Kasat Kabid Kasi Kasubdit Kabag Kanit",
    "Duta Jaksa Hakim Panglima Guru Dokter Wali Perdana Penjabat Panitera Penuntut",
    "Warga Korban Tersangka Terdakwa Terpidana Saksi Pelaku Wamen Dirjen Direktorat",
    "Mantan Eks Plt Kadis",
)
"""
Titles behind which words of an office may follow: *Direktur Keuangan*.
"""

HEADS = words(
    "Kementerian Kemenko Badan Balai Dinas Direktorat Ditjen Dirjen Komisi Komite",
    "Dewan Majelis Mahkamah Pengadilan Kejaksaan Kejati Kejari Kepolisian Polda",
    "Polres Polsek Kantor Lembaga Pusat Unit Satuan Satgas Gugus Biro Bagian Bidang",
    "Seksi Sekretariat Rumah Sakit RSUD RSUP RSU RS Puskesmas Klinik Universitas",
    "Institut Sekolah SD SMP SMA SMK SDN SMPN SMAN MTs MAN Politeknik Akademi",
    "Fakultas Pesantren Madrasah Yayasan Perhimpunan Asosiasi Persatuan Ikatan",
    "Himpunan Forum Aliansi Koalisi Serikat Partai Organisasi Gerakan Koperasi Bank",
    "Perusahaan PT CV Firma Grup Kelompok Konsorsium Provinsi Kabupaten Kota",
    "Kecamatan Distrik Kelurahan Desa Dusun Kampung Nagari Gampong Kampong Jorong",
    "Banjar Lingkungan Perumahan Kompleks Jalan Jln Gang Tol Jalur Gunung Bukit",
    "Pegunungan Pulau Kepulauan Tanjung Teluk Selat Laut Samudra Samudera Sungai",
    "Danau Waduk Bendungan Bendung Pantai Lembah Hutan Taman Kebun Kawasan Cagar",
    "Bandara Bandar Pelabuhan Stasiun Terminal Jembatan Stadion Gelora Sirkuit",
    "Lapangan Gedung Istana Keraton Puri Masjid Gereja Pura Candi Wihara Vihara",
    "Katedral Museum Monumen Pasar Plaza Hotel Mal Menara Apartemen Pabrik",
    "Pelayaran Kapal KM KMP KRI KN Pesawat Liga Piala Turnamen Kejuaraan Festival",
    "Operasi Program Proyek",
    "Gempa Tsunami Siklon Rapat Konferensi Sidang Undang Peraturan Rancangan",
    "Perjanjian Kesepakatan Surat Hari Angkatan Markas Komando Kodam Korem Kodim",
    "Lanal Lanud Pangkalan Tim Panitia Parlemen Anggaran Pendapatan Belanja Data",
    "Sistem Indeks Dana Tugas Tempat Pembuangan TPA TPS Reserse Reskrim Humas",
    "Otorita Intelijen Narkoba Kriminal Siber Bea Cukai Departemen Infrastruktur",
    "Pengusahaan Intelkam Lantas Pidsus Pidum Umum Tetap Besar Jenderal Kapanewon",
    "Ohoi Lembang Kelenteng Klenteng Observatorium Polisi Armuzna Komunitas General",
    "Manager Games Prix Open Series League Cup Masters Tour Grand Mobile Position",
    "Haji Umrah Motor Bara Perum Prolegnas Munas Komnas Bina Marga Purn Atase Sabu",
    "Persebaran Zona Blok Lapas Rutan Prefektur Negara Republik Kerajaan Kesultanan",
    "Uni Atol",
)
"""
What kind of thing a name is of; what follows may be words that are translated.
"""

NO_NAMES = words(
    "Senin Selasa Rabu Kamis Jumat Sabtu Minggu Januari Februari Maret April Mei",
    "Juni Juli Agustus September Oktober November Desember Ahad Natal Paskah Nyepi",
    "Waisak Imlek Idulfitri Iduladha Lebaran Ramadan Ramadhan Muharam Syawal Isra",
    "Mikraj Maulid Galungan WIB WITA WIT Wib Wita Wit GMT UTC Rp Tuhan Allah Islam",
    "Muslim Kristen Katolik Hindu Buddha Konghucu Protestan Alkitab Injil SWT SAW",
    "Hijriah Masehi RT RW II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XVIII",
    "XIX XX XXI LS LU BT BB AM PM Celsius Fahrenheit Richter Pancasila Rupiah Dolar",
    "Euro Yen Yuan Ringgit Won Riyal Baht Peso Rupee Tbk Persero PT CV UD Ltd Inc KM",
    "Skala Magnitudo Dr SH MH SE MM SSos SIP MSi Msi Eropa Asia Afrika Arab",
    "Latin Barat Timur Utara Selatan Tengah Tenggara Laut Covid COVID AI IT TV UU PP",
    "Perpres Perppu Permen RUU Pilkada Pilpres Pileg Pemilu Anda Engkau Kau Beliau",
    "Pasal Nomor Tahun Level Kilometer Bumi Matahari Mbps Gbps GHz MHz MWh GWh",
    "Dikdas Dikmen Inf Kav Arm Czi Cpl Cke Chb Caj Ndan Gempabumi",
    "Rabiulawal Rabiulakhir Jumadilawal Jumadilakhir Syakban Zulkaidah Zulhijah",
    "Awas Siaga Waspada Semata-mata Pertama-tama Semata Pertama Perang Dinasti",
    "Semenanjung Paroki Badai",
    "Senat Kongres Yahudi Nazi Demokrat Republikan Anglikan Metodis Ortodoks",
    "Episkopal Sunni Syiah Kurdi Romawi Internet Aids HIV Ekaristi Melayu Tionghoa",
)
"""
Written with a capital, but days, months, faiths, units, degrees and directions.
"""

OFFICES = re.compile(
    r"(?:Wa|Waka|Ka)pol\w*"
    r"|Ka(?:dis|din|sat|sub|puspen|bid|bag|ban|nit|dep|div|jat|jar)\w*"
    r"|Karo(?:hukum|humas|log|ops|paminal|penmas|provos|rena|sdm|um|wassidik)?"
    r"|Dir(?:jen|ut|lantas|res|krim|pol|intel|tipid|binmas)\w*|Kemen[a-z]{2,}\w*"
    r"|Pem(?:prov|kot|kab|da|des)"
    r"|Pol(?:da|res|sek|ri|tabes|resta|restabes|rud|air|hut)"
    r"|Dis(?:hub|dik|naker|perindag|budpar|par|kop|dag|tan|nak|kes|sos|kominfo)\w*"
    r"|Men(?:ko|ag|dag|hub|kes|keu|lu|han|kum|pan|pora|tan|sos|dik|ses)\w{0,8}"
    r"|(?:Dit|Bag|Sub|Sat|Kasub)(?:res|lantas|polair|krim|narkoba|intel)\w*"
    r"|Ba(?:reskrim|intelkam|harkam|wasda|was)\w*|Kod(?:am|im)|Kor(?:em|amil)"
)
"""
Offices in one blended word (Kapolres, Dishub, Kemenkes), which are translated.
"""

CALLED = words("PT CV KUD KM KMP KRI KN KLM Desa Dusun Jalan TPA Kelompok Band Kapal")
"""
Behind these a company, a ship, a village or a street has a name, be it words.
"""

OWN_NAMED = words("KUD CV KM KMP KRI KN KLM Desa Dusun")
"""
Among them those whose name may begin with a kind of thing: *KMP Teluk Mas*.
"""

PLACED = words(
    "Tanjung Teluk Sungai Pulau Bukit Gunung Kampung Danau Pantai Taman Pasar"
)
"""
Kinds of places after which towns and quarters are called, be it with a word behind.
"""

NO_PLACES = (
    "Tanah Air",
    "Benua Biru",
    "Tanah Suci",
    "Ibu Kota",
    "Merah Putih",
    "Pulau Dewata",
)
"""
Written like names of places, but words.
"""

PARTICLES = (
    "bin",
    "binti",
    "van",
    "von",
    "der",
    "den",
    "de",
    "da",
    "dos",
    "al",
    "el",
    "la",
    "du",
)
"""
Small words within names.
"""

SPEAKING = re.compile(
    r"\b(?:kata|ujar|tutur|ungkap|jelas|tegas|sebut|ucap|terang|papar|imbuh|tambah"
    r"|bernama|[Mm]enurut) $"
)
"""
What stands before a person's name.
"""

INITIALS = re.compile(
    r"\b(?:(?:ber)?inisial|[Tt]ersangka|[Tt]erdakwa|[Pp]elaku|[Kk]orban) $"
)
"""
What stands before the initials of a person.
"""

AGE = re.compile(r"(?:,? \(\d{1,2}(?: tahun)?\)|, \d{1,2} tahun)")
"""
What stands behind a person's name.
"""
