import { readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'

import { toTargetCompanyId, type TargetEmployeeId } from '../../../src/domain/ids.js'
import { knownRows, type RestKnown } from '../../../src/domain/addresses/rest-known.js'
import type { NmbrsSwitches } from '../../../src/sandbox/nmbrs/switches.js'
import { toGuid } from '../../../src/sandbox/nmbrs/world/guids.js'
import { startSandbox } from '../../../src/sandbox/start-sandbox.js'
import { unknowns } from '../../../src/target/nmbrs-rest/rehearsal/unknowns.js'
import { atOnce, seeWritten, toKnownLooks } from '../../../src/target/nmbrs-rest/writes/see-written.js'
import type { Target } from '../../../src/target/port.js'
import { createRestTarget } from './rest-world.js'

const company = toTargetCompanyId(toGuid('company', 1234))

interface World {
  target: Target
  ids: readonly TargetEmployeeId[]
  /** What was said against what is known. */
  said: string[]
  countCalls: () => number
  switches: NmbrsSwitches
}

const withWorld = async (
  {
    people = 30,
    known,
    switches = {},
    looks,
  }: {
    people?: number
    known?: RestKnown
    switches?: Partial<NmbrsSwitches>
    looks?: readonly number[]
  },
  look: (world: World) => Promise<void>,
): Promise<void> => {
  const sandbox = await startSandbox({ people, seed: 7, today: '2026-11-22', mix: 'all-linked' })
  const { nmbrs } = sandbox
  Object.assign(nmbrs.switches, { restPersonalInfoOmits: 0, ...switches })
  const said: string[] = []
  const target = createRestTarget(nmbrs, {
    known,
    onContradiction: (name, seen) => said.push(`${name}: ${seen}`),
    ...(looks === undefined ? {} : { looks }),
  })
  const entries = await target.readEmployeeList(company)
  await target.readCurrentPeriod(company)
  const countCalls = (): number => Object.values(target.callCounts()).reduce((sum, count) => sum + count, 0)
  try {
    await look({ target, ids: entries.map(({ id }) => id), said, countCalls, switches: nmbrs.switches })
    expect(nmbrs.violations).toEqual([])
  } finally {
    await target.close()
    await sandbox.close()
  }
}

const lookAtAll = ({ target, ids }: World) => Promise.all(ids.map((id) => target.readBankAccounts(id)))

describe('a list of which it is known that it ignores whom it is asked for', () => {
  it('is read once for all who wait for it, and says of each the same', async () => {
    const seen: unknown[] = []
    for (const known of [{}, { employeeFilter: 'ignored' } as const])
      for (const restEmployeeIdFilter of ['ignored', 'works'] as const)
        await withWorld({ known, switches: { restEmployeeIdFilter } }, async (world) => {
          const before = world.countCalls()
          seen.push(await lookAtAll(world))
          const calls = world.countCalls() - before

          expect(calls).toBe('employeeFilter' in known ? 1 : world.ids.length)
          expect(world.said).toEqual([])
        })
    expect(seen[0]).not.toEqual([])
    expect(seen.every((one) => JSON.stringify(one) === JSON.stringify(seen[0]))).toBe(true)
  })

  it('is found out where the opposite is known, said once, and shared from then on', async () => {
    const switches = { restEmployeeIdFilter: 'ignored' } as const
    await withWorld({ known: { employeeFilter: 'works' }, switches }, async (world) => {
      const [first] = await lookAtAll({ ...world, ids: world.ids.slice(0, 1) })
      const before = world.countCalls()
      const all = await lookAtAll(world)

      expect(world.countCalls() - before).toBe(1)
      expect(all[0]).toEqual(first)
      expect(world.said).toEqual(['employeeFilter: ignored'])
    })
  })
})

describe('pages of which it is known that they may be larger', () => {
  const readAll = async (known: RestKnown, restMaxPageSize: NmbrsSwitches['restMaxPageSize']) => {
    const seen: { accounts: number; calls: number; said: readonly string[] }[] = []
    await withWorld({ people: 250, known, switches: { restMaxPageSize } }, async (world) => {
      for (let time = 0; time < 2; time += 1) {
        const before = world.countCalls()
        const { size } = await world.target.readAllBankAccounts!(company)
        seen.push({ accounts: size, calls: world.countCalls() - before, said: [...world.said] })
      }
    })
    return seen
  }

  it('save calls, and where they do not come a list is whole all the same', async () => {
    const usual = await readAll({}, 'none')
    const larger = await readAll({ largePages: true }, 'none')
    const cut = await readAll({ largePages: true }, 'cut')
    const refused = await readAll({ largePages: true }, 'refuse')
    const accounts = usual[0]?.accounts

    expect(usual).toMatchObject([{ calls: 3 }, { calls: 3 }])
    expect(larger).toMatchObject([
      { accounts, calls: 2, said: [] },
      { accounts, calls: 2, said: [] },
    ])
    // Found out with the list of employees, which is read first.
    expect(cut.map((one) => ({ ...one, said: one.said }))).toMatchObject([
      { accounts, calls: 3, said: ['maxPageSize: cut'] },
      { accounts, calls: 3, said: ['maxPageSize: cut'] },
    ])
    expect(refused).toMatchObject([
      { accounts, calls: 3, said: ['maxPageSize: refuse'] },
      { accounts, calls: 3, said: ['maxPageSize: refuse'] },
    ])
  })
})

describe('what is known of how late a write shows', () => {
  const lookFor = async (lagMs: number | undefined, shownAtRead: number) => {
    let [reads, late] = [0, 0]
    const usual = [0, 1, 1]
    const looks = lagMs === undefined ? usual : toKnownLooks(lagMs, usual, () => (late += 1))
    const read = (): Promise<number> => Promise.resolve((reads += 1))
    const last = await seeWritten('createAddress', looks, read, (seen) => seen >= shownAtRead)
    return { last, late }
  }

  it.each([
    [undefined, 1, { last: 1, late: 0 }],
    [undefined, 3, { last: 3, late: 0 }],
    [0, 1, { last: 1, late: 0 }],
    [2, 1, { last: 1, late: 0 }],
    [2, 2, { last: 2, late: 1 }],
    [0, 3, { last: 3, late: 1 }],
    // What does not show at all may never have been taken: that says nothing about how late.
    [2, 99, { last: 3, late: 0 }],
  ])('known %p ms, shown at look %d: as many looks as usual, and late is said: %j', async (lag, at, end) => {
    expect(await lookFor(lag, at)).toEqual(end)
  })

  it('does not keep waiting who only looks', () => {
    expect(atOnce(toKnownLooks(500, [0, 1], () => undefined))[0]).toBe(0)
    expect(atOnce([0, 1])).toEqual([0, 1])
  })
})

describe('what is known of a second address of one period', () => {
  it.each([
    ['refused', false],
    ['taken', true],
    [undefined, true],
  ] as const)('%s: is sent: %s', async (secondAddress, isSent) => {
    await withWorld(
      { people: 2, known: secondAddress === undefined ? {} : { secondAddress } },
      ({ target }) => {
        expect(target.capabilities.has('address.addAgain')).toBe(isSent)
        expect(target.capabilities.has('address.add')).toBe(true)
        return Promise.resolve()
      },
    )
  })
})

describe('the page of what is known', () => {
  it('says of each row whether the product makes use of it', () => {
    const page = readFileSync('docs/nmbrs-rest-known.md', 'utf8')
    const lines = page.split('\n').filter((line) => /^\| \d/.test(line))
    const used: ReadonlySet<number> = new Set(Object.values(knownRows))

    expect(lines).toHaveLength(unknowns.length)
    for (const [index, { row, name, behaviour }] of unknowns.entries()) {
      expect(lines[index]).toMatch(new RegExp(`^\\| ${row} +\\| \`${name}\`: ${behaviour} *\\|`))
      expect(lines[index]!.includes('| information ')).toBe(!used.has(row))
    }
  })
})
