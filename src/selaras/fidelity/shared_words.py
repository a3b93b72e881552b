"""
Indonesian words that English or French writes in the same way.

Who finds one of them in a translation cannot tell whether it was left over.
"""

from collections.abc import Mapping

from selaras.languages import Tag


def is_written_so(word: str, language: Tag) -> bool:
    """
    Whether a language has a word that is written as an Indonesian one is.

    >>> is_written_so("sepsis", "en"), is_written_so("air", "fr")
    (True, True)
    """
    same = word in SHARED.get(language, frozenset())
    return same or word in HOMOGRAPHS.get(language, frozenset())


BOTH = """
album alias alibi alpha antivirus atlas audio aura bar basket bikini biodiesel bitcoin
blog bonus boomerang boulevard bus cabaret cello chaos chatbot coronavirus cowboy data
delta diesel digital distance dogma domino download drone duel ego email embargo euro
expert export express extra fan fans fatal festival film flash focus format forum futsal
gadget gala gamma gang gbps gel genre geyser ginseng global golf gospel grand gratis
guide habitat hackathon halal handicap haram harem hashtag hibiscus horizontal host hub
humus influenza infra instrumental internet item jargon jazz jeans jet jogging judo
kabuki kamikaze kanji karaoke karate katana kayak kebab kendo kilo kimono kiwi koala kph
kung label lambda laptop laser latex lobby logo lotus macho macro magnum mainstream
malaria manga marina mascara match mbps medium melon mental mentor menu metro mini
minimal minimum minus mobile modal mode model modem module monitoring moral motel mph
neutron ninja nominal normal nova oasis omega online optimal optimum oral orbital
original outsourcing oval panda panel panorama paprika parade parasol partisan passion
password piano pipeline piston pivot pizza plan plasma plus podcast podium poker polio
polo pop popcorn porno portable poster ppm premium prime promo prompt puma punk puzzle
quasi quota radar radial radian radio radium radius rail ramadan rap remix reporter
revolver risotto robot rock rodeo rpm rugby safari saga salmonella sandwich sari sauna
scanner script secret semi senior set shampoo shopping show sinus skateboard sketch
slogan smartphone snack snob soda sofa software solo sonar spa spaghetti spam sponsor
sport spray sprint squash stand start startup stop streaming strip studio sudoku suite
sultan super superstar surplus sushi tango tank taxi tempo terminal test thriller toast
tofu toner total transit trauma trio triple tsunami tuba turban turbo ultra ultraviolet
uranium urgent via viral virus visa vital vodka volume web webinar whisky wifi workshop
xenon yoga zombie zoo zoom
"""

IN_ENGLISH = """
abnormal actuator adapter agenda agent alarm alien aluminium amalgam amino amnesia
analog angina anti apartheid apnea area arena aroma arsenal aspirin asset async atom
auditor autopilot avatar average baby backhand bandit bank banner barista barometer
barrel base baseline basic basis batch bazaar beta bias binomial bipolar birdie blender
blogger body booming booster bottom bowling brand broker browser budget buffer bug
bumper bundling bungalow bunker burger bypass cadmium capital carbon cargo case cash
casing casting catering center champion channel charter chat check checklist checkpoint
chef chip chipset city clean client cloud clown cluster code combo comeback computer
container content copy core corner cosine counter country crane crew cross crowd crude
cyber dashboard database date deadline dealer debit debut decoder default defense delay
delivery demo deposit depot design desktop detail diabetes diagnosis diagonal dialog
diet dilemma diploma diplomat director disabled discount disk distributor dollar domain
donor dopamine doping double draft drama driver drop drum dual duet dumping editor
editorial electron elite emeritus emoji engine ensemble episode era error escort
euthanasia event exit expo fauna federal feeder femur fibrosis filter final finish
fintech fit fitness flat flora flu font food forehand formal formula foundation
franchise freestyle fresh fullback fund gamer gangster gas gateway gay gazebo gelatin
gender general generator genius genus ghetto gladiator glasnost green ground group guard
guru gym hacker hamburger hardware helicopter hello hepatitis herbal hernia heroin
herpes hertz hidden highway hijab hippocampus hit hologram home homestay honor
honorarium horror hostel hotel hotline house humor hybrid ideal idiom idiot illegal imam
impact impeachment import inbound index individual indoor inferior influencer informal
insider instant insulin integral interior internal interval interview intro investor
invoice isolator jeep jersey journal jumbo jumper junior junta karma kernel keyboard
kilogram kiloliter kilometer kit knot kosher kurta laminar lap larva lateral laundry
lava layer layout leading lemon lesbian level liberal library lift limit line linear
link liquid list liter literal live liver loading local location lockdown locus log
login longitude look loss lotion lounge loyal lump machine mafia magma magnesium magnet
magnolia mainframe maintenance major makeup mall mandarin mania manual map marginal mark
market marketing marketplace mass master material matrix mayor media median mega
membership meme memo memorandum meningitis merchandise merger meridian metal meteor
method microchip microwave mill million mineral minibus minor mix moderator modern
modular modus monitor monorail monster monumental mortar mosaic motif motor mountain
multimedia mural museum nadir nasal natural navigator nebula negative neon network news
newsletter nitrogen notes observer odometer offer office offline offset offside open
opera operator opium orbit order organ origami osmosis osteoporosis ounce outbound
outcome outdoor outlet output oven pacemaker package paddock palm pancreas paper
parabola paradox parameter paranoid partner pasta patch patent pattern peak pedal
pendulum penguin penis per performance peritonitis personal petroleum phase phishing
photo pickup pilot ping pink pistol pixel plane planet planetarium plankton platform
platinum play player playmaker playoff plaza plot plural pneumonia point pole polling
pool popular port portal portfolio pose position post power practice predator preview
print printer prion privilege probability problem process processor product professional
professor profit program project propaganda protein protocol proton provider proxy
psoriasis public publisher pulp pulsar python quantum quarantine quark rabies radiator
random range ranger ranking rapper rate rating ratio real reality recall receiver red
referendum refresh reggae regional register regulator reject relay release remote rental
request research reserve reservoir reset resign resin resistor restaurant retail retina
retro return review rice rider ring ritual road roaming rocket roll roller rookie roster
rotor router ruble rumor runner salad sale salmon salon sample sampling sanatorium
sandal satire sauce scale scan schema school scooter screen screening screenshot
secretary security seed semester semifinal seminar senator sensor sensual sentimental
sepsis serial serum server service setting shift shop side sign silicon simulator single
sister site skill slide slot smash snorkel social socket sodium soft solar solid sound
source space span speaker special spectrum speed spike spin spinal spiral spirit split
spoiler spot sprinter stadium staff stage stamina standby starter statement station
status steak steel stent step stereo sterol stick stigma stimulus stock store strain
strategic stream stress striker stroke stunting style sugar summit sumo superhero
superior supermarket supervisor supplier support surfing survey swab switch syndrome
system table tablet tabloid taekwondo tag talk talkshow target tariff team telegram
teller temperature template tenant tender tendon tenor tensor testis text theater thread
ticket time timeline timer title toga toilet token tool top topic tornado torpedo torso
tower track traffic trailer trainer training transfer transistor transponder travel
traveler trek trend trending trip truck trust tubular tumor tuna tuner tunnel tutorial
twin unicorn unit universal update upgrade uplink upload urban urea urine user vacuum
valet valid value vanilla variable vector vegetarian vendor ventilator verbal versus
vertical vertigo veteran vibrator video vinyl violin virtual vision visual vitamin vitro
vlog vlogger voting voucher vulgar walk wallet water wave website wedding window wine
winger winner wireless woman worker world yard yogurt zebra zero zone zoonosis
"""

IN_FRENCH = """
aikido geoid karst kempo kendo taekwondo
agenda airbag alternatif ambigu audit auto avatar backup badge bazar blockbuster
brainstorming briefing budget burger buzz capital casting centre challenge charter
client clip clown cluster coach cocktail code combo compact container cookies copyright
coupon crash crowdfunding cyber deal design dressing drive dumping ensemble feedback
final fitness freelance front geek grave hacker handball hashtag hipster hit hoax
hotline hub iceberg impeachment inbox individu info informatif intensif interview
intuitif invasif jackpot journal kit leader lion live lobbying lockdown look lot
magazine mailing mainframe malaise manager marathon marketing massif meeting minute mix
mixer motif moto multiple networking offshore open orange outlet outsider paddle
paintball parking patch patron penalty phase pitch place planning plat playlist podcasts
point pose positif primitif prof profit progressif quad quiz rafting raid record relatif
relief remake roaming ronde rooftop round salon scooter score self selfie sexy shaker
short sitcom skate skateboard slam snowboard sparring speaker speed spoiler spot spray
staff stalking standing starter stock storytelling stress stunting surf swap tag tarif
ticket tilde timing top tour trader trekking trend trolley turnover tweet type unboxing
vintage wallet webcam wellness
"""

SHARED: Mapping[Tag, frozenset[str]] = {
    "en": frozenset((BOTH + IN_ENGLISH).split()),
    "fr": frozenset((BOTH + IN_FRENCH).split()),
}
"""
Words that mean much the same in both languages.
"""

ENGLISH_TOO = """
afar air alas and art baker ban banner bar bets bulk car casing close dam dental dia
gang hall hanger helm honor intern jam karat lapis layman legal liar lifting lobster
long main male mari mast mayor member menace mending meter mini minus mobile modal mode
motor notes panda pants paras pasta pendant pending pin pipit plasma pores primer probe
raja ramping rating rayon ring sang seaman sedan sera situ ski solar solo sore sponsor
star studio tang tempo tender tenor terminus the topping tutor urban visa wild wing
"""

FRENCH_TOO = """
adapter air amen amis bar bogey break bus car cas comment compiler content court couture
das dia dites dos file gain gang gros joint kayak las magma main mal malin
mare mari marin menace minibus modal mode moto nine pain parti paru pas permis pinta
plasma plat pointer polis pour puni putting rang rata rebut report sage sale salon salto
sang ski son sur tape tari tas tempo tester ton tour wild wing
"""

HOMOGRAPHS: Mapping[Tag, frozenset[str]] = {
    "en": frozenset(ENGLISH_TOO.split()),
    "fr": frozenset(FRENCH_TOO.split()),
}
"""
Words that are also words of the other language, and mean something else there.
"""
