export type Value = string | number | null

/** What a desk needs of one database to fill it. */
export interface Writer {
  readonly dialect: 'sqlite' | 'mysql' | 'postgres'
  run(sql: string, parameters?: readonly Value[]): Promise<void>
  insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
  ): Promise<void>
}

export function edition(now: Date, timezone: string): string

export function make(order: {
  readonly now: Date
  readonly timezone: string
  readonly into: Readonly<Record<string, Writer>>
}): Promise<void>
