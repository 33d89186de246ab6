import { afterEach, describe, expect, it } from '@jest/globals'

import { toSourceEmployeeId, toTargetCompanyId, toTargetEmployeeId } from '../../../src/domain/ids.js'
import type { Link } from '../../../src/domain/link.js'
import { refuseOtherLinks } from '../../../src/app/compose/nmbrs/refuse-other-links.js'
import type { ConnectionConfig } from '../../../src/config/config.js'
import { toGuid } from '../../../src/sandbox/nmbrs/world/guids.js'
import { openRestWorld, type RestWorld } from './rest-world.js'

const worlds: RestWorld[] = []
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

describe('a connection whose people were connected over the other transport', () => {
  it('is refused before anything is planned, and nobody is connected or created anew', async () => {
    let account: Record<string, unknown> = {}
    const world = await openRestWorld((nmbrs) => {
      account = nmbrs
    })
    worlds.push(world)
    const soap = await world.run('sync --yes --json')
    const company = world.sandbox.company.nmbrsId
    const before = world.sandbox.nmbrs.store.allEmployees().length

    account.api = 'rest'
    world.useCompany(toGuid('company', company))
    await world.logIn()
    const plan = await world.run('plan')
    const sync = await world.run('sync --yes --lang nl')
    account.api = 'soap'
    world.useCompany(String(company))
    const back = await world.run('plan --json')

    expect(soap.code).not.toBe(2)
    expect(plan.code).toBe(2)
    expect(plan.stderr).toContain('connected over SOAP')
    expect(plan.stderr).toContain('api: soap')
    expect(sync.code).toBe(2)
    expect(sync.stderr).toContain('via SOAP')
    expect(world.sandbox.nmbrs.store.allEmployees()).toHaveLength(before)
    expect((JSON.parse(back.stdout) as { people: { linked: number } }).people.linked).toBeGreaterThan(0)
  })

  const link = (targetId: string, status: 'connected' | 'disconnected' = 'connected'): Link =>
    ({
      sourceId: toSourceEmployeeId('a1'),
      companyId: toTargetCompanyId('1'),
      targetId: toTargetEmployeeId(targetId),
      status,
    }) as Link
  const connectionOn = (api: 'soap' | 'rest', hasBlock = true): ConnectionConfig =>
    ({ name: 'acme', nmbrs: { api, rest: hasBlock ? {} : undefined } }) as unknown as ConnectionConfig
  const guid = '0b5cdd1c-8c0f-4b0e-9d7c-2f6a54a0e1aa'

  it.each([
    ['SOAP, from REST', connectionOn('soap'), link(guid), true],
    ['REST, from SOAP', connectionOn('rest'), link('500011'), true],
    ['SOAP, as before', connectionOn('soap'), link('500011'), false],
    ['REST, as before', connectionOn('rest'), link(guid), false],
    ['SOAP, never on REST', connectionOn('soap', false), link(guid), false],
    ['REST, an ended link', connectionOn('rest'), link('500011', 'disconnected'), false],
  ])('is known on %s', async (_what, connection, one, isRefused) => {
    const looked = refuseOtherLinks(connection, { readLinks: () => Promise.resolve([one]) })

    await (isRefused
      ? expect(looked).rejects.toThrow('connected over')
      : expect(looked).resolves.toBeUndefined())
  })
})
