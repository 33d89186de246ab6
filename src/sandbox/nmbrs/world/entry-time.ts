import type { NmbrsSwitches } from '../switches.js'

/** When a record was entered, as a company-wide answer shows it; `null` when it does not. */
export const toEntryTime = (
  { creationDate }: { creationDate: string },
  { creationDates }: Pick<NmbrsSwitches, 'creationDates'>,
): string | null => (creationDates === 'none' || creationDate === '' ? null : creationDate)
