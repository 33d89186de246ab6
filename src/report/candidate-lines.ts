import type { NamedCandidate } from '../run/read-status.js'
import type { Look } from './look.js'
import { layOutTable } from './table.js'
import { attributeWords } from './words.js'

/** The target employees who may be a person, best first, with what agrees and what differs. */
export const buildCandidateLines = (
  candidates: readonly NamedCandidate[],
  look: Look,
  indent: number,
): string[] =>
  layOutTable(
    candidates.map(({ targetId, displayName, score, agrees, differs }) => [
      `candidate Nmbrs ${targetId}`,
      look.showNames ? displayName : '',
      `score ${score}`,
      [
        agrees.length === 0 ? '' : `agrees: ${agrees.map((one) => attributeWords[one]).join(', ')}`,
        differs.length === 0 ? '' : `differs: ${differs.map((one) => attributeWords[one]).join(', ')}`,
      ]
        .filter((text) => text !== '')
        .join('; '),
    ]),
    { width: look.width, indent },
  )
