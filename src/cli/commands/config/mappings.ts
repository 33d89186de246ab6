import { resolve } from 'node:path'

import { toCarried } from '../../../app/compose/carried.js'
import type { ConnectionConfig } from '../../../config/config.js'
import { loadConfig } from '../../../config/load-config.js'
import { ConfigError } from '../../../domain/errors.js'
import { loadMapping } from '../../../mapping/file/load-mapping.js'
import { checkMappings, printFileCheck, type NotCarried } from './check-files.js'
import type { ExitCode } from '../../exit-codes.js'
import { jsonOption, toExamples, type ConnectionFlags } from '../../options/flags.js'
import type { AddCommand, Shell } from '../../shell.js'

export const addMappingsCommand: AddCommand = (parent, shell) => {
  const mappings = parent
    .command('mappings')
    .summary('check mapping files')
    .description('Checks mapping files.')
  const check = mappings
    .command('check')
    .summary('check a mapping file, offline')
    .description(
      'Checks a mapping file, or the ones that the configuration names, with every problem at once, and names the mapped fields that ' +
        'Nmbrs has no place for over the transport of a connection. Touches no remote.',
    )
    .argument('[file]', 'the mapping file; without it those of the configuration')
    .addOption(jsonOption())
    .addHelpText('after', toExamples('mappings check', 'mappings check mappings/alexis-nmbrs.yaml'))
  check.action(async (file: string | undefined) => {
    shell.finish(await checkMappingFiles(shell, file, check.optsWithGlobals()))
  })
}

const checkMappingFiles = async (
  { io }: Shell,
  file: string | undefined,
  flags: ConnectionFlags,
): Promise<ExitCode> => {
  const named = file === undefined ? undefined : resolve(io.cwd, file)
  const connections =
    named === undefined ? await readConnections(io, flags) : await findUsers(io, flags, named)
  const files = named === undefined ? connections.map(({ mapping }) => mapping) : [named]
  const problems = await checkMappings(files)
  const notCarried = problems.length > 0 ? [] : await findNotCarried(connections)
  return printFileCheck(io, flags, { files, problems, notCarried })
}

type Io = Shell['io']

const readConnections = async (io: Io, flags: ConnectionFlags): Promise<readonly ConnectionConfig[]> =>
  (await loadConfig({ file: flags.config, env: io.env, cwd: io.cwd })).config.connections

/**
 * The connections that use a mapping. A file can be checked before there is a configuration that can be used.
 */
const findUsers = async (
  io: Io,
  flags: ConnectionFlags,
  file: string,
): Promise<readonly ConnectionConfig[]> => {
  try {
    return (await readConnections(io, flags)).filter(({ mapping }) => mapping === file)
  } catch (error) {
    if (error instanceof ConfigError) return []
    throw error
  }
}

const findNotCarried = async (connections: readonly ConnectionConfig[]): Promise<NotCarried[]> => {
  const found: NotCarried[] = []
  for (const connection of connections) {
    const { notCarried } = await toCarried(connection, await loadMapping(connection.mapping))
    if (notCarried.length > 0)
      found.push({ connection: connection.name, file: connection.mapping, fields: notCarried })
  }
  return found
}
