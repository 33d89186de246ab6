import { buildBatches } from '../../../src/access/work/build-batches.js'
import type { HandOver } from '../../../src/access/work/delivery-payload.js'
import type { AccessPlanInput } from '../../../src/access/input.js'
import { nameBatches } from '../../../src/access/work/place-batches.js'
import { planAccess } from '../../../src/access/plan-access.js'
import { toHandOver } from '../../../src/access/to-hand-over.js'
import { anEmployee, anInput, aKnown, someRequests } from '../builders.js'

/**
 * A new hire with a name that a spreadsheet would take for a formula, and somebody whose address changed and
 * was accepted.
 */
export const newHire = anEmployee('501', { displayName: '=Noor & <Daan>', workEmail: 'noor@tulp.example' })
export const moved = anEmployee('502', { displayName: 'Femke Proefpersoon', workEmail: 'femke@tulp.example' })

const toInput = (differs: Partial<AccessPlanInput> = {}): AccessPlanInput =>
  anInput({ people: [newHire, moved], known: [aKnown('502')], ...differs })

/** Work of both: a new login, and a login to be deleted and made again. */
export const aHandOver = (): HandOver => {
  const replacement = planAccess(toInput()).actions[1]
  if (replacement?.kind !== 'replace') throw new Error('no replacement is planned')
  const acceptance = { subject: moved.subject, work: replacement.work, how: 'none-open' as const }
  const input = toInput({ requests: someRequests({ acceptances: [acceptance] }) })
  const batches = buildBatches(planAccess(input), input.portal, input.policy)
  const at = '2026-11-22T02:00:05.000Z'
  return toHandOver('acme', input, { key: 'K7QM2X', at, batches: nameBatches('K7QM2X', batches) })
}
