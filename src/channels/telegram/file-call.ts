import { extname } from 'node:path'
import type { Call } from './call.ts'

/** The methods that send a file, by the kind of it, which is also the name of its parameter. */
const methods = {
  photo: 'sendPhoto',
  voice: 'sendVoice',
  audio: 'sendAudio',
  video: 'sendVideo',
  document: 'sendDocument',
} as const

/** What Telegram plays or shows of a document by itself, by its extension: see https://core.telegram.org/bots/api#sendvoice and its neighbours. */
const kindOf: Readonly<Record<string, keyof typeof methods>> = {
  '.oga': 'voice',
  '.ogg': 'voice',
  '.opus': 'voice',
  '.mp3': 'audio',
  '.m4a': 'audio',
  '.mp4': 'video',
}

/** The kinds of file there are, as parameters of a call. */
export const fileKinds = Object.keys(methods) as readonly (keyof typeof methods)[]

/** Kinds of which several make an album, and how many do. */
const albums = { sendPhoto: 'photo', sendDocument: 'document' } as const
const mostInAlbum = 10

/** The call that shows an image: a drawing Telegram has no picture of is a document. */
export function imageCall(url: string, alt: string): Call {
  const kind = extension(url) === '.svg' ? 'document' : 'photo'
  return fileCall(kind, url, alt)
}

/** The call that gives a document; one that is spoken or filmed can be heard and seen at once. */
export function documentCall(url: string, name: string): Call {
  return fileCall(kindOf[extension(url)] ?? 'document', url, name)
}

function fileCall(kind: keyof typeof methods, url: string, words: string): Call {
  const caption = words === '' ? {} : { caption: words }
  // An address of the desk's own is of no use to a visitor.
  const otherwise = [words, url.startsWith('/') ? '' : url].filter((part) => part !== '').join('\n')
  return {
    method: methods[kind],
    params: { [kind]: url, ...caption },
    ...(otherwise === '' ? {} : { otherwise }),
  }
}

/** Images that follow each other are one album, and so are documents: what has buttons stands alone. */
export function asAlbums(drafts: readonly Call[]): readonly Call[] {
  const runs: Call[][] = []
  for (const draft of drafts) {
    const run = runs.at(-1)
    if (run !== undefined && belongs(draft, run)) run.push(draft)
    else runs.push([draft])
  }
  return runs.map((run) => (run.length === 1 ? run[0]! : albumOf(run)))
}

function belongs(draft: Call, [first, ...more]: readonly Call[]): boolean {
  const isAlone = 'reply_markup' in draft.params || 'reply_markup' in (first?.params ?? {})
  const isKind = draft.method in albums && draft.method === first?.method
  return isKind && !isAlone && more.length + 1 < mostInAlbum
}

function albumOf(run: readonly Call[]): Call {
  const media = run.map(({ method, params: { caption, ...file } }) => {
    const type = albums[method as keyof typeof albums]
    return { type, media: file[type], ...(caption === undefined ? {} : { caption }) }
  })
  const otherwise = run.flatMap((draft) => draft.otherwise ?? []).join('\n\n')
  return {
    method: 'sendMediaGroup',
    params: { media },
    ...(otherwise === '' ? {} : { otherwise }),
  }
}

function extension(url: string): string {
  return extname(new URL(url, 'https://desk').pathname).toLowerCase()
}
