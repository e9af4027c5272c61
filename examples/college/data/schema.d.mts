export interface Table {
  readonly about: string
  readonly private?: boolean
  readonly columns: Readonly<Record<string, string | readonly [type: string, note: string]>>
  readonly key: readonly string[]
  readonly unique?: readonly (readonly string[])[]
  readonly search?: readonly string[]
  readonly joins?: Readonly<Record<string, string>>
}

export interface Column {
  readonly name: string
  readonly type: string
  readonly optional: boolean
  readonly note: string
}

export const schema: Readonly<
  Record<'office' | 'library' | 'exams', Readonly<Record<string, Table>>>
>

export function columnsOf(table: Table): readonly Column[]
