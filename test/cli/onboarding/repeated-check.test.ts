import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'

import type { Io } from '../../../src/cli/io.js'
import { openWorkspace } from '../../../src/cli/open-workspace.js'
import { createCheckMemory, repeatCheck } from '../../../src/app/onboarding/repeat-check.js'
import { loadScheduledChecks, toCheckKey } from '../../../src/app/onboarding/scheduled-checks.js'
import { withReleases } from '../../../src/app/compose/releases.js'
import type { DaemonEvent } from '../../../src/daemon/events.js'
import { openCliWorld, writesOf, type CliWorld } from '../cli-world.js'

let world: CliWorld
beforeAll(async () => {
  world = await openCliWorld('all-linked', 3)
})
beforeEach(() => {
  world.sandbox.nmbrs.reset()
  Object.assign(world.sandbox.nmbrs.accounts[0] ?? {}, { template: undefined })
  configure('{ profiles: [tactiplan], cron: 0 7 * * 1 }')
})
afterAll(() => world.close())

const configFile = (): string => join(world.folder, 'config', 'nmbrs-sync.yaml')

const configure = (checks: string): void => {
  writeFileSync(configFile(), world.sandbox.configYaml(join(world.folder, 'data')))
  appendFileSync(configFile(), `    onboarding: [${checks}]\n`)
}

const nowhere = { write: () => undefined, isTerminal: false, columns: 80 }

const toIo = (env: Record<string, string> = {}, interruption = new AbortController().signal): Io => ({
  stdout: nowhere,
  stderr: nowhere,
  prompts: undefined,
  env: { ...world.sandbox.env, ...env },
  cwd: world.folder,
  now: () => Date.UTC(2026, 10, 23, 6),
  newRunId: () => 'run',
  interruption,
  onSignal: () => () => undefined,
})

/** Makes the configured check once, as the daemon does. */
const repeat = (io = toIo()): Promise<DaemonEvent | undefined> =>
  withReleases(async (releases) => {
    const workspace = await openWorkspace(io, {}, releases)
    const [check] = await loadScheduledChecks(workspace.config, io)
    if (check === undefined) throw new Error('no check is configured')
    return repeatCheck(check, workspace)
  })

const switchOff = (...calls: readonly string[]): void => {
  Object.assign(world.sandbox.nmbrs.accounts[0] ?? {}, {
    template: { EmployeeService: { except: calls } },
  })
}

const contract = 'EmployeeService:Contract_GetAll_AllEmployeesByCompany'

describe('a check that the daemon repeats', () => {
  it('tells of a call that was open and is switched off, also in another process, and when it is back', async () => {
    const first = await repeat()
    switchOff('Contract_GetAll_AllEmployeesByCompany')
    const second = await repeat()
    const third = await repeat()
    switchOff()
    const fourth = await repeat()

    expect(first).toMatchObject({
      type: 'account-checked',
      connection: 'sandbox',
      failure: undefined,
      check: { companyId: '1234', profiles: ['tactiplan'], lost: [], regained: [] },
    })
    expect(second).toMatchObject({
      check: { readiness: 'not-ready', lost: [contract], newlyLost: [contract] },
    })
    expect(third).toMatchObject({ check: { lost: [contract], newlyLost: [] } })
    expect(fourth).toMatchObject({ check: { lost: [], regained: [contract] } })
    expect(writesOf(world.sandbox)).toEqual([])
  })

  it('tells that it could not be made, and forgets nothing for it', async () => {
    await repeat()
    const refused = await repeat(toIo({ NMBRS_TOKEN: 'wrong-token' }))
    switchOff('Contract_GetAll_AllEmployeesByCompany')
    const after = await repeat()

    expect(refused).toMatchObject({
      failure: { code: 'wrong-credentials', message: expect.stringContaining('Nmbrs refuses') },
      check: { readiness: 'could-not-check', lost: [] },
    })
    expect(after).toMatchObject({ check: { newlyLost: [contract] } })
  })

  it('tells nothing and notes nothing when it is interrupted', async () => {
    configure('{ profiles: [staff-nl], cron: 0 7 * * 1 }')
    const interruption = AbortSignal.abort()

    const event = await repeat(toIo({}, interruption))
    const noted = await withReleases(async (releases) => {
      const workspace = await openWorkspace(toIo(), {}, releases)
      const [check] = await loadScheduledChecks(workspace.config, toIo())
      return check && createCheckMemory(workspace).read(toCheckKey(check))
    })

    expect({ event, noted }).toEqual({ event: undefined, noted: undefined })
  })

  it('leaves nothing of the answers in the state file', async () => {
    writeFileSync(
      join(world.folder, 'answers.yaml'),
      `version: 1\nfacts:\n  companyName: Zeldzaam Woord B.V.\n`,
    )
    configure('{ profiles: [tactiplan], cron: 0 7 * * 1, facts: answers.yaml, company: 1234 }')

    const event = await repeat()

    expect(JSON.stringify(event)).not.toContain('Zeldzaam')
    expect(readFileSync(join(world.folder, 'data', 'nmbrs-sync.db')).includes('Zeldzaam')).toBe(false)
  })
})

describe('config check', () => {
  it('names a profile that there is not, with the nearest', async () => {
    configure('{ profiles: [tactiplan, shiftbse], cron: 0 7 * * 1 }')

    const { code, stdout } = await world.run('config check')

    expect(code).toBe(2)
    expect(stdout).toContain(
      'connections[0].onboarding[0].profiles[1]: expected an onboarding profile, found shiftbse. Did you mean shiftbase?',
    )
  })

  it('looks into the answers', async () => {
    writeFileSync(join(world.folder, 'answers.yaml'), `version: 1\nfacts:\n  compnyName: Tulpwerk B.V.\n`)
    configure('{ profiles: [tactiplan], cron: 0 7 * * 1, facts: answers.yaml }')

    const { code, stdout } = await world.run('config check')

    expect(code).toBe(2)
    expect(stdout).toContain('answers.yaml:3')
  })

  it('finds nothing wrong with checks that are right, and says which of them end with SOAP', async () => {
    configure('{ profiles: [tactiplan, nmbrs-sync], cron: 0 7 * * 1 }')

    const { code, stdout } = await world.run('config check')

    expect(code).toBe(0)
    expect(stdout).toMatch(/warning .*onboarding\[0\]\.profiles: .*SOAP.*2027-03-01; what TactiPlan needs/)
    expect(stdout).toMatch(/warning .*2027-03-01; .*nmbrs-sync onboarding show nmbrs-sync/)
  })
})

describe('a file of answers that is not there', () => {
  it('is named with the key that names it', async () => {
    configure('{ profiles: [tactiplan], cron: 0 7 * * 1, facts: nowhere.yaml }')

    const { code, stdout } = await world.run('config check --json')

    expect(code).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({ problems: [{ key: 'connections[0].onboarding[0].facts' }] })
  })
})
