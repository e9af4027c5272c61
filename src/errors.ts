import { entry, type ErrorEntry } from './error-entry.ts'
import type { Observation } from './model/observation.ts'

/**
 * Every error code, in one place: `room/kebab-name` → what it means, what to do, whether the same call may work when
 * tried again, what the visitor is told, and the HTTP status it becomes. `docs/reference/errors.md` has an entry for
 * each, and a test says so.
 */
export const errorCodes = {
  'backup/not-one': entry(
    'The file is no backup of a desk, or it is damaged.',
    'Name a zip that `frontdesk backup` made; if this is one, take an older.',
    {},
  ),
  'backup/unwritable': entry(
    'The backup cannot be made.',
    'The cause says why: free disk space, or name another place.',
    {},
  ),
  'channel/bad-body': entry(
    'The body of the call could not be read.',
    'Send what the channel documents, with the right content type.',
    { visitor: 'not-taken', status: 400 },
  ),
  'channel/foreign-site': entry(
    'A page of a site the desk does not know tried to call it or to show it.',
    'Add the origin of the site to `channels.web.origins` in desk.yaml. Is it the desk’s own, seen through a proxy: set `publicUrl`.',
    { visitor: 'not-taken', status: 403 },
  ),
  'channel/other-number': entry(
    'A platform told of a number that is not the channel’s.',
    'Compare `number` in desk.yaml with the id Meta shows beside the number: it is not the number itself.',
    {},
  ),
  'channel/refused': entry(
    'A platform refused a call of Frontdesk.',
    'Check the token in .env and what the platform says in the cause.',
    {},
  ),
  'channel/too-large': entry('The body of the call is too large.', 'Send less in one call.', {
    visitor: 'too-long',
    status: 413,
  }),
  'channel/unauthorized': entry(
    'The call did not prove where it comes from.',
    'Check the credentials in desk.yaml and on the platform.',
    { visitor: 'not-taken', status: 401 },
  ),
  'channel/unreachable': entry(
    'A platform does not answer.',
    'Nothing to do: it is called again by itself. See whether this computer reaches the internet.',
    { retry: true },
  ),
  'channel/unknown': entry(
    'There is no channel of this name.',
    'Declare it under `channels` in desk.yaml.',
    { visitor: 'not-taken', status: 404 },
  ),
  'channel/wrong-type': entry(
    'The content type of the call is not the one the channel takes.',
    'Send `content-type: application/json`.',
    { visitor: 'not-taken', status: 415 },
  ),
  'cli/usage': entry('The command was called wrongly.', 'See `frontdesk --help`.', {}),
  'cli/port-busy': entry(
    'Another program listens on the port.',
    'Stop it, or choose another with `--port`.',
    {},
  ),
  'config/folder-missing': entry(
    'The desk folder does not exist or has no desk.yaml.',
    'Name a desk folder, or make one with `frontdesk new`.',
    {},
  ),
  'config/folder-taken': entry(
    'A new desk needs a folder of its own.',
    'Name a folder that does not exist yet, or an empty one.',
    {},
  ),
  'config/invalid': entry(
    'The desk has mistakes.',
    'Mend what is listed; `frontdesk check` shows it again.',
    {},
  ),
  'delivery/given-up': entry(
    'A reply could not be sent, and is not tried again.',
    'The cause says why: a visitor may have blocked the bot, or the platform was away for hours.',
    {},
  ),
  'delivery/held': entry(
    'A reply cannot be sent now: the platform takes it only after the visitor has written again.',
    'Nothing to do: it is sent then. See in the channel’s page how to call the visitor back with a template.',
    {},
  ),
  'delivery/not-arrived': entry(
    'A reply was taken by the platform, which reports that it did not arrive.',
    'The cause has the platform’s words: the visitor may have blocked the desk, or a file could not be fetched.',
    {},
  ),
  'desk/not-ready': entry(
    'A message came before the desk had learned its phrases.',
    'Wait until `/readyz` says so; it takes a few seconds at the first start.',
    { visitor: 'too-slow', status: 503, retry: true },
  ),
  'desk/unexpected': entry(
    'Something failed that should not have.',
    'Report it with the cause shown.',
    { visitor: 'failed', status: 500 },
  ),
  'desk/too-many-look-ups': entry(
    'The dialogue asked for look-ups more than three times in one turn.',
    'Report it: a dialogue rule goes in circles.',
    { visitor: 'failed', status: 500 },
  ),
  'desk/too-slow': entry(
    'The answer was not ready within the time the platform allows.',
    'Look for the slow query in the turn, or give its source a shorter `timeout`.',
    { visitor: 'too-slow', status: 504, retry: true },
  ),
  'exposure/astray': entry(
    'The public address does not lead to this desk.',
    'Look at the proxy, the name and the firewall in front of it; what it answers is in the message.',
    { retry: true },
  ),
  'exposure/host-key': entry(
    'The server of the tunnel is not the one whose key is pinned.',
    'Somebody may stand in between. Only if you know why it changed, write the key shown into `hostKey`.',
    {},
  ),
  'exposure/none': entry(
    'Nothing on this computer makes it reachable from outside.',
    'Install cloudflared, which needs no account; or `npm install @ngrok/ngrok` and set NGROK_AUTHTOKEN; or declare `exposure` in desk.yaml.',
    {},
  ),
  'exposure/not-installed': entry(
    'A package or program the exposure needs is not there.',
    'Install it, or declare another `exposure` in desk.yaml.',
    {},
  ),
  'exposure/not-registered': entry(
    'A platform did not keep the address it was told to call.',
    'Somebody else may register the same bot or agent elsewhere: stop that, it is told again by itself.',
    {},
  ),
  'exposure/port-refused': entry(
    'The server does not hand over its port to the tunnel.',
    'Allow it there (`AllowTcpForwarding`, `permitlisten`), or see who else uses it; it is tried again by itself.',
    { retry: true },
  ),
  'exposure/refused': entry(
    'What makes the desk reachable refused its key or token.',
    'Check the key or token under `exposure` in desk.yaml.',
    {},
  ),
  'exposure/unreachable': entry(
    'What makes the desk reachable does not answer.',
    'Nothing to do: it is tried again by itself. See whether this computer reaches the internet.',
    { retry: true },
  ),
  'fixture/failed': entry(
    'The script that makes the desk’s example data failed, or may not write where it was told to.',
    'Run it again after mending what the cause says.',
    {},
  ),
  'fulfilment/template': entry(
    'A template of an answer could not be rendered.',
    'Mend the template; `frontdesk check` points to it.',
    { visitor: 'failed', status: 500 },
  ),
  'identity/private': entry(
    'A private table was asked without the person it belongs to.',
    'Only answers whose identity is proven may read it.',
    { visitor: 'failed', status: 403 },
  ),
  'identity/sql-on-private': entry(
    'SQL text was sent to a source that holds something private.',
    'Write the answer as `from:`/`where:` instead of `sql:`.',
    { visitor: 'failed', status: 403 },
  ),
  'identity/hidden-column': entry(
    'A column was asked that is never told to anyone.',
    'Leave it out of the answer, or out of `hidden` in the table’s file.',
    { visitor: 'failed', status: 403 },
  ),
  'identity/view-not-marked': entry(
    'An answer reads a view, or a partition or a parent of a table, of a source that keeps something private; it shows rows of other tables, whosever they are.',
    'Say in its file under tables/ whose its rows are (`private`), or that they are for everyone (`public: true`).',
    { visitor: 'failed', status: 403 },
  ),
  'identity/too-many-failures': entry(
    'Proofs of identity failed too often about one person, or from one address: somebody may be guessing.',
    'Nothing to do: an address is let go after an hour, or a day where it tried one person; proofs about a person from elsewhere wait an hour at the most.',
    { visitor: 'locked', status: 429 },
  ),
  'identity/unknown-person': entry(
    'No row of the identity’s table has this key.',
    'Write the key as it stands in the table.',
    { status: 404 },
  ),
  'nlu/no-intents': entry('The desk has no intent to understand.', 'Write one under intents/.', {}),
  'server/forbidden': entry(
    'The address is not for this caller.',
    'See in docs/reference/http.md who may call it.',
    { visitor: 'not-taken', status: 403 },
  ),
  'server/not-found': entry(
    'Nothing answers at this address.',
    'See the paths in docs/reference/http.md.',
    { visitor: 'not-taken', status: 404 },
  ),
  'server/method': entry(
    'The address does not take this method.',
    'See the paths in docs/reference/http.md.',
    { visitor: 'not-taken', status: 405 },
  ),
  'server/too-many-requests': entry(
    'Too many requests from one conversation or address.',
    'Wait as long as `Retry-After` says.',
    { visitor: 'too-many-requests', status: 429, retry: true },
  ),
  'simulator/not-there': entry(
    'The simulated phone has no such button, or there is no such phone.',
    'Look at the screen again: it may have changed meanwhile.',
    { visitor: 'not-taken', status: 404 },
  ),
  'source/busy': entry(
    'The database refused another connection, or a lock was held too long.',
    'Raise its connection limit or lower `pool` in desk.yaml.',
    { visitor: 'busy', status: 503, retry: true },
  ),
  'source/circuit-open': entry(
    'The source failed several times in a row and is left alone for a moment.',
    'Look at the errors before this one; it is tried again by itself.',
    { visitor: 'unavailable', status: 503, retry: true },
  ),
  'source/denied': entry(
    'The database refused the user or the password, or the user may not read this.',
    'Check the URL in desk.yaml or .env, and the user’s grants.',
    { visitor: 'unavailable', status: 503 },
  ),
  'source/driver-missing': entry(
    'The library that talks to this database is not installed.',
    'Install it with the command shown.',
    { visitor: 'unavailable', status: 503 },
  ),
  'source/invalid-query': entry(
    'The database could not make sense of the query.',
    'Compare the names in the answer with the source’s tables.',
    { visitor: 'failed', status: 500 },
  ),
  'source/no-such-column': entry(
    'The query names a column that is not there.',
    'Compare it with the source’s tables.',
    { visitor: 'failed', status: 500 },
  ),
  'source/no-such-database': entry(
    'The database or file does not exist.',
    'Check the URL or file in desk.yaml.',
    { visitor: 'unavailable', status: 503 },
  ),
  'source/no-such-table': entry(
    'The query names a table that is not there.',
    'Compare it with the source’s tables.',
    { visitor: 'failed', status: 500 },
  ),
  'source/parameter-missing': entry(
    'A `:name` in the SQL has no value.',
    'Give the parameter under `parameters`.',
    { visitor: 'failed', status: 500 },
  ),
  'source/read-only': entry(
    'Something tried to write to a source that may only be read.',
    'Answers read; only forms write.',
    { visitor: 'failed', status: 500 },
  ),
  'source/stopped': entry(
    'The query was stopped before it finished.',
    'Nothing to do: its turn had ended.',
    { visitor: 'too-slow', status: 504, retry: true },
  ),
  'source/too-slow': entry(
    'The query took longer than its source’s time limit.',
    'Add an index, or raise `timeout` for the source.',
    { visitor: 'too-slow', status: 504, retry: true },
  ),
  'source/unknown': entry(
    'A query names a source that desk.yaml does not declare.',
    'Declare it under `sources`.',
    { visitor: 'failed', status: 500 },
  ),
  'source/unreachable': entry(
    'The database server does not answer.',
    'Start it, or check host and port in the URL.',
    { visitor: 'unavailable', status: 503, retry: true },
  ),
  'source/unsupported': entry(
    'The source does not take this kind of query.',
    'Ask it in a kind it speaks.',
    { visitor: 'failed', status: 500 },
  ),
  'state/conflict': entry(
    'The conversation moved on while this turn was under way.',
    'Nothing to do: the message is taken again.',
    { visitor: 'busy', status: 409, retry: true },
  ),
  'state/newer-schema': entry(
    'The state was written by a newer Frontdesk.',
    'Run that version, or move `.frontdesk/` away.',
    {},
  ),
  'state/unwritable': entry(
    'The state cannot be written.',
    'Free disk space, or make `.frontdesk/` writable.',
    { visitor: 'unavailable', status: 503, retry: true },
  ),
  'transfer/no-agent': entry(
    'What was named holds no agent, or more than one.',
    'Name the zip that was exported, or the folder with its agent.json and intents/.',
    {},
  ),
  'transfer/not-an-archive': entry(
    'The file is no zip.',
    'Export the agent as a zip, or name the folder it was unpacked to.',
    {},
  ),
  'transfer/not-there': entry(
    'There is no such file or folder.',
    'Name the zip of an agent, or the folder it was unpacked to.',
    {},
  ),
  'transfer/too-large': entry(
    'The agent unpacks to more than any agent holds.',
    'Look at what the zip holds: it may have been made to do harm.',
    {},
  ),
} as const

/** A code of the family, such as `source/too-slow`. */
export type ErrorCode = keyof typeof errorCodes

/** The one error family. The message names the thing and quotes the value; the hint says what to do. */
export class FrontdeskError extends Error {
  override readonly name = 'FrontdeskError'
  readonly code: ErrorCode
  /** What to do about it. */
  readonly hint: string
  /** A file with its line, or a path. */
  readonly at: string | null
  /** Seconds after which the same call may work, where that is known. */
  readonly retryAfter: number | null

  constructor(
    code: ErrorCode,
    message: string,
    rest: { hint?: string; at?: string; cause?: unknown; retryAfter?: number } = {},
  ) {
    super(message, rest.cause === undefined ? undefined : { cause: rest.cause })
    this.code = code
    this.hint = rest.hint ?? errorCodes[code].hint
    this.at = rest.at ?? null
    this.retryAfter = rest.retryAfter ?? null
  }

  /** What never changes about this code. */
  get entry(): ErrorEntry {
    return errorCodes[this.code]
  }
}

/** Anything thrown, as one of the family: what it is not yet becomes `desk/unexpected` with its cause kept. */
export function asFrontdeskError(thrown: unknown): FrontdeskError {
  if (thrown instanceof FrontdeskError) return thrown
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new FrontdeskError('desk/unexpected', message, { cause: thrown })
}

/** What operators are told of something thrown; `what` names the part it happened in. */
export function failureObserved(
  thrown: unknown,
  what?: string,
): Extract<Observation, { kind: 'error' }> {
  const { code, message, hint, cause } = asFrontdeskError(thrown)
  return {
    kind: 'error',
    code,
    message: what === undefined ? message : `${what}: ${message}`,
    hint,
    cause: cause instanceof Error ? cause.message : String(cause ?? ''),
  }
}
