import { byHand } from '../../domain/audit/act.js'
import { ConfigError } from '../../domain/errors.js'
import { parseHoldId } from '../../domain/hold/hold-id.js'
import type { HoldSettings, HoldWord } from '../../domain/hold/hold.js'
import { toDayInZone } from '../../domain/date/plain-date.js'
import {
  buildHoldsText,
  buildWordText,
  toHoldJson,
  type HoldContext,
} from '../../report/sync/holds-report.js'
import { withNames } from '../../report/people/with-names.js'
import { exitCode, type ExitCode } from '../exit-codes.js'
import { connectionsOption, jsonOption, toExamples, type ConnectionFlags } from '../flags.js'
import type { Io } from '../io.js'
import { languageOf } from '../language.js'
import { openNames } from '../people/names.js'
import { lookOf } from '../terminal/output-look.js'
import { findAddresses } from '../../app/compose/nmbrs/known-ids.js'
import { withBothIds } from '../../report/kit/with-both-ids.js'
import { printJson, type AddCommand, type Shell } from '../shell.js'
import { holdColumns, toHoldRow } from '../../report/overview/hold-row.js'
import { overConnections } from '../connections/over-connections.js'
import { withStore } from '../with-connection.js'

interface HoldsFlags extends ConnectionFlags {
  all?: boolean
}

interface WordFlags extends ConnectionFlags {
  reason?: string
}

export const addHoldsCommand: AddCommand = (parent, shell) => {
  const holds = parent
    .command('holds')
    .summary('changes that wait for a person')
    .description(
      'Lists the changes that wait for a person, as the latest plan or sync noted them, by fields; the values of a person are shown by nmbrs-sync explain. ' +
        'Touches no remote, except that it reads names from AlexisHR where it shows them.',
    )
    .option('--all', 'also those that are over: sent, or not there any more')
    .addOption(connectionsOption())
    .addOption(jsonOption())
    .addHelpText(
      'after',
      toExamples('holds', 'holds --all --json', 'holds release K7M2QX --reason "called her"'),
    )
  holds.action(async () => {
    shell.finish(await listHolds(shell, holds.optsWithGlobals()))
  })
  addReleaseCommand(holds, shell)
  addRejectCommand(holds, shell)
}

const reasonFlags = '--reason <text>'
const reasonMeaning = 'why; kept as you type it, so leave personal data out'

const addReleaseCommand: AddCommand = (parent, shell) => {
  const release = parent
    .command('release')
    .summary('let one held change go')
    .description(
      'Lets exactly the held change go: the next sync sends that value over the very value that Nmbrs holds now. Any other value waits anew. ' +
        'Nothing is sent by this command. It also takes a rejection back.',
    )
    .argument('<id>', 'hold, as nmbrs-sync holds lists it')
    .option(reasonFlags, reasonMeaning)
    .addHelpText(
      'after',
      toExamples(
        'holds release K7M2QX --reason "called her, the new account is hers"',
        'holds release K7M2QX --reason "seen the letter" --as fatma',
      ),
    )
  release.action(async (id: string) => {
    shell.finish(await sayWord(shell, 'release', id, release.optsWithGlobals()))
  })
}

const addRejectCommand: AddCommand = (parent, shell) => {
  const reject = parent
    .command('reject')
    .summary('turn one held change down')
    .description(
      'Turns exactly the held change down: it is not sent and waits no more. Another value in AlexisHR asks anew. Takes back what was released.',
    )
    .argument('<id>', 'hold, as nmbrs-sync holds lists it')
    .option(reasonFlags, reasonMeaning)
    .addHelpText('after', toExamples('holds reject K7M2QX --reason "she knows nothing of it"'))
  reject.action(async (id: string) => {
    shell.finish(await sayWord(shell, 'reject', id, reject.optsWithGlobals()))
  })
}

const listHolds = ({ io }: Shell, flags: HoldsFlags): Promise<ExitCode> =>
  overConnections(io, flags, { columns: holdColumns }, async (opened) => {
    const { workspace, connection, state } = opened
    const store = state.store(connection.name, byHand(workspace.actor))
    const all = flags.all === true
    const holds = all ? await store.holds.readHoldHistory() : await store.holds.readHolds()
    const context = toContext(workspace.io, connection, workspace.config.timezone)
    const subjects = holds.map(({ subject }) => subject)
    const places = { ...opened, io: workspace.io, connections: [connection] }
    const findName = await openNames(places, flags, subjects)
    const document = { connection: connection.name, holds: holds.map((hold) => toHoldJson(hold, context)) }
    return {
      code: exitCode.done,
      document: flags.names === true ? withNames(document, findName) : document,
      text: () => buildHoldsText({ holds, all }, context, lookOf(workspace.io.stdout, io.env), findName),
      rows: [toHoldRow(holds, context)],
      isQuiet: holds.length === 0,
    }
  })

const sayWord = (
  { io }: Shell,
  word: HoldWord['word'],
  typed: string,
  flags: WordFlags,
): Promise<ExitCode> => {
  const reason = getReason(word, typed, flags)
  return withStore(io, flags, async (store, { connection, workspace }) => {
    const id = parseHoldId(typed)
    const hold = await store.holds.addHoldWord(id, { word, actor: workspace.actor, reason })
    const context = toContext(workspace.io, connection, workspace.config.timezone)
    if (flags.json === true) {
      const document = { connection: connection.name, hold: toHoldJson(hold, context) }
      printJson(io, withBothIds(document, await findAddresses(connection, store)))
    } else io.stdout.write(buildWordText(hold, word, context, languageOf(workspace.io)))
    return exitCode.done
  })
}

const toContext = (io: Io, connection: { holds: HoldSettings }, timeZone: string): HoldContext => ({
  settings: connection.holds,
  timeZone,
  today: toDayInZone(io.now(), timeZone),
})

const getReason = (word: HoldWord['word'], id: string, { reason = '' }: WordFlags): string => {
  const text = reason.trim()
  if (text !== '') return text
  throw new ConfigError(`Say why: nmbrs-sync holds ${word} ${id} --reason TEXT`)
}
