"""
Counters and units that stand without their number, by language.
"""

import re
from collections.abc import Mapping

from selaras.languages import Tag
from selaras.text.words import words

LOST_BEFORE = (
    r"(?<![\d数何各半每幾几一二三四五六七八九十百千万億兆亿両同两毎全複今昨来翌前長多先近後"
    r"这那哪某上下本去明当首つ余干整单有过第俩])(?<!\d )"
)

NO_COUNTED_YEARS = r"(?<!\d[ \u00a0\u202f])(?<!['’])" + "".join(
    rf"(?<!\b(?i:{word})[ \u00a0])"
    for word in sorted(
        words(
            "un deux trois quatre cinq six sept huit neuf dix onze douze treize",
            "quatorze quinze seize vingt vingts trente quarante cinquante soixante",
            "cent cents mille quelques plusieurs de des combien tant",
        )
    )
)
"""
What stands before the French "ans", which always counts: others are "des années".
"""

THAN = "plus|moins|pires?|mieux|supérieur|inférieur|le prix|la (?:taille|superficie)"
NO_TIMES = "".join(
    rf"(?<!\b(?i:{word})[ \u00a0])"
    for word in sorted(
        words(
            "une la cette chaque autre première dernière seconde nouvelle seule bien",
            "maintes nombreuses toutes certaines les des ces rares fois milliers",
            "millions milliards dizaines dizaine centaines centaine demi demie",
        )
    )
)
NO_TIMES += r"(?<!ième[ \u00a0])(?<!\de[ \u00a0])(?<!\dème[ \u00a0])"
"""
What stands before the French "fois" where it counts nothing, or by itself.
"""

LONE_ORDINAL = r"(?<![次及落])第(?=[一-龥ァ-ヶ])(?![〇零一二三四五六七八九十百千何数])"
LONE_ORDINAL_ZH = r"(?<![次及落门])第(?=季度|阶段|[轮届条款名])"
"""
The sign of an ordinal without its number, which stands in words and names besides.
"""

LONE_MONTH = (
    r"(?<![\s\d０-９一二三四五六七八九十今先来同翌毎每前当本上下个ァ-ヶーか何数々次該该此各隔正腊臘冬閏闰])"
    r"月(?=\d{1,2}日(?:[月火水木金土日]曜|[（(]|星期|周))"
)
"""
The month of a date without its number.
"""

UNCOUNTED = r"(?<![\d０-９数何〇一二三四五六七八九十百千万億半両全複各])(?<!\d )"

SEATS = "座(?![位谈右椅舱驾机垫上标次席无落钟头套])"
"""
The Chinese counter of buildings and mountains, which begins words for seats.
"""

NEVER_BARE: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(
        r"\b[Tt]he +(?:st|nd|rd|th)\b|(?<=[a-z] )-(?:year|rupiah|dollar|meter|metre"
        r"|kilometer|kilometre|day|hour|minute|month|foot|mile|page|seat|storey|ton)\b"
        r"|\b(?:almost|nearly) +times +(?:more|higher|lower|as)\b"
    ),
    "fr": re.compile(
        rf"(?=ans (?:plus tard|auparavant)\b)(?<=[ \u00a0]){NO_COUNTED_YEARS}"
        r"ans (?:plus tard|auparavant)"
        rf"|(?=fois (?:{THAN}))(?<=[ \u00a0,]){NO_COUNTED_YEARS}{NO_TIMES}"
        rf"fois (?:{THAN})"
        r"|\b(?:à|aux?|de|du|des|les?|la)[ \u00a0]+\.(?![\w.])"
        r"|\b[Ll]es? +(?:er|ère|ers|ème)\b|\bn°\s?(?!\s?[«“\"(]?\s?\w)|\bà\s+reprises\b"
        r"|\b(?:sont|est|était|être|encore|été|presque|environ)\s+fois\s+"
        r"(?:plus|moins|supérieur)"
    ),
    "ar": re.compile(r"\bسوى *[.،؛\"”»]|\bمن +إلى\b"),
    "ja": re.compile(
        rf"{LOST_BEFORE}(?:(?<![ァ-ヶー])カ月|(?<![月大])枚(?=[をがはのとで、。]))"
        r"|[者員師男]人(?=[をがはのにも、。]|当たり)"
        r"|(?:[性父母警児妻坊師員]|[警教]官|(?<!本)人)人(?=[をがはにのもと、。]|だけ|から|しか|のみ)"
        r"|(?<=[のはがをにで、])[%％](?=[にをがはのと、。超以未])"
        r"|少なくとも(?:日(?=[はも間])|年(?=[はも]|間(?=[はもを続か]))"
        r"|週間(?![ァ-ヶ])|カ月|世帯(?![の主数]))"
        r"|(?:\A|(?<=[「、。はがをもの]))[本人匹個枚頭台滴秒分度歩円社軒冊日]たりとも"
        r"|[\d一二三四五六七八九十百千万](?P<of>世帯|[人社校戸台件匹頭本回日年軒組隻枚])"
        r"(?:のうち)?に(?P=of)(?=[がはのもをだでに、。])"
        rf"|{UNCOUNTED}(?<!馬)匹(?![敵夫儔])(?=[はがをにでとの、。]|当たり)|(?<=[のはがをにで、。「])回目"
        rf"|{LONE_ORDINAL}|(?:\A|(?<=[のはがをにで、。]))(?:回戦|期生|年連続)|(?<=\dの)位に"
        r"|(?<=[はがを、])度(?![合胸肝量外数重忘])(?=[一-龥])|さじ杯|(?<=残り)(?<![きち]残り)戦(?=[はがをでとの、。])"
        r"|(?<=[なをは、])つの(?=[一-龥])|(?:ランク|ランキング)位|(?<=[、はがをに])分(?=\d+秒)"
        rf"|{LONE_MONTH}|{UNCOUNTED}人ずつ|(?<=最初の)(?:週間(?![ァ-ヶ一-龥])|カ月)|(?<=[がはを、])年を超え"
        r"|(?<=[はがをにで、。「])(?:(?:度|回|件|例|カ月)目の(?![前敵色])"
        r"|年前(?=[にのか])|年生(?!まれ|植物)|代の(?=少年|少女|男|女|若者))"
        r"|(?<=[ァ-ヶー])[匹個](?=[がを、])"
        r"|(?<=[はがをに、。])人(?=[\d,.，．万億～〜]+(?:円|ドル|ユーロ|ルピア))"
        r"|(?<=[にがはをで、。約（(])[万億兆](?:円|ポンド|ドル|ユーロ|ルピア)"
        r"(?!単位|規模|級|台|を超|超|の単位)"
        r"|(?<=[かきけさしせたちてなにねびみめりるれ])代の(?=少年|少女|男|女|若者)"
    ),
    "zh": re.compile(
        rf"{LONE_ORDINAL_ZH}|{LONE_MONTH}|(?<=\d月)日(?=星期|周[一二三四五六日]|，)"
        r"|(?:\A|(?<=[，。；：、“]))个半?(?:小时|月)|百分之(?![\s\d〇零一二三四五六七八九十百千几多点两数好半])"
        r"|(?:至少|最少)(?:个(?![别性人体])|名(?![义额气单次声称字誉著校牌目]|人(?![质员士]))"
        rf"|人(?=[同一结陪])|家(?=[公企医店])|岁(?!月)|[辆艘]|{SEATS})"
        r"|(?<=[张枚的为])万(?=印尼盾|盾|美元|欧元)"
        r"|(?:不止|超过|不到|至少|长达|历时) *(?:分钟|小时|公里|公斤(?!级))"
        rf"|(?<=的)(?:[艘辆幢栋](?=[\u4e00-\u9fff])|{SEATS})"
        r"|(?<=的)家(?=工厂|公司|银行|企业|连锁店|医院|商店)"
    ),
}
"""
Counters that have lost their number for certain, whatever the source says.
"""

SELDOM_BARE: Mapping[Tag, re.Pattern[str]] = {
    "en": re.compile(r"\b(?:is|are|was|were|still) +times +(?:more|higher|lower|as)\b"),
    "fr": re.compile(r"\b[Ll]es? +e\b(?!-)"),
    "ar": re.compile(
        r"\b(?:على|إصابة|مقتل|اعتقال|توقيف|تدريب|بتدريب|إنقاذ) +من +ال\w+(?:ين|ات|ان)\b"
    ),
    "ja": re.compile(
        rf"{LOST_BEFORE}(?:(?<![ァ-ヶー])カ所"
        r"|(?:(?<=[はがをにでの])|(?<![ぁ-んァ-ヶー]))か[月所]"
        r"|(?:年|日間|週間|時間|人|回|台|件|枚|軒|棟)(?:以上|未満|余り|ぶりに)"
        r"|周年(?!栽培|生産|出荷|供給)|[（(](?:レベル|フェーズ|ステージ|カテゴリー|bps?)[）)]"
        r"|(?:度|回|年|日|週|件|例|試合|カ月)目(?![的標指前撃覚立線当をに])"
        r"|(?<![\s,.，．])[万億兆](?=円|ポンド|ドル|ユーロ|ルピア|人|トン))"
        r"|(?<=[今同昨来]年)月"
        r"|(?:少なくとも|わずか|たった|せいぜい|およそ|延べ)(?:[人回件度台頭匹枚社校軒棟]|[日年分秒](?!に)"
        r"|時間|週間|世帯|カ所|カ月)(?=[はがをでにも間、。])"
        r"|(?<=[よりはがをも、])(?<![まきへ])度(?=近く|ほど|前後|余り|上が|下が|上昇|低下|低|高)"
        r"|(?<=[年日月週時]に)(?:センチ|ミリ|メートル|キロ|[度回人本件校社])(?=しか|ほど|ずつ|だけ|程度)"
        r"|(?<=[はがをにで、])[人社台枚校](?=しか|だけ|のみ)|(?<=のは)(?:社|校|クラブ|チーム)(?=だけ|のみ)"
        r"|(?<=[はがを、])週間(?=続|途|余|休|停|遅|延|ほど|近く)|(?<=[はがをも、])年で(?=[\d最])"
        r"|(?<=の)年(?=延期)|(?<=より)周(?=遅|早|多)"
        r"|(?<=[ァ-ヶー])(?:[枚頭羽件本隻軒]|カ所)(?=[がをにでとの、。]|だけ)"
        rf"|{UNCOUNTED}(?<=[一-龥])(?<!大)[枚羽隻](?=[がをにでとの、。]|だけ)"
        r"|(?<=[ァ-ヶー機車庫器])(?<!ガス)(?<!シンク)台(?=[がをにではもの、])"
        r"|(?:\A|(?<=[、。]))人(?=[はが][\d一-龥ァ-ヶ「])"
        r"|(?<=[ぁ-ん、])[枚匹頭羽個](?=最高|最低|約|平均|当たり|につき)"
        r"|(?<=[はがをにで])[人便台頭匹社件個本枚]も(?:な|い[なま]|来|お[らり]|見)"
        r"|(?<=[はがをに、。])[通枚個匹頭隻軒棟冊件]も"
        r"|(?<=[はがをにでて「])(?:[本個袋枚頭匹日]|キロ|トン|シーズン)"
        r"(?:当たり|につき)?+(?=\d)"
        r"|(?<=[ァ-ヶー）])[匹頭個](?=[がをにで、])|(?<=うち)の?[社人件台隻匹頭校棟軒](?:[はがでを]|しか|だけ|も)"
        r"|(?<=[「、。（])分(?:以上|未満)|(?<=[、。がはをに])人(?=\d)|(?<=の)年(?:前(?=[にのか])|生)"
        r"|(?<=[ァ-ヶー])(?<!ボール)(?<!スチック)(?<!ガラス)(?<!ポスト)(?<!ゴミ)"
        r"[箱袋束皿杯足](?=[がをとや、])"
        r"|(?<=[ぁ-ん])代の(?=少年|少女|男|女|若者)"
    ),
    "zh": re.compile(
        rf"{LOST_BEFORE}(?:个月|个半?小时|(?<![中青老成童壮晚早周历学财往])"
        r"年(?:之?前|以前)|(?:年|天|人|名|次|岁|小时)以上)"
        r"|(?<=[的了由有])家(?![具电居庭政乡禽畜族长园用校])"
        r"(?=\w{0,4}(?:工厂|公司|银行|企业|连锁店|医院|商店))"
    ),
}
"""
Counters that a good text may have without a number (那里有家公司), and that have lost
one where the source has a number that nothing stands for.
"""

BARE_OF_THEM: Mapping[Tag, re.Pattern[str]] = {
    "ja": re.compile(
        r"(?:(?:(?<=[者員師手官人親]の)|(?<=うち)|(?<=うち、))人"
        r"|(?:(?<=の)(?<![そこあど]の)|(?<=うち)|(?<=うち、))[社匹校]"
        r"|(?:(?<=うち)|(?<=うち、))[本台])(?=[はがで])"
    )
}
"""
One of several persons without the one: 名義人の人は.

"The person", その人, "many", 多くの人, and books, 歴史の本, are no one of several.
"""


BARE_NOT_ONE: Mapping[Tag, re.Pattern[str]] = {
    "ja": re.compile(
        r"(?<=[はがをにでだ、])(?:[人便台頭匹社件個本枚校棟軒点]|セット|ゴール|試合)(?:も|たりとも)"
    )
}
"""
Not even one, without the one: 人もいない.
"""


PERIOD_ALONE = rf"{LOST_BEFORE}(?<=[はがをにで、。「])"

BARE_PERIODS: Mapping[Tag, Mapping[re.Pattern[str], re.Pattern[str]]] = {
    "ja": {
        re.compile(source, re.IGNORECASE): re.compile(PERIOD_ALONE + target)
        for source, target in (
            (r"\bselama setahun\b", r"年間(?=\d)"),
            (r"\b(?:selama|dalam) se(?:pekan|minggu)\b", "週間で(?!は)"),
            (r"\b(?:selama|dalam) sehari\b", r"日で(?=\d)"),
            (r"\b(?:selama|dalam) sejam\b", r"時間で(?=\d)"),
        )
    }
}
"""
What lasts as long as a unit of time, without the one: 週間で5回 for "selama sepekan".

Of a year, 年間300台 says "dalam setahun" as it is.
"""


BARE_ALONE: Mapping[Tag, re.Pattern[str]] = {
    "ja": re.compile(rf"{LOST_BEFORE}(?<=[はがをにで、。])人[でき]り?(?![なあもい])"),
    "zh": re.compile(rf"{LOST_BEFORE}个人(?=[前独在去来住走])"),
}
"""
Who is alone, without the one: 人で, 个人住.
"""
