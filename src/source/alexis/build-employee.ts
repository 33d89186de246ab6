import { toSourceCompanyId, toSourceEmployeeId } from '../../domain/ids.js'
import type { SourceEmployee, SourcePath, UnreadableRecord } from '../port.js'
import type { SourceValues } from './flatten-record.js'
import {
  chooseCurrentRows,
  firstStartDay,
  hireDatePath,
  lacksHireDate,
  type PersonDraft,
  type ReadContext,
} from './person-draft.js'
import { type CompensationRow, toSourceCompensation } from './related-rows.js'
import type { Parsed } from './record-reader.js'
import { findIssues } from './source-issues.js'

/** The person with the values of his current rows, or what keeps him from being read. */
export const buildEmployee = (
  draft: PersonDraft,
  context: ReadContext,
): SourceEmployee | UnreadableRecord => {
  const { keys, employments, compensations } = draft
  const id = toSourceEmployeeId(keys.id)
  const current = chooseCurrentRows(draft, context.today)
  const records: CurrentRecords = {
    employment: current.employment.row?.fields,
    employmentType: context.employmentTypes.get(current.employmentTypeId ?? ''),
    compensation: current.compensation.row?.fields,
  }
  const problems = [...employments.problems, ...compensations.problems, ...problemsIn(records)]
  if (problems.length > 0) return { id, problems }
  return {
    id,
    companyId: toSourceCompanyId(keys.companyId),
    active: keys.active,
    values: joinValues(draft.values, standInHireDate(draft, context), ...valuesIn(records)),
    ...compensationsOf(compensations.rows, current.compensation.row),
    issues: findIssues(current, keys, context),
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

const recordKinds = ['employment', 'employmentType', 'compensation'] as const

type CurrentRecords = Readonly<Record<(typeof recordKinds)[number], Parsed<SourceValues> | undefined>>

const problemsIn = (records: CurrentRecords): string[] => {
  const problems: string[] = []
  for (const kind of recordKinds) {
    const record = records[kind]
    if (record === undefined || !('problems' in record)) continue
    problems.push(...record.problems.map((problem) => `${kind}.${problem}`))
  }
  return problems
}

const valuesIn = ({ employment, employmentType, compensation }: CurrentRecords): SourceValues[] => [
  valueOf(employment),
  valueOf(employmentType),
  valueOf(compensation),
]

const nothing: SourceValues = {}

const valueOf = (record: Parsed<SourceValues> | undefined): SourceValues =>
  record !== undefined && 'value' in record ? record.value : nothing

/** All of them in one; of two values of a path the later one. Key by key, because spreading records of so many layouts takes four times as long. */
const joinValues = (...parts: readonly SourceValues[]): SourceValues => {
  const joined: Record<SourcePath, string> = {}
  for (const part of parts) {
    for (const path in part) joined[path] = part[path] ?? ''
  }
  return joined
}
