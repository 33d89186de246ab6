import { chmodSync, mkdtempSync, statfsSync } from 'node:fs'

const memory = '/dev/shm'
const enoughBytes = 1024 ** 3

/** Whether this system has a file system in memory with room for what tests write. */
const hasRoom = () => {
  try {
    const { bavail, bsize } = statfsSync(memory)
    return bavail * bsize >= enoughBytes
  } catch {
    return false
  }
}

/**
 * Lets temporary files of tests, thousands of state files, stand in memory, where they need not wait for a
 * disk. TMPDIR is left alone where it is set, so `TMPDIR=/tmp npm test` runs on the disk.
 */
export default () => {
  if (process.env.TMPDIR !== undefined || !hasRoom()) return
  process.env.TMPDIR = mkdtempSync(`${memory}/nmbrs-sync-test-`)
  // Open to every account, as /tmp is: some tests start the program as another one.
  chmodSync(process.env.TMPDIR, 0o1777)
  process.env.NMBRS_SYNC_TEST_MEMORY = process.env.TMPDIR
}
