import { createHash } from 'node:crypto'

import { sayStillOnSoap, toSoapEndStep } from '../../domain/addresses/soap-end.js'
import type { RunDocument } from '../../domain/run/run.js'
import type { RunFailure } from '../../domain/run/run-failure.js'
import { redactText } from '../../report/kit/redact-text.js'
import { toCallKey } from '../../onboarding/calls/call-name.js'
import { isAllWell, type CheckDigest } from '../checks/compare-check.js'
import type { DaemonEvent, SilentApplication } from '../events.js'
import { digestRun } from './digest-run.js'
import type { RunDigest } from './notice.js'

/** Where things stand after an event; `ok` is told to no one unless things were bad before. */
export type SituationKind = 'ok' | 'held' | 'failed' | 'quarantined' | 'not-ready'

/**
 * What is compared with the last time: a connection's runs, its quarantine, the configuration, and what each
 * onboarding check says and whether it can be made have a memory of their own.
 */
export type Topic =
  | 'run'
  | 'quarantine'
  | 'configuration'
  | 'clock'
  | 'consent'
  | 'soap-end'
  | 'logins'
  | 'daemon'
  | `check ${string}`
  | `checking ${string}`
  | `consumer ${string}`

export interface Situation {
  topic: Topic
  kind: SituationKind
  connection: string | null
  at: string
  run: RunDigest | undefined
  failure: RunFailure | undefined
  quarantine: { failures: number; nextTryAt: string } | undefined
  check: CheckDigest | undefined
  /** What a consumer has still to say. */
  application: SilentApplication | undefined
  /** The same text for the same situation: a digest of the codes and ids of what waits and what failed. */
  signs: string
  /** Told once, however often it is seen, and not again as a reminder. */
  isOnce?: true
  /** Seen by a look each hour and not by a run: told once a day where everything is told each time. */
  isWatched?: true
}

const toSigns = (parts: readonly string[]): string =>
  createHash('sha256').update(parts.join('\n')).digest('base64url')

/** What an event means for those who are to be told; nothing for one that changes nothing for them. */
export const toSituations = (event: DaemonEvent): readonly Situation[] => {
  if (event.type === 'account-checked')
    // Whether a check can be made is told apart from what it says, so that neither hides the other.
    return [toCheckingSituation(event), ...(event.failure === undefined ? [toCheckSituation(event)] : [])]
  const situation = toSituation(event)
  return situation === undefined ? [] : [situation]
}

type AccountChecked = Extract<DaemonEvent, { type: 'account-checked' }>

const toSituation = (event: Exclude<DaemonEvent, AccountChecked>): Situation | undefined => {
  switch (event.type) {
    case 'run-ended':
      return toRunSituation(event)
    case 'run-not-started':
    case 'run-waits':
      return toFailedSituation(event)
    case 'quarantined':
      return toQuarantineSituation(event)
    case 'config-rejected':
      return {
        ...nothingKnown({ at: event.at, connection: null }),
        topic: 'configuration',
        kind: 'failed',
        failure: clean({
          code: 'configuration',
          message: `${event.message}; the former one stays in use`,
          remedy: undefined,
        }),
        signs: toSigns(
          event.problems.map(({ file, line, key, expected }) => `${file} ${line} ${key} ${expected}`),
        ),
      }
    case 'config-loaded':
      return {
        ...nothingKnown({ at: event.at, connection: null }),
        topic: 'configuration',
        kind: 'ok',
        signs: toSigns([]),
      }
    case 'daemon-was-down':
      return {
        ...nothingKnown({ at: event.at, connection: null }),
        topic: 'daemon',
        kind: 'failed',
        failure: clean(event.failure),
        // Each time is told, however alike they are.
        signs: toSigns([event.failure.code, event.at]),
      }
    case 'logins-ended':
      return toLoginsSituation(event)
    case 'consumer-silent':
      return toSilence(event)
    case 'clock-ahead':
      return toClockSituation(event)
    case 'consent-seen':
      return toConsentSituation(event)
    case 'soap-end-seen':
      return toSoapEndSituation(event)
    case 'clock-right':
      return { ...nothingKnown(event), topic: 'clock', kind: 'ok', signs: toSigns([]) }
    // The run that ended well before it says that the connection works again.
    case 'recovered':
    case 'daemon-started':
    case 'daemon-stopped':
    case 'run-started':
      return undefined
  }
}

const toQuarantineSituation = (event: EventOf<'quarantined'>): Situation => ({
  ...nothingKnown(event),
  topic: 'quarantine',
  kind: 'quarantined',
  failure: clean(event.failure),
  quarantine: { failures: event.failures, nextTryAt: event.nextTryAt },
  signs: toSigns([event.failure.code]),
})

const nothingKnown = ({ at, connection }: { at: string; connection: string | null }) => ({
  at,
  connection,
  run: undefined,
  failure: undefined,
  quarantine: undefined,
  check: undefined,
  application: undefined,
})

/** The second net: messages hold no personal value as they are. */
const clean = ({ code, message, remedy }: RunFailure): RunFailure => ({
  code,
  message: redactText(message),
  remedy: remedy === undefined ? undefined : redactText(remedy),
})

type EventOf<Type extends DaemonEvent['type']> = Extract<DaemonEvent, { type: Type }>

const toLoginsSituation = (event: EventOf<'logins-ended'>): Situation => ({
  ...nothingKnown(event),
  topic: 'logins',
  kind: event.failure === undefined ? 'ok' : 'failed',
  failure: event.failure && clean(event.failure),
  signs: toSigns([event.failure?.code ?? '', event.failure?.message ?? '']),
})

/** The days that pass are not another situation: people are reminded as of everything that stays as it is. */
const toSilence = (event: EventOf<'consumer-silent'>): Situation => {
  const { application } = event
  const { profile, companyId, since } = application
  return {
    ...nothingKnown(event),
    topic: `consumer ${profile} ${companyId}`,
    kind: 'not-ready',
    application,
    signs: toSigns([application.for, since]),
  }
}

const toClockSituation = (event: EventOf<'clock-ahead'>): Situation => ({
  ...nothingKnown(event),
  topic: 'clock',
  kind: 'failed',
  failure: {
    code: 'clock-ahead',
    message: `The latest run is dated ${event.startedAt}, which is after now: the clock was ahead then, or is behind. The next run is due at ${event.nextRunAt}`,
    remedy: 'Look at the clock of the machine, and let it follow a time server',
  },
  signs: toSigns([event.startedAt]),
})

/**
 * The days that pass are not another situation: a consent that ends soon is told once, and again after a
 * week.
 */
const toConsentSituation = (event: EventOf<'consent-seen'>): Situation => {
  const { consent, daysLeft, connection } = event
  const isWell = consent === 'ok'
  const failure = {
    code: `consent-${consent}`,
    message:
      consent === 'ends-soon'
        ? `The consent to Nmbrs over REST ends in ${daysLeft} days unless it is renewed`
        : 'The consent to Nmbrs over REST is gone: it was withdrawn, or it ended',
    remedy: `Consent again with nmbrs-sync auth login --connection ${connection}`,
  }
  return {
    ...nothingKnown(event),
    topic: 'consent',
    kind: isWell ? 'ok' : 'failed',
    failure: isWell ? undefined : failure,
    signs: toSigns([consent]),
    isWatched: true,
  }
}

/** Each step towards the end is another situation, so that it is told once for each. */
const toSoapEndSituation = (event: EventOf<'soap-end-seen'>): Situation | undefined => {
  const { connection, daysLeft } = event
  const step = toSoapEndStep(daysLeft)
  if (step === undefined) return undefined
  return {
    ...nothingKnown(event),
    topic: 'soap-end',
    kind: 'failed',
    failure: {
      code: daysLeft === 0 ? 'soap-ended' : 'soap-ends',
      message: sayStillOnSoap(event),
      remedy: `See how far the change to REST is with nmbrs-sync cutover status --connection ${connection}`,
    },
    signs: toSigns([String(step)]),
    isOnce: true,
  }
}

type RunEnded = Extract<DaemonEvent, { type: 'run-ended' }>

const toRunSituation = (event: RunEnded): Situation | undefined => {
  const { document, failure } = event
  // Someone stopped it and knows; the next run says how things stand.
  if (failure?.code === 'stopped') return undefined
  return {
    ...nothingKnown(event),
    topic: 'run',
    kind: kindOf(event),
    run: digestRun(document),
    failure: failure && clean(failure),
    signs: toSigns([failure?.code ?? '', ...signsOf(document)]),
  }
}

const kindOf = ({ document, failure }: RunEnded): SituationKind => {
  if (failure !== undefined) return 'failed'
  switch (document.run.result) {
    case 'ok':
      return 'ok'
    case 'held':
      return 'held'
    case 'failed':
    case 'aborted':
      return 'failed'
  }
}

/** What waits, went wrong or is wrong, person by person; what was done is another story each night. */
const signsOf = ({ changes, findings, people }: RunDocument): string[] => {
  const left = changes.filter(({ outcome }) => outcome !== 'applied' && outcome !== 'unchanged')
  const errors = findings.filter(({ severity, hold }) => severity === 'error' || hold !== undefined)
  return [
    `blocked ${people.blocked}`,
    ...left
      .map(({ subject, section, fields, outcome, reason }) =>
        [subject, section, [...fields].sort().join(','), outcome, reason ?? ''].join(' '),
      )
      .sort(),
    ...errors
      .map(({ code, subject, section, field, hold }) =>
        [code, subject, section ?? '', field ?? '', hold ?? ''].join(' '),
      )
      .sort(),
  ]
}

type Unstarted = Extract<DaemonEvent, { type: 'run-not-started' | 'run-waits' }>

const toFailedSituation = (event: Unstarted): Situation => ({
  ...nothingKnown(event),
  topic: 'run',
  kind: 'failed',
  failure: clean(event.failure),
  signs: toSigns([event.failure.code]),
})

/** One check of one company has one memory, whatever else is checked. */
const keyOf = ({ companyId, profiles }: CheckDigest): string => `${profiles.join('+')} ${companyId}`

const toCheckSituation = (event: AccountChecked): Situation => {
  const { check } = event
  return {
    ...nothingKnown(event),
    topic: `check ${keyOf(check)}`,
    kind: isAllWell(check) ? 'ok' : 'not-ready',
    check,
    signs: toSigns([...check.reasons.map(toSign).sort(), ...check.lost.map((call) => `lost ${call}`)]),
  }
}

const toSign = (reason: CheckDigest['reasons'][number]): string => {
  const about = 'call' in reason ? toCallKey(reason.call) : 'fact' in reason ? reason.fact : ''
  return `${reason.reason} ${about}`
}

const toCheckingSituation = (event: AccountChecked): Situation => ({
  ...nothingKnown(event),
  topic: `checking ${keyOf(event.check)}`,
  kind: event.failure === undefined ? 'ok' : 'failed',
  check: event.check,
  failure: event.failure && clean(event.failure),
  signs: toSigns([event.failure?.code ?? '']),
})
