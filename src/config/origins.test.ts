import { expect, test } from 'vitest'
import { problemsOf, readTemporary, smallest } from '../../test/temporary-desk.ts'

const origins = (...written: readonly string[]) =>
  `${smallest}channels:\n  web:\n    origins:\n${written.map((one) => `      - "${one}"\n`).join('')}`

test('the sites that may show the desk are kept as browsers name them', async () => {
  const written = [
    'https://WWW.Example.edu:443',
    'http://localhost:8080/',
    'https://*.example.edu',
    'https://महाविद्यालय.भारत',
    'http://[::1]:3000',
  ]
  const read = await readTemporary({ 'desk.yaml': origins(...written) })
  if (read.kind === 'problems') throw new Error(JSON.stringify(read.problems))
  expect(read.desk.channels).toEqual([
    {
      name: 'web',
      kind: 'web',
      origins: [
        'https://www.example.edu',
        'http://localhost:8080',
        'https://*.example.edu',
        'https://xn--j2bpeaop1a4bdh9m.xn--h2brj9c',
        'http://[::1]:3000',
      ],
    },
  ])
})

test.each([
  'www.example.edu',
  'https://www.example.edu/admissions',
  'https://*',
  'https://a.*.example.edu',
  'file:///home',
  'https://me@example.edu',
  'https://example.edu;frame-ancestors',
  '*',
  'null',
])('%s is no origin', async (written) => {
  const [problem, ...more] = await problemsOf({ 'desk.yaml': origins('https://fine.edu', written) })
  expect(problem).toBe(
    `desk.yaml:9 \`${written}\` is no origin of a site. Write scheme and host alone: https://www.example.edu, or https://*.example.edu.`,
  )
  expect(more).toEqual([])
})

test('only the web page has sites', async () => {
  const yaml = `${smallest}channels:\n  dialogflow-es: { origins: ["https://example.edu"] }\n  web: { auth: {} }\n`
  expect(await problemsOf({ 'desk.yaml': yaml })).toEqual([
    'desk.yaml:6 A channel of kind dialogflow-es has no `origins`.',
    'desk.yaml:7 A channel of kind web has no `auth`.',
  ])
})
