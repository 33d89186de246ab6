import { AbortError, ConfigError } from '../../../domain/errors.js'
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
import { buildPeopleList } from '../../../report/people/people-list.js'
import { byHandTexts } from '../../../report/sync/texts/by-hand-texts.js'
import { readPeople } from '../../../run/people/read-people.js'
import { lookOf } from '../../terminal/output-look.js'
import { printJson } from '../../shell.js'
import { withConnectionAlone } from '../../with-connection.js'

export interface OrderFlags extends ConnectionFlags {
  yes?: boolean
}

/** Looks a person up, asks where there is a terminal, carries out an order about their link and prints the link that now stands. */
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
      throw new ConfigError(`${order.until} has passed, so nobody would be left out. Today is ${today}.`)
    const seen = order.order === 'create' ? await seeAlikes(deps, order) : {}
    await showAndAsk(io, flags, deps, order)
    const link = await linkByHand(deps, { ...order, ...seen }, today)
    if (flags.json === true)
      printJson(io, withBothIds({ subject: order.sourceId, link: link ?? null }, deps.addresses))
    else io.stdout.write(buildOrderText(order.sourceId, link, languageOf(io)))
    return exitCode.done
  })

/** Shows whom an order is about and asks, where there is a terminal. Throws `AbortError` (`stopped`) after a no. */
const showAndAsk = async (io: Io, flags: OrderFlags, deps: RunDeps, order: LinkOrder): Promise<void> => {
  if (io.prompts === undefined || flags.yes === true || order.order === 'match') return
  const person = (await readPeople(deps)).find(({ id }) => id === order.sourceId)
  // Of someone whom AlexisHR does not have any more there is nothing to show but the id.
  const shown = person ?? { id: order.sourceId, name: '', employeeNumber: undefined, targetIds: [] }
  io.stderr.write(buildPeopleList([shown], lookOf(io.stderr, io.env)))
  if (await io.prompts.confirm(byHandTexts[languageOf(io)].ask[order.order])) return
  throw new AbortError('Nothing was changed', 'stopped', 'See who stands where: nmbrs-sync status --all')
}

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
