import { secureHeaders } from 'hono/secure-headers'

/** Nothing but the desk's own scripts, styles and images; no forms, no base. */
const policy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
}

const common = { referrerPolicy: 'same-origin', strictTransportSecurity: false } as const

/** For the page itself, which stands in no frame. */
export const pageHeaders = secureHeaders({
  ...common,
  contentSecurityPolicy: { ...policy, frameAncestors: ["'none'"] },
  xFrameOptions: 'DENY',
})

/** For the page in a frame of the sites that may show it, and of its own. The older `X-Frame-Options` knows no list. */
export function framedHeaders(origins: () => readonly string[]): typeof pageHeaders {
  return secureHeaders({
    ...common,
    contentSecurityPolicy: {
      ...policy,
      frameAncestors: ["'self'", () => origins().join(' ')],
    },
    xFrameOptions: false,
    crossOriginResourcePolicy: 'cross-origin',
  })
}

/** For the script that other sites load. */
export const scriptHeaders = secureHeaders({ ...common, crossOriginResourcePolicy: 'cross-origin' })
