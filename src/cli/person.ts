import type { Take } from '../desk.ts'
import { asFrontdeskError, FrontdeskError } from '../errors.ts'
import type { DeskDefinition, Person } from '../model/index.ts'
import type { OpenedDesk } from '../open.ts'

/**
 * What `--as` says, for the desk to take: the person, called as their row calls them; nothing where it is left out.
 * Rejects with `cli/usage` for somebody the desk does not know; where that cannot be looked up, they are believed.
 */
export async function takeAs(text: string | undefined, opened: OpenedDesk): Promise<Take> {
  if (text === undefined) return {}
  const person = parsePerson(text, opened.definition)
  try {
    return { as: await opened.named(person) }
  } catch (thrown) {
    const { code, message, hint } = asFrontdeskError(thrown)
    if (code === 'identity/unknown-person') throw new FrontdeskError('cli/usage', message, { hint })
    return { as: person }
  }
}

/**
 * Reads `student:RC1042`, `student RC1042` or, where the desk has one identity, `RC1042`. Throws `cli/usage` for an
 * identity the desk does not have.
 */
function parsePerson(text: string, definition: DeskDefinition): Person {
  const names = definition.identities.map((identity) => identity.name)
  const [, first = '', rest = ''] = /^([^:\s]+)[:\s]*(.*)$/.exec(text.trim()) ?? []
  if (names.includes(first) && rest !== '') return { identity: first, key: rest.trim() }
  const only = names.length === 1 ? names[0] : undefined
  if (only !== undefined && rest === '') return { identity: only, key: first }
  const known =
    names.length === 0 ? 'This desk has no identities.' : `This desk knows: ${names.join(', ')}.`
  throw new FrontdeskError('cli/usage', `${JSON.stringify(text)} names no person.`, {
    hint: `Write identity:key, such as student:RC1042. ${known}`,
  })
}
