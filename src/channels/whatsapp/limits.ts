import type { Pace, Shows } from '../../model/index.ts'
import { writeSpans } from './markup.ts'

/** Lengths of what stands on buttons and in lists, in UTF-16 units. */
export const lengths = { button: 20, rowTitle: 24, rowDetail: 72, opener: 20 } as const

/**
 * What the platform shows: see
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/interactive-list-messages and its
 * neighbours.
 */
export function showing(base: Shows['base']): Shows {
  return {
    // A link has no words of its own: addresses are written out.
    text: { most: 4096, links: [], length: (spans) => writeSpans(spans).length },
    choices: {
      most: 3,
      label: lengths.button,
      links: false,
      prompt: 1024,
      list: { most: 10, detail: lengths.rowDetail, pages: 3 },
    },
    caption: 1024,
    base,
  }
}

/**
 * Eighty messages a second of a number; one each six seconds to one user, forty-five ahead: see
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/throughput
 */
export const pace: Pace = {
  account: { each: 13, burst: 40 },
  recipient: { each: 6_000, burst: 40 },
}
