import { ConfigError } from '../../../domain/errors.js'
import { toDayInZone } from '../../../domain/date/plain-date.js'
import { buildPairText, toObjectionText, toPairJson } from '../../../report/sync/links/pair-text.js'
import { buildOrderText } from '../../../report/sync/links/order-text.js'
import { byHandTexts } from '../../../report/sync/texts/by-hand-texts.js'
import type { TargetEmployeeId } from '../../../domain/ids.js'
import { linkByHand } from '../../../run/by-hand/link-by-hand.js'
import { weighMatch, type WeighedMatch } from '../../../run/by-hand/weigh-match.js'
import { exitCode, type ExitCode } from '../../exit-codes.js'
import type { ConnectionFlags } from '../../options/flags.js'
import type { Io } from '../../io.js'
import { languageOf } from '../../options/language.js'
import { confirmOrder } from '../../orders/confirm-order.js'
import { refuseUnasked } from '../../orders/unasked.js'
import { lookUpOne } from '../../people/look-up.js'
import { lookOf } from '../../terminal/output-look.js'
import { createAddressBook, type AddressBook } from '../../../domain/addresses/address-book.js'
import { withBothIds } from '../../../report/kit/with-both-ids.js'
import { toTypedKey } from '../../../domain/addresses/typed-id.js'
import type { RunDeps } from '../../../run/settings.js'
import { printJson } from '../../print-json.js'
import { withConnectionAlone } from '../../with-connection.js'

export interface MatchFlags extends ConnectionFlags {
  new?: boolean
  yes?: boolean
  force?: boolean
  reason?: string
}

/** The two to connect as they were named: a person by what was typed. */
export interface AskedPair {
  typed: string
  targetId: TargetEmployeeId
}

/**
 * Connects two people by hand: shows both with what agrees and differs, refuses what contradicts unless it is
 * forced with a reason, and asks on a terminal. Where there is none, `--yes` says that someone looked at the
 * two.
 */
export const matchByHand = (shellIo: Io, flags: MatchFlags, asked: AskedPair): Promise<ExitCode> => {
  const reason = getReason(flags, asked)
  return withConnectionAlone(shellIo, flags, async (deps, io) => {
    const today = toDayInZone(io.now(), deps.settings.timeZone)
    const sourceId = await lookUpOne(io, deps, asked.typed)
    const pair = { sourceId, targetId: toTypedKey(deps.addresses, asked.targetId) }
    const weighed = await weighMatch(deps, pair, today)
    const isRefused = weighed.objections.length > 0 && flags.force !== true
    if (isRefused) throw refuse(io, flags, weighed)
    await showAndAsk(io, flags, weighed)
    const { companyId, identity } = weighed
    const said = reason === undefined ? {} : { reason }
    const link = await linkByHand(deps, { order: 'match', ...pair, companyId, identity, ...said }, today)
    if (flags.json === true)
      printJson(
        io,
        withBothIds(
          { subject: sourceId, link: link ?? null, pair: toPairJson(weighed, flags.force === true) },
          await readBook(deps),
        ),
      )
    else if (link !== undefined)
      io.stdout.write(buildOrderText(sourceId, link, lookOf(io.stdout, io.env), () => weighed.names.source))
    return exitCode.done
  })
}

/** As it is after the order, which may have added an id. */
const readBook = async ({ addresses, store }: RunDeps): Promise<AddressBook | undefined> =>
  addresses && createAddressBook(await store.addresses.readAddresses())

const getReason = (
  { force, reason = '' }: MatchFlags,
  { typed, targetId }: AskedPair,
): string | undefined => {
  const text = reason.trim()
  if (text !== '') return text
  if (force !== true) return undefined
  throw new ConfigError(`Say why: nmbrs-sync match ${typed} ${targetId} --force --reason TEXT`)
}

/** Shows the pair, and gives the error that says why the two are not connected. */
const refuse = (io: Io, flags: MatchFlags, weighed: WeighedMatch): ConfigError => {
  if (flags.json === true)
    printJson(io, { subject: weighed.pair.sourceId, link: null, pair: toPairJson(weighed, false) })
  else io.stdout.write(buildPairText(weighed, lookOf(io.stdout, io.env)))
  const { sourceId, targetId } = weighed.pair
  return new ConfigError(
    `${sourceId} and Nmbrs employee ${targetId} are not connected: ${weighed.objections.map((one) => toObjectionText(one, 'en')).join('; ')}. ` +
      `If they are one person all the same: nmbrs-sync match ${sourceId} ${targetId} --force --reason TEXT`,
  )
}

/** Shows the pair to the person who looks, and asks where there is a terminal. */
const showAndAsk = async (io: Io, flags: MatchFlags, weighed: WeighedMatch): Promise<void> => {
  const isAsked = io.prompts !== undefined && flags.yes !== true
  const { sourceId, targetId } = weighed.pair
  // A document stays one document; the pair is for a person.
  const output = flags.json === true ? io.stderr : io.stdout
  if (isAsked || flags.json !== true) output.write(buildPairText(weighed, lookOf(output, io.env)))
  refuseUnasked(
    io,
    flags,
    `match ${sourceId} ${targetId}${flags.force === true ? ' --force --reason TEXT' : ''}`,
  )
  if (flags.yes === true) return
  await confirmOrder(
    io,
    byHandTexts[languageOf(io)].isThisOnePerson,
    `If none of the candidates is this person: nmbrs-sync match ${sourceId} --new`,
  )
}
