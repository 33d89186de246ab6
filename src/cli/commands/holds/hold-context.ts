import { toDayInZone } from '../../../domain/date/plain-date.js'
import type { HoldSettings } from '../../../domain/hold/hold.js'
import type { HoldContext } from '../../../report/sync/holds-report.js'
import type { Io } from '../../io.js'

/** What decides today where the holds of a connection stand. */
export const toHoldContext = (
  io: Io,
  connection: { holds: HoldSettings },
  timeZone: string,
): HoldContext => ({
  settings: connection.holds,
  timeZone,
  today: toDayInZone(io.now(), timeZone),
})
