import { Answering, newsObserved, Sending } from './delivery/index.ts'
import type { HowTaken } from './front.ts'
import { takeKept } from './front.ts'
import type {
  Accept,
  Message,
  Messenger,
  Observe,
  Post,
  Taken,
  TakeReports,
} from './model/index.ts'

/** What delivery is put together from. */
export interface DeliverWorld {
  readonly post: Post
  readonly take: (message: Message, how: HowTaken) => Promise<Taken>
  /** The messenger of this name, as the desk is declared at this moment. */
  readonly messenger: (channel: string) => Messenger | undefined
  readonly observe: Observe
  readonly clock: () => number
  readonly random: () => number
}

/** What comes in is kept, answered in order, and what is replied is sent: by one process or several on one state. */
export interface Delivering {
  readonly accept: Accept
  readonly report: TakeReports
  /** Begins, with what an earlier process left. */
  readonly start: () => void
  /** Ends; resolves when what is under way has come to its end. The rest waits for the next start. */
  readonly close: () => Promise<void>
}

/** The delivery of a desk. */
export function deliver(world: DeliverWorld): Delivering {
  const sending = new Sending(world)
  const answering = new Answering({
    ...world,
    async answer(message, answers) {
      const take = () => world.take(message, { patience: 0, answers })
      const { failure } = await takeKept(take)
      if (failure !== null) throw failure
    },
    answered: () => sending.wake(),
  })
  return {
    async accept(deliveries) {
      await world.post.accept(deliveries)
      answering.wake()
      // What was held for whoever wrote may be sent now.
      if (deliveries.some(({ heard }) => heard !== undefined)) sending.wake()
    },
    async report(reports) {
      for (const news of await world.post.report(reports)) newsObserved(news).forEach(world.observe)
      // What could not be shown may be sent otherwise.
      if (reports.some(({ isUnshown }) => isUnshown)) sending.wake()
    },
    start() {
      answering.wake()
      sending.wake()
    },
    async close() {
      await answering.close()
      await sending.close()
    },
  }
}
