import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BlockTemplate, MapTemplate, Wording } from '../../model/index.ts'
import type { BlockInput, ReplyInput } from '../schemas/block-schema.ts'
import type { Reading } from '../reading.ts'
import { ownLanguage } from '../reading.ts'
import type { Spot } from '../files/spot.ts'
import { checkCondition, checkTemplate, toWording } from './to-wording.ts'
import type { WordingInput } from '../schemas/wording-schema.ts'

/** Every kind of block, by the member that makes it. */
const blockKinds = ['text', 'cards', 'table', 'image', 'location', 'document', 'choices'] as const

/** A block being read. */
interface Block {
  readonly spot: Spot
  readonly reading: Reading
  /** What it may repeat over: `rows` and the names of the queries; empty when the answer asks nothing. */
  readonly lists: readonly string[]
  readonly when: string | null
}

/** The blocks of a reply. A list of nothing but texts is one sentence with variants. */
export function toBlocks(
  input: ReplyInput | undefined,
  spot: Spot,
  reading: Reading,
  lists: readonly string[],
): readonly BlockTemplate[] {
  if (input === undefined) return []
  if (!isListOfBlocks(input))
    return [{ kind: 'text', when: null, text: toWording(input, spot, reading) }]
  return input.flatMap((item, i) => {
    const block = { spot: spot.to(i), reading, lists, when: null }
    return typeof item === 'string' ? [textBlock(item, block)] : toBlock(item, block)
  })
}

function isListOfBlocks(input: ReplyInput): input is (string | BlockInput)[] {
  return Array.isArray(input) && input.some((item) => typeof item !== 'string')
}

function toBlock(input: BlockInput, around: Block): readonly BlockTemplate[] {
  const given = blockKinds.filter((kind) => input[kind] !== undefined)
  const [kind] = given
  if (kind === undefined || given.length > 1) {
    around.spot.report(
      'not-allowed',
      `A block is one thing, but this is ${given.join(' and ') || 'none'}.`,
      { hint: `Make each an item of the list: ${blockKinds.join(', ')}.`, allowed: blockKinds },
    )
    return []
  }
  const when =
    input.when === undefined
      ? null
      : checkCondition(input.when, around.spot.to('when'), around.reading)
  return bodies(input, { ...around, when, spot: around.spot.to(kind) })
}

/** The one member that is there; choices that are listed become a block each. */
function bodies(input: BlockInput, block: Block): readonly BlockTemplate[] {
  if (input.text !== undefined) return [textBlock(input.text, block)]
  if (input.cards !== undefined) return [cardsBlock(input.cards, block)]
  if (input.table !== undefined) return [tableBlock(input.table, block)]
  if (input.image !== undefined) return [imageBlock(input.image, block)]
  if (input.location !== undefined) return [locationBlock(input.location, block)]
  if (input.document !== undefined) return [documentBlock(input.document, block)]
  return choicesBlocks(input.choices ?? [], block)
}

function textBlock(text: WordingInput, { spot, reading, when }: Block): BlockTemplate {
  return { kind: 'text', when, text: toWording(text, spot, reading) }
}

function cardsBlock(cards: NonNullable<BlockInput['cards']>, block: Block): BlockTemplate {
  return {
    kind: 'cards',
    when: block.when,
    each: each(cards.each, block),
    title: words(cards.title, 'title', block),
    subtitle: words(cards.subtitle, 'subtitle', block),
    image: template(cards.image, ['image'], block),
    facts: Object.entries(cards.facts ?? {}).map(([label, value]) => ({
      label: heading(label, block),
      value: template(value, ['facts', label], block),
    })),
    actions: Object.entries(cards.actions ?? {}).map(([label, url]) => ({
      label: heading(label, block),
      url: template(url, ['actions', label], block),
    })),
  }
}

function tableBlock(table: NonNullable<BlockInput['table']>, block: Block): BlockTemplate {
  return {
    kind: 'table',
    when: block.when,
    each: each(table.each, block),
    caption: words(table.caption, 'caption', block),
    columns: Object.entries(table.columns).map(([key, column]) => {
      if (typeof column !== 'object')
        return {
          label: heading(key, block),
          value: template(column, ['columns', key], block),
          align: 'start' as const,
        }
      const there = { ...block, spot: block.spot.to('columns', key) }
      return {
        label:
          column.label === undefined ? heading(key, block) : words(column.label, 'label', there),
        value: template(column.value, ['value'], there),
        align: column.align,
      }
    }),
  }
}

function imageBlock(image: NonNullable<BlockInput['image']>, block: Block): BlockTemplate {
  const url = words(image.url, 'url', block)
  checkMedia(url, block.spot.to('url'), block.reading)
  return { kind: 'image', when: block.when, url, alt: words(image.alt, 'alt', block) }
}

function locationBlock(location: NonNullable<BlockInput['location']>, block: Block): BlockTemplate {
  return {
    kind: 'location',
    when: block.when,
    each: location.each === undefined ? '' : each(location.each, block),
    name: template(location.name, ['name'], block),
    address: template(location.address, ['address'], block),
    latitude: template(location.latitude, ['latitude'], block),
    longitude: template(location.longitude, ['longitude'], block),
    map: location.map === undefined ? null : toMap(location.map, block),
  }
}

function toMap(
  map: NonNullable<NonNullable<BlockInput['location']>['map']>,
  around: Block,
): MapTemplate {
  const block = { ...around, spot: around.spot.to('map') }
  checkMedia(own(map.image, block), block.spot.to('image'), block.reading)
  return {
    image: template(map.image, ['image'], block),
    alt: words(map.alt, 'alt', block),
    width: map.width,
    height: map.height,
    x: template(map.x, ['x'], block),
    y: template(map.y, ['y'], block),
    route: template(map.route, ['route'], block),
  }
}

function documentBlock(document: NonNullable<BlockInput['document']>, block: Block): BlockTemplate {
  const url = words(document.url, 'url', block)
  checkMedia(url, block.spot.to('url'), block.reading)
  return { kind: 'document', when: block.when, url, name: words(document.name, 'name', block) }
}

function choicesBlocks(
  choices: NonNullable<BlockInput['choices']>,
  block: Block,
): readonly BlockTemplate[] {
  if (!Array.isArray(choices)) return [choiceBlock(choices, each(choices.each, block), block)]
  return choices.map((choice, i) => {
    const there = { ...block, spot: block.spot.to(i) }
    if (typeof choice !== 'string') return choiceBlock(choice, null, there)
    const label = toWording(choice, there.spot, there.reading)
    return { kind: 'choices', when: block.when, each: null, label, say: label, url: {} }
  })
}

function choiceBlock(
  choice: {
    readonly label: WordingInput
    readonly say?: WordingInput | undefined
    readonly url?: string | undefined
  },
  rows: string | null,
  block: Block,
): BlockTemplate {
  if (choice.say !== undefined && choice.url !== undefined)
    block.spot.report('not-allowed', 'A choice either says something or opens an address.', {
      hint: 'Leave out `say` or `url`.',
    })
  const label = words(choice.label, 'label', block)
  const url = words(choice.url, 'url', block)
  const says = choice.url === undefined ? label : {}
  const say = choice.say === undefined ? says : words(choice.say, 'say', block)
  return { kind: 'choices', when: block.when, each: rows, label, say, url }
}

/** The name of the rows a block repeats over. */
function each(name: string, { spot, lists }: Block): string {
  spot.to('each').expects('query', name, lists, {
    hint: lists.length === 0 ? 'This answer asks nothing, so it has no rows.' : '',
  })
  return name
}

function words(input: WordingInput | undefined, member: string, block: Block): Wording {
  return toWording(input, block.spot.to(member), block.reading)
}

function template(
  text: string | number | undefined,
  path: readonly string[],
  block: Block,
): string {
  return text === undefined ? '' : checkTemplate(text, block.spot.to(...path), block.reading)
}

/** A heading as it is written, and as desk.yaml has it in the other languages. */
function heading(text: string, block: Block): Wording {
  const others = Object.entries(block.reading.headings).flatMap(([language, known]) => {
    const there = Object.hasOwn(known, text) ? known[text] : undefined
    return there === undefined ? [] : [[language, [there]] as const]
  })
  return { ...own(text, block), ...Object.fromEntries(others) }
}

/** A text in the desk's own language. */
function own(text: string, { reading }: Block): Wording {
  return { [ownLanguage(reading)]: [text] }
}

/** An address under `/media/` with no template in it must be a file. */
function checkMedia(url: Wording, spot: Spot, reading: Reading): void {
  if (reading.media === null) return
  for (const address of Object.values(url).flat()) {
    const path = /^\/media\/([^?#{]+)$/.exec(address)?.[1]
    if (path === undefined || existsSync(join(reading.media, decodeURI(path)))) continue
    spot.report('missing', `There is no file for ${address}.`, {
      hint: 'Put it in the media folder of desk.yaml.',
    })
  }
}
