/**
 * The files of a desk as they were written: read (`folder-texts`), parsed (`yaml-document`), with the environment filled
 * in (`environment`) and what is mistaken left out (`salvage`). A `Spot` is a place in a file; every mistake is reported
 * at one. The rest of `config` imports from here; this folder imports nothing of it.
 *
 * @module
 */
import type { FolderTexts, TextFile } from './folder-texts.ts'
import type { Problem } from './problem.ts'
import type { YamlDocument } from './yaml-document.ts'
import { readYaml } from './yaml-document.ts'

/** What a desk folder holds, not yet checked. */
export interface DeskFolder {
  readonly desk: YamlDocument | null
  readonly intents: readonly YamlDocument[]
  readonly tables: readonly YamlDocument[]
  readonly entities: readonly YamlDocument[]
}

/** The values that stand in the files of a desk. */
export function parseFolder(texts: FolderTexts, problems: Problem[]): DeskFolder {
  const before = problems.length
  const [desk = null, second] = parse([texts.desk], problems)
  if (desk === null && problems.length === before) problems.push(emptyDesk)
  if (second !== undefined) problems.push(oneDeskOnly(second))
  return {
    desk,
    intents: parse(texts.intents, problems),
    tables: parse(texts.tables, problems),
    entities: parse(texts.entities, problems),
  }
}

function parse(files: readonly TextFile[], problems: Problem[]): readonly YamlDocument[] {
  return files.flatMap(({ file, text }) => {
    const read = readYaml(file, text)
    problems.push(...read.problems)
    return read.documents
  })
}

const emptyDesk: Problem = {
  code: 'missing',
  file: 'desk.yaml',
  line: 1,
  column: 1,
  message: 'The file is empty.',
  hint: 'Begin with `name`, `timezone`, `currency` and `country`.',
}

function oneDeskOnly(second: YamlDocument): Problem {
  return {
    code: 'not-allowed',
    file: second.file,
    ...second.at([], 'value'),
    message: 'desk.yaml holds one document.',
    hint: 'Take out the `---`.',
  }
}
