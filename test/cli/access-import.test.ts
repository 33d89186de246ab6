import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import type { AlexisEmployeeRecord } from '../../src/sandbox/alexis/records.js'
import { openCliWorld, type CliWorld } from './cli-world.js'
import { rememberWorld, type RememberedWorld } from './remember-world.js'

let world: CliWorld
let synced: RememberedWorld
beforeAll(async () => {
  world = await openCliWorld({ newHire: 1, left: 0 }, 8)
  await world.run('sync --yes')
  synced = rememberWorld(world)
})
beforeEach(() => {
  synced.putBack()
})
afterAll(() => synced.close())

const people = (): AlexisEmployeeRecord[] =>
  world.sandbox.story.linkedEqual.flatMap(
    (id) => world.sandbox.alexis.data.employees.find((one) => one.id === id) ?? [],
  )

const writeList = (...lines: readonly string[]): void => {
  writeFileSync(join(world.folder, 'logins.csv'), ['Personeelsnummer;E-mail;Sjabloon', ...lines].join('\r\n'))
}

const lineOf = ({ employeeNumber, workEmail }: AlexisEmployeeRecord, template = ''): string =>
  `${employeeNumber};${workEmail ?? ''};${template}`

interface ImportJson {
  confirmed: string[]
  missing: string[]
  surprises: { code: string; line: number | null; subject: string | null }[]
}

const importJson = async (flags = ''): Promise<ImportJson & { code: number; stdout: string }> => {
  const { code, stdout } = await world.run(`access import logins.csv --json ${flags}`.trim())
  return { ...(JSON.parse(stdout) as ImportJson), code, stdout }
}

describe('access import', () => {
  it('confirms what was handed over, so that nothing is left to do for these people', async () => {
    await world.run('access sync')
    writeList(...people().map(({ employeeNumber }) => `${employeeNumber};;`))

    const { code, confirmed, surprises } = await importJson()
    const { stdout } = await world.run('access plan --json')

    expect([code, surprises]).toEqual([0, []])
    expect(new Set(confirmed)).toEqual(new Set(people().map(({ id }) => id)))
    expect((JSON.parse(stdout) as { portals: unknown[] }).portals).toMatchObject([
      { counts: { asWanted: confirmed.length } },
    ])
  })

  it('shows surprises by line, with exit code 3 and nobody’s name', async () => {
    await world.run('access sync')
    const [first, second] = people() as [AlexisEmployeeRecord, AlexisEmployeeRecord]
    writeList(
      lineOf(first, 'Another template'),
      '999999;nobody@tulp.example;',
      `${first.employeeNumber}0;${second.workEmail ?? ''};`,
    )

    const { code, surprises, stdout } = await importJson()

    expect(code).toBe(3)
    expect(surprises).toMatchObject([
      { code: 'template-differs', line: 2, subject: first.id },
      { code: 'person-unknown', line: 3, subject: null },
      { code: 'person-in-doubt', line: 4, subject: null },
    ])
    expect(stdout).not.toContain(second.workEmail)
    expect(stdout).not.toContain('tulp.example')
  })

  it('never takes logins for gone by itself', async () => {
    await world.run('access sync')
    writeList(...people().map((one) => lineOf(one)))
    await importJson()
    writeList(
      ...people()
        .slice(1)
        .map((one) => lineOf(one)),
    )

    const part = await importJson()
    const whole = await importJson('--whole')
    const wrong = await world.run('access import logins.csv --whole --gone 2')
    const gone = await importJson('--whole --gone 1')

    const [first] = people()
    expect([part.code, part.missing]).toEqual([0, [first?.id]])
    expect(whole.surprises).toMatchObject([{ code: 'login-missing', subject: first?.id }])
    expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining('lacks 1 known logins, not 2')])
    expect([gone.code, (await importJson()).missing]).toEqual([0, []])
  })

  it('refuses an empty list, a file that is not there, and --gone without --whole', async () => {
    writeList()

    const ends = [
      await world.run('access import logins.csv'),
      await world.run('access import none.csv'),
      await world.run('access import logins.csv --gone 1'),
      await world.run('access import logins.csv --whole --gone x'),
    ]

    expect(ends.map(({ code }) => code)).toEqual([2, 2, 2, 2])
    expect(ends[0]?.stderr).toContain('An empty list is not enough')
    expect(ends[1]?.stderr).toContain('none.csv cannot be read (ENOENT)')
    expect(ends[2]?.stderr).toContain('add --whole')
  })
})
