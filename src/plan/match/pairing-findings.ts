import type { Finding, FindingCode } from '../../domain/finding.js'
import type { SourceEmployeeId } from '../../domain/ids.js'
import { attributeNames, type EvidenceAttribute } from '../../domain/link.js'
import { tellFinding, toFinding } from '../../domain/findings/to-finding.js'
import type { Candidate } from './candidate.js'
import type { Pairing } from './pairing.js'

/** What is to be said of where a person stands. */
export const toPairingFindings = (pairing: Pairing, id: SourceEmployeeId): Finding[] => {
  switch (pairing.kind) {
    case 'ambiguous':
      return [tellCandidates('match-ambiguous', id, pairing.candidates)]
    case 'contradicts':
      return [tellCandidates('match-contradicts', id, pairing.candidates)]
    case 'taken':
      return [tellCandidates('match-target-taken', id, pairing.candidates)]
    case 'lookalike':
      return [tellCandidates('match-possible-duplicate', id, pairing.candidates, pairing.twinIds)]
    case 'unread': {
      const candidates = pairing.unread.join(', ')
      return [tellFinding('match-target-unread', { subject: id }, { candidates })]
    }
    case 'lost-creation':
      return [tellCandidates('create-unresolved', id, pairing.candidates)]
    case 'dangling':
      return [toFinding('link-dangling', id)]
    case 'disconnected':
      return [toFinding('link-disconnected', id)]
    case 'ignored':
      return [toFinding('person-ignored', id)]
    case 'connected':
      return pairing.isNew && pairing.link.origin === 'recovered' ? [toFinding('create-recovered', id)] : []
    case 'create':
    case 'blocked':
      return []
  }
}

/** How many are told of by name of attribute; `status` and `explain` show all. */
const mostTold = 3

type CodeOfCandidates = Extract<
  FindingCode,
  | 'match-ambiguous'
  | 'match-contradicts'
  | 'match-target-taken'
  | 'match-possible-duplicate'
  | 'create-unresolved'
>

/** The finding with who is meant, and what agrees and differs: names of attributes, never a value. */
const tellCandidates = (
  code: CodeOfCandidates,
  id: SourceEmployeeId,
  candidates: readonly Candidate[],
  twinIds: readonly SourceEmployeeId[] = [],
): Finding => {
  const all = [...candidates.map(describeCandidate), ...twinIds.map((twin) => `AlexisHR employee ${twin}`)]
  const more = all.length > mostTold ? [`and ${all.length - mostTold} more`] : []
  return tellFinding(code, { subject: id }, { candidates: [...all.slice(0, mostTold), ...more].join('; ') })
}

const describeCandidate = ({ targetId, companyId, agrees, differs }: Candidate): string => {
  const where = companyId === undefined ? '' : ` of company ${companyId}`
  const parts = [
    agrees.length === 0 ? '' : `same ${listAttributes(agrees)}`,
    differs.length === 0 ? '' : `other ${listAttributes(differs)}`,
  ].filter((part) => part !== '')
  return `Nmbrs employee ${targetId}${where}${parts.length === 0 ? '' : ` (${parts.join(', ')})`}`
}

const listAttributes = (attributes: readonly EvidenceAttribute[]): string =>
  attributes.map((attribute) => attributeNames[attribute]).join(' and ')
