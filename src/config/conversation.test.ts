import { expect, test } from 'vitest'
import { readConversations } from './conversation.ts'

function read(text: string) {
  return readConversations([{ file: 'conversations/a.md', text }], ['student'])
}

function problems(text: string): readonly string[] {
  return read(text).problems.map(({ line, message, hint }) => `${line} ${message} ${hint}`.trim())
}

test('a conversation is a heading, a clock, a person, and who says what', () => {
  const { conversations } = read(`# The head of a department

now: 2026-11-23T10:00
as: student RC1042

visitor: who is the HOD
desk: Dr. … is the head
desk not: nobody
visitor: [Call her]
desk: calling

---

# Another

Visitor:
desk: Hello
`)
  expect(conversations).toEqual([
    {
      title: 'The head of a department',
      file: 'conversations/a.md',
      line: 1,
      now: '2026-11-23T10:00',
      as: { identity: 'student', key: 'RC1042' },
      steps: [
        { kind: 'say', text: 'who is the HOD', line: 6 },
        { kind: 'expect', text: 'Dr. … is the head', line: 7 },
        { kind: 'refuse', text: 'nobody', line: 8 },
        { kind: 'tap', label: 'Call her', line: 9 },
        { kind: 'expect', text: 'calling', line: 10 },
      ],
    },
    {
      title: 'Another',
      file: 'conversations/a.md',
      line: 14,
      now: null,
      as: null,
      steps: [
        { kind: 'say', text: '', line: 16 },
        { kind: 'expect', text: 'Hello', line: 17 },
      ],
    },
  ])
})

test('whatever a conversation cannot say is told with its line', () => {
  expect(problems('visitor: hello')).toEqual([
    '1 This line belongs to no conversation. Put a heading above it: # What is tested',
  ])
  expect(
    problems(`# A
desk: hello
visitor: hello
desk:
just words
vistor: x
now: 2026-11-23T10:00
# B
now: tomorrow
as: studnet RC1042
as: RC1042
# C
visitor: x`),
  ).toEqual([
    '2 The desk cannot speak before the visitor. Put a line `visitor: …` above it.',
    '4 This line does not say what to look for.',
    '5 This line says neither who speaks nor what is set. Begin it with visitor:, desk:, desk not:, now: or as:.',
    '6 `vistor:` means nothing here. Did you mean `visitor:`?',
    '7 `now:` stands before the first `visitor:`.',
    '9 `tomorrow` is not a time. Write the local time of the desk: 2026-11-23T10:00.',
    '10 There is no identity `studnet`. Did you mean `student`?',
    '11 `RC1042` does not say who it is. Write an identity and a key: `as: student RC1042`.',
    '8 Nobody says anything in “B”. Add a line `visitor: …` and a line `desk: …`.',
  ])
})
