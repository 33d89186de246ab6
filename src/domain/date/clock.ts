/** A stored moment (ISO 8601) as the clock of a zone showed it: `2026-11-22 09:00`. */
export const toClockInZone = (isoText: string, timeZone: string): string =>
  // Sweden writes dates as ISO does.
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    Date.parse(isoText),
  )
