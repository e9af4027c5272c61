import type { EntityDefinition } from '../../../../model/index.ts'
import { idOf } from './ids.ts'

/** The entities every desk has, as Dialogflow calls them. */
const system: Readonly<Record<string, string>> = {
  number: '@sys.number',
  date: '@sys.date',
  time: '@sys.time',
  money: '@sys.unit-currency',
  duration: '@sys.duration',
  email: '@sys.email',
  url: '@sys.url',
  phone: '@sys.phone-number',
  'person-name': '@sys.person',
  'yes-no': '@sys.any',
  text: '@sys.any',
}

/** What Dialogflow calls an entity of a desk. */
export function dialogflowName(entity: string): string {
  return (Object.hasOwn(system, entity) ? system[entity] : undefined) ?? `@${entity}`
}

/** An entity, without its values. */
export function entityJson(entity: EntityDefinition): object {
  return {
    id: idOf('entity', entity.name),
    name: entity.name,
    isOverridable: true,
    isEnum: false,
    isRegexp: entity.kind === 'pattern',
    automatedExpansion: entity.kind !== 'pattern' && entity.open === true,
    allowFuzzyExtraction: entity.kind !== 'pattern' && entity.typos,
  }
}

/** Its values; those of a column are live, and only the synonyms written for them are known here. */
export function entriesJson(entity: EntityDefinition): readonly object[] {
  if (entity.kind === 'pattern') return [{ value: entity.pattern, synonyms: [entity.pattern] }]
  const values = entity.kind === 'list' ? entity.values : entity.synonyms
  return values.map(({ value, synonyms }) => ({
    value,
    synonyms: [value, ...synonyms.filter((one) => one !== value)],
  }))
}
