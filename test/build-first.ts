import { hasEncoder, provideEncoder } from '../bin/encoder.mjs'
import { build, isFresh } from '../build.mjs'

/**
 * Workers, the page and the sentence encoder are in `dist/`, so every test run begins with them. A build that fails
 * is told, and fails the tests that need what it did not make.
 */
export async function setup(): Promise<void> {
  try {
    if (!isFresh()) await build()
    if (!hasEncoder()) await provideEncoder()
  } catch {
    process.stderr.write(
      'The build failed, see above: tests of what it did not make will fail too.\n',
    )
  }
}
