import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { parsePortal } from '../../src/access/portal/parse-portal.js'
import { planAccess } from '../../src/access/plan-access.js'
import { parseMapping } from '../../src/mapping/file/parse-mapping.js'
import { aContact, anEmployee, anInput, aPolicy, aRequester } from '../access/builders.js'
import { portalText } from '../access/portal-texts.js'
import { env, makeFolder } from '../config/a-config-folder.js'
import { spoiltYaml } from './hostile-yaml.js'
import { assertFor, inputs } from './inputs.js'
import { knownEndOf } from './known-end.js'

const mappingText = readFileSync('mappings/alexis-nmbrs.yaml', 'utf8')
const configText = readFileSync('config/nmbrs-sync.example.yaml', 'utf8')

const isPolluted = (): boolean => (({}) as { polluted?: boolean }).polluted !== undefined

describe('the malformed inputs of all parts', () => {
  it('are ten thousand together', () => {
    const total = Object.values(inputs).reduce((sum, count) => sum + count, 0)

    expect(total).toBeGreaterThanOrEqual(10_000)
  })
})

describe('a malformed file', () => {
  it('of a mapping gives the mapping, or problems that each name what was expected', async () => {
    await assertFor(
      'mappings',
      fc.property(spoiltYaml(mappingText), (text) => {
        const parsed = parseMapping(text, 'mapping.yaml')

        if ('problems' in parsed) {
          expect(parsed.problems.length).toBeGreaterThan(0)
          expect(parsed.problems.every(({ expected }) => expected !== '')).toBe(true)
        }
        expect(isPolluted()).toBe(false)
      }),
    )
  })

  it('of a portal gives the portal, which can be planned with, or problems that each name what was expected', async () => {
    const portals = ['nmbrs-ess', 'akken-ess', 'akken-css', 'visma-customer-portal'].map(portalText)
    const people = [anEmployee('1'), aContact('2'), aRequester('3')]
    await assertFor(
      'portals',
      fc.property(fc.constantFrom(...portals).chain(spoiltYaml), (text) => {
        const parsed = parsePortal(text, 'portal.yaml')

        if ('problems' in parsed) {
          expect(parsed.problems.length).toBeGreaterThan(0)
          expect(parsed.problems.every(({ expected }) => expected !== '')).toBe(true)
        } else {
          const permissionSets = new Map([
            ['Employee login', { timesheets: true, jobOrders: 'read', loen: 'full' }],
          ])
          const input = anInput({ portal: parsed.portal, people, policy: aPolicy({ permissionSets }) })
          expect(planAccess(input).actions).toHaveLength(people.length)
        }
        expect(isPolluted()).toBe(false)
      }),
    )
  })

  it('of a configuration is loaded or refused with an error of the configuration, and no secret is in what is said', async () => {
    const folder = await makeFolder()
    const secret = `secret-${randomBytes(6).toString('hex')}`
    try {
      await assertFor(
        'configs',
        fc.asyncProperty(spoiltYaml(configText), async (text) => {
          await folder.write('config/nmbrs-sync.yaml', text)
          const end = await knownEndOf(() =>
            folder.load({ env: { ...env, ALEXIS_TOKEN: secret, NMBRS_TOKEN: secret } }),
          )

          if ('error' in end) expect(JSON.stringify([end.error, end.error.message])).not.toContain(secret)
          expect(isPolluted()).toBe(false)
        }),
      )
    } finally {
      await folder.remove()
    }
  })
})
