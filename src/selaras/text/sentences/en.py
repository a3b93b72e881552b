"""
English.
"""

from selaras.text.sentences.rules import SentenceRules
from selaras.text.words import words

RULES = SentenceRules(
    titles=words(
        "Mr Mrs Ms Dr Prof Rev Hon St Sts Mt Ft Gen Col Lt Sgt Capt Maj Adm Cmdr Cpl",
        "Brig Gov Sen Rep Pres Supt Insp Messrs Sr Fr Lt.-Gen Lt.-Col Maj.-Gen",
    ),
    counters=words(
        "No Nos no nos vol Vol p pp art Art sec Sec ch Ch fig Fig Jan Feb Mar Apr Jun",
        "Jul Aug Sep Sept Oct Nov Dec ca c",
    ),
    inner=words("e.g i.e vs v cf viz al approx"),
    closing=words("Inc Ltd Corp Co LLC Plc Jr Sr a.m p.m etc Bros Tbk Ph.D D.C"),
    labels=words(
        "vitamin hepatitis group type class category plan grade terminal block"
    ),
    starters=words(
        "The A An He She It They We I You This That These Those There In On At By For",
        "From With After Before While When If But And Or So As To Of His Her Its Their",
        "Our My However Meanwhile Some Many Most All No Not Both Two Three Four Five",
        "Police What Who Why How Where Since Until During Under Over About According",
        "Officials",
    ),
)
