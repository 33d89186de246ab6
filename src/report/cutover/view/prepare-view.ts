import type { UnmatchedReason } from '../../../plan/cutover/judge-ids.js'
import type { PreparedCompany, PreparedEnd } from '../../../run/cutover/prepare.js'
import type { OpenIntent } from '../../../run/store/intents.js'

type UnmatchedLink = PreparedCompany['links']['unmatched'][number]

/** What is to be done about someone without an id over the other transport. */
export type UnmatchedStep = 'disconnect' | 'correct-and-prepare' | 'match'

/** One company, with everyone who is connected there and waits. */
export interface PreparedCompanyView extends Pick<PreparedCompany, 'soapId' | 'restId'> {
  /** Whether it was found over both transports. */
  isPaired: boolean
  links: Pick<PreparedCompany['links'], 'total' | 'converted' | 'verified'>
  unmatched: readonly (UnmatchedLink & { next: UnmatchedStep })[]
  /** Employees whom REST does not show and no one is connected to. */
  unseen: readonly string[]
}

/** All that `cutover prepare` says of a connection. */
export interface PrepareView {
  connection: string
  ready: boolean
  /** `waiting`: connected and without an id over both, and writes whose end is not known. */
  counts: { connected: number; waiting: number }
  companies: readonly PreparedCompanyView[]
  waiting: readonly (Pick<OpenIntent, 'subject' | 'section'> & {
    reason: 'intent-open' | 'bank-account-replacement'
  })[]
}

/** Puts together what `cutover prepare` says. Pure. */
export const buildPrepareView = ({ prepared, open }: PreparedEnd): PrepareView => {
  const { connection, companies, ready } = prepared
  const sum = (of: 'total' | 'verified'): number =>
    companies.reduce((total, { links }) => total + links[of], 0)
  return {
    ...{ connection, ready },
    counts: { connected: sum('total'), waiting: sum('total') - sum('verified') + open.length },
    companies: companies.map(toCompany),
    waiting: open.map(({ subject, section, replaces }) => ({
      subject,
      section,
      reason: replaces.length === 0 ? 'intent-open' : 'bank-account-replacement',
    })),
  }
}

const toCompany = ({ soapId, restId, links, unseen = [] }: PreparedCompany): PreparedCompanyView => {
  const { total, converted, verified, unmatched } = links
  return {
    ...{ soapId, restId, unseen },
    isPaired: soapId !== null && restId !== null,
    links: { total, converted, verified },
    unmatched: unmatched.map((one) => ({ ...one, next: nextOf(one.reason) })),
  }
}

const nextOf = (reason: UnmatchedReason): UnmatchedStep => {
  switch (reason) {
    case 'gone':
      return 'disconnect'
    case 'company-unknown':
    case 'not-readable':
      return 'correct-and-prepare'
    case 'not-found':
    case 'ambiguous':
    case 'contradicts':
    case 'too-little':
    case 'taken':
    case 'not-in-source':
      return 'match'
  }
}
