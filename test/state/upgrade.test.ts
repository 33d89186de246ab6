import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { toRunId, toSourceEmployeeId, type SourceEmployeeId } from '../../src/domain/ids.js'
import { linkByHand } from '../../src/run/by-hand/link-by-hand.js'
import { runConnection, type RunEnd } from '../../src/run/run-connection.js'
import { allMigrations } from '../../src/state/sqlite/migrations/all-migrations.js'
import { apart, openWorld, sourceValues, type World } from '../support/world.js'
import { writeOldCopy } from './old-copy.js'
import { aFolder, openState } from './temp-state.js'
import { asTester } from '../support/builders.js'

const people = ['65f1c0ffee00000000000001', '65f1c0ffee00000000000002', '65f1c0ffee00000000000003']

let world: World
/** A copy of the state of a world in which everybody is in step, and its key. */
let settled: { file: string; keyFile: string }

beforeAll(async () => {
  // An earlier program wrote no salt.
  world = await openWorld({}, { newSalt: () => null })
  for (const [index, id] of people.entries()) {
    const number = `50${index + 1}`
    world.source.set(
      id,
      sourceValues({
        ...apart(index),
        'employee.firstName': `Noor${index}`,
        'employee.employeeNumber': number,
        'employee.workEmail': `noor${number}@tulp.example`,
        'employee.bankAccount.iban':
          ['NL91ABNA0417164300', 'NL20INGB0001234567', 'NL44RABO0123456789'][index] ?? '',
      }),
    )
  }
  await world.run()
  await world.run()
  const { keyFile, path } = await world.state.info()
  settled = { file: `${path}.copy`, keyFile }
  await world.state.backup(settled.file)
})
afterAll(() => world.close())

/**
 * A state file as a program with the first `version` migrations left it, with everything that such a program
 * knew.
 */
const anOldFolder = (version: number): string => {
  const folder = aFolder()
  copyFileSync(settled.keyFile, join(folder, 'state.key'))
  writeOldCopy(
    { from: settled.file, to: join(folder, 'state.db'), version },
    // A run that was killed in the middle of a write.
    `
    INSERT INTO run (number, id, connection_id, mode, trigger, started_at)
      SELECT 99, 'killed', id, 'sync', 'cli', '2025-01-05T08:00:00.000Z' FROM connection;
    INSERT INTO intent (run_number, subject, company_id, target_id, kind, section, fields, opened_at)
      SELECT 99, source_id, company_id, target_id, 'update', 'address', (SELECT min(id) FROM phrase), '2025-01-05T08:00:01.000Z'
      FROM link LIMIT 1`,
  )
  return folder
}

const baselinesIn = (folder: string): unknown[] => {
  const sqlite = new Database(join(folder, 'state.db'), { readonly: true })
  const rows = sqlite
    .prepare(
      'SELECT company_id, subject, section, seal, fields, digests FROM baseline ORDER BY subject, section',
    )
    .raw()
    .all()
  sqlite.close()
  return rows
}

/** Has a run of the earlier program connect someone by a rule and write these fields at first contact. */
const writeAtFirstContact = (
  folder: string,
  { subject, fields, where, origin }: FirstContact & { subject: string },
): void => {
  const sqlite = new Database(join(folder, 'state.db'))
  sqlite.prepare('UPDATE link SET origin = ? WHERE source_id = ?').run(origin, subject)
  sqlite.prepare('INSERT OR IGNORE INTO phrase (text) VALUES (?)').run(JSON.stringify(fields))
  const facts = { subject, text: JSON.stringify(fields) }
  if (where === 'outcome') {
    sqlite.exec(`INSERT INTO intent (run_number, subject, company_id, target_id, kind, section, fields, opened_at, settled, settled_at)
      SELECT 1, source_id, company_id, target_id, 'update', 'personalInfo', 1, '2025-01-04T08:00:00.000Z', 'answered', '2025-01-04T08:00:01.000Z'
      FROM link WHERE source_id = '${subject}'`)
    sqlite
      .prepare(
        `INSERT INTO outcome (run_number, intent_id, subject, target_id, kind, section, fields, outcome, reason)
          SELECT 1, (SELECT max(id) FROM intent), source_id, target_id, 'update', 'personalInfo', (SELECT id FROM phrase WHERE text = @text), 'applied', 'first-contact'
          FROM link WHERE source_id = @subject`,
      )
      .run(facts)
  } else {
    sqlite
      .prepare(
        `INSERT INTO audit (number, at, actor, connection, kind, company_id, subject, target_id, section, fields, code, detail, hash)
          SELECT (SELECT max(number) FROM audit) + 1, '2025-01-04T08:00:00.000Z', 'someone', 'acme', 'write-ended', company_id, source_id, target_id,
            'personalInfo', (SELECT id FROM phrase WHERE text = @text), 'applied', 'first-contact', 'none'
          FROM link WHERE source_id = @subject`,
      )
      .run(facts)
  }
  sqlite.close()
}

interface FirstContact {
  fields: readonly string[]
  where: 'outcome' | 'audit record'
  origin: string
}

const readReviews = async (folder: string) => {
  const store = (await openState(folder, { now: world.deps.now })).store('acme', asTester)
  return (await store.links.readLinkReviews()).map(({ sourceId, fields }) => ({ sourceId, fields }))
}

const syncOn = async (
  folder: string,
  { runId = 'after-upgrade', employees = [] as readonly SourceEmployeeId[] } = {},
): Promise<RunEnd> => {
  const state = await openState(folder, { now: world.deps.now })
  const deps = { ...world.deps, store: state.store('acme', asTester) }
  return runConnection(deps, {
    runId: toRunId(runId),
    mode: 'sync',
    trigger: 'cli',
    employees,
    allowPastPeriods: false,
    stopReason: () => undefined,
  })
}

const versions = allMigrations.map(({ number, name }) => ({ version: number, name }))

describe('a state file of an earlier program', () => {
  it.each(versions)(
    'opens and goes on where it was: after migration $version ($name)',
    async ({ version }) => {
      const folder = anOldFolder(version)
      const before = baselinesIn(folder)
      const writes = world.target.writes().length

      const { document, error } = await syncOn(folder)

      expect(error).toBeUndefined()
      expect(document.run.result).toBe('ok')
      expect(document.changes).toEqual([])
      expect(document.people).toMatchObject({ linked: people.length, notConnected: 0 })
      expect(world.target.writes()).toHaveLength(writes)
      expect(before.length).toBeGreaterThan(people.length)
      expect(baselinesIn(folder)).toEqual(before)
    },
  )

  it('keeps its runs, finishes what was killed, and begins an audit record that holds together', async () => {
    const folder = anOldFolder(1)

    await syncOn(folder)

    const state = await openState(folder)
    const runs = await state.store('acme', asTester).runs.readRuns(10)
    expect(runs.map(({ id }) => id)).toEqual(['after-upgrade', 'killed', 'run-2', 'run-1'])
    expect(await state.store('acme', asTester).journal.readOpenIntents()).toEqual([])
    const { entries, flaw } = await state.audit.verify()
    expect(flaw).toBeUndefined()
    expect(entries).toBeGreaterThan(0)
    expect((await state.info()).schemaVersion).toBe(allMigrations.length)
  })
})

describe('a link that a rule of an earlier program made', () => {
  const [subject = ''] = people
  const person = toSourceEmployeeId(subject)
  const byRule = 'rule:employeeNumber'
  /** The last version that did not know of such links. */
  const before = allMigrations.findIndex(({ name }) => name === 'link-reviews')

  const anOldFolderWith = (contact: FirstContact): string => {
    const folder = anOldFolder(before)
    writeAtFirstContact(folder, { subject, ...contact })
    return folder
  }

  it.each<FirstContact>([
    { fields: ['FirstName', 'LastName'], where: 'outcome', origin: byRule },
    { fields: ['Birthday', 'EmailWork'], where: 'outcome', origin: byRule },
    { fields: ['Birthday'], where: 'audit record', origin: byRule },
  ])('is listed when its first contact wrote $fields, known from the $where', async (contact) => {
    const folder = anOldFolderWith(contact)

    expect(await readReviews(folder)).toEqual([{ sourceId: subject, fields: contact.fields }])
  })

  it.each<FirstContact>([
    { fields: ['LastName', 'EmailWork'], where: 'outcome', origin: byRule },
    { fields: ['FirstName', 'LastName'], where: 'outcome', origin: 'manual' },
    { fields: ['FirstName', 'LastName'], where: 'outcome', origin: 'created' },
  ])('is not listed when $origin wrote $fields', async (contact) => {
    expect(await readReviews(anOldFolderWith(contact))).toEqual([])
  })

  it('is reported by the first whole sync alone, and changes nothing else of it', async () => {
    const folder = anOldFolderWith({ fields: ['FirstName'], where: 'outcome', origin: byRule })
    const reportedBy = ({ document }: RunEnd): string[] =>
      document.findings.filter(({ code }) => code === 'link-review').map((finding) => finding.subject)

    const some = await syncOn(folder, { runId: 'some', employees: [person] })
    const first = await syncOn(folder)
    const second = await syncOn(folder, { runId: 'second' })

    expect([some, first, second].map(reportedBy)).toEqual([[], [subject], []])
    expect(first.document.run.result).toBe('ok')
    expect(first.document.findings.map(({ severity }) => severity)).not.toContain('error')
    expect(await readReviews(folder)).toHaveLength(1)
  })

  it('leaves the list when somebody says the same pair again, and keeps what was settled', async () => {
    const folder = anOldFolderWith({ fields: ['FirstName'], where: 'outcome', origin: byRule })
    const store = (await openState(folder, { now: world.deps.now })).store('acme', asTester)
    const link = (await store.links.readLinks()).find(({ sourceId }) => sourceId === person)
    const targetId = link?.status === 'connected' ? link.targetId : undefined
    if (targetId === undefined) throw new Error('nobody is connected')
    const settledBefore = baselinesIn(folder)
    const order = { order: 'match' as const, sourceId: person, targetId }

    await linkByHand({ ...world.deps, store }, order, '2025-01-06')

    expect(await store.links.readLinkReviews()).toEqual([])
    expect(baselinesIn(folder)).toEqual(settledBefore)
    await expect(linkByHand({ ...world.deps, store }, order, '2025-01-06')).rejects.toThrow('is connected to')
  })

  it('leaves the list when it ends', async () => {
    const folder = anOldFolderWith({ fields: ['FirstName'], where: 'outcome', origin: byRule })
    const store = (await openState(folder, { now: world.deps.now })).store('acme', asTester)

    await linkByHand({ ...world.deps, store }, { order: 'disconnect', sourceId: person }, '2025-01-06')

    expect(await store.links.readLinkReviews()).toEqual([])
  })
})
