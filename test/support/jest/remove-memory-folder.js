import { rmSync } from 'node:fs'

export default () => {
  const folder = process.env.NMBRS_SYNC_TEST_MEMORY
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
}
