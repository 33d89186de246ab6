import type { RehearsalJson, RehearsedRow } from '../../report/cutover/rehearsal-text.js'
import type { Outcome } from '../../target/nmbrs-rest/rehearsal/outcome.js'
import type { Rehearsal } from '../../target/nmbrs-rest/rehearsal/rehearse.js'
import { meaningOf, unknowns } from '../../target/nmbrs-rest/rehearsal/unknowns.js'
import type { OpenedRehearsal } from './open-rehearsal.js'

/** What a rehearsal found, as it is printed and kept. `now` in milliseconds since 1970. */
export const toRehearsalJson = (
  connection: string,
  { company, host }: Pick<OpenedRehearsal, 'company' | 'host'>,
  { outcomes, created, leftBehind }: Rehearsal,
  now: number,
): RehearsalJson => ({
  version: 1,
  connection,
  host,
  triedAt: new Date(now).toISOString(),
  company: { restId: company.id, name: company.name },
  rows: unknowns.map((unknown): RehearsedRow => {
    const { row, name, behaviour } = unknown
    const outcome: Outcome = outcomes.get(row) ?? { result: 'not-tried', note: '' }
    const value = outcome.result === 'not-tried' ? null : outcome.value
    const meaning = value === null ? null : meaningOf(unknown, value)
    return { row, name, behaviour, result: outcome.result, value, note: outcome.note ?? null, meaning }
  }),
  people: { created: created.map(({ lastName }) => lastName), leftBehind },
})
