import { Temporal } from 'temporal-polyfill'

import { AbortError, ConfigError } from '../../domain/errors.js'
import { toDayInZone } from '../../domain/date/plain-date.js'
import type { LiveAccount } from '../../onboarding/check/account.js'
import { buildResult } from '../../onboarding/result/build-result.js'
import type { AccountReadings } from '../../onboarding/check/account-reader.js'
import {
  answersOf,
  type CheckInput,
  type FactAnswers,
  type GivenAnswers,
} from '../../onboarding/check/check-input.js'
import { lookAtAccount, type AccountLook } from '../../onboarding/check/look-at-account.js'
import { planCheck } from '../../onboarding/check/plan-check.js'
import type { Profile } from '../../onboarding/profile/profile.js'
import { withoutSecret } from './without-secret.js'
import type { OnboardingResult } from '../../onboarding/result/result.js'
import type { Clock } from '../../http/turns.js'
import { openNmbrsAccount } from '../../target/nmbrs-soap/account/open-account.js'
import { withReleases } from '../compose/releases.js'
import type { AccountToCheck } from './account-to-check.js'
import type { ReadStandings } from './standings.js'

/** What is to be found out about an account. */
export interface CheckOrder {
  account: AccountToCheck
  /** `undefined`: the only one there is. */
  company: string | undefined
  profiles: readonly Profile[]
  answers: GivenAnswers
  /** Whether calls that nobody needs are tried too. */
  surplus: boolean
  /** Left out: there is no configuration, so nothing is recorded. */
  readStandings?: ReadStandings | undefined
  /** The debtor of the company, where it was read for every company at once. */
  debtor?: AccountReadings['debtor']
}

/** What a check needs of the world around it. */
export interface CheckWorld {
  /** Epoch milliseconds. */
  now: () => number
  /** Ends the check before its time. */
  interruption: AbortSignal
  /** By which a second try is waited for; the clock of this machine when left out. */
  paceClock?: Clock
}

/**
 * Looks at the account and says what is wanting. Reads only. Throws `ConfigError` when it has to be said which company is meant, and
 * `AbortError` when it was interrupted; every trouble of the remote is in the result.
 */
export const makeCheck = (order: CheckOrder, world: CheckWorld): Promise<OnboardingResult> =>
  withReleases(async (releases) => {
    const { account, profiles, answers, surplus } = order
    const { now, interruption } = world
    const { calls } = planCheck(profiles, new Map(), surplus)
    const nowMs = now()
    const live = openLive(account, world, { calls, today: toDayInZone(nowMs, account.timeZone) })
    const close = (): void => {
      live.close()
    }
    releases.add(close)
    interruption.addEventListener('abort', close)
    releases.add(() => {
      interruption.removeEventListener('abort', close)
    })
    const companyId = order.company ?? (await findOnlyCompany(live, account.companies))
    const own = answersOf(answers, companyId)
    const look = await lookAtAccount(live, { companyId, ...toLook(order, own) })
    // What was not answered any more says nothing.
    if (interruption.aborted)
      throw new AbortError('The check was stopped', 'stopped', 'Make it again when it suits')
    const result = buildResult({
      checkedAt: toMoment(nowMs, account.timeZone),
      connection: account.connection,
      account: {
        ...toKnown(account),
        companyName: account.companies.find(({ id }) => id === companyId)?.name,
      },
      companyId,
      profiles,
      answers: own,
      surplus,
      ...(await readStandings(order, companyId)),
      ...withDebtor(look, order),
    })
    return withoutSecret(result, account.nmbrs.token.reveal())
  })

/** What was read for every company at once is not looked up once more. */
const toLook = ({ profiles, surplus, debtor }: CheckOrder, answers: FactAnswers) => {
  const { calls, lookUps } = planCheck(profiles, answers, surplus)
  return { calls, lookUps: { ...lookUps, tags: lookUps.tags && debtor === undefined } }
}

const withDebtor = (look: AccountLook, { debtor }: CheckOrder): AccountLook =>
  debtor === undefined ? look : { ...look, readings: { ...look.readings, debtor } }

const readStandings = async (
  { readStandings: read, profiles }: CheckOrder,
  companyId: string | undefined,
): Promise<Pick<CheckInput, 'standings'>> =>
  read === undefined || companyId === undefined ? {} : { standings: await read(profiles, companyId) }

/** Opens the account. Looking at every company at once takes more look-ups than at one. */
export const openLive = (
  { nmbrs, queue, log, onFault }: AccountToCheck,
  { paceClock }: Pick<CheckWorld, 'paceClock'>,
  order: Pick<Parameters<typeof openNmbrsAccount>[0], 'calls' | 'today' | 'maxLookUps'>,
): LiveAccount =>
  openNmbrsAccount({
    ...nmbrs,
    token: nmbrs.token.reveal(),
    queue,
    log,
    onFault,
    ...order,
    ...(paceClock && { wait: paceClock.sleep }),
  })

const toKnown = ({ nmbrs }: AccountToCheck) => ({
  host: nmbrs.host,
  username: nmbrs.username,
  domain: nmbrs.domain,
  hasToken: nmbrs.token.reveal() !== '',
})

const toMoment = (epochMs: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** The connection's company, or the only one that the account sees; `undefined` when none can be read. Throws `ConfigError` for several. */
const findOnlyCompany = async (
  live: LiveAccount,
  configured: AccountToCheck['companies'],
): Promise<string | undefined> => {
  const read = configured.length > 0 ? undefined : await live.readCompanies()
  const choices = read?.status === 'read' ? read.value : configured
  if (choices.length <= 1) return choices[0]?.id
  const list = choices.slice(0, mostChoices).map(({ id, name }) => `${id} ${name}`)
  const more = choices.length > mostChoices ? ` and ${choices.length - mostChoices} more` : ''
  throw new ConfigError(`Say which company with --company ID: ${list.join(', ')}${more}`)
}

const mostChoices = 20
