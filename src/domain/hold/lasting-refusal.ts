import type { Change } from '../change.js'
import type { Digest, DigestValue } from '../digest.js'
import type { SourceEmployeeId, TargetCompanyId } from '../ids.js'
import { sayFilled, saySent } from './hold-digest.js'
import type { Section } from '../sections.js'
import type { LastingRefusal } from './refusal-codes.js'

/**
 * A write that was refused for good, and what it was. Holds no value: the digest stands for both sides and
 * the period.
 */
export interface Refusal {
  companyId: TargetCompanyId
  subject: SourceEmployeeId
  section: Section
  digest: Digest
  code: LastingRefusal
}

/**
 * Digests what makes a write the same one again: what is sent, what the target held, and the payroll period.
 * Not whose record it is, because an employee who is created in the run has no id yet when the write is
 * planned.
 */
export const digestRefused = (digest: DigestValue, change: Change, period: string): Digest => {
  const { subject, companyId, section } = change
  const parts = [
    companyId,
    period,
    section,
    ...(change.kind === 'create' ? sayCreation(change) : sayUpdate(change)),
  ]
  return digest(subject, 'refused change', JSON.stringify(parts))
}

const sayCreation = ({
  firstName,
  lastName,
  startDate,
  personalInfo,
}: Extract<Change, { kind: 'create' }>): unknown[] => [
  firstName,
  lastName,
  startDate,
  ...(personalInfo === undefined ? [] : [sayFilled(personalInfo)]),
]

const sayUpdate = ({
  before,
  after,
  alongside,
  leftovers,
}: Extract<Change, { kind: 'update' }>): unknown[] => [
  sayFilled(before),
  saySent(before, { ...alongside, ...after }),
  leftovers ?? [],
]
