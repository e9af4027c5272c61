import type { Phone } from '../model/index.ts'
import { telegramPhone } from './telegram/phone.ts'

/** Opens a phone that talks to the channel `name`; `changed` is called whenever its screen changes. */
export type OpenPhone = (name: string, changed: () => void) => Promise<Phone>

/** The phones there are, by the kind of channel they talk to, which is what the page calls their looks. */
export const phones: Readonly<Record<string, OpenPhone>> = { telegram: telegramPhone }
