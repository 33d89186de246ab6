import { Command } from 'commander'

import { addAccessCommand } from './commands/access.js'
import { addAuditCommand } from './commands/audit.js'
import { addConfigCommand } from './commands/config.js'
import { addDaemonCommand } from './commands/daemon.js'
import { addDemoCommand } from './commands/demo.js'
import { addDisconnectCommand } from './commands/disconnect.js'
import { addDoctorCommand } from './commands/doctor.js'
import { addDriftCommand } from './commands/drift.js'
import { addExplainCommand } from './commands/explain.js'
import { addHoldsCommand } from './commands/holds.js'
import { addIgnoreCommand } from './commands/ignore.js'
import { addInitCommand } from './commands/init.js'
import { addMappingsCommand } from './commands/mappings.js'
import { addMatchCommand } from './commands/match.js'
import { addNoticesCommand } from './commands/notices.js'
import { addOnboardingCommand } from './commands/onboarding.js'
import { addPlanCommand } from './commands/plan.js'
import { addProbeCommand } from './commands/probe.js'
import { addRunsCommand } from './commands/runs.js'
import { addSandboxCommand } from './commands/sandbox.js'
import { addStateCommand } from './commands/state.js'
import { addStatusCommand } from './commands/status.js'
import { addSyncCommand } from './commands/sync.js'
import { addWorklistCommand } from './commands/worklist.js'
import { exitCodeMeanings } from './exit-codes.js'
import { addGlobalOptions } from './flags.js'
import { useColour } from './output-look.js'
import type { AddCommand, Shell } from './shell.js'
import { readVersion } from './version.js'

/** In the order in which somebody new needs them. */
const commands: readonly AddCommand[] = [
  addInitCommand,
  addConfigCommand,
  addMappingsCommand,
  addDoctorCommand,
  addPlanCommand,
  addSyncCommand,
  addStatusCommand,
  addExplainCommand,
  addWorklistCommand,
  addDriftCommand,
  addMatchCommand,
  addDisconnectCommand,
  addIgnoreCommand,
  addHoldsCommand,
  addAccessCommand,
  addRunsCommand,
  addOnboardingCommand,
  addAuditCommand,
  addNoticesCommand,
  addStateCommand,
  addDaemonCommand,
  addProbeCommand,
  addSandboxCommand,
  addDemoCommand,
]

/** The whole command line. Nothing runs and nothing is printed until it is given arguments to parse. */
export const buildProgram = (shell: Shell): Command => {
  const { stdout, stderr, env } = shell.io
  const program = new Command('nmbrs-sync')
    .description(
      'Keeps Visma Nmbrs payroll in step with AlexisHR: reads the one, writes the differences to the other.',
    )
    .version(readVersion(), '--version', 'print the version')
    .exitOverride()
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => {
        stdout.write(text)
      },
      writeErr: (text) => {
        stderr.write(text)
      },
      getOutHelpWidth: () => stdout.columns,
      getErrHelpWidth: () => stderr.columns,
      getOutHasColors: () => useColour(stdout, env),
      getErrHasColors: () => useColour(stderr, env),
    })
    .showHelpAfterError('Help: add --help')
  addGlobalOptions(program)
  for (const add of commands) add(program, shell)
  return program.addHelpText('after', `\n${toExitCodeHelp()}\n\n${pathHelp}`)
}

const pathHelp = `Paths:
  Files that a command line names are looked for from the working folder. Those that the configuration names, and .env, start in
  the folder of the configuration, or in the one above when it is called config: the same from every working folder.`

const toExitCodeHelp = (): string => {
  const lines = exitCodeMeanings.map(([code, meaning]) => `  ${String(code).padEnd(4)}${meaning}`)
  return ['Exit codes:', ...lines].join('\n')
}
