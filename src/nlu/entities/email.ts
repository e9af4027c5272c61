import { foundBy } from './recogniser.ts'
import type { Recognise } from './recogniser.ts'

const pattern =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}_%+-]{1,64}(?:\.[\p{L}\p{N}_%+-]{1,64}){0,8}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}])/gu

/** E-mail addresses, in lower case. */
export const recogniseEmail: Recognise = (text) =>
  foundBy('email', text, pattern, ([address]) => address.toLowerCase())
