import { ConfigError } from '../../../domain/errors.js'
import { toDayInZone } from '../../../domain/date/plain-date.js'
import { buildOrderText } from '../../../report/sync/links/order-text.js'
import type { SourceEmployeeId } from '../../../domain/ids.js'
import { linkByHand, type LinkOrder } from '../../../run/by-hand/link-by-hand.js'
import { readAlikes, type Alikes } from '../../../run/by-hand/read-alikes.js'
import type { RunDeps } from '../../../run/settings.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import type { ConnectionFlags } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { languageOf } from '../../options/language.js'
import { buildOrderView, type OrderView } from './order-view.js'
import { confirmOrder } from '../../orders/confirm-order.js'
import { refuseUnasked } from '../../orders/unasked.js'
import type { FindName } from '../../../report/people/find-name.js'
import { namesOfNobody, readShownNames, wantsNames } from '../../people/names.js'
import { lookOf } from '../../terminal/output-look.js'
import { lookUpOne } from '../../people/look-up.js'
import { withBothIds } from '../../../report/kit/with-both-ids.js'
import { byHandTexts } from '../../../report/sync/texts/by-hand-texts.js'
import { printJson } from '../../print-json.js'
import { withConnectionAlone } from '../../with-connection.js'

export interface OrderFlags extends ConnectionFlags {
  yes?: boolean
}

/**
 * Looks a person up, asks where there is a terminal, carries out an order about their link and prints the
 * link that now stands.
 */
export const giveOrder = (
  shellIo: Io,
  flags: OrderFlags,
  typed: string,
  toOrder: (sourceId: SourceEmployeeId) => LinkOrder,
): Promise<ExitCode> =>
  withConnectionAlone(shellIo, flags, async (deps, io) => {
    const order = toOrder(await lookUpOne(io, deps, typed))
    const today = toDayInZone(io.now(), deps.settings.timeZone)
    if (order.order === 'ignore' && order.until !== undefined && order.until < today)
      throw new ConfigError(`${order.until} has passed, so no one would be left out. Today is ${today}.`)
    const alikes = order.order === 'create' ? await readAlikes(deps, order.sourceId) : undefined
    if (alikes !== undefined) refuseDouble(order, alikes)
    const shown = flags.yes === true ? undefined : await showAndAsk(io, flags, deps, order, alikes)
    const seen = alikes && { seen: alikes.seen }
    const link = await linkByHand(deps, { ...order, ...seen }, today)
    if (flags.json === true)
      printJson(io, withBothIds({ subject: order.sourceId, link: link ?? null }, deps.addresses))
    else {
      // Who was shown before the question is not read once more.
      const findName = shown === undefined ? await findNames(io, flags, deps) : () => shown.name
      io.stdout.write(buildOrderText(order.sourceId, link, lookOf(io.stdout, io.env), findName))
    }
    return exitCode.done
  })

const findNames = async (io: Io, flags: OrderFlags, deps: RunDeps): Promise<FindName> =>
  wantsNames(io, flags) ? readShownNames(io, [deps]) : namesOfNobody

/**
 * Shows whom an order is about and asks, where there is a terminal; `undefined` where no one was shown.
 * Throws `AbortError` (`stopped`) after a no.
 */
const showAndAsk = async (
  io: Io,
  flags: OrderFlags,
  deps: RunDeps,
  order: LinkOrder,
  alikes: Alikes | undefined,
): Promise<OrderView | undefined> => {
  if (order.order === 'match') return undefined
  const mayGoUnasked = order.order === 'ignore' || order.order === 'take-in-again'
  if (io.prompts === undefined && mayGoUnasked) return undefined
  const isLinked = order.order === 'disconnect'
  const view = await buildOrderView(io, deps, order.sourceId, { isLinked, alikes })
  io.stderr.write(view.text)
  if (!mayGoUnasked) refuseUnasked(io, flags, toCommand(order))
  await confirmOrder(
    io,
    byHandTexts[languageOf(io)].ask[order.order],
    'See the status of everyone: nmbrs-sync status --all',
  )
  return view
}

const toCommand = (order: LinkOrder): string => {
  const { sourceId } = order
  if (order.order !== 'create') return `disconnect ${sourceId}`
  return `match ${sourceId} --new${order.reason === undefined ? '' : ' --force --reason TEXT'}`
}

/**
 * Throws `ConfigError` when a rule would connect the person to an employee whom nothing contradicts, unless a
 * reason is given: that creation would be a double.
 */
const refuseDouble = (order: LinkOrder, { byRule }: Alikes): void => {
  const { sourceId } = order
  if (byRule === undefined || (order.order === 'create' && order.reason !== undefined)) return
  throw new ConfigError(
    `${sourceId} is not created: by the rules this is Nmbrs employee ${byRule}, and nothing contradicts. ` +
      `Connect the two: nmbrs-sync match ${sourceId} ${byRule}. If they are two people all the same: nmbrs-sync match ${sourceId} --new --force --reason TEXT`,
  )
}
