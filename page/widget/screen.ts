/** Below this many pixels of the device a window in a corner is too small to talk in. */
const narrow = 560
const low = 480

/**
 * Fits the widget to what the visitor sees: sets `--unit`, by how much everything has to grow on a page that was made for
 * wide screens and is shown small on a phone, and where the visible part of the page lies, above a keyboard on the
 * screen. `full` says whether the conversation takes all of it. Follows every change.
 */
export function fitScreen(host: HTMLElement, changed: (full: boolean) => void): void {
  const seen = visualViewport
  if (seen === null) return
  const fit = () => {
    const { width, height, scale, offsetLeft, offsetTop } = seen
    const measures = {
      unit: Math.max(1, host.offsetWidth / (width * scale)),
      left: `${offsetLeft}px`,
      top: `${offsetTop}px`,
      width: `${width * scale}px`,
      height: `${height * scale}px`,
      shrink: 1 / scale,
    }
    for (const [name, value] of Object.entries(measures))
      host.style.setProperty(`--${name}`, `${value}`)
    changed(width * scale < narrow || height * scale < low)
  }
  seen.addEventListener('resize', fit)
  seen.addEventListener('scroll', fit)
  fit()
}
