/**
 * What people write short when they type, by what it is short for. Words of the desk's own come first: where its phrases
 * say "hod", that is a word of theirs. Every reading is only a way the message may have been meant.
 */
const list = `
account: acct acc
address: addr
administration: admin
admission: admn adm
amount: amt
appointment: appt
are: r
assignment: asgn
assistant: asst
attendance: attd
because: bcz bcoz becoz coz cuz bcos
between: btwn
birthday: bday
building: bldg
certificate: cert certi
chemistry: chem
college: clg clge colg
computer: comp
could: cud
date of birth: dob
department: dept deptt dpt
details: dtls
director: dir
do not know: dunno idk
document: doc
documents: docs
economics: eco econ
engineering: engg engr
english: eng
for: fr
from: frm
give me: gimme
going to: gonna
good: gud
government: govt gov
have: hv
head of department: hod
hello: hlo
hours: hrs
how: hw
i am: im
information: info
laboratory: lab
let me: lemme
library: lib
management: mgmt
mathematics: maths math
maximum: max
message: msg
minimum: min
minutes: mins
mobile: mob
month: mnth
morning: mrng
much: mch
next: nxt
number: num nmbr
office: ofc
okay: ok
organisation: org
payment: pymt pmt
people: ppl
percentage: perc percent
phone: ph
physics: phy
please: pls plz plzz pleez plse
principal: princi
problem: prob prblm
professor: prof
question: ques
registration: reg regn
results: rslt rslts
secretary: secy
semester: sem
should: shud shld
sports: sprts
standard: std
student: stud
subject: sub subj
temporary: temp
thanks: thx thnx tnx thanx ty
that: dat
there: thr
this: dis
today: tdy
tomorrow: tmrw tmrrw tmr
tonight: tonite
transaction: txn
university: uni univ varsity
very: vry
want: wnt
want to: wanna
week: wk
what: wat wot wht wut
when: wen
where: wer whr
which: wich whch
who: hu
with: wid wth
would: wud wld
yes: yup yep yeah ya
yesterday: ystrdy
you: u yu
your: ur yr
`

/** By what is written: what it may be short for. */
export const abbreviations: ReadonlyMap<string, readonly string[]> = read(list)

function read(text: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const line of text.trim().split('\n')) {
    const [meant = '', written = ''] = line.split(': ')
    for (const word of written.split(' ')) found.set(word, [...(found.get(word) ?? []), meant])
  }
  return found
}
