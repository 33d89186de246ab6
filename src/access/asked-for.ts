import type { AccessSubject } from '../domain/ids.js'
import type { AccessRequests } from './work/order.js'

/**
 * Whether a login is asked for by hand for someone whom no list brings up: for the first time, or again after
 * a refusal or in doubt.
 */
export const isAskedFor = (
  { individually, again }: Pick<AccessRequests, 'individually' | 'again'>,
  subject: AccessSubject,
): boolean => individually.has(subject) || again.has(subject)
