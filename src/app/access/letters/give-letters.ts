import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

import { Temporal } from 'temporal-polyfill'

import type { LetterAbout } from '../../../access/letters/letter.js'
import { parseLoginData } from '../../../access/letters/parse-login-data.js'
import type { AccessPortalConfig } from '../../../config/config.js'
import { ConfigError, findErrorCode } from '../../../domain/errors.js'
import { chooseLetters } from '../../../run/access/letters/choose-letters.js'
import { planLogins, type LoginDeps, type PlannedPortal } from '../../../run/access/plan-logins.js'
import type { Workspace } from '../../compose/workspace.js'
import type { DueLetters, LettersEnd } from './letters-end.js'
import { mailLetters } from './mail-letters.js'
import { printLetters } from './print-letters.js'

/** What letters are made and sent with, while no run goes on. */
interface LettersDeps {
  deps: LoginDeps
  workspace: Workspace
  /** The name of the connection. */
  connection: string
  /** Lets the runs go on. */
  release: () => Promise<void>
}

interface LettersRequest {
  portal: AccessPortalConfig
  /** The file with the login data, as it was named. */
  file: string
  /** The page to make; by e-mail when left out. */
  print?: string
  /** Also to those who were sent the data of their login before. */
  again: boolean
}

/** What became of the letters, and who was passed over. */
export type GivenLetters = Pick<LettersEnd, 'sent' | 'failed'> & { passed: readonly string[] }

/**
 * Gives people their login data, on paper or by e-mail, and notes that it was sent; what is in it is kept
 * nowhere. Throws `ConfigError` for a portal that sends it itself, and for a file that cannot be used.
 */
export const giveLetters = async (opened: LettersDeps, request: LettersRequest): Promise<GivenLetters> => {
  const { portal: config, file, print, again } = request
  const { cwd, now } = opened.workspace.surroundings
  refuseOtherPortals(config)
  const data = parseLoginData(file, await readData(resolve(cwd, file), file), config.portal.portal)
  const [planned] = await planLogins(opened.deps, [config])
  if (planned === undefined) throw new ConfigError('There is no portal')
  const { book } = planned
  const since = Temporal.Instant.fromEpochMilliseconds(now()).toString({ fractionalSecondDigits: 3 })
  const { letters, passed } = chooseLetters(planned, data, {
    sent: await book.readLetters(),
    again,
    byMail: print === undefined,
    digest: (userName) => book.digest('userName', userName),
  })
  const { sent, failed, elsewhere } = await sendOut(opened, planned, { letters, since }, print)
  return { sent, failed, passed: [...passed, ...elsewhere] }
}

const refuseOtherPortals = ({ portal }: AccessPortalConfig): void => {
  if (portal.loginData === 'sent-by-administrator') return
  throw new ConfigError(`${portal.title} tells people itself how to log in; there is nothing to send`)
}

const readData = async (path: string, file: string): Promise<Uint8Array> => {
  try {
    return await readFile(path)
  } catch (cause) {
    const why = findErrorCode(cause) ?? 'unknown'
    throw new ConfigError(`${file} cannot be read (${why}). Is the path right?`, [], { cause })
  }
}

const sendOut = (
  opened: LettersDeps,
  planned: PlannedPortal,
  due: DueLetters,
  print: string | undefined,
): Promise<LettersEnd> => {
  const { workspace, connection } = opened
  const { portal, policy } = planned.config
  const about: LetterAbout = {
    portalTitle: portal.title,
    companyId: policy.companyId,
    language: workspace.language,
  }
  if (due.letters.length === 0) return Promise.resolve({ sent: [], failed: [], elsewhere: [] })
  return print === undefined
    ? mailLetters(opened, planned, due, about)
    : printLetters(workspace, planned, due, { ...about, connection, file: print })
}
