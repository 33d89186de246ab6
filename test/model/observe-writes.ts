import type { NmbrsSandbox } from '../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import type { CallStep } from '../../src/sandbox/nmbrs/serve-call.js'
import type { CurrentEmployee } from '../../src/sandbox/nmbrs/world/store.js'
import type { MappedSection, Section } from '../../src/domain/sections.js'

/** What a run said it was about to write, as it stands in the journal. */
export interface IntentNote {
  record: string
  employeeId: number | undefined
  section: Section
}

/** A write that payroll carried out. */
export interface WriteNote {
  sequence: number
  operation: string
  section: Section
  employeeId: number
  /** The record whose data it was; `undefined` when the journal knew of no such write. */
  record: string | undefined
  /** The last read of this before it, by its number. */
  readAt: number
  /** When the list of employees was last read before it; of several companies the one that was read first. */
  listAt: number
  /** Absent for an employee who was created by it. */
  before: CurrentEmployee | undefined
  after: CurrentEmployee
}

const sections: Readonly<Record<string, MappedSection>> = {
  PersonalInfo: 'personalInfo',
  PersonalInfoWithoutBSN: 'personalInfo',
  Address: 'address',
  BankAccount: 'bankAccount',
  Salary: 'salary',
  Employment: 'employment',
}

export const isWrite = (operation: string): boolean => /_(?:Insert|Update|Delete)/.test(operation)

const sectionOf = (operation: string): Section => sections[operation.split('_')[0] ?? ''] ?? 'employee'

/** Notes every write that payroll carries out, with what it held before and after. */
export interface WriteWatch {
  readonly writes: WriteNote[]
  readonly intents: IntentNote[]
  /** The number of the last call that came in. */
  lastCall(): number
  note(step: CallStep): void
  /** Payroll changed something while writes are under way. */
  lookAgain(): void
}

export const createWriteWatch = (nmbrs: () => NmbrsSandbox): WriteWatch => {
  const writes: WriteNote[] = []
  const intents: IntentNote[] = []
  const pending = new Map<number, Pending>()
  const reads: { sequence: number; section: Section; employeeId: number | undefined }[] = []
  let lastCall = 0
  const lastLists = new Map<number | undefined, number>()

  const held = (id: number | undefined): CurrentEmployee | undefined =>
    id === undefined || nmbrs().store.findEmployee(id) === undefined ? undefined : nmbrs().store.employee(id)

  const receive = ({ operation, sequence }: CallStep): void => {
    lastCall = sequence
    const body = bodyOf(nmbrs(), sequence)
    if (operation === 'List_GetByCompany') lastLists.set(numberIn(body, 'CompanyId'), sequence)
    const employeeId = numberIn(body, 'EmployeeId')
    const firstDay = /<(?:\w+:)?StartDate>(\d{4}-\d{2}-\d{2})/.exec(body)?.[1]
    if (isWrite(operation))
      pending.set(sequence, {
        employeeId,
        firstDay,
        idsUpTo: highestId(nmbrs()),
        before: held(employeeId),
        listAt: lastLists.size === 0 ? 0 : Math.min(...lastLists.values()),
      })
    else reads.push({ sequence, section: sectionOf(operation), employeeId })
  }

  const commit = ({ operation, sequence }: CallStep): void => {
    const known = pending.get(sequence)
    pending.delete(sequence)
    if (known === undefined) return
    const section = sectionOf(operation)
    const employeeId = known.employeeId ?? findCreated(nmbrs(), known)
    const after = held(employeeId)
    // Refused: nobody was created, or nothing of them changed.
    if (
      employeeId === undefined ||
      after === undefined ||
      JSON.stringify(known.before) === JSON.stringify(after)
    )
      return
    const intent = intents.findLast((one) => one.section === section && one.employeeId === known.employeeId)
    const read = reads.findLast(
      (one) =>
        one.sequence < sequence && one.section === section && (one.employeeId ?? employeeId) === employeeId,
    )
    const { before, listAt } = known
    const readAt = read?.sequence ?? 0
    writes.push({
      sequence,
      operation,
      section,
      employeeId,
      record: intent?.record,
      readAt,
      listAt,
      before,
      after,
    })
  }

  return {
    writes,
    intents,
    lastCall: () => lastCall,
    note: (step) => {
      if (step.phase === 'received') receive(step)
      if (step.phase === 'committed') commit(step)
    },
    lookAgain: () => {
      for (const one of pending.values()) one.before = held(one.employeeId)
    },
  }
}

interface Pending {
  employeeId: number | undefined
  firstDay: string | undefined
  /** The highest id when the call came in. */
  idsUpTo: number
  before: CurrentEmployee | undefined
  listAt: number
}

const highestId = ({ store }: NmbrsSandbox): number =>
  store.allEmployees().reduce((highest, { id }) => Math.max(highest, id), 0)

/** The employee that came with this first day since the call came in. */
const findCreated = ({ store }: NmbrsSandbox, { firstDay, idsUpTo }: Pending): number | undefined =>
  store
    .allEmployees()
    .find(
      ({ id, employments }) => id > idsUpTo && employments.at(-1)?.initialStartDate.slice(0, 10) === firstDay,
    )?.id

const bodyOf = ({ calls }: NmbrsSandbox, sequence: number): string =>
  calls.records.findLast((record) => record.sequence === sequence)?.body ?? ''

const numberIn = (body: string, element: string): number | undefined => {
  const found = new RegExp(`<(?:\\w+:)?${element}>(\\d+)<`).exec(body)?.[1]
  return found === undefined ? undefined : Number(found)
}
