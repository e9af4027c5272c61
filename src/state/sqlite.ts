import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { FrontdeskError } from '../errors.ts'
import type {
  Answers,
  Claim,
  Delivery,
  Due,
  Held,
  News,
  Outcome,
  Report,
  Session,
  State,
  Turn,
  TurnFilter,
  Wished,
} from '../model/index.ts'
import { loadSqlite } from '../util/load-sqlite.ts'
import type { SqliteDatabase } from '../util/load-sqlite.ts'
import { GroupCommit } from './group-commit.ts'
import { fromKept, toKept } from './kept-turn.ts'
import type { PostOperation } from './sqlite-post.ts'
import { StateThread } from './state-thread.ts'
import { Together } from './together.ts'
import { SignOfLife } from './sign-of-life.ts'
import { mostAnswered, WarmConversations } from './warm.ts'

/**
 * Opens the state kept in `state.db` of a folder, which is made when it is not there. Rejects with
 * `state/unwritable` or `state/newer-schema`.
 *
 * @param folder usually `<desk>/.frontdesk`
 */
export async function sqliteState(folder: string): Promise<State> {
  makeFolder(folder)
  const file = join(folder, 'state.db')
  makeFile(file)
  const thread = await StateThread.open(file)
  const { DatabaseSync } = loadSqlite()
  return new SqliteState(folder, thread, new DatabaseSync(file, { readOnly: true }))
}

/** Makes a folder that only its owner may read. Throws `state/unwritable`. */
export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new FrontdeskError('state/unwritable', `The folder ${folder} cannot be made.`, { cause })
  }
}

/** Makes a file that only its owner may read and write, where there is none: what SQLite puts beside it is like it. */
function makeFile(file: string): void {
  try {
    closeSync(openSync(file, 'a', 0o600))
  } catch (cause) {
    throw new FrontdeskError('state/unwritable', `The file ${file} cannot be written.`, { cause })
  }
}

/** A turn on its way to the disk. */
interface Keeping {
  readonly turn: Turn
  readonly kept: Promise<void>
}

/** Writing happens in a thread of its own; a session or a turn, one row by its key, is read right here. */
class SqliteState implements State {
  readonly #folder: string
  readonly #thread: StateThread
  readonly #reader: SqliteDatabase
  readonly #commits: GroupCommit
  readonly #post: Together<PostOperation>
  readonly #findSession: (conversation: string) => unknown
  readonly #findAnswered: (conversation: string) => readonly string[]
  readonly #findTurn: (conversation: string, message: string) => Turn | null
  /** Sessions on their way to the disk: what a conversation's next turn begins with. */
  readonly #underWay = new Map<string, Session>()
  /** Turns on their way to the disk, by the id of their message. */
  readonly #keeping = new Map<string, Keeping>()
  readonly #warm = new WarmConversations()
  /** Only who takes something has to show it. */
  #sign: SignOfLife | null = null

  constructor(folder: string, thread: StateThread, reader: SqliteDatabase) {
    this.#folder = folder
    this.#thread = thread
    this.#reader = reader
    this.#commits = new GroupCommit((turns) => thread.run({ kind: 'commit', turns }))
    this.#post = new Together((operations) => thread.run({ kind: 'post', operations }))
    const session = reader.prepare('select session from sessions where conversation = ?')
    this.#findSession = (conversation) => session.get(conversation)?.['session']
    const answered = reader.prepare('select message from turns where conversation = ? limit ?')
    this.#findAnswered = (conversation) =>
      answered.all(conversation, mostAnswered + 1).map((row) => String(row['message']))
    const turn = reader.prepare(
      'select version, turn from turns where conversation = ? and message = ? order by number desc',
    )
    this.#findTurn = (conversation, message) => {
      const row = turn.get(conversation, message)
      return row === undefined ? null : fromKept(row as { turn: string; version: number })
    }
  }

  async session(conversation: string): Promise<Session | null> {
    const known = this.#underWay.get(conversation) ?? this.#warm.session(conversation)
    if (known !== undefined) return known
    const found = this.#findSession(conversation)
    if (typeof found !== 'string') return null
    const session = JSON.parse(found) as Session
    this.#warm.load(session, this.#findAnswered(conversation))
    return session
  }

  async commit(turn: Turn, patience = 0, answers?: Answers): Promise<void> {
    const { session } = turn
    const { conversation } = session
    const kept = this.#commits.add(toKept(turn, answers), patience)
    this.#underWay.set(conversation, session)
    this.#keeping.set(turn.message.id, { turn, kept })
    try {
      await kept
      this.#warm.kept(turn)
    } catch (thrown) {
      this.#warm.drop(conversation)
      throw thrown
    } finally {
      // A later turn of the conversation may be under way already; it is not this one's to remove.
      if (this.#underWay.get(conversation) === session) this.#underWay.delete(conversation)
      if (this.#keeping.get(turn.message.id)?.turn === turn) this.#keeping.delete(turn.message.id)
    }
  }

  async answerTo(conversation: string, message: string): Promise<Turn | null> {
    const keeping = this.#keeping.get(message)
    const isKeeping = keeping?.turn.session.conversation === conversation
    if (isKeeping) await keeping.kept.catch(ignore)
    else if (!this.#warm.mayHaveAnswered(conversation, message)) return null
    return this.#findTurn(conversation, message)
  }

  async turns(filter: TurnFilter): Promise<readonly Turn[]> {
    await this.#commits.drain()
    const rows = await this.#thread.run<{ turn: string; version: number }[]>({
      kind: 'turns',
      filter,
    })
    return rows.map(fromKept)
  }

  accept(deliveries: readonly Delivery[]): Promise<void> {
    return this.#post.ask({ kind: 'accept', deliveries })
  }

  async claim(wish: Wished): Promise<readonly Claim[]> {
    return this.#post.ask({ kind: 'claim', wish, holder: this.#holder() })
  }

  hold({ conversation, token }: Held, until: number): Promise<void> {
    return this.#post.ask({ kind: 'hold', claim: { conversation, token }, until })
  }

  async due(wish: Wished): Promise<readonly Due[]> {
    return this.#post.ask({ kind: 'due', wish, holder: this.#holder() })
  }

  settle({ number }: Due, outcome: Outcome): Promise<void> {
    return this.#post.ask({ kind: 'settle', number, outcome })
  }

  report(reports: readonly Report[]): Promise<readonly News[]> {
    return this.#post.ask({ kind: 'report', reports })
  }

  async forget(before: string): Promise<number> {
    await this.#commits.drain()
    this.#warm.clear()
    return this.#thread.run({ kind: 'forget', before })
  }

  async close(): Promise<void> {
    await Promise.all([this.#commits.drain(), this.#post.drain()])
    this.#reader.close()
    await this.#thread.close()
    this.#sign?.end()
  }

  #holder(): string {
    this.#sign ??= SignOfLife.show(this.#folder)
    return this.#sign.holder
  }
}

/** Whoever keeps the turn is told. */
function ignore(): void {}
