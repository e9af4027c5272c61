/**
 * What a right query is like, so that shares can be told by kind: of one table or joined, with something computed, the
 * most of something, a query within.
 *
 * @param {string} sql
 * @returns {readonly string[]}
 */
export function kindsOf(sql) {
  const text = sql.toUpperCase().replaceAll(/\s+/g, ' ')
  const tables = new Set(
    [...text.matchAll(/(?:FROM|JOIN|,) ([A-Z_]+)(?: AS | [A-Z]\w* |$|[ )])/g)].map(
      ([, name]) => name,
    ),
  )
  const selects = text.split('SELECT').length - 1
  const isNested = selects > 1
  return [
    ...(tables.size === 1 && !isNested ? ['singleTable'] : []),
    ...(/^SELECT (?:DISTINCT )?(?:[\w.]+, ?)?(?:COUNT|SUM|AVG|MAX|MIN) ?\(/.test(text)
      ? ['aggregate']
      : []),
    ...(/(?:=|IN) ?\( ?SELECT (?:MAX|MIN) ?\(|LIMIT 1\b|ORDER BY COUNT/.test(text)
      ? ['superlative']
      : []),
    ...(tables.size > 1 || text.includes(' JOIN ') ? ['join'] : []),
    ...(isNested ? ['nested'] : []),
  ]
}
