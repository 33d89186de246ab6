import { describe, expect, it } from '@jest/globals'

import type { Language } from '../../src/domain/language/language.js'
import { translate } from '../../src/report/translate/translate.js'
import { editPeople } from '../../src/sandbox/people/edit-people.js'
import { settings } from '../matrix/rest/sync-edit-sync.js'
import { today, withSandboxWorld } from './sandbox-world.js'
import { watchRequests } from '../support/rest-contract/watch-requests.js'

const api = 'rest' as const

const otherLanguages: readonly Language[] = ['nl', 'sv', 'da']

const { onRequest } = watchRequests()

describe('a sync over REST', () => {
  it('makes everybody once with the right values, and has nothing left to do', async () => {
    await withSandboxWorld(
      { api, onRequest, people: 5, mix: 'all-new', nmbrs: { restPersonalInfoOmits: 0 } },
      async (world) => {
        const first = await world.run()
        const before = world.nmbrs.calls.records.length
        const second = await world.run()

        expect(first.document.findings).toEqual([])
        expect(
          first.document.changes.filter(({ outcome }) => outcome !== 'applied' && outcome !== 'unchanged'),
        ).toEqual([])
        expect(first.document.run.result).toBe('ok')
        expect(await world.findDifferences()).toEqual([])
        expect(second.document).toMatchObject({ changes: [], findings: [] })
        expect(world.nmbrs.violations).toEqual([])
        const calls = world.nmbrs.calls.records.slice(before)
        const writes = calls.filter(({ operation }) => !/^(?:list|get)/.test(operation))
        expect(writes).toEqual([])
        // Two debtors are in the consent, which takes three calls more to list the companies.
        expect(calls.length).toBeLessThanOrEqual(5 + 4 + 3)
      },
    )
  })

  it('makes everybody but who could be the one whom the list of personal info leaves out', async () => {
    await withSandboxWorld(
      { api, onRequest, people: 30, mix: 'everything', nmbrs: { restPersonalInfoOmits: 1 } },
      async (world) => {
        const { document } = await world.run()
        const creations = document.changes.filter(
          ({ kind, outcome }) => kind === 'create' && outcome === 'applied',
        )

        expect(creations).toHaveLength(3)
        expect(document.findings.filter(({ code }) => code === 'match-target-unread')).toHaveLength(1)
      },
    )
  })

  it('names the scope that is probably missing when a write is forbidden, and goes on with everything else', async () => {
    await withSandboxWorld(
      { api, onRequest, people: 2, mix: 'all-new', nmbrs: { restPersonalInfoOmits: 0 } },
      async (world) => {
        world.nmbrs.faults.add({ kind: 'status', status: 403, operation: 'createSalary' })
        const { document } = await world.run()

        expect(document.findings.filter(({ severity }) => severity === 'error')).toMatchObject([
          {
            code: 'right-missing',
            section: 'salary',
            message: expect.stringContaining('createSalary'),
            remedy: expect.stringMatching(
              /^The scope employee\.employment or employee\.payment is .* auth login$/,
            ),
          },
        ])
        expect(document.changes.filter(({ outcome }) => outcome === 'failed')).toHaveLength(1)
      },
    )
  })

  it.each([
    { operation: 'listBankAccounts', scope: 'employee.info.read or employee.bankaccount.read' },
    { operation: 'listCompanies', scope: 'company.info.read' },
  ])('names call and scope where $operation is forbidden, in each language', async ({ operation, scope }) => {
    await withSandboxWorld(
      { api, onRequest, people: 3, mix: { newHire: 1 }, nmbrs: { restPersonalInfoOmits: 0 } },
      async (world) => {
        world.nmbrs.faults.add({ kind: 'status', status: 403, operation, times: 1000 })
        const { document } = await world.run()

        const found = document.findings.filter(({ code }) => code.endsWith('-unreadable'))
        expect(found.map(({ message }) => message)).toContainEqual(expect.stringContaining(operation))
        for (const { message, remedy } of found) {
          expect(message).toMatch(new RegExp(`: Nmbrs ${operation}: the consent does not allow this call`))
          expect(remedy).toContain(`The scope ${scope} is probably missing`)
          for (const language of otherLanguages) {
            expect(translate(message, language)).toContain(operation)
            expect(translate(message, language)).not.toMatch(/consent does|could not be|may not/)
            expect(translate(remedy, language)).not.toMatch(/probably missing|Check whether/)
          }
        }
      },
    )
  })

  it('names call and scope where a write went out and reading it back is forbidden', async () => {
    await withSandboxWorld(
      {
        ...{ api, onRequest, people: 3, mix: { newHire: 1 }, nmbrs: { restPersonalInfoOmits: 0 } },
        settings,
      },
      async (world) => {
        await world.run()
        const kinds = ['street'] as const
        const among = new Set(world.population.story.linkedEqual.slice(0, 1))
        Object.assign(
          world.alexis.data,
          editPeople(world.alexis.data, 3, { count: 1, kinds, today, among }).data,
        )
        // The whole list, a look before the write, and the look after it.
        world.nmbrs.faults.add({
          kind: 'status',
          status: 403,
          operation: 'listAddresses',
          nth: 3,
          times: 1000,
        })
        const { document } = await world.run()

        const [finding] = document.findings.filter(({ section }) => section === 'address')
        expect(finding).toMatchObject({
          code: 'write-unknown',
          message: expect.stringMatching(
            /createAddress: .* does not allow reading it back \(403, listAddresses\)$/,
          ),
          remedy: expect.stringContaining('The scope employee.info.read is probably missing'),
        })
        for (const language of otherLanguages)
          expect(translate(finding?.message ?? '', language)).not.toMatch(
            /the change was sent|answer was lost/,
          )
      },
    )
  })
})
