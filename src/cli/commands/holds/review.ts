import { openConnection } from '../../../app/compose/compose.js'
import { withReleases } from '../../../app/compose/releases.js'
import { selectConnections } from '../../../app/compose/select-connections.js'
import type { ConnectionConfig } from '../../../config/config.js'
import { byHand } from '../../../domain/audit/act.js'
import { ConfigError } from '../../../domain/errors.js'
import type { HoldWord } from '../../../domain/hold/hold.js'
import type { MappedSection } from '../../../domain/sections.js'
import { buildSeenHold } from '../../../report/sync/seen-hold.js'
import { buildSeenHoldView } from '../../../report/sync/view/holds-view.js'
import { holdTexts } from '../../../report/sync/texts/hold-texts.js'
import { seeHolds } from '../../../run/by-hand/see-holds.js'
import type { StateDatabase } from '../../../state/open-state-database.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import type { ConnectionFlags } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { languageOf } from '../../options/language.js'
import type { ShownWorkspace } from '../../open-workspace.js'
import { printJson } from '../../print-json.js'
import { lookOf } from '../../terminal/output-look.js'
import type { Prompts } from '../../terminal/prompts.js'
import { withState } from '../../with-connection.js'
import { readWaiting, toHoldContext } from './hold-context.js'
import { askReason, givenReason } from './reason.js'

interface ReviewFlags extends ConnectionFlags {
  reason?: string
  section?: MappedSection
  json?: boolean
}

/** Goes through what waits with the person who sits at the terminal. Throws `ConfigError` without one. */
export const review = async (io: Io, flags: ReviewFlags): Promise<ExitCode> => {
  const { prompts } = io
  if (prompts === undefined)
    throw new ConfigError(
      'holds review asks questions, and there is no terminal to ask on. See what waits: nmbrs-sync holds',
    )
  return withState(io, flags, async (state, workspace) => {
    const counts = { release: 0, reject: 0, left: 0 }
    const space = { prompts, flags, workspace, state }
    for (const connection of selectConnections(workspace.config, flags.connection)) {
      if (await reviewConnection(space, connection, counts)) break
    }
    if (flags.json === true)
      printJson(io, { released: counts.release, rejected: counts.reject, left: counts.left })
    else sayCounts(io, counts)
    return counts.left > 0 ? exitCode.held : exitCode.done
  })
}

const sayCounts = (io: Io, counts: Counts): void => {
  const texts = holdTexts[languageOf(io)]
  io.stdout.write(`${texts.reviewed(counts.release, counts.reject, counts.left)}\n`)
  if (counts.release > 0) io.stdout.write(`${texts.reviewedNext}\n`)
}

interface ReviewSpace {
  prompts: Prompts
  flags: ReviewFlags
  workspace: ShownWorkspace
  state: StateDatabase
}

interface Counts {
  release: number
  reject: number
  /** Seen and skipped, or not come to. */
  left: number
}

/** Gives whether anyone who reviews has had enough. Where nothing waits, no remote is opened. */
const reviewConnection = (
  { prompts, flags, workspace, state }: ReviewSpace,
  connection: ConnectionConfig,
  counts: Counts,
): Promise<boolean> =>
  withReleases(async (releases) => {
    const { io, actor, config } = workspace
    const { holds } = state.store(connection.name, byHand(actor))
    const context = toHoldContext(io, connection, config.timezone)
    const waiting = await readWaiting({ holds }, context, flags.section)
    if (waiting.length === 0) return false
    const deps = await openConnection(connection, workspace, state, releases)
    const seen = (await seeHolds(deps, waiting)).filter(({ isThere }) => isThere)
    for (const [index, one] of seen.entries()) {
      io.stderr.write(`\n${connection.name}  ${index + 1}/${seen.length}\n`)
      io.stderr.write(buildSeenHold(buildSeenHoldView(one, context), lookOf(io.stderr, io.env)))
      const word = await askWord(prompts, languageOf(io))
      if (word === 'stop') {
        counts.left += seen.length - index
        return true
      }
      if (word === 'skip') counts.left += 1
      else {
        const reason = givenReason(flags) ?? (await askReason(io, languageOf(io)))
        await holds.addHoldWord(one.hold.id, { word, reason })
        counts[word] += 1
      }
    }
    return false
  })

const askWord = (
  prompts: Prompts,
  language: ReturnType<typeof languageOf>,
): Promise<HoldWord['word'] | 'skip' | 'stop'> => {
  const texts = holdTexts[language]
  return prompts.choose(texts.reviewQuestion, [
    { value: 'skip', label: texts.reviewSkip },
    { value: 'release', label: texts.reviewRelease },
    { value: 'reject', label: texts.reviewReject },
    { value: 'stop', label: texts.reviewStop },
  ])
}
