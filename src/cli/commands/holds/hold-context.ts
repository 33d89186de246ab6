import { toDayInZone } from '../../../domain/date/plain-date.js'
import { toHoldStanding } from '../../../domain/hold/hold-standing.js'
import type { Hold, HoldSettings } from '../../../domain/hold/hold.js'
import type { MappedSection } from '../../../domain/sections.js'
import type { HoldContext } from '../../../report/sync/view/holds-view.js'
import type { Store } from '../../../run/store/store.js'
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

/** The holds that wait today, those of one section when it is named. */
export const readWaiting = async (
  { holds }: Pick<Store, 'holds'>,
  context: HoldContext,
  section?: MappedSection,
): Promise<readonly Hold[]> =>
  (await holds.readHolds()).filter(
    (hold) =>
      (section === undefined || hold.section === section) &&
      toHoldStanding(hold, context.settings, context).state === 'waiting',
  )
