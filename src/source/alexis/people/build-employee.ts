import { toSourceCompanyId, toSourceEmployeeId } from '../../../domain/ids.js'
import type { SourceServiceFacts } from '../../../domain/service.js'
import type { SourceEmployee, SourcePath } from '../../port.js'
import type { SourceValues } from './flatten-record.js'
import {
  chooseCurrentRows,
  type CurrentRows,
  firstStartDay,
  hireDatePath,
  lacksHireDate,
  type PersonDraft,
  type ReadContext,
} from './person-draft.js'
import { type CompensationRow, toSourceCompensation } from './related-rows.js'
import { findIssues } from './source-issues.js'

/** The person with the values of their current rows. */
export const buildEmployee = (draft: PersonDraft, context: ReadContext): SourceEmployee => {
  const { keys, compensations } = draft
  const current = chooseCurrentRows(draft, context.today)
  const records = [
    draft.flat,
    current.employment.row?.fields,
    context.employmentTypes.get(current.employmentTypeId ?? ''),
    current.compensation.row?.fields,
  ].filter((record) => record !== undefined)
  const odd = records.flatMap((record) => (record.odd === undefined ? [] : [record.odd]))
  return {
    id: toSourceEmployeeId(keys.id),
    companyId: toSourceCompanyId(keys.companyId),
    active: keys.active,
    values: joinValues(standInHireDate(draft, context), ...records.map(({ values }) => values)),
    ...(odd.length > 0 && { odd: joinValues(...odd) }),
    ...compensationsOf(compensations.rows, current.compensation.row),
    service: toServiceFacts(draft, current),
    issues: findIssues(current, draft, context),
  }
}

/** Where several employments are known, one that starts after the current one follows it. */
const toServiceFacts = (
  { keys: { active, hireDay, ownEndDay }, employments }: PersonDraft,
  { employment: { row } }: CurrentRows,
): SourceServiceFacts => {
  const later = employments.rows
    .map(({ startDay }) => startDay)
    .filter((day) => row !== undefined && day > row.startDay)
    .sort()[0]
  return {
    active,
    hireDay,
    endDay: ownEndDay,
    ...(row === undefined ? {} : { employment: row }),
    laterStart: later,
  }
}

/** Most people have no other; then nothing is kept of it. */
const compensationsOf = (
  rows: readonly CompensationRow[],
  current: CompensationRow | undefined,
): Pick<SourceEmployee, 'compensationDay' | 'otherCompensations'> => {
  const others = rows.filter((row) => row !== current)
  return {
    ...(current && { compensationDay: current.effectiveDay }),
    ...(others.length > 0 && { otherCompensations: others.map(toSourceCompensation) }),
  }
}

/** Without a hire date the start of the first employment stands for it (AlexisHR contract, section 6). */
const standInHireDate = (draft: PersonDraft, context: ReadContext): SourceValues => {
  const startDay = firstStartDay(draft)
  return startDay !== undefined && lacksHireDate(draft, context) ? { [hireDatePath]: startDay } : nothing
}

const nothing: SourceValues = {}

/**
 * All of them in one; of two values of a path the later one. Key by key, because spreading records of so many
 * layouts takes four times as long.
 */
const joinValues = (...parts: readonly SourceValues[]): SourceValues => {
  const joined: Record<SourcePath, string> = {}
  for (const part of parts) {
    for (const path in part) joined[path] = part[path] ?? ''
  }
  return joined
}
