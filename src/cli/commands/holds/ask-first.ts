import { ConfigError } from '../../../domain/errors.js'
import { buildSeenHold } from '../../../report/sync/seen-hold.js'
import { buildSeenHoldView } from '../../../report/sync/view/holds-view.js'
import { holdTexts } from '../../../report/sync/texts/hold-texts.js'
import { seeHolds } from '../../../run/by-hand/see-holds.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import type { Io } from '../../io.js'
import { languageOf } from '../../options/language.js'
import { lookOf } from '../../terminal/output-look.js'
import { withConnection } from '../../with-connection.js'
import { chooseHolds, sayWords, type DecideFlags, type Order } from './decide.js'
import { toHoldContext } from './hold-context.js'
import { askReason, givenReason } from './reason.js'

/**
 * Reads and shows both sides of each, asks why where that was not said, and asks once whether they are to go.
 */
export const askFirst = (io: Io, flags: DecideFlags, order: Order): Promise<ExitCode> =>
  withConnection(io, flags, async (deps, shown, workspace, connection) => {
    const { store } = deps
    const context = toHoldContext(io, connection, workspace.config.timezone)
    const ids = await chooseHolds(store, order, context)
    const open = await store.holds.readHolds()
    const unknown = ids.find((id) => !open.some((hold) => hold.id === id))
    if (unknown !== undefined)
      throw new ConfigError(`There is no hold ${unknown} that waits. See which do: nmbrs-sync holds`)
    const seen = await seeHolds(
      deps,
      open.filter(({ id }) => ids.includes(id)),
    )
    const texts = holdTexts[languageOf(shown)]
    for (const one of seen)
      shown.stderr.write(buildSeenHold(buildSeenHoldView(one, context), lookOf(shown.stderr, io.env)))
    const there = seen.filter(({ isThere }) => isThere).map(({ hold }) => hold.id)
    if (there.length === 0)
      throw new ConfigError('None of these is held like that any more. See what is: nmbrs-sync plan')
    const reason = givenReason(flags) ?? (await askReason(io, languageOf(shown)))
    const question = order.word === 'release' ? texts.askRelease(there.length) : texts.askReject(there.length)
    if (io.prompts === undefined || !(await io.prompts.confirm(question))) {
      shown.stderr.write(`${texts.nothingDecided}\n`)
      return exitCode.done
    }
    const isOne = there.length === 1
    const names = new Map<string, string | undefined>(
      seen.map(({ hold, displayName }) => [hold.subject, displayName]),
    )
    const findNames = () => Promise.resolve((subject: string) => names.get(subject))
    return sayWords({ io: shown, store, connection, workspace, findNames }, flags, {
      word: order.word,
      reason,
      holds: there,
      isOne,
    })
  })
