import { readSourceWorld } from '../../../src/run/read/read-source.js'
import { fieldsIn } from '../../../src/domain/values.js'
import type { DesiredEmployee } from '../../../src/domain/employee.js'
import { toPolicyOf } from '../../../src/run/plan/field-policies.js'
import { companyOf, type Play } from '../play.js'
import { toHeld } from '../../support/find-differences.js'
import type { RunNote } from '../world.js'
import type { Invariant } from './invariant.js'

const nothingIsLeft: Invariant = {
  name: 'after three runs in peace nothing is left to send',
  check: (play, run) => {
    const sent = (run.end?.document.changes ?? []).filter(
      ({ outcome }) => outcome !== 'held' && outcome !== 'skipped',
    )
    const writes = play.world.watch.writes.slice(run.firstWrite)
    return [
      ...sent.map(
        ({ subject, section, outcome, reason }) => `${subject} ${section} ${outcome} ${reason ?? ''}`,
      ),
      ...writes.map(({ operation, employeeId }) => `${operation} on ${employeeId}`),
      ...(run.end?.error === undefined ? [] : [String(run.end.error)]),
    ]
  },
}

/** Where payroll is not what the mapped source says and the run has not said so. */
const findUnexplained = (
  play: Play,
  run: RunNote,
  people: readonly DesiredEmployee[],
  policyOf: ReturnType<typeof toPolicyOf>,
): string[] => {
  const { changes = [], findings = [] } = run.end?.document ?? {}
  const isSaid = (subject: string, section: string, field: string): boolean =>
    play.model.agreed.has(`${subject}|${section}|${field}`) ||
    changes.some(
      (one) =>
        one.subject === subject &&
        one.section === section &&
        (one.fields.includes(field) || section !== 'personalInfo'),
    ) ||
    findings.some(
      (one) => one.subject === subject && one.section === section && (one.field ?? field) === field,
    )
  return people.flatMap((person) => {
    const company = String(companyOf(person.sourceCompanyId).nmbrsId)
    const link = run.links.find(
      (one) => one.sourceId === person.sourceId && one.companyId === company && one.status === 'connected',
    )
    if (link?.status !== 'connected') {
      return findings.some(({ subject }) => subject === person.sourceId)
        ? []
        : [`${person.sourceId} is not connected`]
    }
    const employee = play.world.nmbrs.store.employee(Number(link.targetId))
    return Object.entries(toHeld(employee)).flatMap(([name, rows]) => {
      const section = name as keyof ReturnType<typeof toHeld>
      const wanted = person.sections[section]
      if (wanted === undefined) return []
      return (
        fieldsIn(wanted)
          .filter((field) => {
            const { normalise } = policyOf(section, field)
            return !rows.some((values) => normalise(wanted[field] ?? '') === normalise(values[field] ?? ''))
          })
          // The same amount since an earlier day is no other salary.
          .filter((field) => field !== 'Start')
          // An employment that begins later is not the one that is compared.
          .filter(
            (field) => field !== 'InitialStartDate' || (employee.employment?.startDate ?? '') <= play.day,
          )
          .filter((field) => !isSaid(person.sourceId, section, field))
          .map((field) => `${person.sourceId}: ${section}.${field} differs and nothing says so`)
      )
    })
  })
}

const everythingIsEqual: Invariant = {
  name: 'in the end both sides are equal, except what is held or listed',
  check: (play, run) =>
    play.world.command(async (deps) => {
      const { people, inScope } = await readSourceWorld(deps, play.day)
      return findUnexplained(
        play,
        run,
        people.filter(({ sourceId }) => inScope.has(sourceId)),
        toPolicyOf(deps.mapping),
      )
    }),
}

/** What is true when the faults are over and some runs went by in peace. */
export const finalInvariants: readonly Invariant[] = [nothingIsLeft, everythingIsEqual]
