import type Database from 'better-sqlite3'
import { AbortError } from '../../../domain/errors.js'
import type { Log } from '../../../domain/log.js'
import { toKeyCheck } from '../digest.js'
import { createKey, findKey } from './key-file.js'
import type { Meta } from '../meta.js'
import { prepareFirst, query } from '../prepare.js'

/** Baselines, and the audit chain: it holds an entry about everything else that the key digests. */
const hasDigests = (sqlite: Database.Database): boolean =>
  prepareFirst(sqlite, () => query.selectFrom('baseline').select('connection_id').limit(1))({}) !==
    undefined ||
  prepareFirst(sqlite, () => query.selectFrom('audit').select('number').limit(1))({}) !== undefined

const toMissing = (path: string): AbortError =>
  new AbortError(
    `the key file ${path} is missing, and the state file holds digests made with it`,
    'state-unusable',
    'Restore the key file from the backup that belongs to the state file. A new key would make every value look changed.',
  )

const toMismatch = (path: string): AbortError =>
  new AbortError(
    `the key file ${path} is not the one that made the digests in the state file`,
    'state-unusable',
    'Restore the key file that belongs to this state file, or the state file that belongs to this key.',
  )

/**
 * Gives the key of the digests, and makes one on the first run. Inside a transaction, so that two programs
 * that start together use one. Throws `AbortError` (`state-unusable`) rather than let stored digests meet a
 * key that did not make them.
 */
export const openKey = (sqlite: Database.Database, keyFile: string, meta: Meta, log: Log): Buffer => {
  const digestsAtStake = hasDigests(sqlite)
  const found = findKey(keyFile, log)
  if (found === undefined && digestsAtStake) throw toMissing(keyFile)
  const key = found ?? createKey(keyFile, log)
  const check = toKeyCheck(key)
  if (digestsAtStake && meta.find('key-check') !== check) throw toMismatch(keyFile)
  meta.write('key-check', check)
  return key
}
