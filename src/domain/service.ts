/**
 * Where a person stands in service on a day, on each side. All days are calendar days, `YYYY-MM-DD`, so that
 * they compare as text; a last day is still a day in service.
 */

/** What the source says of a person's employments (AlexisHR contract, sections 5.1 and 5.5). */
export interface SourceServiceFacts {
  active: boolean
  hireDay?: string | undefined
  /** The end that the person's own record names; counts only where no employment is known. */
  endDay?: string | undefined
  /** The employment that the source holds to be current. */
  employment?: {
    startDay: string
    effectiveEndDay?: string | undefined
    endDay?: string | undefined
    terminated: boolean
  }
  /** The first day of an employment that starts later than the current one. */
  laterStart?: string | undefined
}

/** `start`: when the latest known employment starts. `lastDay` is absent where the source names none. */
export type SourceStanding =
  { state: 'before' | 'in'; start?: string } | { state: 'after'; start?: string; lastDay?: string }

/** Says where a person of the source stands. */
export const standInSource = (facts: SourceServiceFacts, today: string): SourceStanding => {
  const { active, hireDay, employment, laterStart } = facts
  const start = latest([hireDay, employment?.startDay, laterStart])
  const known = start === undefined ? {} : { start }
  const lastDay = findLastDay(facts, today)
  if (!active || (lastDay !== undefined && lastDay < today)) {
    const named = lastDay ?? (active ? undefined : plannedEnd(facts))
    return { state: 'after', ...known, ...(named === undefined ? {} : { lastDay: named }) }
  }
  return { state: hireDay !== undefined && hireDay > today ? 'before' : 'in', ...known }
}

/** A standing as one text: the same text means the same standing. */
export const sayStanding = (standing: SourceStanding): string =>
  `${standing.state} ${standing.start ?? ''} ${standing.state === 'after' ? (standing.lastDay ?? '') : ''}`

/**
 * The last day that counts: the real end; a planned one only when it was said that the employment ends, or
 * when it has passed and nothing follows.
 */
const findLastDay = (facts: SourceServiceFacts, today: string): string | undefined => {
  const { employment, laterStart } = facts
  if (employment?.effectiveEndDay !== undefined) return employment.effectiveEndDay
  const end = plannedEnd(facts)
  if (end === undefined) return undefined
  if (employment?.terminated === true) return end
  return end < today && laterStart === undefined ? end : undefined
}

/** Of a person who was hired again the record may still name the earlier end. */
const plannedEnd = ({ hireDay, endDay, employment }: SourceServiceFacts): string | undefined => {
  const end = employment === undefined ? endDay : (employment.effectiveEndDay ?? employment.endDay)
  const start = employment?.startDay ?? hireDay
  return end !== undefined && (start === undefined || end >= start) ? end : undefined
}

/** The kinds of employee of the target that matter here (Nmbrs contract, section 2.1). */
export const employeeKinds = ['applicant', 'new-hire', 'payroll', 'former', 'external'] as const
export type EmployeeKind = (typeof employeeKinds)[number]

/**
 * What is kept of a kind between the runs that read it: everyone else is on the payroll, or of a type whose
 * name says nothing.
 */
export type StoredKind = Exclude<EmployeeKind, 'payroll'>

/** One employment of the target; `end` is empty while it has none. */
export interface EmploymentSpan {
  start: string
  end: string
}

/** What was read of an employee of the target. Absent is not known. */
export interface TargetServiceFacts {
  spans?: readonly EmploymentSpan[] | undefined
  kind?: EmployeeKind | undefined
  deceasedOn?: string | undefined
}

/** `end` is empty where it is only known that the employment ended. */
export type TargetStanding =
  | { state: 'unknown' | 'before' }
  | { state: 'in'; running: number; hasEnd: boolean }
  | { state: 'after'; end: string }

/**
 * Says where an employee of the target stands. A first day that lies ahead is not out of service, no matter
 * what ended before.
 */
export const standInTarget = (
  { spans, kind, deceasedOn }: TargetServiceFacts,
  today: string,
): TargetStanding => {
  const known = spans ?? []
  const lastEnd = latest(known.map(({ end }) => end)) ?? ''
  const died = deceasedOn !== undefined && deceasedOn <= today ? deceasedOn : undefined
  if (died !== undefined) return { state: 'after', end: lastEnd !== '' && lastEnd < died ? lastEnd : died }
  const running = known.filter((span) => isRunning(span, today))
  if (kind === 'former') return { state: 'after', end: running.length > 0 ? '' : lastEnd }
  if (known.length === 0) return { state: 'unknown' }
  if (running.length > 0)
    return { state: 'in', running: running.length, hasEnd: known.every(({ end }) => end !== '') }
  return known.some(({ start }) => start > today) ? { state: 'before' } : { state: 'after', end: lastEnd }
}

const isRunning = ({ start, end }: EmploymentSpan, today: string): boolean =>
  start <= today && (end === '' || end >= today)

const latest = (days: readonly (string | undefined)[]): string | undefined => {
  let last: string | undefined
  for (const day of days) if (day !== undefined && (last === undefined || day > last)) last = day
  return last
}

/**
 * Whether the person works again: the target's employment ended, and the source has one that starts after
 * that.
 */
export const isBack = (source: SourceStanding, target: TargetStanding): boolean =>
  target.state === 'after' &&
  target.end !== '' &&
  source.start !== undefined &&
  source.start > target.end &&
  (source.state !== 'after' || (source.lastDay !== undefined && source.start > source.lastDay))

/**
 * Why someone is not on the payroll of the target although they are one of its employees; `undefined` for
 * everyone else.
 */
export type OffPayroll = 'applicant' | 'new-hire' | 'external' | 'deceased'

/** Says why an employee is not on the payroll, where that was read. */
export const findOffPayroll = (
  { kind, deceasedOn }: Pick<TargetServiceFacts, 'kind' | 'deceasedOn'>,
  today: string,
): OffPayroll | undefined => {
  if (deceasedOn !== undefined && deceasedOn <= today) return 'deceased'
  return kind === 'applicant' || kind === 'new-hire' || kind === 'external' ? kind : undefined
}

/** The kind that a type of the target is by its name; `undefined` for a name that says nothing known. */
export const toEmployeeKind = (description: string): EmployeeKind | undefined => {
  const name = description.toLowerCase().replace(/[^a-z]/g, '')
  if (/applicant|sollicitant|kandidaat|candidate/.test(name)) return 'applicant'
  if (/newhire|nieuweindienst|nieuwemedewerker|preboarding/.test(name)) return 'new-hire'
  if (/former|uitdienst|oud(werk|medewerk)|exemployee|notactive|inactive|inactief/.test(name)) return 'former'
  if (/external|extern|inhuur/.test(name)) return 'external'
  return /payroll|employee|werknemer|medewerker|verloning/.test(name) ? 'payroll' : undefined
}

/** Employments as one text, which is how they are kept of everyone: `2020-01-01/2024-12-31 2025-02-01/`. */
export const formatSpans = (spans: readonly EmploymentSpan[]): string => spans.map(formatSpan).join(' ')

export const formatSpan = ({ start, end }: EmploymentSpan): string => `${start}/${end}`

export const parseSpans = (text: string): EmploymentSpan[] =>
  text === ''
    ? []
    : text.split(' ').map((span) => {
        const [start = '', end = ''] = span.split('/')
        return { start, end }
      })
