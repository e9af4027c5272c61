import { errorCodes } from '../../src/errors.ts'
import type { ErrorEntry } from '../../src/error-entry.ts'
import { en } from '../../src/fulfilment/sentences/en.ts'

/** The page docs/reference/errors.md; `npm run docs` writes it. */
export function errorsPage(): string {
  const entries: readonly (readonly [string, ErrorEntry])[] = Object.entries(errorCodes)
  const sorted = entries.toSorted(([one], [other]) => (one < other ? -1 : 1))
  return `${opening}\n${sorted.map(([code, entry]) => section(code, entry)).join('\n')}`
}

const opening = `# Errors

<!-- Written by \`npm run docs\` from src/errors.ts: change it there. -->

Every error has a code of two parts, the room it comes from and its name. The operator gets code, message, hint and cause, in
the log and in the Turn. The visitor gets one courteous sentence; a desk may write its own under \`sentences\`.
`

function section(code: string, { meaning, hint, retry, visitor, status }: ErrorEntry): string {
  const again = retry ? 'The same call may work when tried again.' : ''
  const seen = status === 500 && !isOverHttp(code) ? '' : `HTTP status ${status}. `
  const told =
    isOverHttp(code) && status !== 401 ? `The visitor is told: “${en[visitor][0] ?? ''}”` : ''
  const facts = [`${seen}${again}`.trim(), told].filter((line) => line !== '')
  return [`## ${code}`, meaning, `*What to do:* ${hint}`, ...facts].join('\n\n') + '\n'
}

/** Mistakes in files and on the command line stop a desk before anybody can ask it. */
function isOverHttp(code: string): boolean {
  return !/^(cli|config|fixture|nlu|transfer)\/|^state\/newer-schema$/.test(code)
}
