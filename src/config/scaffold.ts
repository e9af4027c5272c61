import { cp, mkdir, readdir, rename } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FrontdeskError } from '../errors.ts'
import { packageRoot } from '../util/package-root.ts'

const template = new URL('templates/new-desk/', packageRoot)

/**
 * Makes a small desk in a folder that does not exist yet or is empty: it answers from an example database until its
 * owner connects another. Resolves with the files made, relative to the folder. Rejects with `config/folder-taken`.
 */
export async function scaffold(folder: string): Promise<readonly string[]> {
  const root = resolve(folder)
  const there = await readdir(root).catch(() => [])
  if (there.length > 0)
    throw new FrontdeskError('config/folder-taken', `The folder ${folder} is not empty.`, {
      at: root,
    })
  await mkdir(root, { recursive: true })
  await cp(fileURLToPath(template), root, { recursive: true })
  const files = await readdir(root, { recursive: true, withFileTypes: true })
  // Packing leaves dot files out, so the template has an underscore in the place of the dot.
  const hidden = files.filter((file) => file.name.startsWith('_'))
  await Promise.all(
    hidden.map(({ parentPath, name }) =>
      rename(join(parentPath, name), join(parentPath, `.${name.slice(1)}`)),
    ),
  )
  const made = await readdir(root, { recursive: true, withFileTypes: true })
  return made
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1))
    .toSorted((a, b) => Number(basename(b) === 'desk.yaml') - Number(basename(a) === 'desk.yaml'))
}
