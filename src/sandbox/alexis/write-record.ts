import { Temporal } from 'temporal-polyfill'

import { parseCalendarDay } from '../../domain/date/plain-date.js'
import { type AnyRecord, type ResourceName, resources, unselectableFields } from './resources.js'
import type { AlexisSwitches } from './switches.js'

export interface WritingRules {
  switches: AlexisSwitches
  timeZone: string
}

/** The record as an answer shows it: only what was selected, and days in the spelling that is switched on. */
export const writeRecord = (
  name: ResourceName,
  record: AnyRecord,
  select: readonly string[] | undefined,
  rules: WritingRules,
): AnyRecord => {
  const shown = select === undefined ? record : pickSelected(record, select, rules.switches)
  return rules.switches.dates === 'as-stored' ? shown : withDays(shown, resources[name].days, rules)
}

/** The id always comes along (AlexisHR contract, section 3.2). */
const pickSelected = (record: AnyRecord, select: readonly string[], switches: AlexisSwitches): AnyRecord => {
  const kept = new Set(['id', ...select, ...(switches.selectDropsNested ? [] : unselectableFields)])
  return Object.fromEntries(Object.entries(record).filter(([field]) => kept.has(field)))
}

const withDays = (record: AnyRecord, days: readonly string[], rules: WritingRules): AnyRecord =>
  Object.fromEntries(
    Object.entries(record).map(([field, value]) => [
      field,
      days.includes(field) && typeof value === 'string' ? spellDay(value, rules) : value,
    ]),
  )

const spellDay = (text: string, { switches, timeZone }: WritingRules): string => {
  const day = parseCalendarDay(text, timeZone)
  if (day === undefined) return text
  switch (switches.dates) {
    case 'as-stored':
      return text
    case 'date-only':
      return day
    case 'utc-midnight':
      return `${day}T00:00:00.000Z`
    case 'local-midnight':
      return Temporal.PlainDate.from(day)
        .toZonedDateTime(timeZone)
        .toInstant()
        .toString({ fractionalSecondDigits: 3 })
  }
}
