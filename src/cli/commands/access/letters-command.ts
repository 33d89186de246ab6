import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

import { Option } from 'commander'
import { Temporal } from 'temporal-polyfill'

import { toLetterEmail, type LetterAbout } from '../../../access/letters/letter.js'
import { parseLoginData } from '../../../access/letters/parse-login-data.js'
import type { AccessPortalConfig } from '../../../config/config.js'
import { deliver } from '../../../delivery/deliver.js'
import type { Email } from '../../../delivery/send-email.js'
import { openMailSession } from '../../../delivery/smtp/mail-session.js'
import { ConfigError, findErrorCode, type Carried } from '../../../domain/errors.js'
import { toDayInZone } from '../../../domain/date/plain-date.js'
import { toPageHtml } from '../../../report/kit/page/page-html.js'
import { toLettersPage } from '../../../report/access/letters-page.js'
import { workTexts } from '../../../report/access/texts/work-texts.js'
import { fillCount } from '../../../domain/language/count.js'
import type { Language } from '../../../domain/language/language.js'
import { translate } from '../../../report/translate/translate.js'
import { chooseLetters, type AddressedLetter } from '../../../run/access/letters/choose-letters.js'
import { planLogins, type PlannedPortal } from '../../../run/access/plan-logins.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionOption, jsonOption, toExamples } from '../../flags.js'
import { printJson, type AddCommand, type Shell } from '../../shell.js'
import { portalOption, selectPortal, type AccessFlags } from './access-flags.js'
import { toDeliverOptions, toMailServer } from '../../../app/access/open-channels.js'
import { writeNewFile } from './passwords.js'
import { withLoginsAlone, type OpenedLogins } from './with-logins.js'

interface LettersFlags extends AccessFlags {
  print?: string
  mail?: boolean
  again?: boolean
}

export const addLettersCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('letters')
    .summary('give people their login data, on paper or by e-mail, and note that it was sent')
    .description(
      'For portals that leave it to you to send login data. Takes the file that access worklist --passwords wrote, corrected where a login was made otherwise, and writes a letter to each person ' +
        'with user name, password and Company ID. That it was sent, how and when is noted; what is in it is kept nowhere. Whoever was sent the data of a login is passed over.',
    )
    .argument('<file>', 'CSV with the columns Portal, Id, User name and Password')
    .addOption(
      new Option(
        '--print <file>',
        'write the letters to a new page to print, a sheet for each person',
      ).conflicts('mail'),
    )
    .addOption(
      new Option('--mail', 'send each letter by e-mail; needs delivery.email, and logins that are confirmed'),
    )
    .option('--again', 'also to people who were sent the data of this login before')
    .addOption(portalOption())
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'access worklist akken-ess --passwords passwords.csv',
        'access letters passwords.csv --portal akken-ess --print letters.html',
        'access letters passwords.csv --portal akken-ess --mail',
      ),
    )
  command.action(async (file: string) => {
    shell.finish(await writeLetters(shell, file, command.optsWithGlobals()))
  })
}

type OpenedAlone = OpenedLogins & { release: () => Promise<void> }

/** What became of the letters. */
interface Written {
  sent: readonly AddressedLetter[]
  /** `carried`: whether it may have arrived all the same. */
  failed: readonly { subject: string; why: string; carried: Carried }[]
  /** Who was sent theirs by another command meanwhile. */
  elsewhere: readonly string[]
}

/** The letters, and since when nobody else may have sent one. */
interface Due {
  letters: readonly AddressedLetter[]
  /** ISO 8601. */
  since: string
}

const writeLetters = ({ io }: Shell, file: string, flags: LettersFlags): Promise<ExitCode> => {
  if (flags.print === undefined && flags.mail !== true)
    throw new ConfigError('Say how the letters go out: --print LETTERS.html, or --mail')
  return withLoginsAlone(io, flags, async (opened) => {
    const { deps, access, connection, io: shown } = opened
    const config = selectPortal(access, flags.portal)
    refuseOtherPortals(config)
    const data = parseLoginData(file, await readData(resolve(shown.cwd, file), file), config.portal.portal)
    const [planned] = await planLogins(deps, [config])
    if (planned === undefined) throw new ConfigError('There is no portal')
    const { book } = planned
    const digest = (userName: string): string => book.digest('userName', userName)
    const since = Temporal.Instant.fromEpochMilliseconds(shown.now()).toString({ fractionalSecondDigits: 3 })
    const { letters, passed } = chooseLetters(planned, data, {
      sent: await book.readLetters(),
      again: flags.again === true,
      byMail: flags.mail === true,
      digest,
    })
    const written = await sendLetters(opened, planned, { letters, since }, flags)
    const passedOver = [...passed, ...written.elsewhere]
    if (flags.json === true)
      printJson(shown, {
        connection: connection.name,
        portal: config.portal.portal,
        sent: written.sent.map(({ subject }) => subject),
        failed: written.failed,
        passed: passedOver,
      })
    else shown.stdout.write(toText(written, passedOver, flags, opened.workspace.language))
    return written.failed.length === 0 ? exitCode.done : exitCode.failed
  })
}

const refuseOtherPortals = ({ portal }: AccessPortalConfig): void => {
  if (portal.loginData === 'sent-by-administrator') return
  throw new ConfigError(`${portal.title} tells people itself how to log in; there is nothing to send`)
}

const readData = async (path: string, file: string): Promise<Uint8Array> => {
  try {
    return await readFile(path)
  } catch (cause) {
    throw new ConfigError(
      `${file} cannot be read (${findErrorCode(cause) ?? 'unknown'}). Is the path right?`,
      [],
      {
        cause,
      },
    )
  }
}

const sendLetters = (
  opened: OpenedAlone,
  planned: PlannedPortal,
  due: Due,
  flags: LettersFlags,
): Promise<Written> => {
  const { portal, policy } = planned.config
  const { language } = opened.workspace
  const about: LetterAbout = { portalTitle: portal.title, companyId: policy.companyId, language }
  if (due.letters.length === 0) return Promise.resolve({ sent: [], failed: [], elsewhere: [] })
  return flags.print === undefined
    ? mailLetters(opened, planned, due, about)
    : printLetters(opened, planned, due, { ...about, file: flags.print })
}

const printLetters = async (
  { connection, workspace, io }: OpenedAlone,
  { book }: PlannedPortal,
  { letters, since }: Due,
  about: LetterAbout & { file: string },
): Promise<Written> => {
  const day = toDayInZone(io.now(), workspace.config.timezone)
  const page = toPageHtml(toLettersPage(letters, { ...about, connection: connection.name, day }))
  await writeNewFile(resolve(io.cwd, about.file), page, 'The file for the letters')
  for (const { subject } of letters) await book.noteLetter(subject, 'paper', since)
  return { sent: letters, failed: [], elsewhere: [] }
}

/** Sends them once the runs may go on: a slow mail server holds up nobody. Each is noted before it is sent, so that none goes twice. */
const mailLetters = async (
  { workspace, release }: OpenedAlone,
  { book, config }: PlannedPortal,
  { letters, since }: Due,
  about: LetterAbout,
): Promise<Written> => {
  const { portal, delivery } = config
  const setting = `access.portals.${portal.portal}.delivery.email`
  if (delivery?.email === undefined)
    throw new ConfigError(`There is no mail server for letters: fill in ${setting}, or use --print`)
  const session = openMailSession(toMailServer(delivery.email, setting))
  await release()
  const sent: AddressedLetter[] = []
  const elsewhere: string[] = []
  const failed: { subject: string; why: string; carried: Carried }[] = []
  try {
    for (const letter of letters) {
      const { subject, address = '' } = letter
      if (!(await book.noteLetter(subject, 'email', since))) {
        elsewhere.push(subject)
        continue
      }
      const email: Email = { to: [address], ...toLetterEmail(letter, about) }
      const sending = {
        what: 'letter with login data',
        fields: { portal: portal.portal, subject },
        neverTwice: true,
      }
      const end = await deliver({ ...sending, send: () => session.send(email) }, toDeliverOptions(workspace))
      if (end.arrived) sent.push(letter)
      else {
        failed.push({ subject, why: end.error.message, carried: end.carried })
        if (end.carried === 'no') await book.forgetLetter(subject)
      }
    }
  } finally {
    session.close()
  }
  return { sent, failed, elsewhere }
}

const toText = (
  { sent, failed }: Written,
  passed: readonly string[],
  { print }: LettersFlags,
  language: Language,
): string => {
  const { letters: texts } = workTexts[language]
  return [
    print === undefined
      ? fillCount(sent.length, texts.mailed)
      : texts.written(print, fillCount(sent.length, texts.count)),
    ...(passed.length === 0 ? [] : [texts.passed(passed.join(', '))]),
    ...failed.map(({ subject, why, carried }) =>
      texts[carried === 'no' ? 'notSent' : 'notKnown'](subject, translate(why, language)),
    ),
    ...(sent.length === 0 ? [] : [print === undefined ? texts.deletePasswords : texts.deleteBoth]),
    '',
  ].join('\n')
}
