import type { AgentSettings, ChannelAuth, ChannelKind, ChannelSettings } from '../../model/index.ts'
import { channelKinds } from '../../model/index.ts'
import { privateFile } from '../files/own-files.ts'
import type { ChannelInput } from '../schemas/desk-schema.ts'
import type { Spot } from '../files/spot.ts'
import type { DeskAddress } from './desk-address.ts'
import { toOrigins } from './to-origins.ts'
import { toTelegram } from './to-telegram.ts'
import { toWhatsApp } from './to-whatsapp.ts'

/** What belongs to some kinds of channel only. */
const membersOf: Readonly<Record<ChannelKind, readonly (keyof ChannelInput)[]>> = {
  web: ['origins'],
  'dialogflow-es': ['auth', 'agent'],
  telegram: ['token', 'updates', 'api'],
  whatsapp: ['number', 'token', 'appSecret', 'verifyToken', 'template', 'api'],
}

/** Reads how a channel is set up; null when its kind cannot be told, or it lacks what it cannot do without. */
export function toChannel(
  name: string,
  input: ChannelInput,
  spot: Spot,
  address: DeskAddress,
): ChannelSettings | null {
  const written = input.kind ?? name
  const kind = channelKinds.find((each) => each === written)
  if (kind === undefined) {
    spot.expects('kind of channel', written, channelKinds, { part: 'key' })
    return null
  }
  checkMembers(kind, input, spot)
  if (kind === 'telegram') return toTelegram(name, input, spot, address)
  if (kind === 'web') return { name, kind, origins: toOrigins(input.origins, spot.to('origins')) }
  if (kind === 'whatsapp') return toWhatsApp(name, input, spot)
  const auth = input.auth === undefined ? null : toAuth(input.auth, spot.to('auth'))
  return { name, kind, auth, agent: toAgent(input.agent, spot.to('agent'), address.folder) }
}

/** Whether the platform of a channel is told where the desk is. */
export function isTold(settings: ChannelSettings): boolean {
  if (settings.kind === 'telegram') return settings.updates === 'webhook'
  return settings.kind === 'dialogflow-es' && settings.agent !== null
}

function checkMembers(kind: ChannelKind, input: ChannelInput, spot: Spot): void {
  const strange = new Set(Object.values(membersOf).flat())
  for (const member of membersOf[kind]) strange.delete(member)
  for (const member of strange)
    if (input[member] !== undefined)
      spot
        .to(member)
        .report('unknown-key', `A channel of kind ${kind} has no \`${member}\`.`, { part: 'key' })
}

function toAgent(input: ChannelInput['agent'], spot: Spot, folder: string): AgentSettings | null {
  if (input === undefined) return null
  const { credentials, location, api } = input
  const region = location === 'global' ? '' : `${location}-`
  return {
    credentials: privateFile(credentials, spot.to('credentials'), folder),
    location,
    api: api?.replace(/\/$/, '') ?? `https://${region}dialogflow.googleapis.com`,
  }
}

function toAuth(input: NonNullable<ChannelInput['auth']>, spot: Spot): ChannelAuth | null {
  const { username, password, headers = {} } = input
  if ((username === undefined) !== (password === undefined))
    spot.report('missing', '`username` and `password` go together.', {
      part: 'key',
      hint: `Add \`${username === undefined ? 'username' : 'password'}\`.`,
    })
  if (username === undefined && password === undefined && Object.keys(headers).length === 0) {
    spot.report('missing', '`auth` asks for nothing.', {
      part: 'key',
      hint: 'Add `username` and `password`, or `headers`.',
    })
    return null
  }
  const lowered = Object.entries(headers).map(
    ([name, value]) => [name.toLowerCase(), value] as const,
  )
  return {
    basic: username === undefined || password === undefined ? null : { username, password },
    headers: Object.fromEntries(lowered),
  }
}
