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
import { toRestProfile } from '../../onboarding/profile/over-rest.js'
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
  /** Whether calls that no one needs are tried too. */
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
 * Looks at the account and says what is wanting. Reads only. Throws `ConfigError` when it has to be said
 * which company is meant, and `AbortError` when it was interrupted, and over REST `AuthError` without a
 * consent; every other trouble of the remote is in the result.
 */
export const makeCheck = (order: CheckOrder, world: CheckWorld): Promise<OnboardingResult> =>
  withReleases(async (releases) => {
    const { account, answers, surplus } = order
    const profiles = account.api === 'rest' ? order.profiles.map(toRestProfile) : order.profiles
    const { now, interruption } = world
    const { calls } = planCheck(profiles, new Map(), surplus, account.api)
    const nowMs = now()
    const live = await openLive(account, world, { calls, today: toDayInZone(nowMs, account.timeZone) })
    const close = (): void => {
      live.close()
    }
    releases.add(close)
    interruption.addEventListener('abort', close)
    releases.add(() => {
      interruption.removeEventListener('abort', close)
    })
    const named = order.company ?? (await findOnlyCompany(live, account.companies))
    const companyId = await toKey(account, named)
    const own = answersOf(answers, named)
    const look = await lookAtAccount(live, { companyId, ...toLook({ ...order, profiles }, own) })
    // What was not answered any more says nothing.
    if (interruption.aborted) throw new AbortError('The check was stopped', 'stopped', 'Make it again later')
    const result = buildResult({
      checkedAt: toMoment(nowMs, account.timeZone),
      connection: account.connection,
      account: {
        ...toKnown(account),
        companyName: account.companies.find(({ id }) => id === named)?.name,
      },
      ...(account.api === 'rest' && { consent: await account.over.readConsent() }),
      companyId,
      profiles,
      answers: own,
      surplus,
      ...(await readStandings(order, named)),
      ...withDebtor(look, order),
    })
    return secretsOf(account).reduce(withoutSecret, result)
  })

/** What was read for every company at once is not looked up once more. */
const toLook = ({ profiles, surplus, debtor, account }: CheckOrder, answers: FactAnswers) => {
  const { calls, lookUps } = planCheck(profiles, answers, surplus, account.api)
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
export const openLive = async (
  account: AccountToCheck,
  { paceClock }: Pick<CheckWorld, 'paceClock'>,
  order: Pick<Parameters<typeof openNmbrsAccount>[0], 'calls' | 'today' | 'maxLookUps'>,
): Promise<LiveAccount> => {
  if (account.api === 'rest') return account.over.open(order.today)
  const { nmbrs, queue, log, onFault } = account
  return openNmbrsAccount({
    ...nmbrs,
    token: nmbrs.token.reveal(),
    queue,
    log,
    onFault,
    ...order,
    ...(paceClock && { wait: paceClock.sleep }),
  })
}

const toKey = async (account: AccountToCheck, id: string | undefined): Promise<string | undefined> =>
  id === undefined || account.api === 'soap' ? id : account.over.keyOf(id)

const secretsOf = (account: AccountToCheck): readonly string[] => {
  if (account.api === 'soap') return [account.nmbrs.token.reveal()]
  const { clientSecret, subscriptionKey, subscriptionKeySecondary } = account.over.rest
  return [clientSecret, subscriptionKey, subscriptionKeySecondary].flatMap((secret) => secret?.reveal() ?? [])
}

/** Over REST no one logs in with a user name: the employer gave consent to an app. */
const toKnown = (account: AccountToCheck) =>
  account.api === 'rest'
    ? { host: account.over.rest.host, username: '', domain: undefined, hasToken: false }
    : {
        host: account.nmbrs.host,
        username: account.nmbrs.username,
        domain: account.nmbrs.domain,
        hasToken: account.nmbrs.token.reveal() !== '',
      }

const toMoment = (epochMs: number, timeZone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(timeZone)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })

/**
 * The connection's company, or the only one that the account sees; `undefined` when none can be read. Throws
 * `ConfigError` for several.
 */
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
