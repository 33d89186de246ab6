import type { Change, PlannedChange } from '../../domain/change.js'
import type { Finding } from '../../domain/finding.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import type { ConnectedLink } from '../../domain/link.js'
import { completionFields, type PayrollTask } from '../../domain/pay/payroll-task.js'
import type { RunFailure } from '../../domain/run/run-failure.js'
import type { FieldName } from '../../domain/sections.js'
import type { PersonPlan } from '../../plan/plan-person.js'
import { findEmployeeNumber } from '../../domain/packed/packed-people.js'
import { findStop } from '../plan/check-limits.js'
import type { PlannedCompany } from '../plan/plan-company.js'
import { readAndPlan } from '../plan/read-and-plan.js'
import type { RunDeps } from '../settings.js'
import { readOpenTasks } from '../worklist/open-tasks.js'
import type { WorkField, WorkItem } from '../worklist/work-item.js'
import { checkedTodo, findWorkRule, workRules } from '../worklist/work-rules.js'

export interface Worklist {
  /**
   * Why a run would stop before it writes anything, such as an unknown company: the list may lack people
   * then, or have too many.
   */
  failure: RunFailure | null
  items: readonly WorkItem[]
}

/**
 * Reads both sides and gathers what only payroll can do, person by person. Writes nothing. Throws as
 * `readAndPlan`.
 */
export const readWorklist = async (deps: RunDeps): Promise<Worklist> => {
  const options = { employees: [], allowPastPeriods: false }
  const read = await readAndPlan(deps, options)
  const { companies, findings, source } = read
  const planned = companies.flatMap((company) =>
    company.plan.people.flatMap((person) => [
      ...person.changes.flatMap((change) => toHeldItem(change, person, company)),
      ...person.findings.flatMap((finding) => toSaidItem(finding, person, company)),
    ]),
  )
  const names: Names = new Map(
    source.people.map((one) => [
      one.sourceId,
      { displayName: one.displayName, employeeNumber: findEmployeeNumber(one) },
    ]),
  )
  const links = await readConnected(deps)
  const beside = findings.flatMap((finding) => toItemBeside(finding, links.get(finding.subject), names))
  const tasks = (await readOpenTasks(deps)).map((task) => toTaskItem(task, names))
  const items = sortByPerson([...planned, ...beside, ...tasks])
  return { failure: await findStop(deps, options, read), items }
}

/** Who people are, for the user's own screen. */
type Names = ReadonlyMap<SourceEmployeeId, Pick<WorkItem, 'displayName' | 'employeeNumber'>>

const unnamed = { displayName: '' }

type Base = Omit<WorkItem, 'section' | 'reason' | 'todo' | 'fields'>

const toBase = (person: PersonPlan, { company }: PlannedCompany): Base => ({
  subject: person.subject,
  displayName: person.displayName,
  employeeNumber: person.desired.personalInfo?.EmployeeNumber,
  companyId: company.targetId,
  targetId: person.targetId,
})

const sayTodo = (todo: string, subject: SourceEmployeeId): string => todo.replaceAll('{id}', subject)

/** A held change for the first of its reasons that is payroll's work. */
const toHeldItem = (planned: PlannedChange, person: PersonPlan, company: PlannedCompany): WorkItem[] => {
  if (planned.decision !== 'hold') return []
  const { change, hold, refusal } = planned
  const [found] = toReasons(planned, person).flatMap((code) => findWorkRule(code) ?? [])
  if (found === undefined) return []
  const { reason, rule } = found
  if (rule.on !== 'hold' && (rule.on !== 'fixed-hold' || planned.fixed !== true)) return []
  const base = {
    ...toBase(person, company),
    ...(hold === undefined ? {} : { hold }),
    ...(refusal === undefined ? {} : { refusal }),
  }
  const todo = sayTodo(reason === 'write-refused' ? toRefusedTodo(change) : rule.todo, person.subject)
  return [{ ...base, section: change.section, reason, todo, fields: toFields(change) }]
}

const toRefusedTodo = (change: Change): string => {
  if (change.kind === 'create')
    return 'Create the employee in Nmbrs, and the next run connects them; to have it sent once more: nmbrs-sync worklist retry {id}'
  return change.leftovers === undefined
    ? workRules['write-refused'].todo
    : 'The new account is in Nmbrs: end the old account of type Standaard there'
}

/** The reason that a hold is known by, and the others that were found beside it. */
const toReasons = (
  { reason, hold }: PlannedChange & { decision: 'hold' },
  { findings }: PersonPlan,
): Finding['code'][] => [
  reason,
  ...findings.filter((one) => hold !== undefined && one.hold === hold).map(({ code }) => code),
]

const toFields = (change: Change): WorkField[] => {
  if (change.kind === 'create') {
    return [
      { field: 'FirstName', wanted: change.firstName, held: '' },
      { field: 'LastName', wanted: change.lastName, held: '' },
      { field: 'InitialStartDate', wanted: change.startDate, held: '' },
    ]
  }
  const { before, after, fields, section } = change
  // A salary is entered whole, also when only its day differs.
  const named: readonly FieldName[] = section === 'salary' ? ['Start', 'Value', 'Type'] : fields
  return named.map((field) => ({ field, wanted: after[field] ?? '', held: before[field] }))
}

/** What is said of a person for whom perhaps nothing is planned. */
const toSaidItem = (finding: Finding, person: PersonPlan, company: PlannedCompany): WorkItem[] => {
  const fields = toSaidFields(finding, person, company)
  return toFindingItem(finding, toBase(person, company), fields)
}

const toFindingItem = (
  { code, section = 'employment', subject }: Finding,
  base: Base,
  fields: readonly WorkField[],
): WorkItem[] => {
  const found = findWorkRule(code)
  if (found?.rule.on !== 'finding') return []
  return [{ ...base, section, reason: found.reason, todo: sayTodo(found.rule.todo, subject), fields }]
}

/** A start date is never held: it is not sent at all, unless the configuration says so. */
const toSaidFields = (
  { code }: Finding,
  { desired, targetId }: PersonPlan,
  { target }: PlannedCompany,
): WorkField[] => {
  const wanted = desired.employment?.InitialStartDate
  if (code !== 'start-date-differs' || wanted === undefined) return []
  const employment = targetId === null ? undefined : target.targets.get(targetId)?.employment
  return [{ field: 'InitialStartDate', wanted, held: employment?.InitialStartDate }]
}

/** What is said of someone who needs no plan, or is not in scope any more. */
const toItemBeside = (finding: Finding, link: ConnectedLink | undefined, names: Names): WorkItem[] => {
  if (link === undefined) return []
  const { subject } = finding
  const { companyId, targetId } = link
  return toFindingItem(finding, { subject, ...(names.get(subject) ?? unnamed), companyId, targetId }, [])
}

/** What no reading shows as done. */
const toTaskItem = (
  { subject, companyId, targetId, code, openedAt }: PayrollTask,
  names: Names,
): WorkItem => {
  const isNew = code === 'employee-to-complete'
  const todo = isNew ? workRules[code].todo : checkedTodo
  return {
    subject,
    ...(names.get(subject) ?? unnamed),
    companyId,
    targetId,
    section: isNew ? 'employee' : 'salary',
    reason: code,
    todo: sayTodo(todo, subject),
    openedAt,
    fields: (isNew ? completionFields : (['PartTimePercentage'] as const)).map((field) => ({
      field,
      wanted: '',
      held: undefined,
    })),
  }
}

const readConnected = async ({ store }: RunDeps): Promise<ReadonlyMap<SourceEmployeeId, ConnectedLink>> =>
  new Map(
    (await store.links.readLinks()).flatMap((link) =>
      link.status === 'connected' ? [[link.sourceId, link] as const] : [],
    ),
  )

/** All of one person stands together, in the order in which it was found. */
const sortByPerson = (items: readonly WorkItem[]): WorkItem[] => {
  const places = new Map<string, number>()
  for (const { companyId, subject } of items) {
    const key = `${companyId} ${subject}`
    places.set(key, places.get(key) ?? places.size)
  }
  const placeOf = ({ companyId, subject }: WorkItem): number => places.get(`${companyId} ${subject}`) ?? 0
  return [...items].sort((left, right) => placeOf(left) - placeOf(right))
}
