import type { TableColumn } from './wire.ts'
import { useSpeech } from './words/index.ts'

interface TableProps {
  readonly caption: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** A real table. Where it is wider than its bubble it scrolls there, by keyboard too; the page never does. */
export function Table({ caption, columns, rows }: TableProps) {
  const { words } = useSpeech()
  return (
    <figure class="bubble wide table-bubble">
      {caption !== '' && <figcaption dir="auto">{caption}</figcaption>}
      <div class="scroller" role="region" aria-label={caption || words.scrollTable} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column, i) => (
                <th key={i} scope="col" class={column.align} dir="auto">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, i) => (
              <Row key={i} cells={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}

function Row(props: {
  readonly cells: readonly string[]
  readonly columns: readonly TableColumn[]
}) {
  return (
    <tr>
      {props.cells.map((cell, i) =>
        i === 0 ? (
          <th key={i} scope="row" dir="auto">
            {cell}
          </th>
        ) : (
          <td key={i} class={cellClass(cell, props.columns[i])} dir="auto">
            {cell}
          </td>
        ),
      )}
    </tr>
  )
}

/** Letters a cell may have to stay on one line: a code, a date or a time is not broken in two. */
const short = 16

function cellClass(cell: string, column: TableColumn | undefined): string {
  const align = column?.align ?? 'start'
  return cell.length <= short ? `${align} short` : align
}
