import { build, isFresh } from '../build.mjs'

/**
 * Workers and the page run from `dist/`, so every test run begins with a current build. One that fails
 * is told, and fails the tests that need what it did not make.
 */
export async function setup(): Promise<void> {
  if (isFresh()) return
  try {
    await build()
  } catch {
    process.stderr.write(
      'The build failed, see above: tests of what it did not make will fail too.\n',
    )
  }
}
