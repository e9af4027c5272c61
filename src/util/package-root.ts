import { readFileSync } from 'node:fs'

interface Manifest {
  readonly name: string
  readonly version: string
}

/** The URL of the package's own folder, with a closing slash: the same from `src/` and from `dist/`. */
export const packageRoot: URL = findRoot(new URL('.', import.meta.url))

/**
 * The URL of a built worker, for `new Worker(url)`. Workers run from `dist/` also while the rest
 * runs from its sources, because Node 20 reads no TypeScript.
 *
 * @param path where its source stands below `src/`, without ending: `sources/reading-worker`
 */
export function workerUrl(path: string): URL {
  return new URL(`dist/${path}.js`, packageRoot)
}

/** The version of this package, such as `0.1.0`. */
export function version(): string {
  return manifestOf(packageRoot)?.version ?? 'unknown'
}

function findRoot(folder: URL): URL {
  if (manifestOf(folder)?.name === 'frontdesk') return folder
  const parent = new URL('..', folder)
  if (parent.href === folder.href) throw new Error('no frontdesk package is above this file')
  return findRoot(parent)
}

function manifestOf(folder: URL): Manifest | undefined {
  try {
    return JSON.parse(readFileSync(new URL('package.json', folder), 'utf8')) as Manifest
  } catch {
    return undefined
  }
}
