import { once } from 'node:events'
import { resolve } from 'node:path'

import { Option } from 'commander'

import { toDayInZone } from '../../../domain/date/plain-date.js'
import type { Sandbox } from '../../../sandbox/start-sandbox.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { jsonOption, parseCount, parsePort, toExamples } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { withReleases } from '../../../app/compose/releases.js'
import { restConfigPath, toEnvLines, writeSandboxFolder } from './sandbox-folder.js'
import { parseSwitch, switchNames, type SandboxSwitches } from './sandbox-switches.js'
import { printJson } from '../../print-json.js'
import type { AddCommand, Shell } from '../../shell.js'
import { toSandboxJson, toSandboxText } from './sandbox-text.js'

interface SandboxFlags {
  people: number
  seed: number
  alexisPort: number
  nmbrsPort: number
  switch?: SandboxSwitches
  latency: number
  writeConfig?: string
  json?: boolean
}

export const addSandboxCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('sandbox')
    .summary('run a fake AlexisHR and a fake Nmbrs on this machine')
    .description(
      'Starts a fake AlexisHR and a fake Nmbrs with the same invented people, on loopback only, prints how to use them, ' +
        'and runs until it is interrupted.',
    )
    .addOption(new Option('--people <count>', 'how many people').argParser(parseCount(40)).default(200))
    .addOption(
      new Option('--seed <number>', 'the same seed invents the same people')
        .argParser(parseCount(0))
        .default(1),
    )
    .addOption(
      new Option('--alexis-port <port>', 'port of the fake AlexisHR; 0 takes a free one')
        .argParser(parsePort)
        .default(0),
    )
    .addOption(
      new Option('--nmbrs-port <port>', 'port of the fake Nmbrs; 0 takes a free one')
        .argParser(parsePort)
        .default(0),
    )
    .addOption(
      new Option(
        '--switch <name=value>',
        `how a fake behaves where the real one is not documented; may be given several times (${switchNames.join(', ')})`,
      ).argParser(parseSwitch),
    )
    .addOption(
      new Option('--latency <ms>', 'how long every answer takes').argParser(parseCount(0)).default(0),
    )
    .option(
      '--write-config <dir>',
      'also write config/nmbrs-sync.yaml, config/nmbrs-sync-rest.yaml and .env there, ready to use',
    )
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples(
        'sandbox',
        'sandbox --people 1000 --latency 50 --write-config ./playground',
        'sandbox --switch personalInfoUpdate=replace --switch relations=current',
      ),
    )
  command.action(async () => {
    shell.finish(await runSandbox(shell, command.opts()))
  })
}

const runSandbox = ({ io }: Shell, flags: SandboxFlags): Promise<ExitCode> =>
  withReleases(async (releases) => {
    // The fakes take a fifth of a second to load, which no other command should pay for.
    const { startSandbox } = await import('../../../sandbox/start-sandbox.js')
    const sandbox = await startSandbox({
      people: flags.people,
      seed: flags.seed,
      today: toDayInZone(io.now(), 'Europe/Amsterdam'),
      alexisPort: flags.alexisPort,
      nmbrsPort: flags.nmbrsPort,
      latencyMs: flags.latency,
      ...(flags.switch === undefined ? {} : { switches: flags.switch }),
    })
    releases.add(() => sandbox.close())
    const introduction = await introduce(io, sandbox, flags)
    if (flags.json === true) printJson(io, toSandboxJson(sandbox))
    else io.stdout.write(introduction)
    if (!io.interruption.aborted) await once(io.interruption, 'abort')
    if (flags.json !== true) io.stdout.write('Stopped.\n')
    return exitCode.done
  })

/** What the user is told; with the files written first when they asked for them. */
const introduce = async (
  io: Io,
  sandbox: Sandbox,
  { people, writeConfig }: SandboxFlags,
): Promise<string> => {
  if (writeConfig === undefined) {
    return toSandboxText(sandbox, people, [
      '# .env',
      ...toEnvLines(sandbox.env),
      '',
      '# config/nmbrs-sync.yaml',
      ...sandbox.configYaml('./data').trimEnd().split('\n'),
      '',
      `# ${restConfigPath}, the same over REST`,
      ...sandbox.restConfigYaml('./data-rest').trimEnd().split('\n'),
    ])
  }
  await writeSandboxFolder(resolve(io.cwd, writeConfig), sandbox, io.newRunId())
  return toSandboxText(sandbox, people, [`cd ${writeConfig}`, 'nmbrs-sync doctor', 'nmbrs-sync plan'])
}
