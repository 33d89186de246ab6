import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'

import { readPlanFile, refuseOtherDecisions, type SealedPlanFile } from '../../src/app/run/plan-file.js'
import { loadConfig } from '../../src/config/load-config.js'
import { toAccountKeys } from '../../src/config/nmbrs-accounts.js'
import { openStateDatabase } from '../../src/state/open-state-database.js'
import { isProcessAlive } from '../../src/state/sqlite/lease/process-mark.js'
import { silentLog } from '../../src/domain/log.js'
import { toRunId } from '../../src/domain/ids.js'
import type { RunJson } from '../../src/report/sync/run-json.js'
import {
  makeState,
  openCliWorld,
  scriptPrompts,
  writesOf,
  type CliWorld,
  type CommandEnd,
} from './cli-world.js'

let world: CliWorld
beforeEach(async () => {
  world = await openCliWorld()
})
afterEach(() => world.close())

const toDocument = ({ stdout }: CommandEnd): RunJson => JSON.parse(stdout) as RunJson

/** Names, accounts, addresses and secrets of everybody, as text that must not be in some output. */
const personalTexts = ({ sandbox }: CliWorld): string[] =>
  [
    ...sandbox.alexis.data.employees.flatMap(({ lastName, privateEmail, bankAccount, homeAddress }) => [
      lastName,
      privateEmail,
      bankAccount?.iban,
      homeAddress?.street,
    ]),
    ...Object.values(sandbox.env),
  ].filter((text): text is string => text !== undefined && text.length > 3)

describe('plan', () => {
  it('shows what a sync would do, writes nothing, and says that something is held', async () => {
    const { code, stdout, stderr } = await world.run('plan --log-level error')

    expect(code).toBe(3)
    expect(stdout).toContain('create  employee')
    expect(stdout).toContain('Next: nmbrs-sync sync --connection sandbox')
    expect(stdout).not.toContain('\u001b[')
    expect(stderr).toBe('')
    expect(writesOf(world.sandbox)).toEqual([])
  })

  it('prints nothing but one document with --json, and logs beside it', async () => {
    const end = await world.run('plan --json')

    expect(toDocument(end).run).toMatchObject({ connection: 'sandbox', mode: 'plan', result: 'held' })
    const lines = end.stderr
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { message: string })
    expect(lines.map(({ message }) => message)).toContain('run finished')
  })

  it('says with an exit code of its own that changes are waiting', async () => {
    expect((await world.run('plan --detailed-exitcode')).code).toBe(4)
  })

  it('plans only the people asked for', async () => {
    const [id = ''] = world.sandbox.story.cases.newHire

    const { changes } = toDocument(await world.run(`plan --json --employee ${id}`))

    expect(new Set(changes.map(({ subject }) => subject))).toEqual(new Set([id]))
  })

  it('names a next step that is about the people asked for and keeps the choices', async () => {
    const [id = ''] = world.sandbox.story.cases.newHire

    const { stdout } = await world.run(`plan --employee ${id} --allow create=3`)

    expect(stdout).toContain(`Next: nmbrs-sync sync --connection sandbox --employee ${id} --allow create=3\n`)
  })

  it('is a usage error for somebody who is not in scope', async () => {
    const end = await world.run('plan --employee 65f1c0ffee0000000000dead')

    expect(end.code).toBe(2)
    expect(end.stderr).toContain('nmbrs-sync status --all')
    expect(end.stdout).toBe('')
  })

  it('adds masked values when asked, and nothing personal otherwise', async () => {
    const plain = await world.run('plan --json')
    const masked = await world.run('plan --json --show-values')

    expect(toDocument(masked).changes.every(({ values }) => values !== undefined)).toBe(true)
    expect(masked.stdout).toContain('NL**…**')
    for (const text of personalTexts(world)) {
      expect([plain.stdout.includes(text), plain.stderr.includes(text)]).toEqual([false, false])
      expect(masked.stdout.includes(text)).toBe(false)
    }
  })

  it('shows names on a terminal and ids alone in a pipe', async () => {
    const [id = ''] = world.sandbox.story.cases.newHire
    const name = world.sandbox.alexis.data.employees.find((one) => one.id === id)?.lastName ?? ''

    const onTerminal = await world.run('plan', { isTerminal: true })
    const piped = await world.run('plan')

    expect(onTerminal.stdout).toContain(name)
    expect(onTerminal.stdout).toContain('\u001b[')
    expect(piped.stdout).not.toContain(name)
  })

  it('shows progress on a terminal and takes it away before the result', async () => {
    const { stderr } = await world.run('plan', { isTerminal: true })

    expect(stderr).toContain('reading Nmbrs')
    expect(stderr.endsWith('\u001b[2K')).toBe(true)
  })
})

describe('sync', () => {
  it('writes the plan and leaves nothing to send', async () => {
    const first = await world.run('sync --yes --json')
    const second = await world.run('sync --yes --json')

    expect([first.code, second.code]).toEqual([3, 3])
    const outcomes = toDocument(first).changes.map(({ outcome }) => outcome)
    expect(outcomes).toContain('applied')
    expect(outcomes).not.toContain('failed')
    expect(toDocument(second).changes.every(({ outcome }) => outcome === 'held')).toBe(true)
    expect(world.sandbox.nmbrs.violations).toEqual([])
  })

  it('shows the plan and asks, and writes nothing after a no', async () => {
    const prompts = scriptPrompts([false])

    const end = await world.run('sync', { prompts, isTerminal: true })

    expect(end.code).toBe(1)
    expect(prompts.asked).toEqual([expect.stringMatching(/^Write \d+ changes to Nmbrs for sandbox\?$/)])
    expect(end.stderr).toContain('create  employee')
    expect(end.stderr).toContain('Nothing was written')
    expect(writesOf(world.sandbox)).toEqual([])
  })

  it('lets a person tick who is sent, writes only for them, and names them in what comes next', async () => {
    const labels: string[] = []
    const tickFirst = (all: readonly string[]): readonly string[] => {
      labels.push(...all)
      return all.slice(0, 1)
    }
    const prompts = scriptPrompts([{ ticks: tickFirst }, true])

    const end = await world.run('sync --choose --json', { prompts, isTerminal: true })

    const { changes } = toDocument(end)
    const [subject = ''] = changes.map((change) => change.subject)
    expect(labels.length).toBeGreaterThan(1)
    expect(labels[0]).toContain(subject)
    expect(new Set(changes.map((change) => change.subject))).toEqual(new Set([subject]))
    expect(changes.some(({ outcome }) => outcome === 'applied')).toBe(true)
    const left = toDocument(await world.run('plan --json')).changes
    expect(left.some(({ outcome }) => outcome === 'planned')).toBe(true)
    expect(left.filter((change) => change.subject === subject && change.outcome === 'planned')).toEqual([])
  })

  it('writes nothing and asks nothing more where no one is ticked', async () => {
    const prompts = scriptPrompts([{ ticks: () => [] }])

    const end = await world.run('sync --choose', { prompts, isTerminal: true })

    expect(end.stdout).toBe('No one was chosen. Nothing was written.\n')
    expect(writesOf(world.sandbox)).toEqual([])
  })

  it.each(['--yes', '--plan some.plan'])('takes no ticks together with %s', async (option) => {
    const end = await world.run(`sync --choose ${option}`)

    expect(end.code).toBe(2)
  })

  it('names the command of exactly these people after a no', async () => {
    const [id = ''] = world.sandbox.story.cases.newHire

    const { stderr } = await world.run(`sync --employee ${id}`, {
      prompts: scriptPrompts([false]),
      isTerminal: true,
    })

    expect(stderr).toContain(`To carry the plan out: nmbrs-sync sync --connection sandbox --employee ${id}\n`)
  })

  it('ends by what became of the people asked for, whatever others wait for', async () => {
    const [id = ''] = world.sandbox.story.cases.newHire

    const created = await world.run(`sync --employee ${id} --yes --json`)
    const again = await world.run(`sync --employee ${id} --yes`)
    const everybody = await world.run('sync --yes')

    expect([created.code, again.code, everybody.code]).toEqual([0, 0, 3])
    expect(toDocument(created).people).toMatchObject({ inScope: 1, blocked: 0 })
    expect(again.stdout).not.toContain('something held')
  })

  it('writes after a yes, and then tells only what went otherwise', async () => {
    const prompts = scriptPrompts([true])

    const { stdout } = await world.run('sync', { prompts, isTerminal: true })

    expect(stdout).not.toContain('create')
    expect(stdout).toContain('done')
    expect(writesOf(world.sandbox)).toContain('Employee_Insert')
  })

  it('does not ask when nothing would be written', async () => {
    await world.run('sync --yes')
    const prompts = scriptPrompts([])

    const { code } = await world.run('sync', { prompts, isTerminal: true })

    expect(code).toBe(3)
    expect(prompts.asked).toEqual([])
  })

  it('ends with 0 when nothing is left over', async () => {
    await world.close()
    world = await openCliWorld('all-linked', 4)

    const end = await world.run('sync --yes')

    expect(end.code).toBe(0)
    expect(end.stdout).toContain('Nothing to do: Nmbrs already holds what AlexisHR says.')
  })

  it('ends with 1 when a write fails', async () => {
    world.sandbox.nmbrs.faults.add({ kind: 'soap-fault', operation: 'Employee_Insert', code: 9999 })

    const end = await world.run('sync --yes')

    expect(end.code).toBe(1)
    expect(end.stdout).toContain('Result: failed.')
  })

  it('ends with 1 and says what to do when Nmbrs refuses the login', async () => {
    const end = await world.run('sync --yes', { env: { NMBRS_TOKEN: 'wrong' } })

    expect(end.code).toBe(1)
    expect(end.stderr).toContain('Next: ')
    expect(end.stderr).not.toContain('    at ')
  })

  /** A run of another process over another connection, whose calls count towards these accounts. */
  const goOnBeside = async (accountsOf: (own: readonly string[]) => readonly string[]) => {
    await world.run('runs')
    const { config } = await loadConfig({ env: world.sandbox.env, cwd: world.folder })
    const [own] = config.connections
    const state = await openStateDatabase({
      path: join(world.folder, 'data', 'nmbrs-sync.db'),
      keyFile: join(world.folder, 'data', 'state.key'),
      now: () => Date.UTC(2026, 10, 22, 9),
      pid: process.pid,
      host: 'another-host',
      isProcessAlive,
      log: silentLog,
    })
    const accounts = accountsOf(toAccountKeys(own!.nmbrs, [own!.nmbrs]))
    await state.acquireLease({ connection: 'beta', accounts }, toRunId('other'))
    return state
  }

  it('ends with 75 when another run uses the same account, and touches no remote', async () => {
    const state = await goOnBeside((own) => own)

    const end = await world.run('sync --yes')
    const link = await world.run('disconnect 65f1c0ffee0000000000000b')
    const plan = await world.run('plan --log-level error')
    await state.close()

    expect([end.code, link.code, plan.code]).toEqual([75, 75, 3])
    expect(end.stderr).toContain('another run is active')
    expect(writesOf(world.sandbox)).toEqual([])
  })

  it('goes on beside a run of another connection with another account', async () => {
    const state = await goOnBeside(() => ['another account'])

    const end = await world.run('sync --yes')
    await state.close()

    expect(end.code).toBe(3)
    expect(writesOf(world.sandbox)).not.toEqual([])
  })

  it('fails before anything remote when the state file cannot be used', async () => {
    await world.run(makeState)
    writeFileSync(join(world.folder, 'data', 'nmbrs-sync.db'), 'no database at all')
    rmSync(join(world.folder, 'data', 'nmbrs-sync.db-wal'), { force: true })

    const end = await world.run('sync --yes')

    expect(end.code).toBe(1)
    expect(world.sandbox.alexis.requests).toEqual([])
    expect(world.sandbox.nmbrs.calls.records).toEqual([])
  })
})

describe('an interrupted sync', () => {
  it('completes whom it began, begins nobody else, says so, and the next run goes on', async () => {
    await world.close()
    world = await openCliWorld({ newHire: 40, contactDiffers: 1 }, 60)
    const interruption = new AbortController()
    const end = await world.run('sync --yes --allow create=40 --log-level info', {
      interruption: interruption.signal,
      onOutput: (text) => {
        if (text.includes('"change finished"') && text.includes('"applied"')) interruption.abort()
      },
    })
    const next = await world.run('sync --yes --json --allow create=40')

    expect(end.code).toBe(1)
    expect(end.stderr).toContain('interrupted')
    expect(end.stdout).toContain('skipped')
    expect(toDocument(next).changes.map(({ outcome }) => outcome)).toContain('applied')
    expect(world.sandbox.nmbrs.violations).toEqual([])
  })

  it.each([
    ['before it starts', '', 0],
    ['while it reads', '"run started"', 1],
    ['after it planned', '"target read","what":"employees"', 1],
  ])('stops %s', async (_when, moment, requests) => {
    const interruption = new AbortController()
    if (moment === '') interruption.abort()

    const end = await world.run('sync --yes --debug', {
      interruption: interruption.signal,
      onOutput: (text) => {
        if (moment !== '' && text.includes(moment)) interruption.abort()
      },
    })

    expect(end.code).toBe(1)
    expect(end.stderr).toContain('Nothing was written')
    expect(world.sandbox.alexis.requests).toHaveLength(requests)
    expect(writesOf(world.sandbox)).toEqual([])
  })
})

describe('a saved plan', () => {
  const file = (): string => join(world.folder, 'acme.plan')

  it('is for its owner only, holds no value, and is carried out as it was made', async () => {
    const saved = await world.run('plan --out acme.plan')
    const text = readFileSync(file(), 'utf8')
    const end = await world.run('sync --yes --json --plan acme.plan')

    expect(saved.stdout).toContain('Saved in acme.plan. Next: nmbrs-sync sync --plan acme.plan')
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(JSON.parse(text)).toMatchObject({ formatVersion: 1, plan: { version: 1 } })
    for (const personal of personalTexts(world)) expect(text.includes(personal)).toBe(false)
    expect(toDocument(end).changes.map(({ outcome }) => outcome)).toContain('applied')
  })

  it('is refused when AlexisHR moved', async () => {
    await world.run('plan --out acme.plan')
    const [person] = world.sandbox.alexis.data.employees
    if (person !== undefined) person.privatePhone = '06 12 35 00 00'

    const end = await world.run('sync --yes --plan acme.plan')

    expect(end.code).toBe(1)
    expect(end.stderr).toContain('AlexisHR changed')
    expect(writesOf(world.sandbox)).toEqual([])
  })

  it('is refused when other changes would be sent than it says', async () => {
    await world.run('plan --out acme.plan')
    const saved = await readPlanFile(file())
    const changes = toDocument(await world.run('plan --json')).changes
    const other = changes.map((change) => ({ ...change, outcome: 'held' as const }))

    expect(() => {
      refuseOtherDecisions(saved, changes)
    }).not.toThrow()
    expect(() => {
      refuseOtherDecisions(saved, other)
    }).toThrow('other changes would be sent or held now')
  })

  it.each<[string, (saved: SealedPlanFile) => void]>([
    ['a limit', ({ options }) => Object.assign(options.allow, { create: 500 })],
    ['leave for past periods', ({ options }) => Object.assign(options, { allowPastPeriods: true })],
    ['the people', ({ options }) => Object.assign(options, { employees: ['65f1c0ffee0000000000000a'] })],
    ['a decision', ({ plan }) => Object.assign(plan.changes[0] ?? {}, { decision: 'hold' })],
    ['a change less', ({ plan }) => Object.assign(plan, { changes: plan.changes.slice(1) })],
    ['the seal', (saved) => Object.assign(saved, { seal: 'x' })],
  ])('is refused when other hands changed %s in it', async (_what, change) => {
    await world.run('plan --out acme.plan')
    const saved = await readPlanFile(file())
    change(saved)
    writeFileSync(file(), JSON.stringify(saved))

    const end = await world.run('sync --yes --plan acme.plan')

    expect(end.code).toBe(1)
    expect(end.stderr).toContain('is not as nmbrs-sync wrote it')
    expect(writesOf(world.sandbox)).toEqual([])
  })

  it('is refused by a state with another key', async () => {
    await world.run('plan --out acme.plan')
    const other = await openCliWorld()
    copyFileSync(file(), join(other.folder, 'acme.plan'))

    const end = await other.run('sync --yes --plan acme.plan')

    expect(end.code).toBe(1)
    expect(end.stderr).toContain('was made with another state key')
    expect(writesOf(other.sandbox)).toEqual([])
    await other.close()
  })

  it('is carried out for the people it was made for', async () => {
    const [id = ''] = world.sandbox.story.cases.newHire
    await world.run(`plan --employee ${id} --out acme.plan`)

    const { changes } = toDocument(await world.run('sync --yes --json --plan acme.plan'))

    expect(new Set(changes.map(({ subject, outcome }) => `${subject} ${outcome}`))).toEqual(
      new Set([`${id} applied`]),
    )
  })

  it('is a usage error when the file is something else', async () => {
    writeFileSync(file(), '{"plan":1}')

    const end = await world.run('sync --yes --plan acme.plan')

    expect(end.code).toBe(2)
    expect(end.stderr).toContain('is not a plan file of this version')
  })
})
