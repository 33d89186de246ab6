import { attributeNames, type EvidenceAttribute } from '../domain/link.js'
import type { LinkReport } from '../domain/run.js'
import type { Look } from './look.js'
import type { FindName } from './person-label.js'
import { sortLinks } from './run-json.js'
import { layOutTable } from './table.js'

/** The new links of a run, with the rule of each and what agrees and differs, as lines; none when there are none. */
export const buildLinkList = (links: readonly LinkReport[], findName: FindName, look: Look): string[] => {
  if (links.length === 0) return []
  const rows = sortLinks(links).map(({ subject, targetId, rule, agrees, differs }) => [
    `${subject} ↔ Nmbrs ${targetId}`,
    look.showNames ? (findName(subject) ?? '') : '',
    rule === 'recovered' ? 'the employee that an earlier run created' : `rule ${rule}`,
    [agrees.length === 0 ? '' : `same ${list(agrees)}`, differs.length === 0 ? '' : `other ${list(differs)}`]
      .filter((text) => text !== '')
      .join('; '),
  ])
  return [look.paint.bold('New links'), ...layOutTable(rows, { width: look.width, indent: 2 })]
}

const list = (attributes: readonly EvidenceAttribute[]): string =>
  attributes.map((attribute) => attributeNames[attribute]).join(', ')
