import { saySoapEnd } from '../../domain/addresses/soap-end.js'
import { transportNames } from '../../domain/addresses/transport.js'
import { toClockInZone } from '../../domain/date/clock.js'
import { toRemedyKeys } from '../../domain/remedy/remedy.js'
import type { ShadowStanding } from '../../run/cutover/shadow-standing.js'
import type { Look } from '../kit/look.js'
import type { OverviewRow } from '../overview/overview.js'
import type { OverviewColumn } from '../overview/columns.js'
import type { CutoverStage, CutoverStep, StandingView } from './view/standing-view.js'

export const standingColumns: readonly OverviewColumn[] = ['connected', 'waiting', 'result']

const stageWords: Readonly<Record<CutoverStage, string>> = {
  'on-rest': 'on REST',
  'no-block': 'no block rest',
  'no-consent': 'no consent',
  'not-prepared': 'not prepared',
  'not-ready': 'not ready',
  ready: 'ready',
}

export const toStandingRow = (view: StandingView): Omit<OverviewRow, 'connection'> => ({
  values: [view.standing.links.total, view.waiting, stageWords[view.stage]],
  waits: view.waits,
})

const sayStep: Readonly<Record<CutoverStep, (connection: string) => string>> = {
  'add-block': () => 'add the block rest to the connection: docs/nmbrs-rest.md',
  'log-in': (connection) => `nmbrs-sync auth login --connection ${connection}`,
  prepare: (connection) => `nmbrs-sync cutover prepare --connection ${connection}`,
  sync: (connection) => `nmbrs-sync sync --connection ${connection}`,
  compare: (connection) => `nmbrs-sync cutover compare --connection ${connection}, then set api: rest`,
}

/** The document of `cutover status --json`. */
export const toStandingJson = ({ standing, stage, next }: StandingView): unknown => ({
  ...standing,
  ...{ stage, next },
  ...toRemedyKeys(next === null ? null : sayStep[next](standing.connection)),
})

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

export const buildStandingText = (
  { standing, stage, next }: StandingView,
  { paint, timeZone }: Look,
): string => {
  const { connection, api, companies, links, openWrites, verifiedAt, shadow } = standing
  const lines = [
    paint.bold(`Connection ${connection}: over ${transportNames[api]}, ${stageWords[stage]}`),
    ...(api === 'soap' ? [`  ${saySoapEnd(standing)}`] : []),
    `  ${companies.paired} of ${companies.total} companies and ${links.paired} of ${links.total} connected employees have an id over both transports`,
    ...(verifiedAt === null ? [] : [`  Last verified ${toClockInZone(verifiedAt, timeZone)}`]),
    ...(openWrites === 0 ? [] : [`  The end of ${openWrites} writes is not known yet`]),
    ...(shadow === undefined ? [] : sayShadow(shadow, timeZone)),
    ...(next === null ? [] : [`  Next: ${sayStep[next](connection)}`]),
  ]
  return `${lines.join('\n')}\n`
}
