import { expect, test } from 'vitest'
import { withEveryday } from './everyday.ts'
import { intent, slot } from '../../../test/dialogue/desk.ts'

test('no two of the everyday intents are told by the same words', () => {
  const said = withEveryday([], ['en', 'hi']).flatMap(({ phrases }) => phrases.map((p) => p.text))
  expect(said.filter((text, i) => said.indexOf(text) !== i)).toEqual([])
  expect(said.filter((text) => text === '')).toEqual([])
})

test('the desk’s own intent by the same name wins', () => {
  const own = intent('frontdesk.hello', [], ['ahoy'])
  const all = withEveryday([own], ['en'])
  expect(all.filter(({ name }) => name === own.name)).toEqual([own])
})

test('one’s own name is told from whatever slot remembers a name', () => {
  const who = slot('caller', 'person-name')
  const meet = intent('meet', [who], ['meet [asha](caller)'], { remembers: ['caller'] })
  const told = withEveryday([meet], ['en']).find(({ name }) => name === 'frontdesk.own-name')
  expect(JSON.stringify(told?.answer.reply)).toContain('remembered.caller')
})

test('a desk is taught phrases of the languages it speaks alone', () => {
  const languages = withEveryday([], ['en']).flatMap(({ phrases }) =>
    phrases.map((phrase) => phrase.language),
  )
  expect(new Set(languages)).toEqual(new Set(['en']))
})

test('an intent that says a phrase of small talk takes over all of it', () => {
  const welcome = intent('welcome', [], ['Hello!', 'ahoy'])
  const yes = intent('go-on', [], ['yes'], { within: ['asked'] })
  const all = withEveryday([welcome, yes], ['en'])
  const phrasesOf = (name: string) =>
    all.find((one) => one.name === name)?.phrases.map(({ text }) => text)
  expect(phrasesOf('welcome')).toContain('good morning')
  expect(phrasesOf('frontdesk.hello')).toEqual([])
  expect(phrasesOf('go-on')).toEqual(['yes'])
  expect(phrasesOf('frontdesk.yes')).toContain('yes')
})

test('a command loses the phrase an intent has, and no other', () => {
  const stop = intent('stop', [], ['cancel'])
  const all = withEveryday([stop], ['en'])
  const cancel = all
    .find(({ name }) => name === 'frontdesk.cancel')
    ?.phrases.map(({ text }) => text)
  expect(cancel).not.toContain('cancel')
  expect(cancel).toContain('never mind')
})
