import * as z from 'zod'
import type { Path } from './yaml-document.ts'

/** What a schema says about one place: what it is for, and the members it may have. */
export interface SchemaAt {
  /** Empty when the schema says nothing. */
  readonly description: string
  /** Empty when the place takes members of any name, or none. */
  readonly keys: readonly string[]
  /** What the names of its members are, where they are the owner's to choose. */
  readonly keyDescription: string
}

/** Follows `path` into `schema`, through every alternative. */
export function schemaAt(schema: z.ZodType, path: Path): SchemaAt {
  let here: readonly z.ZodType[] = [schema]
  for (const step of path) here = here.flatMap((each) => inner(each, step))
  const bare = here.flatMap(alternatives)
  return {
    description: here.map(descriptionOf).find((text) => text !== '') ?? '',
    keys: [...new Set(bare.flatMap(keysOf))],
    keyDescription: bare.map(keyDescriptionOf).find((text) => text !== '') ?? '',
  }
}

function inner(schema: z.ZodType, step: string | number): readonly z.ZodType[] {
  return alternatives(schema).flatMap((bare) => {
    if (bare instanceof z.ZodObject) return typed([bare.shape[step] ?? bare.def.catchall])
    if (bare instanceof z.ZodRecord) return typed([bare.valueType])
    if (bare instanceof z.ZodArray) return typed([bare.element])
    if (bare instanceof z.ZodTuple) return typed([bare.def.items[Number(step)]])
    return []
  })
}

/** The schema without its wrappers; a union as its members. */
function alternatives(schema: z.ZodType): readonly z.ZodType[] {
  if (schema instanceof z.ZodOptional) return typed([schema.unwrap()]).flatMap(alternatives)
  if (schema instanceof z.ZodDefault) return typed([schema.unwrap()]).flatMap(alternatives)
  if (schema instanceof z.ZodLazy) return typed([schema.unwrap()]).flatMap(alternatives)
  if (schema instanceof z.ZodUnion) return typed(schema.options).flatMap(alternatives)
  return [schema]
}

/** Zod's own types see only the core of a nested schema. */
function typed(schemas: readonly unknown[]): readonly z.ZodType[] {
  return schemas.filter((schema) => schema instanceof z.ZodType)
}

function keysOf(schema: z.ZodType): readonly string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodRecord && schema.keyType instanceof z.ZodEnum)
    return schema.keyType.options.map(String)
  return []
}

function keyDescriptionOf(schema: z.ZodType): string {
  return schema instanceof z.ZodRecord ? typed([schema.keyType]).map(descriptionOf).join('') : ''
}

function descriptionOf(schema: z.ZodType): string {
  const own = schema.description
  if (own !== undefined) return own
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return typed([schema.unwrap()]).map(descriptionOf).join('')
  return ''
}
