import { reportedStates } from '../model/index.ts'
import type { Answers, Delivery, Due, News, Outcome, Report, Wished } from '../model/index.ts'
import type { SqliteDatabase } from '../util/load-sqlite.ts'

/** What was to take the place of a message is due, in that very place. */
const takePlace =
  'update outbox set payload = otherwise, otherwise = null, sent_as = null, due = 0, tries = 0'

/** The table `outbox`: what is to be sent, and what was. */
export function sqliteOutbox(db: SqliteDatabase) {
  const add = db.prepare(
    'insert into outbox (channel, recipient, at, due, payload, answers) values (?, ?, ?, 0, ?, ?)',
  )
  const due = db.prepare(
    `select number, outbox.channel, outbox.recipient, payload, tries, held as isHeld, heard.at as heard
     from outbox left join heard
       on heard.channel = outbox.channel and heard.recipient = outbox.recipient
     where due <= ? and number in (select min(number) from outbox
       where payload is not null group by channel, recipient)
     order by number limit ?`,
  )
  const keep = db.prepare('update outbox set due = ?, holder = ? where number = ?')
  const later = db.prepare(
    `update outbox set due = ?, tries = tries + 1, holder = '' where number = ?`,
  )
  // Whoever wrote while it was looked at is waiting for it.
  const held = db.prepare(
    `update outbox set held = 1, holder = '', due = case when ? < (select at from heard
       where heard.channel = outbox.channel and heard.recipient = outbox.recipient)
     then 0 else ? end where number = ?`,
  )
  const sent = db.prepare(
    'update outbox set payload = null, sent_as = ?, otherwise = ? where number = ?',
  )
  // What came of it may have been told before it was noted that it was sent.
  const instead = db.prepare(
    `${takePlace} where number = ? and otherwise is not null and exists (select 1 from reports
       where reports.channel = outbox.channel and id = outbox.sent_as and unshown = 1)`,
  )
  const failed = db.prepare('update outbox set payload = null, reason = ? where number = ?')
  const forget = db.prepare('delete from outbox where at < ?')
  // What waits because its platform said so is nobody's.
  const release = db.prepare(
    `update outbox set due = 0, holder = '' where payload is not null and holder = ?`,
  )
  return {
    add: ({ channel, recipient, payload }: Answers['outgoing'][number], to: string, at: string) =>
      add.run(channel, recipient, at, JSON.stringify(payload), to),
    due: ({ now, until, limit }: Wished, holder: string) =>
      due.all(now, limit).map((row): Due => {
        const found = row as unknown as DueRow
        keep.run(until, holder, found.number)
        const payload = JSON.parse(found.payload) as unknown
        return { ...found, payload, isHeld: found.isHeld !== 0 }
      }),
    settle(number: number, outcome: Outcome): void {
      if (outcome.kind === 'later') later.run(outcome.at, number)
      else if (outcome.kind === 'held') held.run(outcome.heard ?? -1, outcome.at, number)
      else if (outcome.kind === 'failed') failed.run(outcome.reason, number)
      else {
        const { id = null, otherwise } = outcome
        sent.run(id, otherwise === undefined ? null : JSON.stringify(otherwise), number)
        instead.run(number)
      }
    },
    forget: (before: string) => forget.run(before),
    release: (holder: string) => release.run(holder),
  }
}

interface DueRow extends Omit<Due, 'payload' | 'isHeld'> {
  readonly payload: string
  readonly isHeld: number
}

/** The table `heard`: when each recipient was heard last. */
export function sqliteHeard(db: SqliteDatabase) {
  const note = db.prepare(
    `insert into heard (channel, recipient, at) values (?, ?, ?)
     on conflict (channel, recipient) do update set at = max(heard.at, excluded.at)`,
  )
  const free = db.prepare(
    'update outbox set due = 0 where held = 1 and payload is not null and channel = ? and recipient = ?',
  )
  const forget = db.prepare('delete from heard where at < ?')
  return {
    /** Notes whom a delivery was heard from; what was held for them is due. */
    note({ message: { channel }, heard }: Delivery): void {
      if (heard === undefined) return
      note.run(channel, heard.recipient, heard.at)
      free.run(channel, heard.recipient)
    },
    forget: (before: number) => forget.run(before),
  }
}

/** The table `reports`: what platforms told of what was sent, the latest of each. */
export function sqliteReports(db: SqliteDatabase) {
  const keep = db.prepare(
    `insert into reports (channel, id, state, at, unshown) values (?, ?, ?, ?, ?)
     on conflict (channel, id) do update
     set state = excluded.state, at = excluded.at, unshown = excluded.unshown
     where excluded.state > reports.state`,
  )
  const answers = db.prepare('select answers from outbox where channel = ? and sent_as = ?')
  const instead = db.prepare(
    `${takePlace} where channel = ? and sent_as = ? and otherwise is not null`,
  )
  const forget = db.prepare('delete from reports where at < ?')
  return {
    /** Keeps a report; gives it where it is news. */
    keep(report: Report): readonly News[] {
      const { channel, id, state, at, isUnshown = false } = report
      const rank = reportedStates.indexOf(state)
      const { changes } = keep.run(channel, id, rank, at, isUnshown ? 1 : 0)
      if (Number(changes) === 0) return []
      const row = answers.get(channel, id)
      if (isUnshown) instead.run(channel, id)
      const told = row?.['answers']
      return [{ ...report, answers: typeof told === 'string' ? told : null }]
    },
    forget: (before: number) => forget.run(before),
  }
}
