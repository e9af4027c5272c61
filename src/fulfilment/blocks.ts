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
export async function writeBlocks(
  templates: readonly BlockTemplate[],
  writing: Writing,
): Promise<readonly Block[]> {
  const written = await Promise.all(templates.map((template) => writeIfWanted(template, writing)))
  return written.flat()
}

async function writeIfWanted(template: BlockTemplate, writing: Writing): Promise<readonly Block[]> {
  if (template.when !== null && !(await writing.templates.holds(template.when, writing.scope)))
    return []
  return writeBlock(template, writing)
}

async function writeBlock(template: BlockTemplate, writing: Writing): Promise<readonly Block[]> {
  switch (template.kind) {
    case 'text':
      return textBlocks(await writeMarked(template.text, writing))
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
export function writeMarked(wording: Wording, writing: Writing): Promise<string> {
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
function writePlain(text: Wording | string, writing: Writing): Promise<string> {
  const template = typeof text === 'string' ? text : sentenceIn(text, writing)
  return writing.templates.plain(template, writing.scope)
}

async function writeImage(
  template: TemplateOf<'image'>,
  writing: Writing,
): Promise<readonly Block[]> {
  const url = await writePlain(template.url, writing)
  return isSafeLink(url)
    ? [{ kind: 'image', url, alt: await writePlain(template.alt, writing) }]
    : []
}

async function writeDocument(
  template: TemplateOf<'document'>,
  writing: Writing,
): Promise<readonly Block[]> {
  const url = await writePlain(template.url, writing)
  return isSafeLink(url)
    ? [{ kind: 'document', url, name: await writePlain(template.name, writing) }]
    : []
}

async function writeLocations(
  template: TemplateOf<'location'>,
  writing: Writing,
): Promise<readonly Block[]> {
  const places = await forEachRow(template.each, writing, async (row) => ({
    name: await writePlain(template.name, row),
    address: await writePlain(template.address, row),
    latitude: Number(await writePlain(template.latitude, row)),
    longitude: Number(await writePlain(template.longitude, row)),
    ...(template.map === null ? {} : { map: await writeMap(template.map, row) }),
  }))
  return places
    .filter((place) => Number.isFinite(place.latitude) && Number.isFinite(place.longitude))
    .map((location) => ({ kind: 'location', location }))
}

async function writeMap(template: MapTemplate, writing: Writing): Promise<PlaceOnMap> {
  const route = await writePlain(template.route, writing)
  return {
    image: template.image,
    alt: await writePlain(template.alt, writing),
    width: template.width,
    height: template.height,
    x: Number(await writePlain(template.x, writing)),
    y: Number(await writePlain(template.y, writing)),
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

async function writeChoices(
  template: TemplateOf<'choices'>,
  writing: Writing,
): Promise<readonly Block[]> {
  const rows = template.each === null ? [await choiceOf(template, writing)] : undefined
  const written =
    rows ?? (await forEachRow(template.each ?? '', writing, (row) => choiceOf(template, row)))
  const options = written.filter((option) => option.label !== '')
  return options.length === 0 ? [] : [{ kind: 'choices', options }]
}

async function choiceOf(template: TemplateOf<'choices'>, writing: Writing): Promise<Choice> {
  const label = await writePlain(template.label, writing)
  const url = await writePlain(template.url, writing)
  const say = await writePlain(template.say, writing)
  // The id is given when the whole reply is there: see `numberChoices`.
  if (isSafeLink(url)) return { id: '', label, means: { kind: 'url', url } }
  return { id: '', label, means: { kind: 'say', text: say === '' ? label : say } }
}

async function writeCards(
  template: TemplateOf<'cards'>,
  writing: Writing,
): Promise<readonly Block[]> {
  const cards = await forEachRow(template.each, writing, (row) => cardOf(template, row))
  return cards.length === 0 ? [] : [{ kind: 'cards', cards }]
}

async function cardOf(template: TemplateOf<'cards'>, writing: Writing): Promise<Card> {
  const image = await writePlain(template.image, writing)
  const facts = template.facts.map(async (fact) => ({
    label: await writePlain(fact.label, writing),
    value: await writePlain(fact.value, writing),
  }))
  const actions = template.actions.map(async (action) => ({
    label: await writePlain(action.label, writing),
    url: (await writePlain(action.url, writing)).replace(/^tel:.*/i, dialable),
  }))
  return {
    title: await writePlain(template.title, writing),
    subtitle: await writePlain(template.subtitle, writing),
    facts: (await Promise.all(facts)).filter((fact) => fact.value !== ''),
    ...(isSafeLink(image) ? { image } : {}),
    actions: (await Promise.all(actions)).filter(isUsable),
  }
}

/** `tel:` takes digits and a leading plus; people write spaces and brackets. */
function dialable(url: string): string {
  return `tel:${url.slice('tel:'.length).replaceAll(/[^\d+;=a-z*#]/gi, '')}`
}

function isUsable(action: Action): boolean {
  return isSafeLink(action.url) && !/^(mailto|tel):$/i.test(action.url)
}

async function writeTable(
  template: TemplateOf<'table'>,
  writing: Writing,
): Promise<readonly Block[]> {
  const rows = await forEachRow(template.each, writing, (row) =>
    Promise.all(template.columns.map((column) => writePlain(column.value, row))),
  )
  if (rows.length === 0) return []
  const columns = template.columns.map(async (column, i): Promise<TableColumn> => ({
    label: await writePlain(column.label, writing),
    align: rows.every((row) => isFigure(row[i] ?? '')) ? 'end' : column.align,
  }))
  const caption = await writePlain(template.caption, writing)
  return [{ kind: 'table', caption, columns: await Promise.all(columns), rows }]
}

/** A number, a percentage or an amount of money; an empty cell does not speak against it. */
function isFigure(cell: string): boolean {
  return /^[\p{Sc}\s]*[-+]?[\d.,\s]*%?$/u.test(cell)
}

/** Runs `write` for every row that `each` names, the row in scope as `row`. */
async function forEachRow<T>(
  each: string,
  writing: Writing,
  write: (writing: Writing) => Promise<T>,
): Promise<readonly T[]> {
  const rows = writing.scope[each]
  if (!Array.isArray(rows)) return []
  return Promise.all(
    rows.map((row: unknown) => write({ ...writing, scope: { ...writing.scope, row } })),
  )
}
