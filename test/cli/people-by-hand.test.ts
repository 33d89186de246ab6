import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { makeState, openCliWorld, writesOf, type CliWorld } from './cli-world.js'

let world: CliWorld
beforeEach(async () => {
  world = await openCliWorld()
})
afterEach(() => world.close())

interface StatusJson {
  employees: {
    subject: string
    pairing: string
    targetId: string | null
    origin: string | null
    tab: string
  }[]
}

const readStatus = async (subject: string): Promise<StatusJson['employees'][number] | undefined> => {
  const { stdout } = await world.run('status --all --json')
  return (JSON.parse(stdout) as StatusJson).employees.find((one) => one.subject === subject)
}

const idOf = (name: keyof CliWorld['sandbox']['story']['cases']): string =>
  world.sandbox.story.cases[name][0] ?? ''

describe('status', () => {
  it('shows who is not connected and why, and writes nothing', async () => {
    const { code, stdout } = await world.run('status')

    expect(code).toBe(0)
    expect(stdout).toContain('blocked: a required field is missing')
    expect(stdout).toContain('missing: birth date (employee.birthDate)')
    expect(stdout).toContain('candidate Nmbrs ')
    expect(stdout).toContain('new: the next sync creates this employee')
    expect(writesOf(world.sandbox)).toEqual([])
  })

  it('shows who is connected, by which rule, and what is held', async () => {
    await world.run('sync --yes')

    const { stdout } = await world.run('status --connected')

    expect(stdout).toContain('matched by employeeNumber+birthDate')
    expect(stdout).toContain('created by nmbrs-sync')
    expect(stdout.replaceAll(/\s+/g, ' ')).toMatch(/held: bank account \(first contact, hold [0-9A-Z]{6}\)/)
  })

  it('shows everybody', async () => {
    const { stdout } = await world.run('status --all')

    expect(stdout).toMatch(/Not connected \(\d\)[\s\S]+Connected \(\d\)/)
  })
})

describe('match', () => {
  it('connects a person to the candidate that was chosen', async () => {
    const subject = idOf('ambiguous')
    const [target = 0] = world.sandbox.story.counterparts[subject] ?? []

    const end = await world.run(`match ${subject} ${target} --yes`)

    expect(end.code).toBe(0)
    expect(end.stdout).toContain(
      `${subject}: connected to Nmbrs employee ${target}, connected by hand.\nNext: nmbrs-sync plan --employee ${subject}\n`,
    )
    expect(await readStatus(subject)).toMatchObject({ pairing: 'connected', origin: 'manual' })
  })

  it('creates nobody beside the employee whom a rule would connect, unless that is forced with a reason', async () => {
    const subject = idOf('contactDiffers')

    const plain = await world.run(`match ${subject} --new`)
    const silent = await world.run(`match ${subject} --new --force`)
    const forced = await world.run(`match ${subject} --new --force --reason namesakes --yes`)

    expect([plain.code, silent.code, forced.code]).toEqual([2, 2, 0])
    expect(plain.stderr).toContain('by the rules this is Nmbrs employee')
    expect(silent.stderr).toContain('Say why')
    expect(forced.stdout).toContain(`${subject}: marked as new; the next sync creates this employee.`)
  })

  it('leaves nobody out until a day that has passed', async () => {
    const end = await world.run(`ignore ${idOf('newHire')} --reason later --until 2020-01-01`)

    expect(end.code).toBe(2)
    expect(end.stderr).toContain('2020-01-01 has passed')
  })

  it('has somebody created who is none of the candidates', async () => {
    const subject = idOf('ambiguous')

    const named = await world.run(`match ${subject} --new --yes --names`)
    const end = await world.run(`match ${subject} --new --yes --json`)

    const person = world.sandbox.alexis.data.employees.find(({ id }) => id === subject)
    expect(named.stdout).toContain(`${person?.lastName ?? 'no name'}, ${subject}: marked as new`)
    expect(JSON.parse(end.stdout)).toMatchObject({ subject, link: { status: 'create-wanted' } })
    expect(await readStatus(subject)).toMatchObject({ pairing: 'create' })
  })

  it('is a usage error for a Nmbrs employee that is not there', async () => {
    const end = await world.run(`match ${idOf('ambiguous')} 99999999`)

    expect(end.code).toBe(2)
    expect(end.stderr).toContain('has no employee 99999999')
  })
})

describe('disconnect', () => {
  it('ends a link for good and changes nothing in Nmbrs', async () => {
    const subject = idOf('newHire')
    await world.run('sync --yes')
    const writes = writesOf(world.sandbox).length

    const end = await world.run(`disconnect ${subject} --yes`)
    await world.run('sync --yes')

    expect(end.stdout).toContain('disconnected by hand from Nmbrs employee')
    expect(await readStatus(subject)).toMatchObject({ pairing: 'disconnected', tab: 'not-connected' })
    expect(writesOf(world.sandbox)).toHaveLength(writes)
  })
})

describe('ignore', () => {
  it('leaves a person out until a day, with the reason shown, and takes him in again', async () => {
    const subject = idOf('newHire')

    await world.run(`ignore ${subject} --reason elsewhere --until 2026-12-31`)
    const ignored = await world.run('status')
    const status = await readStatus(subject)
    const undone = await world.run(`ignore ${subject} --undo`)

    expect(ignored.stdout).toContain('left out by hand until 2026-12-31: elsewhere')
    expect(status).toMatchObject({ pairing: 'ignored' })
    expect(undone.stdout).toContain('taken in again')
    expect(await readStatus(subject)).toMatchObject({ pairing: 'create' })
  })
})

describe('explain', () => {
  const lastNameOf = (subject: string): string =>
    world.sandbox.alexis.data.employees.find(({ id }) => id === subject)?.lastName ?? ''

  it('says why a bank account is held, without a value unless asked', async () => {
    const subject = idOf('bankDiffers')

    const plain = await world.run(`explain ${subject}`)
    const masked = await world.run(`explain ${subject} --show-values`)

    expect(plain.code).toBe(0)
    expect(plain.stdout).toContain('stands: will be connected by the next sync')
    expect(plain.stdout).toContain('change  bank account  held  IBAN (first contact)')
    expect(plain.stdout).not.toContain('NL**')
    expect(masked.stdout).toContain('NL**…**')
    expect(masked.stdout).not.toContain(lastNameOf(subject))
  })

  it('shows whole values on the user\u2019s own terminal only', async () => {
    const subject = idOf('bankDiffers')

    const onTerminal = await world.run(`explain ${subject} --show-values`, { isTerminal: true })
    const document = await world.run(`explain ${subject} --show-values --json`, { isTerminal: true })

    expect(onTerminal.stdout).toContain(lastNameOf(subject))
    expect(document.stdout).not.toContain(lastNameOf(subject))
    expect(document.stdout).toContain('NL**…**')
  })

  it('is a usage error for somebody who is not in scope', async () => {
    expect((await world.run('explain 65f1c0ffee0000000000dead')).code).toBe(2)
  })
})

describe('runs', () => {
  it('lists the runs and shows one of them', async () => {
    await world.run(makeState)
    const empty = await world.run('runs')
    await world.run('plan')
    await world.run('sync --yes')

    const list = await world.run('runs --json')
    const [latest] = JSON.parse(list.stdout) as { id: string; mode: string }[]
    const shown = await world.run(`runs show ${latest?.id ?? ''}`)
    const document = await world.run(`runs show ${latest?.id ?? ''} --json`)

    expect(empty.stdout).toContain('No runs yet')
    expect(latest?.mode).toBe('sync')
    expect((await world.run('runs --limit 1')).stdout.trim().split('\n')).toHaveLength(2)
    expect(shown.stdout).toContain('Sync of sandbox')
    expect((await world.run('runs show last')).stdout).toBe(shown.stdout)
    expect(JSON.parse(document.stdout)).toMatchObject({ run: { id: latest?.id }, ended: true, error: null })
  })

  it('is a usage error for a run that is not there', async () => {
    await world.run(makeState)
    const end = await world.run('runs show nowhere')

    expect(end.code).toBe(2)
    expect(end.stderr).toContain('There is no run nowhere. See which there are: nmbrs-sync runs')
    expect((await world.run('runs show last')).stderr).toContain('There is no sync yet')
  })
})
