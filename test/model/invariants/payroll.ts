import { unmappedOf } from '../play.js'
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

export const payrollInvariants: readonly Invariant[] = [unmappedStays]
