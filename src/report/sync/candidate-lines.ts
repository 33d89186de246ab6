import { attributeNames } from '../../domain/link.js'
import type { NamedCandidate } from '../../run/read-status.js'
import type { Look } from '../kit/look.js'
import { layOutTable } from '../kit/table.js'

/** The target employees who may be a person, best first, with what agrees and what differs. */
export const buildCandidateLines = (
  candidates: readonly NamedCandidate[],
  look: Look,
  indent: number,
): string[] =>
  layOutTable(
    candidates.map(({ targetId, companyId, displayName, score, agrees, differs }) => [
      `candidate Nmbrs ${targetId}${companyId === undefined ? '' : ` of company ${companyId}`}`,
      look.showNames ? displayName : '',
      `score ${score}`,
      [
        agrees.length === 0 ? '' : `agrees: ${agrees.map((one) => attributeNames[one]).join(', ')}`,
        differs.length === 0 ? '' : `differs: ${differs.map((one) => attributeNames[one]).join(', ')}`,
      ]
        .filter((text) => text !== '')
        .join('; '),
    ]),
    { width: look.width, indent },
  )
