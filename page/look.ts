import { brandColors } from './brand-colors.ts'
import type { Theme } from './memory.ts'

const darkDevice = matchMedia('(prefers-color-scheme: dark)')

/** The look the device asks for. */
export function deviceTheme(): Theme {
  return darkDevice.matches ? 'dark' : 'light'
}

/** Calls `changed` when the device changes its look. Returns how to stop. */
export function watchDeviceTheme(changed: (theme: Theme) => void): () => void {
  const notice = () => changed(deviceTheme())
  darkDevice.addEventListener('change', notice)
  return () => darkDevice.removeEventListener('change', notice)
}

/** Dresses the page in a look and the desk's colour. */
export function dress(theme: Theme, color: string | null): void {
  const root = document.documentElement
  const { fill, onFill, ink } = brandColors(color, theme)
  root.dataset['theme'] = theme
  root.style.setProperty('--brand', fill)
  root.style.setProperty('--on-brand', onFill)
  root.style.setProperty('--brand-ink', ink)
  const bar = getComputedStyle(root).getPropertyValue('--ground').trim()
  document.querySelector('meta[name="theme-color"]')?.setAttribute('content', bar)
}
