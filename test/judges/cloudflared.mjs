#!/usr/bin/env node
/**
 * Stands for the program `cloudflared`: takes the same arguments, and says what it says in its log
 * (https://github.com/cloudflare/cloudflared, issues 946 and 1173 quote whole ones). Its names lead here where `cloudflare-names.mjs` is loaded.
 *
 * Called `…-refused.mjs` it ends as one does that cannot reach Cloudflare, called `…-silent.mjs` it never connects.
 */
const [command, ...args] = process.argv.slice(2)
const play = /-(\w+)\.mjs$/.exec(process.argv[1] ?? '')?.[1] ?? ''
const say = (/** @type {string} */ words, level = 'INF') =>
  process.stderr.write(`${new Date().toISOString().slice(0, 19)}Z ${level} ${words}\n`)

if (command !== 'tunnel' || !args.includes('--no-autoupdate')) {
  process.stderr.write('Incorrect Usage.\n')
  process.exit(1)
}
const url = args[args.indexOf('--url') + 1]
if (args.includes('run')) runNamed()
else if (args.includes('--url') && url !== undefined) runQuick()
else process.exit(1)

process.on('SIGTERM', () => {
  say('Initiating graceful shutdown due to signal terminated ...')
  process.exit(0)
})

function runNamed() {
  const { env } = process
  if (env['TUNNEL_TOKEN'] !== 'a-token') {
    process.stderr.write('Provided Tunnel token is not valid.\n')
    process.exit(255)
  }
  say('Starting tunnel tunnelID=7f3e4a61')
  connect()
}

function runQuick() {
  say('Thank you for trying Cloudflare Tunnel. …')
  say('Requesting new quick Tunnel on trycloudflare.com...')
  if (play === 'refused') {
    process.stderr.write(
      'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: lookup api.trycloudflare.com: no such host\n',
    )
    process.exit(1)
  }
  const name = `buffalo-marco-${process.pid}-${new URL(url ?? '').port}`
  const line = '-'.repeat(92)
  say(`+${line}+`)
  say(
    '|  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |',
  )
  say(`|  https://${name}.trycloudflare.com${' '.repeat(60 - name.length)}|`)
  say(`+${line}+`)
  say('Initial protocol quic')
  if (play === 'silent')
    setInterval(() => say('Retrying connection in up to 4s connIndex=0', 'WRN'), 500)
  else connect()
}

function connect() {
  setTimeout(() => {
    say(
      'Registered tunnel connection connIndex=0 connection=830bf962-7674-4e02-b648-65177c832c67 event=0 ip=198.41.192.167 location=lax08 protocol=quic',
    )
    setInterval(() => {}, 60_000)
  }, 50)
}
