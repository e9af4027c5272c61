import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { callOf } from '../test/talk.ts'
import { smallest, temporaryDesk } from '../test/temporary-desk.ts'
import { openDesk } from './open.ts'

test('a reply too large for its channel ends with the desk’s own sentence, in the language of the call', async () => {
  const desk = `${smallest}languages: [en, hi]\nchannels: { dialogflow-es: {} }\n`
  const long = JSON.stringify('one two three. '.repeat(6_000))
  const reply = await replyOf(desk, `intent: fees\nphrases: [fees]\nanswer: { reply: ${long} }\n`)
  expect(reply).toMatch(/… और \d+ बाकी हैं।/)
})

test('an image of the desk has the address the world reaches it at', async () => {
  const desk = `${smallest}publicUrl: https://desk.example.edu\nbrand: { media: media }\nchannels: { dialogflow-es: {} }\n`
  const map = 'answer: { reply: [{ image: { url: /media/map.png, alt: Map } }] }'
  const reply = await replyOf(desk, `intent: fees\nphrases: [fees]\n${map}\n`)
  expect(reply).toContain('"imageUri":"https://desk.example.edu/media/map.png"')
})

/** What a desk of one intent sends to Dialogflow, as text. */
async function replyOf(desk: string, intent: string): Promise<string> {
  const folder = temporaryDesk({ 'desk.yaml': desk, 'intents/fees.yaml': intent })
  mkdirSync(join(folder, 'media'))
  writeFileSync(join(folder, 'media/map.png'), 'png')
  const opened = await openDesk(folder, { keep: false })
  onTestFinished(() => opened.close())
  const channel = opened.doors.channel('dialogflow-es')?.channel
  if (channel === undefined) throw new Error('the desk has the channel')
  const request = new Request('http://localhost/channels/dialogflow-es', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(callOf({ languageCode: 'hi' })),
  })
  const response = await opened.doors.front(channel, request, { address: '127.0.0.1', local: true })
  return response.text()
}
