/**
 * What an owner may write, one schema for each kind of file, with the description an editor shows for every member.
 * `definitions` reads what fits them. A new member goes here first; then `npm run schemas`.
 *
 * @module
 */
import * as z from 'zod'
import { deskSchema } from './desk-schema.ts'
import { entitySchema } from './entity-schema.ts'
import { intentSchema } from './intent-schema.ts'
import { tableSchema } from './table-schema.ts'

const schemas = {
  desk: { schema: deskSchema, title: 'desk.yaml' },
  intent: { schema: intentSchema, title: 'intents/*.yaml' },
  table: { schema: tableSchema, title: 'tables/*.yaml' },
  entity: { schema: entitySchema, title: 'entities/*.yaml' },
} as const

/** The JSON Schemas that complete a desk's files in an editor: file name → text. `npm run schemas` writes them. */
export function jsonSchemas(): Readonly<Record<string, string>> {
  const pairs = Object.entries(schemas).map(([name, { schema, title }]) => {
    const json = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' })
    return [`${name}.json`, `${JSON.stringify({ title, ...json }, null, 2)}\n`] as const
  })
  return Object.fromEntries(pairs)
}
