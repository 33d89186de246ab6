import { join } from 'node:path'

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'

import type { AuditEntry } from '../../src/domain/audit/audit.js'
import type { DoctorCheck } from '../../src/report/operations/doctor-report.js'
import { makeState, openCliWorld, runCommand, type CliWorld } from './cli-world.js'

let world: CliWorld
beforeEach(async () => {
  world = await openCliWorld()
})
afterEach(() => world.close())

const readEntries = async (options = ''): Promise<AuditEntry[]> => {
  const { stdout } = await world.run(`audit list --limit 10000 --json ${options}`)
  return (JSON.parse(stdout) as { entries: AuditEntry[] }).entries
}

const tamper = (statements: string): void => {
  const sqlite = new Database(join(world.folder, 'data', 'nmbrs-sync.db'))
  sqlite.exec(`DROP TRIGGER audit_unchanged; DROP TRIGGER audit_kept; ${statements}`)
  sqlite.close()
}

/** As `world.run`, for an argument with blanks in it. */
const verifyWith = (line: string) =>
  runCommand(['audit', 'verify', '--head', line], { cwd: world.folder, env: world.sandbox.env })

describe('the audit record of a sync', () => {
  it('has every write with its outcome, every new link and the first settings, by whoever ran it', async () => {
    const sync = await world.run('sync --yes --json --as Ann')

    const entries = await readEntries()

    const { run, changes } = JSON.parse(sync.stdout) as {
      run: { id: string }
      changes: { outcome: string; section: string; subject: string }[]
    }
    const of = (kind: string): AuditEntry[] => entries.filter((entry) => entry.kind === kind)
    const written = changes.filter(({ outcome }) => outcome === 'applied')
    expect(written.length).toBeGreaterThan(0)
    const toLine = (one: { subject: string | null; section: string | null }): string =>
      `${one.subject} ${one.section}`
    expect(of('write-ended').map(toLine).sort()).toEqual(written.map(toLine).sort())
    expect(new Set(of('write-ended').map(({ code }) => code))).toEqual(new Set(['applied']))
    expect(of('write-begun')).toHaveLength(written.length)
    expect(of('link-changed').some(({ detail }) => detail?.startsWith('rule:'))).toBe(true)
    expect(of('setting-changed').map(({ code }) => code)).toEqual(['first'])
    expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set(['Ann']))
    expect(new Set(entries.map(({ runId }) => runId))).toEqual(new Set([run.id]))
  })

  it('names a setting that changed, and who first ran with it, but not its value', async () => {
    await world.run('sync --yes')
    const token = `${world.sandbox.env.NMBRS_TOKEN ?? ''}x`

    await world.run('sync --yes', { env: { NMBRS_TOKEN: token, NMBRS_SYNC_ACTOR: 'Bob' } })

    const changed = (await readEntries()).filter(
      ({ kind, code }) => kind === 'setting-changed' && code !== 'first',
    )
    expect(changed).toEqual([
      expect.objectContaining({ actor: 'Bob', code: 'changed', fields: ['nmbrs.token'] }),
    ])
    expect(JSON.stringify(changed)).not.toContain(token)
  })

  it('says that a start before the current period was allowed', async () => {
    await world.run('sync --yes --allow-past-periods')

    expect(await readEntries()).toContainEqual(
      expect.objectContaining({ kind: 'allowed-once', code: 'past-periods' }),
    )
  })

  it('has of a plan only what now waits for a person', async () => {
    await world.run('plan')

    expect(new Set((await readEntries()).map(({ kind }) => kind))).toEqual(new Set(['hold-opened']))
  })
})

describe('audit list', () => {
  it('shows what was done by hand, with the reason as typed', async () => {
    const [subject = ''] = world.sandbox.story.cases.newHire

    await world.run(`ignore ${subject} --reason elsewhere --as Ann`)
    const { code, stdout } = await world.run(`audit list --subject ${subject}`)

    expect(code).toBe(0)
    expect(stdout).toContain(`Ann  sandbox     ${subject}`)
    expect(stdout).toContain('left out "elsewhere"')
  })

  it('begins a day where the day begins in the configured zone', async () => {
    // Ten in the morning of 22 November in Amsterdam; 14 hours later it is the 23rd there, and still the 22nd
    // in UTC.
    const [subject = ''] = world.sandbox.story.cases.newHire
    await world.run(`ignore ${subject} --reason first`)
    await world.run(`ignore ${subject} --reason second`, { laterMs: 14.5 * 3_600_000 })

    const entries = await readEntries('--since 2026-11-23')

    expect(entries.map(({ reason }) => reason)).toEqual(['second'])
  })

  it('says that there is nothing', async () => {
    await world.run(makeState)
    expect((await world.run('audit list')).stdout).toBe('No such entries.\n')
  })
})

describe('audit verify', () => {
  it('ends with 0 while the record is whole, also against a line that was kept', async () => {
    await world.run('sync --yes')
    const head = await world.run('audit head')
    await world.run('sync --yes')

    const [plain, kept] = [await world.run('audit verify'), await verifyWith(head.stdout)]

    expect(head.stdout).toMatch(/^\d+ 2026-11-22T\S+Z [\w-]{43}\n$/)
    expect([plain.code, kept.code]).toEqual([0, 0])
    expect(plain.stdout).toContain('The audit record is whole')
    expect(kept.stdout).toContain('It holds the entry that you kept')
  })

  it('ends with 1 and the first broken entry when somebody changed one', async () => {
    await world.run('sync --yes')
    tamper(`UPDATE audit SET actor = 'Mallory' WHERE number = 3`)

    const [text, json] = [await world.run('audit verify'), await world.run('audit verify --json')]

    expect([text.code, json.code]).toEqual([1, 1])
    expect(text.stdout).toContain('entry 3 is not what was written there')
    expect(JSON.parse(json.stdout)).toMatchObject({ ok: false, flaw: { number: 3, problem: 'changed' } })
  })

  it('ends with 1 when the end was cut off, with and without a line of it', async () => {
    await world.run('sync --yes')
    const { stdout: line } = await world.run('audit head')
    tamper('DELETE FROM audit WHERE number > 3')

    const [without, withLine] = [await world.run('audit verify'), await verifyWith(line)]

    expect([without.code, withLine.code]).toEqual([1, 1])
    expect(withLine.stdout).toContain('was cut off')
  })

  it.each([
    ['changed', `UPDATE audit SET actor = 'Mallory' WHERE number = 1`],
    ['emptied', 'DELETE FROM audit'],
  ])('is made by doctor too, which shows a record that was %s', async (_, statements) => {
    await world.run('sync --yes')
    const whole = await world.run('doctor --json')
    tamper(statements)
    const broken = await world.run('doctor --json')

    const statusIn = ({ stdout }: typeof whole): string | undefined =>
      (JSON.parse(stdout) as { checks: DoctorCheck[] }).checks.find(({ check }) => check === 'audit record')
        ?.status
    expect([whole.code, statusIn(whole), broken.code, statusIn(broken)]).toEqual([0, 'ok', 1, 'fail'])
  })

  it('refuses a line that is none', async () => {
    const { code, stderr } = await verifyWith('57 yesterday')

    expect(code).toBe(2)
    expect(stderr).toContain('nmbrs-sync audit head')
  })

  it('has nothing to say of a record without entries', async () => {
    await world.run(makeState)
    const [head, json, verify] = [
      await world.run('audit head'),
      await world.run('audit head --json'),
      await world.run('audit verify'),
    ]

    expect([head.code, head.stdout]).toEqual([0, ''])
    expect(JSON.parse(json.stdout)).toEqual({ formatVersion: 1, head: null })
    expect(verify.stdout).toContain('whole: 0 entries')
  })
})

describe('--as', () => {
  it('refuses the name of the daemon before anything is touched', async () => {
    const { code, stderr } = await world.run('sync --yes --as schedule')

    expect(code).toBe(2)
    expect(stderr).toContain('the daemon')
    expect(world.sandbox.nmbrs.calls.records).toEqual([])
  })
})
