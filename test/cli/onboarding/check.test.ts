import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import type { OnboardingResult } from '../../../src/onboarding/result/result.js'
import type { NmbrsEmployee } from '../../../src/sandbox/nmbrs/world/data.js'
import type { Fault } from '../../../src/sandbox/nmbrs/faults.js'
import { openCliWorld, runCommand, writesOf, type CliWorld, type CommandOptions } from '../cli-world.js'

let world: CliWorld
beforeAll(async () => {
  world = await openCliWorld('all-linked', 3)
})
beforeEach(() => {
  const { nmbrs } = world.sandbox
  nmbrs.reset()
  Object.assign(nmbrs.accounts[0] ?? {}, { template: undefined, tags: undefined, disabled: undefined })
  nmbrs.store.changeCompany(1234, { runs: [aRun] })
  writeFileSync(join(world.folder, 'asr.yaml'), answers())
})
afterAll(() => world.close())

const aRun = {
  id: 7001,
  number: 10,
  year: 2026,
  periodStart: 10,
  periodEnd: 10,
  description: 'Run 10',
  runAt: '2026-10-26T09:00:00',
  isLocked: true,
}

const somebody = (): NmbrsEmployee => {
  const [employee] = world.sandbox.nmbrs.store.allEmployees()
  if (employee === undefined) throw new Error('nobody is there')
  return employee
}

/** The director is somebody of the sandbox, so that the look-up finds him. */
const director = (): { name: string; number: string } => {
  const fields = somebody().personalInfos.at(-1)?.fields ?? {}
  return { name: `${fields.FirstName} ${fields.LastName}`, number: fields.EmployeeNumber ?? '' }
}

const answers = (differs: Record<string, string> = {}): string => {
  const { name, number } = director()
  const facts = {
    processorName: 'Salariskantoor Rozengeur',
    processorEmail: 'salaris@rozengeur.example',
    employerName: 'Tulpwerk B.V.',
    frameworkContract: '0012345',
    wageTaxNumber: '123456782L01',
    companyName: 'Tulpwerk B.V.',
    dga: `{ name: '${name}', employeeNumber: ${number} }`,
    payrollFrequency: 'maandelijks',
    thirteenthMonth: 'nee',
    ...differs,
  }
  return `version: 1\nfacts:\n${Object.entries(facts)
    .map(([id, answer]) => `  ${id}: ${answer}\n`)
    .join('')}`
}

const account = (differs: object): void => {
  Object.assign(world.sandbox.nmbrs.accounts[0] ?? {}, differs)
}

const check = async (more = '', options: CommandOptions = {}) => {
  const end = await world.run(`onboarding check asr --facts asr.yaml --json ${more}`, options)
  const result = JSON.parse(end.stdout) as OnboardingResult
  const outcomeOf = (name: string) => result.calls.find(({ call }) => call === name)?.outcome
  return { ...end, result, outcomeOf }
}

const calls = (): string[] => world.sandbox.nmbrs.calls.records.map(({ operation }) => operation)

describe('onboarding check of an account that has everything', () => {
  it('ends with 0 after at most 19 calls and 8 look-ups, none of which writes', async () => {
    const { code, result } = await check()

    expect(result.reasons).toEqual([])
    expect({ code, readiness: result.readiness }).toEqual({ code: 0, readiness: 'ready' })
    expect(result.calls).toHaveLength(19)
    expect(result.calls.every(({ outcome }) => outcome.verdict === 'active')).toBe(true)
    expect(calls().length).toBeLessThanOrEqual(19 + 8)
    expect(writesOf(world.sandbox)).toEqual([])
    expect(world.sandbox.nmbrs.violations).toEqual([])
  })

  it('shows it as a table, in Dutch too', async () => {
    const { code, stdout } = await world.run('onboarding check asr --facts asr.yaml --lang nl')

    expect(code).toBe(0)
    for (const text of [
      'Tulpwerk B.V. (1234)',
      '19 van 19 staan aantoonbaar open',
      'actief  Partner_Get',
      'klopt     DGA in de verloning',
      'Nog te doen',
    ])
      expect(stdout).toContain(text)
    expect(stdout).toMatch(/\nKlaar om aan te sluiten\n$/)
  })

  it.each([
    ['sv', 'Kvar att göra', '19 av 19', 'Klart att ansluta'],
    ['da', 'Mangler at blive gjort', '19 af 19', 'Klar til tilslutning'],
  ])('shows it and writes its dossier in %s, with the words of the Dutch screens', async (lang, ...texts) => {
    const { code, stdout } = await world.run(
      `onboarding check asr --facts asr.yaml --dossier dossier-${lang} --lang ${lang}`,
    )
    const page = readFileSync(join(world.folder, `dossier-${lang}`, 'asr-per-debtor-1234.html'), 'utf8')

    expect(code).toBe(0)
    for (const text of [...texts, 'Aanmelden nieuwe werkgever']) expect(stdout).toContain(text)
    for (const text of texts) expect(page).toContain(text)
    expect(page).toContain(`<html lang="${lang}">`)
    expect(page).not.toMatch(/Explanation|Verdict|Facts to hand in|Made on/)
  })

  it('asks for nothing when the account is taken from the environment, with the only company it sees', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-bare-'))
    const env = { ...world.sandbox.env, NMBRS_HOST: world.sandbox.nmbrs.host }
    account({ companies: [1234] })

    const { code, stdout, stderr } = await runCommand(['onboarding', 'check', 'asr', '--json'], {
      cwd: folder,
      env,
    })
    const result = JSON.parse(stdout) as OnboardingResult

    expect(stderr).toBe('')
    expect(code).toBe(3)
    expect(result).toMatchObject({ connection: null, company: { id: '1234', name: 'Tulpwerk B.V.' } })
    expect(result.reasons.every(({ reason }) => reason === 'fact-missing')).toBe(true)
    account({ companies: undefined })
    rmSync(folder, { recursive: true })
  })
})

describe('onboarding check of a call', () => {
  const fault = (code: number): Fault => ({
    kind: 'soap-fault',
    operation: 'Partner_Get',
    code,
    when: 'before',
    nth: 1,
    times: 9,
  })
  const refused: readonly [string, () => void, object, string][] = [
    [
      'switched off in the user template',
      () => {
        account({ template: { EmployeeService: { except: ['Partner_Get'] } } })
      },
      { verdict: 'inactive', code: '1002' },
      'inactive    Partner_Get',
    ],
    [
      'that a tag or filter keeps out',
      () => {
        world.sandbox.nmbrs.faults.add(fault(1003))
      },
      { verdict: 'outside-filter', code: '1003' },
      'outside tag or filter  Partner_Get',
    ],
    ...[2003, 2004, 2009].map((code): [string, () => void, object, string] => [
      `without access to the record (${code})`,
      () => {
        world.sandbox.nmbrs.faults.add(fault(code))
      },
      { verdict: 'no-access', code: String(code) },
      'no access  Partner_Get',
    ]),
    [
      'that answers with a fault of another kind',
      () => {
        world.sandbox.nmbrs.faults.add(fault(3001))
      },
      { verdict: 'failed', reason: 'fault', code: '3001' },
      'failed  Partner_Get',
    ],
  ]

  it.each(refused)('%s: not ready, and the others are tried all the same', async (_, make, outcome, line) => {
    make()
    const { code, result, outcomeOf } = await check()

    expect(code).toBe(3)
    expect(outcomeOf('Partner_Get')).toEqual(outcome)
    expect(result.calls.filter(({ outcome: one }) => one.verdict === 'active')).toHaveLength(18)
    world.sandbox.nmbrs.reset()
    world.sandbox.nmbrs.store.changeCompany(1234, { runs: [aRun] })
    make()
    const { stdout } = await world.run('onboarding check asr --facts asr.yaml')
    expect(stdout.replaceAll(/ +/g, ' ')).toContain(line.replaceAll(/ +/g, ' '))
  })

  it('that needs a payroll run is not tested without one, and says how to get it tested', async () => {
    world.sandbox.nmbrs.store.changeCompany(1234, { runs: [] })

    const { code, outcomeOf, result } = await check()

    expect(code).toBe(3)
    expect(outcomeOf('Reports_BackgroundTask_Result')).toEqual({ verdict: 'not-tested', reason: 'no-run' })
    expect(result.steps.find(({ kind }) => kind === 'make-testable')?.text.en).toContain('payroll run')
  })

  it('that changes something is never made, and is a step to look at by hand', async () => {
    const { stdout } = await world.run('onboarding check shiftbase --json')
    const result = JSON.parse(stdout) as OnboardingResult

    const writes = result.calls.filter(({ access }) => access === 'write')
    expect(writes.map(({ outcome }) => outcome)).toEqual(
      writes.map(() => ({ verdict: 'not-tested', reason: 'write-call' })),
    )
    expect(result.steps.some(({ kind }) => kind === 'look-at-write-calls')).toBe(true)
    expect(calls().filter((name) => writes.some(({ call }) => call === name))).toEqual([])
  })
})

describe('onboarding check of an account that is not let in', () => {
  it('ends with 1 after one call when the token is wrong', async () => {
    const { code, result } = await check('', { env: { NMBRS_TOKEN: 'wrong-token' } })

    expect(code).toBe(1)
    expect(result.reasons).toEqual([{ reason: 'wrong-credentials' }])
    expect(calls()).toHaveLength(1)
  })

  it('ends with 1 when the subscription is over', async () => {
    account({ disabled: true })

    const { code, result } = await check()

    expect({ code, reasons: result.reasons }).toEqual({ code: 1, reasons: [{ reason: 'no-subscription' }] })
  })

  it('ends with 1 when nothing answers', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-bare-'))
    const env = { ...world.sandbox.env, NMBRS_HOST: 'http://127.0.0.1:9' }

    const { code, stdout } = await runCommand(['onboarding', 'check', 'asr', '--company', '1234'], {
      cwd: folder,
      env,
    })

    expect(code).toBe(1)
    expect(stdout).toContain('Could not be checked: Nmbrs answered no call')
    rmSync(folder, { recursive: true })
  })
})

describe('onboarding check of the facts', () => {
  it.each([
    ['companyName', "'Tulpwerk BV.'", 'character 11 (punctuation)'],
    ['companyName', "'Tulpwerk  B.V.'", 'character 10 (blank)'],
    ['wageTaxNumber', '123456789L01', 'the check digit does not fit'],
    ['nmbrsDomain', 'elders', 'Nmbrs says'],
    ['payrollFrequency', 'vierwekelijks', 'Nmbrs says monthly'],
    ['dga', '{ name: Wim Nergens, employeeNumber: 999999 }', 'it is not in Nmbrs'],
  ])('%s: %s is wrong', async (id, answer, says) => {
    writeFileSync(join(world.folder, 'asr.yaml'), answers({ [id]: answer }))

    const { code, result } = await check()
    const { stdout } = await world.run('onboarding check asr --facts asr.yaml')

    expect(code).toBe(3)
    expect(result.reasons).toEqual([{ reason: 'fact-wrong', fact: id }])
    expect(stdout).toContain(says)
  })

  it('says of a tag which ones are there', async () => {
    const tags = [{ number: 1, tag: 'a.s.r. oud', hexColor: '#000000' }]
    world.sandbox.nmbrs.store.changeDebtor(77, { tags })
    writeFileSync(join(world.folder, 'asr.yaml'), answers({ debtorTag: 'a.s.r.' }))

    const { code, stdout } = await world.run('onboarding check asr-umbrella --facts asr.yaml')

    expect(code).toBe(3)
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain('this tag is not on the debtor; these are: a.s.r. oud')
    expect(stdout).toContain('Debiteur beheer → Tag toevoegen')
  })
})

describe('the dossier', () => {
  const dossier = (): string => join(world.folder, 'dossier')
  const filesOf = (): string[] =>
    readdirSync(dossier()).map((name) => readFileSync(join(dossier(), name), 'utf8'))

  it('is a page and a spreadsheet that only their owner may read, with the document beside them', async () => {
    const { code, stderr } = await check('--dossier dossier --out dossier/kept.json --lang nl')

    expect(code).toBe(0)
    expect(readdirSync(dossier()).sort()).toEqual([
      'asr-per-debtor-1234.csv',
      'asr-per-debtor-1234.html',
      'kept.json',
    ])
    expect(stderr).toContain('Opgeslagen: dossier/asr-per-debtor-1234.html')
    expect(JSON.parse(readFileSync(join(dossier(), 'kept.json'), 'utf8'))).toHaveProperty('formatVersion', 1)
    for (const name of readdirSync(dossier()))
      expect(statSync(join(dossier(), name)).mode & 0o777).toBe(0o600)
    const page = readFileSync(join(dossier(), 'asr-per-debtor-1234.html'), 'utf8')
    for (const text of ['Raamwerkcontractnummer', '0012345', 'Klaar om aan te sluiten', director().name])
      expect(page).toContain(text)
  })

  it('never holds the token, not even when it was typed as an answer to something else', async () => {
    const { NMBRS_TOKEN: token = '' } = world.sandbox.env
    writeFileSync(join(world.folder, 'asr.yaml'), answers({ processorName: token }))

    const { stdout, stderr } = await check('--dossier dossier --out dossier/kept.json')
    const text = await world.run('onboarding check asr --facts asr.yaml --debug')

    expect(token.length).toBeGreaterThan(7)
    expect(filesOf().every((file) => file.includes('[secret]'))).toBe(true)
    for (const output of [...filesOf(), stdout, stderr, text.stdout, text.stderr])
      expect(output).not.toContain(token)
  })

  it('holds nothing of any employee but the director who was typed in', async () => {
    await check('--dossier dossier --out dossier/kept.json --surplus')

    const others = world.sandbox.nmbrs.store
      .allEmployees()
      .slice(1)
      .flatMap(({ personalInfos, bankAccounts }) => [
        ...personalInfos.flatMap(({ fields }) => [fields.LastName, fields.EmailPrivate, fields.BSN]),
        ...bankAccounts.map(({ fields }) => fields.IBAN),
      ])
      .filter((value) => value !== undefined && value.length > 4)
    expect(others.length).toBeGreaterThan(2)
    for (const file of filesOf()) for (const value of others) expect(file).not.toContain(value)
  })

  it('can be compared with a later one', async () => {
    await check('--out before.json')
    account({ template: { EmployeeService: { except: ['SVW_GetCurrent'] } } })
    await check('--out after.json')

    const { code, stdout } = await world.run('onboarding diff before.json after.json')

    expect(code).toBe(3)
    expect(stdout).toContain('closed  EmployeeService  SVW_GetCurrent  active → inactive (1002)')
  })

  it('lists with --surplus what is open and not needed, and the smallest template', async () => {
    account({ template: { EmployeeService: { except: ['Salary_GetList'] }, DebtorService: 'none' } })

    const { code, result } = await check('--surplus')

    expect(code).toBe(0)
    const open = result.surplus?.open.map(({ service, call }) => `${service}:${call}`) ?? []
    expect(open).toContain('CompanyService:HourModel_GetHourCodes')
    expect(open.some((name) => name.startsWith('DebtorService:'))).toBe(false)
    expect(open).not.toContain('EmployeeService:Partner_Get')
    expect(result.template.flatMap(({ calls: names }) => names)).toHaveLength(19)
    expect(writesOf(world.sandbox)).toEqual([])
  })
})

describe('onboarding check with wrong input', () => {
  it.each([
    ['check asrr', 'Did you mean asr?'],
    ['check pensioenfonds', 'There is: asr-per-debtor, asr-umbrella'],
    ['check asr --lang fr', 'Allowed choices'],
    ['check asr --company Tulpwerk', 'the id of a company'],
    ['check asr --facts gone.yaml', 'gone.yaml'],
    ['check asr --facts broken.yaml', 'Did you mean wageTaxNumber?'],
    ['check asr --dossier asr.yaml', '--dossier asr.yaml cannot be written'],
    ['check asr --out gone.yaml/x/y.json --facts gone.yaml', 'gone.yaml'],
    ['check asr --connection other', 'There is no connection other'],
    ['check', "missing required argument 'profile'"],
  ])('%s asks nothing of Nmbrs and ends with 2', async (commandLine, says) => {
    writeFileSync(join(world.folder, 'broken.yaml'), 'version: 1\nfacts:\n  wagTaxNumber: 1\n')

    const { code, stderr } = await world.run(`onboarding ${commandLine}`)

    expect(code).toBe(2)
    expect(stderr).toContain(says)
    expect(calls()).toEqual([])
  })

  it('names every variable that is missing when there is no configuration either', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-bare-'))

    const { code, stderr } = await runCommand(['onboarding', 'check', 'asr'], {
      cwd: folder,
      env: { NMBRS_USERNAME: 'api@acme.example', NMBRS_DOMAIN: 'https://acme.nmbrs.nl' },
    })

    expect(code).toBe(2)
    expect(stderr).toContain('NMBRS_TOKEN: expected the API token of that user, found nothing')
    expect(stderr).toContain('NMBRS_DOMAIN: expected')
    rmSync(folder, { recursive: true })
  })

  it('says which companies there are when the account sees several', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-bare-'))
    const env = { ...world.sandbox.env, NMBRS_HOST: world.sandbox.nmbrs.host }

    const { code, stderr } = await runCommand(['onboarding', 'check', 'asr'], { cwd: folder, env })

    expect(code).toBe(2)
    expect(stderr).toContain('Say which company with --company ID: 1234 Tulpwerk B.V., 1235 ')
    rmSync(folder, { recursive: true })
  })
})
