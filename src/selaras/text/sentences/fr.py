"""
French.
"""

from selaras.text.sentences.rules import SentenceRules
from selaras.text.words import words

RULES = SentenceRules(
    titles=words(
        "M MM Mme Mmes Mlle Mlles Me Dr Pr Prof St Ste Mgr Gal Cdt Col Cap Lt"
    ),
    counters=words(
        "no No n° art Art p pp vol Vol chap fig janv févr avr juil sept oct nov déc",
        "env",
    ),
    inner=words("c.-à-d cf p.ex vs av apr ex"),
    closing=words("etc Inc Ltd Cie Tbk S.A J.-C"),
    labels=words("vitamine hépatite groupe type classe catégorie plan terminal bloc"),
    starters=words(
        "Le La Les Un Une Des Il Elle Ils Elles On Nous Vous Je Ce Cet Cette Ces En",
        "Dans Au Aux À Par Pour Sur Sous Avec Sans Selon Après Avant Mais Et Ou Or",
        "Donc Si Quand Lorsque Depuis Pendant Son Sa Ses Leur Leurs Plus Deux Trois",
        "Quatre Cinq Toutefois Cependant Pourtant Ainsi Alors Aucun Certains Plusieurs",
        "Tous Toutes Qui Que Quoi",
    ),
)
