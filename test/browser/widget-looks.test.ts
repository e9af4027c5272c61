/** The widget on a phone and a desktop, light and dark; the pictures are left to be looked at, one is the documentation's. */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { packageRoot } from '../../src/util/package-root.ts'
import { openBrowser, visitor } from './browser.ts'
import { type ServedCollege, serveCollege } from './served-college.ts'
import { type UglySite, uglySite } from './ugly-site.ts'

const pictures = new URL('.cache/pictures/', packageRoot)
/** The picture in the documentation. Delete it to have it taken anew: its times change with every test. */
const shown = fileURLToPath(new URL('docs/images/on-a-website.png', packageRoot))

const touch = { isMobile: true, hasTouch: true, deviceScaleFactor: 2 }
const screens = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: { viewport: { width: 360, height: 740 }, ...touch },
  'phone-lying': { viewport: { width: 740, height: 360 }, ...touch },
}

let browser: Browser
let site: UglySite
let college: ServedCollege
beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  ;[browser, site] = await Promise.all([openBrowser(), uglySite()])
  college = await serveCollege([site.origin])
  site.use({ desk: new URL(college.url).origin })
})
afterAll(async () => Promise.all([browser.close(), college.close(), site.close()]))

describe.each(['light', 'dark'] as const)('in the %s look', (colorScheme) => {
  test.each(Object.entries(screens))('nothing leaves a %s', async (screen, options) => {
    const page = await visitor(browser, { ...options, colorScheme })
    const keep = async (state: string) => {
      const path = fileURLToPath(new URL(`widget-${screen}-${colorScheme}-${state}.png`, pictures))
      await page.screenshot({ path, animations: 'disabled' })
      return path
    }
    await page.goto(site.origin)
    const bubble = page.getByRole('button', { name: 'Ask Riverdale College' })
    await bubble.waitFor()
    await keep('closed')
    await bubble.click()
    const inside = page.frameLocator('iframe')
    const box = inside.getByRole('textbox')
    await box.waitFor()
    await keep('open')
    await box.fill('who is the HOD of computer science and what is her number?')
    await box.press('Enter')
    await inside.locator('.group.desk:not(.typing)').waitFor()
    const taken = await keep('answered')
    if (screen === 'desktop' && colorScheme === 'light' && !existsSync(shown))
      copyFileSync(taken, shown)
    const widest = await inside.locator('.log').evaluate((log) => log.scrollWidth - innerWidth)
    expect(widest).toBeLessThanOrEqual(0)
    await page.context().close()
  })
})
