import { Option } from 'commander'

import { findAddresses } from '../../../app/compose/nmbrs/known-ids.js'
import type { ConnectionConfig } from '../../../config/config.js'
import { ConfigError } from '../../../domain/errors.js'
import { parseHoldId } from '../../../domain/hold/hold-id.js'
import type { Hold, HoldWord } from '../../../domain/hold/hold.js'
import { mappedSections, type MappedSection } from '../../../domain/sections.js'
import { withBothIds } from '../../../report/kit/with-both-ids.js'
import { buildWordsText, toHoldJson } from '../../../report/sync/holds-report.js'
import { toHoldView, type HoldContext } from '../../../report/sync/view/holds-view.js'
import type { FindName } from '../../../report/people/find-name.js'
import type { Store } from '../../../run/store/store.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import {
  connectionOption,
  jsonOption,
  reasonOption,
  toExamples,
  type ConnectionFlags,
} from '../../options/flags.js'
import type { Io } from '../../io.js'
import type { ShownWorkspace } from '../../open-workspace.js'
import { openNames } from '../../people/names.js'
import { lookOf } from '../../terminal/output-look.js'
import { printJson } from '../../print-json.js'
import type { AddCommand } from '../../shell.js'
import { withStore } from '../../with-connection.js'
import { readWaiting, toHoldContext } from './hold-context.js'
import { givenReason } from './reason.js'

export interface DecideFlags extends ConnectionFlags {
  reason?: string
  section?: MappedSection
  yes?: boolean
}

type Word = HoldWord['word']

const meanings: Readonly<
  Record<Word, { summary: string; description: string; examples: readonly string[] }>
> = {
  release: {
    summary: 'let held changes go',
    description:
      'Releases exactly the held change: the next sync sends that value over the very value that Nmbrs holds now. Any other value will wait for approval again. ' +
      'Nothing is sent by this command. It also takes a rejection back.',
    examples: [
      'holds release K7M2QX --reason "called her, the new account is hers"',
      'holds release K7M2QX P4RT8W --reason "seen the letters" --as fatma',
      'holds release --section bankAccount --reason "checked with HR"',
    ],
  },
  reject: {
    summary: 'turn held changes down',
    description:
      'Rejects exactly the held change: it is not sent. A different value in AlexisHR will ask for approval again. Takes an earlier release back.',
    examples: ['holds reject K7M2QX --reason "she knows nothing of it"'],
  },
}

const asking =
  ' On a terminal both sides are read and shown first, and it is asked once. Without one, a single hold needs its reason only; several, and --section, need --yes.'

export const addDecideCommands: AddCommand = (parent, shell) => {
  for (const word of ['release', 'reject'] as const) {
    const { summary, description, examples } = meanings[word]
    const command = parent
      .command(word)
      .summary(summary)
      .description(description + asking)
      .argument('[id...]', 'holds, as nmbrs-sync holds lists them')
      .addOption(new Option('--section <section>', 'all that wait in this section').choices(mappedSections))
      .addOption(reasonOption('why, for all of them; kept as you type it, so leave personal data out'))
      .option('--yes', 'decide without asking; needed for several where there is no terminal')
      .addOption(connectionOption())
      .addOption(jsonOption())
      .addHelpText('after', toExamples(...examples))
    command.action(async (ids: readonly string[]) => {
      shell.finish(await decide(shell.io, word, ids, command.optsWithGlobals()))
    })
  }
}

const decide = async (io: Io, word: Word, ids: readonly string[], flags: DecideFlags): Promise<ExitCode> => {
  if (ids.length === 0 && flags.section === undefined)
    throw new ConfigError(
      `Say which: nmbrs-sync holds ${word} ID, or --section SECTION. See them: nmbrs-sync holds`,
    )
  const order: Order = { word, ids: [...new Set(ids.map(parseHoldId))], section: flags.section }
  const isOne = order.ids.length === 1 && flags.section === undefined
  if (io.prompts !== undefined && flags.yes !== true && flags.json !== true) {
    // What reads both sides is loaded where someone looks at them.
    const { askFirst } = await import('./ask-first.js')
    return askFirst(io, flags, order)
  }
  const reason = getReason(flags, word, order.ids[0])
  if (!isOne && flags.yes !== true)
    throw new ConfigError(
      'There is no terminal to ask on, and several holds or a whole section need a yes. Add --yes, or name one hold',
    )
  return withStore(io, flags, async (store, opened) => {
    const { connection, workspace } = opened
    const holds = await chooseHolds(store, order, toHoldContext(io, connection, workspace.config.timezone))
    const names = { ...opened, io: workspace.io, connections: [connection] }
    const findNames = (subjects: readonly string[]) => openNames(names, flags, subjects)
    const place = { io: workspace.io, store, connection, workspace, findNames }
    return sayWords(place, flags, { word, reason, holds, isOne })
  })
}

export interface Order {
  word: Word
  ids: readonly Hold['id'][]
  section: MappedSection | undefined
}

/**
 * The named holds, and those that wait in the section. An id that is not open is named when the word is said.
 * Throws `ConfigError` when there is none.
 */
export const chooseHolds = async (
  store: Store,
  { ids, section }: Order,
  context: HoldContext,
): Promise<readonly Hold['id'][]> => {
  if (section === undefined) return ids
  const waiting = await readWaiting(store, context, section)
  const all = [...new Set([...ids, ...waiting.map(({ id }) => id)])]
  if (all.length === 0) throw new ConfigError(`Nothing waits in ${section}. See what does: nmbrs-sync holds`)
  return all
}

interface Said {
  word: Word
  reason: string
  holds: readonly Hold['id'][]
  isOne: boolean
}

interface Place {
  io: Io
  store: Store
  connection: ConnectionConfig
  workspace: ShownWorkspace
  /** The names of these people, where the screen shows names. */
  findNames: (subjects: readonly string[]) => Promise<FindName>
}

export const sayWords = async (
  { io, store, connection, workspace, findNames }: Place,
  flags: DecideFlags,
  { word, reason, holds, isOne }: Said,
): Promise<ExitCode> => {
  const context = toHoldContext(io, connection, workspace.config.timezone)
  const open = new Set((await store.holds.readHolds()).map(({ id }) => id))
  // Several are decided together or not at all, as far as one can know before.
  const missing = isOne ? undefined : holds.find((id) => !open.has(id))
  if (missing !== undefined)
    throw new ConfigError(`There is no hold ${missing} that waits; nothing was decided`)
  const decided: Hold[] = []
  for (const id of holds) decided.push(await store.holds.addHoldWord(id, { word, reason }))
  if (flags.json === true) {
    const documents = decided.map((hold) => toHoldJson(toHoldView(hold, context)))
    const said = isOne ? { hold: documents[0] } : { holds: documents }
    printJson(
      io,
      withBothIds({ connection: connection.name, ...said }, await findAddresses(connection, store)),
    )
  } else {
    const findName = await findNames(decided.map(({ subject }) => subject))
    const views = decided.map((hold) => toHoldView(hold, context, findName))
    io.stdout.write(buildWordsText(views, word, lookOf(io.stdout, io.env)))
  }
  return exitCode.done
}

const getReason = (flags: DecideFlags, word: Word, id: string | undefined): string => {
  const given = givenReason(flags)
  if (given !== undefined) return given
  throw new ConfigError(`Say why: nmbrs-sync holds ${word} ${id ?? '--section SECTION'} --reason TEXT`)
}
