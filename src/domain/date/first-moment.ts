import { Temporal } from 'temporal-polyfill'

/** The first moment of a day in a zone, as entries of the record write theirs. */
export const toFirstMoment = (day: string, timeZone: string): string =>
  Temporal.PlainDate.from(day)
    .toZonedDateTime({ timeZone })
    .toInstant()
    .toString({ fractionalSecondDigits: 3 })
