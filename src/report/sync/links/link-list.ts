import type { EvidenceAttribute } from '../../../domain/link.js'
import type { Look } from '../../kit/look.js'
import { toPersonLine } from '../../kit/person-label.js'
import { runTexts } from '../texts/run-texts.js'
import type { LinkView } from '../view/run-view.js'
import { layOutTable, type TableRow } from '../../kit/table.js'

/**
 * The new links of a run, with the rule of each and what agrees and differs, as lines; none when there are
 * none.
 */
export const buildLinkList = (links: readonly LinkView[], look: Look): string[] => {
  if (links.length === 0) return []
  const rows = links.flatMap((link): TableRow[] => [
    { heading: `  ${toPersonLine(link.person, look)}` },
    [describe(link, look)],
  ])
  return [
    look.paint.bold(runTexts[look.language].newLinks),
    ...layOutTable(rows, { width: look.width, indent: 4 }),
  ]
}

const describe = ({ rule, agrees, differs }: LinkView, { language }: Look): string => {
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
