import { expect, test } from 'vitest'
import { problemsOf, readTemporary, smallest } from '../../test/temporary-desk.ts'

const hostKey = `SHA256:${'a'.repeat(43)}`
const url = 'publicUrl: https://desk.example.edu\n'

/** How a desk with these lines is exposed. */
async function exposureOf(yaml: string, env: Readonly<Record<string, string>> = {}) {
  const files = await readTemporary({ 'desk.yaml': smallest + yaml, 'key.pem': 'x' }, env)
  if (files.kind === 'problems') throw new Error(files.problems.map((one) => one.message).join())
  expect(files.problems).toEqual([])
  return files.desk.exposure
}

test('each way is read with what it leaves out', async () => {
  expect(await exposureOf('exposure: none\n')).toBeNull()
  expect(await exposureOf(`${url}exposure: static\n`)).toEqual({
    kind: 'static',
    url: 'https://desk.example.edu',
  })
  expect(await exposureOf('exposure: cloudflared\n')).toEqual({
    kind: 'cloudflared',
    program: 'cloudflared',
    tunnel: null,
  })
  const named = 'exposure: { kind: cloudflared, token: "${TOKEN}", localPort: 9000 }\n'
  expect(await exposureOf(url + named, { TOKEN: 't' })).toEqual({
    kind: 'cloudflared',
    program: 'cloudflared',
    tunnel: { url: 'https://desk.example.edu', token: 't', localPort: 9000 },
  })
  expect(
    await exposureOf(`${url}exposure: { kind: ngrok, token: "\${TOKEN}" }\n`, { TOKEN: 't' }),
  ).toEqual({ kind: 'ngrok', token: 't', domain: 'desk.example.edu' })
  const ssh = `exposure: { kind: ssh, host: vps.example, user: desk, key: key.pem, hostKey: "${hostKey}" }\n`
  expect(await exposureOf(url + ssh)).toMatchObject({
    kind: 'ssh',
    host: 'vps.example',
    port: 22,
    key: expect.stringMatching(/^\/.*\/key\.pem$/),
    passphrase: null,
    remotePort: 8300,
  })
})

test('an address and a platform that is told of it are exposure enough', async () => {
  const env = { TOKEN: '12:abc' }
  const telegram = (updates: string) =>
    `channels: { telegram: { token: "\${TOKEN}", updates: ${updates} } }\n`
  expect(await exposureOf(url, env)).toBeNull()
  expect(await exposureOf(url + telegram('polling'), env)).toBeNull()
  expect(await exposureOf(url + telegram('webhook'), env)).toMatchObject({ kind: 'static' })
  expect(await exposureOf(`${url}exposure: none\n${telegram('webhook')}`, env)).toBeNull()
})

test('what is missing, strange or secret is told with what to do', async () => {
  const problems = (yaml: string) => problemsOf({ 'desk.yaml': smallest + yaml }, { T: 't' })
  expect(await problems('exposure: ssh\n')).toEqual([
    expect.stringContaining('needs its `host`'),
    expect.stringContaining('needs its `user`'),
    expect.stringContaining('needs its `key`. Make one with `ssh-keygen'),
    expect.stringContaining('needs its `hostKey`. Take the SHA256:… that `ssh-keyscan'),
    expect.stringContaining('An exposure of kind ssh needs `publicUrl`.'),
  ])
  expect(await problems('exposure: { kind: ngrok, token: hunter2, host: x }\n')).toEqual([
    expect.stringContaining('The token stands in the file.'),
    expect.stringContaining('An exposure of kind ngrok has no `host`.'),
  ])
  expect(await problems('exposure: { kind: cloudflared, token: "${T}" }\n')).toEqual([
    expect.stringContaining('needs `publicUrl`'),
  ])
  const ssh = `exposure: { kind: ssh, host: h, user: u, key: nowhere.pem, hostKey: "${hostKey}" }\n`
  expect(await problems(url + ssh)).toEqual([
    expect.stringContaining('There is no file `nowhere.pem`'),
  ])
})

test('a misspelt way is told with what there is', async () => {
  const [told] = await problemsOf({ 'desk.yaml': `${smallest}exposure: cloudflare\n` })
  expect(told).toContain('cloudflared')
})
