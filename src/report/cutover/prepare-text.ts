import type { UnmatchedReason } from '../../plan/cutover/judge-ids.js'
import type { PreparedCompany, PreparedEnd } from '../../run/cutover/prepare.js'
import type { Look } from '../kit/look.js'
import type { OverviewColumn, OverviewRow } from '../overview/overview.js'

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
export const toPrepareJson = ({ prepared, open }: PreparedEnd): unknown => ({
  ...prepared,
  ...(open.length === 0
    ? {}
    : {
        waiting: open.map(({ subject, section, replaces }) => ({
          subject,
          section,
          reason: replaces.length === 0 ? 'intent-open' : 'bank-account-replacement',
        })),
      }),
})

export const prepareColumns: readonly OverviewColumn[] = ['connected', 'waiting', 'result']

/** The line of a connection: how many are connected, how many of them are not ready, and whether it is. */
export const toPrepareRow = ({ prepared, open }: PreparedEnd): Omit<OverviewRow, 'connection'> => {
  const links = prepared.companies.map((company) => company.links)
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const total = sum(links.map((one) => one.total))
  const waiting = total - sum(links.map(({ verified }) => verified)) + open.length
  return { values: [total, waiting, prepared.ready ? 'ready' : 'not ready'], waits: !prepared.ready }
}

export const buildPrepareText = (end: PreparedEnd, { paint }: Look): string => {
  const { connection, companies, ready } = end.prepared
  const verdict = ready ? paint.green('ready to change to the other transport') : paint.yellow('not ready')
  const lines = [
    paint.bold(`Connection ${connection}: ${verdict}`),
    ...companies.flatMap(toCompanyLines),
    ...toOpenLines(end),
  ]
  return `${lines.join('\n')}\n`
}

const toCompanyLines = ({ soapId, restId, links, unseen = [] }: PreparedCompany): string[] => {
  const { total, converted, verified, unmatched } = links
  return [
    `  Company ${soapId ?? 'not found over SOAP'} is ${restId ?? 'not found over REST'}`,
    `    ${total} connected, ${converted} known to the converter, ${verified} with an id over both transports`,
    ...unmatched.flatMap(({ subject, targetId, reason }) => [
      `    ${subject}, Nmbrs employee ${targetId}: ${reasonWords[reason]}`,
      `      Next: ${nextOf(subject, reason)}`,
    ]),
    ...(unseen.length === 0 ? [] : toUnseenLines(unseen)),
    ...(restId === null || soapId === null
      ? ['    Next: compare nmbrsCompanyName in the configuration with the name in Nmbrs: nmbrs-sync doctor']
      : []),
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

const nextOf = (subject: string, reason: UnmatchedReason): string => {
  switch (reason) {
    case 'gone':
      return `nmbrs-sync disconnect ${subject}`
    case 'company-unknown':
    case 'not-readable':
      return 'correct that, then: nmbrs-sync cutover prepare'
    case 'not-found':
    case 'ambiguous':
    case 'contradicts':
    case 'too-little':
    case 'taken':
    case 'not-in-source':
      return `look who it is; once the connection is on the other transport: nmbrs-sync match ${subject} ID`
  }
}

const toOpenLines = ({ open, prepared }: PreparedEnd): string[] =>
  open.map(({ subject, section, replaces }) =>
    replaces.length === 0
      ? `  ${subject}: the end of a write (${section}) is not known yet. Next: nmbrs-sync sync --connection ${prepared.connection}`
      : `  ${subject}: a replaced bank account was not ended yet. Next: nmbrs-sync sync --connection ${prepared.connection} over SOAP; without SOAP, end it in Nmbrs by hand`,
  )
