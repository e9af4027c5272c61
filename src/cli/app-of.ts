import { fileURLToPath } from 'node:url'
import type { DeskDefinition } from '../model/index.ts'
import type { OpenedDesk } from '../open.ts'
import {
  type Addressed,
  createApp,
  mediaFiles,
  type Metrics,
  type PageDesk,
  pageFiles,
} from '../server/index.ts'
import { packageRoot } from '../util/package-root.ts'

/**
 * The HTTP side of a desk: its channels, page, pictures and health.
 *
 * @param more what is answered besides
 */
export async function appOf(
  opened: OpenedDesk,
  metrics: Metrics,
  more: readonly Addressed[] = [],
): Promise<ReturnType<typeof createApp>> {
  return createApp({
    front: opened.doors.front,
    channel: (name) => opened.doors.channel(name),
    courtesy: (sentence, request) => opened.doors.courtesy(sentence, request),
    ready: () => opened.ready(),
    prove: opened.prove,
    observe: (observation) => opened.observe(observation),
    metrics,
    more,
    media: (path, request) => mediaFiles(opened.definition.brand.media ?? '')(path, request),
    page: await pageFiles(fileURLToPath(new URL('dist/page/', packageRoot)), () =>
      pageDesk(opened.definition, more.some(({ path }) => path === '/phones') ? '/phones' : null),
    ),
    pageChannel: () => webChannel(opened.definition),
  })
}

/**
 * What pages say of a desk.
 *
 * @param phones the address at which it is shown on phones; null where it is not
 */
export function pageDesk(definition: DeskDefinition, phones: string | null): PageDesk {
  const { name, languages, brand } = definition
  return { name, languages, color: brand.color, channel: webChannel(definition), phones }
}

/** The channel the page talks to. */
function webChannel({ channels }: DeskDefinition): string {
  return channels.find(({ kind }) => kind === 'web')?.name ?? 'web'
}
