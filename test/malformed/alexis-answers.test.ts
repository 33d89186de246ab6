import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { loadMapping } from '../../src/mapping/file/load-mapping.js'
import { mapEmployee } from '../../src/mapping/map-employee.js'
import { pathsUsedBy } from '../../src/mapping/source-paths.js'
import type { AlexisSandbox } from '../../src/sandbox/alexis/start-alexis-sandbox.js'
import { today } from '../e2e/sandbox-world.js'
import { applyDamage, damages } from './damage.js'
import { brokenJson, oddJson, putIntoJson } from './hostile-json.js'
import { assertFor } from './inputs.js'
import { knownEndOf } from './known-end.js'
import { withMalformedWorld, type MalformedWorld } from './malformed-world.js'

const mapping = await loadMapping('mappings/alexis-nmbrs.yaml')
const paths = new Set([...pathsUsedBy(mapping), 'employment.startDate'])
const query = { paths, activeOnly: true, today, allCompensations: false }

const readAnswer = async ({ baseUrl, token }: AlexisSandbox, path: string): Promise<string> => {
  const answer = await fetch(`${baseUrl}/${path}`, {
    headers: { authorization: `Bearer ${token}`, connection: 'close' },
  })
  return answer.text()
}

const peoplePath = 'employee?limit=200&offset=0&relations=employment,employmentType,compensation&sort[id]=asc'

/**
 * Reads and maps everybody while AlexisHR gives this answer once. Nobody's person may be made up of it that
 * breaks the mapping.
 */
const readAll = async (
  { alexis, source }: MalformedWorld,
  body: Buffer,
  differs: { path?: string; status?: number; contentType?: string } = {},
): Promise<void> => {
  alexis.faults.clear()
  alexis.requests.length = 0
  alexis.faults.add({
    kind: 'body',
    path: 'employee',
    body: body.toString('base64'),
    encoding: 'base64',
    ...differs,
  })
  await knownEndOf(() =>
    source.readSnapshot(query, (employee) =>
      mapEmployee(employee, mapping, { timeZone: 'Europe/Amsterdam' }),
    ),
  )
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  expect(alexis.requests.every(({ method }) => method === 'GET')).toBe(true)
  expect(alexis.faults.waiting()).toEqual([])
}

describe('AlexisHR gives malformed answers', () => {
  it('with bytes that are damaged: each read ends with a result or a known error', async () => {
    await withMalformedWorld({}, async (world) => {
      const good = Buffer.from(await readAnswer(world.alexis, peoplePath))

      await assertFor(
        'alexisBytes',
        fc.asyncProperty(
          damages,
          fc.constantFrom(200, 200, 200, 201, 400, 404, 429, 500, 503),
          async (damage, status) => {
            await readAll(world, applyDamage(good, damage), { status })
          },
        ),
      )
    })
  })

  it('with a value that is no value, or of another kind: each read ends with a result or a known error', async () => {
    await withMalformedWorld({}, async (world) => {
      const good: unknown = JSON.parse(await readAnswer(world.alexis, peoplePath))

      await assertFor(
        'alexisValues',
        fc.asyncProperty(fc.nat(), fc.oneof(brokenJson, oddJson), async (nth, text) => {
          await readAll(world, Buffer.from(putIntoJson(good, nth, text)))
        }),
      )
    })
  })

  it('in the lists that are read beside the people: each read ends with a result or a known error', async () => {
    await withMalformedWorld({ alexis: { relations: 'current' } }, async (world) => {
      // Only of somebody whose current rows nothing points at the lists are read.
      Object.assign(world.alexis.data.employees[0] ?? {}, {
        employmentId: undefined,
        compensationId: undefined,
      })
      for (const path of ['employment', 'compensation']) {
        const good: unknown = JSON.parse(await readAnswer(world.alexis, `${path}?limit=200`))

        await assertFor(
          'alexisLists',
          fc.asyncProperty(fc.nat(), fc.oneof(brokenJson, oddJson), async (nth, text) => {
            await readAll(world, Buffer.from(putIntoJson(good, nth, text)), { path })
          }),
        )
      }
    })
  })

  it('with broken values, in whole runs of people who are settled: nothing is written', async () => {
    await withMalformedWorld({}, async (world) => {
      await world.run()
      const good: unknown = JSON.parse(await readAnswer(world.alexis, peoplePath))
      const before = JSON.stringify(world.nmbrs.store.allEmployees())

      await assertFor(
        'alexisRuns',
        fc.asyncProperty(fc.nat(), brokenJson, async (nth, text) => {
          world.alexis.faults.clear()
          world.alexis.faults.add({ kind: 'body', path: 'employee', body: putIntoJson(good, nth, text) })
          await knownEndOf(async () => {
            const { error } = await world.run()
            if (error !== undefined) throw error
          })
          expect(world.alexis.faults.waiting()).toEqual([])
          expect(JSON.stringify(world.nmbrs.store.allEmployees())).toBe(before)
        }),
      )
    })
  })
})
