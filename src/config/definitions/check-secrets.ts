import { withoutEnvironment } from '../files/environment.ts'
import type { Spot } from '../files/spot.ts'

const hint = 'Write `${NAME}` here and the value into .env, which git ignores.'

/** What of a channel is a secret, and what it is called. */
const channelSecrets: Readonly<Record<string, string>> = {
  token: 'token',
  appSecret: 'app secret',
  verifyToken: 'verify token',
}

/**
 * Reports the passwords and keys that stand in `desk.yaml` itself. `raw` is the file before the environment is filled
 * in. The message never quotes them.
 */
export function checkSecrets(raw: unknown, spot: Spot): void {
  checkExposure(raw, spot)
  for (const [name, source] of members(raw, 'sources'))
    for (const [key, value] of pairs(source))
      if (key === 'url' && holdsPassword(value))
        spot
          .to('sources', name, key)
          .report('secret', 'The address has a password in it.', { hint })
  for (const [name, channel] of members(raw, 'channels')) {
    for (const [key, value] of pairs(channel))
      if (key in channelSecrets && isLiteral(value))
        spot
          .to('channels', name, key)
          .report('secret', `The ${channelSecrets[key]} stands in the file.`, { hint })
    const auth = spot.to('channels', name, 'auth')
    for (const [key, value] of pairs(channel)
      .filter(([each]) => each === 'auth')
      .flatMap(inside)) {
      if (key === 'password' && isLiteral(value))
        auth.to(key).report('secret', 'The password stands in the file.', { hint })
      if (key !== 'headers') continue
      for (const [header, secret] of pairs(value))
        if (isLiteral(secret))
          auth.to(key, header).report('secret', `The value of \`${header}\` stands in the file.`, {
            hint,
          })
    }
  }
}

/** Reports a token or passphrase that stands under `exposure` itself. */
function checkExposure(raw: unknown, spot: Spot): void {
  for (const [key, value] of members(raw, 'exposure'))
    if ((key === 'token' || key === 'passphrase') && isLiteral(value))
      spot.to('exposure', key).report('secret', `The ${key} stands in the file.`, { hint })
}

function holdsPassword(value: unknown): boolean {
  return typeof value === 'string' && /^\w+:\/\/[^/@]*:[^/]+@/.test(withoutEnvironment(value))
}

function isLiteral(value: unknown): boolean {
  // A default after `:-` is plainly not a secret: it lets a demonstration run as it is.
  return typeof value === 'string' ? !value.includes('${') : typeof value === 'number'
}

function members(raw: unknown, key: string): readonly (readonly [string, unknown])[] {
  return pairs(raw)
    .filter(([each]) => each === key)
    .flatMap(inside)
}

function inside([, value]: readonly [string, unknown]): readonly (readonly [string, unknown])[] {
  return pairs(value)
}

function pairs(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}
