import { chmodSync, copyFileSync, existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { formatAuditHead } from '../../../domain/audit/audit-head.js'
import type { Act } from '../../../domain/audit/act.js'
import { AbortError, ConfigError, findErrorCode } from '../../../domain/errors.js'
import type { RunId } from '../../../domain/ids.js'
import { countForgottenSince } from '../../forget/forgotten-since.js'
import { nameBackup, refuseDamage, removeDatabase, toDraftPath } from './backup.js'
import { syncFolder } from './key-file.js'
import { openStateDatabase, type StateOptions } from '../../open-state-database.js'
import { nameStateFile } from '../prepare.js'
import { replaceFile } from './replace-file.js'
import { toStateError } from '../state-errors.js'

/** What was put back, and where the former file is. Paths are absolute. */
export interface RestoreEnd {
  path: string
  /** `null` when there was no file before. */
  aside: string | null
  schemaVersion: number
  /**
   * Of how many people work about a login may have been handed over without the backup knowing; each is asked
   * about.
   */
  loginsInDoubt: number
  /** How many people were forgotten since the backup, who are back with it. */
  forgottenSince: number
}

interface RestoreRequest {
  /** The backup, absolute. */
  file: string
  /** Who restores. */
  act: Act
  /** For the lease that keeps runs away meanwhile. */
  runId: RunId
  /** When, as part of a file name: `20261122-025820`. */
  moment: string
}

/**
 * Puts a backup in the place of the state file, which is kept aside. The backup is read through, brought up
 * to date and tried with the key before anything is replaced. Throws `AbortError`: `lease-held` while a run
 * goes on; `state-unusable` when the backup is no state file, damaged, of a newer program or of another key,
 * or when another process has the state file open. Throws `ConfigError` when there is no such backup.
 */
export const restoreState = async (options: StateOptions, request: RestoreRequest): Promise<RestoreEnd> => {
  const path = resolve(options.path)
  const { file } = request
  if (!existsSync(file)) throw new ConfigError(`There is no backup ${file}.`)
  const draft = toDraftPath(path)
  try {
    const schemaVersion = await prove({ ...options, path: draft }, file)
    const former = await inspectFormer({ ...options, path }, request.runId)
    // A file without an entry may know of lists all the same: one that may not have arrived is on no record.
    const readable = former.kind === 'known' || former.kind === 'empty' ? path : null
    const loginsInDoubt = await markRestored({ ...options, path: draft }, request.act, former, readable)
    const forgottenSince = readable === null ? 0 : countForgottenSince(readable, draft)
    return { path, schemaVersion, aside: replace(draft, path, request.moment), loginsInDoubt, forgottenSince }
  } catch (error) {
    throw error instanceof ConfigError ? error : toStateError(error, nameStateFile(path))
  } finally {
    removeDatabase(draft)
  }
}

/**
 * Copies the backup, reads the copy through, brings it up to date and tries the key. Gives its schema
 * version.
 */
const prove = async (options: StateOptions, file: string): Promise<number> => {
  try {
    copyWithLog(file, options.path)
    const copy = new Database(options.path, { fileMustExist: true })
    try {
      refuseDamage(copy, nameBackup(file))
    } finally {
      copy.close()
    }
    const state = await openStateDatabase(options)
    const { schemaVersion } = await state.info()
    await state.close()
    return schemaVersion
  } catch (error) {
    throw toBackupError(toStateError(error, nameBackup(file)), options.path, file)
  }
}

/** A file that was copied by hand from a running program has its last writes in a log beside it. */
const copyWithLog = (from: string, to: string): void => {
  for (const end of ['', '-wal']) {
    if (!existsSync(`${from}${end}`)) continue
    copyFileSync(`${from}${end}`, `${to}${end}`)
    chmodSync(`${to}${end}`, 0o600)
  }
}

const toBackupError = (error: Error, draft: string, file: string): Error => {
  if (!(error instanceof AbortError)) return error
  const message = error.message.replaceAll(nameStateFile(draft), nameBackup(file))
  const remedy =
    'Nothing was replaced. Choose another backup, and the key file that was kept with it (state.keyFile).'
  return new AbortError(message, error.code, remedy, { cause: error })
}

/** What the former file was: its last audit entry, so that the record says where it was left. */
interface Former {
  kind: 'absent' | 'empty' | 'known' | 'unusable'
  head: string | null
}

/**
 * Makes sure that no one works with the former file. One that cannot be used is no hindrance: that is what a
 * backup is for.
 */
const inspectFormer = async (options: StateOptions, runId: RunId): Promise<Former> => {
  if (!existsSync(options.path)) return { kind: 'absent', head: null }
  const former = await readFormer(options, runId)
  refuseInUse(options, former)
  return former
}

const readFormer = async (options: StateOptions, runId: RunId): Promise<Former> => {
  try {
    const state = await openStateDatabase(options)
    try {
      await state.acquireLease('whole-file', runId)
      const head = await state.audit.head()
      return head === undefined
        ? { kind: 'empty', head: null }
        : { kind: 'known', head: formatAuditHead(head) }
    } finally {
      await state.close()
    }
  } catch (error) {
    if (error instanceof AbortError && error.code === 'state-unusable' && !isBusy(error.cause))
      return { kind: 'unusable', head: null }
    throw error
  }
}

const isBusy = (error: unknown): boolean => findErrorCode(error)?.startsWith('SQLITE_BUSY') === true

/** Only the one process that has a file open can turn its log off; then the file is whole by itself, too. */
const refuseInUse = ({ path, busyTimeoutMs = 1000 }: StateOptions, { kind }: Former): void => {
  let sqlite: Database.Database | undefined
  try {
    sqlite = new Database(path, { timeout: busyTimeoutMs, fileMustExist: true })
    if (sqlite.pragma('journal_mode = DELETE', { simple: true }) === 'delete') return
  } catch (error) {
    if (!isBusy(error)) {
      if (kind === 'unusable') return
      throw error
    }
  } finally {
    sqlite?.close()
  }
  throw new AbortError(
    `${nameStateFile(path)} is open in another process`,
    'state-unusable',
    'Stop the daemon and every other nmbrs-sync on this file, then restore again. Nothing was replaced.',
  )
}

const markRestored = async (
  options: StateOptions,
  act: Act,
  { kind, head }: Former,
  former: string | null,
): Promise<number> => {
  const state = await openStateDatabase(options)
  try {
    const facts = { kind: 'state-restored', code: `former-${kind}`, detail: head } as const
    return await state.noteRestored(act, facts, former)
  } finally {
    await state.close()
  }
}

/** Keeps the former file under another name and gives that, or `null` when there was none. */
const replace = (draft: string, path: string, moment: string): string | null => {
  const aside = toAsidePath(path, moment)
  const hadFormer = existsSync(path)
  replaceFile(draft, path, aside)
  syncFolder(dirname(path))
  return hadFormer ? aside : null
}

const toAsidePath = (path: string, moment: string): string => {
  const aside = `${path}.before-restore-${moment}`
  let candidate = aside
  for (let number = 2; existsSync(candidate); number += 1) candidate = `${aside}-${number}`
  return candidate
}
