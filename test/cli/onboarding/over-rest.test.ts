import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import { withReleases } from '../../../src/app/compose/releases.js'
import { repeatCheck } from '../../../src/app/onboarding/repeat-check.js'
import { loadScheduledChecks } from '../../../src/app/onboarding/scheduled-checks.js'
import type { Io } from '../../../src/cli/io.js'
import { openWorkspace } from '../../../src/cli/open-workspace.js'
import type { DaemonEvent } from '../../../src/daemon/events.js'
import type { OnboardingResult } from '../../../src/onboarding/result/result.js'
import { toGuid } from '../../../src/sandbox/nmbrs/world/guids.js'
import { openRestWorld, type RestWorld } from '../auth/rest-world.js'
import type { CommandOptions } from '../cli-world.js'

let world: RestWorld
beforeAll(async () => {
  world = await openRestWorld((nmbrs) => (nmbrs.api = 'rest'), { mix: 'all-linked', count: 3 })
  world.useCompany(toGuid('company', 1234))
  mkdirSync(join(world.folder, 'mine'))
  writeFileSync(join(world.folder, 'mine', 'leden.yaml'), membersProfile)
})
beforeEach(async () => {
  world.sandbox.nmbrs.reset()
  setScopes(undefined)
  world.sandbox.nmbrs.switches.restBankAccountScope = 'info'
  await world.logIn()
})
afterAll(() => world.close())

const membersProfile = `version: 1
id: leden
consumer: Ledenfonds
title: { nl: Ledenfonds, en: Ledenfonds }
edition: '1'
date: '2026-01-31'
source: { title: A manual }
accountModel: any
calls: {}
rest:
  scopes: [company.info.read, employee.info.read, employee.leave, { scope: employee.pension.read, unlisted: keep }]
  endpoints:
    read:
      - GET /api/companies
      - GET /api/companies/{companyId}/employees
      - GET /api/debtors/{debtorId}/companies
      - { endpoint: 'GET /api/pensions', unlisted: keep }
    write: ['POST /api/employees/{employeeId}/leaverequest']
facts:
  - { id: nmbrsUser, type: nmbrs-user, label: { nl: Gebruiker, en: User } }
  - { id: companyName, type: company-name, label: { nl: Bedrijfsnaam, en: Company name } }
`

const setScopes = (scopes: readonly string[] | undefined): void => {
  world.configure(({ nmbrs }) => {
    const rest = nmbrs.rest as Record<string, unknown>
    if (scopes === undefined) delete rest.scopes
    else rest.scopes = scopes
  })
}

const check = async (line: string, options: CommandOptions = {}) => {
  const before = world.sandbox.nmbrs.calls.records.length
  const end = await world.run(`onboarding check ${line} --profiles mine --json`, options)
  const result = (end.code === 2 || end.stdout === '' ? {} : JSON.parse(end.stdout)) as OnboardingResult
  const calls = world.sandbox.nmbrs.calls.records.slice(before).map(({ operation }) => operation)
  return {
    ...end,
    result,
    calls,
    standingOf: (scope: string) => result.scopes.find((one) => one.scope === scope)?.standing,
    outcomeOf: (call: string) => result.calls.find((one) => one.call === call)?.outcome,
  }
}

const nowhere = { write: () => undefined, isTerminal: false, columns: 80 }

/** Makes the configured check once, as the daemon does. */
const repeat = (): Promise<DaemonEvent | undefined> =>
  withReleases(async (releases) => {
    const io: Io = {
      stdout: nowhere,
      stderr: nowhere,
      prompts: undefined,
      env: { ...world.sandbox.env, ...world.env },
      cwd: world.folder,
      now: () => Date.now(),
      newRunId: () => 'run',
      interruption: new AbortController().signal,
      onSignal: () => () => undefined,
    }
    const workspace = await openWorkspace(io, {}, releases)
    const [scheduled] = await loadScheduledChecks(workspace.config, io)
    if (scheduled === undefined) throw new Error('no check is configured')
    return repeatCheck(scheduled, workspace)
  })

const companyCalls = '/api/companies/{companyId}/employees'

describe('onboarding check of an account on REST', () => {
  it('tries each read once, writes nothing, and says which scopes are granted and which were not tried', async () => {
    const { code, result, calls, standingOf, outcomeOf } = await check('nmbrs-sync')

    expect({ code, readiness: result.readiness, reasons: result.reasons }).toEqual({
      code: 0,
      readiness: 'ready',
      reasons: [],
    })
    expect(result).toMatchObject({
      api: 'rest',
      soapEndsOn: null,
      account: { username: '', domain: null, clientId: world.sandbox.nmbrs.app.clientId },
      company: { name: 'Tulpwerk B.V.' },
      template: [],
    })
    expect(calls.filter((name) => !/^list|^get/.test(name))).toEqual([])
    expect(calls.toSorted()).toEqual([...new Set(calls)].toSorted())
    expect(calls).toHaveLength(8)
    for (const scope of [
      'offline_access',
      'company.info.read',
      'employee.info.read',
      'employee.employment.read',
    ])
      expect([scope, standingOf(scope)]).toEqual([scope, 'granted'])
    for (const scope of ['employee.info', 'employee.employment'])
      expect([scope, standingOf(scope)]).toEqual([scope, 'not-tried'])
    expect(outcomeOf(`POST ${companyCalls}`)).toEqual({ verdict: 'not-tested', reason: 'write-call' })
    expect(world.sandbox.nmbrs.violations).toEqual([])
  })

  it('names the scopes that are missing, and how they come', async () => {
    setScopes(['offline_access', 'company.info.read', 'employee.info.read'])
    await world.logIn()

    const { code, result, standingOf, outcomeOf } = await check('nmbrs-sync')

    expect({ code, readiness: result.readiness }).toEqual({ code: 3, readiness: 'not-ready' })
    expect(outcomeOf(`GET ${companyCalls}/salaries`)).toEqual({ verdict: 'no-access', code: '403' })
    for (const scope of ['employee.employment.read', 'employee.info', 'employee.employment'])
      expect([scope, standingOf(scope)]).toEqual([scope, 'missing'])
    expect(standingOf('employee.info.read')).toBe('granted')
    expect(result.steps[0]).toMatchObject({ kind: 'scopes' })
    expect(result.steps[0]?.text.en).toMatch(
      /employee\.employment\.read .*nmbrs-sync auth login --connection sandbox/,
    )
  })

  it('finds out under which scope bank accounts are read', async () => {
    world.sandbox.nmbrs.switches.restBankAccountScope = 'bankaccount'

    const { result, standingOf } = await check('nmbrs-sync')

    expect(standingOf('employee.info.read')).toBe('granted')
    expect(standingOf('employee.bankaccount.read')).toBe('missing')
    expect(result.scopes.find(({ scope }) => scope === 'employee.bankaccount.read')?.requiredBy).toEqual([])
  })

  it('checks a profile of one’s own: facts of SOAP are not asked, and what is not described is not tried', async () => {
    const { code, result, outcomeOf, standingOf } = await check('leden')

    expect(result.facts.map(({ id, outcome }) => [id, outcome.verdict])).toEqual([['companyName', 'right']])
    expect(outcomeOf('GET /api/debtors/{debtorId}/companies')).toEqual({ verdict: 'active' })
    expect(outcomeOf('GET /api/pensions')).toEqual({ verdict: 'not-tested', reason: 'not-described' })
    expect(standingOf('employee.pension.read')).toBe('missing')
    expect(standingOf('employee.leave')).toBe('missing')
    expect(code).toBe(3)
  })

  it('says of a consumer whose needs are not known that it could not be checked, and whom to ask', async () => {
    const { code, result, calls } = await check('tactiplan --api rest')

    expect({ code, readiness: result.readiness, calls: result.calls }).toEqual({
      code: 1,
      readiness: 'could-not-check',
      calls: [],
    })
    expect(result.reasons).toEqual([{ reason: 'profile-without-rest', profile: 'tactiplan' }])
    expect(result.steps.map(({ text }) => text.en)).toEqual([expect.stringContaining('Ask TactiPlan')])
    expect(calls).toEqual(['listCompanies'])
  })

  it('goes on over SOAP for such a consumer while the API user is there, and says until when', async () => {
    // The GUID of the company is known to REST alone, so SOAP is asked for its number.
    const { code, result } = await check('tactiplan --company 1234')

    expect(result).toMatchObject({ api: 'soap', soapEndsOn: '2027-03-01', scopes: [] })
    expect(code).toBe(0)
  })

  it('ends with 1 and names the next command without a consent, and tries nothing', async () => {
    await world.run('auth logout')
    const before = world.sandbox.nmbrs.calls.records.length

    const end = await world.run('onboarding check nmbrs-sync')

    expect(end.code).toBe(1)
    expect(end.stderr).toContain('nmbrs-sync auth login')
    expect(world.sandbox.nmbrs.calls.records).toHaveLength(before)
  })

  it.each([
    ['en', 'Scopes of the consent', 'not tried', 'granted', 'Endpoints over REST'],
    ['nl', 'Scopes van de toestemming', 'niet geprobeerd', 'toegekend', 'Endpoints via REST'],
    ['sv', 'Medgivandets behörigheter', 'inte provad', 'beviljad', 'Anrop över REST'],
    ['da', 'Samtykkets rettigheder', 'ikke prøvet', 'givet', 'Kald over REST'],
  ])('shows it and writes a dossier in %s, without a secret', async (lang, ...texts) => {
    const { stdout, code } = await world.run(
      `onboarding check nmbrs-sync --lang ${lang} --dossier dossier-${lang}`,
    )
    const folder = join(world.folder, `dossier-${lang}`)
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))

    expect(code).toBe(0)
    expect(files).toHaveLength(2)
    for (const written of [stdout, ...files]) {
      for (const text of texts) expect(written).toContain(text)
      for (const secret of Object.values(world.env)) expect(written).not.toContain(secret)
    }
  })

  it('checks a company by either of its ids once they are known, and every company of the consent', async () => {
    const all = await world.run('onboarding check nmbrs-sync --all-companies --json')
    const { results } = JSON.parse(all.stdout) as { results: { readiness: string; api: string }[] }

    expect(results.length).toBeGreaterThan(0)
    expect(results.every(({ api }) => api === 'rest')).toBe(true)
    const unknown = await world.run('onboarding check nmbrs-sync --company 1234')
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).toContain('cutover prepare')
  })
})

describe('the check that the daemon repeats over REST', () => {
  it('tells of an endpoint that was open and is refused after a consent to less', async () => {
    world.configure((connection) => {
      Object.assign(connection, { onboarding: [{ profiles: ['nmbrs-sync'], cron: '0 7 * * 1' }] })
    })

    const first = await repeat()
    setScopes(['offline_access', 'company.info.read', 'employee.info.read'])
    await world.logIn()
    const second = await repeat()

    expect(first).toMatchObject({ failure: undefined, check: { readiness: 'ready', newlyLost: [] } })
    expect(second).toMatchObject({
      failure: undefined,
      check: {
        readiness: 'not-ready',
        newlyLost: [`REST:GET ${companyCalls}/employments`, `REST:GET ${companyCalls}/salaries`],
      },
    })
  })
})

describe('onboarding check over SOAP', () => {
  it.each([
    ['en', 'SOAP on 2027-03-01', 'TactiPlan needs over REST'],
    ['nl', 'SOAP op 2027-03-01', 'TactiPlan over REST'],
    ['sv', 'SOAP 2027-03-01', 'TactiPlan behöver över REST'],
    ['da', 'SOAP 2027-03-01', 'TactiPlan har brug for over REST'],
  ])('says in %s until when its calls can be made', async (lang, ...texts) => {
    const { stdout } = await world.run(
      `onboarding check tactiplan --company 1234 --lang ${lang} --dossier soap-${lang}`,
    )
    const folder = join(world.folder, `soap-${lang}`)
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))

    for (const written of [stdout.replaceAll(/\s+/g, ' '), ...files])
      for (const text of texts) expect(written).toContain(text)
  })
})
