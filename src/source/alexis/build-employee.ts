import { toSourceCompanyId, toSourceEmployeeId } from '../../domain/ids.js'
import type { SourceEmployee, UnreadableRecord } from '../port.js'
import type { RecordKind, SourceValues } from './flatten-record.js'
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
    values: { ...draft.values, ...standInHireDate(draft, context), ...valuesIn(records) },
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
  return startDay !== undefined && lacksHireDate(draft, context) ? { [hireDatePath]: startDay } : {}
}

type CurrentRecords = Readonly<Record<Exclude<RecordKind, 'employee'>, Parsed<SourceValues> | undefined>>

const problemsIn = (records: CurrentRecords): string[] =>
  Object.entries(records).flatMap(([kind, record]) =>
    record !== undefined && 'problems' in record
      ? record.problems.map((problem) => `${kind}.${problem}`)
      : [],
  )

const valuesIn = ({ employment, employmentType, compensation }: CurrentRecords): SourceValues => ({
  ...valueOf(employment),
  ...valueOf(employmentType),
  ...valueOf(compensation),
})

const valueOf = (record: Parsed<SourceValues> | undefined): SourceValues =>
  record !== undefined && 'value' in record ? record.value : {}
