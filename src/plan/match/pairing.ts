import type { DesiredEmployee, TargetEmployee } from '../../domain/employee.js'
import type { IntentId, SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from '../../domain/ids.js'
import type { ConnectedLink, EvidenceAttribute, Link, MatchAttribute, MatchRule } from '../../domain/link.js'
import type { Candidate } from './candidate.js'
import type { AccountDigests, CompanyTargets } from './people.js'

/** What a rule's link rests on. */
export interface LinkEvidence {
  /** The most trusted rule that hit. */
  rule: string
  agrees: readonly EvidenceAttribute[]
  differs: readonly MatchAttribute[]
}

/** A creation of an earlier run of which it is not known whether it happened. */
export interface LostCreation {
  intentId: IntentId
  subject: SourceEmployeeId
}

/** A lost creation whose result is now known. */
export interface ResolvedCreation extends LostCreation {
  found: boolean
}

/** Where a person of the source stands with regard to the target. */
export type Pairing =
  /** `evidence` of a link that a rule makes now. */
  | { kind: 'connected'; link: ConnectedLink; isNew: boolean; evidence?: LinkEvidence }
  | { kind: 'create' }
  /** A required field is missing. `link` when they are connected all the same. */
  | { kind: 'blocked'; link: ConnectedLink | undefined }
  | { kind: 'ambiguous' | 'contradicts' | 'taken' | 'lost-creation'; candidates: readonly Candidate[] }
  | { kind: 'lookalike'; candidates: readonly Candidate[]; twinIds: readonly SourceEmployeeId[] }
  /** No one is like this person, but employees of the company could not be read, and one of them may be. */
  | { kind: 'unread'; unread: readonly TargetEmployeeId[] }
  | { kind: 'dangling'; link: ConnectedLink }
  | { kind: 'disconnected' }
  | { kind: 'ignored'; until: string | undefined }

export interface PairingInput {
  companyId: TargetCompanyId
  people: readonly DesiredEmployee[]
  /**
   * Linked people of whom nothing can have moved since all was settled: nothing that is required is missing
   * of them.
   */
  unmoved?: { has: (id: SourceEmployeeId) => boolean }
  /** Every link of the connection in this company, people out of scope included. */
  links: readonly Link[]
  targets: ReadonlyMap<TargetEmployeeId, TargetEmployee>
  /** Whether `targets` is known to hold everyone. Only then does absence mean anything. */
  targetsComplete: boolean
  rules: readonly MatchRule[]
  lostCreations: readonly LostCreation[]
  today: string
  /**
   * Everyone of the connection who counts as a second record of a person; the company's people when left out.
   */
  everyone?: readonly DesiredEmployee[]
  /** The employees of the connection's other companies. */
  elsewhere?: readonly CompanyTargets[]
  accounts?: AccountDigests
}

export interface PairingResult {
  pairings: ReadonlyMap<SourceEmployeeId, Pairing>
  /** Lost creations whose result is now known. */
  resolved: readonly ResolvedCreation[]
}
