import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/**
 * Where a Chromium is on this machine: `NMBRS_SYNC_TEST_BROWSER`, or one on the path; `undefined` when there
 * is none.
 */
export const findBrowser = (env: NodeJS.ProcessEnv = process.env): string | undefined => {
  const told = env.NMBRS_SYNC_TEST_BROWSER
  if (told !== undefined && told !== '') return told
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(canRun)
}

const canRun = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
