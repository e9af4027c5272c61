/** The colours a brand lends to one look. All are `#rrggbb`. */
export interface BrandColors {
  /** Behind the visitor's words and on the buttons that matter. */
  readonly fill: string
  /** Text on `fill`: at least 4.5 to 1. */
  readonly onFill: string
  /** Links and marks on the page's own ground: at least 4.5 to 1. */
  readonly ink: string
}

type Rgb = readonly [number, number, number]
/** Hue in degrees, saturation and lightness from 0 to 1. */
type Hsl = readonly [number, number, number]

const white: Rgb = [255, 255, 255]
const black: Rgb = [0, 0, 0]
/** The grounds of style/palette.css that part the least from brand ink, in either look. */
const grounds = { light: [235, 233, 227] as Rgb, dark: [39, 46, 55] as Rgb }
const readable = 4.5

/** The brand for a look. `color` is `#rgb` or `#rrggbb`; anything else falls back to a quiet blue. */
export function brandColors(color: string | null, look: 'light' | 'dark'): BrandColors {
  const brand = parse(color ?? '') ?? [29, 78, 137]
  const step = look === 'light' ? -0.01 : 0.01
  // A little more than readable, because tints of the brand lie under its ink as well.
  const ink = shade(brand, step, (one) => contrast(one, grounds[look]) >= readable + 1)
  const fill = look === 'light' ? brand : shade(brand, -0.01, (one) => luminance(one) <= 0.13)
  const onFill = contrast(white, fill) >= readable ? white : black
  return { fill: format(fill), onFill: format(onFill), ink: format(ink) }
}

/** How well two colours part, 1 to 21, as WCAG 2 measures it. */
export function contrast(one: Rgb, other: Rgb): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05)
}

/** `#rgb` or `#rrggbb` as channels from 0 to 255; undefined when it is neither. */
export function parse(color: string): Rgb | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(color)
  const long = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color)
  const digits = short?.slice(1).map((digit) => digit + digit) ?? long?.slice(1)
  if (digits === undefined) return undefined
  const [r = 0, g = 0, b = 0] = digits.map((pair) => Number.parseInt(pair, 16))
  return [r, g, b]
}

/** The brand made lighter or darker, step by step, until it is good enough; its hue stays. */
function shade(color: Rgb, step: number, isEnough: (color: Rgb) => boolean): Rgb {
  const [hue, saturation, lightness] = toHsl(color)
  for (let l = lightness; l > 0 && l < 1; l += step) {
    const shaded = l === lightness ? color : toRgb([hue, saturation, l])
    if (isEnough(shaded)) return shaded
  }
  return step > 0 ? white : black
}

function toHsl(color: Rgb): Hsl {
  const [r, g, b] = color.map((channel) => channel / 255) as unknown as Rgb
  const most = Math.max(r, g, b)
  const spread = most - Math.min(r, g, b)
  const lightness = most - spread / 2
  if (spread === 0) return [0, 0, lightness]
  const turn =
    most === r ? (g - b) / spread : most === g ? (b - r) / spread + 2 : (r - g) / spread + 4
  return [turn * 60, spread / (1 - Math.abs(2 * lightness - 1)), lightness]
}

function toRgb([hue, saturation, lightness]: Hsl): Rgb {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number) => {
    const k = (offset + hue / 30 + 12) % 12
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))))
  }
  return [channel(0), channel(8), channel(4)]
}

function luminance(color: Rgb): number {
  const [r = 0, g = 0, b = 0] = color.map((channel) => {
    const c = channel / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function format(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
