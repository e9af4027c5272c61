import { createRequire } from 'node:module'

/** The slice of the telephone library in use. */
interface PhoneLibrary {
  parsePhoneNumber(
    text: string,
    options: { readonly regionCode: string },
  ):
    | { readonly valid: false }
    | {
        readonly valid: true
        readonly number: { readonly e164: string; readonly international: string }
      }
}

let library: PhoneLibrary | undefined

/**
 * A telephone number of a country, or with a country code; null when there is none like it. The plans of all countries
 * take five megabytes and a tenth of a second, so they are loaded with the first number.
 *
 * @param country ISO 3166, such as `IN`
 */
export function phoneNumber(
  text: string,
  country: string,
): { readonly e164: string; readonly international: string } | null {
  library ??= createRequire(import.meta.url)('awesome-phonenumber') as PhoneLibrary
  const parsed = library.parsePhoneNumber(text, { regionCode: country })
  return parsed.valid ? parsed.number : null
}
