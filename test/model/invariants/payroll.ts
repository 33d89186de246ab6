import type { CurrentEmployee } from '../../../src/sandbox/nmbrs/world/store.js'
import { toApproval, toPlain, type Correction } from '../model.js'
import { unmappedOf, type Play } from '../play.js'
import { writesOf } from './identity.js'
import type { Invariant } from './invariant.js'

const unmappedStays: Invariant = {
  name: 'what the mapping does not cover stays as payroll has it',
  check: (play) => {
    const { model, world } = play
    return world.nmbrs.store.allEmployees().flatMap(({ id }) => {
      const held = unmappedOf(play, id)
      const known = model.unmapped.get(id) ?? held
      model.unmapped.set(id, held)
      return known === held ? [] : [`${id} lost ${known} for ${held}`]
    })
  },
}

/** What an employee holds where somebody corrected something. */
const heldAt = (employee: CurrentEmployee, { section, field }: Correction): string | undefined => {
  switch (section) {
    case 'personalInfo':
      return employee.personalInfo[field]
    case 'address':
      return employee.addresses.find(({ type }) => type === 'HomeAddress')?.fields[field]
    case 'bankAccount':
      return employee.bankAccounts.find(({ type }) => type === 'Standaard')?.fields[field]
    case 'salary':
      return employee.salaries.findLast(({ startDate }) => startDate === field)?.value
  }
}

const correctionsStay: Invariant = {
  name: 'what payroll corrected is overwritten by a word of restore or release only',
  check: (play, run) => {
    const { model } = play
    const faults: string[] = []
    for (const { employeeId, section, operation, before, after, record, readAt } of writesOf(play, run)) {
      if (before === undefined) continue
      const touched = model.corrections.filter(
        (one) =>
          one.employeeId === employeeId && one.section === section && heldAt(before, one) === one.value,
      )
      for (const one of touched) {
        const now = heldAt(after, one)
        if (now === one.value || operation.startsWith('BankAccount_Insert')) continue
        model.corrections = model.corrections.filter((other) => other !== one)
        const field = section === 'salary' ? 'Value' : one.field
        const isApproved = model.approved.has(toApproval(record ?? '', section, field, now ?? ''))
        // Between the last look and the write nobody can see it.
        const wasSeen = readAt > one.after
        const wasConnected = run.linksBefore.some(
          (link) => link.status === 'connected' && link.targetId === String(employeeId),
        )
        if (wasSeen && wasConnected && !isApproved)
          faults.push(`${operation} of ${record ?? 'nobody'} undid ${section}.${one.field} of ${employeeId}`)
      }
    }
    forgetAgreed(play)
    return faults
  },
}

/** What HR has too by now is agreed by a run that saw both; the next change of HR may go over it. */
const forgetAgreed = (play: Play): void => {
  const { model, world } = play
  model.corrections = model.corrections.filter((one) => {
    const owner = model.ownerOfEmployee.get(one.employeeId)
    const theirs = JSON.stringify(
      world.alexis.data.employees.filter(({ id }) => model.ownerOfRecord.get(id) === owner),
    )
    const pays = JSON.stringify(
      world.alexis.data.compensations.filter(
        ({ employeeId }) => model.ownerOfRecord.get(employeeId) === owner,
      ),
    )
    return !toPlain(theirs + pays).includes(toPlain(one.value))
  })
}

export const payrollInvariants: readonly Invariant[] = [unmappedStays, correctionsStay]
