import { isBusy, usualPatienceMs, whileBusy } from '../sqlite/busy.js'
import type { StateContext } from '../sqlite/context.js'
import { createMeta } from '../sqlite/meta.js'

/** Noted with what was forgotten, so that a program that dies before the file is compacted does it later. */
const wanted = 'compact-wanted'

/** Inside a transaction. */
export const wantCompact = ({ sqlite }: Pick<StateContext, 'sqlite'>): void => {
  createMeta(sqlite).write(wanted, '1')
}

/**
 * Takes the bytes of what was deleted out of the file and out of the log beside it, where that is wanted: a
 * page that became free keeps them until then. `false` when another program had the file for too long; it
 * stays wanted then.
 */
export const compactIfWanted = async ({
  sqlite,
  queue,
}: Pick<StateContext, 'sqlite' | 'queue'>): Promise<boolean> => {
  const meta = createMeta(sqlite)
  if (meta.find(wanted) !== '1') return true
  try {
    await whileBusy(() => sqlite.exec('VACUUM'), usualPatienceMs)
  } catch (error) {
    if (isBusy(error)) return false
    throw error
  }
  await queue.run(() => {
    meta.write(wanted, '0')
  })
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  return true
}
