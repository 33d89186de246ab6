import type { Digest, DigestValue } from './digest.js'
import type { SourceEmployeeId, TargetCompanyId, TargetEmployeeId } from './ids.js'
import type { FieldName } from './sections.js'
import type { Values } from './values.js'

/** Attributes that can show that two records are one person. Spelled as in the configuration. */
export const matchAttributes = [
  'employeeNumber',
  'birthDate',
  'firstName',
  'lastName',
  'workEmail',
  'privateEmail',
] as const
export type MatchAttribute = (typeof matchAttributes)[number]

/** Attributes that links never rest on, but in which two records of one person may be alike. */
export const contactAttributes = ['phone', 'address', 'bankAccount'] as const
/** Everything in which two records can agree. */
export type EvidenceAttribute = MatchAttribute | (typeof contactAttributes)[number]

/** How the attributes are called in sentences. */
export const attributeNames: Readonly<Record<EvidenceAttribute, string>> = {
  employeeNumber: 'employee number',
  birthDate: 'birth date',
  firstName: 'first name',
  lastName: 'last name',
  workEmail: 'work e-mail',
  privateEmail: 'private e-mail',
  phone: 'phone number',
  address: 'address',
  bankAccount: 'bank account',
}

/** A rule: every attribute must agree. Written `employeeNumber+birthDate` in the configuration. */
export interface MatchRule {
  name: string
  attributes: readonly MatchAttribute[]
}

/** How a link came about. `rule:…` names the matching rule. */
export type LinkOrigin = 'manual' | 'created' | 'recovered' | `rule:${string}`

/**
 * What is stored about the pairing of one source person with one target company.
 * - `connected`: the pair. `createdByUs` when this program made the target record.
 * - `disconnected`: a tombstone; not matched or created again without a person's word.
 * - `ignored`: left out on purpose, until a day if one was given.
 * - `create-wanted`: a person said that none of the candidates is this employee, so they are to be created.
 */
export type Link =
  | {
      status: 'connected'
      sourceId: SourceEmployeeId
      companyId: TargetCompanyId
      targetId: TargetEmployeeId
      origin: LinkOrigin
      /**
       * Of a pair that a person connected: who the source said this is when they looked. Left out: not known,
       * as of an older program.
       */
      seenIdentity?: SeenIdentity
    }
  | {
      status: 'disconnected'
      sourceId: SourceEmployeeId
      companyId: TargetCompanyId
      formerTargetId: TargetEmployeeId
    }
  | {
      status: 'ignored'
      sourceId: SourceEmployeeId
      companyId: TargetCompanyId
      reason: string
      until?: string
    }
  | {
      status: 'create-wanted'
      sourceId: SourceEmployeeId
      companyId: TargetCompanyId
      /**
       * Who looked like this person when that was said, on either side. Left out: not known, as of an older
       * program.
       */
      seen?: readonly (SourceEmployeeId | TargetEmployeeId)[]
    }

export type ConnectedLink = Extract<Link, { status: 'connected' }>

/**
 * Whether the target record of this link was made by this program, so that no one else's values stood in it
 * before.
 */
export const isCreatedByUs = (link: ConnectedLink): boolean =>
  link.origin === 'created' || link.origin === 'recovered'

/** Whether a rule found the pair, so that no one looked at the two people. */
export const isMadeByRule = ({ origin }: ConnectedLink): boolean => origin.startsWith('rule:')

/** Names and birth date that a person looked at, as keyed digests. */
export type SeenIdentity = Readonly<Partial<Record<FieldName, Digest>>>

const digestSeen = (digest: DigestValue, subject: SourceEmployeeId, field: FieldName, value = ''): Digest =>
  digest(subject, `seen ${field}`, value)

export const toSeenIdentity = (
  digest: DigestValue,
  subject: SourceEmployeeId,
  fields: readonly FieldName[],
  values: Values,
): SeenIdentity =>
  Object.fromEntries(fields.map((field) => [field, digestSeen(digest, subject, field, values[field])]))

/** Whether someone who connected a pair saw this value. What no one kept a note of counts as seen. */
export const wasSeen = (
  seen: SeenIdentity | undefined,
  { subject, field, value }: { subject: SourceEmployeeId; field: FieldName; value: string | undefined },
  digest: DigestValue,
): boolean => seen === undefined || seen[field] === digestSeen(digest, subject, field, value)
