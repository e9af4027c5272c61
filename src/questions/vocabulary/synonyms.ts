import { phraseKey } from '../words.ts'

/**
 * Other words for what columns and tables are called, across trades: left a word of a name, right what people say for
 * it. Phrases stand in quotation marks.
 */
const others = `
population: people inhabitants residents citizens populace
area: land size "square miles" "square kilometers" "square km" acreage surface
acres: land area size acreage
acreage: land area size
hectares: land area size
pay: salary wage income earn earning paid make
since: joined registered started
views: viewed read seen
visits: visited
downloads: downloaded
length: duration "how long" extent
duration: length "how long" runtime "running time"
runtime: duration length "how long" "running time"
stay: hospitalization "time in hospital" "time spent" "days in hospital" "length of stay" duration "how long" remain
age: old "how old" "years old" "year old" "years of age" aged
elevation: altitude height "how high"
altitude: elevation height "how high"
height: tall "how tall" "how high"
gender: sex
sex: gender
diagnosis: disease illness sickness condition ailment disorder "medical condition"
disease: diagnosis illness sickness condition
density: "population density"
price: cost fee rate "how much" expensive
cost: price fee charge "how much"
fee: cost price charge "how much"
fare: price cost "ticket price"
amount: total sum payment "how much"
total: amount sum
rent: price cost
salary: pay wage income earn earning paid compensation make
wage: salary pay earn
hourly rate: pay wage earn earning paid make salary
daily rate: pay wage earn earning paid make salary
income: earnings earn
budget: money funds funding
revenue: sales income turnover
date: when day
time: when
birth: born birthday
birthdate: birthday born "date of birth"
dob: birthday born "date of birth" birthdate
death: died dead
deathdate: died
year: when
founded: established created
established: founded
opened: opening
released: release "come out" "came out"
release: released
start: begin beginning starting
end: finish ending until
first: given forename christian
fname: "first name" "given name" forename
lname: "last name" surname "family name"
firstname: "first name" "given name" forename
lastname: "last name" surname "family name"
last: surname family
surname: "last name" "family name"
forename: "first name" "given name"
name: called named title
title: name called named
city: town
town: city
state: province
country: nation
nation: country
nationality: country nation
citizenship: country nationality
address: location
location: place address where
place: location where venue
venue: place location
mountain: peak mount
river: stream
employee: worker staff
staff: employee worker personnel
teacher: instructor lecturer professor faculty
instructor: teacher lecturer professor
professor: teacher instructor lecturer
faculty: professor teacher instructor lecturer
student: pupil learner
pupil: student
patient: case
doctor: physician
physician: doctor
customer: client buyer shopper
client: customer
guest: visitor
member: participant
user: person
person: people individual
people: person individual
actor: actress cast star
film: movie
movie: film
song: track
singer: artist vocalist
artist: singer painter musician
director: directed filmmaker
author: writer wrote written
writer: author wrote
book: title
publisher: published
product: item goods article
item: product
order: purchase purchased bought buy ordered
purchase: order bought buy
sale: sold sell
transaction: payment
payment: paid pay
invoice: bill
loan: borrow borrowed lent
enrollment: enroll enrolled registered register take taking taken takes
enrolment: enroll enrolled registered register take taking taken takes
registration: register registered
attendance: attended attend
booking: booked book reservation reserved
reservation: booking booked reserved
course: class subject module
class: course
subject: course topic
department: division unit dept
dept: department division
division: department
office: room cabin
room: cabin
company: firm business organization organisation
school: college university
university: college school
team: club side squad
club: team
player: athlete sportsman
match: game
game: match
goal: score scored
score: points
points: score
stadium: arena ground
airport: airfield
airline: carrier
flight: fly
origin: from source departure depart "departs from" "leaving from"
source: from origin
destination: to arrival arrive
departure: depart departs leave leaves leaving
arrival: arrive arrives
aircraft: plane airplane
airplane: plane aircraft
vehicle: car
car: vehicle automobile
maker: manufacturer make
manufacturer: maker make
model: type
category: type kind genre
genre: category type kind
type: kind category sort
kind: type
phone: telephone mobile number contact call
mobile: phone telephone cell
telephone: phone
email: mail "e mail" "email address"
mail: email
website: site url homepage
weight: heavy weigh weighs "how heavy"
depth: deep "how deep"
width: wide "how wide"
speed: fast "how fast"
temperature: hot warm cold
capacity: seats hold holds "how many people"
seats: capacity
quantity: count units copies
stock: available inventory
copies: quantity
pages: length
rating: rated score stars
stars: rating
grade: mark marks
gpa: grade
cgpa: gpa grade
marks: score grade
experience: "years of experience"
language: speak spoken tongue
border: neighbor neighbour neighboring neighbouring adjacent adjoin surround "next to"
job: occupation position profession work
occupation: job profession
position: role job
role: position
rank: ranking ranked position
manager: boss head supervisor
head: chief boss manager lead led
boss: manager
owner: owned owns own
president: head
supplier: vendor
vendor: supplier
color: colour
colour: color
abbreviation: code short
code: abbreviation
pet: animal
animal: pet
hometown: "home town" from
concert: show performance
event: happening
prize: award
award: prize
credit: credits
tuition: fee
semester: term
term: semester
hod: head "head of department"
`

/** Phrases, as keys, that people say for a word of a name, by the stem of the word. */
export const synonyms: ReadonlyMap<string, readonly string[]> = new Map(
  others
    .trim()
    .split('\n')
    .map((line) => {
      const [word = '', said = ''] = line.split(': ')
      const phrases = [...said.matchAll(/"([^"]+)"|(\S+)/g)].map(([, quoted, bare]) =>
        phraseKey((quoted ?? bare ?? '').split(' ')),
      )
      return [phraseKey(word.split(' ')), phrases] as const
    }),
)

/** Other words for values, by the value in lower case. */
export const valueSynonyms: Readonly<Record<string, string>> = {
  male: 'man men boy boys males gentleman gentlemen masculine',
  m: 'male man men boy boys males',
  female: 'woman women girl girls females lady ladies feminine',
  f: 'female woman women girl girls females',
  usa: 'us america american "united states" "united states of america"',
  'united states': 'us usa america american',
  'united states of america': 'us usa america american "united states"',
  uk: '"united kingdom" britain british',
  'united kingdom': 'uk britain british',
  france: 'french',
  germany: 'german',
  spain: 'spanish',
  italy: 'italian',
  netherlands: 'dutch',
  china: 'chinese',
  japan: 'japanese',
  india: 'indian',
  russia: 'russian',
  brazil: 'brazilian',
  canada: 'canadian',
  australia: 'australian',
  mexico: 'mexican',
  england: 'english',
  ireland: 'irish',
  sweden: 'swedish',
  norway: 'norwegian',
  denmark: 'danish',
  greece: 'greek',
  poland: 'polish',
  portugal: 'portuguese',
  turkey: 'turkish',
  korea: 'korean',
  'south korea': 'korean',
  argentina: 'argentinian argentine',
  flu: 'influenza',
}
