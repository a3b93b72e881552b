"""
The words of casualties and of doubt that the mutations of status change or drop.

Their form is that of ``status_rows``.
"""

from selaras.evaluation.mutations.status_rows import Tables

CASUALTIES: Tables = (
    (
        r"\b(?:luka-luka|terluka|melukai|luka|cedera|mencederai)\b",
        {
            "en": (
                (r"\b(?:injured|wounded|hurt)\b", "killed"),
                (r"\binjuring\b", "killing"),
                (r"\binjuries\b", "deaths"),
            ),
            "fr": (
                (r"\bblessée?(s?)\b", r"mort\1"),
                (r"\bblessant\b", "tuant"),
                (r"\bblessures?\b", "décès"),
            ),
            "zh": (("受伤|重伤|轻伤", "死亡"), ("伤者", "死者")),
            "ja": (
                ("負傷し|けがをし|重傷を負|軽傷を負|けがを負", "死亡し"),
                ("負傷者|けが人", "死者"),
                ("負傷", "死亡"),
            ),
            "ar": (
                (r"(?<!\w)([وف]?)أُ?صيبت?\b(?!.{0,60}(?:جروح|إصاب))", r"\1قُتل"),
                (r"(?<!\w)(ال)?جرحى\b", r"\1قتلى"),
                (r"(?<!\w)(ال)?جريح(?:اً|ًا)?\b", r"\1قتيل"),
                (r"(?<!\w)([وف]?ب?)إصابة\b", r"\1مقتل"),
                (r"(?<!\w)(ال)?مصاب(?:ين|ون)\b", r"\1قتلى"),
                (r"(?<!\w)([وف]?)جُ?رح\b", r"\1قُتل"),
            ),
        },
    ),
    (
        r"\b(?:tewas|menewaskan|meninggal|korban jiwa|wafat)\b",
        {
            "en": (
                (r"\bkilled\b", "injured"),
                (r"\bdied\b", "was injured"),
                (r"\bdead\b", "injured"),
                (r"\bkilling\b", "injuring"),
                (r"\bdeaths\b", "injuries"),
                (r"\bdeath\b(?! (?:toll|penalty|sentence))", "injury"),
            ),
            "fr": (
                (r"\btuée?(s?)\b", r"blessé\1"),
                (r"\bmorts?\b", "blessés"),
                (r"\bdécédé(e?s?)\b", r"blessé\1"),
                (r"\bdécès\b", "blessures"),
                (r"\btuant\b", "blessant"),
            ),
            "zh": (("死亡|丧生|遇难|身亡|去世", "受伤"), ("死者", "伤者")),
            "ja": (("死亡", "負傷"), ("死者", "負傷者"), ("亡くなっ", "けがをし")),
            "ar": (
                (r"(?<!\w)([وف]?)قُ?تلت?\b", r"\1أصيب"),
                (r"(?<!\w)([وفب]?)مقتل\b", r"\1إصابة"),
                (r"(?<!\w)([وف]?)تُ?وفيت?\b", r"\1أصيب"),
                (r"(?<!\w)([وفب]?)وفاة\b", r"\1إصابة"),
                (r"(?<!\w)(ال)?قتلى\b", r"\1جرحى"),
                (r"(?<!\w)(ال)?وفيات\b", r"\1إصابات"),
            ),
        },
    ),
    (
        r"\b(?:hilang|belum ditemukan)\b",
        {
            "en": ((r"\bmissing\b", "dead"),),
            "fr": ((r"\bdisparu(e?s?)\b", r"mort\1"),),
            "zh": (("失踪|下落不明", "死亡"),),
            "ja": (("行方不明", "死亡"),),
            "ar": ((r"(?<!\w)(?:ال)?مفقود(?:اً|ًا|ين|ون)?\b", "قتلى"),),
        },
    ),
)

HEDGES: Tables = (
    (
        r"\b(?:diduga|dugaan|terduga)\b",
        {
            "en": (
                (
                    r"\b(?:allegedly|alleged|suspected|presumed|reportedly)"
                    r" (?!of\b|to\b)",
                    "",
                ),
                (
                    r"\b(?:is|are|was|were) "
                    r"(?:suspected|believed|alleged|thought) (?:of|to)\b",
                    "has been proven in",
                ),
                (r"\bon suspicion of\b", "for"),
                (r"\b(?:suspicions?|allegations?) of\b", "proof of"),
                (r"\b(?:may|might|could) have\b", "has"),
            ),
            "fr": (
                (r" présumée?s?\b", ""),
                (r"\bsoupçonnée?(s?) de\b", r"coupable\1 de"),
                (r"\b(?:serait|aurait)\b", "est"),
                (r"\b(?:seraient|auraient)\b", "sont"),
                (r"\bsuspectée?(s?) d(?:e |['’])", r"coupable\1 de "),
                (r"\bsoupçons? d(?:e |['’])", "preuves de "),
                (r"\bpar des soupçons\b", "par des preuves"),
            ),
            "zh": (("涉嫌", ""), ("疑似|据信|怀疑|据称", "")),
            "ja": (
                ("したとみられる", "した"),
                ("とみられる", "の"),
                ("(?:の|した|する)疑い", ""),
                ("疑惑", "事件"),
                ("可能性がある", "ことが判明した"),
            ),
            "ar": (
                (r" (?:ال)?مزعوم(?:ة|ين|ون|اً)?\b", ""),
                (r"\bي?ُ?شتبه (?:في|ب)(?: ?أن\w*|\w*) ", ""),
                (r"(?<!\w)([وف]?)يُ?(?:عتقد|رجح|شتبه) (?:في |ب)?أن", r"\1ثبت أن"),
                (r"(?<!\w)(ل|ب)?(?:لا)?شتباه(?:ه|هم|ها)? (?:في|ب)", "لثبوت "),
                (r"(?<!\w)ب?شبهة ", ""),
                (r"(?<!\w)(?:ال)?شبهات ", "وقائع "),
            ),
        },
    ),
    (
        r"(?<!tidak )(?<!tak )(?<!yang )(?<!paling )(?<!lebih )(?<!minimal )"
        r"(?<!cepat )(?<!segera )(?<!baik )(?<!banyak )(?<!dikit )(?<!dini )(?<!besar )"
        r"(?<!kecil )(?<!jelas )(?<!sering )(?<!maksimal )(?<!rileks )\bmungkin\b"
        r"|(?<!menutup )\bkemungkinan\b|\bbarangkali\b|\bkonon\b|\bkabarnya\b"
        r"|\bdikabarkan\b|\bdisebut-sebut\b|\bboleh jadi\b",
        {
            "en": (
                (r"\b(?:may|might|could) be\b", "is"),
                (r"\b(?:may|might|could) have\b", "has"),
                (r"\b(?:probably|possibly|perhaps|reportedly|likely|maybe) ", ""),
                (r"\b(?:may|might)\b(?! \d)", "will"),
            ),
            "fr": (
                (r" (?:peut-être|probablement|vraisemblablement)\b", ""),
                (r"\bpourrait\b", "va"),
                (r"\bpourraient\b", "vont"),
            ),
            "zh": (("很?可能(?!性)|也许|或许|据说|据传", ""),),
            "ja": (
                ("かもしれない(?=[。」])", ""),
                ("する可能性がある", "することが決まった"),
                ("(?:恐らく|おそらく|たぶん)、?", ""),
            ),
            "ar": (
                (r"(?<!\w)قد (?=[يتن]\w)", ""),
                (r"(?<!\w)([وف]?)ربما ", r"\1"),
                (r"(?<!\w)(?:من )?المحتمل أن ", "المؤكد أن "),
            ),
        },
    ),
)
