"""
What French words make of people: suspects, convicts, the dead and the safe.
"""

from selaras.text.cues.cue import Rows

STATUS: Rows = (
    (
        "",
        r"(?:peines?|réquisitions?|condamn\w+) (?:de|à) mort|lettres? mortes?"
        r"|peine capitale|point mort|arrêts? de (?:bus|travail)"
        r"|nature morte",
    ),
    ("suspect reported", r"mise?s? en (?:cause|examen)|personnes? mises? en cause"),
    ("suspect alleged", r"suspecte?s?"),
    (
        "?defendant",
        r"banc des accusés|procès|défense|barre",
    ),
    ("?defendant indictment", r"jugée?s?(?! \w+ent)|comparu\w*|comparaiss\w*"),
    (
        "?alleged suspect doubt",
        r"soupçonn\w*|suspect(?:é|ée|és|ées|er|ent|ait|ant|aient)",
    ),
    ("reported", r"visée?s? par (?:la|une|cette) plainte"),
    ("?reported", r"visée?s?|mise?s? en cause|dénoncée?s?|signalée?s?|mentionnée?s?"),
    ("defendant", r"prévenue?s?"),
    (
        "defendant alleged",
        r"(?<!s'était )(?<!s'est )(?<!s'être )accusée?s?(?! d(?:e |'|u |es ))",
    ),
    ("respondent", r"défende(?:ur|urs|resse|resses)"),
    (
        "convict",
        r"(?:le|la|les|un|une|des|du|au|aux|ce|cette|ces|aucun|deux"
        r"|trois) condamnée?s?",
    ),
    ("inmate detained arrested", r"détenue?s?"),
    ("convict inmate", r"prisonni(?:er|ers|ère|ères)|bagnards?|repris de justice"),
    ("convict verdict", r"condamnée?s?(?= (?:à|pour|en|par|lundi|mardi)\b)"),
    ("?convict verdict", r"condamnée?s?|condamn\w+|coupable\w*|reconnue?s? coupables?"),
    ("witness", r"témoins?"),
    ("fugitive", r"fugiti(?:f|fs|ve|ves)|en fuite|en cavale"),
    ("?fugitive", r"fui\w*|fuite|fuyard\w*|échapp\w*|traqu\w*|recherch\w*"),
    (
        "?alleged doubt indictment defendant",
        r"accus\w+|poursuiv\w*",
    ),
    ("?alleged doubt menace", r"crain\w+"),
    (
        "?alleged doubt",
        r"présum\w+|soupçon\w*|suppos\w*|cru(?:s|t|rent)?|apparemment|vraisemblabl\w*"
        r"|probabl\w*|sembl\w+|peut-être|possib\w*|éventuel\w*|allégu\w*"
        r"|allégation\w*|prétendu\w*|\w{2,20}rai(?:t|ent)"
        r"|hypothès\w*|sans doute|piste|suspicion\w*"
        r"|(?<!aucun )(?<!nul )(?<!pas de )doute\w*|imput\w*"
        r"|privilégi\w*|conclu\w*|indices?|premiers éléments"
        r"|prend\w* pour|pris\w* pour|entach\w*",
    ),
    ("?alleged foreseen held", r"estim\w*"),
    ("?alleged held", r"pens\w*|croi\w*"),
    (
        "?doubt",
        r"peu(?:t|vent|x)|rumeurs?|dit-on|on dit|légende\w*|chances?"
        r"|susceptible\w*|éventual\w*|pu",
    ),
    (
        "?doubt foreseen",
        r"devra\w*|attend\w*",
    ),
    ("indictment", r"actes? d'accusation|inculp\w*|accusations?|chefs? d'accusation"),
    ("?indictment", r"poursuivi\w*|poursuites?|accus\w+|charges?"),
    ("demand", r"réquisitions?|requis\w*|requier\w*|réquisitoires?|requérait"),
    ("?demand", r"demand\w*|réclam\w*|exig\w*|revendic\w*"),
    ("acquitted", r"acquitt\w*|lavée?s? d(?:e|u)|relax\w*|non coupables?"),
    ("?acquitted", r"libér\w*|blanchi\w*|innocent\w*|libre\w*|disculp\w*|annul\w*"),
    (
        "verdict",
        r"verdicts?|condamn(?:e|é|ée|és|ées|er|ant|ation|ations|ait|aient)"
        r"|sentences?",
    ),
    ("?verdict", r"prononcée?s?|jug\w+|peines?|arrêts?|décisions?|infligé\w*|écop\w*"),
    ("appeal cassation", r"appels?"),
    ("?appeal cassation review", r"recours"),
    ("cassation", r"cassation|pourvois?"),
    ("review", r"révisions?|réexamen"),
    ("closed", r"classement sans suite|classée? sans suite|sp3"),
    ("?closed", r"classement|clos\w*|abandon\w*|cess\w*"),
    ("arrested", r"arrêté\w*|arrestations?|interpell\w*|arrêtent|arrêter|captur\w*"),
    ("detained arrested", r"détention|incarcér\w*|écrou\w*|garde à vue|emprisonn\w*"),
    (
        "?detained arrested",
        r"détenu\w*|reten\w*|placé\w*|prison|saisi\w*|maint\w*|pris\w*",
    ),
    ("summoned", r"convoqu\w*|convocations?"),
    ("?summoned", r"appel\w*|citée?s?|invit\w*"),
    ("?questioned", r"entendue?s?|entendre"),
    ("questioned", r"interrog\w*|auditionn\w*|auditions?"),
    (
        "dead",
        r"mort|morte|morts|mortes|décéd\w*|décès|tué|tuée|tués|tuées|tuant|tue"
        r"|tuent|tuer|péri(?:e|es|s|r|ssent|t)?",
    ),
    (
        "?dead",
        r"mortel\w*|meurtr\w*|meurs|meurent|meurt|mourir|mour\w*|vie|vies"
        r"|victimes?|corps|bilan|défunt\w*|dépouille\w*|cadavre\w*|noy\w*|feu"
        r"|assassin\w*|succomb\w*|éteint\w*|fatal\w*|létal\w*"
        r"|tomb\w*|carcasse\w*|massacr\w*",
    ),
    (
        "badly",
        r"(?:griève|grave|sérieuse)ment blessée?s?|blessures? graves?"
        r"|blessée?s? graves?",
    ),
    (
        "slightly",
        r"légèrement blessée?s?|blessures? (?:légère|superficielle)s?"
        r"|blessée?s? légers?",
    ),
    ("hurt badly slightly", r"bless(?:é|ée|és|ées|er|ant|ure|ures|e|ent|ait)"),
    (
        "?hurt badly slightly",
        r"plaie\w*|érafl\w+|contus\w+|écorch\w+|touché\w*|brûl\w*|lésion\w*|coups"
        r"|lésé\w*|traumat\w*",
    ),
    ("critical", r"critiques?|coma|pronostic vital"),
    ("missing", r"portée?s? disparue?s?"),
    ("?dead missing", r"disparu\w*|dispari\w*"),
    (
        "?missing",
        r"dispar\w*|introuvable\w*|emport\w*|perdu\w*"
        r"|pas (?:encore )?(?:été )?retrouv\w*",
    ),
    (
        "?safe",
        r"surviv\w*|rescap\w*|indemne\w*|saine?s? et sau\w*|sauv\w*|secour\w*"
        r"|vivant\w*",
    ),
    ("?displaced", r"déplac\w*|évacu\w*|réfugi\w*"),
    ("?victim", r"victimes?"),
    (
        "?doubt",
        r"risqu(?:ent|ait|aient|era|eront)|(?<!un )(?<!le )(?<!de )(?<!du )risque(?= d)"
        r"|prévu\w*|puiss\w*|sûrement|potentiel\w*|voire|parfois",
    ),
    (
        "?instead",
        r"ou(?= (?:[\w.,'-]{1,20} ){0,5}?(?:mois|ans?|prison|emprisonnement))|à défaut"
        r"|faute d(?:e|')|défaut de paiement|subsidiair\w*|non-paiement|sous peine"
        r"|sinon"
        r"|converti\w*|remplac\w*|contrainte par corps|alternativ\w*|impayée?s?"
        r"|(?:n'est|n'était|ne sont) pas (?:pay|vers|régl)\w*",
    ),
)
