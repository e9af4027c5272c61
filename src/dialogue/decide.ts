import type { Decide } from '../model/index.ts'
import { type Definitions, know } from './definitions.ts'
import { grant } from './grant/grant.ts'
import { withSlotChoices } from './grant/slot-choices.ts'
import { hear } from './hear/hear.ts'
import { listen } from './talk.ts'

/** The dialogue of a desk: from what was understood to what is done next. Pure, and never throws. */
export function decide(definitions: Definitions): Decide {
  const desk = know(definitions)
  return (message, session, understanding, facts) => {
    const talk = listen(desk, message, session, understanding, facts)
    return withSlotChoices(grant(hear(talk), talk), talk)
  }
}
