import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from '@jest/globals'
import { silentLog, type Log, type LogFields } from '../../src/domain/log.js'
import {
  openStateDatabase,
  type StateDatabase,
  type StateOptions,
} from '../../src/state/open-state-database.js'

const folders: string[] = []
const opened: StateDatabase[] = []

afterEach(async () => {
  for (const state of opened.splice(0)) await state.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A folder of its own for each test; removed afterwards. */
export const aFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-state-'))
  folders.push(folder)
  return folder
}

/** 2026-01-05T08:00:00.000Z. */
export const firstMoment = 1_767_600_000_000

export const stateOptions = (folder: string, overrides: Partial<StateOptions> = {}): StateOptions => ({
  path: join(folder, 'state.db'),
  keyFile: join(folder, 'state.key'),
  now: () => firstMoment,
  pid: 4242,
  host: 'test-host',
  isProcessAlive: () => true,
  // No clock of the machine to compare by, so that a test's own clock decides.
  machineClock: { name: '', now: overrides.now ?? (() => firstMoment) },
  log: silentLog,
  busyTimeoutMs: 50,
  ...overrides,
})

/** An opened state file that is closed after the test. */
export const openState = async (
  folder = aFolder(),
  overrides: Partial<StateOptions> = {},
): Promise<StateDatabase> => {
  const state = await openStateDatabase(stateOptions(folder, overrides))
  opened.push(state)
  return state
}

export interface LogLine {
  level: keyof Log
  message: string
  fields: LogFields | undefined
}

/** A log that can be looked at. */
export const aLog = (): { log: Log; lines: LogLine[] } => {
  const lines: LogLine[] = []
  const at =
    (level: keyof Log) =>
    (message: string, fields?: LogFields): void => {
      lines.push({ level, message, fields })
    }
  return { log: { error: at('error'), warn: at('warn'), info: at('info'), debug: at('debug') }, lines }
}
