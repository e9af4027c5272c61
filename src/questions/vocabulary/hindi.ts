/**
 * Hindi question words, romanised as people type them and in Devanagari, and the English words they stand for. The
 * longest phrase wins.
 */
const said = `
kitne log: how many people
kitne: how many
kitni: how many
kitna: how much
kitane: how many
kaun kaun: who
kaun se: which
kaun si: which
kaun sa: which
kaunse: which
kaunsi: which
kaunsa: which
konsa: which
konse: which
konsi: which
kaun: who
kon: who
kisne: who
kisko: who
kiska: who
kiski: who
kiske: who
kiske paas: who has
par: on
pe: on
zameen: land
zamin: land
kahan: where
kaha: where
kidhar: where
kab: when
kya: what
sabse zyada: most
sabse jyada: most
sabse adhik: most
sabse kam: least
sabse sasta: cheapest
sabse saste: cheapest
sabse sasti: cheapest
sabse mehnga: most expensive
sabse mehanga: most expensive
sabse mahanga: most expensive
sabse mehngi: most expensive
sabse bada: largest
sabse badi: largest
sabse bade: largest
sabse chota: smallest
sabse choti: smallest
sabse chhota: smallest
sabse chhoti: smallest
sabse lamba: longest
sabse lambi: longest
sabse purana: oldest
sabse purani: oldest
sabse naya: newest
sabse nayi: newest
sabse tez: fastest
sabse accha: best
sabse acha: best
sabse acchi: best
sabse achha: best
sabse uncha: highest
sabse unchi: highest
se zyada: or above
se jyada: or above
se adhik: or above
se kam: or below
se pehle: or before
ke baad: or after
ke beech: between
mein: in
me: in
se: from
ka: of
ki: of
ke: of
ke liye: for
aur: and
ya: or
nahi: not
nahin: not
hai: is
hain: are
he: is
tha: was
the: were
thi: was
sab: all
sabhi: all
saare: all
sare: all
har: each
har ek: each
kul: total
ausat: average
dikhao: show
dikhaiye: show
batao: show
bataiye: show
bata do: show
do: show
ki list: list
naam: name
umar: age
umr: age
daam: price
kimat: price
keemat: price
padhata: teaches
padhati: teaches
padhate: teaches
likha: wrote
likhi: wrote
rehta: lives
rehte: live
rehti: lives
wale: with
wali: with
wala: with
कितने: how many
कितनी: how many
कितना: how much
कौन: who
किसने: who
किसका: who
किसकी: who
कहाँ: where
कहां: where
कब: when
क्या: what
कौन सा: which
कौन सी: which
कौन से: which
सबसे ज़्यादा: most
सबसे ज्यादा: most
सबसे कम: least
सबसे सस्ता: cheapest
सबसे महंगा: most expensive
सबसे बड़ा: largest
सबसे बड़ी: largest
सबसे छोटा: smallest
सबसे छोटी: smallest
सबसे पुराना: oldest
सबसे नया: newest
सबसे लंबा: longest
से ज़्यादा: or above
से ज्यादा: or above
से कम: or below
में: in
से: from
का: of
की: of
के: of
और: and
या: or
नहीं: not
है: is
हैं: are
था: was
थे: were
सब: all
सभी: all
हर: each
कुल: total
औसत: average
दिखाओ: show
बताओ: show
नाम: name
उम्र: age
`

const phrases = new Map(
  said
    .trim()
    .split('\n')
    .map((line) => line.split(': ') as [string, string]),
)

/** Words that show a sentence to be Hindi; the others are English words as well. */
const telling = new Set(
  `kitne kitni kitna kitane kaun kon kisne kisko kiska kiski kiske kahan kaha kidhar kab kya kaunse kaunsi kaunsa konsa konse konsi
  sabse hai hain mein nahi nahin sabhi saare dikhao dikhaiye batao bataiye zyada jyada aur wale wali wala ausat`.split(
    /\s+/,
  ),
)

/** Words of a Hindi phrase, at the most. */
const longest = 3

/** The words as English ones; those that are not Hindi stay, and so do all where none is clearly Hindi. */
export function inEnglish<T extends { readonly text: string }>(
  words: readonly T[],
  made: (from: T, text: string) => T,
): readonly T[] {
  const isHindi = words.some(({ text }) => telling.has(text) || /\p{Script=Devanagari}/u.test(text))
  if (!isHindi) return words
  const english: T[] = []
  for (let i = 0; i < words.length;) {
    const length = lengthAt(words, i)
    const meant = phrases.get(phraseAt(words, i, length))
    if (meant === undefined) english.push(words[i]!)
    else for (const word of meant.split(' ')) english.push(made(words[i]!, word))
    i += Math.max(1, length)
  }
  return asked(english)
}

function lengthAt(words: readonly { readonly text: string }[], i: number): number {
  for (let length = longest; length > 0; length--)
    if (i + length <= words.length && phrases.has(phraseAt(words, i, length))) return length
  return 0
}

function phraseAt(words: readonly { readonly text: string }[], i: number, length: number): string {
  return words
    .slice(i, i + length)
    .map(({ text }) => text)
    .join(' ')
}

/** English asks first and Hindi last: the word that asks goes to the front. */
function asked<T extends { readonly text: string }>(words: readonly T[]): readonly T[] {
  const at = words.findIndex(({ text }) => ['who', 'where', 'when'].includes(text))
  return at <= 0 ? words : [words[at]!, ...words.slice(0, at), ...words.slice(at + 1)]
}
