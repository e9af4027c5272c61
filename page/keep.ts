/** Days a cookie lives: as long as desks usually keep what was said. */
const days = 90
/** Characters a browser keeps in one cookie, with its name. */
const mostInCookie = 4_000

/** Where the browser keeps texts between visits. */
export interface Keep {
  readonly read: (key: string) => string | null
  /** Throws where the browser keeps nothing, or nothing so long. */
  readonly write: (key: string, text: string) => void
}

/**
 * The browser's storage. In a frame of another site some browsers refuse it, and allow instead a cookie that is kept for
 * this site alone: there the text is read back by nobody but this page and its own server.
 */
export function keep(): Keep {
  try {
    const { localStorage: storage } = globalThis
    return {
      read: (key) => storage.getItem(key),
      write: (key, text) => storage.setItem(key, text),
    }
  } catch {
    return cookies
  }
}

const cookies: Keep = {
  read(key) {
    const start = `${key}=`
    const found = document.cookie.split('; ').find((one) => one.startsWith(start))
    return found === undefined ? null : decodeURIComponent(found.slice(start.length))
  },
  write(key, text) {
    const cookie = `${key}=${encodeURIComponent(text)}`
    if (cookie.length > mostInCookie) throw new RangeError('The text is too long for a cookie.')
    const life = `Max-Age=${days * 86_400}; Path=/`
    document.cookie = `${cookie}; ${life}; SameSite=None; Secure; Partitioned`
  },
}
