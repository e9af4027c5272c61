/**
 * From what was written to what was meant: `to-x.ts` makes the `x` of the model out of what its schema let through, and
 * reports what no schema can tell, such as a name that nothing has. Only `read-desk.ts` begins here.
 *
 * @module
 */
import type { DeskDefinition, Sentence, Wording } from '../../model/index.ts'
import { topicIcons } from '../../model/index.ts'
import type { DeskInput } from '../schemas/desk-schema.ts'
import { ownFile } from '../files/own-files.ts'
import type { Reading } from '../reading.ts'
import type { Spot } from '../files/spot.ts'
import { toBrand } from './to-brand.ts'
import { isTold, toChannel } from './to-channel.ts'
import { toExposure } from './to-exposure.ts'
import { toIdentity } from './to-identity.ts'
import { toSource } from './to-source.ts'
import { toWording } from './to-wording.ts'

/** What `desk.yaml` says, as far as it is sound; the rest of a desk stands in files of its own. */
export function toDesk(
  input: DeskInput,
  spot: Spot,
  reading: Reading,
): Omit<DeskDefinition, 'intents' | 'entities' | 'tables'> {
  const { folder } = reading
  const publicUrl = input.publicUrl ?? null
  const exposure = toExposure(input, spot, folder)
  const address = { publicUrl, isExposed: exposure !== null, folder }
  const channels = each(input.channels, spot.to('channels'), (name, channel, there) =>
    toChannel(name, channel, there, address),
  )
  return {
    name: input.name,
    publicUrl,
    exposure: exposure ?? ownersWay(input, channels),
    brand: toBrand(input.brand, spot.to('brand'), reading),
    languages: reading.languages,
    timezone: input.timezone,
    currency: input.currency,
    country: input.country,
    greeting: toWording(input.greeting, spot.to('greeting'), reading),
    topics: toTopics(input, spot.to('topics'), reading),
    dares: toDares(input, spot.to('dares'), reading),
    strictness: input.strictness,
    retentionDays: input.retention.days,
    fixture: toFixture(input, spot.to('fixture'), folder),
    sources: each(input.sources, spot.to('sources'), (name, source, there) =>
      toSource(name, source, there, { folder, hasFixture: input.fixture !== undefined }),
    ),
    channels,
    identities: each(input.identities, spot.to('identities'), (name, identity, there) =>
      toIdentity(name, identity, there, reading),
    ),
    sentences: toSentences(input.sentences, spot.to('sentences'), reading),
  }
}

/**
 * The owner of a desk that says its address and not how the world gets there leads it here by a proxy of their own. It
 * matters only where a platform is told of it.
 */
function ownersWay(
  { publicUrl, exposure }: DeskInput,
  channels: DeskDefinition['channels'],
): DeskDefinition['exposure'] {
  if (publicUrl === undefined || exposure !== undefined || !channels.some(isTold)) return null
  return { kind: 'static', url: publicUrl.replace(/\/$/, '') }
}

function toFixture(
  { fixture, sources }: DeskInput,
  spot: Spot,
  folder: string,
): DeskDefinition['fixture'] {
  if (fixture === undefined) return null
  const isShort = typeof fixture === 'string'
  const module = isShort
    ? ownFile(fixture, spot, folder)
    : ownFile(fixture.module, spot.to('module'), folder)
  const fills = isShort ? [] : fixture.fills
  for (const [i, name] of fills.entries())
    spot.to('fills', i).expects('source', name, Object.keys(sources))
  return module === null ? null : { module, fills }
}

/** The members of a mapping, without those of which too little is sound. */
function each<I, O>(
  input: Readonly<Record<string, I>>,
  spot: Spot,
  read: (name: string, input: I, spot: Spot) => O | null,
): readonly O[] {
  return Object.entries(input).flatMap(([name, one]) => read(name, one, spot.to(name)) ?? [])
}

function toTopics(input: DeskInput, spot: Spot, reading: Reading): DeskDefinition['topics'] {
  return each(input.topics, spot, (name, { title, icon = '', ask }, there) => ({
    name,
    title: toWording(title, there.to('title'), reading),
    icon: toIcon(icon, there.to('icon')),
    ask: toWording(ask, there.to('ask'), reading),
  }))
}

/** An emoji as it is; a word has to be the name of a drawing. */
function toIcon(icon: string, spot: Spot): string {
  if (!/\p{L}/u.test(icon)) return icon
  return spot.expects('icon', icon, topicIcons) ? icon : ''
}

function toDares(input: DeskInput, spot: Spot, reading: Reading): DeskDefinition['dares'] {
  return input.dares.map(({ title, ask }, i) => ({
    title: toWording(title, spot.to(i, 'title'), reading),
    ask: toWording(ask, spot.to(i, 'ask'), reading),
  }))
}

function toSentences(
  input: DeskInput['sentences'],
  spot: Spot,
  reading: Reading,
): Readonly<Partial<Record<Sentence, Wording>>> {
  const pairs = Object.entries(input).map(
    ([name, wording]) => [name, toWording(wording, spot.to(name), reading)] as const,
  )
  return Object.fromEntries(pairs)
}
