"""
What Indonesian blends stand for: a translator writes a *wamenlu* out in full.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

TABLE = """
wamen wakil menteri | wamenlu wakil menteri luar negeri | menlu menteri luar negeri
wamenkeu wakil menteri keuangan | menkeu menteri keuangan
wamendagri wakil menteri dalam negeri | mendagri menteri dalam negeri
menhan menteri pertahanan | wamenhan wakil menteri pertahanan
menhub menteri perhubungan transportasi | menkes menteri kesehatan
wamenkes wakil menteri kesehatan | menag menteri agama | mentan menteri pertanian
menaker menteri tenaga kerja | wamenaker wakil menteri tenaga kerja
menpora menteri pemuda olahraga | mensos menteri sosial
menko menteri koordinator | mensesneg menteri sekretaris negara
mendag menteri perdagangan | menperin menteri perindustrian industri
kapolri kepala kepolisian nasional | wakapolri wakil kepala kepolisian nasional
kapolda kepala kepolisian provinsi daerah | wakapolda wakil kepala kepolisian provinsi
kapolres kepala kepolisian kabupaten distrik
wakapolres wakil kepala kepolisian kabupaten distrik
kapolresta kepala kepolisian kota | kapolrestabes kepala kepolisian kota besar
kapolsek kepala kepolisian sektor kecamatan
kasat kepala satuan | kasatreskrim kepala satuan reserse kriminal
kajari kepala kejaksaan negeri | kajati kepala kejaksaan tinggi
kajagung jaksa agung | kalapas kepala penjara | karutan kepala rumah tahanan
dandim komandan distrik militer | danrem komandan resor militer
danramil komandan rayon militer | pangdam panglima daerah militer
danlanal komandan pangkalan angkatan laut | danlanud komandan pangkalan angkatan udara
kodim distrik militer | korem resor militer | koramil rayon militer
dirjen direktur jenderal | sekjen sekretaris jenderal | irjen inspektur jenderal
dirut direktur utama | wadirut wakil direktur utama | sekda sekretaris daerah
kadis kepala dinas | kadinkes kepala dinas kesehatan
kadisdik kepala dinas pendidikan | kadishub kepala dinas perhubungan transportasi
kabag kepala bagian | kabid kepala bidang
kades kepala desa | sekdes sekretaris desa | kadus kepala dusun
kepsek kepala sekolah | wakasek wakil kepala sekolah
wagub wakil gubernur | wabup wakil bupati | wawali wakil wali kota
cagub calon gubernur | cabup calon bupati | capres calon presiden
cawapres calon wakil presiden | cawagub calon wakil gubernur
caleg calon anggota legislatif | jubir juru bicara
pemkot pemerintah kota | pemkab pemerintah kabupaten | pemprov pemerintah provinsi
pemda pemerintah daerah | bansos bantuan sosial | medsos media sosial
nakes tenaga kesehatan | faskes fasilitas kesehatan | ojol ojek pengemudi daring
lapas penjara | rutan rumah tahanan | patsus penempatan khusus tahanan
aiptu ajun inspektur polisi satu | aipda ajun inspektur polisi dua
ipda inspektur polisi dua | iptu inspektur polisi satu | ipk indeks prestasi nilai
akp ajun komisaris polisi | akbp ajun komisaris besar polisi
kombes komisaris besar polisi | brigpol brigadir polisi
curanmor pencurian sepeda motor kendaraan | curas pencurian kekerasan
kdrt kekerasan rumah tangga | ump upah minimum provinsi | umk upah minimum kabupaten
wna warga negara asing | wni warga negara indonesia
damkar pemadam kebakaran | satgas satuan tugas | kaposko kepala pos
rusunawa rumah susun sewa | rw rukun warga | rt rukun tetangga
posyandu pos layanan kesehatan ibu anak
"""

MEANT: Mapping[str, tuple[str, ...]] = {
    words[0]: tuple(words[1:])
    for row in TABLE.replace("\n", "|").split("|")
    if (words := row.split())
}

FORMS: Mapping[str, tuple[str, ...]] = {
    f"{before}{blend}{behind}": meant
    for blend, meant in MEANT.items()
    for before in ("", "di", "me", "pe")
    for behind in ("", "nya")
} | dict(MEANT)
"""
The blends with their affixes.
"""

WORD = re.compile(r"\w+")


@lru_cache(maxsize=256)
def spoken_out(source: str) -> tuple[str, ...]:
    """
    The words for which the blends of a source stand.

    >>> spoken_out("Dandim Solok Turun ke Sawah")
    ('komandan', 'distrik', 'militer')
    """
    return tuple(
        word for found in WORD.findall(source.lower()) for word in FORMS.get(found, ())
    )
