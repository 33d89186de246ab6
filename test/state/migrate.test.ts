import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import Database from 'better-sqlite3'
import { AbortError } from '../../src/domain/errors.js'
import { describeSchema } from '../../src/state/sqlite/file/describe-schema.js'
import { migrate, toChecksum, type Migration } from '../../src/state/sqlite/migrate.js'
import { allMigrations } from '../../src/state/sqlite/migrations/all-migrations.js'
import { currentTables } from '../../src/state/sqlite/migrations/current-tables.js'
import { aFolder } from './temp-state.js'

const nowText = (): string => '2026-01-05T08:00:00.000Z'

const aDatabase = (): Database.Database => new Database(join(aFolder(), 'state.db'))

const first: Migration = { number: 1, name: 'one', sql: 'CREATE TABLE one (id INTEGER PRIMARY KEY) STRICT' }
const second: Migration = { number: 2, name: 'two', sql: 'CREATE TABLE two (id INTEGER PRIMARY KEY) STRICT' }
const broken: Migration = {
  number: 3,
  name: 'broken',
  sql: 'CREATE TABLE three (id INTEGER) STRICT; NONSENSE',
}

const tablesOf = (sqlite: Database.Database): unknown[] =>
  sqlite.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`).pluck().all()

const thrownBy = (work: () => unknown): AbortError => {
  try {
    work()
  } catch (error) {
    if (error instanceof AbortError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

describe('migrate', () => {
  it('makes the tables of an empty file and records each step with its checksum', () => {
    const sqlite = aDatabase()

    const version = migrate(sqlite, [first, second], nowText)

    expect(version).toBe(2)
    expect(tablesOf(sqlite)).toEqual(['ledger', 'one', 'two'])
    expect(sqlite.prepare('SELECT * FROM ledger').all()).toEqual([
      { number: 1, name: 'one', checksum: toChecksum(first), applied_at: nowText() },
      { number: 2, name: 'two', checksum: toChecksum(second), applied_at: nowText() },
    ])
  })

  it('applies only what is new', () => {
    const sqlite = aDatabase()
    migrate(sqlite, [first], nowText)

    const version = migrate(sqlite, [first, second], () => '2026-02-01T00:00:00.000Z')

    expect(version).toBe(2)
    expect(sqlite.prepare('SELECT applied_at FROM ledger ORDER BY number').pluck().all()).toEqual([
      nowText(),
      '2026-02-01T00:00:00.000Z',
    ])
  })

  it('stops at a file that is newer than the program', () => {
    const sqlite = aDatabase()
    migrate(sqlite, [first, second], nowText)

    const error = thrownBy(() => migrate(sqlite, [first], nowText))

    expect(error.code).toBe('state-unusable')
    expect(error.message).toContain('database too new')
  })

  it('stops at a migration that is not the one the file was made with', () => {
    const sqlite = aDatabase()
    migrate(sqlite, [first], nowText)

    const error = thrownBy(() => migrate(sqlite, [{ ...first, sql: `${first.sql};` }, second], nowText))

    expect(error.code).toBe('state-unusable')
    expect(tablesOf(sqlite)).toEqual(['ledger', 'one'])
  })

  it('does not touch the database of another program', () => {
    const sqlite = aDatabase()
    sqlite.exec('CREATE TABLE customers (id INTEGER)')

    const error = thrownBy(() => migrate(sqlite, [first], nowText))

    expect(error.message).toContain('another program')
    expect(tablesOf(sqlite)).toEqual(['customers'])
  })

  it('leaves nothing of a step that fails, and everything of the steps before it', () => {
    const sqlite = aDatabase()
    migrate(sqlite, [first], nowText)

    expect(() => migrate(sqlite, [first, second, broken], nowText)).toThrow('syntax error')

    expect(tablesOf(sqlite)).toEqual(['ledger', 'one', 'two'])
  })

  it('leaves a new file empty when a step fails', () => {
    const sqlite = aDatabase()

    expect(() => migrate(sqlite, [first, second, broken], nowText)).toThrow('syntax error')

    expect(tablesOf(sqlite)).toEqual([])
  })
})

describe('currentTables', () => {
  it('leave a new file as the migrations one by one do', () => {
    const [inOneGo, oneByOne] = [aDatabase(), aDatabase()]
    migrate(inOneGo, allMigrations, nowText, currentTables)
    migrate(oneByOne, allMigrations, nowText)

    const everything = (sqlite: Database.Database): unknown => ({
      schema: sqlite.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid').all(),
      rows: tablesOf(sqlite).map((table) => [table, sqlite.prepare(`SELECT * FROM ${String(table)}`).all()]),
    })

    expect(everything(inOneGo)).toEqual(everything(oneByOne))
    expect(migrate(inOneGo, allMigrations, nowText)).toBe(allMigrations.length)
  })

  it('are not put into a file that has tables of before', () => {
    const sqlite = aDatabase()
    migrate(sqlite, [first], nowText)

    migrate(sqlite, [first, second], nowText, 'CREATE TABLE whole (id INTEGER) STRICT')

    expect(tablesOf(sqlite)).toEqual(['ledger', 'one', 'two'])
  })
})

describe('allMigrations', () => {
  it('is numbered from 1 without gaps', () => {
    const numbers = allMigrations.map(({ number }) => number)

    expect(numbers).toEqual(allMigrations.map((_, index) => index + 1))
  })

  it('makes strict tables only', () => {
    const sqlite = aDatabase()
    migrate(sqlite, allMigrations, nowText)

    const loose = sqlite
      .prepare(`SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 ORDER BY name`)
      .pluck()
      .all()

    expect(loose).toEqual(['sqlite_schema', 'sqlite_sequence'])
  })

  it('has no column in which a name, number, amount, address or account number would belong', () => {
    const columns = Object.fromEntries(
      describeSchema().map(({ table, columns }) => [table, columns.map(({ name }) => name).join(' ')]),
    )

    expect(columns).toEqual({
      ledger: 'number name checksum applied_at',
      meta: 'name value',
      audit_reason: 'entry text salt gone',
      canary_flaw: 'id connection_id circumstances subject kind section field at',
      canary_proof: 'connection_id kind circumstances at',
      connection: 'id name purged_syncs',
      consent:
        'connection app scopes sealed consented_at access_since access_ends_at refresh_ends_at generation refresher refresher_until',
      phrase: 'id text',
      link: 'connection_id company_id source_id status target_id origin reason until created_at changed_at seen',
      link_history: 'id connection_id company_id source_id status target_id origin reason until at',
      baseline: 'connection_id company_id subject section seal fields digests known_rows',
      person_seal: 'connection_id company_id subject seal has_account',
      account: 'connection_id company_id target_id digest',
      // Ids of the same company or employee over both transports.
      address: 'connection_id kind id_key soap_id rest_id verified_at',
      // Ids of people of AlexisHR and names of fields, never a value.
      shadow_difference: 'connection_id source_id section field',
      shadow_read: 'id connection_id run_id read_at problem people differences not_compared',
      bank_look: 'connection_id company_id subject at',
      link_review: 'connection_id company_id subject target_id fields written_at told_at',
      refusal: 'connection_id company_id subject section digest code at',
      payroll_task: 'connection_id company_id subject target_id code opened_at done_at',
      employee_kind: 'connection_id company_id target_id kind',
      kind_read: 'connection_id company_id at',
      run: 'number id connection_id mode trigger started_at finished_at result people calls error failure_code whole',
      intent:
        'id run_number subject company_id target_id kind section fields replaces opened_at settled settled_at hold_id sent',
      outcome: 'id run_number intent_id subject target_id kind section fields outcome reason',
      finding: 'id run_number code severity subject section field message remedy',
      lease: 'key token run_id pid host process_space process_start since expires_at clock expires_tick',
      audit:
        'number at actor connection run_id kind company_id subject target_id section operation fields code detail reason reference hash salt seal',
      setting: 'connection_id path digest',
      notice: 'connection topic channel kind signs since told_at',
      hold: 'id connection_id company_id subject target_id section fields reason digest opened_at sending_at closed_how closed_at sending_seal',
      hold_word: 'id hold_id word actor reason at entry seal',
      access_portal: 'id connection_id portal listed_at',
      access_letter: 'portal_id subject way at',
      access_login:
        'portal_id subject template permissions email_kind email user_name language level active origin since',
      access_hand_over: 'id portal_id key begun_at ended_at',
      access_delivery: 'hand_over_id channel state at',
      access_order:
        'id portal_id subject kind state work ends_login template permissions email_kind email user_name language level hand_over_id batch deletion wanted_at handed_over_at answered_at told_at',
      access_request: 'portal_id subject ask work how at',
      onboarding_progress: 'connection_id company_id profile sent_on confirmed_on exchange_on checked_on',
      onboarding_check: 'connection company_id profiles checked_at calls',
    })
  })
})
