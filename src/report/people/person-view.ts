import type { AuditSubject } from '../../domain/audit/audit.js'
import type { SourceEmployeeId, TargetEmployeeId } from '../../domain/ids.js'
import type { FindName } from './find-name.js'

/**
 * A person as every screen refers to them. Name and employee number were read from a remote for this screen;
 * where they were not read they are left out, and they are never in the state.
 */
export interface PersonView<Subject extends AuditSubject = SourceEmployeeId> {
  subject: Subject
  targetId: TargetEmployeeId | null
  name: string | undefined
  employeeNumber: string | undefined
}

/** Someone of whom only the id in AlexisHR and perhaps the name counts. */
export type NamedSubject<Subject extends AuditSubject = SourceEmployeeId> = Pick<
  PersonView<Subject>,
  'subject' | 'name'
>

/** A person with what is known of their name. */
export const toPersonView = <Subject extends AuditSubject>(
  { subject, targetId }: Pick<PersonView<Subject>, 'subject' | 'targetId'>,
  findName: FindName,
): PersonView<Subject> => ({
  subject,
  targetId,
  name: orNone(findName(subject)),
  employeeNumber: orNone(findName.numberOf?.(subject)),
})

export const toNamedSubject = <Subject extends AuditSubject>(
  subject: Subject,
  findName: FindName,
): NamedSubject<Subject> => ({
  subject,
  name: orNone(findName(subject)),
})

const orNone = (text: string | undefined): string | undefined => (text === '' ? undefined : text)
