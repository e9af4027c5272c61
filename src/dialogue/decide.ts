import type { Decide } from '../model/index.ts'
import { type Definitions, know } from './definitions.ts'
import { grant } from './grant.ts'
import { hear } from './hear.ts'
import { withOffers } from './offers.ts'
import { listen } from './talk.ts'

/** The dialogue of a desk: from what was understood to what is done next. Pure, and never throws. */
export function decide(definitions: Definitions): Decide {
  const desk = know(definitions)
  return (message, session, understanding, facts) => {
    const talk = listen(desk, message, session, understanding, facts)
    return withOffers(grant(hear(talk), talk), talk)
  }
}
