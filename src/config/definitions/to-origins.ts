import type { Spot } from '../files/spot.ts'

const hint = 'Write scheme and host alone: https://www.example.edu, or https://*.example.edu.'

/** Reads the sites that may show a desk, each as browsers name it: in lower case, without the usual port. */
export function toOrigins(written: readonly string[] | undefined, spot: Spot): readonly string[] {
  return (written ?? []).flatMap((text, i) => {
    const origin = originIn(text)
    if (origin !== null) return [origin]
    spot.to(i).report('not-allowed', `\`${text}\` is no origin of a site.`, { hint })
    return []
  })
}

/** What stands in a header later: nothing but the characters of a host, with `*` for its first label. */
function originIn(text: string): string | null {
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  if (!/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) return null
  return /^(\*\.)?[\w-]+(\.[\w-]+)*$|^\[[\da-f:]+\]$/.test(url.hostname) ? url.origin : null
}
