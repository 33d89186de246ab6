import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

import { addEmployers } from '../../../app/employers/add-employers.js'
import { parseEmployers, type Employer } from '../../../app/employers/employer-list.js'
import { shortenPath } from '../../../config/shorten-path.js'
import { ConfigError, findErrorCode } from '../../../domain/errors.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { jsonOption, toExamples, type ConnectionFlags } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { printJson } from '../../print-json.js'
import type { AddCommand } from '../../shell.js'

interface AddFlags extends ConnectionFlags {
  alexisCompany?: string
  nmbrsCompany?: string
  nmbrsName?: string
  csv?: string
  like?: string
}

export const addAddCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('add')
    .summary('add an employer, or all of a list')
    .description(
      'Writes a file for each employer into the folder that connections names (./employers/*.yaml, which is added when there is none yet). What the employers share, as the ' +
        'accounts, stands under defaults, or is taken over from a connection with --like. With --csv each line of a list is a company, and the lines with one name are one ' +
        'connection; nmbrs-sync connection companies writes such a list. All of them are usable together, or nothing is changed. Touches no remote.',
    )
    .argument('[name]', 'the name of the connection: small letters, digits and dashes')
    .option('--alexis-company <id>', 'the id of the company in AlexisHR')
    .option('--nmbrs-company <id>', 'the id of the company in Nmbrs')
    .option('--nmbrs-name <name>', 'the name of the company in Nmbrs, to the letter')
    .option('--csv <file>', 'add every employer of this list')
    .option(
      '--like <connection>',
      'take over accounts, limits and rules of this connection, not what is about its own people',
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'connection add bakker --alexis-company 65f1c0ffee0000000000000a --nmbrs-company 1234 --nmbrs-name "Bakker B.V."',
        'connection add --csv employers.csv --like acme',
      ),
    )
  command.action(async (name: string | undefined) => {
    shell.finish(await add(shell.io, name, command.optsWithGlobals()))
  })
}

const add = async (io: Io, name: string | undefined, flags: AddFlags): Promise<ExitCode> => {
  const employers = await getEmployers(io, name, flags)
  const names = { file: flags.config, env: io.env, cwd: io.cwd }
  const added = await addEmployers({ names, like: flags.like }, employers)
  const files = added.files.map((file) => shortenPath(io.cwd, file))
  if (flags.json === true) {
    printJson(io, { connections: employers.map((one) => one.name), files })
    return exitCode.done
  }
  const config = shortenPath(io.cwd, added.configFile)
  const pattern =
    added.addedPattern === undefined ? [] : [`Added ${added.addedPattern} to connections in ${config}.`]
  const [first] = employers
  const next = employers.length === 1 ? ` --connection ${first?.name ?? ''}` : ''
  io.stdout.write(
    [...files.map((file) => `Written: ${file}`), ...pattern, `Next: nmbrs-sync doctor${next}`]
      .map((line) => `${line}\n`)
      .join(''),
  )
  return exitCode.done
}

const getEmployers = async (
  io: Io,
  name: string | undefined,
  flags: AddFlags,
): Promise<readonly Employer[]> => {
  const { csv, alexisCompany, nmbrsCompany, nmbrsName } = flags
  if (csv !== undefined) {
    if (
      name !== undefined ||
      alexisCompany !== undefined ||
      nmbrsCompany !== undefined ||
      nmbrsName !== undefined
    )
      throw new ConfigError('--csv has the names and companies; leave the others out')
    const employers = parseEmployers(csv, await readList(io, csv))
    if (employers.length > 0) return employers
    throw new ConfigError(`${csv} has no line with a connection`)
  }
  if (
    name === undefined ||
    alexisCompany === undefined ||
    nmbrsCompany === undefined ||
    nmbrsName === undefined
  )
    throw new ConfigError(
      'Give NAME with --alexis-company ID, --nmbrs-company ID and --nmbrs-name NAME, or a list with --csv FILE. To see which companies there are: nmbrs-sync connection companies',
    )
  return [
    {
      name,
      companies: [
        { alexisCompanyId: alexisCompany, nmbrsCompanyId: nmbrsCompany, nmbrsCompanyName: nmbrsName },
      ],
    },
  ]
}

const readList = async ({ cwd }: Io, csv: string): Promise<Uint8Array> => {
  try {
    return await readFile(resolve(cwd, csv))
  } catch (cause) {
    throw new ConfigError(`${csv} cannot be read (${findErrorCode(cause) ?? 'unreadable'})`, [], { cause })
  }
}
