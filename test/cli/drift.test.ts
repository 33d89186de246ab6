import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { editByPayroll } from '../../src/sandbox/nmbrs/world/payroll-edits.js'
import { openCliWorld, scriptPrompts, writesOf, type CliWorld, type CommandEnd } from './cli-world.js'
import { rememberWorld, type RememberedWorld } from './remember-world.js'

/** A valid number that belongs to nobody in the sandbox. */
const otherIban = 'NL20INGB0001234567'

let world: CliWorld
let drifted: RememberedWorld
let id: string
let targetId: number

/** One person in step, whose e-mail address at work payroll then changes. */
beforeAll(async () => {
  world = await openCliWorld('all-new', 2)
  await world.run('sync --yes')
  await world.run('sync --yes')
  const [person] = world.sandbox.alexis.data.employees
  id = person?.id ?? ''
  const explained = JSON.parse((await world.run(`explain ${id} --json`)).stdout) as { targetId: string }
  targetId = Number(explained.targetId)
  editByPayroll(world.sandbox.nmbrs.store, targetId, {
    personalInfo: { EmailWork: 'payroll@tulp.example' },
  })
  drifted = rememberWorld(world)
})
beforeEach(() => {
  drifted.putBack()
})
afterAll(() => drifted.close())

const workEmail = (): string | undefined =>
  world.sandbox.nmbrs.store.findEmployee(targetId)?.personalInfos.at(-1)?.fields.EmailWork

const documentOf = ({ stdout }: CommandEnd): unknown => JSON.parse(stdout)

describe('drift', () => {
  it('lists what payroll changed with exit code 3, without values unless they are asked for', async () => {
    const text = await world.run('drift')
    const json = await world.run('drift --json')
    const shown = await world.run('drift --show-values', { isTerminal: true })

    expect([text.code, json.code]).toEqual([3, 3])
    expect(text.stdout).toContain('work e-mail')
    expect(text.stdout).toContain(`nmbrs-sync drift --accept-target SOURCE`)
    expect(text.stdout + json.stdout).not.toContain('payroll@tulp.example')
    expect(documentOf(json)).toMatchObject({
      connection: 'sandbox',
      drift: [
        {
          subject: id,
          targetId: String(targetId),
          section: 'personalInfo',
          field: 'EmailWork',
          onDrift: 'report',
        },
      ],
      conflicts: [],
    })
    expect(shown.stdout).toContain('payroll@tulp.example')
  })

  it('ends with 0 when there is none', async () => {
    await world.run(`drift --accept-target ${id} --yes`)

    const end = await world.run('drift --verify-all')

    expect(end.code).toBe(0)
    expect(end.stdout).toContain('No drift')
  })

  it('accepts the value in Nmbrs once it was agreed to, and records who did', async () => {
    const writes = writesOf(world.sandbox).length
    const prompts = scriptPrompts([true])

    const end = await world.run(`drift --accept-target ${id} --as Noor`, { prompts, isTerminal: true })
    const audit = await world.run(`audit list --subject ${id} --json`)

    expect(end.code).toBe(0)
    expect(prompts.asked).toEqual([`Keep 1 value of Nmbrs employee ${targetId} as payroll changed them?`])
    expect(workEmail()).toBe('payroll@tulp.example')
    expect(writesOf(world.sandbox)).toHaveLength(writes)
    expect(audit.stdout).toContain('drift-accepted')
    expect(audit.stdout).toContain('Noor')
    expect((await world.run('sync --yes')).code).toBe(0)
  })

  it('changes nothing when the answer is no', async () => {
    const prompts = scriptPrompts([false])

    const end = await world.run(`drift --restore-source ${id}`, { prompts, isTerminal: true })

    expect(end.code).toBe(1)
    expect(end.stderr).toContain('Nothing was changed.')
    expect((await world.run('drift')).code).toBe(3)
  })

  it('sends the AlexisHR value again', async () => {
    const end = await world.run(`drift --restore-source ${id} --yes`)

    expect(end.code).toBe(0)
    expect(workEmail()).not.toBe('payroll@tulp.example')
    expect((await world.run('drift --verify-all')).code).toBe(0)
  })

  it('sends the bank account of AlexisHR again only when that is released', async () => {
    const ibanOf = (): string | undefined =>
      world.sandbox.nmbrs.store.findEmployee(targetId)?.bankAccounts.find(({ type }) => type === 'Standaard')
        ?.fields.IBAN
    const ours = ibanOf()
    editByPayroll(world.sandbox.nmbrs.store, targetId, { bankAccount: { fields: { IBAN: otherIban } } })
    await world.run('drift --verify-all')

    const asked = await world.run(`drift --restore-source ${id} --section bankAccount --yes`)
    const stillTheirs = ibanOf()
    const listed = JSON.parse((await world.run('holds --json')).stdout) as { holds: { id: string }[] }
    const released = await world.run(`holds release ${listed.holds[0]?.id ?? ''} --reason asked --as fatma`)
    const end = await world.run(`sync --yes --employee ${id}`)

    expect(ours).toBeDefined()
    expect(asked.code).toBe(3)
    expect(stillTheirs).toBe(otherIban)
    expect(listed.holds).toMatchObject([{ subject: id, section: 'bankAccount' }])
    expect([released.code, end.code]).toEqual([0, 0])
    expect(ibanOf()).toBe(ours)
  })

  it.each([
    ['without a terminal', () => `--accept-target ${id}`, '--yes'],
    ['for a person who is not there', () => '--accept-target nobody --yes', 'nmbrs-sync status --all'],
    [
      'for a field that there is not',
      () => `--accept-target ${id} --field EmialWork`,
      'Did you mean EmailWork?',
    ],
    [
      'for a field that did not drift',
      () => `--accept-target ${id} --field City --yes`,
      'nmbrs-sync drift --verify-all',
    ],
    ['for a section alone', () => '--section address', '--accept-target ID'],
    ['for both at once', () => `--accept-target ${id} --restore-source ${id}`, 'cannot be used with'],
  ])('is a usage error %s', async (_what, toFlags, message) => {
    const end = await world.run(`drift ${toFlags()}`)

    expect(end.code).toBe(2)
    expect(end.stderr).toContain(message)
    expect(workEmail()).toBe('payroll@tulp.example')
  })
})
