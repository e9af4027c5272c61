import {
  type Action,
  type Block,
  type BlockTemplate,
  type Card,
  type Choice,
  type MapTemplate,
  oneOf,
  type PlaceOnMap,
  type TableColumn,
  variantsIn,
  type Wording,
} from '../model/index.ts'
import { isSafeLink, parseMarkup } from './markup.ts'
import type { Scope, Templates } from './template.ts'

/** What turning a template into blocks needs besides the template. */
export interface Writing {
  readonly templates: Templates
  /** The language to write in, and those to fall back to. */
  readonly languages: readonly string[]
  /** 0 inclusive to 1 exclusive: picks among variants. */
  readonly random: number
  readonly scope: Scope
}

type TemplateOf<Kind extends BlockTemplate['kind']> = Extract<BlockTemplate, { kind: Kind }>

/** The blocks of a reply, those whose condition does not hold and those that come out empty left out. */
export function writeBlocks(
  templates: readonly BlockTemplate[],
  writing: Writing,
): readonly Block[] {
  return templates.flatMap((template) => writeIfWanted(template, writing))
}

function writeIfWanted(template: BlockTemplate, writing: Writing): readonly Block[] {
  if (template.when !== null && !writing.templates.holds(template.when, writing.scope)) return []
  return writeBlock(template, writing)
}

function writeBlock(template: BlockTemplate, writing: Writing): readonly Block[] {
  switch (template.kind) {
    case 'text':
      return textBlocks(writeMarked(template.text, writing))
    case 'image':
      return writeImage(template, writing)
    case 'document':
      return writeDocument(template, writing)
    case 'location':
      return writeLocations(template, writing)
    case 'choices':
      return writeChoices(template, writing)
    case 'cards':
      return writeCards(template, writing)
    case 'table':
      return writeTable(template, writing)
    default:
      return template satisfies never
  }
}

/** A wording in the reply's language, rendered with its markup still in it. */
export function writeMarked(wording: Wording, writing: Writing): string {
  return writing.templates.marked(sentenceIn(wording, writing), writing.scope)
}

/** A text block, or none for an empty text. */
export function textBlocks(marked: string): readonly Block[] {
  return marked === '' ? [] : [{ kind: 'text', spans: parseMarkup(marked) }]
}

function sentenceIn(wording: Wording, writing: Writing): string {
  const [language = 'en', ...fallbacks] = writing.languages
  return oneOf(variantsIn(wording, language, fallbacks), writing.random)
}

/** A plain string: of a wording in the reply's language, or of a template without languages. */
function writePlain(text: Wording | string, writing: Writing): string {
  const template = typeof text === 'string' ? text : sentenceIn(text, writing)
  return writing.templates.plain(template, writing.scope)
}

function writeImage(template: TemplateOf<'image'>, writing: Writing): readonly Block[] {
  const url = writePlain(template.url, writing)
  return isSafeLink(url) ? [{ kind: 'image', url, alt: writePlain(template.alt, writing) }] : []
}

function writeDocument(template: TemplateOf<'document'>, writing: Writing): readonly Block[] {
  const url = writePlain(template.url, writing)
  return isSafeLink(url)
    ? [{ kind: 'document', url, name: writePlain(template.name, writing) }]
    : []
}

function writeLocations(template: TemplateOf<'location'>, writing: Writing): readonly Block[] {
  const places = forEachRow(template.each, writing, (row) => ({
    name: writePlain(template.name, row),
    address: writePlain(template.address, row),
    latitude: Number(writePlain(template.latitude, row)),
    longitude: Number(writePlain(template.longitude, row)),
    ...(template.map === null ? {} : { map: writeMap(template.map, row) }),
  }))
  return places
    .filter((place) => Number.isFinite(place.latitude) && Number.isFinite(place.longitude))
    .map((location) => ({ kind: 'location', location }))
}

function writeMap(template: MapTemplate, writing: Writing): PlaceOnMap {
  const route = writePlain(template.route, writing)
  return {
    image: template.image,
    alt: writePlain(template.alt, writing),
    width: template.width,
    height: template.height,
    x: Number(writePlain(template.x, writing)),
    y: Number(writePlain(template.y, writing)),
    route: pointsOf(route),
  }
}

/** `12,40 18,44` as points. */
function pointsOf(route: string): readonly (readonly [number, number])[] {
  const points = route.split(/\s+/).map((pair) => pair.split(',').map(Number))
  return points.flatMap(([x, y]) => (isNumber(x) && isNumber(y) ? [[x, y] as const] : []))
}

function isNumber(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value)
}

function writeChoices(template: TemplateOf<'choices'>, writing: Writing): readonly Block[] {
  const rows = template.each === null ? [choiceOf(template, writing)] : undefined
  const written = rows ?? forEachRow(template.each ?? '', writing, (row) => choiceOf(template, row))
  const options = written.filter((option) => option.label !== '')
  return options.length === 0 ? [] : [{ kind: 'choices', options }]
}

function choiceOf(template: TemplateOf<'choices'>, writing: Writing): Choice {
  const label = writePlain(template.label, writing)
  const url = writePlain(template.url, writing)
  const say = writePlain(template.say, writing)
  // The id is given when the whole reply is there: see `numberChoices`.
  if (isSafeLink(url)) return { id: '', label, means: { kind: 'url', url } }
  return { id: '', label, means: { kind: 'say', text: say === '' ? label : say } }
}

function writeCards(template: TemplateOf<'cards'>, writing: Writing): readonly Block[] {
  const cards = forEachRow(template.each, writing, (row) => cardOf(template, row))
  return cards.length === 0 ? [] : [{ kind: 'cards', cards }]
}

function cardOf(template: TemplateOf<'cards'>, writing: Writing): Card {
  const image = writePlain(template.image, writing)
  const facts = template.facts.map((fact) => ({
    label: writePlain(fact.label, writing),
    value: writePlain(fact.value, writing),
  }))
  const actions = template.actions.map((action) => ({
    label: writePlain(action.label, writing),
    url: writePlain(action.url, writing).replace(/^tel:.*/i, dialable),
  }))
  return {
    title: writePlain(template.title, writing),
    subtitle: writePlain(template.subtitle, writing),
    facts: facts.filter((fact) => fact.value !== ''),
    ...(isSafeLink(image) ? { image } : {}),
    actions: actions.filter(isUsable),
  }
}

/** `tel:` takes digits and a leading plus; people write spaces and brackets. */
function dialable(url: string): string {
  return `tel:${url.slice('tel:'.length).replaceAll(/[^\d+;=a-z*#]/gi, '')}`
}

function isUsable(action: Action): boolean {
  return isSafeLink(action.url) && !/^(mailto|tel):$/i.test(action.url)
}

function writeTable(template: TemplateOf<'table'>, writing: Writing): readonly Block[] {
  const rows = forEachRow(template.each, writing, (row) =>
    template.columns.map((column) => writePlain(column.value, row)),
  )
  if (rows.length === 0) return []
  const columns = template.columns.map((column, i): TableColumn => ({
    label: writePlain(column.label, writing),
    align: rows.every((row) => isFigure(row[i] ?? '')) ? 'end' : column.align,
  }))
  const caption = writePlain(template.caption, writing)
  return [{ kind: 'table', caption, columns, rows }]
}

/** A number, a percentage or an amount of money; an empty cell does not speak against it. */
function isFigure(cell: string): boolean {
  return /^[\p{Sc}\s]*[-+]?[\d.,\s]*%?$/u.test(cell)
}

/** Runs `write` for every row that `each` names, the row in scope as `row`. */
function forEachRow<T>(
  each: string,
  writing: Writing,
  write: (writing: Writing) => T,
): readonly T[] {
  const rows = writing.scope[each]
  if (!Array.isArray(rows)) return []
  return rows.map((row: unknown) => write({ ...writing, scope: { ...writing.scope, row } }))
}
