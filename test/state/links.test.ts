import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { ConfigError } from '../../src/domain/errors.js'
import { toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import type { Link } from '../../src/domain/link.js'
import { aBaseline, aLink, ann, bob, company, otherCompany, otherTarget, target } from './records.js'
import { aFolder, firstMoment, openState } from './temp-state.js'
import { asTester } from '../support/builders.js'

const historyIn = (folder: string): unknown[] => {
  const sqlite = new Database(join(folder, 'state.db'))
  const rows = sqlite
    .prepare('SELECT source_id, status, target_id, origin, at FROM link_history ORDER BY id')
    .all()
  sqlite.close()
  return rows
}

const timesIn = (folder: string): unknown => {
  const sqlite = new Database(join(folder, 'state.db'))
  const row = sqlite.prepare('SELECT created_at, changed_at FROM link').get()
  sqlite.close()
  return row
}

describe('links', () => {
  it.each<[string, Link]>([
    ['connected', aLink()],
    ['disconnected', { status: 'disconnected', sourceId: ann, companyId: company, formerTargetId: target }],
    [
      'ignored',
      {
        status: 'ignored',
        sourceId: ann,
        companyId: company,
        reason: 'Paid in the US; see J.',
        until: '2026-12-31',
      },
    ],
    ['ignored for good', { status: 'ignored', sourceId: ann, companyId: company, reason: '' }],
    ['create-wanted', { status: 'create-wanted', sourceId: ann, companyId: company }],
  ])('are read as they were stored: %s', async (_, link) => {
    const store = (await openState()).store('acme', asTester)

    await store.links.writeLink(link)

    expect(await store.links.readLinks()).toEqual([link])
  })

  it('replace what was stored for the person in that company, and no other', async () => {
    const store = (await openState()).store('acme', asTester)
    await store.links.writeLinks([
      aLink(),
      aLink({ companyId: otherCompany }),
      aLink({ sourceId: bob, targetId: otherTarget }),
    ])

    await store.links.writeLink({
      status: 'disconnected',
      sourceId: ann,
      companyId: company,
      formerTargetId: target,
    })

    expect(await store.links.readLinks()).toEqual([
      { status: 'disconnected', sourceId: ann, companyId: company, formerTargetId: target },
      aLink({ sourceId: bob, targetId: otherTarget }),
      aLink({ companyId: otherCompany }),
    ])
  })

  it('belong to one connection', async () => {
    const state = await openState()
    await state.store('acme', asTester).links.writeLink(aLink())

    await state.store('other', asTester).links.writeLink(aLink({ sourceId: bob }))

    expect(await state.store('acme', asTester).links.readLinks()).toEqual([aLink()])
    expect(await state.store('other', asTester).links.readLinks()).toEqual([aLink({ sourceId: bob })])
  })

  it('never connect one target employee to two people', async () => {
    const store = (await openState()).store('acme', asTester)
    await store.links.writeLink(aLink())

    const second = store.links.writeLink(aLink({ sourceId: bob }))

    await expect(second).rejects.toBeInstanceOf(ConfigError)
    await expect(second).rejects.toThrow(
      `employee ${target} of company ${company} in Nmbrs is already connected to ${ann} in AlexisHR`,
    )
    expect(await store.links.readLinks()).toEqual([aLink()])
  })

  it('are stored all or not at all', async () => {
    const store = (await openState()).store('acme', asTester)
    await store.links.writeLink(aLink())

    const several = store.links.writeLinks([
      aLink({ sourceId: toSourceEmployeeId('carl'), targetId: toTargetEmployeeId('777') }),
      aLink({ sourceId: bob }),
    ])

    await expect(several).rejects.toBeInstanceOf(ConfigError)
    expect(await store.links.readLinks()).toEqual([aLink()])
  })

  it('can hand a target employee over in one list, in any order', async () => {
    const store = (await openState()).store('acme', asTester)
    await store.links.writeLink(aLink())

    await store.links.writeLinks([
      aLink({ sourceId: bob }),
      { status: 'disconnected', sourceId: ann, companyId: company, formerTargetId: target },
    ])

    expect((await store.links.readLinks()).map(({ status }) => status)).toEqual(['disconnected', 'connected'])
  })

  it('are free to be made again after a mark was taken away', async () => {
    const store = (await openState()).store('acme', asTester)
    await store.links.writeLink({ status: 'ignored', sourceId: ann, companyId: company, reason: 'on leave' })

    await store.links.deleteLink(ann, company)
    await store.links.deleteLink(ann, company)

    expect(await store.links.readLinks()).toEqual([])
  })

  it('are not taken away while connected', async () => {
    const store = (await openState()).store('acme', asTester)
    await store.links.writeLink(aLink())

    const taking = store.links.deleteLink(ann, company)

    await expect(taking).rejects.toThrow('nmbrs-sync disconnect')
    expect(await store.links.readLinks()).toEqual([aLink()])
  })

  it('keep their history: what, how and when', async () => {
    const folder = aFolder()
    let ms = firstMoment
    const store = (await openState(folder, { now: () => ms })).store('acme', asTester)
    await store.links.writeLink(aLink({ origin: 'manual' }))
    await store.links.writeLink(aLink({ origin: 'manual' }))
    ms += 1000
    await store.links.writeLink({
      status: 'disconnected',
      sourceId: ann,
      companyId: company,
      formerTargetId: target,
    })
    ms += 1000

    await store.links.deleteLink(ann, company)

    expect(historyIn(folder)).toEqual([
      {
        source_id: ann,
        status: 'connected',
        target_id: target,
        origin: 'manual',
        at: '2026-01-05T08:00:00.000Z',
      },
      {
        source_id: ann,
        status: 'disconnected',
        target_id: target,
        origin: null,
        at: '2026-01-05T08:00:01.000Z',
      },
      { source_id: ann, status: 'deleted', target_id: null, origin: null, at: '2026-01-05T08:00:02.000Z' },
    ])
  })

  it('know when they were made and when they last changed', async () => {
    const folder = aFolder()
    let ms = firstMoment
    const store = (await openState(folder, { now: () => ms })).store('acme', asTester)
    await store.links.writeLink(aLink())
    ms += 1000

    await store.links.writeLink(aLink({ targetId: otherTarget }))

    expect(timesIn(folder)).toEqual({
      created_at: '2026-01-05T08:00:00.000Z',
      changed_at: '2026-01-05T08:00:01.000Z',
    })
  })

  it('are all read when there are more than one step reads', async () => {
    const store = (await openState()).store('acme', asTester)
    const links = Array.from({ length: 4500 }, (_, index) =>
      aLink({
        sourceId: toSourceEmployeeId(`person-${String(index).padStart(5, '0')}`),
        targetId: toTargetEmployeeId(String(index)),
      }),
    )
    await store.links.writeLinks(links)

    const read = await store.links.readLinks()

    expect(read).toEqual(links)
  })
})

describe('a link that turns to another target employee', () => {
  const settle = async (folder = aFolder()) => {
    const store = (await openState(folder)).store('acme', asTester)
    await store.links.writeLinks([aLink(), aLink({ sourceId: bob, targetId: toTargetEmployeeId('900') })])
    await store.baselines.writeBaselines(
      [ann, bob].map((subject) => ({
        subject,
        companyId: company,
        section: 'address',
        baseline: aBaseline(),
      })),
    )
    await store.accounts.writeBankLooks(company, [ann, bob], '2026-01-05T08:00:00.000Z')
    return store
  }

  it('forgets what was settled with the former one, and nothing of anybody else', async () => {
    const store = await settle()

    await store.links.writeLink(aLink({ targetId: otherTarget }))

    expect([...(await store.baselines.readBaselines(company, [ann, bob])).keys()]).toEqual([bob])
    expect([...(await store.accounts.readBankLooks(company)).keys()]).toEqual([bob])
  })

  it('forgets it also by way of a tombstone', async () => {
    const store = await settle()

    await store.links.writeLink({
      status: 'disconnected',
      sourceId: ann,
      companyId: company,
      formerTargetId: target,
    })
    await store.links.writeLink(aLink({ targetId: otherTarget }))

    expect([...(await store.baselines.readBaselines(company, [ann, bob])).keys()]).toEqual([bob])
  })

  it('forgets it also when the tombstone was taken away', async () => {
    const store = await settle()

    await store.links.writeLink({
      status: 'disconnected',
      sourceId: ann,
      companyId: company,
      formerTargetId: target,
    })
    await store.links.deleteLink(ann, company)

    expect([...(await store.baselines.readBaselines(company, [ann, bob])).keys()]).toEqual([bob])
  })

  it('keeps it when the same pair is connected again', async () => {
    const store = await settle()

    await store.links.writeLink({
      status: 'disconnected',
      sourceId: ann,
      companyId: company,
      formerTargetId: target,
    })
    await store.links.writeLink(aLink({ origin: 'manual' }))

    expect([...(await store.baselines.readBaselines(company, [ann, bob])).keys()]).toEqual([ann, bob])
  })
})
