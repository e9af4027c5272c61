import type { PhoneBody, PhoneBubble } from '../../model/index.ts'
import { readMarkup } from './read-markup.ts'

/** A message as the platform takes it: the part that is seen. */
export interface Shown {
  readonly type?: string
  readonly text?: { readonly body: string }
  readonly image?: File
  readonly document?: File
  readonly location?: Place
  readonly interactive?: Interactive
  readonly template?: { readonly name: string }
}

interface File {
  readonly link?: string
  readonly caption?: string
  readonly filename?: string
}

interface Place {
  readonly latitude: number | string
  readonly longitude: number | string
  readonly name?: string
  readonly address?: string
}

interface Interactive {
  readonly body?: { readonly text: string }
  readonly action: {
    readonly button?: string
    readonly buttons?: readonly { readonly reply: Row }[]
    readonly sections?: readonly { readonly rows?: readonly Row[] }[]
  }
}

interface Row {
  readonly id: string
  readonly title: string
  readonly description?: string
}

/** What the app shows for a message; null for one it shows nothing of. */
export function bodyOf(message: Shown): PhoneBody | null {
  const { type, text, image, document, location, interactive, template } = message
  const words = text?.body ?? interactive?.body?.text
  if (words !== undefined) return { kind: 'text', spans: readMarkup(words) }
  if (type === 'template')
    return { kind: 'text', spans: [{ text: `Template: ${template?.name ?? ''}`, italic: true }] }
  if (image !== undefined)
    return { kind: 'photo', url: image.link ?? null, caption: readMarkup(image.caption ?? '') }
  if (document !== undefined) {
    const { link = null, filename = '', caption = filename } = document
    return { kind: 'document', url: link, name: caption || 'Document' }
  }
  if (location === undefined) return null
  const { latitude, longitude, name = '', address = '' } = location
  const at = { latitude: Number(latitude), longitude: Number(longitude) }
  return { kind: 'place', ...at, title: name, address }
}

/** What can be tapped under a message. */
export function tappable({ interactive }: Shown): Pick<PhoneBubble, 'buttons' | 'list'> {
  const { button = '', buttons = [], sections = [] } = interactive?.action ?? {}
  const rows = sections.flatMap((section) => section.rows ?? [])
  return {
    buttons: buttons.map(({ reply }) => [{ id: reply.id, label: reply.title, url: null }]),
    list:
      rows.length === 0
        ? null
        : {
            label: button,
            rows: rows.map(({ id, title, description = '' }) => ({ id, title, description })),
          },
  }
}
