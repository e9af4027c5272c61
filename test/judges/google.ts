/**
 * Stands for Google's API of agents: gives tokens to who signs with the key of a service account, and takes a
 * `Fulfillment` as its proto in the npm package `@google-cloud/dialogflow` has it, member by member.
 */
import { createVerify, generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'

const proto = readFileSync(
  new URL(
    '../../node_modules/@google-cloud/dialogflow/build/protos/google/cloud/dialogflow/v2/fulfillment.proto',
    import.meta.url,
  ),
  'utf8',
)

type Members = Record<string, unknown>

/** What an agent has before anybody tells it anything. */
const atFirst = {
  name: 'projects/riverdale/agent/fulfillment',
  displayName: 'My fulfillment',
  enabled: false,
  features: [{ type: 'SMALLTALK' }],
  genericWebService: {
    uri: '',
    username: 'old',
    password: 'old',
    requestHeaders: { 'x-old': '1' },
  },
}

export class FakeGoogle {
  url = ''
  fulfillment: Members = structuredClone(atFirst)
  /** Every call that was taken, as `METHOD path`. */
  readonly calls: string[] = []
  readonly #keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  readonly #tokens = new Set<string>()
  readonly #server = createServer((request, response) => {
    void this.#answer(request).then(([status, body]) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    )
  })

  async start(): Promise<this> {
    this.#server.listen(0, '127.0.0.1')
    await once(this.#server, 'listening')
    const address = this.#server.address()
    if (typeof address === 'object' && address !== null)
      this.url = `http://127.0.0.1:${address.port}`
    return this
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** Writes the file of a service account. */
  writeAccount(file: string, changed: Members = {}): void {
    const account = {
      type: 'service_account',
      project_id: 'riverdale',
      private_key_id: 'k1',
      private_key: this.#keys.privateKey.export({ type: 'pkcs8', format: 'pem' }),
      client_email: 'desk@riverdale.iam.gserviceaccount.com',
      token_uri: `${this.url}/token`,
    }
    writeFileSync(file, JSON.stringify({ ...account, ...changed }))
  }

  async #answer(request: IncomingMessage): Promise<readonly [number, unknown]> {
    let body = ''
    for await (const chunk of request) body += String(chunk)
    const { pathname, searchParams } = new URL(request.url ?? '', this.url)
    if (pathname === '/token') return this.#token(new URLSearchParams(body))
    const token = /^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (!this.#tokens.has(token)) return [401, { error: { status: 'UNAUTHENTICATED' } }]
    if (pathname !== `/v2/${String(this.fulfillment['name'])}`)
      return [404, { error: { status: 'NOT_FOUND' } }]
    this.calls.push(`${request.method} ${pathname}`)
    if (request.method === 'GET') return [200, this.fulfillment]
    return this.#patch(JSON.parse(body) as Members, searchParams.get('updateMask') ?? '')
  }

  #token(form: URLSearchParams): readonly [number, unknown] {
    const [header = '', claims = '', signature = ''] = (form.get('assertion') ?? '').split('.')
    const isSigned = createVerify('RSA-SHA256')
      .update(`${header}.${claims}`)
      .verify(this.#keys.publicKey, signature, 'base64url')
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>
    const now = Date.now() / 1_000
    const isInTime = Number(said['iat']) <= now + 60 && Number(said['exp']) > now
    const isMeant =
      said['aud'] === `${this.url}/token` && String(said['scope']).includes('dialogflow')
    const isAsked = form.get('grant_type') === 'urn:ietf:params:oauth:grant-type:jwt-bearer'
    if (!isSigned || !isInTime || !isMeant || !isAsked) return [400, { error: 'invalid_grant' }]
    const token = `token-${this.#tokens.size}`
    this.#tokens.add(token)
    return [200, { access_token: token, expires_in: 3_599, token_type: 'Bearer' }]
  }

  #patch(given: Members, mask: string): readonly [number, unknown] {
    const wrong = [
      ...unknownIn('Fulfillment', given),
      ...unknownIn('GenericWebService', given['genericWebService']),
    ]
    if (wrong.length > 0 || mask === '')
      return [400, { error: { status: 'INVALID_ARGUMENT', message: wrong.join() } }]
    for (const path of mask.split(',')) copy(path.split('.'), given, this.fulfillment)
    return [200, this.fulfillment]
  }
}

/** Members that the proto does not have. */
function unknownIn(message: string, given: unknown): readonly string[] {
  const plain = proto.replaceAll(/\/\/.*$/gm, '')
  const body = String.raw`^( *)message ${message} \{\n([^]*?)\n\1\}`
  const text = new RegExp(body, 'm').exec(plain)?.[2] ?? ''
  const known = [...text.matchAll(/(\w+) = \d+/g)].map(([, name = '']) =>
    name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
  )
  return Object.keys((given ?? {}) as Members).filter((name) => !known.includes(name))
}

function copy([name = '', ...rest]: readonly string[], from: Members, to: Members): void {
  if (rest.length === 0) to[name] = from[name]
  else copy(rest, (from[name] ?? {}) as Members, (to[name] ??= {}) as Members)
}
