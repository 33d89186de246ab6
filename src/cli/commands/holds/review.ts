import { selectConnections } from '../../../app/compose/select-connections.js'
import { loadConfig } from '../../../config/load-config.js'
import { ConfigError } from '../../../domain/errors.js'
import { toHoldStanding } from '../../../domain/hold/hold-standing.js'
import type { HoldWord } from '../../../domain/hold/hold.js'
import type { MappedSection } from '../../../domain/sections.js'
import { buildSeenHold } from '../../../report/sync/seen-hold.js'
import { holdTexts } from '../../../report/sync/texts/hold-texts.js'
import { seeHolds, type SeenHold } from '../../../run/by-hand/see-holds.js'
import type { Store } from '../../../run/store.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import type { ConnectionFlags } from '../../flags.js'
import type { Io } from '../../io.js'
import { languageOf } from '../../language.js'
import { lookOf } from '../../terminal/output-look.js'
import type { Prompts } from '../../terminal/prompts.js'
import { withConnection } from '../../with-connection.js'
import { toHoldContext } from './hold-context.js'
import { askReason, givenReason } from './reason.js'

interface ReviewFlags extends ConnectionFlags {
  reason?: string
  section?: MappedSection
}

/** Goes through what waits with whoever sits at the terminal. Throws `ConfigError` without one. */
export const review = async (io: Io, flags: ReviewFlags): Promise<ExitCode> => {
  const { prompts } = io
  if (prompts === undefined)
    throw new ConfigError(
      'holds review asks questions, and there is no terminal to ask on. See what waits: nmbrs-sync holds',
    )
  const { config } = await loadConfig({ file: flags.config, env: io.env, cwd: io.cwd })
  const counts = { release: 0, reject: 0, left: 0 }
  for (const { name } of selectConnections(config, flags.connection)) {
    if (await reviewConnection(io, prompts, { ...flags, connection: [name] }, counts)) break
  }
  const texts = holdTexts[languageOf(io)]
  io.stdout.write(`${texts.reviewed(counts.release, counts.reject, counts.left)}\n`)
  if (counts.release > 0) io.stdout.write(`${texts.reviewedNext}\n`)
  return counts.left > 0 ? exitCode.held : exitCode.done
}

interface Counts {
  release: number
  reject: number
  /** Seen and skipped, or not come to. */
  left: number
}

/** Gives whether whoever reviews has had enough. */
const reviewConnection = (io: Io, prompts: Prompts, flags: ReviewFlags, counts: Counts): Promise<boolean> =>
  withConnection(io, flags, async (deps, shown, workspace, connection) => {
    const { settings, ...today } = toHoldContext(io, connection, workspace.config.timezone)
    const waiting = (await deps.store.holds.readHolds()).filter(
      (hold) =>
        (flags.section ?? hold.section) === hold.section &&
        toHoldStanding(hold, settings, today).state === 'waiting',
    )
    const seen = (await seeHolds(deps, waiting)).filter(({ isThere }) => isThere)
    for (const [index, one] of seen.entries()) {
      shown.stderr.write(`\n${connection.name}  ${index + 1}/${seen.length}\n`)
      shown.stderr.write(buildSeenHold(one, lookOf(shown.stderr, io.env)))
      const word = await askWord(prompts, languageOf(shown))
      if (word === 'stop') {
        counts.left += seen.length - index
        return true
      }
      if (word === 'skip') counts.left += 1
      else {
        await say(
          deps.store,
          one,
          word,
          workspace.actor,
          givenReason(flags) ?? (await askReason(io, languageOf(shown))),
        )
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

const say = async (
  store: Store,
  { hold }: SeenHold,
  word: HoldWord['word'],
  actor: HoldWord['actor'],
  reason: string,
): Promise<void> => {
  await store.holds.addHoldWord(hold.id, { word, actor, reason })
}
