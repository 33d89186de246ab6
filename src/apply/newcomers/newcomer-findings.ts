import type { Change } from '../../domain/change.js'
import type { Finding } from '../../domain/finding.js'
import type { TargetEmployeeId } from '../../domain/ids.js'

/**
 * Someone was entered in the target while the run went on, and looks like the person who was to be created.
 */
export const toAlikeFinding = (
  { subject, section }: Change,
  targetIds: readonly TargetEmployeeId[],
): Finding => ({
  code: 'match-possible-duplicate',
  severity: 'error',
  subject,
  section,
  message: `Nmbrs employee ${targetIds.join(', ')} was entered during this run and looks like this person, so no employee was created`,
  remedy: `See how the two compare: nmbrs-sync explain ${subject}; then connect them: nmbrs-sync match ${subject} ${targetIds[0] ?? 'TARGET'}`,
})

/** Who was entered in the target meanwhile is not known. */
export const toUncheckedFinding = ({ subject, section }: Change): Finding => ({
  code: 'creation-unchecked',
  severity: 'error',
  subject,
  section,
  message:
    'The employees in Nmbrs could not all be read again right before the creation, so no employee was created',
  remedy: 'Create this person when Nmbrs answers again: nmbrs-sync sync',
})
