import { fillCount } from '../../domain/language/count.js'
import { fillText } from '../../domain/language/fill.js'
import { progressTexts } from '../../onboarding/progress/progress-texts.js'
import type { SilentApplication } from '../events.js'
import type { CheckDigest } from '../checks/compare-check.js'
import type { NoticeKind, Notice, RunDigest } from './notice.js'
import type { Situation } from './situation.js'

/** The message about a situation. */
export const buildNotice = (
  situation: Situation,
  kind: NoticeKind,
  unchangedSince: string | undefined,
): Notice => {
  const { connection, at, run, failure, quarantine, check, application } = situation
  return {
    kind,
    connection,
    at,
    headline: toHeadline(situation, kind),
    run,
    failure,
    quarantine,
    check,
    application,
    unchangedSince,
    commands: toCommands(situation),
  }
}

/** A message that says nothing but that messages arrive. */
export const buildTestNotice = (at: string): Notice => ({
  kind: 'test',
  connection: null,
  at,
  headline: 'this is a test',
  run: undefined,
  failure: undefined,
  quarantine: undefined,
  check: undefined,
  unchangedSince: undefined,
  commands: [],
})

const toHeadline = (situation: Situation, kind: NoticeKind): string => {
  const { run, failure, quarantine, topic, check } = situation
  switch (kind) {
    case 'failed':
      if (topic === 'configuration') return 'the changed configuration is not usable'
      if (topic === 'daemon')
        return failure?.code === 'daemon-died'
          ? 'the daemon was ended without being stopped, and runs again'
          : 'the daemon could not start, and runs again'
      if (topic === 'clock') return 'the latest run is dated after now'
      if (topic === 'consent')
        return failure?.code === 'consent-ends-soon'
          ? 'the consent to Nmbrs ends soon'
          : 'the consent to Nmbrs is gone'
      if (topic === 'soap-end')
        return failure?.code === 'soap-ended'
          ? 'Nmbrs has ended SOAP, and this connection is still on it'
          : 'Nmbrs ends SOAP soon, and this connection is still on it'
      if (topic === 'logins') return `the logins were not handed over (${failure?.code ?? 'failed'})`
      if (check !== undefined) return `the account could not be checked for ${toNames(check)}`
      return failure === undefined ? `some writes failed${andLeft(run)}` : `the run failed (${failure.code})`
    case 'held':
      return leftParts(run).join(', ')
    case 'quarantined':
      return `tried less often after ${quarantine?.failures ?? 0} failed runs in a row (${failure?.code ?? 'failed'})`
    case 'not-ready':
      if (situation.application !== undefined) return toSilenceHeadline(situation.application)
      return check === undefined ? 'the account is not ready' : toNotReadyHeadline(check)
    case 'recovered':
      if (topic === 'configuration') return 'the configuration is usable again'
      if (topic === 'clock') return 'the latest run is dated before now again'
      if (topic === 'consent') return 'the consent to Nmbrs is there again'
      if (topic === 'logins') return 'the logins are handed over again'
      if (check === undefined) return `works again${andLeft(run)}`
      return topic.startsWith('checking ')
        ? `the account can be checked again for ${toNames(check)}`
        : `ready again for ${toNames(check)}`
  }
}

const toSilenceHeadline = ({ consumer, days }: SilentApplication): string =>
  fillText(fillCount(days, progressTexts.en.silence), { consumer })

const toNames = ({ profiles }: CheckDigest): string => profiles.join(', ')

const toNotReadyHeadline = (check: CheckDigest): string => {
  const { lost, readiness } = check
  const count = lost.length === 1 ? '1 call that was open is' : `${lost.length} calls that were open are`
  if (lost.length > 0) return `${count} switched off (${toNames(check)})`
  return readiness === 'ready' ? `look at ${toNames(check)}` : `not ready for ${toNames(check)}`
}

const andLeft = (run: RunDigest | undefined): string =>
  leftParts(run, [])
    .map((part) => `, ${part}`)
    .join('')

/** What is left over, in a few words. */
const leftParts = (
  run: RunDigest | undefined,
  otherwise: readonly string[] = ['something waits for a person'],
): readonly string[] => {
  const held = countHeld(run)
  const blocked = run?.people.blocked ?? 0
  const parts = [
    ...(held === 0 ? [] : [`${held} ${held === 1 ? 'change waits' : 'changes wait'}`]),
    ...(blocked === 0 ? [] : [`${blocked} ${blocked === 1 ? 'person is' : 'people are'} blocked`]),
  ]
  return parts.length === 0 ? otherwise : parts
}

const countHeld = (run: RunDigest | undefined): number =>
  (run?.waiting ?? []).reduce((sum, { count }) => sum + count, 0)

const toCommands = ({ topic, kind, connection, run, check, application }: Situation): string[] => {
  if (topic === 'configuration') return kind === 'ok' ? [] : ['nmbrs-sync config check']
  const of = connection === null ? '' : ` --connection ${connection}`
  if (topic === 'clock') return kind === 'ok' ? [] : [`nmbrs-sync runs${of}`]
  if (topic === 'consent') return kind === 'ok' ? [] : [`nmbrs-sync auth login${of}`]
  if (topic === 'soap-end') return [`nmbrs-sync cutover status${of}`]
  if (topic === 'daemon') return ['nmbrs-sync status']
  if (topic === 'logins') return kind === 'ok' ? [] : [`nmbrs-sync access status${of}`]
  if (application !== undefined) return toApplicationCommands(application, of)
  if (check !== undefined) return kind === 'ok' ? [] : [toCheckCommand(check, of)]
  return [
    ...(run === undefined ? [] : [`nmbrs-sync runs show ${run.id}${of}`]),
    ...((run?.waiting ?? []).some(({ holds }) => holds.length > 0) ? [`nmbrs-sync holds${of}`] : []),
    ...(kind === 'failed' || kind === 'quarantined' ? [`nmbrs-sync doctor${of}`] : []),
    ...((run?.people.notConnected ?? 0) > 0 ? [`nmbrs-sync status --not-connected${of}`] : []),
  ]
}

const toCheckCommand = ({ profiles, companyId }: CheckDigest, of: string): string =>
  `nmbrs-sync onboarding check ${profiles.join(' ')}${of} --company ${companyId}`

/** What to do once the consumer was asked. */
const toApplicationCommands = (
  { profile, companyId, for: awaited }: SilentApplication,
  of: string,
): string[] => [
  `nmbrs-sync onboarding progress${of}`,
  awaited === 'confirmation'
    ? `nmbrs-sync onboarding confirmed ${profile}${of} --company ${companyId} --first-exchange DATE`
    : `nmbrs-sync onboarding exchange ${profile}${of} --company ${companyId} --on DATE`,
]
