import type { Phone, PhoneWorld } from '../model/index.ts'
import { telegramPhone } from './telegram/phone.ts'
import { whatsappPhone } from './whatsapp/phone.ts'

/** Opens a phone. */
export type OpenPhone = (world: PhoneWorld) => Promise<Phone>

/** The phones there are, by the kind of channel they talk to, which is what the page calls their looks. */
export const phones: Readonly<Record<string, OpenPhone>> = {
  telegram: telegramPhone,
  whatsapp: whatsappPhone,
}
