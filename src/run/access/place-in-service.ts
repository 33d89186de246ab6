import type { Service } from '../../access/person.js'
import { parseCalendarDay } from '../../domain/date/plain-date.js'
import type { SourceEmployee } from '../../source/port.js'

/**
 * Where someone stands on a day. The end day is their last day, and only counts when it lies after the day of
 * hire: of someone who was hired again the source may still tell the earlier end.
 */
export const placeInService = (
  { active, values }: Pick<SourceEmployee, 'active' | 'values'>,
  { today, timeZone }: { today: string; timeZone: string },
): Service => {
  const dayOf = (path: string): string | undefined => {
    const text = values[path]
    return text === undefined ? undefined : parseCalendarDay(text, timeZone)
  }
  const hired = dayOf('employee.hireDate')
  const end = dayOf('employee.endDate')
  const lastDay = end !== undefined && (hired === undefined || end >= hired) ? end : undefined
  if (!active) return { state: 'left', since: lastDay }
  if (lastDay !== undefined && lastDay < today) return { state: 'left', since: lastDay }
  return hired !== undefined && hired > today ? { state: 'not-yet', from: hired } : { state: 'in-service' }
}
