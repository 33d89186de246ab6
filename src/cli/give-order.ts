import type { Link } from '../domain/link.js'
import { toDayInZone } from '../domain/plain-date.js'
import { toLinkWords } from '../report/words.js'
import { linkByHand, type LinkOrder } from '../run/link-by-hand.js'
import { readAlikes } from '../run/read-alikes.js'
import { exitCode, type ExitCode } from './exit-codes.js'
import type { ConnectionFlags } from './flags.js'
import type { Io } from './io.js'
import { printJson } from './shell.js'
import { withConnectionAlone } from './with-connection.js'

/** Carries out an order about one person's link and prints the link that now stands. */
export const giveOrder = (shellIo: Io, flags: ConnectionFlags, order: LinkOrder): Promise<ExitCode> =>
  withConnectionAlone(shellIo, flags, async (deps, io) => {
    const today = toDayInZone(io.now(), deps.settings.timeZone)
    const seen = order.order === 'create' ? { seen: await readAlikes(deps, order.sourceId) } : {}
    const link = await linkByHand(deps, { ...order, ...seen }, today)
    if (flags.json === true) printJson(io, { subject: order.sourceId, link: link ?? null })
    else io.stdout.write(toOrderText(order, link))
    return exitCode.done
  })

const toOrderText = ({ sourceId }: LinkOrder, link: Link | undefined): string => {
  const standing =
    link === undefined ? 'taken in again; a sync finds out where it belongs' : toLinkWords(link)
  return `${sourceId}: ${standing}.\nNext: nmbrs-sync plan --employee ${sourceId}\n`
}
