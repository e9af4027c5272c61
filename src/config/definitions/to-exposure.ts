import type { ExposureSettings } from '../../model/index.ts'
import { privateFile } from '../files/own-files.ts'
import type { Spot } from '../files/spot.ts'
import type { DeskInput } from '../schemas/desk-schema.ts'

type Input = Partial<Exclude<NonNullable<DeskInput['exposure']>, string>>
type Kind = ExposureSettings['kind']
type Member = keyof Input

/** What each kind has to say, and what it may; the rest belongs to others. */
const members: Readonly<Record<Kind, { must: readonly Member[]; may: readonly Member[] }>> = {
  static: { must: [], may: [] },
  ssh: { must: ['host', 'user', 'key', 'hostKey'], may: ['port', 'passphrase', 'remotePort'] },
  cloudflared: { must: [], may: ['program', 'token', 'localPort'] },
  ngrok: { must: ['token'], may: [] },
}

/** How a missing member is come by. */
const hints: Readonly<Partial<Record<Member, string>>> = {
  key: 'Make one with `ssh-keygen -t ed25519`, and name the file of its private half.',
  hostKey: 'Take the SHA256:… that `ssh-keyscan <host> | ssh-keygen -lf -` shows.',
  token: 'Write `token: ${NGROK_AUTHTOKEN}` here and the value into .env.',
}

/** How the world reaches the desk; null where nothing is declared, or too little is sound. */
export function toExposure(
  { exposure, publicUrl }: DeskInput,
  desk: Spot,
  folder: string,
): ExposureSettings | null {
  const url = publicUrl?.replace(/\/$/, '') ?? null
  if (exposure === undefined) return null
  const spot = desk.to('exposure')
  const kind = typeof exposure === 'string' ? exposure : exposure.kind
  if (kind === 'none') return null
  const input: Input = typeof exposure === 'string' ? {} : exposure
  checkMembers(kind, input, spot)
  switch (kind) {
    case 'static':
      return url === null ? needsUrl(kind, spot) : { kind, url }
    case 'ssh':
      return url === null ? needsUrl(kind, spot) : toSsh(input, url, { spot, folder })
    case 'cloudflared':
      return toCloudflared(input, url, { spot, folder })
    case 'ngrok':
      return { kind, token: input.token ?? '', domain: hostOf(url) }
    default:
      return kind satisfies never
  }
}

function hostOf(url: string | null): string | null {
  return url !== null && URL.canParse(url) ? new URL(url).host : null
}

interface Where {
  readonly spot: Spot
  readonly folder: string
}

function toSsh(input: Input, url: string, { spot, folder }: Where): ExposureSettings {
  const { host = '', user = '', hostKey = '', key, passphrase = null } = input
  const { port = 22, remotePort = 8300 } = input
  return {
    kind: 'ssh',
    url,
    host,
    port,
    user,
    key: key === undefined ? '' : privateFile(key, spot.to('key'), folder),
    passphrase,
    hostKey,
    remotePort,
  }
}

function toCloudflared(
  { program = 'cloudflared', token, localPort = 8301 }: Input,
  url: string | null,
  { spot, folder }: Where,
): ExposureSettings | null {
  const isName = !/[\\/]/.test(program)
  const settings = {
    kind: 'cloudflared',
    program: isName ? program : privateFile(program, spot.to('program'), folder),
  } as const
  if (token === undefined) return { ...settings, tunnel: null }
  if (url === null) return needsUrl('cloudflared', spot)
  return { ...settings, tunnel: { url, token, localPort } }
}

function needsUrl(kind: Kind, spot: Spot): null {
  spot.report('missing', `An exposure of kind ${kind} needs \`publicUrl\`.`, {
    hint: 'Write the address the world knows beside it, such as https://desk.example.edu.',
    part: 'key',
  })
  return null
}

function checkMembers(kind: Kind, input: Input, spot: Spot): void {
  const { must, may } = members[kind]
  const own: readonly string[] = ['kind', ...must, ...may]
  for (const member of spot.written)
    if (!own.includes(member))
      spot
        .to(member)
        .report('unknown-key', `An exposure of kind ${kind} has no \`${member}\`.`, { part: 'key' })
  for (const member of must)
    if (input[member] === undefined)
      spot.report('missing', `An exposure of kind ${kind} needs its \`${member}\`.`, {
        hint: hints[member] ?? '',
        part: 'key',
      })
}
