import { chromium } from 'playwright-core'
import { findProgram, isRoot } from './command.mjs'
import { installPackages, whyNotInstallable } from './debian.mjs'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** The fonts show what visitors write: Devanagari and emoji. */
const PACKAGES = ['chromium', 'fonts-noto-core', 'fonts-noto-color-emoji']

/**
 * The browser for tests: the one named by FRONTDESK_TEST_CHROMIUM, else an installed one, else Debian's.
 *
 * @param {import('./provide.mjs').Means} means
 * @returns {Promise<{ path: string } | import('./provide.mjs').Missing>}
 */
export async function provideChromium({ fetch, say }) {
  const present = findChromium()
  if (present) return { path: present }
  const refused = fetch ? whyNotInstallable() : 'Chromium is not installed'
  if (refused) return { missing: `no browser: ${refused}` }
  say('installing chromium from Debian packages (FRONTDESK_NO_APT=1 refuses)')
  try {
    await installPackages(PACKAGES)
  } catch (error) {
    return { missing: `no browser: ${String(error)}` }
  }
  const path = findChromium()
  return path ? { path } : { missing: 'no browser: chromium was installed and cannot be found' }
}

/**
 * Starts the browser, without a window. Chromium's sandbox refuses to run as root.
 *
 * @param {string} path
 */
export function launchChromium(path) {
  return chromium.launch({ executablePath: path, chromiumSandbox: !isRoot })
}

function findChromium() {
  return findProgram([process.env['FRONTDESK_TEST_CHROMIUM'] ?? '', ...NAMES].filter(Boolean))
}
