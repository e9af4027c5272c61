import type { Shows } from '../../model/index.ts'

/** Whether a platform makes a link of this address. */
export function isReachable(url: string, { text }: Shows): boolean {
  return URL.canParse(url) && text.links.includes(new URL(url).protocol)
}

/** The full address of what the desk serves, or of anything elsewhere; null where the platform cannot get at it. */
export function addressOf(url: string, shows: Shows): string | null {
  if (isOnTheWeb(url)) return url
  const base = shows.base()
  if (base === null || !url.startsWith('/')) return null
  return `${base.replace(/\/$/, '')}${url}`
}

function isOnTheWeb(url: string): boolean {
  return URL.canParse(url) && ['http:', 'https:'].includes(new URL(url).protocol)
}
