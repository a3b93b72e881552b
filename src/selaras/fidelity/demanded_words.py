"""
What asks a translation for a counterpart, and everything that may be one.

Arabic is written without its vowel marks, and every alif as one.
"""

from collections.abc import Mapping

from selaras.languages import Tag

MOST = (
    r"(?<!\w)(?<!eceran )(?<!kedua )(?<!ketiga )(?<!keempat )"
    "(?<!kelima )(?:te(?:r(?:buruk|baik|tinggi|rendah|besar|kecil|banyak|panjang"
    "|pendek|luas|mahal|murah|tua|muda|kaya|miskin|kuat|lemah|padat|parah|sulit"
    "|penting|berat|cepat|laris|ketat|hebat|indah)|rendah|ringan|ramai)(?:nya)?"
    "|paling (?:buruk|baik|tinggi|rendah|besar|kecil|banyak|panjang|pendek|luas|mahal"
    "|murah|tua|muda|kaya|miskin|kuat|lemah|padat|parah|sulit|penting|berat|populer"
    r"|berbahaya|mematikan|dicari|diminati|diburu|sering)(?! (?:hanya|pada|rp|us|\d"
    "|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|se(?:puluh|ratus|tahun"
    r"|bulan|minggu|pekan|hari|jam|tengah|perempat)|dalam \d)))(?! (?:ke-?\s?\d"
    r"|ke(?:dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh)\b"
    r"|peringkat))(?!\w)"
)
"""
The most of its kind; no third largest, no "at most two", no price ceiling.
"""

NEARLY = (
    r"(?<!\w)(?:hampir|nyaris)(?! (?:sama|serupa|mirip|tidak|tak|tanpa|belum)\b)(?!\w)"
)

TO_COME = (
    r"(?<!\w)(?:(?<!sadar )(?<!sadaran )(?<!ingat )(?<!butuhan )(?<!mintaan )"
    "(?<!takut )(?<!khawatir )(?<!cinta )(?<!haus )(?<!percayaan )(?<!kaya )"
    "(?<!tidak )(?<!tak )"
    "(?<!belum )(?<!biasanya )akan(?! tetapi| pernah| adanya)|bakal"
    "|(?<!bunuhan )berencana|"
    "(?<!mengenai )(?<!tentang )rencananya|(?<!yang )direncanakan|merencanakan|"
    r"(?<!pernah )ditargetkan|menargetkan|dijadwalkan|berniat)(?!\w)"
)
"""
What is still to come; no need of something, no murder with intent.
"""

NON = (
    r"(?<!\w)non[- ]?(?:subsidi|migas|muslim|medis|teknis|residen|pemerintah|militer"
    "|tunai|formal|organik|pribumi|asn|pns|komersial|akademik|esensial|tarif|bank"
    r"|fisik|halal|prioritas)(?!\w)"
)

SAID_MOST: Mapping[Tag, str] = {
    "en": (
        r"\b(?!(?:west|rest|interest|protest|request|arrest|forest|test|guest|suggest"
        "|harvest|honest|contest|invest|modest|budapest|quest|nest|chest|latest"
        "|digest|manifest|northwest|southwest|east|southeast|northeast|vest|pest|zest"
        r"|jest|crest)\b)\w{2,}est\b|\b(?:most|least|worst|best|tops?|record|peak\w*"
        r"|maxim\w+|minim\w+|leading|first|foremost|prime|chief|main|ultimate|premier"
        r"|number one|no\. ?1|unprecedented|ever|extreme\w*|primary|supreme|utmost"
        "|majority|mostly|mainly|leaders?|leads?|major|favou?rite|lows|highs|(?:an?"
        "|new|its|their"
        r"|record|[\w-]+-(?:day|week|month|year)) (?:high|low)(?= (?:of|since|for|on"
        r"|in|this|at)\b|[.,;]|$)|all-time|bottom|prefer\w*|ideal\w*|of the (?:year"
        r"|day|month|match))\b"
    ),
    "fr": (
        r"\b(?:l[ea]s?|l'un\w*|d(?:u|es)|aux?|son|sa|ses|leurs?|mon|ma|mes|nos|notre"
        r"|vos|votre|de|en) (?:\w+ )?(?:plus|moins|mieux|moindres?|pires?)\b"
        r"|\b(?:meilleure?s?|records?|maxim\w+|minim\w+|premi\w+|principa\w+|sommets?"
        r"|pics?|suprêmes?|extrêm\w+|tête|numéro un|n° ?1|majorité|plupart|majeur\w*"
        r"|essentiel\w*|sans précédent|inégal\w*|jamais|ultim\w+|favori\w*|optim\w+"
        r"|privilégi\w*|préfér\w*|au plus|leaders?|plus (?:haut|bas)|doyen\w*"
        r"|primordia\w*|plafond|capita\w+|idéal\w*|surtout|majors? d)\b"
        r"|(?:^|[,:«] ?)plus (?!d[eu]?\b|que?\b|tard|tôt|encore)\w"
    ),
    "zh": (
        "最|首|第一|冠|榜首|头号|极|顶|新高|新低|空前|史上|前所未|主要|绝大|大多"
        "|大部分|至[高上]|巅|峰|之最|头等|一流|无比|优先|高位|低位|老大|王"
        r"|前[一二三四五六七八九十几\d]+大|上限|下限|好去处"
    ),
    "ja": (
        "最|一番|いちばん|もっとも|トップ|首位|[1１一]位|第一|ナンバー|随一|史上|屈指"
        "|極|ワースト|ベスト|記録|過去|主要|何より|ピーク|頂|王者|ほとんど|大半|筆頭"
        "|有数|比類|前例|絶好|優先|世界一|日本一|上限|下限|高値|安値|長者|一流|指折り"
        "|上位|下位|大手|首席|(?:以来|ぶり)の[高低安大小]"
    ),
    "ar": (
        r"(?<!\w)[وفبلك]?(?:ال|لل|بال)?ا(?:كبر|صغر|علي|دني|دنا|سوا|سوء|فضل|حسن|طول|قصر"
        "|قدم|حدث|سرع|بطا|ثقل|خف|غني|فقر|قوي|ضعف|قرب|بعد|كثر|قل|شد|هم|برز|غلي|رخص|عمق"
        "|وسع|خطر|فدح|ضخم|عظم|نجح|روع|جمل|شهر|صعب|حر|عنف|ول|ولي|رقي|كفا|نسب|سهل|صلب"
        r"|جود|كثف|قوا|علا|غلا|غلب|رفع|قصي|فظع|صلح|جدي)(?:ها|هم|هما|هن"
        r"|ه)?(?!\w)(?! من )|كبري|صغري"
        "|عليا|دنيا|قصوي|مثلي|عظمي|فضلي|كبار|قمة|ذروة|قياسي|معظم|رئيسي|صدار|تصدر"
        r"|غالبي|مقدمة|(?<!\w)ال?حد ال|الاول|سابقة"
    ),
}
"""
By language, what says of something that it is the most of its kind.
"""

SAID_NEARLY: Mapping[Tag, str] = {
    "en": (
        r"\b(?:almost|near\w*|close\w*|about|verge|virtually|practically|just|barely"
        r"|narrow\w*|all but|approach\w*|some|around|most|mostly|hardly|rarely|seldom"
        "|scarcely|approximately|roughly|brink|pretty much|mere|few|little|well-nigh"
        "|short of|not quite|majority|on the point|soon|much of|as (?:good|much) as"
        r"|half|vast|largely)\b"
    ),
    "fr": (
        r"\b(?:presque|quasi\w*|près|failli\w*|peine|environ|proche\w*|pratiquement"
        r"|rare\w*|sur le point|point d|en passe|manqu\w*|frôl\w*|quelque\w*|plupart"
        r"|approch\w*|bord d|au bord|bientôt|peu|moins|majorité|guère|avoisin\w*"
        "|tout juste|limite|deux doigts|voire|largement|dizaine|vingtaine|trentaine"
        r"|centaine)\b"
    ),
    "zh": (
        "几乎|近|险|差点|差一点|快|接近|基本|即将|差不多|绝大|极少|很少|濒|将|约|大多"
        "|多数|逼近|不到|左右|几近|难以|只差|勉强|半|上下|大部分|罕|仅|微乎|不怎么"
    ),
    "ja": (
        "ほぼ|ほとんど|近[いくづ]|もう少し|あと少し|危うく|まもなく|間もなく|大半"
        "|かけ|そうに|寸前|約|ほど|弱|ぎりぎり|あわや|大部分|迫|間近|前後|ところだ"
        "|めった|滅多|わずか|同然|かろうじて|多く|危機|直前|惜し|くらい|ぐらい|以上"
        "|事実上|大抵|半|瀕|たいてい|ばかり|稀|まれ|あまり"
    ),
    "ar": (
        "تقريبا|قراب|نحو|كاد|وشك|يقرب|تقرب|قارب|شبه|معظم|حوال|زهاء|نادر|قريب|اقترب"
        "|يقترب|تقترب|كاد|غلب|كدت|بضع|اقل|يناهز|قليل|قل ?ما|ضئيل|اقرب|علي حافة|عمليا"
    ),
}
"""
By language, what says that something is not quite so.
"""

SAID_TO_COME: Mapping[Tag, str] = {
    "en": (
        r"\b(?:will|won't|\w+'ll|would|wouldn't|\w+'d|shall|going to|plan(?:s|ned"
        r"|ning)?|(?:is|are|was|were|be|been|am) (?:\w+ly )?(?:not )?to|set to|due"
        r"|schedul\w*|expect\w*|inten[dt]\w*|aim(?:s|ed|ing)?|target\w*|propos\w*"
        r"|upcoming|soon|could|may|might|should|can|must|if|unless|prepar\w*|hop(?:es?"
        r"|ing)|wants?|future|ready|goals?|promis\w*|pledg\w*|vow\w*|seeks?|seeking"
        r"|prospect\w*|would-be|likely|forecast\w*|predict\w*|tomorrow|needs?"
        r"|possib\w*|so that|ambition\w*|designat\w*|consider\w*|await\w*|bound to"
        r"|eye\w*|eventual\w*|mull\w*|slat\w*|anticipat\w*|threat\w*|risk\w*|ha(?:s"
        r"|ve) yet|wish\w*|meant|fear\w*|cancel\w*|postpon\w*|call(?:s|ed) off)\b"
        r"|\bto (?!(?:the|an?|his|her|their|its|our|this|that"
        "|these|those|two|three|four|five|six|seven|eight|nine|ten|about"
        r"|more)\b)[a-z]{2,}|\b(?:is|are|am|be) (?:now |currently |also )?\w+ing\b"
    ),
    "fr": (
        r"\wr(?:ai|as|a|ons|ez|ont|ait|aient|ais|ions|iez)\b|\b(?:va|vont|allait"
        r"|allaient|vais|allons|doi\w*|dev(?:ra|rai|ait|aient|oir)\w*|prév\w+"
        r"|projett\w*|en projet|compt(?:e|ent|ait|aient)|d'ici|prochain\w*|bientôt"
        r"|vis(?:e|ent|ait|ant|er|aient)|objectif\w*|envisag\w*|enten(?:d|dent|dait)"
        r"|souhait\w*|ve(?:ut|ulent)|voul\w*|futur\w*|programm\w*|plan|plans|planif\w*"
        r"|planning|atten\w*|si|s'il\w*|peu(?:t|vent)|pou[rv]r?(?:ait|aient|oir|a"
        r"|ont)\w*|appr[êe]t\w*|en passe|sur le point|prêt\w*|demain|intention\w*"
        r"|esp[èé]r\w*|promet\w*|promis\w*|cible\w*|destin\w*|cherch\w*|ambition\w*"
        r"|propos\w*|risqu\w*|menac\w*|besoin\w*|faut|but|prépar\w*|afin|à venir"
        r"|nécessair\w*|veill\w*|peur|crain\w*|redout\w*|annul\w*|reporté\w*|ajourn\w*"
        r"|fixée?s?)\b|\b(?!(?:mer|hier|hiver|cher|fer|noir|soir|espoir"
        "|pouvoir|entre|autre|notre|votre|titre|ministre|centre|kilomètre|mètre"
        "|quatre|lettre|contre|maître|montre|filtre|théâtre|ordre|trimestre|semestre"
        r"|registre|partir|leader|empire|navire|histoire|victoire|livre|cuivre|\w+bre"
        r"|\w+(?:ier|naire|taire|toire|laire|saire|ciaire|diaire"
        r"|faire(?<=affaire)))\b)\w{2,}(?:er|ir|oir|dre|tre|ire|vre)\b"
    ),
    "zh": (
        "(?<![主大武])将(?![近军士领])|要(?<![主重首]要)(?![求员塞闻点])|"
        "(?<![委员议国协社机工大晚学教公开聚约宴商年峰理总集])会(?![议员长场谈见晤计所])"
        "|拟|计划|预[计定期测备]|打算|准备|即将|有望|未来|想(?<![思理]想)|能"
        "(?<![性功智职节]能)(?![源量力耗])|可(?!怜)(?<!许可)|目标|为了|以便|希望|届时"
        "|下[周月年个一次]|明[年天日]|后天|待(?<![对招接]待)|应(?<![反供响]应)(?!对)"
        "|须|必|争取|力争|旨|用于|用以|如[果不无未]|若|一旦|欲|望|定于|定在|今后|日后"
        "|将来|即(?![使便])|快(?![速递])|意向|意在|[底年月日周]之?前|候任|候选|需|愿"
        "|接下来|取消|推迟|延期|担心|唯恐|势必|保证|承诺|威胁|来年|是否|尚|予|面临"
        "|不再|再(?!次)|让|使"
    ),
    "ja": (
        "予定|計画|見通し|見込|方針|目指|目標|つもり|だろう|でしょう|今後"
        "|[来翌](?=[年月週季春夏秋冬日場])|次期|次回|可能|はず|べき|意向|考え|近く"
        "|準備|へ(?=[。、」]|$)|に向け|に向か|明日|あす|将来|未来|間もなく|まもなく"
        "|検討|案|構想|[るうくぐむぶすつぬ](?=[。」、）)]|$|と(?![き同共も])|か(?!ら)"
        "|が、|た?め|こと|よう|など|見|だ|で|の[がはをもで]|場合|し|べ|ほど|ば|とき|時|日"
        "|ところ|もの|人)|ます|たい|よう(?=と)|れば|たら|なら|もし|ない|ませ|望|狙"
        "|期待|恐れ|懸念|中止|延期|新たな|候補|必要|誓|約束|いずれ|期限|締|公約|要請"
        "|求め|デビュー"
    ),
    "ar": (
        r"(?<!\w)[وف]?س[يتنا]\w{2,}|(?<!\w)[وف]?(?:سوف|لن|لا)(?!\w)|"
        r"(?<!\w)[وفلب]?ي(?:تم|جب|مكن|خطط|ستهدف|عتزم|توقع|نوي|تعين|نبغي|ريد|سعي|امل"
        r"|تطلب|ستعد|حتاج|هدف|تعهد|عتقد|رجح|حتمل|فترض|واجه)\w*|(?<!\w)(?:ان|لا|قد|كي"
        r"|حتي|ما|وقد|بان|لان) ?[يتن]\w{2,}|(?<!\w)كانت? [يتن]\w+|خط[طة]|مقرر|متوقع"
        "|مزمع|مرتقب|هدف|اهداف|مستقبل|قادم|مقبل|غدا|قريبا|اذا|جدول|تعتزم|تنوي|تستعد"
        r"|تهدف|تخط|تامل|تتوقع|تسعي|تعهد|وعد|مرشح|نية|عزم|(?<!\w)ل[يتن]\w{3,}|بحلول"
        "|لاحق|تمهيد|استعداد|رغب|راغب|بصدد|وشك|كلما|طالما|محتمل|ممكن|اللازم|من شان"
        "|بهدف|بغية|مهدد|احتمال|محاول|خشي|مخاوف|خوف|الغاء|تاجيل"
    ),
}
"""
By language, what leaves open whether something has happened yet.
"""

TOLD: Mapping[Tag, str] = {
    "en": (
        r"\b(?:was|were|has|have|had|did|\w+ed|been|took|went|came|made|held|built"
        "|said|gave|met|began|won|lost|left|became|got|paid|sold|bought|sent|cut|put"
        r"|rose|fell)\b"
    ),
    "fr": (r"\b(?:a|ont|avait|avaient|eu|été|était|étaient|fut|furent|\w+èrent)\b"),
    "zh": (
        "了|已|过(?![程去境年节往渡])|曾|(?<!未)完成|成功|获得|昨|上[周月]"
        "|成(?=[。，])|宣布"
    ),
    "ja": ("た(?=[。、」）]|$)|たと(?=[述語話明伝発報])|だった|でした|ました|たこと"),
    "ar": (""),
}
"""
By language, what tells that something has happened.
"""

SAID_NON: Mapping[Tag, str] = {
    "en": (
        r"\bun\w{4,}|\bnon|\b(?:not|no|without|cashless|contactless|digital|electronic"
        "|informal|excluding|other than|outside|commercial|full-price|market-price"
        r"|in-kind|inactiv\w+|suspend\w+|depos\w+|dismiss\w+|relie\w+|remov\w+"
        r"|deactiv\w+|ngos?)\b|n't"
    ),
    "fr": (
        r"\bnon\b|\b(?:sans|pas|hors|in\w{4,}|ne|autre|électronique\w*|dématérial\w*"
        r"|laï\w+|ong|suspend\w*|suspen\w*|relev\w+|écart\w*|démis\w*|désactiv\w*)\b"
        r"|\bn'"
    ),
    "zh": ("非|无|不|未|免|电子|市场价|外|停|民间"),
    "ja": (
        "非|無|不|未|外|キャッシュレス|な[いし]|ず|停|解任|民間|[Nn][Gg][Oo]|ngo|ノン"
        "|電子"
    ),
    "ar": (
        r"غير|دون|بلا|عدم|(?<!\w)[وف]?(?:لا|لم|ليس)|خارج|الكترون|اوقف|ايقاف|توقيف|اعف"
        "|كف يد|وقف"
    ),
}
"""
By language, what says that something is not of a kind.
"""
