import type { UnmatchedReason } from '../../plan/cutover/judge-ids.js'
import { toRemedyKeys } from '../../domain/remedy/remedy.js'
import type { Look } from '../kit/look.js'
import type { OverviewRow } from '../overview/overview.js'
import type { OverviewColumn } from '../overview/columns.js'
import type { PreparedCompanyView, PrepareView, UnmatchedStep } from './view/prepare-view.js'

/** Why someone has no id over the other transport, and what to do about it. */
const reasonWords: Readonly<Record<UnmatchedReason, string>> = {
  'not-found': 'no one over the other transport is this employee',
  ambiguous: 'several could be this employee',
  contradicts: 'what is known of the two contradicts',
  'too-little': 'fewer than two things agree',
  'not-readable': 'the personal info could not be read over both transports',
  gone: 'the employee is not in the company any more',
  taken: 'two people would have the same id',
  'company-unknown': 'the company has no id over the other transport',
  'not-in-source': 'the person is not in AlexisHR any more',
}

/** The document of `cutover prepare --json`. What is waiting is in it only where something is. */
export const toPrepareJson = ({ connection, companies, ready, waiting }: PrepareView): unknown => ({
  connection,
  companies: companies.map(({ soapId, restId, links, unmatched, unseen }) => ({
    ...{ soapId, restId },
    links: {
      ...links,
      unmatched: unmatched.map(({ subject, targetId, reason, next }) => ({
        ...{ subject, targetId, reason },
        ...toRemedyKeys(sayStep[next](subject)),
      })),
    },
    ...(unseen.length === 0 ? {} : { unseen }),
  })),
  ready,
  ...(waiting.length === 0
    ? {}
    : {
        waiting: waiting.map((one) => ({ ...one, ...toRemedyKeys(waitingSteps[one.reason](connection)) })),
      }),
})

export const prepareColumns: readonly OverviewColumn[] = ['connected', 'waiting', 'result']

/** The line of a connection: how many are connected, how many of them are not ready, and whether it is. */
export const toPrepareRow = ({ counts, ready }: PrepareView): Omit<OverviewRow, 'connection'> => ({
  values: [counts.connected, counts.waiting, ready ? 'ready' : 'not ready'],
  waits: !ready,
})

export const buildPrepareText = (view: PrepareView, { paint }: Look): string => {
  const { connection, companies, ready } = view
  const verdict = ready ? paint.green('ready to change to the other transport') : paint.yellow('not ready')
  const lines = [
    paint.bold(`Connection ${connection}: ${verdict}`),
    ...companies.flatMap(toCompanyLines),
    ...toWaitingLines(view),
  ]
  return `${lines.join('\n')}\n`
}

const toCompanyLines = (company: PreparedCompanyView): string[] => {
  const { soapId, restId, isPaired, links, unmatched, unseen } = company
  const { total, converted, verified } = links
  return [
    `  Company ${soapId ?? 'not found over SOAP'} is ${restId ?? 'not found over REST'}`,
    `    ${total} connected, ${converted} known to the converter, ${verified} with an id over both transports`,
    ...unmatched.flatMap(({ subject, targetId, reason, next }) => [
      `    ${subject}, Nmbrs employee ${targetId}: ${reasonWords[reason]}`,
      `      Next: ${sayStep[next](subject)}`,
    ]),
    ...(unseen.length === 0 ? [] : toUnseenLines(unseen)),
    ...(isPaired
      ? []
      : [
          '    Next: compare nmbrsCompanyName in the configuration with the name in Nmbrs: nmbrs-sync doctor',
        ]),
  ]
}

/** More than so many are counted. */
const mostUnseen = 20

/** Anyone who is out of sight would look new, and could be created a second time. */
const toUnseenLines = (unseen: readonly string[]): string[] => {
  const more = unseen.length > mostUnseen ? ` and ${unseen.length - mostUnseen} more` : ''
  return [
    `    Not shown over REST and not connected: Nmbrs employee ${unseen.slice(0, mostUnseen).join(', ')}${more}`,
    '      Over REST a person of AlexisHR who is one of them looks new and could be created a second time.',
    '      Next: let the login that consented see them in Nmbrs, or connect them now: nmbrs-sync match',
  ]
}

const sayStep: Readonly<Record<UnmatchedStep, (subject: string) => string>> = {
  disconnect: (subject) => `nmbrs-sync disconnect ${subject}`,
  'correct-and-prepare': () => 'correct that, then: nmbrs-sync cutover prepare',
  match: (subject) =>
    `look who it is; once the connection is on the other transport: nmbrs-sync match ${subject} ID`,
}

type WaitingReason = PrepareView['waiting'][number]['reason']

const waitingSteps: Readonly<Record<WaitingReason, (connection: string) => string>> = {
  'intent-open': (connection) => `nmbrs-sync sync --connection ${connection}`,
  'bank-account-replacement': (connection) =>
    `nmbrs-sync sync --connection ${connection} over SOAP; without SOAP, end it in Nmbrs by hand`,
}

const toWaitingLines = ({ waiting, connection }: PrepareView): string[] =>
  waiting.map(({ subject, section, reason }) =>
    reason === 'intent-open'
      ? `  ${subject}: the end of a write (${section}) is not known yet. Next: ${waitingSteps[reason](connection)}`
      : `  ${subject}: a replaced bank account was not ended yet. Next: ${waitingSteps[reason](connection)}`,
  )
