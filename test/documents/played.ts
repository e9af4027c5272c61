import { pagesIn } from './pages.ts'

/** Pages whose commands need database servers. */
export const onServers: readonly string[] = [
  'README.md',
  'docs/how-to/mariadb-and-postgresql.md',
  ...pagesIn('docs/tutorial'),
]

/** Pages whose commands need nothing but the program. */
export const byThemselves: readonly string[] = [
  'examples/college/README.md',
  ...pagesIn('docs/how-to'),
  ...pagesIn('docs/reference'),
  ...pagesIn('docs/explanation'),
].filter((page) => !onServers.includes(page))

/** Every page whose blocks are played from top to bottom. */
export const pagesPlayed: readonly string[] = [...onServers, ...byThemselves]
