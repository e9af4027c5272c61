import { FrontdeskError } from '../errors.ts'
import type { SqliteDatabase } from '../util/load-sqlite.ts'

/**
 * The steps from an empty file to the present schema, in order. Add to the end; never change one that was released.
 * There is one index, for finding the turn of a message and for reading a conversation back: any other would cost every
 * turn more than it saves the daily forgetting.
 */
export const migrations: readonly string[] = [
  `create table sessions (
     conversation text primary key,
     version integer not null,
     touched text not null,
     session text not null
   ) without rowid;
   create table turns (
     number integer primary key,
     conversation text not null,
     version integer not null,
     at text not null,
     turn text not null
   );
   create index turns_conversation on turns (conversation, number);`,
  `alter table turns add column message text not null default '';
   update turns set message = json_extract(turn, '$.message.id');
   drop index turns_conversation;
   create index turns_message on turns (conversation, message);`,
  // A delivery that is answered keeps its id alone, and a message that is sent its number: partial indexes hold what waits.
  `create table inbox (
     number integer primary key,
     id text not null unique,
     conversation text not null,
     at text not null,
     delivery text
   );
   create index inbox_waiting on inbox (conversation, number) where delivery is not null;
   create table leases (
     conversation text primary key,
     token integer not null,
     until integer not null
   ) without rowid;
   create table outbox (
     number integer primary key,
     channel text not null,
     recipient text not null,
     at text not null,
     due integer not null,
     tries integer not null default 0,
     payload text,
     reason text
   );
   create index outbox_waiting on outbox (channel, recipient, number) where payload is not null;`,
  `alter table outbox add column answers text;
   alter table outbox add column held integer not null default 0;
   alter table outbox add column sent_as text;
   create index outbox_sent on outbox (channel, sent_as) where sent_as is not null;
   create table heard (
     channel text not null,
     recipient text not null,
     at integer not null,
     primary key (channel, recipient)
   ) without rowid;
   create table reports (
     channel text not null,
     id text not null,
     state integer not null,
     at integer not null,
     primary key (channel, id)
   ) without rowid;`,
  // The process that holds it, by the name of its sign of life.
  `alter table leases add column holder text not null default '';
   alter table outbox add column holder text not null default '';`,
  `alter table outbox add column otherwise text;
   alter table reports add column unshown integer not null default 0;`,
]

/** Brings the schema up to date, each step in a transaction of its own. Throws `state/newer-schema`. */
export function migrate(db: SqliteDatabase): void {
  const found = schemaOf(db)
  if (found > migrations.length)
    throw new FrontdeskError(
      'state/newer-schema',
      `The state has schema ${found}; this Frontdesk knows up to ${migrations.length}.`,
    )
  for (let number = found; number < migrations.length; number++) step(db, number)
}

/** Two processes may start at the same moment: whoever comes second finds the step done. */
function step(db: SqliteDatabase, number: number): void {
  db.exec('begin immediate')
  try {
    if (schemaOf(db) === number) {
      db.exec(migrations[number] ?? '')
      db.exec(`pragma user_version = ${number + 1}`)
    }
    db.exec('commit')
  } catch (thrown) {
    db.exec('rollback')
    throw thrown
  }
}

function schemaOf(db: SqliteDatabase): number {
  return Number(db.prepare('pragma user_version').get()?.['user_version'] ?? 0)
}
