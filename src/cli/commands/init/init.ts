import { keepFirstConsent } from '../../../app/setup/keep-consent.js'
import { findInstallation, type Installation } from '../../../config/installation.js'
import { ConfigError } from '../../../domain/errors.js'
import { packageRoot } from '../../../package-root.js'
import type { SourceCompany } from '../../../source/port.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import { toExamples } from '../../options/flags.js'
import type { GlobalFlags } from '../../options/global-options.js'
import type { Io } from '../../io.js'
import type { AddCommand, Shell } from '../../shell.js'
import { toScreenText } from '../../terminal/fit-screen.js'
import { addConnection } from './add-connection.js'
import { askAlexisAccount } from './accounts/ask-alexis.js'
import { askRestAccount, type RestAccountAnswers } from './accounts/ask-rest.js'
import { askSoapAccount } from './accounts/ask-soap.js'
import type { Asking, HeldConsent } from './accounts/ask-until-let-in.js'
import { askName, askSchedule } from './ask-later-answers.js'
import { readAlexisPeople } from '../../../app/setup/alexis-account.js'
import { askPilot } from './ask-pilot.js'
import { askTriedNotices } from './try-notices.js'
import type { Answers } from './config-text.js'
import { askPairs, askPeriods } from './pair-companies.js'
import { askApi, toVendorLines, walkThroughSteps } from './walk-through.js'
import { ensurePlace } from './ensure-place.js'
import { askWhatToDo, writeAnswers } from './write-answers.js'

export const addInitCommand: AddCommand = (parent, shell) => {
  const command = parent
    .command('init')
    .summary('answer a few questions, and have the configuration written')
    .description(
      'Asks for both accounts, tests them, lists the companies to pair, and writes the configuration and .env, for use from any folder. For Nmbrs over REST it goes through the steps at the vendor, ' +
        'has someone consent, and keeps the consent. Offers a test notice to who is told. A wrong answer is asked for again, the others stay. To a configuration that is there it can add a connection. ' +
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
  const tell = (line: string): void => {
    io.stderr.write(toScreenText(`${line}\n`, io.stderr))
  }
  const asking = { prompts, tell }
  await ensurePlace(io, place)
  const known = await askWhatToDo(io, prompts, place.file)
  const lines =
    known === undefined
      ? await setUp(asking, io, place)
      : await addConnection({ asking, io, file: place.file, config: known })
  io.stdout.write(lines.map((line) => `${line}\n`).join(''))
  return exitCode.done
}

/** What was asked before Nmbrs. */
interface Begun {
  asking: Asking
  io: Io
  place: Installation
  name: string
  alexis: Answers['alexis']
  sources: readonly SourceCompany[]
}

const setUp = async (asking: Asking, io: Io, place: Installation): Promise<readonly string[]> => {
  const name = await askName(asking.prompts, [])
  const { companies: sources, ...alexis } = await askAlexisAccount(asking)
  const begun: Begun = { asking, io, place, name, alexis, sources }
  return (await askApi(asking)) === 'rest' ? setUpRest(begun) : setUpSoap(begun)
}

const setUpSoap = async (begun: Begun): Promise<readonly string[]> => {
  const { asking, io, place, sources } = begun
  const { companies, ...account } = await askSoapAccount(asking)
  const pairs = await askPairs(asking.prompts, asking.tell, sources, companies)
  const answers = await askTheRest(begun, { api: 'soap', account }, pairs)
  const notes = await writeAnswers(io, asking.prompts, place, answers)
  return [...notes, ...toNext(answers)]
}

const setUpRest = async (begun: Begun): Promise<readonly string[]> => {
  const { asking, io } = begun
  await walkThroughSteps(asking)
  const held: HeldConsent = {}
  try {
    return await finishRest(begun, await askRestAccount(asking, io, held))
  } catch (error) {
    await held.giveBack?.()
    throw error
  }
}

const finishRest = async (
  begun: Begun,
  { companies, consent, ...account }: RestAccountAnswers,
): Promise<readonly string[]> => {
  const { asking, io, place, name, sources } = begun
  const { prompts, tell } = asking
  const pairs = await askPeriods(prompts, await askPairs(prompts, tell, sources, companies))
  const answers = await askTheRest(begun, { api: 'rest', account }, pairs)
  const notes = await writeAnswers(io, prompts, place, answers)
  await keepFirstConsent({ file: place.file, env: io.env, cwd: io.cwd }, name, consent, io.now)
  return [
    ...notes,
    `The consent of ${name} is kept, and renewed by every command that uses Nmbrs.`,
    ...toVendorLines(account),
    ...toNext(answers),
  ]
}

const askTheRest = async (
  { asking, io, name, alexis }: Begun,
  nmbrs: Answers['nmbrs'],
  pairs: Answers['pairs'],
): Promise<Answers> => {
  const timeZone = 'Europe/Amsterdam'
  const companies = pairs.map(({ source }) => ({ sourceId: source.id }))
  const pilot = await askPilot(asking, () => readAlexisPeople(alexis, companies, io.now))
  const cron = await askSchedule(asking.prompts)
  const notices = await askTriedNotices(asking, timeZone, io.now)
  return { name, timeZone, alexis, nmbrs, pairs, cron, pilot, notices }
}

const toNext = ({ cron, notices }: Answers): readonly string[] => [
  ...toNoticesLines(cron, notices),
  'Next: nmbrs-sync doctor',
]

const toNoticesLines = (cron: Answers['cron'], notices: Answers['notices']): readonly string[] => {
  if (notices !== undefined) return ['To see whether notices arrive: nmbrs-sync notices test']
  return cron === undefined ? [] : ['To be told about the runs of the daemon, add notices: docs/notices.md']
}

const noTerminal = (): ConfigError =>
  new ConfigError(
    `init asks questions, and there is no terminal to ask on. Copy config/nmbrs-sync.example.yaml of ${packageRoot} to config/nmbrs-sync.yaml ` +
      'and its .env.example to .env, fill both in, then: nmbrs-sync config check',
  )
