import type { AccessSubject } from '../../domain/ids.js'

/** What a portal's own list can show that no one expected. Stable, for documents and tests. */
export const surpriseCodes = [
  'person-unknown',
  'person-in-doubt',
  'listed-twice',
  'login-not-wanted',
  'not-connected',
  'left-service',
  'login-inactive',
  'email-differs',
  'template-differs',
  'language-differs',
  'user-name-differs',
  'status-unknown',
  'login-missing',
] as const
export type SurpriseCode = (typeof surpriseCodes)[number]

/** One thing no one expected. Names and addresses stay in the list itself: the line says where. */
export interface Surprise {
  code: SurpriseCode
  /** Of the file; `null` for what the list does not have. */
  line: number | null
  /** `null`: no one known. */
  subject: AccessSubject | null
}
