import { saySoapEnd } from '../../domain/addresses/soap-end.js'
import { transportNames } from '../../domain/addresses/transport.js'
import { toClockInZone } from '../../domain/date/clock.js'
import type { CutoverStanding } from '../../run/cutover/cutover-standing.js'
import type { ShadowStanding } from '../../run/cutover/shadow-standing.js'
import type { Look } from '../kit/look.js'
import type { OverviewColumn, OverviewRow } from '../overview/overview.js'

export const standingColumns: readonly OverviewColumn[] = ['connected', 'waiting', 'result']

/** What is to be done next for a connection, in a few words. */
const stageOf = ({ api, consent, ready, verifiedAt }: CutoverStanding): string => {
  if (api === 'rest') return 'on REST'
  if (consent === null) return 'no block rest'
  if (consent !== 'ok' && consent !== 'ends-soon') return 'no consent'
  if (verifiedAt === null) return 'not prepared'
  return ready ? 'ready' : 'not ready'
}

export const toStandingRow = (standing: CutoverStanding): Omit<OverviewRow, 'connection'> => {
  const { links, api, ready, openWrites } = standing
  return {
    values: [links.total, links.total - links.paired + openWrites, stageOf(standing)],
    waits: api === 'soap' && !ready,
  }
}

const nextOf = (standing: CutoverStanding): string | undefined => {
  const { connection, openWrites } = standing
  switch (stageOf(standing)) {
    case 'no block rest':
      return 'add the block rest to the connection: docs/nmbrs-rest.md'
    case 'no consent':
      return `nmbrs-sync auth login --connection ${connection}`
    case 'not prepared':
      return `nmbrs-sync cutover prepare --connection ${connection}`
    case 'not ready':
      return openWrites > 0
        ? `nmbrs-sync sync --connection ${connection}`
        : `nmbrs-sync cutover prepare --connection ${connection}`
    case 'ready':
      return `nmbrs-sync cutover compare --connection ${connection}, then set api: rest`
    default:
      return undefined
  }
}

const sayShadow = (shadow: ShadowStanding, timeZone: string): string[] => {
  const { since, days, lastReadAt, people, differences, notCompared, problem } = shadow
  const trouble = problem === null ? [] : [`  The last sync could not read along over REST: ${problem}`]
  if (since === null) return ['  REST is read along from the next sync on', ...trouble]
  if (lastReadAt === null)
    return [
      `  REST is read along since ${toClockInZone(since, timeZone)}, and was never read to the end`,
      ...trouble,
    ]
  return [
    `  REST is read along since ${toClockInZone(since, timeZone)}: ${days} ${days === 1 ? 'day' : 'days'} without a difference`,
    `  Last compared ${toClockInZone(lastReadAt, timeZone)}: ${people} people, ${differences.length} differences`,
    ...differences.map(({ subject, section, field }) => `    ${subject}: ${section}.${field}`),
    ...(notCompared === 0
      ? []
      : [
          `  ${notCompared} people could not be compared. For those without an id over both: nmbrs-sync cutover prepare`,
        ]),
    ...trouble,
  ]
}

export const buildStandingText = (standing: CutoverStanding, { paint, timeZone }: Look): string => {
  const { connection, api, companies, links, openWrites, verifiedAt, shadow } = standing
  const next = nextOf(standing)
  const lines = [
    paint.bold(`Connection ${connection}: over ${transportNames[api]}, ${stageOf(standing)}`),
    ...(api === 'soap' ? [`  ${saySoapEnd(standing)}`] : []),
    `  ${companies.paired} of ${companies.total} companies and ${links.paired} of ${links.total} connected employees have an id over both transports`,
    ...(verifiedAt === null ? [] : [`  Last verified ${toClockInZone(verifiedAt, timeZone)}`]),
    ...(openWrites === 0 ? [] : [`  The end of ${openWrites} writes is not known yet`]),
    ...(shadow === undefined ? [] : sayShadow(shadow, timeZone)),
    ...(next === undefined ? [] : [`  Next: ${next}`]),
  ]
  return `${lines.join('\n')}\n`
}
