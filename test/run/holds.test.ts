import { describe, expect, it } from '@jest/globals'

import type { RunEnd } from '../../src/run/run-connection.js'
import { defaultHoldSettings } from '../support/hold-builders.js'
import { anIban, sourceValues, withWorld, type World } from '../support/world.js'

const outcomes = ({ document }: RunEnd): string[] =>
  document.changes.map(({ section, outcome, reason }) =>
    [section, outcome, reason].filter((part) => part !== null).join(' '),
  )

const ibans = (world: World): (string | undefined)[] =>
  [...world.target.employees.values()].flatMap(({ bankAccounts }) =>
    bankAccounts.map(({ values }) => values.IBAN),
  )

/** One employee in step, whose bank account is then changed in the source to the second of three. */
const changed = async (world: World): Promise<void> => {
  world.source.set('a1', sourceValues({ 'employee.bankAccount.iban': anIban(1) }))
  await world.run()
  world.source.edit('a1', { 'employee.bankAccount.iban': anIban(2) })
  await world.run()
}

const onlyHold = async (world: World) => {
  const [hold, ...others] = await world.deps.store.holds.readHolds()
  if (hold === undefined || others.length > 0) throw new Error('there is not exactly one hold')
  return hold
}

const historyOf = async (world: World): Promise<(string | undefined)[]> =>
  (await world.deps.store.holds.readHoldHistory()).map(({ closed }) => closed?.how)

describe('a released bank account', () => {
  it('is sent once, and the release is used up', async () => {
    await withWorld(async (world) => {
      await changed(world)
      await world.release()

      const end = await world.run()

      expect(outcomes(end)).toEqual(['bankAccount applied'])
      expect(end.document.run.result).toBe('ok')
      expect(ibans(world)).toEqual([anIban(2)])
      expect(await historyOf(world)).toEqual(['used'])
    })
  })

  it('waits anew when the very same change comes back after it was sent', async () => {
    await withWorld(async (world) => {
      await changed(world)
      const first = await onlyHold(world)
      await world.release()
      await world.run()
      world.source.edit('a1', { 'employee.bankAccount.iban': anIban(1) })
      await world.run()
      await world.release()
      await world.run()
      world.source.edit('a1', { 'employee.bankAccount.iban': anIban(2) })

      const again = await world.run()

      expect(outcomes(again)).toEqual(['bankAccount held bank-account-changed'])
      const second = await onlyHold(world)
      expect(second.digest).toBe(first.digest)
      expect(second.id).not.toBe(first.id)
      expect(ibans(world)).toEqual([anIban(1)])
    })
  })

  it('does not let another value go', async () => {
    await withWorld(async (world) => {
      await changed(world)
      await world.release()
      world.source.edit('a1', { 'employee.bankAccount.iban': anIban(3) })

      const end = await world.run()

      expect(outcomes(end)).toEqual(['bankAccount held bank-account-changed'])
      expect(ibans(world)).toEqual([anIban(1)])
      expect((await historyOf(world)).sort()).toEqual(['superseded', undefined])
    })
  })

  it('does not go over another account than the one that was seen', async () => {
    await withWorld(async (world) => {
      await changed(world)
      await world.release()
      for (const held of world.target.employees.values()) {
        held.bankAccounts = held.bankAccounts.map((account) => ({
          ...account,
          values: { ...account.values, IBAN: anIban(9) },
        }))
      }

      const end = await world.run()

      expect(outcomes(end)).toEqual(['bankAccount held conflict'])
      expect(ibans(world)).toEqual([anIban(9)])
    })
  })

  it('stays released while the answer is unknown, and is used up when reading shows it was sent', async () => {
    await withWorld(async (world) => {
      await changed(world)
      await world.release()
      world.target.faults = [{ operation: 'insertBankAccount', nth: 2, carried: 'unknown' }]

      const lost = await world.run()
      const waiting = await onlyHold(world)
      const mended = await world.run()
      await world.run()

      expect(outcomes(lost)).toEqual(['bankAccount unknown write-unknown'])
      expect(waiting.sending).toBe(true)
      expect(mended.document.run.result).toBe('ok')
      expect(ibans(world)).toEqual([anIban(2)])
      expect(await historyOf(world)).toEqual(['used'])
    })
  })

  it('is sent by the next run when it surely was not sent', async () => {
    await withWorld(async (world) => {
      await changed(world)
      await world.release()
      world.target.faults = [{ operation: 'insertBankAccount', nth: 2, carried: 'no' }]

      await world.run()
      const next = await world.run()

      expect(outcomes(next)).toEqual(['bankAccount applied'])
      expect(await historyOf(world)).toEqual(['used'])
    })
  })
})

describe('a rejected bank account', () => {
  it('is left out, and waits for nobody', async () => {
    await withWorld(async (world) => {
      await changed(world)
      await onlyHold(world)
      await world.say('reject', 'bram')

      const end = await world.run()

      expect(outcomes(end)).toEqual(['bankAccount skipped hold-rejected'])
      expect(end.document.run.result).toBe('ok')
      expect(end.document.findings).toMatchObject([{ code: 'hold-rejected', severity: 'info' }])
      expect(ibans(world)).toEqual([anIban(1)])
    })
  })

  it('asks anew for another value, and is sent once the word is taken back', async () => {
    await withWorld(async (world) => {
      await changed(world)
      await onlyHold(world)
      await world.say('reject', 'bram')
      world.source.edit('a1', { 'employee.bankAccount.iban': anIban(3) })
      const other = await world.run()
      await world.release('bram')
      const sent = await world.run()

      expect(outcomes(other)).toEqual(['bankAccount held bank-account-changed'])
      expect(outcomes(sent)).toEqual(['bankAccount applied'])
    })
  })
})

describe('a hold', () => {
  it('is closed when the source goes back, and only by a sync', async () => {
    await withWorld(async (world) => {
      await changed(world)
      world.source.edit('a1', { 'employee.bankAccount.iban': anIban(1) })

      await world.run({ mode: 'plan' })
      const afterPlan = await historyOf(world)
      await world.run()

      expect(afterPlan).toEqual([undefined])
      expect(await historyOf(world)).toEqual(['superseded'])
    })
  })

  it('stays while the value in the source cannot be used', async () => {
    await withWorld(async (world) => {
      await changed(world)
      world.source.edit('a1', { 'employee.bankAccount.iban': 'NL00WRONG' })

      await world.run()

      expect(await historyOf(world)).toEqual([undefined])
    })
  })

  it('needs two people and some days where that is set, counted from the first sight', async () => {
    const holds = { ...defaultHoldSettings, releasers: 2, waitDays: 1 }
    await withWorld(
      async (world) => {
        await changed(world)
        await world.release('fatma')
        await world.release('Fatma')
        const alone = await world.run()
        await world.release('bram')
        const early = await world.run()

        expect(outcomes(alone)).toEqual(['bankAccount held bank-account-changed'])
        expect(outcomes(early)).toEqual(['bankAccount held bank-account-changed'])
        expect(early.document.findings[0]?.remedy).toContain('2026-11-23')
        expect(ibans(world)).toEqual([anIban(1)])
      },
      { holds },
    )
  })

  it('is noted by a plan too, with the same id, so that it can be released before any sync', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues({ 'employee.bankAccount.iban': anIban(1) }))
      await world.run()
      world.source.edit('a1', { 'employee.bankAccount.iban': anIban(2) })

      const plan = await world.run({ mode: 'plan' })
      const { id } = await onlyHold(world)
      await world.release()

      expect(plan.document.findings[0]?.remedy).toContain(`nmbrs-sync holds release ${id}`)
      expect(outcomes(await world.run())).toEqual(['bankAccount applied'])
    })
  })
})

describe('a plan in a file', () => {
  it('that was edited to send what waits sends nothing', async () => {
    await withWorld(async (world) => {
      await changed(world)
      const { savedPlan } = await world.run({ mode: 'plan' })
      const edited = {
        ...savedPlan!,
        changes: savedPlan!.changes.map((change) => ({ ...change, decision: 'send' as const })),
      }

      const end = await world.run({ savedPlan: edited })

      expect(outcomes(end)).toEqual(['bankAccount held bank-account-changed'])
      expect(ibans(world)).toEqual([anIban(1)])
    })
  })

  it('made while a release counted sends nothing after it was taken back', async () => {
    await withWorld(async (world) => {
      await changed(world)
      await onlyHold(world)
      await world.release()
      const { savedPlan } = await world.run({ mode: 'plan' })
      await world.say('reject', 'bram')

      const end = await world.run({ savedPlan: savedPlan! })

      expect(outcomes(end)).toEqual(['bankAccount skipped hold-rejected'])
      expect(ibans(world)).toEqual([anIban(1)])
    })
  })
})

describe('a word that is said while a run goes on', () => {
  it('is heard by the write that has not gone out yet', async () => {
    await withWorld(async (world) => {
      await changed(world)
      await onlyHold(world)
      await world.release()
      const confirm = async (): Promise<boolean> => {
        await world.say('reject', 'bram')
        return true
      }

      const end = await world.run({ confirm })

      expect(outcomes(end)).toEqual(['bankAccount skipped hold-rejected'])
      expect(ibans(world)).toEqual([anIban(1)])
    })
  })
})

describe('a conflict', () => {
  it('is sent over what payroll holds once it was released', async () => {
    await withWorld(async (world) => {
      world.source.set('a1', sourceValues())
      await world.run()
      await world.run()
      const [employee] = [...world.target.employees.values()]
      employee!.personalInfo = { ...employee!.personalInfo, EmailWork: 'payroll@tulp.example' }
      world.source.edit('a1', { 'employee.workEmail': 'hr@tulp.example' })

      const held = await world.run()
      await world.release()
      const sent = await world.run()

      expect(outcomes(held)).toEqual(['personalInfo held conflict'])
      expect(outcomes(sent)).toEqual(['personalInfo applied'])
      expect(sent.document.run.result).toBe('ok')
      expect(employee!.personalInfo.EmailWork).toBe('hr@tulp.example')
    })
  })
})

describe('two people with one account', () => {
  it('both wait, and each goes when he is released', async () => {
    await withWorld(async (world) => {
      const shared = { 'employee.bankAccount.iban': anIban(1) }
      world.source.set('a1', sourceValues(shared))
      world.source.set(
        'a2',
        sourceValues({
          ...shared,
          'employee.firstName': 'Bram',
          'employee.birthDate': '1981-03-04',
          'employee.lastName': 'Anders',
          'employee.employeeNumber': '777',
          'employee.workEmail': '',
        }),
      )

      const first = await world.run()
      const waiting = outcomes(first).filter((text) => text.includes('iban-shared'))
      await world.release()
      const second = await world.run()
      const third = await world.run()

      expect(waiting).toEqual(['bankAccount held iban-shared', 'bankAccount held iban-shared'])
      expect(outcomes(second)).toEqual(['bankAccount applied', 'bankAccount applied'])
      expect(third.document).toMatchObject({ changes: [], findings: [] })
    })
  })

  it.each([
    ['a limit', { allow: { create: 0 } }, 'threshold-exceeded'],
    ['a period', {}, 'before-current-period'],
  ])(
    'is reported, and stays released, while %s keeps its person from being created',
    async (_, asked, reason) => {
      await withWorld(async (world) => {
        const shared = { 'employee.bankAccount.iban': anIban(1) }
        world.source.set('a1', sourceValues(shared))
        await world.run()
        world.source.set(
          'a2',
          sourceValues({
            ...shared,
            'employee.firstName': 'Bram',
            'employee.birthDate': '1981-03-04',
            'employee.lastName': 'Anders',
            'employee.employeeNumber': '777',
            'employee.workEmail': '',
          }),
        )
        await world.run({ mode: 'plan' })
        await world.release()
        if (reason === 'before-current-period') world.target.period = '2026-12-M'

        const held = await world.run(asked)
        world.target.period = '2026-11-M'
        const sent = await world.run()

        const ofTheSecond = held.document.changes.filter(({ subject }) => subject === 'a2')
        expect(ofTheSecond[0]).toMatchObject({ kind: 'create', outcome: 'held', reason })
        expect(ofTheSecond.find(({ section }) => section === 'bankAccount')).toMatchObject({
          outcome: 'held',
          reason: 'depends-on-failed',
        })
        expect(ofTheSecond).toHaveLength(5)
        expect(held.document.run.result).toBe('held')
        expect(sent.document.changes.filter(({ outcome }) => outcome !== 'applied')).toEqual([])
        expect(sent.document.changes.filter(({ section }) => section === 'bankAccount')).toHaveLength(1)
      })
    },
  )
})
