import type { SourceEmployeeId, TargetEmployeeId } from '../../domain/ids.js'
import type { FindName } from '../kit/person-label.js'

/**
 * A person as every screen refers to them. Name and employee number were read from a remote for this screen;
 * where they were not read they are left out, and they are never in the state.
 */
export interface PersonView {
  subject: SourceEmployeeId
  targetId: TargetEmployeeId | null
  name: string | undefined
  employeeNumber: string | undefined
}

/** Someone of whom only the id in AlexisHR and perhaps the name counts. */
export type NamedSubject = Pick<PersonView, 'subject' | 'name'>

/** A person with what is known of their name. */
export const toPersonView = (
  { subject, targetId }: Pick<PersonView, 'subject' | 'targetId'>,
  findName: FindName,
): PersonView => ({
  subject,
  targetId,
  name: orNone(findName(subject)),
  employeeNumber: orNone(findName.numberOf?.(subject)),
})

export const toNamedSubject = (subject: SourceEmployeeId, findName: FindName): NamedSubject => ({
  subject,
  name: orNone(findName(subject)),
})

const orNone = (text: string | undefined): string | undefined => (text === '' ? undefined : text)
