import type { Compared } from '../../run/cutover/compare.js'
import type { Look } from '../kit/look.js'
import type { OverviewColumn, OverviewRow } from '../overview/overview.js'

export const compareColumns: readonly OverviewColumn[] = ['people', 'values', 'waiting']

/**
 * The document of `cutover compare --json`. Who could not be compared is in it only where there is someone.
 */
export const toCompareJson = ({ notCompared, ...compared }: Compared): unknown => ({
  ...compared,
  ...(notCompared.length === 0 ? {} : { notCompared }),
})

export const isSameOverBoth = ({ differences, notCompared }: Compared): boolean =>
  differences.length + notCompared.length === 0

export const toCompareRow = (compared: Compared): Omit<OverviewRow, 'connection'> => ({
  values: [compared.people, compared.differences.length, compared.notCompared.length],
  waits: !isSameOverBoth(compared),
})

export const buildCompareText = (connection: string, compared: Compared, { paint }: Look): string => {
  const { people, differences, notOnRest, notCompared } = compared
  const head =
    differences.length === 0 ? 'no difference between SOAP and REST' : `${differences.length} differences`
  const lines = [
    paint.bold(`Connection ${connection}: ${people} people compared, ${head}`),
    ...differences.map(({ subject, section, field }) => `  ${subject}: ${section}.${field}`),
    ...notCompared.map(
      (subject) => `  ${subject}: not compared. Next: nmbrs-sync cutover prepare --connection ${connection}`,
    ),
    ...(notOnRest.length === 0 ? [] : [`  REST has no place for: ${notOnRest.join(', ')}`]),
    ...(differences.length === 0
      ? []
      : [
          '  Next: compare again, since someone may have worked in Nmbrs between the two reads; check in Nmbrs what remains',
        ]),
  ]
  return `${lines.join('\n')}\n`
}
