import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourceKind, SourceSettings } from '../../model/index.ts'
import { own } from '../../util/own.ts'
import type { DeskInput } from '../schemas/desk-schema.ts'
import { sourceKindNames } from '../schemas/desk-schema.ts'
import { isUnfilled } from '../files/environment.ts'
import type { Spot } from '../files/spot.ts'

type SourceInput = DeskInput['sources'][string]

const kindOfName: Readonly<Record<(typeof sourceKindNames)[number], SourceKind>> = {
  sqlite: 'sqlite',
  mysql: 'mysql',
  mariadb: 'mysql',
  postgres: 'postgres',
  postgresql: 'postgres',
}

/** Reads where a source is; null when that cannot be told. A fixture may make an SQLite file later. */
export function toSource(
  name: string,
  input: SourceInput,
  spot: Spot,
  desk: { readonly folder: string; readonly hasFixture: boolean },
): SourceSettings | null {
  const kind = kindOf(name, input, spot)
  if (kind === null) return null
  const timeoutSeconds = input.timeout
  if (kind !== 'sqlite') {
    if (input.file !== undefined)
      spot.to('file').report('not-allowed', '`file` is for SQLite.', { part: 'key' })
    if (input.url === undefined) return missing('url', 'Write its address, as `${NAME}`.', spot)
    const url = input.url.replace(/^mariadb:/i, 'mysql:')
    if (!isUnfilled(url) && !URL.canParse(url)) {
      spot.to('url').report('not-allowed', 'The address cannot be read.', {
        hint: `Write it as ${kind}://user:password@host:port/database; encode special characters.`,
      })
      return null
    }
    return { name, kind, url, pool: input.pool, timeoutSeconds }
  }
  const written = input.file ?? input.url
  if (written === undefined) return missing('file', 'Name the SQLite file.', spot)
  if (input.file !== undefined && input.url !== undefined)
    spot.to('url').report('not-allowed', 'A source has either `file` or `url`.', { part: 'key' })
  const file = resolve(desk.folder, filePath(written))
  if (!desk.hasFixture && !existsSync(file))
    spot.to(input.file === undefined ? 'url' : 'file').report('missing', 'There is no such file.', {
      hint: 'Make the database, or a `fixture` that makes it.',
    })
  return { name, kind, file, timeoutSeconds }
}

/** What it says it is, else the scheme of its address, else its name. */
function kindOf(name: string, input: SourceInput, spot: Spot): SourceKind | null {
  const scheme = /^([a-z]+):/i.exec(input.url ?? '')?.[1]?.toLowerCase()
  if (input.url !== undefined && isUnfilled(input.url) && scheme === undefined) return null
  const known = scheme === undefined ? undefined : own(kindOfName, scheme)
  if (scheme !== undefined && known === undefined) {
    const there = spot.to('url')
    there.expects('kind of database', scheme, sourceKindNames)
    return null
  }
  if (input.kind !== undefined) {
    const kind = kindOfName[input.kind]
    if (known === undefined || known === kind) return kind
    spot.to('kind').report('not-allowed', `\`kind\` is ${kind}, but the address is ${known}’s.`)
    return null
  }
  const kind = known ?? (input.file === undefined ? own(kindOfName, name) : 'sqlite')
  if (kind !== undefined) return kind
  spot.report('missing', `\`${name}\` does not say what kind of database it is.`, {
    hint: `Add \`kind\`, or a \`url\` that begins with one of: ${sourceKindNames.join(', ')}.`,
    allowed: sourceKindNames,
    part: 'key',
  })
  return null
}

function missing(member: string, hint: string, spot: Spot): null {
  spot.report('missing', `\`${member}\` is missing.`, { hint, part: 'key' })
  return null
}

/** `sqlite:data/exams.db`, `sqlite:///abs/exams.db` or a path. */
function filePath(written: string): string {
  if (/^sqlite:\/\/\//i.test(written)) return fileURLToPath(written.replace(/^sqlite/i, 'file'))
  return written.replace(/^sqlite:(\/\/)?/i, '')
}
