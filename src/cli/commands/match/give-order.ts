import { ConfigError } from '../../../domain/errors.js'
import { toDayInZone } from '../../../domain/date/plain-date.js'
import { buildOrderText } from '../../../report/sync/order-text.js'
import type { SourceEmployeeId } from '../../../domain/ids.js'
import { linkByHand, type LinkOrder, type SeenAlikes } from '../../../run/by-hand/link-by-hand.js'
import { readAlikes } from '../../../run/by-hand/read-alikes.js'
import type { RunDeps } from '../../../run/settings.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import type { ConnectionFlags } from '../../flags.js'
import type { Io } from '../../io.js'
import { languageOf } from '../../language.js'
import { lookUpOne } from '../../people/look-up.js'
import { withBothIds } from '../../../report/kit/with-both-ids.js'
import { printJson } from '../../shell.js'
import { withConnectionAlone } from '../../with-connection.js'

/** Looks a person up, carries out an order about their link and prints the link that now stands. */
export const giveOrder = (
  shellIo: Io,
  flags: ConnectionFlags,
  typed: string,
  toOrder: (sourceId: SourceEmployeeId) => LinkOrder,
): Promise<ExitCode> =>
  withConnectionAlone(shellIo, flags, async (deps, io) => {
    const order = toOrder(await lookUpOne(io, deps, typed))
    const today = toDayInZone(io.now(), deps.settings.timeZone)
    if (order.order === 'ignore' && order.until !== undefined && order.until < today)
      throw new ConfigError(`${order.until} has passed, so nobody would be left out. Today is ${today}.`)
    const seen = order.order === 'create' ? await seeAlikes(deps, order) : {}
    const link = await linkByHand(deps, { ...order, ...seen }, today)
    if (flags.json === true)
      printJson(io, withBothIds({ subject: order.sourceId, link: link ?? null }, deps.addresses))
    else io.stdout.write(buildOrderText(order.sourceId, link, languageOf(io)))
    return exitCode.done
  })

/**
 * Who is alike at this moment, which is whom the word covers. Throws `ConfigError` when a rule would connect the person to an employee whom nothing
 * contradicts, unless a reason is given: that creation would be a double.
 */
const seeAlikes = async (
  deps: RunDeps,
  { sourceId, reason }: LinkOrder & { order: 'create' },
): Promise<{ seen: SeenAlikes }> => {
  const { seen, byRule } = await readAlikes(deps, sourceId)
  if (byRule === undefined || reason !== undefined) return { seen }
  throw new ConfigError(
    `${sourceId} is not created: by the rules this is Nmbrs employee ${byRule}, and nothing contradicts. ` +
      `Connect the two: nmbrs-sync match ${sourceId} ${byRule}. If they are two people all the same: nmbrs-sync match ${sourceId} --new --force --reason TEXT`,
  )
}
