import { parseEnv } from 'node:util'
import { closest } from '../../util/closest.ts'
import { own } from '../../util/own.ts'
import type { Spot } from './spot.ts'

/** Variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>

/** The variables of `.env` under those of the process, which win. */
export function withEnvFile(env: Environment, envFile: string): Environment {
  return { ...parseEnv(envFile), ...env }
}

const reference = /\$\{([A-Za-z_][A-Za-z0-9_]*)(:-([^}]*))?\}/g

/**
 * The value with every `${NAME}` and `${NAME:-default}` in its strings replaced. An unknown name is reported and left
 * as it stands. An empty variable counts as unset, as in a shell.
 */
export function fillIn(value: unknown, env: Environment, spot: Spot): unknown {
  if (typeof value === 'string') return fillInText(value, env, spot)
  if (Array.isArray(value)) return value.map((item, i) => fillIn(item, env, spot.to(i)))
  if (typeof value !== 'object' || value === null) return value
  const pairs = Object.entries(value).map(([key, item]) => [key, fillIn(item, env, spot.to(key))])
  return Object.fromEntries(pairs)
}

function fillInText(text: string, env: Environment, spot: Spot): string {
  return text.replaceAll(
    reference,
    (all, name: string, fallback?: string, otherwise: string = '') => {
      const value = own(env, name)
      if (value !== undefined && value !== '') return value
      if (fallback !== undefined) return otherwise
      reportUnknown(name, env, spot)
      return all
    },
  )
}

function reportUnknown(name: string, env: Environment, spot: Spot): void {
  if (Object.hasOwn(env, name)) {
    spot.report('environment', `\`\${${name}}\` is set to nothing.`, {
      hint: 'Give it a value in the environment or in .env.',
    })
    return
  }
  const meant = closest(name, Object.keys(env))
  const hint =
    meant === null
      ? `Set it in the environment or in .env, or give a default: \${${name}:-…}.`
      : `Did you mean \`${meant}\`?`
  spot.report('environment', `\`\${${name}}\` is not set.`, { hint })
}

/** Whether a text still holds a `${NAME}` that nothing was known for. */
export function isUnfilled(text: string): boolean {
  return text.search(reference) !== -1
}

/** The text as it reads without any environment: defaults in place, names left out. */
export function withoutEnvironment(text: string): string {
  return text.replaceAll(reference, (_all, _name, _fallback, otherwise: string = '') => otherwise)
}
