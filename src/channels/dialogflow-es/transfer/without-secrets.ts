import type { AgentFile } from './agent-file.ts'
import { decode } from './decode.ts'

const secretTexts =
  /("(?:secondaryKey|primaryKey|accessToken|clientToken|developerToken|clientSecret|username|password)"\s*:\s*)"((?:[^"\\]|\\.)*)"/g
const headers = /("headers"\s*:\s*\{)([^{}]*)(?=\})/g
const textAfterColon = /(:\s*)"((?:[^"\\]|\\.)*)"/g
/** What stands before the host, and what a query may hold. */
const user = /("url"\s*:\s*"https?:\/\/)[^"/@]*@/g
const query = /("url"\s*:\s*"[^"?]*)\?[^"]*/g

/**
 * The file without the credentials in it: only `agent.json` has some. The text itself is changed and nothing else of
 * it, so that all the rest stays as it is, byte for byte, even in a file that is no JSON.
 */
export function withoutSecrets(file: AgentFile): AgentFile {
  if (!/^agent\.json$/i.test(file.path)) return file
  const { text } = decode(file.bytes)
  const bare = text
    .replaceAll(secretTexts, emptied)
    .replaceAll(headers, (_, start: string, inside: string) => start + withoutTexts(inside))
    .replaceAll(user, '$1')
    .replaceAll(query, '$1')
  return bare === text ? file : { ...file, bytes: new TextEncoder().encode(bare) }
}

/** What somebody who published an agent put in the place of a credential. */
const placeholder =
  /^(?:removed|redacted|hidden|deleted|none|null|x{3,}|\*{3,}|<[^>]*>|\$\{\w+\})?$/i

function emptied(all: string, before: string, value: string): string {
  return placeholder.test(value) ? all : `${before}""`
}

function withoutTexts(members: string): string {
  return members.replaceAll(textAfterColon, emptied)
}
