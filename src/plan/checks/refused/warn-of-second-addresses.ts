import type { TargetEmployee } from '../../../domain/employee.js'
import type { TargetEmployeeId } from '../../../domain/ids.js'
import type { Capability } from '../../../target/port.js'
import type { Plan } from '../../build-plan.js'
import { toFinding } from '../../../domain/findings/to-finding.js'
import type { PersonPlan } from '../../plan-person.js'

/**
 * A plan that says of each address which is sent although one begins in this payroll period already: no one
 * knows whether Nmbrs takes a second one, and what to do if it does not. Nothing is said where that is known,
 * nor of what is not sent.
 */
export const warnOfSecondAddresses = (
  plan: Plan,
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>,
  capabilities: ReadonlySet<Capability>,
): Plan => {
  if (capabilities.has('address.update') || capabilities.has('address.addAgainSure')) return plan
  const isSecond = ({ changes, targetId }: PersonPlan): boolean =>
    targetId !== null &&
    targets.get(targetId)?.homeIsNew === true &&
    changes.some(({ decision, change }) => decision === 'send' && change.section === 'address')
  const people = plan.people.map((person) =>
    isSecond(person)
      ? { ...person, findings: [...person.findings, toFinding('address-again', person.subject, 'address')] }
      : person,
  )
  return { ...plan, people }
}
