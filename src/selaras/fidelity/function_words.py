"""
The small words by which a language written in Latin letters gives itself away.

Words that two of the languages share, or that stand in names ("di María", "La Liga"),
are left out.
"""

from collections.abc import Mapping

from selaras.languages import Tag

INDONESIAN = """
ada adalah agar akan akibat antara apakah atas atau bagi bahwa belum berada bisa
bukan dalam dan dapat dari daripada demi dengan dia hanya harus hingga ia ini itu
jika juga kami karena kata katanya ke kepada ketika kini kita lagi lalu lebih maka
masih maupun melalui memang menjadi menurut mereka meski namun oleh pada para pernah
pukul saat sambil sampai sangat saya sebagai sebelum sebelumnya sebuah sedang
sehingga sejak sejumlah sekitar selain selama semua seorang sering serta sesuai
setelah setiap sudah supaya tak tanpa telah tentang terhadap termasuk ternyata
tersebut tetap tetapi tidak untuk usai yaitu yakni yang
"""

ENGLISH = """
about above after again against also although and any are at be because been before
being between both by can could did do does during each for from had has have he her
him his how if in into is it its more most not of off other our over she should
since so some such than that the their them then there these they this those through
to under until was we were what when where which while who whose why will with would
you
"""

FRENCH = """
afin ainsi alors après au aucun aussi aux avait avant avec avoir car ce cela ces cet
cette ceux chez comme contre dans depuis des dont du elle elles en entre est et
était étaient été être eux il ils jusqu la le les leur leurs lors lorsque mais même
ne ni nous ont ou où par pas pendant peu plus pour qu que qui sa sans selon sera ses
sont sous sur un une vers vous à
"""

FUNCTION_WORDS: Mapping[Tag, frozenset[str]] = {
    "id": frozenset(INDONESIAN.split()),
    "en": frozenset(ENGLISH.split()),
    "fr": frozenset(FRENCH.split()),
}
"""
For the languages among ours that are written in Latin letters.
"""
