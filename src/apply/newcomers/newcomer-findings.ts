import type { Change } from '../../domain/change.js'
import type { Finding } from '../../domain/finding.js'
import { tellFinding } from '../../domain/findings/to-finding.js'
import type { TargetEmployeeId } from '../../domain/ids.js'

/**
 * Someone was entered in the target while the run went on, and looks like the person who was to be created.
 */
export const toAlikeFinding = (
  { subject, section }: Change,
  targetIds: readonly TargetEmployeeId[],
): Finding =>
  tellFinding(
    'match-possible-duplicate/entered',
    { subject, section },
    { ids: targetIds.join(', '), target: targetIds[0] ?? 'TARGET' },
  )

/** Who was entered in the target meanwhile is not known. */
export const toUncheckedFinding = ({ subject, section }: Change): Finding =>
  tellFinding('creation-unchecked', { subject, section }, {})
