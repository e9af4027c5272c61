import type { Context, Intent, Values } from '../model/index.ts'

/** The contexts one turn later; those that ran out are gone. */
export function age(contexts: readonly Context[]): readonly Context[] {
  return contexts
    .map((context) => ({ ...context, lifespan: context.lifespan - 1 }))
    .filter((context) => context.lifespan > 0)
}

/** Ours with those a platform keeps put over them: the platform counts their lifespan itself. */
export function adopt(ours: readonly Context[], theirs: readonly Context[]): readonly Context[] {
  if (theirs.length === 0) return ours
  const names = new Set(theirs.map((context) => context.name))
  const living = theirs.filter((context) => context.lifespan > 0)
  return [...ours.filter((context) => !names.has(context.name)), ...living]
}

/** The contexts an intent leaves behind, the latest last; one set again begins anew. */
export function leave(
  contexts: readonly Context[],
  intent: Intent,
  slots: Values,
): readonly Context[] {
  const set = Object.entries(intent.sets).map(([name, lifespan]) => ({
    name,
    lifespan,
    parameters: slots,
  }))
  return adopt(contexts, set)
}

/** Whether every one of these contexts is alive. */
export function areAlive(names: readonly string[], contexts: readonly Context[]): boolean {
  const alive = new Set(contexts.filter((one) => one.lifespan > 0).map((one) => one.name))
  return names.every((name) => alive.has(name))
}
