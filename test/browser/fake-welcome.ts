import { plain } from '../../src/model/plain.ts'
import { text } from './fake-replies.ts'

const topics = [
  ['college', 'College', 'कॉलेज', '🏛️', 'tell me about the college'],
  ['admission', 'Admission', 'प्रवेश', '📝', 'how do I get admission?'],
  ['calendar', 'Calendar', 'कैलेंडर', '📅', 'when do the mid-sems start?'],
  [
    'faculty',
    'Faculty',
    'शिक्षक',
    '👩‍🏫',
    'who is the HOD of computer science and what is her number?',
  ],
  ['portal', 'Portal', 'पोर्टल', '💻', 'what can I do on the student portal?'],
  ['campus', 'Campus map', 'कैंपस का नक्शा', '🗺️', 'how do I get from the main gate to the library?'],
  ['clubs', 'Clubs', 'क्लब', '🎭', 'which clubs are there?'],
  ['exams', 'Exams', 'परीक्षा', '🧪', 'what is the last date of the exam form?'],
  ['library', 'Library', 'पुस्तकालय', '📚', 'is Database System Concepts available?'],
  ['hostel', 'Hostel', 'छात्रावास', '🛏️', 'is there any vacancy in the hostels?'],
  ['fees', 'Fees', 'फ़ीस', '💰', 'what is the fee for second year B.Tech CSE?'],
  ['social', 'Social media', 'सोशल मीडिया', '📣', 'what is your instagram?'],
  ['brother', 'Elder brother', 'बड़े भैया', '🧑‍🎓', 'meet my elder brother'],
  ['facilities', 'Facilities', 'सुविधाएँ', '🚌', 'which bus goes to the college?'],
] as const

const dares = [
  [
    'Ask across two databases',
    'दो डेटाबेस से एक साथ पूछिए',
    'who teaches DBMS and which of its books are free?',
  ],
  ['Change the subject midway', 'बीच में बात बदलिए', 'when is my exam?'],
  ['Meet my elder brother', 'बड़े भैया से मिलिए', 'meet my elder brother'],
] as const

/** What the page opens on. */
export function fakeWelcome(language: string | null): object {
  const isHindi = language === 'hi'
  const greeting = isHindi
    ? text('नमस्ते! मैं *रिवरडेल कॉलेज* का फ़्रंट डेस्क हूँ। प्रवेश, फ़ीस, परीक्षा, शिक्षक, किताबें: कुछ भी पूछिए।')
    : text(
        'Namaste! I am the front desk of *Riverdale College*. Ask me about admissions, fees, exams, teachers, books, or the way to the canteen.',
      )
  return {
    name: 'Riverdale College',
    tagline: isHindi ? 'कॉलेज के बारे में कुछ भी पूछिए' : 'Ask anything about the college',
    languages: ['en', 'hi'],
    color: '#17506b',
    logo: '/media/logo.svg',
    greeting: [{ ...greeting, plain: plain(greeting) }],
    topics: topics.map(([name, en, hi, icon, ask]) => ({
      name,
      title: isHindi ? hi : en,
      icon,
      ask,
    })),
    dares: dares.map(([en, hi, ask]) => ({ title: isHindi ? hi : en, ask })),
    behind: true,
  }
}

/** How a fake answer came about, for any question. */
export function fakeBehind(question: string): object {
  const start = Math.max(0, question.toLowerCase().indexOf('dbms'))
  const words = question.slice(start, start + 4)
  return {
    turn: '0192',
    text: question,
    intent: 'course-teachers-and-books',
    question: null,
    confidence: 0.93,
    candidates: [
      { intent: 'course-teachers-and-books', confidence: 0.93 },
      { intent: 'book-availability', confidence: 0.31 },
      { intent: 'faculty-of-department', confidence: 0.07 },
    ],
    entities: [
      {
        entity: 'course',
        value: 'Database Management Systems',
        text: words,
        start,
        end: start + words.length,
        score: 1,
      },
    ],
    language: 'en',
    move: 'answer',
    file: 'intents/library.yaml',
    line: 48,
    queries: [
      {
        source: 'office',
        kind: 'select',
        text: 'select "courses"."code", "courses"."title", "faculty"."name" from "teaching" inner join "faculty" on "teaching"."faculty_id" = "faculty"."id" inner join "courses" on "teaching"."course_code" = "courses"."code" where "courses"."title" like ? escape \'\\\' limit 21',
        parameters: ['%Database Management Systems%'],
        columns: ['code', 'title', 'name'],
        rows: [['CS301', 'Database Management Systems', 'Prof. Anil Rao']],
        rowCount: 1,
        truncated: false,
        milliseconds: 0.42,
      },
      {
        source: 'library',
        kind: 'select',
        text: 'select `title`, `author`, `copies_free`, `shelf` from `books` where `course_code` in (?) and `copies_free` > ? limit 21',
        parameters: ['CS301', 0],
        columns: ['title', 'author', 'copies_free', 'shelf'],
        rows: [
          ['Database System Concepts', 'Abraham Silberschatz', 3, 'C-12'],
          ['Fundamentals of Database Systems', 'Ramez Elmasri', 1, 'C-12'],
        ],
        rowCount: 2,
        truncated: false,
        milliseconds: 1.87,
      },
    ],
    timings: { understand: 0.9, decide: 0.1, query: 2.4, speak: 0.4, total: 3.8 },
    error: null,
  }
}
