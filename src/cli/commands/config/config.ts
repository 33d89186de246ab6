import { loadConfig } from '../../../config/load-config.js'
import type { Problem } from '../../../domain/errors.js'
import { checkMappings, collectProblems, printFileCheck } from './check-files.js'
import type { ExitCode } from '../../exit-codes.js'
import { loadScheduledChecks } from '../../../app/onboarding/scheduled-checks.js'
import { findSoapRemarks } from '../../../app/onboarding/soap-remarks.js'
import { jsonOption, toExamples, type ConnectionFlags } from '../../options/flags.js'
import type { AddCommand, Shell } from '../../shell.js'

export const addConfigCommand: AddCommand = (parent, shell) => {
  const config = parent
    .command('config')
    .summary('check the configuration')
    .description('Checks the configuration.')
  const check = config
    .command('check')
    .summary('check the configuration and its mappings, offline unless --online')
    .description(
      'Checks the configuration and the files it names, with every problem at once. Touches no remote, but with --online asks AlexisHR ' +
        'whether it has the companies, and the departments and offices that login rules name.',
    )
    .option('--online', 'also compare companies, departments and offices with AlexisHR')
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'config check',
        'config check --online',
        'config check --config /etc/nmbrs-sync.yaml --json',
      ),
    )
  check.action(async () => {
    shell.finish(await checkConfig(shell, check.optsWithGlobals()))
  })
}

interface CheckFlags extends ConnectionFlags {
  online?: boolean
}

const checkConfig = async ({ io }: Shell, flags: CheckFlags): Promise<ExitCode> => {
  const files: string[] = []
  const problems: Problem[] = []
  let forgetAfterDays: number | undefined
  const found = await collectProblems(async () => {
    const loaded = await loadConfig({ file: flags.config, env: io.env, cwd: io.cwd })
    const { config, warnings } = loaded
    forgetAfterDays = config.state.forgetAfterDays
    const mappings = config.connections.map(({ mapping }) => mapping)
    files.push(loaded.file, ...loaded.employerFiles, ...new Set(mappings))
    problems.push(...warnings, ...(await checkMappings([...new Set(mappings)])))
    files.push(
      ...config.connections.flatMap(({ onboarding }) => onboarding.flatMap(({ facts }) => facts ?? [])),
    )
    await loadScheduledChecks(config, io)
    problems.push(...(await findSoapRemarks(config, loaded.file, io)))
    return []
  })
  const isUsable = [...problems, ...found].every(({ severity }) => severity !== 'error')
  if (flags.online === true && isUsable) {
    const { checkOnline } = await import('./check-online.js')
    problems.push(...(await checkOnline(io, flags)))
  }
  return printFileCheck(io, flags, { files, problems: [...problems, ...found], forgetAfterDays })
}
