import type { ConnectionStanding } from './connection-watch.js'
import { saySoapEnd, type SoapEnd } from '../domain/addresses/soap-end.js'
import { toMs } from './past-runs.js'
import type { ConsentView, Readiness } from './readiness.js'
import { isAhead } from './run-dates.js'

/** What monitoring takes from an exit code: 0, 1, 2 and 3. */
export const probeLevels = ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN'] as const
export type ProbeLevel = (typeof probeLevels)[number]

export interface ProbeResult {
  level: ProbeLevel
  /** What is said after the level. */
  text: string
  /** Figures in the form that monitoring plug-ins share. */
  figures: readonly string[]
}

/** What monitoring is to know. The worst of the connections decides. */
export const judgeReadiness = (
  {
    connections,
    consents = [],
    soapEnds = [],
    rejectedAt,
  }: Pick<Readiness, 'connections'> &
    Partial<Pick<Readiness, 'consents' | 'soapEnds'>> & { rejectedAt: string | null },
  nowMs: number,
): ProbeResult => {
  const judged = connections.map((standing) => ({ standing, ...judge(standing, nowMs) }))
  const rejected: Judged[] =
    rejectedAt === null ? [] : [{ level: 'WARNING', text: 'the changed configuration is wrong' }]
  const said = [
    ...judged,
    ...consents.flatMap(judgeConsent),
    ...soapEnds.map(judgeSoapEnd),
    ...rejected,
  ].filter(({ level }) => level !== 'OK')
  return {
    level: worst(said.map(({ level }) => level)),
    text: said.length === 0 ? `${connections.length} in step` : said.map(({ text }) => text).join('; '),
    figures: [
      ...connections.flatMap((standing) => toFigures(standing, nowMs)),
      ...consents.map(({ connection, daysLeft }) => `'${connection} consent days'=${daysLeft}`),
      ...soapEnds.map(({ connection, daysLeft }) => `'${connection} soap days'=${daysLeft}`),
    ],
  }
}

interface Judged {
  level: ProbeLevel
  text: string
}

const judge = (standing: ConnectionStanding, nowMs: number): Judged => {
  const { connection, quarantine, stale, lastResult, waitingSince, lastSuccessAt, datedAhead, logins } =
    standing
  if (quarantine !== null)
    return { level: 'CRITICAL', text: `${connection} keeps failing (${quarantine.code})` }
  if (stale)
    return { level: 'CRITICAL', text: `${connection} had no success since ${lastSuccessAt ?? 'the start'}` }
  const ahead =
    datedAhead ?? (lastSuccessAt !== null && isAhead(toMs(lastSuccessAt), nowMs) ? lastSuccessAt : null)
  if (ahead !== null)
    return {
      level: 'CRITICAL',
      text: `the latest run of ${connection} is dated ${ahead}, after now; look at the clock`,
    }
  if (logins !== null)
    return {
      level: standing.ready ? 'WARNING' : 'CRITICAL',
      text: `the logins of ${connection} were not handed over (${logins.code})`,
    }
  if (waitingSince !== null)
    return { level: 'WARNING', text: `${connection} waits for another run since ${waitingSince}` }
  if (lastResult === 'failed' || lastResult === 'aborted')
    return { level: 'WARNING', text: `the latest run of ${connection} ${lastResult}` }
  if (lastResult === 'held') return { level: 'WARNING', text: `${connection} has something held` }
  return { level: 'OK', text: connection }
}

/** A consent that is gone stops every run over REST, which the runs say by themselves. */
const judgeConsent = ({ connection, consent, daysLeft }: ConsentView): Judged[] => {
  if (consent === 'ok') return []
  const text =
    consent === 'ends-soon'
      ? `the consent of ${connection} ends in ${daysLeft} days`
      : `${connection} has no consent to Nmbrs`
  return [{ level: 'WARNING', text }]
}

/** The change takes its time, so that it is a figure at first; in the last month someone has to look. */
const judgeSoapEnd = (end: SoapEnd): Judged => ({
  level: end.daysLeft <= lastDays ? 'WARNING' : 'OK',
  text: `${end.connection} is on SOAP: ${saySoapEnd(end)}`,
})

const lastDays = 30

const bySeverity: readonly ProbeLevel[] = ['CRITICAL', 'UNKNOWN', 'WARNING']

const worst = (levels: readonly ProbeLevel[]): ProbeLevel =>
  bySeverity.find((level) => levels.includes(level)) ?? 'OK'

const toFigures = ({ connection, lastSuccessAt }: ConnectionStanding, nowMs: number): string[] =>
  lastSuccessAt === null
    ? []
    : [`'${connection} age'=${Math.max(0, Math.round((nowMs - toMs(lastSuccessAt)) / 1000))}s`]

/** `OK - 2 in step | 'acme age'=3600s` */
export const toProbeLine = ({ level, text, figures }: ProbeResult): string =>
  `NMBRS-SYNC ${level} - ${text}${figures.length === 0 ? '' : ` | ${figures.join(' ')}`}`
