import { resolve } from 'node:path'

import type { LetterAbout } from '../../../access/letters/letter.js'
import { toDayInZone } from '../../../domain/date/plain-date.js'
import { toLettersPage } from '../../../report/access/letters-page.js'
import { toPageHtml } from '../../../report/kit/page/page-html.js'
import type { PlannedPortal } from '../../../run/access/plan-logins.js'
import type { Workspace } from '../../compose/workspace.js'
import { writeNewFile } from '../../files/write-new-file.js'
import type { DueLetters, LettersEnd } from './letters-end.js'

interface LettersOnPaper extends LetterAbout {
  /** The name of the connection. */
  connection: string
  /** The file to make. */
  file: string
}

/**
 * Writes the letters to a new page, and then notes that each was given on paper. Throws `ConfigError` where
 * the file cannot be made.
 */
export const printLetters = async (
  { config, surroundings }: Workspace,
  { book }: PlannedPortal,
  { letters, since }: DueLetters,
  about: LettersOnPaper,
): Promise<LettersEnd> => {
  const day = toDayInZone(surroundings.now(), config.timezone)
  const page = toPageHtml(toLettersPage(letters, { ...about, day }))
  await writeNewFile(resolve(surroundings.cwd, about.file), page, 'The file for the letters')
  for (const { subject } of letters) await book.noteLetter(subject, 'paper', since)
  return { sent: letters, failed: [], elsewhere: [] }
}
