import type { PhoneBody, PhoneButton, PhoneKey, Span } from '../../model/index.ts'

/** The parameters of a call of the Bot API. */
export type Params = Readonly<Record<string, unknown>>

/** What Telegram shows for a call, message by message; nothing for one that puts nothing into the chat. */
export function bodiesOf(method: string, params: Params): readonly PhoneBody[] {
  if (method === 'sendMediaGroup')
    return (params['media'] as readonly Params[]).flatMap(({ type, media, ...rest }) =>
      bodiesOf(type === 'photo' ? 'sendPhoto' : 'sendDocument', { ...rest, [String(type)]: media }),
    )
  const body = bodyOf(method, params)
  return body === null ? [] : [body]
}

function bodyOf(method: string, params: Params): PhoneBody | null {
  const caption = styled(textIn(params, 'caption'), params['caption_entities'])
  switch (method) {
    case 'sendMessage':
      return { kind: 'text', spans: styled(textIn(params, 'text'), params['entities']) }
    case 'sendPhoto':
      return { kind: 'photo', url: addressIn(params['photo']), caption }
    case 'sendVoice':
    case 'sendAudio':
    case 'sendVideo':
    case 'sendDocument':
      return {
        kind: 'document',
        url: addressIn(params[method.slice('send'.length).toLowerCase()]),
        name: caption.map((span) => span.text).join('') || 'Document',
      }
    case 'sendLocation':
    case 'sendVenue':
      return {
        kind: 'place',
        latitude: Number(params['latitude']),
        longitude: Number(params['longitude']),
        title: textIn(params, 'title'),
        address: textIn(params, 'address'),
      }
    default:
      return null
  }
}

function addressIn(file: unknown): string | null {
  return typeof file === 'string' && /^(https?:|\/)/.test(file) ? file : null
}

function textIn(params: Params, name: string): string {
  const value = params[name]
  return typeof value === 'string' ? value : ''
}

interface Entity {
  readonly type: string
  readonly offset: number
  readonly length: number
  readonly url?: string
}

/** A text cut where its style changes. */
function styled(text: string, given: unknown): readonly Span[] {
  const entities = Array.isArray(given) ? (given as readonly Entity[]) : []
  const edges = entities.flatMap(({ offset, length }) => [offset, offset + length])
  const cuts = [...new Set([0, ...edges, text.length])].toSorted((a, b) => a - b)
  return cuts.slice(0, -1).map((start, i) => {
    const over = entities.filter((one) => one.offset <= start && start < one.offset + one.length)
    const link = over.find(({ type }) => type === 'text_link')?.url
    return {
      text: text.slice(start, cuts[i + 1]),
      ...(over.some(({ type }) => type === 'bold') ? { bold: true } : {}),
      ...(over.some(({ type }) => type === 'italic') ? { italic: true } : {}),
      ...(link === undefined ? {} : { href: link }),
    }
  })
}

interface Markup {
  readonly inline_keyboard?: readonly (readonly InlineButton[])[]
  readonly keyboard?: readonly (readonly Key[])[]
  readonly remove_keyboard?: boolean
}

interface InlineButton {
  readonly text: string
  readonly callback_data?: string
  readonly url?: string
}

interface Key {
  readonly text: string
  readonly request_contact?: boolean
  readonly request_location?: boolean
}

/** The buttons under a message, by row. */
export function buttonsOf({ reply_markup }: Params): readonly (readonly PhoneButton[])[] {
  const { inline_keyboard = [] } = (reply_markup ?? {}) as Markup
  return inline_keyboard.map((row) =>
    row.map(({ text, callback_data = '', url }) => ({
      id: callback_data,
      label: text,
      url: url ?? null,
    })),
  )
}

/** The keys a message puts up in the place of letters: none where it takes them away, null where it leaves them. */
export function keyboardOf({ reply_markup }: Params): readonly (readonly PhoneKey[])[] | null {
  const { keyboard, remove_keyboard } = (reply_markup ?? {}) as Markup
  if (keyboard === undefined) return remove_keyboard === true ? [] : null
  return keyboard.map((row) => row.map((key) => ({ label: key.text, gives: givenBy(key) })))
}

function givenBy({ request_contact, request_location }: Key): PhoneKey['gives'] {
  if (request_location === true) return 'place'
  return request_contact === true ? 'number' : 'text'
}
