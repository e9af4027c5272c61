import { foundBy, onlyWith } from './recogniser.ts'

const pattern =
  /(?<![\p{L}\p{N}@.])(?:https?:\/\/|www\.)[^\s<>"'`|\\^{}]{2,500}?(?=[.,;:!?)\]]*(?:\s|$))/giu

/** Addresses of web pages, those that say so by `http` or `www`; values have their scheme. */
export const recogniseUrl = onlyWith(/https?:|www\./i, (text) =>
  foundBy('url', text, pattern, ([address]) =>
    URL.canParse(withScheme(address)) ? withScheme(address) : null,
  ),
)

function withScheme(address: string): string {
  return /^https?:/i.test(address) ? address : `https://${address}`
}
