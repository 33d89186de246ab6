import { toRemedyKeys } from '../../domain/remedy/remedy.js'
import type { Look } from '../kit/look.js'
import type { OverviewRow } from '../overview/overview.js'
import type { OverviewColumn } from '../overview/columns.js'
import type { CompareView } from './view/compare-view.js'

export const compareColumns: readonly OverviewColumn[] = ['people', 'values', 'waiting']

/**
 * The document of `cutover compare --json`. Who could not be compared is in it only where there is someone.
 */
export const toCompareJson = ({
  connection,
  compared: { notCompared, ...compared },
  next,
}: CompareView): unknown => ({
  ...compared,
  ...(notCompared.length === 0 ? {} : { notCompared }),
  next,
  ...toRemedyKeys(next.length === 0 ? null : next.map((step) => sayStep[step](connection)).join('; ')),
})

const sayStep: Readonly<Record<CompareView['next'][number], (connection: string) => string>> = {
  prepare: (connection) => `nmbrs-sync cutover prepare --connection ${connection}`,
  'compare-again': (connection) =>
    `nmbrs-sync cutover compare --connection ${connection} once more, since someone may have worked in Nmbrs between the two reads; check in Nmbrs what remains`,
}

export const toCompareRow = ({ counts, isSame }: CompareView): Omit<OverviewRow, 'connection'> => ({
  values: [counts.people, counts.differences, counts.notCompared],
  waits: !isSame,
})

export const buildCompareText = (view: CompareView, { paint }: Look): string => {
  const { connection, counts, compared, next } = view
  const { differences, notOnRest, notCompared } = compared
  const head =
    counts.differences === 0 ? 'no difference between SOAP and REST' : `${counts.differences} differences`
  const lines = [
    paint.bold(`Connection ${connection}: ${counts.people} people compared, ${head}`),
    ...differences.map(({ subject, section, field }) => `  ${subject}: ${section}.${field}`),
    ...notCompared.map((subject) => `  ${subject}: not compared. Next: ${sayStep.prepare(connection)}`),
    ...(notOnRest.length === 0 ? [] : [`  REST has no place for: ${notOnRest.join(', ')}`]),
    ...(next.includes('compare-again') ? [`  Next: ${sayStep['compare-again'](connection)}`] : []),
  ]
  return `${lines.join('\n')}\n`
}
