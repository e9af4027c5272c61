import { recogniseDate } from './date.ts'
import { recogniseDuration } from './duration.ts'
import { recogniseEmail } from './email.ts'
import { recogniseLocation } from './location.ts'
import { recogniseMoney } from './money.ts'
import { recogniseNumber } from './number.ts'
import { recognisePersonName } from './person-name.ts'
import { recognisePhone } from './phone.ts'
import type { builtInEntities } from '../../model/index.ts'
import type { Recognise } from './recogniser.ts'
import { recogniseText } from './text.ts'
import { recogniseTime } from './time.ts'
import { recogniseUrl } from './url.ts'
import { recogniseYesNo } from './yes-no.ts'

/** The recognisers of the entities every desk has; that of dates finds the periods too. */
export const builtIn = {
  number: recogniseNumber,
  date: recogniseDate,
  time: recogniseTime,
  duration: recogniseDuration,
  money: recogniseMoney,
  email: recogniseEmail,
  url: recogniseUrl,
  phone: recognisePhone,
  location: recogniseLocation,
  'person-name': recognisePersonName,
  'yes-no': recogniseYesNo,
  text: recogniseText,
} satisfies Readonly<Record<Exclude<(typeof builtInEntities)[number], 'period'>, Recognise>>
