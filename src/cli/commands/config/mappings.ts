import { resolve } from 'node:path'

import { loadConfig } from '../../../config/load-config.js'
import { checkMappings, printFileCheck } from './check-files.js'
import type { ExitCode } from '../../exit-codes.js'
import { jsonOption, toExamples, type ConnectionFlags } from '../../flags.js'
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
      'Checks a mapping file, or the ones that the configuration names, with every problem at once. Touches no remote.',
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
  const files = file === undefined ? await readConfiguredFiles(io, flags) : [resolve(io.cwd, file)]
  return printFileCheck(io, flags, { files, problems: await checkMappings(files) })
}

const readConfiguredFiles = async (io: Shell['io'], flags: ConnectionFlags): Promise<string[]> => {
  const { config } = await loadConfig({ file: flags.config, env: io.env, cwd: io.cwd })
  return config.connections.map(({ mapping }) => mapping)
}
