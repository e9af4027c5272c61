import { expect, test } from 'vitest'
import { problemsOf, smallest } from '../../test/temporary-desk.ts'

test('a Telegram bot has a token, which is not shown, and a webhook an address', async () => {
  const env = { TOKEN: '12:abc', WRONG: 'hunter2' }
  const yaml = `channels:
  telegram: { token: "\${TOKEN}", updates: webhook }
  second: { kind: telegram, token: "\${WRONG}" }
  third: { kind: telegram }
  fourth: { kind: telegram, token: "12:hunter2" }
  web: { token: "\${TOKEN}" }
`
  const hint = 'Write `${NAME}` here and the value into .env, which git ignores.'
  expect(await problemsOf({ 'desk.yaml': smallest + yaml }, env)).toEqual([
    'desk.yaml:6 A webhook needs `publicUrl`, an address with https. Add it to desk.yaml, or `exposure`; or leave `updates` out: polling needs no address.',
    'desk.yaml:7 This is no token of a Telegram bot. It looks like 123456789:AbCd…, as @BotFather sent it.',
    'desk.yaml:8 A Telegram bot needs its `token`. Ask @BotFather for one, write `token: ${TELEGRAM_TOKEN}` here and the value into .env.',
    `desk.yaml:9 The token stands in the file. ${hint}`,
    'desk.yaml:10 A channel of kind web has no `token`.',
  ])
})
