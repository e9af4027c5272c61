const allowed = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** The address if following it is safe (http, https, mailto, tel, or a path of this site), else undefined. */
export function safeHref(address: string): string | undefined {
  const here = 'https://this.page'
  if (!URL.canParse(address, here)) return undefined
  return allowed.has(new URL(address, here).protocol) ? address : undefined
}

/** Whether a link leads off this page and so opens beside it. */
export function leadsAway(address: string): boolean {
  return /^(https?:|\/)/.test(address)
}
