"""
What French words assert, deny, and leave open.
"""

from selaras.text.cues.cue import CueTable, Rows
from selaras.text.cues.fr_status import STATUS

NE = r"(?:ne |n')"
ART = r"(?:le|la|les|du|des|au|aux|son|sa|ses|leurs?)"
PAS = r"(?:pas|plus|jamais|rien|aucune?|guère|point|personne|nulle?|nulle part|ni)"

NEGATION: Rows = (
    (
        "?not-only",
        rf"(?:{NE}(?:[\w-]{{1,30}}[ ']){{1,3}})?(?:pas"
        r"|non) (?:\w{1,30} )?(?:seulement|uniquement|simplement)"
        r"|non (?:[\w'-]{1,30} ){0,3}?seule?s?"
        rf"|{NE}(?:[\w-]{{1,30}}[ ']){{1,3}}pas (?:le |la |les )?seule?s? à",
    ),
    (
        "not litotes",
        rf"(?:{NE}(?:[\w'-]{{1,30}} ){{1,3}})?pas (?:très |si |trop |bien )?"
        r"(?:longtemps|loin|rare\w*|peu|moins)|sans exception",
    ),
    (
        "",
        rf"{NE}cess\w+|{NE}fait que|quoi qu'il en soit|non plus|pas mal|(?:de|un|le|des"
        r"|du|premiers?|grands?|faux|deux|quelques|au) pas|pas de tir"
        r"|non gouvernement\w+|pas à pas|sans cesse|sans doute"
        r"|que jamais|n'importe|rien que",
    ),
    (
        "not only until",
        rf"{NE}(?:[\w'-]{{1,30}} ){{1,7}}?plus(?= qu(?:e |'))"
        rf"|{NE}(?:(?!{PAS} )[\w'-]{{1,30}} ){{0,3}}?(?!{PAS} )[\w'-]{{1,30}}(?= qu"
        r"(?:e "
        r"|'))",
    ),
    ("not intact", r"rien ne manqu\w+|il ne manqu\w+ rien"),
    (
        "not",
        r"(?:aucune?|personne|rien|nul|jamais|ni) (?:[\w'-]{1,30} ){0,6}?n(?:e"
        r"|'\w+)|sans (?:aucune?|rien|jamais|avoir jamais)",
    ),
    ("?matter", r"peu importe|qu'importe"),
    ("?twice", r"non sans"),
    ("?without not", r"avec ou sans"),
    ("not without fee", r"sans (?:aucuns? )?frais"),
    (
        "?without quality",
        r"sans[ -](?:abris?|papiers|danger|pitié|encombre|voix|équivoque|conteste"
        r"|précédent|égal\w*)",
    ),
    (
        "not until",
        rf"(?:aucune? (?:[\w'-]{{1,30}} ){{0,4}}?{NE}[\w'-]{{1,30}}"
        rf"|{NE}(?:[\w'-]{{1,30}} ){{0,3}}?"
        r"(?:pas|plus))(?: [\w'-]{1,30}){0,4}?(?= depuis)",
    ),
    ("not refuse", r"(?:dit|dire|disent|dis|disant) non"),
    ("not forbid", rf"{NE}(?:doi|dev)\w* (?:pas|plus)"),
    (
        "not unpaid arrears",
        rf"{NE}(?:[\w-]{{1,30}} ){{1,2}}pas (?:versé|payé|réglé)\w*",
    ),
    ("not quality", rf"{NE}(?:oubli|hésit)\w+ pas"),
    ("not contrast", r"(?:et|mais) non(?: pas)?"),
    (
        "not",
        rf"(?:{NE}(?:[\w'-]{{1,30}} ){{1,5}}?)?ni (?:[\w'-]{{1,30}},? ){{1,6}}?ni"
        r"(?: (?:[\w'-]{1,30},? ){1,6}?ni){0,3}",
    ),
    (
        "?not fail few quality",
        r"peu (?:probable|habituel|performant|pratique|courant|fréquent|commun"
        r"|convain|propice|clair|connu|concluant|fiable|crédible|\w{2,12}[ai]ble)\w*"
        r"|peu de chances?",
    ),
    ("?yet", r"d(?:oit|oivent|evait|evaient) (?:encore|toujours)"),
    (
        "not before",
        rf"tant que (?:[\w'-]{{1,30}} ){{1,9}}?{NE}(?:[\w-]{{1,30}} ){{0,4}}?pas",
    ),
    (
        "not fail",
        rf"{NE}(?:peu|pou|pu|par|parv|réuss"
        rf"|arriv)\w* (?:[\w'-]{{1,30}} ){{0,2}}?(?:pas|plus)|{NE}(?:a|ont|avait"
        r"|avaient|aient|ayant) (?:pas|plus) (?:pu|réussi|su)",
    ),
    (
        "not less only",
        rf"{NE}[\w'-]{{1,30}} pas(?= (?:au-dessus|au-delà|plus d))",
    ),
    ("not futile", rf"{NE}ser\w+ à rien"),
    ("not gone lack", r"n'y (?:en )?(?:a|avait) plus(?: rien)?"),
    ("not", rf"{NE}(?:[\w'-]{{1,30}} ){{0,6}}?{PAS}"),
    ("?not affix", r"(?<!et )(?<!mais )(?<!ou )(?<!, )non(?= \w{4})"),
    ("not without", r"sans"),
    ("not", r"(?<!plus )(?:pas|aucune?|non)"),
    (
        "?not",
        r"jamais|nulle?s?|rien|sine die|désenclav\w*|inopportun\w*|invain\w*"
        r"|invaincue?s?|partial\w*|invendable\w*|inactif\w*|malsain\w*",
    ),
    ("?not bare", rf"{NE}\w*"),
    ("?near", r"doutes?|dout(?:ent|ait|aient)"),
    (
        "?fail",
        r"échou\w+|échecs?|recal\w+|ajourn\w+|incapa\w+|impossib\w+",
    ),
    ("?fail undo", r"annul\w+|abrog\w+"),
    ("?fail avoid", r"empêch\w+"),
    (
        "?fail gone",
        r"peine|difficil\w+|difficult\w+|perd(?:u|re|ent|s|ait|aient|ant)\w*|pertes?",
    ),
    ("?refuse", r"refus\w*|rejet\w*|déclin\w+|démen\w+|réticen\w+"),
    ("?refuse gone", r"contest\w+"),
    ("?forbid", r"inter(?:dit|diction|dire|disa)\w*|prohib\w+|illég\w+"),
    ("?avoid", r"évit\w+|préven\w+|éloign\w+"),
    (
        "?unlikely",
        r"écart\w+ (?:tou(?:te?|s|tes)|les?|la|une?) (?:risque|menace|danger)s?",
    ),
    ("?hide", r"cach(?:e|é|ée|és|ées|er|ent|ait|aient|ant)|dissimul\w+|occult\w+"),
    (
        "?fail truant",
        r"absentéis\w+|(?:s')?absent(?:é|er|ent)\w*|sèch(?:e|ent)|séch(?:é|er)",
    ),
    ("?baseless", r"infondée?s?"),
    ("?unfed", r"affam\w+|jeûn\w+"),
    ("?void", r"nullité"),
    (
        "?free",
        r"(?:resté|laissé)(?:e|s|es)? (?:libres?|en liberté)"
        r"|comparaî\w+ libres?",
    ),
    ("?forbid affix", r"indus?|indue?s?|indûment"),
    ("?premature", r"prématuré\w*|trop tôt"),
    ("?refuse", r"hésit\w+"),
    ("?silent", r"en silence|silencieu\w+"),
    ("?ended", r"(?:la )?fin d(?:e|es|u)|cess\w+"),
    ("?lack without fail", r"faute d(?:e|u|es)?|à défaut|bredouilles?"),
    ("?until before", r"jusqu(?:'\w+|e)?|avant"),
    ("?lack fail near", r"manqu\w+|désastreu\w+|fallacieu\w+|mensong\w+|épuis\w+"),
    (
        "?lack",
        r"absence|pénurie\w*|encours"
        r"|zéro|introuvables?|disparue?s?|vacante?s?",
    ),
    ("?lack without", r"démuni\w*|dépourv\w+|dénuée?s?|privée?s?(?= d)"),
    (
        "?not lack without fail truant",
        r"absente?s?",
    ),
    (
        "?not lack without",
        r"hors|à (?:l'|votre |leur |son |mon |notre )insu"
        r"|en l'absence",
    ),
    ("?avoid not", r"déconseill\w+"),
    ("?avoid", r"mis(?:e|es)? en garde|met(?:tent)? en garde|mettant en garde"),
    ("?ignore fail", r"(?:l')?ignor\w+|méconn\w+|mal identifi\w+"),
    ("?ignore fail affix", r"inconnue?s?"),
    (
        "?without",
        r"libres? d(?:e |'|es )(?:droits?|taxes?|impôts?)|exempt\w*"
        r"|huis clos|franchise|indéfini\w*",
    ),
    ("?fee", r"gratuit\w*|offert\w*|bénévol\w*"),
    ("?contrast preferred", r"plutôt(?= qu(?:e |'))|au lieu(?= d)"),
    (
        "?contrast",
        r"différ\w+|loin de(?= \w+(?:er|ir|re)\b)|plutôt|au lieu|contrairement",
    ),
    ("?yet left", r"rest(?:ent|ait|aient|er|é\w*)(?! à)"),
    (
        "?yet",
        r"rest(?:e|ent|ait|aient) à|attend\w*|attente",
    ),
    ("?less", r"moins|inférieur\w*|sous|au plus|maximum|seulement"),
    ("not few only", r"à peine|rarement"),
    ("?few not", r"rares?"),
    ("?few", r"peu|presque|quasi\w*"),
    ("?same not affix", r"inchangé\w*"),
    (
        "?same",
        r"gard(?:ons|ez|ent|er|é|ée|és|ées)"
        r"|maint(?:ien\w*|enue?s?|enir)|conserv\w+",
    ),
    ("?same", r"immobil\w+|stable\w*|arrêt"),
    (
        "?not affix",
        r"in(?:attend|achev|adapt|adéquat|compl|connu|chang|capab|certain|cess"
        r"|défini|disponib|égal|exact|existant|habit|justi|just|occup|quiét|satisf"
        r"|stab|suffis|support|terromp|touch|visib|valid|édit|utile|volont"
        r"|vraisembl|dépend|habituel|emploi|confort|désir|hospital|opin|soup"
        r"|respect|viol|abord)\w*|im(?:prév"
        r"|pay|mobil|parfait|puiss|prud|product|pensa)\w*|ir(?:réal|régul|répar"
        r"|révers|respons)\w*|dés(?:accord|arm|approuv|intér)\w*|mé(?:content"
        r"|connu|connaiss)\w*|non-\w+|ignor\w+|tort|exclu\w*|ridicule\w*|absurde\w*"
        r"|nié\w*|sinon|(?:l'|d')?in(?!vraisembl|croy|dispens|contourn)\w{2,12}"
        r"(?:able|ible)s?|im\w{2,12}ables?|ir\w{2,12}ables?|anorma\w+|anonym\w+"
        r"|indemnes?|indignes?|infinité|intacte?s?|illimit\w+|désagréab\w+"
        r"|inoffensi\w+|aveugles?|sourde?s?|illettrée?s?|analphabètes?"
        r"|mal(?= \w+[éiu]e?s?\b)"
        r"|inhabituel\w*|inexp\w+|nuls?|indigen\w+",
    ),
)

OPPOSITES: Rows = (
    ("", r"bien sûr|(?:ouvert|fermé)s? (?:en|à) (?:hausse|baisse)"),
    (
        "short",
        r"(?:ne |n')(?:[\w'-]{1,20} ){0,2}?(?:suffi\w+(?! qu)|pas assez)"
        r"|sans \w+ suffisante?s?"
        r"|pas (?:assez|suffi\w+)|insuffi\w+|pénuries?|manqu(?:e|es|ent|é|er|ait|aient)"
        r"|carences?|à court|trop peu|rareté",
    ),
    ("enough", r"suffi\w+|assez(?= (?:de |d'|pour))|abond\w+|adéquat\w*|amplement"),
    (
        "worst most",
        rf"{ART} plus (?:graves?|sévères?|meurtri\w+|touché\w*|dévast\w+)",
    ),
    ("worst", rf"{ART} (?:pires?|plus mauvais\w*)"),
    ("best", rf"(?:{ART} |élue?s? )meilleure?s?"),
    (
        "most",
        rf"{ART} plus (?:haut|élev|grand|gros|long|import|fort|riche|peupl|ch[eè]r"
        r"|vaste|lourd|nombreu)\w*",
    ),
    (
        "least",
        rf"{ART} (?:plus (?:bas|faible|petit|court|pauvre|lég|étroit|modeste)\w*"
        r"|moins (?:ch[eè]r|élev|import|long|nombreu)\w*)",
    ),
    (
        "rise",
        r"hausses?|augment(?:e|é|ée|és|ées|er|ent|ant|ation|ations|ait|aient)"
        r"|progress(?:e|é|er|ion|ent|ait|aient)|grimp(?:e|é|er|ent|ait|aient)|bond(?:i|it|ir)"
        r"|relev(?:é|ée|er)|renforc\w{1,8}|supérieure?s?",
    ),
    (
        "fall",
        r"baiss(?:e|é|ée|er|es|ent|ant|ait|aient)|chut(?:e|es|é|er|ent|ait|aient)"
        r"|recul(?:e|é|er|s|ent|ait|aient)?|diminu\w{1,8}|rédui\w{1,6}|réductions?|effondr\w{1,8}"
        r"|affaibli\w{0,9}",
    ),
    (
        "accept",
        r"accept(?:e|é|ée|és|ées|er|ent|ait|aient|ation)|reç(?:oit|oivent|u|us|ue|ues|u)|recevoir",
    ),
    (
        "reject",
        r"rejet(?:te|é|ée|és|ées|er|tent|s|ait|aient)?|refus(?:e|é|ée|er|ent|és|ées|ant"
        r"|ait|aient)?",
    ),
    ("confirm", r"confirm(?:e|é|ée|er|ent|ation)|reconn(?:u|aît|aître|aissent)|admis"),
    ("deny", r"dément(?:i|ie|ir|is|ent)?|démenti|nie|nié|nient|nier"),
    (
        "win",
        r"gagn(?:e|é|ée|er|ent|ant)|victoires?|remport(?:e|é|ée|er|ent|ant)|bat"
        r"|battu",
    ),
    ("lose", r"perd(?:u|ue|re|ent)?|défaites?|inclin(?:e|é|ée|ent)|s'inclin\w{1,4}"),
    ("agree", r"accords?|approuv(?:e|é|ée|er|ent)|approbation|convenu"),
    ("oppose", r"oppos(?:e|é|ée|és|ent|er|ant|ition)"),
    ("open", r"ouv(?:re|ert|erte|erts|ertes|rir|rent|erture)|rouv\w{1,6}"),
    ("close", r"ferm(?:é|ée|és|ées|er|eture|ent)|clôtur\w{1,4}"),
    ("profit", r"bénéfices?|profits?|excédents?|bénéficiaire"),
    ("loss", r"pertes?|déficits?"),
    ("safe", r"sûrs?|sûres?|sécurité"),
    ("dangerous", r"dangereu(?:x|se|ses)"),
    ("legal", r"léga(?:l|le|les|ux)|légalement|valides?"),
    ("illegal", r"illéga(?:l|le|les|ux)|illégalement"),
    ("allow", r"autoris(?:e|é|ée|és|ées|er|ent|ation)|perm(?:et|is|ettre)"),
    ("forbid", r"interdi(?:t|te|ts|re|sent|ction|ctions)"),
    ("export", r"export(?:e|é|ée|és|er|ent|ations?|ateurs?)"),
    ("import", r"import(?:é|ée|és|ées|er|ations?|ateurs?)"),
    ("?enough", r"assez|dispos\w*|répon\w+|couvr\w+|couvert\w*|satisf\w+|plein\w*"),
    (
        "?short",
        r"rares?|limit\w*|faibles?|faut\w*|défaut|absence|sans|besoin\w*|priv\w+"
        r"|épuis\w+"
        r"|crises?|manqu\w+|pauvre\w*",
    ),
    (
        "?most best",
        r"maxim\w+|record\w*|sommets?|pics?|principa\w+|meilleure?s?|plus (?:haut"
        r"|fort)s?|majorité|plupart|premi\w+|majeur\w*",
    ),
    ("?least worst", r"minim\w+|pires?|moins|plus (?:bas|jeune|faible)s?|moindres?"),
    ("?rise", r"plus|mont\w+|accr\w+|élev\w+|crois\w+|amélior\w*|bond\w*|envol\w*"),
    (
        "?fall",
        r"moins|descend\w*|plong\w*|tomb\w*|inférieur\w*|allég\w*|coup\w*"
        r"|ralenti\w*",
    ),
    (
        "?accept agree",
        r"obt\w+|souti\w+|souten\w+|appu\w+|droit|accueil\w*|favorable\w*",
    ),
    (
        "?reject oppose deny",
        r"contest\w*|contre|écart\w*|déclin\w*|débout\w*|hostile\w*",
    ),
    ("?confirm", r"avou\w*|affirm\w*|admet\w*|justifi\w*"),
    ("?win", r"champion\w*|impos\w*|domin\w*|vain\w*|élimin\w*|titre"),
    ("?lose", r"battue?s?|tomb\w*|élimin\w*|échou\w*|vaincu\w*|pert\w*|céd\w*"),
    ("?open", r"lanc\w*|inaugur\w*|début\w*|entam\w*"),
    ("?close", r"fin|clos\w*|boucl\w*|coup\w*|scell\w*|termin\w*|condamn\w*|couv\w*"),
    ("?profit", r"gain\w*|gagn\w*|chance\w*|avantag\w*"),
    ("?loss", r"préjudic\w*|dégâts?|perd\w*|dommag\w*|lés\w*"),
    ("?allow", r"peu\w*|pouv\w*|laiss\w*|droit"),
    ("?forbid", r"empêch\w*|défen\w*|prohib\w*"),
)

TABLE = CueTable(
    negation=NEGATION,
    opposites=OPPOSITES,
    status=STATUS,
    folding={
        ord("’"): "'",
        ord("\N{NO-BREAK SPACE}"): " ",
        ord("\N{NARROW NO-BREAK SPACE}"): " ",
    },
)
