import type { EvidenceAttribute } from '../../../domain/link.js'
import type { LinkReport } from '../../../domain/run/run.js'
import type { Look } from '../../kit/look.js'
import { toPersonHeading, type FindName } from '../../kit/person-label.js'
import { runTexts } from '../texts/run-texts.js'
import { sortLinks } from '../run-json.js'
import { layOutTable, type TableRow } from '../../kit/table.js'

/**
 * The new links of a run, with the rule of each and what agrees and differs, as lines; none when there are
 * none.
 */
export const buildLinkList = (links: readonly LinkReport[], findName: FindName, look: Look): string[] => {
  if (links.length === 0) return []
  const rows = sortLinks(links).flatMap((link): TableRow[] => [
    { heading: `  ${toPersonHeading(link, findName, look)}` },
    [describe(link, look)],
  ])
  return [
    look.paint.bold(runTexts[look.language].newLinks),
    ...layOutTable(rows, { width: look.width, indent: 4 }),
  ]
}

const describe = ({ rule, agrees, differs }: LinkReport, { language }: Look): string => {
  const texts = runTexts[language]
  const list = (attributes: readonly EvidenceAttribute[]): string =>
    attributes.map((attribute) => texts.attribute[attribute]).join(', ')
  return [
    rule === 'recovered' ? texts.recovered : texts.rule(rule),
    agrees.length === 0 ? '' : texts.same(list(agrees)),
    differs.length === 0 ? '' : texts.other(list(differs)),
  ]
    .filter((part) => part !== '')
    .join('; ')
}
