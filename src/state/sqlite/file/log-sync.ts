import { open, type FileHandle } from 'node:fs/promises'
import type Database from 'better-sqlite3'

/** Waits for the disk. */
export interface LogSync {
  /** Resolves when everything that was committed by now is on disk. */
  sync: () => Promise<void>
  close: () => Promise<void>
}

/**
 * Takes the waiting for the disk over from SQLite, which would keep the event loop for as long as the disk
 * takes. With `synchronous` at `NORMAL` a commit in WAL mode writes to the log and returns; syncing the log
 * after it gives the same promise as `FULL` (sqlite.org/pragma.html, synchronous). SQLite holds no lock on
 * the log, so that opening it once more takes none away.
 */
export const takeOverSync = (sqlite: Database.Database): LogSync => {
  sqlite.pragma('synchronous = NORMAL')
  let opened: FileHandle | undefined
  return {
    sync: async () => {
      // Made with the first commit, and the same file until the database is closed.
      opened ??= await open(`${sqlite.name}-wal`, 'r+')
      await opened.datasync()
    },
    close: async () => {
      await opened?.close()
    },
  }
}
