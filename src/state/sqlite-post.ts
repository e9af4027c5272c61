import type { Answers, Delivery, Held, Outcome, Report, Wished } from '../model/index.ts'
import type { SqliteDatabase } from '../util/load-sqlite.ts'
import { sqliteHeard, sqliteOutbox, sqliteReports } from './sqlite-outbox.ts'

/** Deliveries of one conversation that are claimed together. */
const mostClaimed = 20

/** What is asked of the post, as it travels to the thread that owns the file; by which process, where it takes something. */
export type PostOperation =
  | { readonly kind: 'accept'; readonly deliveries: readonly Delivery[] }
  | { readonly kind: 'claim'; readonly wish: Wished; readonly holder: string }
  | { readonly kind: 'hold'; readonly claim: Held; readonly until: number }
  | { readonly kind: 'due'; readonly wish: Wished; readonly holder: string }
  | { readonly kind: 'settle'; readonly number: number; readonly outcome: Outcome }
  | { readonly kind: 'report'; readonly reports: readonly Report[] }

/** The tables `inbox`, `leases`, `outbox`, `heard` and `reports`. Whoever calls opens the transaction. */
export interface SqlitePost {
  run(operation: PostOperation): unknown
  /** Whether a delivery waits still, and its conversation is still held under this claim. */
  holds(answers: Answers): boolean
  /** A delivery is answered: what it said is let go, and what is to be sent waits. */
  answered(answers: Answers, at: string): void
  /** Lets go of what came before this instant. */
  forget(before: string): void
  /** Frees what a process held that is gone. */
  release(holder: string): void
}

/** Prepares the statements of the post. */
export function sqlitePost(db: SqliteDatabase): SqlitePost {
  const [inbox, leases, outbox] = [inboxOf(db), leasesOf(db), sqliteOutbox(db)]
  const [heard, reports] = [sqliteHeard(db), sqliteReports(db)]
  const run = (operation: PostOperation): unknown => {
    switch (operation.kind) {
      case 'accept':
        operation.deliveries.forEach(inbox.accept)
        return operation.deliveries.forEach((delivery) => heard.note(delivery))
      case 'claim':
        return leases
          .claim(operation.wish, operation.holder)
          .map((held) => ({ ...held, deliveries: inbox.waiting(held.conversation) }))
      case 'hold':
        return leases.hold(operation.claim, operation.until)
      case 'due':
        return outbox.due(operation.wish, operation.holder)
      case 'settle':
        return outbox.settle(operation.number, operation.outcome)
      case 'report':
        return operation.reports.flatMap((report) => reports.keep(report))
      default:
        return operation satisfies never
    }
  }
  return {
    run,
    holds: ({ claim, delivery }) => leases.isHeld(claim) && inbox.isWaiting(delivery),
    answered({ delivery, outgoing }, at) {
      inbox.answered(delivery)
      for (const one of outgoing) outbox.add(one, delivery, at)
    },
    forget(before) {
      inbox.forget(before)
      outbox.forget(before)
      for (const { forget } of [leases, heard, reports]) forget(Date.parse(before))
    },
    release(holder) {
      leases.release(holder)
      outbox.release(holder)
    },
  }
}

function inboxOf(db: SqliteDatabase) {
  const add = db.prepare(
    'insert into inbox (id, conversation, at, delivery) values (?, ?, ?, ?) on conflict (id) do nothing',
  )
  const waiting = db.prepare(
    'select delivery from inbox where conversation = ? and delivery is not null order by number limit ?',
  )
  const isWaiting = db.prepare('select 1 from inbox where id = ? and delivery is not null')
  const answered = db.prepare('update inbox set delivery = null where id = ?')
  const forget = db.prepare('delete from inbox where at < ?')
  return {
    accept: (delivery: Delivery): void => {
      const { id, conversation, at } = delivery.message
      add.run(id, conversation, at, JSON.stringify(delivery))
    },
    waiting: (conversation: string) =>
      waiting
        .all(conversation, mostClaimed)
        .map((row) => JSON.parse(String(row['delivery'])) as Delivery),
    isWaiting: (id: string) => isWaiting.get(id) !== undefined,
    answered: (id: string) => answered.run(id),
    forget: (before: string) => forget.run(before),
  }
}

function leasesOf(db: SqliteDatabase) {
  const free = db.prepare(
    `select waits.conversation as conversation, coalesce(token, 0) + 1 as token
     from (select conversation, min(number) as number from inbox
           where delivery is not null group by conversation) as waits
     left join leases on leases.conversation = waits.conversation
     where coalesce(until, 0) <= ? order by number limit ?`,
  )
  const take = db.prepare(
    `insert into leases (conversation, token, until, holder) values (?, ?, ?, ?)
     on conflict (conversation) do update
     set token = excluded.token, until = excluded.until, holder = excluded.holder`,
  )
  const hold = db.prepare('update leases set until = ? where conversation = ? and token = ?')
  const isHeld = db.prepare('select 1 from leases where conversation = ? and token = ?')
  const forget = db.prepare('delete from leases where until < ?')
  // The token stays: should the process be there after all, it cannot answer any more once another has claimed.
  const release = db.prepare('update leases set until = 0 where holder = ?')
  return {
    claim: ({ now, until, limit }: Wished, holder: string) =>
      free.all(now, limit).map((row): Held => {
        const held = { conversation: String(row['conversation']), token: Number(row['token']) }
        take.run(held.conversation, held.token, until, holder)
        return held
      }),
    hold({ conversation, token }: Held, until: number): void {
      hold.run(until, conversation, token)
    },
    isHeld: ({ conversation, token }: Held) => isHeld.get(conversation, token) !== undefined,
    forget: (before: number) => forget.run(before),
    release: (holder: string) => release.run(holder),
  }
}
