/**
 * What one would write instead: grammY's webhook handler for each bot, which looks the answer up and sends it within
 * the call. Nothing is kept: what it was asked when it dies is gone.
 */
import { createServer } from 'node:http'
import { Bot, webhookCallback } from 'grammy'
import { sqlite } from '../../test/sqlite.mjs'
import { tokenOf } from './platform.mjs'

const [, , port, file = '', apiRoot = '', bots] = process.argv
const { DatabaseSync } = sqlite()
const db = new DatabaseSync(file, { readOnly: true })
// Both together: the database is closed as soon as nothing refers to it, statements or not.
const office = {
  db,
  find: db.prepare('SELECT name, cabin, phone FROM faculty WHERE name = ? LIMIT 5'),
}

const handlers = Array.from({ length: Number(bots) }, (_, i) => {
  const bot = new Bot(tokenOf(i), { client: { apiRoot } })
  bot.on('message:text', async (ctx) => {
    const [, name = ''] = /^where is the cabin of (.+)$/.exec(ctx.message.text) ?? []
    const lines = office.find
      .all(name)
      .map(
        (row) =>
          `${String(row['name'])} sits in ${String(row['cabin'])}, phone ${String(row['phone'])}.`,
      )
    await ctx.reply(lines.join('\n'))
  })
  return webhookCallback(bot, 'http')
})

createServer((request, response) => {
  const bot = Number((request.url ?? '').split('/bot-')[1])
  const handle = handlers[bot]
  if (handle === undefined) response.writeHead(200).end()
  else handle(request, response).catch(() => response.writeHead(500).end())
}).listen(Number(port), '127.0.0.1')
