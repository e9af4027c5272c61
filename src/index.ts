/**
 * The public door, grouped by who comes through it.
 *
 * @module
 */

// Whoever puts a desk into a program of their own.
export { openDesk, type OpenedDesk, type OpenOptions } from './open.ts'
export type { Desk, Take } from './desk.ts'
export { planConnection, type ConnectOrder, type ConnectPlan } from './connect.ts'
export { rehearse, type Fault, type Rehearsed, type RehearseOptions } from './rehearse.ts'

// Whoever reads turns: logs, figures, a page of one's own.
export { plain, turnJson } from './model/index.ts'
export type { Block, Message, Observation, Observe, Reply, Turn } from './model/index.ts'

// Whoever writes a source, a channel or a state of their own. `frontdesk/testing` has the suites it must pass.
export { FrontdeskError, type ErrorCode } from './errors.ts'
export type {
  Asked,
  Caller,
  Channel,
  Delivery,
  Messenger,
  Post,
  Query,
  Received,
  Result,
  Source,
  State,
  TableShape,
  Value,
  WritableSource,
} from './model/index.ts'
