"""
What English words assert, deny, and leave open.
"""

from selaras.text.cues.cue import CueTable, Rows

NEGATION: Rows = (
    (
        "?not-only",
        r"(?:not|\w{1,20}n't) (?:only|just|merely|simply|solely)",
    ),
    ("?not-only not", r"(?:not|\w{1,20}n't) (?:[\w'-]{1,30} ){1,6}?alone"),
    (
        "",
        r"(?:not|\w{1,20}n't) to mention|whether or not|no\. ?\d+|nothing but|why not"
        r"|no wonder|none other than|(?:can|could)(?:not|n't|'t| not) (?:help|but)"
        r"|as well as not|if not"
        r"|or not|not least",
    ),
    ("?matter", r"no matter|regardless"),
    (
        "not litotes",
        r"not (?:\w{1,20} )?(?:long|far|a few|infrequent\w*|uncommon\w*|unusual\w*"
        r"|rare\w*|seldom)|no (?:small|exception)",
    ),
    ("?without not", r"with or without"),
    (
        "not quality",
        r"(?:do not|don't) (?:forget|hesitate)|no doubt|undoubtedly"
        r"|(?:cannot|can't|can not) (?:just|only|simply|merely)",
    ),
    (
        "not without fee",
        r"(?:without|at no|no) (?:any |extra |additional )?(?:charges?|costs?|fees?)",
    ),
    ("not contrast", r"(?:and|but) not"),
    ("not less only", r"(?:not|no|nothing) (?:more|later|older|longer) than"),
    (
        "?not",
        r"no (?:less|fewer) than|not (?:less|fewer) than|not uncommon"
        r"|not infrequently",
    ),
    ("not only until", r"(?:not|\w{1,20}n't) (?:[\w',.-]{1,30} ){0,9}?until"),
    (
        "not refuse",
        r"(?:did|do|does|would|will) not (?:want|wish|agree)|not to be named",
    ),
    ("not fail", r"(?:could|can)(?: not|n't)|cannot|not able to|not manage"),
    ("not forbid", r"not (?:be )?(?:allowed|permitted)|must(?: not|n't)|may not"),
    ("not lack", r"not (?:have )?enough|not sufficiently|not quite"),
    ("not few", r"(?:little|few) (?:or|to) no"),
    ("?not again or", r"(?:and|or) no|(?<=, )no"),
    ("?not again or", r"nor"),
    ("not", r"neither (?:[\w'-]{1,30} ){1,8}?nor"),
    ("not yet", r"(?:not )?yet to|not yet"),
    ("not fail", r"(?:not )?unable|nowhere"),
    ("not", r"not|\w{1,20}n't|no|none|never|nobody|nothing|neither"),
    ("not few only", r"hardly|barely|scarcely|rarely|seldom"),
    ("not without", r"without(?: any)?"),
    ("?fail gone unfound", r"missing"),
    ("?less lack fail gone", r"short of"),
    ("?fail truant", r"absent|truan\w+|skip(?:s|ped|ping)?|no-shows?"),
    ("?baseless", r"groundless|baseless|meritless"),
    ("?unlikely", r"rul(?:e|es|ed|ing) out"),
    (
        "?hide",
        r"hid(?:e|es|ing|den)?|conceal(?:s|ed|ing|ment)?|withh[eo]ld(?:s|ing)?|cover(?:s"
        r"|ed|ing)? up",
    ),
    ("?unfed", r"starv(?:e|es|ed|ing|ation)|hung(?:er|ry)"),
    ("?ignore affix", r"unclear"),
    ("?free", r"at (?:large|liberty)|remain\w* free|free(?= (?:during|throughout))"),
    ("?premature", r"premature(?:ly)?|too (?:early|soon)"),
    ("?refuse", r"hesitat\w+"),
    ("?void", r"null|spoil(?:ed|t)"),
    ("?yet left", r"remain\w*"),
    ("?yet", r"pending|await\w*|outstanding"),
    (
        "?fail gone",
        r"miss(?:ed|es)?|struggl\w+|hard|difficult\w*|lost|lose[sr]?|losing|loss(?:es)?",
    ),
    (
        "?fail",
        r"fail(?:s|ed|ing|ures?)?|inability|incapable|impossible",
    ),
    ("?fail undo", r"cancel\w*|scrap(?:s|ped|ping)?"),
    (
        "?refuse",
        r"refus\w+|reject\w*|declin(?:e|es|ed|ing)|den(?:y|ies|ied)|reluctan\w+",
    ),
    ("?forbid", r"bar(?:s|red|ring)|bann?(?:s|ed|ing)?|prohibit\w*|forb\w+"),
    (
        "?avoid",
        r"avoid\w*|prevent\w*|(?:keep|kept|keeps|keeping)|lest|stop(?:s|ped|ping)?"
        r"|refrain\w*|protect\w*",
    ),
    ("?lack without fail", r"lack(?:s|ed|ing)?|empty-handed"),
    ("?lack gone", r"gone|empty|short"),
    ("?lack", r"absence|devoid|zero(?!-)|deprived|insufficient\w*"),
    ("?until before", r"until|till|before"),
    (
        "?without",
        r"[\w-]{1,30}-free|(?:tax|duty|rent) free|free (?:of|from)"
        r"|(?!un)\w{1,20}less|indefinite\w*|bare(?!ly)\w*|ban",
    ),
    (
        "?fee",
        r"(?:for )?free|complimentary|waive[ds]?|waiving|(?:zero|no)-(?:cost|fee)",
    ),
    ("?contrast preferred", r"rather than|instead of"),
    ("?contrast", r"rather|instead|unlike|differ\w*"),
    ("?less", r"less than|under|below|fewer|short of|at most|short of|far from"),
    ("?few", r"almost|nearly|little|few"),
    ("?same", r"idle|same|stuck|steady"),
    (
        "?not affix",
        r"un(?!der|til|i|cle|less|animo|fortunate)\w{4,}|unless|unit(?:ed)? states away"
        r"|dis(?:agree|approv|allow|qualif|satisf|honest|belie|regard)\w*"
        r"|underprepar\w*|under-?equip\w*|in(?:adequa|accura|capab|complet|correct"
        r"|efficien|eligib|evitab|exhaust"
        r"|sufficien|toleran|valid|visib|activ|accessib|determinate|expensive"
        r"|consisten|effective|animate|appropriate|experienced|distinguish"
        r"|secur)\w*|im(?:matur|mobil|perfect|partial|patien|proper|practic"
        r"|plausib)\w*|ir(?:regular|relevan|repar|respons|revers|replac)\w*"
        r"|illegal\w*|illegitimate|void|ignoran\w+|exclud\w+|ill[ -](?:advis|equip"
        r"|prepar|inform|defin|tim|judg|suit|conceiv)\w+"
        r"|absurd|preposterous\w*|silent\w*|silence|non-?\w{3,}|denied|refus\w+"
        r"|blind(?:ed)?|deaf|illitera\w+|dishono\w+|anonym\w*",
    ),
)

OPPOSITES: Rows = (
    ("", r"close(?:st)? (?:to|by|ally)|closely|fall ill|fell ill|down to|dropped out"),
    ("", r"at (?:the )?(?:very )?(?:least|most|best|worst)|not least|best known"),
    (
        "short",
        r"(?:not|n't|never) (?:\w{1,20} ){0,2}?(?:enough|suffic\w+|adequate\w*)"
        r"|insufficien\w+|inadequa\w+|shortages?|scarc\w+|short(?= of|-staffed)"
        r"|(?:fall|fell|run|runs|running|ran)(?:s|ing)? (?:short|low)|lack(?:s|ed|ing)?"
        r"|too (?:few|little)|deficien\w+",
    ),
    ("?enough short", r"lack(?:s|ed|ing)? (?:enough|adequate|sufficient)"),
    (
        "enough",
        r"enough|suffic\w+|adequate(?:ly)?|ample|abundan\w+|plentiful|plenty",
    ),
    ("best most", r"greatest"),
    ("best", r"best|finest"),
    ("worst most", r"deadliest|gravest|(?:most|hardest)[ -](?:sever\w+|serious|hit)"),
    ("worst", r"worst"),
    (
        "most",
        r"highest|biggest|largest|longest|tallest|heaviest|widest|richest|wealthiest"
        r"|densest|most (?:expensive|popul\w+|numerous)|priciest|steepest",
    ),
    ("least worst", r"poorest"),
    (
        "least",
        r"lowest|smallest|shortest|cheapest|lightest|narrowest|fewest|slightest"
        r"|least expensive",
    ),
    (
        "rise",
        r"ris(?:e|es|en|ing)|rose|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?"
        r"|gain(?:s|ed|ing)?|surg(?:e|es|ed|ing)|jump(?:s|ed)?|soar(?:s|ed|ing)?"
        r"|strengthen(?:s|ed|ing)?|grew|higher|rais(?:e|es|ed|ing)"
        r"|up(?= (?:from|by|about|around|more|nearly|almost|over|some|slightly"
        r"|sharply|rp|us|\d|a (?:fifth|third|quarter|half|tenth)))",
    ),
    (
        "fall",
        r"fall(?:s|en|ing)?(?! (?:under|within|into|short|on|in))|fell|drop(?:s|ped"
        r"|ping)?|declin(?:e|es|ed|ing)"
        r"|decreas(?:e|es|ed|ing)|down|lower(?:s|ed|ing)?|reduc\w{1,9}|plung(?:e"
        r"|es|ed|ing)|slump(?:s|ed)?|weaken(?:s|ed|ing)?|shrank|shrunk|shrink(?:s"
        r"|ing)?",
    ),
    ("accept", r"accept(?:s|ed|ing|ance)?|receiv(?:e|es|ed|ing)|grant(?:s|ed|ing)?"),
    ("reject", r"reject(?:s|ed|ing|ion)?|refus(?:e|es|ed|ing|al)|turn(?:s|ed) down"),
    (
        "confirm",
        r"confirm(?:s|ed|ing|ation)?|acknowledg(?:e|es|ed|ing)|admit(?:s|ted"
        r"|ting)?",
    ),
    ("deny", r"den(?:y|ies|ied|ying|ials?)|refut(?:e|es|ed|ing)"),
    ("lose", r"(?:was|were|been|being|be|is|are) defeated"),
    ("win", r"win(?:s|ning)?|won|victor(?:y|ies)|beat|beats|defeat(?:ed|ing)"),
    ("win lose", r"defeats"),
    ("lose", r"los(?:e|es|ing)|lost|loses to|lost to|defeat|beaten"),
    ("agree accept", r"agree(?:s|d|ing)? to|approv(?:e|es|ed|ing|al)"),
    ("agree", r"agree(?:s|d|ing|ments?)?"),
    ("oppose", r"oppos(?:e|es|ed|ing|ition)"),
    ("open", r"open(?:s|ed|ing)?|reopen(?:s|ed|ing)?"),
    ("close", r"close[sd]?|closing|closure|shut(?:s|ting)?"),
    ("profit", r"profit(?:s|able)?|surplus(?:es)?"),
    ("loss", r"loss(?:es)?|deficit(?:s)?"),
    ("safe", r"safe(?:ly)?"),
    ("dangerous", r"dangerous(?:ly)?|unsafe|hazardous"),
    ("legal", r"legal(?:ly)?|lawful(?:ly)?|valid"),
    ("illegal", r"illegal(?:ly)?|unlawful(?:ly)?"),
    ("allow", r"allow(?:s|ed|ing)?|permit(?:s|ted|ting)?"),
    ("forbid", r"ban(?:s|ned|ning)?|forbid(?:s|den|ding)?|prohibit(?:s|ed|ing|ion)?"),
    ("export", r"export(?:s|ed|ing|ers?)?"),
    ("import", r"import(?:s|ed|ing|ers?)?"),
    (
        "?rise",
        r"up|more|growth|grow\w*|boost\w*|improv\w+|stronger|add\w*|swell\w*|hike\w*",
    ),
    ("?fall", r"less|cut\w*|eas\w+|fewer|weak\w*|slow\w*|slid\w*|dip\w*|issue\w*"),
    ("?enough", r"full\w*|meets?|met|meeting|suit\w*|fair\w*|quite|excess\w*|cover\w*"),
    (
        "?short",
        r"short\w*|rar\w+|limited|tight|low|lower|limit\w*|need\w*|without|no|absence"
        r"|devoid|miss\w+|depriv\w+|cris[ei]s|sparse|under-?\w+|underst\w+",
    ),
    (
        "?most best",
        r"most|maxim\w+|top|peak|main|strongest|oldest|fastest|record|furthest"
        r"|farthest|major\w*|all-time|upper|first|elite|favou?rite|ideal\w*|high",
    ),
    (
        "?least worst",
        r"least|minim\w+|youngest|weakest|slowest|nearest|bottom|last|low",
    ),
    ("?accept agree", r"get\w*|got|approv\w+|welcom\w+|support\w*|back\w*|taken|took"),
    (
        "?reject oppose deny",
        r"against|dismiss\w*|declin\w*|protest\w*|disput\w+|brush\w*",
    ),
    ("?confirm", r"justif\w+|conced\w+|true|claim\w*|sa(?:id|ys)|recogni\w+"),
    ("?win", r"champion\w*|top\w*|triumph\w*|edg\w*|overcom\w*|down\w*"),
    ("?lose", r"fell to|falls? to|bow\w*|eliminat\w*|crash\w*|knocked"),
    ("?open", r"launch\w*|start\w*|inaugurat\w*|begin\w*|uncover\w*"),
    ("?close", r"end\w*|seal\w*|cover\w*|plug\w*|block\w*|off|fill\w*|shut\w*"),
    ("?profit", r"gain\w*|earning\w*|benefit\w*|advantag\w*|luck\w*"),
    ("?loss", r"damage\w*|cost\w*|losing|disadvantage\w*|shortfall"),
    ("?allow", r"let\w*|can|may|licen\w+|authori\w+"),
    ("?forbid", r"bar\w*|not allowed|restrict\w*|must not"),
)

STATUS: Rows = (
    (
        "",
        r"(?:death|life) (?:penalty|sentence)|may \d+|\d+ may|dead (?:end|line"
        r"|lock)|(?:died|dying|dies) out|dead zones?|engines? (?:had )?died"
        r"|late (?:night|last|\d+)",
    ),
    ("suspect alleged", r"suspects?"),
    ("?alleged suspect doubt", r"suspected|suspicions?|suspecting|suspicious\w*"),
    ("reported suspect", r"(?:the )?(?:reported|accused) part(?:y|ies)"),
    ("?reported", r"reported|reportee|subject of the (?:report|complaint)"),
    ("defendant respondent", r"(?:co-?)?defendants?"),
    ("defendant alleged suspect", r"the accused"),
    ("?defendant", r"(?:on|stands?|standing|stood) trial|(?:in )?the dock|defen[cs]e"),
    ("?respondent", r"respondents?"),
    ("convict inmate", r"convicts?|inmates?|prisoners?"),
    ("convict verdict", r"convicted|convictions?"),
    ("?convict verdict", r"guilty|felons?|offenders?"),
    ("witness", r"(?:eye)?witness(?:es)?"),
    ("fugitive", r"fugitives?|at large|on the run"),
    ("?fugitive", r"wanted|fled|hunt\w*|sought|escap\w*|hiding|pursu\w*|flee\w*"),
    (
        "?alleged doubt",
        r"alleg\w+|presum\w+|purported\w*|reportedly"
        r"|apparent(?:ly)?|possib\w+|probabl\w+|likely|may|might|could"
        r"|appear\w*|seem\w*|claim\w*|suppos\w+|said to|potential\w*"
        r"|indicat\w*|mistak\w+|taken for|guess\w*|suggest\w*"
        r"|under investigation",
    ),
    ("?alleged held", r"believed|thought|assum\w*"),
    ("?alleged", r"accus\w+"),
    ("?alleged doubt foreseen", r"estimat\w*"),
    ("?alleged doubt menace", r"fear\w*"),
    (
        "?doubt",
        r"perhaps|maybe|rumou?r\w*|word (?:is|has)|hearsay|legend\w*|chances?"
        r"|presumably"
        r"|odds|prospect\w*|is that so",
    ),
    ("?doubt foreseen", r"expect\w*"),
    ("?foreseen", r"forecast\w*|predict\w*|project(?:ed|ions?)"),
    ("?menace", r"threat\w*|risk\w*"),
    ("indictment", r"indict\w*|charge[ds]?"),
    (
        "demand",
        r"sentenc\w+ demand\w*|prosecution(?:'s)? demand\w*|(?:prosecutors?"
        r"|prosecution)(?:'s|s')? (?:\w{1,30} ){0,3}?(?:sought|seek\w*"
        r"|demand\w*|request\w*|ask\w*|recommend\w*)",
    ),
    (
        "?demand",
        r"demand\w*|sought|seek\w*|request\w*|ask(?:s|ed|ing)?|requisition\w*"
        r"|urg\w+",
    ),
    ("?demand indictment", r"su(?:e|ed|ing|es)|prosecut\w+"),
    (
        "acquitted",
        r"acquit\w*|not guilty|cleared of(?: (?:all|the|any))?(?: charges?)?"
        r"|exonerat\w*",
    ),
    ("?acquitted", r"free|freed|releas\w*|cleared|innocen\w*|overturn\w*"),
    (
        "verdict",
        r"sentence[ds]?|sentencing|verdicts?|convicted|impos(?:e|ed|es)"
        r"|handed down",
    ),
    ("?verdict", r"ruling\w*|ruled|judg\w+|decision\w*|penalt\w+|gets|given"),
    ("appeal cassation", r"appeal(?:s|ed|ing)?|appellate"),
    ("cassation", r"cassation"),
    ("?cassation", r"supreme court"),
    (
        "review",
        r"(?:judicial|case|final) review|review|reconsider\w*|peninjauan kembali"
        r"|pk",
    ),
    ("closed", r"halt\w*|terminat\w*|drop\w*|stop\w*|close\w*|sp3"),
    ("arrested", r"arrest\w*|apprehend\w*|captur\w*|caught|nabbed|seiz\w+|busted"),
    ("detained arrested", r"detain\w*|detention|taken into custody|in custody|custody"),
    (
        "?detained",
        r"held|hold\w*|remand\w*|jail\w*|imprison\w*|lock\w*|incarcerat\w*"
        r"|behind bars",
    ),
    ("summoned", r"summon\w*|called in|subpoena\w*"),
    ("?summoned", r"call\w*|recall\w*|invit\w*|ask\w*"),
    ("questioned", r"question(?:ed|ing)|interrogat\w*|interview\w*|examin\w*"),
    (
        "dead",
        r"dead|die|died|dies|dying|killed|killing|kills|kill|deaths?|fatalit(?:y|ies)",
    ),
    (
        "?dead",
        r"fatal\w*|deceased|bod(?:y|ies)|perish\w*|lifeless|lives|slain|murder\w*"
        r"|casualt\w+|life|lost|claim\w*|passed away|drown\w*|victims?|late"
        r"|corpses?|martyr\w*|deadly|mortal\w*|remains|passing|assassinat\w*"
        r"|massacr\w*|fallen|toll|died|lethal",
    ),
    (
        "badly",
        r"(?:serious|severe|critical|bad|grave|heav)\w* (?:\w{1,30} )?(?:injur"
        r"|wound|hurt)\w*",
    ),
    (
        "slightly",
        r"(?:slight|minor|light|superficial)\w* (?:\w{1,30} )?(?:injur|wound"
        r"|hurt)\w*",
    ),
    ("hurt badly slightly", r"injur(?:e|ed|ies|y|ing)|wound(?:s|ed|ing)?|hurt"),
    (
        "?hurt badly slightly",
        r"cuts?|slash\w*|scratch\w*|burn\w*|bruis\w*|harm\w*|lacerat\w*|wound\w*",
    ),
    ("critical", r"critical(?:ly)?|coma|life-threatening"),
    ("missing", r"missing"),
    (
        "?missing",
        r"disappear\w*|lost|vanish\w*|unaccounted|swept|not (?:yet )?been found"
        r"|gone",
    ),
    ("?safe", r"surviv\w*|safe\w*|unharmed|rescu\w*|saved?|alive|unhurt|unscathed"),
    ("?displaced", r"displac\w*|evacu\w*|refuge\w*|shelter\w*|fled|flee\w*"),
    ("?victim", r"victims?"),
    ("?doubt", r"is said|says? to be"),
    (
        "?instead",
        r"or(?= (?:[\w.,'-]{1,20} ){0,5}?(?:months?|years?|jail|prison|imprisonment"
        r"|custody|serve|face))|in lieu|failing (?:which|that|payment)|in default"
        r"|(?:if|unless) (?:[\w']{1,20} ){0,4}?(?:un)?paid|if (?:\w{1,20} ){1,3}?fails?"
        r"|fails? to pay|(?:not|n't) pay|non-?payment|alternative\w*|subsidiar\w+"
        r"|substitut\w+|replac\w+|convert\w+|instead|otherwise",
    ),
)

TABLE = CueTable(
    negation=NEGATION,
    opposites=OPPOSITES,
    status=STATUS,
    folding={ord("’"): "'", ord("\N{NO-BREAK SPACE}"): " "},
)
