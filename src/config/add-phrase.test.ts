import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { addPhrase } from './add-phrase.ts'

const file = `# Fees.
intent: fees
phrases:
  - what are the fees   # the plain one
  - "[CSE](programme) fees"

answer: "…"
---
intent: hours
phrases: { en: [when, "open?"], hi: ["कब"] }
answer: "…"
`

describe('adding a phrase', () => {
  it('puts it after the last one and leaves the rest as it was', () => {
    expect(addPhrase(file, 'fees', 'fees kitni h', 'en')).toBe(
      file.replace('fees"\n', 'fees"\n  - fees kitni h\n'),
    )
  })

  it('finds the list of its language, however it is written', () => {
    const added = addPhrase(file, 'hours', 'कब तक', 'hi') ?? ''
    expect(added).toContain('hi: ["कब", "कब तक"]')
    expect(parseAllDocuments(added)).toHaveLength(2)
  })

  it.each(['[x] y', 'a: b', '- dash', '"quoted"', '# hash', "it's"])('quotes %s', (phrase) => {
    const [document] = parseAllDocuments(addPhrase(file, 'fees', phrase, 'en') ?? '')
    expect(document && 'toJS' in document ? document.toJS() : null).toMatchObject({
      phrases: ['what are the fees', '[CSE](programme) fees', phrase],
    })
  })

  it('knows when the intent is not there', () => {
    expect(addPhrase(file, 'rooms', 'x', 'en')).toBeNull()
    expect(addPhrase(file, 'hours', 'x', 'mr')).toBeNull()
  })
})
