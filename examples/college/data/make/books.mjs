/** Five thousand titles: the real ones of content/books.txt, the rest made up around the courses. */
import { readSections } from './content.mjs'
import { personName } from './names.mjs'

const titleCount = 5000

export function subjects() {
  return readSections('books').map(({ heading: [name, aliases, shelfPrefix, floor] }) => ({
    name,
    aliases,
    shelf_prefix: shelfPrefix,
    floor,
  }))
}

/** @returns `{ books, bookCourses }`; `copies_free` is `copies_total` until books are lent. */
export function books(courses, random) {
  const real = realBooks()
  const made = madeUpBooks(real, courses, random).slice(0, titleCount - real.length)
  const shelves = new Map(subjects().map((subject) => [subject.name, subject]))
  const all = [...real, ...made]
  return {
    books: all.map((book, at) => onShelf(book, at + 1, shelves.get(book.subject), random)),
    bookCourses: all.flatMap((book, at) =>
      book.courses.map((code) => ({ book_id: at + 1, course_code: code })),
    ),
  }
}

function realBooks() {
  return readSections('books').flatMap(({ heading: [subject], lines }) =>
    lines.map(([title, author, codes = '']) => ({
      title,
      author,
      subject,
      language: subject === 'Hindi Literature' ? 'Hindi' : 'English',
      courses: [...new Set(codes.split(' ').filter(Boolean))],
      isReal: true,
    })),
  )
}

const patterns = [
  'A Textbook of {topic}',
  'Fundamentals of {topic}',
  '{topic}: A First Course',
  "{topic}: A Beginner's Guide",
  'Solved Problems in {topic}',
  'Principles of {topic}',
  '{topic}: Theory and Practice',
  'Lectures on {topic}',
  "A Student's Companion to {topic}",
  '{topic} Made Simple',
  '{topic} for Indian Universities',
  'Essentials of {topic}',
  'A Short Course in {topic}',
  '{topic} Through Examples',
  'Notes on {topic}',
  'Case Studies in {topic}',
  'Objective {topic}',
  'Modern {topic}',
  'Foundations of {topic}',
  '{topic} in Practice',
  'Topics in {topic}',
  '{topic}: Questions and Answers',
  'Understanding {topic}',
  'A Handbook of {topic}',
  "The Examiner's View of {topic}",
  'Problems in {topic}',
]

/** Only the first few patterns make books that a course lists. */
const listedPatterns = 2

function madeUpBooks(real, courses, random) {
  const topics = topicsOf(courses, real)
  return patterns.flatMap((pattern, at) =>
    topics.map((topic) => ({
      title: pattern.replace('{topic}', topic.name),
      author: authors(random),
      subject: topic.subject,
      language: 'English',
      courses: at < listedPatterns ? topic.codes : [],
      isReal: false,
    })),
  )
}

/** What is taught, each topic once, with the courses about it and the subject it stands under. */
function topicsOf(courses, real) {
  const topics = new Map()
  for (const course of courses.filter(({ kind }) => kind === 'theory')) {
    const name = topicOf(course.title)
    const topic = topics.get(name) ?? { name, subject: subjectOf(course, real), codes: [] }
    topics.set(name, { ...topic, codes: [...topic.codes, course.code] })
  }
  return [...topics.values()]
}

/** `Engineering Mathematics II` is about `Engineering Mathematics`. */
function topicOf(title) {
  return title
    .replace(/^(Introduction to|Elements of|Foundations of|Principles of) /, '')
    .replace(/ I+$/, '')
}

function authors(random) {
  const one = () => personName(random, random.pick(['female', 'male']))
  return random.chance(0.4) ? `${one()}, ${one()}` : one()
}

/** The subject under which the real books of the course stand, else that of its department. */
function subjectOf(course, real) {
  return (
    real.find((book) => book.courses.includes(course.code))?.subject ??
    fallback[course.department_code]
  )
}

const fallback = {
  CS: 'Programming',
  IT: 'Software Engineering',
  EC: 'Communications',
  EE: 'Electrical Engineering',
  ME: 'Mechanical Design',
  CE: 'Civil Engineering',
  SC: 'Physics',
  CM: 'Commerce and Finance',
}

function onShelf(book, id, subject, random) {
  const copies = book.isReal ? random.int(2, 8) : random.int(1, 4)
  return {
    id,
    title: book.title,
    author: book.author,
    subject: book.subject,
    language: book.language,
    shelf: `${subject.shelf_prefix}-${random.int(1, 24)}`,
    floor: subject.floor,
    copies_total: copies,
    copies_free: copies,
  }
}
