import { wordsOf } from '../util/index.ts'
import { stemOf } from './words.ts'

/** Words that say nothing about which value is meant: never matched by themselves, skipped within a value. */
export const fillerWords = stems(`
  a an the this that these those and or but nor if then else of to in on at by for from with without about into onto
  over under up down out off as is am are was were be been being do does did done doing has have had having can could
  will would shall should may might must let lets not no yes so too very just also only than there here where when why
  how what which who whom whose i me my mine we us our you your yours he him his she her it its they them their any
  some all each every both few more most other another such own same again ever please pls plz kindly hi hello hey ok
  okay thanks thank im dont cant vs via per etc wat wht whats whos hows
  ka ki ke ko se me mein mai par pe aur ya hai hain h he ho hu hoon tha thi the kya kyu kyun kab kahan kaha kaise
  kaisa kitna kitni kitne kaun kon kis kise ye yeh vo wo woh is us ek do na nahi nhi haan han ji to toh bhi hi hee kar
  karo karna karne kare kr krna krne batao bata bataiye btao do de dena dijiye chahiye chaiye milega milegi milta hota
  hoti hote raha rahi rahe gaya gayi liye lie wala wali wale mera meri mere mujhe muje hum hame tum tumhara aap aapka
  का की के को से में पर और या है हैं हो था थी थे क्या क्यों कब कहाँ कहां कैसे कितना कितनी कितने कौन किस यह वह ये वो इस उस एक
  न नहीं हाँ हां जी तो भी ही कर करो करना करने बताओ बताइए दो दे दीजिए चाहिए मिलेगा मिलेगी होता होती मेरा मेरी मेरे मुझे हम आप आपका
`)

/** Titles before and after names: "Dr.", "rao sir", "sharma ma'am". */
export const honorifics = stems(`
  dr doctor prof professor mr mrs ms miss shri sri shree smt kumari er sir madam maam mam mem ji jee
  डॉ डॉक्टर प्रो प्रोफेसर श्री श्रीमती सर मैडम मैम जी
`)

/** Everyday words: one of them alone is a word of the sentence rather than part of a value's name. */
export const everydayWords = stems(`
  able accept access account across add address admission after age ago allow almost alone already always amount answer
  anyone anything apply area around arrive ask available average away back bad bag ball bank based become bed before
  begin behind believe below best better between big bike bill bit black block blue body book boy break bring brother
  build building bus business busy buy call came camp campus car card care case cash center centre certain chance change
  charge check child choose city class clean clear close closed club code cold collect college color come common company
  complete computer condition contact continue copy correct cost count country couple course cover create current cut
  daily date daughter day dead deal decide deep degree detail different difficult direct discuss do door double doubt
  drive drop due during early easy eat eight either email end english enough enter enquiry entry even evening event exact
  exam example expect explain face fact fail fall family far fast father fee feel fees fill final find fine finish fire
  first five floor follow food foot form forward found four free friday friend front full fun function future game gate
  general get girl give go good got grade great green ground group guide gym half hall hand happen happy hard hate head
  health hear help high history hold holiday home hope hostel hot hour house hundred human idea important include individual
  information inside instead interest issue item job join joke keep key kid kind know lab language large last late later law
  learn leave left less letter level library life light like line link list listen little live local location long look
  lose lost lot love low lunch main main make man manage many map mark marks matter mean meaning medical meet member mention
  menu message method middle mind minute miss missing mobile modern monday money month morning mother move much music
  name near need never new news next nice night nine none normal note nothing notice now number object office often old
  once one online open opening order ordinary outside own page paid paper parent park parking part party pass password
  past pay payment pending people percent person phone photo pick picture place plan play point policy poor possible post
  practical practice prepare present price principal print private problem process program programme project provide
  public put quality question quick quite rate reach read ready real really reason receipt receive red refund register
  registration remain remember repeat reply report request require required result return review right road role room
  round rule run safe said saturday save say schedule scheme school science search seat second see seem sell send senior
  serious serve service set seven shop short show side sign simple since single sister sit site six size sleep small social
  society soon sorry sort sound space speak special sport staff stand start state status stay step still stop story
  street strong student study stuff subject submit success sun sunday support sure system table take talk teach teacher
  team tell ten term test text theory thing think third three thursday ticket till time timing title today together
  tomorrow tonight took top total touch town track transfer travel tree trouble true try tuesday turn two type
  understand uniform unit until update upper use used useful user usual vacancy valid value various version view visit
  voice wait walk wall want watch water way wear website wednesday week weekend welcome well west whether white whole wife
  wifi win window wish within woman word work working world worry write wrong year yesterday young zero
`)

function stems(words: string): ReadonlySet<string> {
  return new Set(wordsOf(words).map(stemOf))
}
