import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { startSandbox, type Sandbox } from '../../src/sandbox/start-sandbox.js'
import { openCli, realToday, type CliEnd } from './child-cli.js'

/** Gives everybody values that stand nowhere else, and says which they are. */
const markEverybody = ({ alexis }: Sandbox): string[] => {
  const marks: string[] = []
  const mark = (text: string): string => {
    marks.push(text)
    return text
  }
  alexis.data.employees.forEach((person, index) => {
    const n = index + 1
    marks.push(person.bankAccount?.iban ?? '')
    Object.assign(person, {
      firstName: mark(`Zqfirst${n}`),
      lastName: mark(`Zqlast${n}`),
      birthDate: `${mark(`1971-03-1${n}`)}T00:00:00.000Z`,
      ssn: mark(`99887766${n}`),
      employeeNumber: mark(`77001${n}`),
      privateEmail: mark(`zqprivate${n}@mark.example`),
      workEmail: mark(`zqwork${n}@mark.example`),
      privatePhone: `06 - ${mark(`2098765${n}`)}`,
      homeAddress: {
        street: mark(`Zqstraat ${n}`),
        postalCode: mark(`98${n}6 ZQ`),
        city: mark(`Zqstad${n}`),
        country: 'NL',
      },
    })
  })
  for (const [index, pay] of alexis.data.compensations.entries()) {
    Object.assign(pay, { amount: Number(mark(`4711.${13 + index}`)) })
  }
  return marks.filter((text) => text !== '')
}

const stored = (folder: string): string =>
  readdirSync(folder)
    .map((name) => readFileSync(join(folder, name)).toString('latin1'))
    .join('\n')

describe('marked personal data', () => {
  it('is put through plan, sync, status, explain and failing runs, and found in no state, log or document', async () => {
    const sandbox = await startSandbox({ people: 8, seed: 5, today: realToday(), mix: 'all-new' })
    const marks = markEverybody(sandbox)
    // Somebody held, somebody blocked, somebody ambiguous: each is talked about.
    Object.assign(sandbox.alexis.data.employees[0] ?? {}, { hireDate: '2001-01-01T00:00:00.000Z' })
    Object.assign(sandbox.alexis.data.employees[1] ?? {}, { birthDate: undefined })
    Object.assign(sandbox.alexis.data.employees[2]?.bankAccount ?? {}, { iban: 'NL00ZQZQ0123456789' })
    marks.push('ZQZQ')
    const [person] = sandbox.alexis.data.employees.slice(3)
    const cli = openCli(sandbox)
    const ends: CliEnd[] = []
    const run = async (...args: string[]): Promise<CliEnd> => {
      const end = await cli.run([...args, '--json', '--log-level', 'debug'])
      ends.push(end)
      return end
    }
    try {
      await run('plan', '--out', 'plan.json')
      sandbox.nmbrs.faults.add({ kind: 'soap-fault', operation: 'PersonalInfo_UpdateCurrent', code: 2030 })
      sandbox.nmbrs.faults.add({ kind: 'html', operation: 'Address_InsertCurrent' })
      sandbox.nmbrs.faults.add({ kind: 'half', operation: 'BankAccount_InsertCurrent' })
      sandbox.nmbrs.faults.add({ kind: 'cut', when: 'after', operation: 'Employee_Insert', nth: 2 })
      const failing = await run('sync', '--yes')
      const healed = await run('sync', '--yes')
      for (const command of ['status', 'runs', 'doctor', 'plan']) await run(command)
      await run('explain', person?.id ?? '')
      sandbox.nmbrs.faults.add({ kind: 'status', status: 500, times: 50 })
      const broken = await run('sync', '--yes')

      expect([failing.code, healed.code, broken.code]).toEqual([1, 3, 1])
      const said = ends.map(({ stdout, stderr }) => stdout + stderr).join('\n')
      const kept = stored(join(cli.folder, 'data')) + readFileSync(join(cli.folder, 'plan.json'), 'utf8')
      expect(marks.filter((mark) => said.includes(mark))).toEqual([])
      expect(marks.filter((mark) => kept.includes(mark))).toEqual([])
      // That nothing is found must not be because nothing was said or kept.
      expect(said).toContain(person?.id)
      expect(kept).toContain(person?.id)
    } finally {
      cli.remove()
      await sandbox.close()
    }
  })

  it('is shown whole when it is asked for, on a terminal only', async () => {
    const sandbox = await startSandbox({ people: 3, seed: 5, today: realToday(), mix: 'all-new' })
    const [mark = ''] = markEverybody(sandbox).filter((text) => text.startsWith('Zqstad'))
    const cli = openCli(sandbox)
    try {
      const id = sandbox.alexis.data.employees[0]?.id ?? ''
      const { stdout, stderr } = await cli.runHere(['explain', id, '--show-values'], { isTerminal: true })

      expect(stdout).toContain(mark)
      expect(stderr).not.toContain(mark)
    } finally {
      cli.remove()
      await sandbox.close()
    }
  })
})
