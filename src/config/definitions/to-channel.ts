import type { ChannelAuth, ChannelSettings } from '../../model/index.ts'
import { channelKinds } from '../../model/index.ts'
import type { DeskInput } from '../schemas/desk-schema.ts'
import type { Spot } from '../files/spot.ts'

type ChannelInput = DeskInput['channels'][string]

/** Reads how a channel is set up; null when its kind cannot be told. */
export function toChannel(name: string, input: ChannelInput, spot: Spot): ChannelSettings | null {
  const written = input.kind ?? name
  const kind = channelKinds.find((each) => each === written)
  if (kind === undefined) {
    spot.expects('kind of channel', written, channelKinds, { part: 'key' })
    return null
  }
  return { name, kind, auth: input.auth === undefined ? null : toAuth(input.auth, spot.to('auth')) }
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
