import type { EvidenceAttribute } from '../../../domain/link.js'
import type { NamedCandidate } from '../../../run/by-hand/read-status.js'
import type { Look } from '../../kit/look.js'
import { layOutTable } from '../../kit/table.js'
import { candidateLineTexts } from '../texts/candidate-line-texts.js'
import { runTexts } from '../texts/run-texts.js'

/** The target employees who may be a person, best first, with what agrees and what differs. */
export const buildCandidateLines = (
  candidates: readonly NamedCandidate[],
  look: Look,
  indent: number,
): string[] => {
  const texts = candidateLineTexts[look.language]
  const list = (attributes: readonly EvidenceAttribute[]): string =>
    attributes.map((one) => runTexts[look.language].attribute[one]).join(', ')
  return layOutTable(
    candidates.map(({ targetId, companyId, displayName, score, agrees, differs }) => [
      companyId === undefined ? texts.candidate(targetId) : texts.candidateOf(targetId, companyId),
      look.showNames ? displayName : '',
      texts.score(score),
      [
        agrees.length === 0 ? '' : texts.agrees(list(agrees)),
        differs.length === 0 ? '' : texts.differs(list(differs)),
      ]
        .filter((text) => text !== '')
        .join('; '),
    ]),
    { width: look.width, indent },
  )
}
