import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'

import { InvalidArgumentError, Option } from 'commander'

import { importList } from '../../../access/import/import-list.js'
import { maxListBytes, toTooLargeText } from '../../../access/import/parse-list.js'
import { ConfigError } from '../../../domain/errors.js'
import { buildImportText, toImportJson } from '../../../report/access/import-text.js'
import { planLogins } from '../../../run/access/plan-logins.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { connectionOption, jsonOption, toExamples } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { yesOption } from '../../orders/unasked.js'
import { lookOf } from '../../terminal/output-look.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import { portalOption, selectPortal, type AccessFlags } from './access-flags.js'
import { withLoginsAlone } from './with-logins.js'

interface ImportFlags extends AccessFlags {
  debtor?: string
  whole?: boolean
  gone?: number
}

export const addImportCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('import')
    .summary("read the portal's own list of logins: it confirms work and shows surprises")
    .description(
      'Reads a CSV file that the portal gave. Logins that were handed over and stand in it are confirmed; what is unexpected is listed by its line: a login that was not ' +
        'asked for, another template or address, a login of someone who is not connected. A line whose owner is in doubt settles nothing, and a login that is not in the list ' +
        'counts as gone only with --whole and --gone.',
    )
    .argument('<file>', 'the list as CSV; its headings are in the portal file, under ownList')
    .option('--debtor <debtor>', 'the debtor whose logins are listed; of all of them when left out')
    .option('--whole', 'the list has every login: those that are known and not in it are shown')
    .addOption(
      new Option(
        '--gone <count>',
        'with --whole: so many known logins are gone; they are forgotten',
      ).argParser(toCount),
    )
    .addOption(yesOption('accepted as everywhere; a list is read without a question'))
    .addOption(portalOption())
    .addOption(connectionOption())
    .addOption(jsonOption())
    .addHelpText('after', toExamples('access import logins.csv', 'access import logins.csv --whole'))
  command.action(async (file: string) => {
    shell.finish(await importLogins(shell, file, command.optsWithGlobals()))
  })
}

const toCount = (text: string): number => {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('It must be a whole number.')
  return Number(text)
}

const importLogins = ({ io }: Shell, file: string, flags: ImportFlags): Promise<ExitCode> => {
  if (flags.gone !== undefined && flags.whole !== true)
    throw new ConfigError(
      '--gone says how many logins a whole list does not have: add --whole, or leave it out',
    )
  return withLoginsAlone(io, flags, async ({ deps, access, connection, io: shown }) => {
    const config = selectPortal(access, flags.portal)
    const bytes = await readList(shown, file)
    const [planned] = await planLogins(deps, [config])
    if (planned === undefined) throw new ConfigError('There is no portal to import a list of')
    const { input, plan, book } = planned
    const level = flags.debtor === undefined ? null : ({ kind: 'debtor', debtor: flags.debtor } as const)
    const whole = flags.whole === true
    const end = importList({ name: file, bytes, input, plan, level, whole, gone: flags.gone })
    await book.noteImport(end.list)
    const about = { portal: config.portal.portal, whole }
    if (flags.json === true) printJson(shown, toImportJson(end, connection.name, about))
    else shown.stdout.write(buildImportText(end, about, lookOf(shown.stdout, shown.env)))
    return end.surprises.length === 0 ? exitCode.done : exitCode.held
  })
}

const readList = async (io: Io, file: string): Promise<Uint8Array> => {
  const path = resolve(io.cwd, file)
  try {
    if ((await stat(path)).size > maxListBytes) throw new ConfigError(toTooLargeText(file))
    return await readFile(path)
  } catch (error) {
    if (error instanceof ConfigError) throw error
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    throw new ConfigError(`${file} cannot be read (${code}). Is the path right?`)
  }
}
