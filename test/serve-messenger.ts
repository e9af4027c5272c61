import type { Delivering } from '../src/deliver.ts'
import { front } from '../src/front.ts'
import type { Messenger } from '../src/model/index.ts'
import { createApp, listen, type Listening, metrics } from '../src/server/index.ts'
import { noFiles } from './test-app.ts'

/** The desk's own side of HTTP, at a free port: where a platform calls. */
export function serveMessenger(
  messenger: Messenger,
  delivering: Delivering,
  world: Pick<Parameters<typeof createApp>[0], 'observe'>,
): Promise<Listening> {
  const app = createApp({
    ...world,
    front: front({ ...delivering, take: neverAtOnce, taken: () => {} }),
    channel: () => ({ channel: messenger, routes: [] }),
    courtesy: async (sentence) => sentence,
    ready: async () => ({ ok: true, sources: {} }),
    metrics: metrics(),
    media: noFiles,
    page: noFiles,
    pageChannel: () => 'web',
  })
  return listen(app.fetch, { port: 0, host: '127.0.0.1' })
}

async function neverAtOnce(): Promise<never> {
  throw new Error('A messenger is never answered in its call.')
}
