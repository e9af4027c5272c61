import { expect, test } from 'vitest'
import { readDesk } from './read-desk.ts'
import { parseSql, parseTemplate, smallest, temporaryDesk } from '../../test/temporary-desk.ts'

const phrases = Array.from({ length: 15 }, (_, i) => `  - is [book ${i}](title) there today`)

function intent(number: number): string {
  return `intent: intent-${number}
phrases:
${phrases.join('\n')}
slots:
  title: { entity: text, ask: "Which book?" }
answer:
  from: library.books
  columns: [title, author, "count(*) as n"]
  where: { title: { contains: $title }, copies: { ">": 0 } }
  order: title desc
  reply: "{% for b in rows %}*{{ b.title }}* by {{ b.author }}\\n{% endfor %}"
  empty: "We don't have {{ title }}."
  next: [intent-0]
`
}

test('a desk of 80 intents is read in a moment', async () => {
  const desk = `${smallest}sources: { library: { url: "mysql://localhost/l" } }\n`
  const intents = Array.from({ length: 80 }, (_, i) => [`intents/${i}.yaml`, intent(i)] as const)
  const folder = temporaryDesk({ 'desk.yaml': desk, ...Object.fromEntries(intents) })
  const times: number[] = []
  for (let round = 0; round < 4; round++) {
    const start = process.cpuUsage()
    const read = await readDesk(folder, { env: {}, parseTemplate, parseSql })
    const { user, system } = process.cpuUsage(start)
    times.push((user + system) / 1000)
    expect(read.kind).toBe('desk')
  }
  // Milliseconds of the processor, so that other programs do not count; about 200 once the code is warm.
  expect(Math.min(...times)).toBeLessThan(600)
})
