import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import type { AccessPortalConfig } from '../../src/config/config.js'
import { toSourceCompanyId, toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import { planLogins } from '../../src/run/access/plan-logins.js'
import { aPolicy } from '../access/builders.js'
import { aPortal } from '../access/portal-texts.js'
import { companyId } from '../support/builders.js'
import { apart, openWorld, sourceValues, type World } from '../support/world.js'

let world: World
beforeEach(async () => {
  world = await openWorld()
  for (const [index, id] of ['a', 'b'].entries()) await employ(id, index)
})
afterEach(() => world.close())

/** Somebody in the source who is connected. */
const employ = async (id: string, index: number, active = true): Promise<void> => {
  world.source.set(
    id,
    sourceValues({
      ...apart(index),
      'employee.employeeNumber': `50${index}`,
      'employee.workEmail': `${id}@tulp.example`,
    }),
  )
  const person = world.source.employees.get(id)
  if (person !== undefined) world.source.employees.set(id, { ...person, active })
  await world.deps.store.links.writeLink({
    ...{ status: 'connected', sourceId: toSourceEmployeeId(id), companyId, origin: 'manual' },
    targetId: toTargetEmployeeId(`90${index}`),
  })
}

const config: AccessPortalConfig = {
  ...{ portal: aPortal('nmbrs-ess'), policy: aPolicy(), contacts: undefined, othersOnScreen: 'none' },
  ...{ portalEmployees: undefined, people: [], delivery: undefined, messageToEmployee: false },
}

/** What is ticked in each batch, and for whom. */
const ticked = async (employees: readonly string[] = []) => {
  const { settings } = world.deps
  const deps = {
    ...world.deps,
    settings: { ...settings, scope: { ...settings.scope, employees: employees.map(toSourceEmployeeId) } },
  }
  const book = await world.deps.store.openAccessBook('nmbrs-ess')
  // A whole list of the portal was seen, which has nobody on it.
  await book.noteImport({ logins: [], done: [], gone: [], whole: true, lines: 0, surprises: 0 })
  const [planned] = await planLogins(deps, [config])
  return (planned?.batches ?? []).map(({ selection, people }) => [
    selection,
    people.map(({ subject }) => subject).join(' '),
  ])
}

describe('the filter of a screen', () => {
  it('ticks everybody when everybody who is shown is meant', async () => {
    expect(await ticked()).toEqual([['all', 'a b']])
  })

  it.each<[string, () => unknown]>([
    [
      'somebody’s record could not be read',
      () => world.source.unreadable.push({ id: toSourceEmployeeId('c'), problems: ['not an object'] }),
    ],
    [
      'a record could not be read of which not even the id is known',
      () => world.source.unreadable.push({ id: undefined, problems: ['not an object'] }),
    ],
    [
      'somebody is in another company',
      async () => {
        await employ('c', 2)
        const person = world.source.employees.get('c')
        if (person !== undefined)
          world.source.employees.set('c', { ...person, companyId: toSourceCompanyId('elsewhere') })
      },
    ],
    ['somebody left who is in payroll', () => employ('c', 2, false)],
  ])('is not used when %s: people are ticked by name', async (_what, happen) => {
    await happen()

    expect(await ticked()).toEqual([['by-name', 'a b']])
  })

  it('is not used for a pilot while others are on the screen', async () => {
    await employ('c', 2)

    expect(await ticked(['a', 'b'])).toEqual([['by-name', 'a b']])
    expect(await ticked(['a', 'b', 'c'])).toEqual([['all', 'a b c']])
  })
})
