/**
 * Words of Hindi as they are written in Latin letters, each line after what it means in English; a line that means
 * nothing of its own holds particles and endings. One spelling of a sound is enough: `fold` finds the others. Words
 * that are English words as well stand after a bar: they have their meaning in a sentence that is Hindi anyway, but do
 * not make it one.
 */
export const hindiWords = `
: ka ki ke ko ne hai hain hun hoon tha thi ji toh bhi wala wale wali raha rahi rahe rha rhi rhe hota hoti hote gaya gayi gaye hua hui hue gya gyi jaaye jaye | se hu hi ho zara h he to par pe me mein main tho the ya na
what: kya kyaa | kia
when: kab
where: kahan kaha kidhar
who: kaun kon kisne kiska kiski kiske kisko
which: kaunsa kaunsi kaunse konsa konsi konse
why: kyun kyon kyu kyo
how: kaise kaisa kaisi
how much: kitna kitni kitne
how many: kitne
i: mai mujhe mujhko mujhse | maine
my: mera meri mere
we: hum humein hume
our: hamara hamari hamare
you: tum tumhe aap aapko
your: aapka aapki aapke tera teri tere tumhara tumhari tumhare
he: usne usko | use
his: uska uski uske unka unki unke
this: yeh ye isko isme iska iski iske ise | is
that: woh wo vo | us
from: | se
in: mein andar
on: upar
for: liye lie
with: saath sath
about: baare | bare
and: aur
or: athva
but: lekin magar
if: agar
not: nahi nahin mat nhi
no: nahi
yes: haan haanji
all: sab sabhi saare sare pura poora puri poori | sara
every: har | hr
other: dusra dusre dusri doosra doosri
next: agla agle agli
last: pichla pichle pichli aakhri akhri antim
first: pehla pehle pehli
today: aaj
tomorrow: kal
yesterday: kal
now: abhi
day after tomorrow: parso
day: din dino
night: raat
morning: subah
evening: shaam sham
noon: dopahar
week: hafta hafte haftey saptah
month: mahina mahine mahiney
year: saal varsh
hour: ghanta ghante ghanton
minute: minat
time: samay waqt vaqt
o'clock: baje
date: tareekh tarikh
until: tak
before: pehle
after: baad
between: | beech
near: paas nazdeek
far: dur | door
way: rasta raasta
house: ghar
weather: mausam
rain: baarish barish
hot: garmi garam
cold: thand thanda thandi sardi
song: gaana gana gaane gane geet
listen: suno sunna sunao
play: chalao bajao bajaao baja
stop: roko rok ruko | band
start: shuru chalu
open: kholo khol khulta khulti khulte khula khuli
close: | band
remind: yaad
set: lagao laga lagaye lagado
put: daalo dalo rakho rakhna rakh daal dal
do: karo kar karna karne kare karein kijiye kariye kro krna krne kr kardo krdo karke | karen
give: dedo dena dijiye dijie dijiyega dein | do de den
take: lena lene le | lo
tell: batao bata bataiye bataye bataen btao bta bataana batana bolo bol kaho
show: dikhao dikha dikhaiye dikhaye dikhana dikhaen
see: dekho dekh dekhna dekhne
send: bhejo bhej bhejna bhejen bheje bhejdo
ask: puchho pucho puchna pooch
say: kaho kehna kaha bolna bolo
know: pata jaanna janna jaante jante
want: chahiye chaiye chahie chahta chahti chahte chaahta chaahiye
need: zarurat jarurat zaroorat
can: sakta sakti sakte skta skti skte
get: milega milegi milenge milta milti milte mil | mile
is there: hoga hogi honge
go: jaana jana jao jaunga jaa jaata jata jati jate jaane | jane
come: aana ana aao aaunga aata aati aate aaye aane aayega aayegi
stay: rehna rehta rehti rahta rahna rukna
buy: kharid kharidna kharidne
write: likho likhna likh
read: padho padhna padhne padh
study: padhai padhna
teach: padhata padhati padhate padhaata padhaati
find: dhundo dhoondo khojo dhundh
make: banao bana banaye banaen | banana
change: badlo badal badalna badle
delete: hatao hata hatado mitao
remove: hatao hata nikalo
add: jodo jod jodna
call: bulao
wake: jagao jaga uthao
eat: khana khata khate khaana
food: khana khaana
water: pani paani
money: paisa paise rupaye rupay rupya rupaya
fee: shulk
expensive: mehnga mahanga
cheap: sasta saste sasti
free: khali khaali muft
good: acha achha accha achhi acchi badhiya
bad: bura kharab
big: bada badi bade
small: chota chhota choti chhoti
new: naya nayi naye nai
old: purana purani purane
more: aur zyada jyada
less: | kam
traffic: yatayat
road: sadak
reach: pahunchne pahuchne pahunch pahuch pahunchna
take time: lagega lagenge lagta
people: logon | log
friend: dost doston
family: parivar
mother: maa mummy mata
father: pita | papa
brother: bhai bhaiya
sister: behen behan didi
child: bachcha bachche bacche bacha
teacher: shikshak adhyapak guru
student: chhatra chatra vidyarthi
book: kitab kitaab kitaben kitabein pustak pustakein
library: pustakalaya
college: mahavidyalaya
school: vidyalaya
exam: pariksha imtihan
result: parinam natija
form: prapatra
admission: dakhila daakhila pravesh
hostel: chhatravas chatravas
room: kamra kamre
holiday: chutti chhutti chuttiyan chhuttiyan
class: kaksha
name: naam
number: sankhya
address: pata
phone: dooorbhash
job: naukri
work: kaam | kam
help: madad sahayata
news: khabar khabren
event: karyakram samaroh
end: khatam khatm samapt
left: baaki baki bacha bachi
deposit: jama
fill: bharna bharne bhara bharo
run: chalta chalti chalte
like: pasand
understand: samajh samjha samjhao
place: jagah sthan
one: ek
two: | do
three: | teen tin
four: chaar | char
five: paanch panch
six: chhe chah
seven: saat
eight: aath
nine: nau
ten: | das
hundred: sau
half: aadha adha aadhe adhe
some: kuch kuchh thoda thodi thode
many: bahut bohot bahot khoob dher
most: sabse
only: sirf kewal keval bas
again: phir fir phirse firse dobara
here: yahan yaha idhar
there: wahan waha udhar
outside: bahar baahar
ahead: aage
below: neeche niche
towards: taraf
around: aas
near: paas aaspaas
when: jab
who: | jo
which: kis jis jisse
them: unhe inhe
own: apna apne apni khud
such: aisa aisi aise waisa jaisa jaise
way: tarah tarike tareeke tarika tareeka
without: bina
by: dwara
about: lagbhag kareeb
until: abtak
daily: roz rozana pratidin
always: hamesha
sometimes: kabhi
together: ikattha milkar
thing: cheez cheezein cheeze chiz chize chizein
remind: dilao dila dilaye dilayen dilaiye dilana dilaa dilwao
morning: subha
leave: nikal nikalna nikalne nikalta nikalun chhod chodna chhodna
bring: lana laana laane laao | lao
take: leta leti lete lekar lejana lejane
go: chal chalna chalne jaunga jaungi jayega jayegi jayenge jau
come: aunga aaunga aaungi
meet: milna milne milo
do: karunga karungi karenge karega karegi karte karta karti kiya karke karane
be: hona hone honi hoke hokar hojaye hojayega ho
must: padega padegi padta
reach: pahunchunga pohochna pohochne pahuncha
stay: rahega rahegi rahenge rahunga
fall: girna girne giregi giri
wear: pehen pehenna pehnna pehanna pehanne
clothes: kapde kapda
snow: barf
storm: toofan tufan aandhi
wind: hawa
sunshine: dhoop
sky: aasman aasmaan
dark: andhera
fast: tez tezi
slow: dheere dheemi dheema
clean: saaf safai
long: lamba lambi lambe
light: halka halki
garbage: kachra
city: shahar shehar
village: gaon gaav
world: duniya
journey: safar yatra
son: bete | beta
daughter: beti
husband: | pati
wife: patni biwi
boy: ladka ladke
girl: ladki ladkiyan
message: sandesh sandes
information: jaankari jankari suchna soochna
use: istemal upyog
start: shuruaat
ready: taiyar tayyar taiyari tayyari
include: shamil
wait: intezar intazar
think: soch socho
hope: ummeed ummid
medicine: dawa dawai davai
treatment: ilaaj ilaj
doctor: vaidya
festival: tyohar tyohaar parv
interest: byaj
loan: karz udhaar udhar
salary: tankhwah vetan
government: sarkar sarkari
law: kanoon
marriage: shaadi shadi vivah
birthday: janamdin janmdin
key: chabi chaabi
door: darwaza
ticket: tikat
shop: dukaan dukan
market: bazaar bazar
tea: chay | chai
milk: doodh dudh
bread: roti
rice: chawal chaawal
vegetable: sabzi sabji
fruit: phal
red: laal
white: safed
black: kaala | kala
price: daam keemat kimat dam
cost: kharch kharcha
question: sawal sawaal prashn
answer: jawab javab uttar
complaint: shikayat
document: dastavez kagaz kaagaz kagzat
certificate: pramanpatra
mark: ank
attendance: upasthiti haziri
vehicle: gaadi gadi
sick: bimar beemar
hospital: aspatal haspatal
lost: khoya kho gum
wrong: galat
right: sahi theek thik
soon: jaldi
late: deri der
back: wapas vapas
return: lautana lautao
department: vibhag
office: karyalay daftar
contact: sampark
head: pramukh mukhya adhyaksh
account: hisaab hisab
story: kahani
light: roshni batti
number: nambar
problem: samasya dikkat pareshani
allowed: ijazat anumati
rule: niyam
reason: karan wajah
how old: umar umra
love: pyar pyaar
sleep: sona neend
work: kaam
please: kripya kripaya
thanks: dhanyavaad dhanyawad shukriya
hello: namaste namaskar
`
