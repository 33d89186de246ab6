/** A stored moment (ISO 8601) as the clock of a zone showed it: `2026-11-22 09:00`. */
export const toClockInZone = (isoText: string, timeZone: string): string =>
  // Sweden writes dates as ISO does.
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    Date.parse(isoText),
  )

/** As `toClockInZone`, with seconds: `2026-11-22 09:00:07`. */
export const toSecondsInZone = (isoText: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(
    Date.parse(isoText),
  )

const moment = /\b\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)(?![\w:])/g

/** A sentence with the moments in it (ISO 8601 with a zone) on the clock of its reader. */
export const withLocalTimes = (text: string, timeZone: string): string =>
  text.replaceAll(moment, (isoText) =>
    Number.isNaN(Date.parse(isoText)) ? isoText : toClockInZone(isoText, timeZone),
  )
