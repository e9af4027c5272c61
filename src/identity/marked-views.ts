import { FrontdeskError } from '../errors.ts'
import type { Scope } from './scope.ts'

/** Whether a table is a view, of a source that keeps something from someone. */
export type IsView = (source: string, table: string) => boolean

/**
 * Refuses a view that its owner has not marked: it shows the rows of other tables, and nobody here can see whose they
 * are. Throws `identity/view-not-marked`.
 */
export function onlyMarkedViews(source: string, scope: Scope, isView: IsView): void {
  for (const { table, known } of scope.values()) {
    const isMarked = known.some((one) => one.private !== null || one.public === true)
    if (isMarked || !isView(source, table)) continue
    throw new FrontdeskError(
      'identity/view-not-marked',
      `"${source}.${table}" is a view or a part of a table, and a table of "${source}" is not for everyone.`,
    )
  }
}
