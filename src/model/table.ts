import type { Filter } from './query.ts'
import type { Wording } from './wording.ts'

/** What the desk knows of a table beyond its columns: what `tables/*.yaml` says. */
export interface Table {
  readonly source: string
  readonly name: string
  /** What people call it. */
  readonly title: Wording
  /** Set when a row belongs to one person: who, and the column that holds the person's key. */
  readonly private: { readonly identity: string; readonly column: string } | null
  /** Whether its owner says that its rows are for everyone: asked of a view where a table of its source is private. */
  readonly public?: boolean
  /** Columns that are never read for anyone. */
  readonly hidden: readonly string[]
  /** Keys along which other tables of the same source are joined, by the alias a query uses. */
  readonly joins: Readonly<
    Record<
      string,
      {
        readonly table: string
        readonly column: string
        readonly equals: string
        readonly kind: 'inner' | 'left'
      }
    >
  >
  /** Set when questions may be asked of it. */
  readonly words?: TableWords
}

/** What people call a table and its columns, where questions may be asked of it. */
export interface TableWords {
  /** One row, several rows, and other words for a row. */
  readonly one: string
  readonly many: string
  readonly synonyms: readonly string[]
  /** The columns that name a row, such as first and last name. */
  readonly naming: readonly string[]
  /** The columns that may be asked about: other words for each, and the unit of its numbers. */
  readonly columns: Readonly<
    Record<string, { readonly words: readonly string[]; readonly unit: string }>
  >
  /** Words said of a row, each with what must hold of its columns: a major city has more than 150,000 people. */
  readonly definitions: Readonly<Record<string, Filter>>
}

/** A table as a source describes itself. */
export interface TableShape {
  readonly name: string
  /** A `view` shows rows that stand in other tables too: a view, or a part of a table. */
  readonly kind: 'table' | 'view'
  readonly columns: readonly ColumnShape[]
  readonly primaryKey: readonly string[]
  /** Sets of columns, besides the primary key, that no two rows share. */
  readonly unique?: readonly (readonly string[])[]
  readonly foreignKeys?: readonly ForeignKey[]
  /** What the database's owner noted about it; empty for nothing. */
  readonly comment?: string
}

/** Columns whose values stand in another table of the source. */
export interface ForeignKey {
  readonly columns: readonly string[]
  readonly table: string
  readonly references: readonly string[]
}

/** A column as a source describes itself. */
export interface ColumnShape {
  readonly name: string
  readonly type: import('./result.ts').ColumnType
  readonly nullable: boolean
  /** What the database's owner noted about it; empty for nothing. */
  readonly comment?: string
}

/** How a person proves who they are. */
export interface Identity {
  readonly name: string
  readonly source: string
  readonly table: string
  /** The column that identifies a person, and the one that holds what to call them (null: none). */
  readonly key: string
  readonly nameColumn: string | null
  /** What is asked, in order; all must equal the row's. The first is the key. */
  readonly proofs: readonly Proof[]
  /** Wrong proofs before the conversation is locked, and for how many minutes. */
  readonly attempts: number
  readonly lockMinutes: number
}

/** One thing asked to prove an identity. */
export interface Proof {
  readonly column: string
  readonly entity: string
  readonly ask: Wording
}
