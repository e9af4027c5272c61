import type { Block, Card, Choice } from '../../model/index.ts'
import { plain } from '../../model/index.ts'
import type { Platform, RichCard, RichMessage } from './wire.ts'

/** How much a platform shows; what does not fit is said in text instead, never left out. */
interface Shows {
  readonly quickReplies: number
  readonly label: number
  readonly buttons: number
  readonly title: number
  readonly subtitle: number
  /** Whether the page of Dialogflow Messenger may be looking: it shows texts and `richContent` only. */
  readonly richContent: boolean
}

const plenty = { quickReplies: 50, label: 1_000, buttons: 20, title: 4_000, subtitle: 16_000 }

/** The limits of the platforms, as their own manuals give them. */
const shows: Readonly<Record<Platform | 'any', Shows>> = {
  any: { ...plenty, richContent: true },
  FACEBOOK: { ...card(80, 80), quickReplies: 13, label: 20, buttons: 3, richContent: false },
  LINE: { ...card(40, 60), quickReplies: 13, label: 20, buttons: 4, richContent: false },
  SKYPE: { ...plenty, richContent: false },
  SLACK: { ...card(150, 3_000), quickReplies: 25, label: 75, buttons: 5, richContent: false },
  TELEGRAM: { ...plenty, label: 64, richContent: false },
  VIBER: { ...plenty, label: 250, richContent: false },
}

function card(title: number, subtitle: number): { title: number; subtitle: number } {
  return { title, subtitle }
}

/** Blocks as rich messages of one platform, or of any. Addresses that lead nowhere from outside become text. */
export function richMessages(blocks: readonly Block[], platform: Platform | 'any'): RichMessage[] {
  const can = shows[platform]
  return blocks.flatMap((block, i) => {
    const [before, after] = [blocks[i - 1], blocks[i + 1]]
    if (isTitleOf(block, after, can)) return []
    if (block.kind !== 'choices') return messagesOf(block, can)
    return choices(block.options, can, isTitleOf(before, block, can) ? plain(before) : '')
  })
}

/** A text right before choices is their title where a platform shows no choices without one. */
function isTitleOf(
  block: Block | undefined,
  after: Block | undefined,
  can: Shows,
): block is Extract<Block, { kind: 'text' }> {
  if (can.richContent || block?.kind !== 'text' || after?.kind !== 'choices') return false
  return areShowable(after.options, can) && plain(block).length <= longestTitle
}

/** What Facebook takes as the title of quick replies; no other platform takes less. */
const longestTitle = 640

function messagesOf(block: Exclude<Block, { kind: 'choices' }>, can: Shows): RichMessage[] {
  switch (block.kind) {
    case 'image':
      return isWebAddress(block.url) ? images(block, can) : [text(block.alt)]
    case 'document':
      return isWebAddress(block.url) && block.name.length <= can.title
        ? [{ card: link(block.name, block.url) }]
        : [text(plain(block))]
    case 'cards':
      return block.cards.flatMap((one) => cards(one, can))
    case 'text':
    case 'location':
    case 'table':
      return [text(plain(block))]
    default:
      return block satisfies never
  }
}

function text(words: string): RichMessage {
  return { text: { text: [words] } }
}

function link(name: string, url: string): RichCard {
  return { title: name, subtitle: '', buttons: [{ text: name, postback: url }] }
}

function images(block: Extract<Block, { kind: 'image' }>, can: Shows): RichMessage[] {
  const { url, alt } = block
  const image = { image: { imageUri: url, accessibilityText: alt } }
  return can.richContent
    ? [image, rich({ type: 'image', rawUrl: url, accessibilityText: alt })]
    : [image]
}

function areShowable(options: readonly Choice[], can: Shows): boolean {
  const { length } = options
  const fit = options.every((option) => option.label.length <= can.label)
  return fit && length > 0 && length <= can.quickReplies
}

function choices(options: readonly Choice[], can: Shows, before: string): RichMessage[] {
  if (!areShowable(options, can)) return [text(plain({ kind: 'choices', options }))]
  const title = before === '' && !can.richContent ? '…' : before
  const replies = { quickReplies: { title, quickReplies: options.map((option) => option.label) } }
  const links = options.flatMap(({ label, means }) =>
    means.kind === 'url' && isWebAddress(means.url) ? [{ card: link(label, means.url) }] : [],
  )
  return can.richContent ? [replies, rich(chips(options)), ...links] : [replies, ...links]
}

function chips(options: readonly Choice[]): object {
  return {
    type: 'chips',
    options: options.map(({ label, means }) =>
      means.kind === 'url' ? { text: label, link: means.url } : { text: label },
    ),
  }
}

function cards(one: Card, can: Shows): RichMessage[] {
  const facts = one.facts.map((fact) => `${fact.label}: ${fact.value}`)
  const subtitle = [one.subtitle, ...facts].filter((line) => line !== '').join('\n')
  const isShowable =
    one.title.length <= can.title &&
    subtitle.length <= can.subtitle &&
    one.actions.length <= can.buttons
  if (!isShowable) return [text(plain({ kind: 'cards', cards: [one] }))]
  const shown: RichMessage = {
    card: {
      title: one.title,
      subtitle,
      ...(isWebAddress(one.image ?? '') ? { imageUri: one.image ?? '' } : {}),
      buttons: one.actions.map((action) => ({ text: action.label, postback: action.url })),
    },
  }
  return can.richContent ? [shown, rich(...infoOf(one, subtitle))] : [shown]
}

function infoOf(one: Card, subtitle: string): object[] {
  const image = isWebAddress(one.image ?? '') ? { image: { src: { rawUrl: one.image } } } : {}
  const buttons = one.actions.map((action) => ({
    type: 'button',
    text: action.label,
    link: action.url,
  }))
  return [{ type: 'info', title: one.title, subtitle, ...image }, ...buttons]
}

function rich(...items: object[]): RichMessage {
  return { payload: { richContent: [items] } }
}

function isWebAddress(url: string): boolean {
  return /^https?:\/\/[^/\s]/i.test(url)
}
