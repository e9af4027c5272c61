import { expect, test } from 'vitest'
import { problemsOf, smallest } from '../../test/temporary-desk.ts'

test('a number on WhatsApp has all it needs, its secrets in the environment', async () => {
  const env = { TOKEN: 'EAAG', SECRET: 's3cret', WORD: 'hello' }
  const yaml = `channels:
  whatsapp: { number: 106540352242922, token: "\${TOKEN}", appSecret: "\${SECRET}", verifyToken: "\${WORD}" }
  second: { kind: whatsapp, number: "+91 98765 43210", token: "\${TOKEN}", appSecret: hunter2, verifyToken: "\${WORD}" }
  third: { kind: whatsapp, number: "106540352242922", token: "\${TOKEN}", updates: webhook }
  fourth:
    kind: whatsapp
    number: "106540352242922"
    token: "\${TOKEN}"
    appSecret: "\${SECRET}"
    verifyToken: "\${WORD}"
    template: { name: answer, language: english }
`
  expect(await problemsOf({ 'desk.yaml': smallest + yaml }, env)).toEqual([
    'desk.yaml:7 This is no phone number ID. Write the phone number ID that Meta shows under API Setup: it is not the number itself.',
    'desk.yaml:7 The app secret stands in the file. Write `${NAME}` here and the value into .env, which git ignores.',
    'desk.yaml:8 A number on WhatsApp needs its `appSecret`. It stands in the Meta app under App settings, Basic: write `appSecret: ${WHATSAPP_APP_SECRET}` here and the value into .env.',
    'desk.yaml:8 A number on WhatsApp needs its `verifyToken`. Think of a word, write `verifyToken: ${WHATSAPP_VERIFY_TOKEN}` here, the word into .env and into the form at Meta.',
    'desk.yaml:8 A channel of kind whatsapp has no `updates`.',
    'desk.yaml:15 `language` cannot be `english`. The language it was approved in, such as en or en_US.',
  ])
})
