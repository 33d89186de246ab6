import type { FindingCode } from '../../../src/domain/finding.js'
import { isCreatedByUs, type ConnectedLink } from '../../../src/domain/link.js'
import type { CurrentEmployee } from '../../../src/sandbox/nmbrs/world/store.js'
import { toApproval } from '../model.js'
import type { WriteNote } from '../observe-writes.js'
import { companyOf, type Play } from '../play.js'
import type { RunNote } from '../world.js'
import { writesOf } from './identity.js'
import type { Invariant } from './invariant.js'

/** The last day of an employee whose last employment has one, where payroll entered it before the run. */
const knownEnd = ({ model }: Play, { employeeId, before }: WriteNote, run: RunNote): string | undefined =>
  (model.employmentsEnteredAfter.get(employeeId) ?? 0) <= run.callsBefore
    ? before?.employment?.endDate
    : undefined

const rowsOf = ({ salaries }: CurrentEmployee): string[] =>
  salaries.map(({ id, startDate, value, type }) => `${startDate} ${id} ${value} ${type}`)

const nobodyIsPaidAfterTheEnd: Invariant = {
  name: 'nobody whose employment ended is paid from a day after it, whatever was released',
  check: (play, run) =>
    writesOf(play, run).flatMap((write) => {
      const end = knownEnd(play, write, run)
      if (end === undefined || write.before === undefined || write.section !== 'salary') return []
      const held = rowsOf(write.before)
      return rowsOf(write.after)
        .filter((row) => !held.includes(row) && row.slice(0, 10) > end)
        .map((row) => `${write.employeeId}, who left on ${end}, got a salary from ${row.slice(0, 10)}`)
    }),
}

const formerAreLeftAlone: Invariant = {
  name: 'an employee whose employment had ended changes by a word of release or restore only',
  check: (play, run) =>
    writesOf(play, run).flatMap((write) => {
      const { operation, employeeId, section, record, after, before } = write
      const end = knownEnd(play, write, run)
      // What an earlier replacement of the account left open is finished.
      if (end === undefined || end >= play.day || before === undefined || operation.includes('Delete'))
        return []
      const sent = [
        ...Object.entries(after.personalInfo),
        ...after.addresses.flatMap(({ fields }) => Object.entries(fields)),
        ...after.bankAccounts.flatMap(({ fields }) => Object.entries(fields)),
        ...after.salaries.map(({ value }) => ['Value', value] as const),
      ]
      return sent.some(([field, value]) =>
        play.model.approved.has(toApproval(record ?? '', section, field, value)),
      )
        ? []
        : [`${operation} on ${employeeId}, who left on ${end}`]
    }),
}

/** How AlexisHR lets a connected person go, moves or loses them; `undefined` for somebody who works on. */
const howLeft = ({ world, day }: Play, { sourceId, companyId }: ConnectedLink): string | undefined => {
  const { employees, employments } = world.alexis.data
  const record = employees.find(({ id }) => id === sourceId)
  if (record === undefined) return 'was deleted'
  if (!record.active) return 'is inactive'
  const employment = employments.find(({ id }) => id === record.employmentId)
  const end = (employment?.effectiveEndDate ?? employment?.endDate)?.slice(0, 10)
  if (end !== undefined && end < day) return `left on ${end}`
  return String(companyOf(record.companyId).nmbrsId) === companyId ? undefined : 'moved'
}

const namesThem: ReadonlySet<FindingCode> = new Set([
  'left-service',
  'gone-from-source',
  'left-scope',
  'moved-company',
])

/** Whether the run saw everybody, and nobody changed anything while it looked. */
const isWhole = ({ end, options, troubles }: RunNote): boolean =>
  (end?.document.run.result === 'ok' || end?.document.run.result === 'held') &&
  (options.employees ?? []).length === 0 &&
  troubles.slip === undefined &&
  troubles.meanwhile === undefined

const nobodyIsForgotten: Invariant = {
  name: 'nobody who left is forgotten before payroll has entered an end',
  check: (play, run) =>
    !isWhole(run)
      ? []
      : run.links.flatMap((link) => {
          // Whoever is created by the run itself is named from the next one on.
          const isNew = !run.linksBefore.some(({ sourceId }) => sourceId === link.sourceId)
          if (link.status !== 'connected' || (isNew && isCreatedByUs(link))) return []
          const employee = play.world.nmbrs.store.findEmployee(Number(link.targetId))
          const goesOn = employee !== undefined && employee.employments.at(-1)?.endDate === undefined
          const left = goesOn ? howLeft(play, link) : undefined
          const isNamed = run.end?.document.findings.some(
            ({ subject, code }) => subject === link.sourceId && namesThem.has(code),
          )
          return left === undefined || isNamed === true
            ? []
            : [`${link.sourceId} ${left}, and no finding names them beside ${link.targetId}`]
        }),
}

/** What is true of people who leave, and of those who come back. */
export const serviceInvariants: readonly Invariant[] = [
  nobodyIsPaidAfterTheEnd,
  formerAreLeftAlone,
  nobodyIsForgotten,
]
