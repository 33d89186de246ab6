import { Option } from 'commander'

import { giveLetters, type GivenLetters } from '../../../app/access/letters/give-letters.js'
import { ConfigError } from '../../../domain/errors.js'
import { fillCount } from '../../../domain/language/count.js'
import type { Language } from '../../../domain/language/language.js'
import { workTexts } from '../../../report/access/texts/work-texts.js'
import { translate } from '../../../report/translate/translate.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionOption, jsonOption, toExamples } from '../../options/flags.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import { portalOption, selectPortal, type AccessFlags } from './access-flags.js'
import { withLoginsAlone } from './with-logins.js'

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
        'with user name, password and Company ID. That it was sent, how and when is noted; what is in it is kept nowhere. People to whom the data of a login was sent are passed over.',
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

const writeLetters = ({ io }: Shell, file: string, flags: LettersFlags): Promise<ExitCode> => {
  if (flags.print === undefined && flags.mail !== true)
    throw new ConfigError('Say how the letters go out: --print LETTERS.html, or --mail')
  return withLoginsAlone(io, flags, async (opened) => {
    const { access, connection, workspace, io: shown } = opened
    const portal = selectPortal(access, flags.portal)
    const { print, again = false } = flags
    const given = await giveLetters(
      { ...opened, connection: connection.name },
      { portal, file, again, ...(print !== undefined && { print }) },
    )
    if (flags.json === true)
      printJson(shown, {
        connection: connection.name,
        portal: portal.portal.portal,
        sent: given.sent.map(({ subject }) => subject),
        failed: given.failed,
        passed: given.passed,
      })
    else shown.stdout.write(toText(given, flags, workspace.language))
    return given.failed.length === 0 ? exitCode.done : exitCode.failed
  })
}

const toText = (
  { sent, failed, passed }: GivenLetters,
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
