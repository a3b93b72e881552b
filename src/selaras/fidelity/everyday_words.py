"""
Everyday Indonesian words that the dictionaries lack.
"""

WORDS = """
abjad adibusana aduk agraris akil akrab akuarium alangkah alir alis almari ambyar ampas
anggar angkuh angsa anting arisan arloji arogan arwah asah asyik baji bakul bandel bayam
bedil bejana belalak belanga belenggu belimbing bencong bengal bengis bentang bentol
berai bercak berewok bidak bidik bilas bilik birokrat bisul bohlam bolong bolos bopeng
bordir botak brengsek buas bugar bujang buket bulir buncit bundel burik cabe cacah
capung catu catut celaka celup cemara cemerlang cemooh cendana cendawan cengeng cengkeh
cengkeram cerna ceroboh cerobong coblos comot congkak contek contreng copet corak corong
cukur culas curi dagu dahaga dahi dalil dandan datar dawai dayung debar dekap delima
denah dengki dengkur derap derau dering duafa dungu duren durhaka duri duyung edan egois
elok empedu empuk enau encer endap engsel ensiklopedia entas epik esai etalase faedah
fatamorgana filsafat firma gagah gagap gaib galah galak galau gamang gamblang ganggang
gangren gapura garong garpu gaul gaung gelagat gelanggang gemas gembok gempal genang
gendut genit gentar gerah geraham geram gergaji gerigi gerimis gerobak gertak gigih
gincu girang giroskop gletser gondol gorden gosong gulat gurih gusar gusi gusur hajar
hambar heboh hela herba hiperaktif hipotek hirup hujat hunus ibarat ilahi imbuh impit
incar ingus insaf insang intan intisari jabat jagal jahil jalang jalin jamah jambret
jamu jamur janggal jawara jelaga jelita jengkal jengkel jenguk jentik jepit jerapah
jerawat jerigen jinak jingga jitak jitu jodoh jorok juang jubir judes kabung kait kaktus
kalajengking kaldu kambuh kampak kancah kangguru kanopi kantin kanvas kapak kapas karbol
karcis kastel kasur katun kebut kecambah kecoak keji kekang kekar keker kemelut kenari
kendur kening kentut keong kepang kepompong keramat kerling keropos kesatria kesumat
ketapel ketimun ketombe khianat khusyuk kikir kikis kilas kiprah kismis kisut klem
klenteng kloset kobar kocak kolot kompak kompas kompeni kompres konter kopling korek
korset krem kroket kuali kuas kudis kudus kukus kumal kumbang kumis kumuh kunang kuncup
kunyah kuping kurap kurcaci kusam kusut kutil kuyup labil labu lagak lahap lalap lalim
lancang lancip landai langsing lantur lanun larik laron laskar latah lawak lawas lebam
lebur lekang lelap leleh lencana lengah lenggak lengkuas lengkung lepra lerai lestari
letih letup licik limpa linang lincah lintah lipan liput liuk lobak logat lokapasar
loker loncat losmen lotere loyo lubuk ludah lugas lugu lugut luluh lumat lumrah lumut
lunglai lusuh makmur malang mampet mampir mancung manggis manja mantap manula marak
marmer marun masam maskulin mayang megah melati melek melodi meluap merak merdu mesra
miras momok muai mubazir mujur mukim mulas muncrat murka murung musibah muslihat musnah
nalar nanah nanar nganggur ngarai ngeri ngilu nista nomaden nonsubsidi nyali nyasar
nyinyir obeng ogah ompol ompong onar onderdil opak palak palung pamer pamflet pamungkas
panci pancing panggang pangsit panser pantat panu parodi paroki pasrah paviliun payah
pecandu pekerti pelagis pelana pelihara pelintir pelit pelita peluh peluk pelupuk penat
pengar pentil perangai pergok perigi periuk perosok pesing petuah petualang piama piatu
piawai picik pijak pikat pilu pinggul pipih pispot piyama plasa plontos porak poranda
puitis pulas pulpen pundak pundi pupus purnawirawan rahib rahim rajut rakun rakus ramal
rambat rampas rampok rancu rangkul rantau rasuk ratap rayu rebung receh redam regang
remas remuk renda rengek renta renyah resah resap resik resleting retas rewel riang
ringkih rintang rintik risau rombeng rompak ronta ruji rundung runut rupawan ruwet
sabung sahih salep sampo sangkar sangsi sanjung sariawan saring sebal sedekah sekam
seledri selingkuh selundup semai semburat senandung senar sengsara senonoh senyap sepupu
sepur seram serba sergap serigala seruduk sesat setir siasat sigi sihir sikut silau
silet simak simpanse sinema siniar sintal sirih sirna sisir skuad soang sobat sodok
solatip solek sombong sontek spatbor spidol stang sukacita suling sumsum susur syuting
tabah tabib tahi takabur takar takhta taksir talang tamasya tambal tampar tamtama tandus
tangkai tangkas taplak tarung tawur tebas tegal tegap teko teledor telunjuk telusur
tembikar tenar tendang tengok tepis terigu terik terka terong terpa tetas tikam timpa
timpang timun tindas tipu tirai tiram toksin toleh tomat tongkrong topang toples toserba
tulen tumben tumit tumpas tupai turap tutul uban ukir ulah ulur umpat undur usik usil
usut verboden wajan waras warkop warnet wastafel watak wisuda wortel yuran zirah
"""

EVERYDAY = frozenset(WORDS.split())
"""
None is a word of English or French too: parliaments and newspapers seldom use them.
"""
