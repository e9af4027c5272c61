import { phoneNumber } from '../../util/phone-number.ts'
import { foundBy } from './recogniser.ts'
import type { Recognise } from './recogniser.ts'

const candidate = /(?<![\p{L}\p{N}+])\+?\(?\d(?:[\s()-]{0,2}\d){6,14}(?![\p{L}\p{N}])/gu

/** Telephone numbers that exist in the desk's country, or with a country code. Values are like `+919876543210`. */
export const recognisePhone: Recognise = (text, { country }) =>
  foundBy('phone', text, candidate, ([digits]) => phoneNumber(digits, country)?.e164 ?? null)
