import { findInstallation } from '../../../config/installation.js'
import { ConfigError } from '../../../domain/errors.js'
import { silentLog } from '../../../domain/log.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { toExamples } from '../../flags.js'
import type { GlobalFlags } from '../../global-options.js'
import { askAlexisAccount, askNmbrsAccount } from './ask-accounts.js'
import { askPairs } from './pair-companies.js'
import { askToReplace, writeAnswers } from './write-answers.js'
import type { AddCommand, Shell } from '../../shell.js'

export const addInitCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('init')
    .summary('answer a few questions, and have the configuration written')
    .description(
      'Asks for both accounts, tests them, lists the companies to pair, and writes the configuration and .env, for use from any folder. ' +
        'Secrets are typed unseen and only go to .env, which only you may read. Nothing is replaced without asking. Needs a terminal.',
    )
    .addHelpText('after', toExamples('init', 'init --config /etc/nmbrs-sync/nmbrs-sync.yaml'))
  command.action(async () => {
    shell.finish(await init(shell, command.optsWithGlobals()))
  })
}

const init = async ({ io }: Shell, flags: GlobalFlags): Promise<ExitCode> => {
  const { prompts } = io
  if (prompts === undefined) throw noTerminal()
  const place = await findInstallation({ file: flags.config, env: io.env, cwd: io.cwd })
  await askToReplace(io, prompts, place.file)
  const tell = (line: string): void => {
    io.stderr.write(`${line}\n`)
  }
  const asking = { prompts, tell, log: silentLog }
  const name = await prompts.ask({
    message: 'A short name for this connection',
    initial: 'main',
    check: (answer) => (/^[a-z0-9-]+$/.test(answer) ? undefined : 'Small letters, digits and dashes only'),
  })
  const alexis = await askAlexisAccount(asking)
  const nmbrs = await askNmbrsAccount(asking)
  const pairs = await askPairs(prompts, tell, alexis.companies, nmbrs.companies)
  const answers = { name, timeZone: 'Europe/Amsterdam', alexis, nmbrs, pairs }
  const notes = await writeAnswers(io, prompts, place, answers)
  io.stdout.write([...notes, 'Next: nmbrs-sync doctor'].map((line) => `${line}\n`).join(''))
  return exitCode.done
}

const noTerminal = (): ConfigError =>
  new ConfigError(
    'init asks questions, and there is no terminal to ask on. Copy config/nmbrs-sync.example.yaml to config/nmbrs-sync.yaml ' +
      'and .env.example to .env, fill both in, then: nmbrs-sync config check',
  )
