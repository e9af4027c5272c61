/** The table the benchmark asks, and the calls it is asked with. */
import mysql from 'mysql2/promise'

const firstNames = ['Anita', 'Ravi', 'Meera', 'Joseph', 'Farah', 'Arjun', 'Lakshmi', 'Harpreet']
const lastNames = [
  'Rao',
  'Sharma',
  'Menon',
  "D'Souza",
  'Khan',
  'Iyer',
  'Das',
  'Gill',
  'Bose',
  'Patil',
]

/** Eighty teachers: as many as a college's department has to look up. */
export const teachers = firstNames.flatMap((first) => lastNames.map((last) => `${first} ${last}`))

/**
 * Makes the table `faculty`, its name indexed.
 *
 * @param {string} url
 */
export async function makeTable(url) {
  const connection = await mysql.createConnection(url)
  await connection.query(
    `CREATE TABLE faculty (
       id INT PRIMARY KEY, name VARCHAR(100) NOT NULL, cabin VARCHAR(20) NOT NULL,
       phone VARCHAR(20) NOT NULL, KEY (name)) CHARACTER SET utf8mb4`,
  )
  const rows = teachers.map((name, i) => [i, name, `CS-${100 + i}`, `022 2547 ${4000 + i}`])
  await connection.query('INSERT INTO faculty VALUES ?', [rows])
  await connection.end()
}

/**
 * A call as Dialogflow makes it, one conversation for each teacher. autocannon puts an id of its own into each copy it
 * sends: a call that comes twice is answered from what was kept, and would measure nothing.
 *
 * @param {string} teacher
 * @param {number} i
 */
export function callFor(teacher, i) {
  const session = `projects/bench/agent/sessions/visitor-${i}`
  return JSON.stringify({
    responseId: 'response-[<id>]',
    session,
    queryResult: {
      queryText: `where is the cabin of ${teacher}`,
      parameters: { teacher },
      allRequiredParamsPresent: true,
      fulfillmentMessages: [{ text: { text: [''] } }],
      outputContexts: [
        {
          name: `${session}/contexts/__system_counters__`,
          parameters: { 'no-input': 0, 'no-match': 0 },
        },
      ],
      intent: { name: 'projects/bench/agent/intents/1', displayName: 'faculty-cabin' },
      intentDetectionConfidence: 0.92,
      languageCode: 'en',
    },
    originalDetectIntentRequest: { source: 'telegram', payload: {} },
  })
}
