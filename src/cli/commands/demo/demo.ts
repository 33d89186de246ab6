import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Option } from 'commander'

import { toDayInZone } from '../../../domain/date/plain-date.js'
import { createDemoCommands } from './demo-commands.js'
import { StoryError } from './expect-story.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { toExamples } from '../../options/flags.js'
import { lookOf } from '../../terminal/output-look.js'
import { withReleases } from '../../../app/compose/releases.js'
import type { ChangeOver } from '../../../sandbox/write-config.js'
import type { AddCommand, Shell } from '../../shell.js'

const people = 200
const timeZone = 'Europe/Amsterdam'

export const addDemoCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('demo')
    .summary('see a first sync with invented people; no account needed')
    .description(
      `Starts a sandbox with ${people} invented people and tells the story of a first week: check, plan, sync, changes in HR, ` +
        'sync again. It runs the real commands, needs no account, asks nothing, takes less than a minute, leaves nothing behind, ' +
        'and checks that what it tells came true.',
    )
    .option('--rest', 'tell it over the REST API of Nmbrs, with the consent that comes before')
    .addOption(
      new Option(
        '--cutover',
        'tell the change from SOAP to REST and back, with nothing written by it',
      ).conflicts('rest'),
    )
    .addHelpText('after', toExamples('demo', 'demo --rest', 'demo --cutover'))
  command.action(async () => {
    shell.finish(await demo(shell, command.opts()))
  })
}

interface DemoFlags {
  rest?: boolean
  cutover?: boolean
}

const demo = (
  shell: Shell,
  { rest: isRest = false, cutover: isCutover = false }: DemoFlags,
): Promise<ExitCode> =>
  withReleases(async (releases) => {
    const { io } = shell
    const say = (...lines: readonly string[]): void => {
      io.stdout.write(lines.map((line) => `${line}\n`).join(''))
    }
    const folder = await mkdtemp(join(tmpdir(), 'nmbrs-sync-demo-'))
    releases.add(() => rm(folder, { recursive: true, force: true }))
    // The fakes and the people they invent take a fifth of a second to load, which no other command should
    // pay for.
    const { startSandbox } = await import('../../../sandbox/start-sandbox.js')
    const { tellStory } = await import('./tell-story.js')
    const { tellCutover } = await import('./tell-cutover.js')
    const today = toDayInZone(io.now(), timeZone)
    const sandbox = await startSandbox({
      people,
      seed: 1,
      today,
      // A list that leaves someone out keeps everyone from being created, which is no story of a first week.
      ...(isCutover ? { mix: 'all-linked' as const } : {}),
      ...(isRest || isCutover ? { switches: { nmbrs: { restPersonalInfoOmits: 0 } } } : {}),
    })
    releases.add(() => sandbox.close())
    const config = join(folder, 'nmbrs-sync.yaml')
    const use = (over: ChangeOver): Promise<void> =>
      writeFile(config, sandbox.bothConfigYaml(folder, over), { mode: 0o600 })
    const text = isRest ? sandbox.restConfigYaml(folder) : sandbox.configYaml(folder)
    await (isCutover ? use({ api: 'soap' }) : writeFile(config, text, { mode: 0o600 }))
    const commands = createDemoCommands(shell, { env: sandbox.env, config })
    const look = { ...lookOf(io.stdout, io.env), showNames: true }
    say(
      `A fake AlexisHR and a fake Nmbrs${isRest ? ', over REST,' : isCutover ? ', over SOAP and REST,' : ''} now run on this machine, with ${people} invented people of ${sandbox.company.name}`,
      `${isCutover ? 'All' : 'Most'} of them are in both already. Everything you see is what the real commands print.`,
    )
    try {
      const telling = { commands, sandbox, today, look, say }
      await (isCutover ? tellCutover({ ...telling, use }) : tellStory({ ...telling, isRest }))
    } catch (error) {
      if (!(error instanceof StoryError)) throw error
      return giveUp(shell, error)
    }
    say(
      '',
      'That was all of it. Next, with your own accounts: nmbrs-sync init',
      'To play by yourself: nmbrs-sync sandbox',
    )
    return exitCode.done
  })

const giveUp = ({ io }: Shell, { message }: StoryError): ExitCode => {
  const why = io.interruption.aborted
    ? 'The demo was interrupted.'
    : `The story did not come true. ${message}`
  io.stderr.write(`${why}\n`)
  return exitCode.failed
}
