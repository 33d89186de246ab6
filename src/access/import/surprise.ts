import type { AccessSubject } from '../../domain/ids.js'

/** What a portal's own list can show that nobody expected. Stable, for documents and tests. */
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

/** One thing nobody expected. Names and addresses stay in the list itself: the line says where. */
export interface Surprise {
  code: SurpriseCode
  /** Of the file; `null` for what the list does not have. */
  line: number | null
  /** `null`: nobody known. */
  subject: AccessSubject | null
}

/** What a surprise says, and what to do about it. */
export const surpriseTexts: Readonly<Record<SurpriseCode, { message: string; remedy: string }>> = {
  'person-unknown': {
    message: 'a login of nobody who was read',
    remedy: 'Look in the portal whose it is; delete it there if it should not be, and import the list again',
  },
  'person-in-doubt': {
    message: 'a login that fits several people, or whose number and address are of different people',
    remedy: 'Correct the number or the address in the portal, then: nmbrs-sync access import FILE',
  },
  'listed-twice': {
    message: 'two logins of one person; neither is taken over',
    remedy: 'Delete the one that should not be in the portal, then: nmbrs-sync access import FILE',
  },
  'login-not-wanted': {
    message: 'a login that no rule of the policy gives',
    remedy: 'See which rule says so: nmbrs-sync access explain ID',
  },
  'not-connected': {
    message: 'a login of somebody who is not connected',
    remedy: 'Connect the person: nmbrs-sync status --not-connected',
  },
  'left-service': {
    message: 'an active login of somebody who left, unknown until now',
    remedy: 'See who left and has a login: nmbrs-sync access status --left',
  },
  'login-inactive': {
    message: 'a login that is switched off in the portal',
    remedy: 'See what is wanted: nmbrs-sync access explain ID',
  },
  'email-differs': {
    message: 'a login with another e-mail address than it was to have',
    remedy: 'See what is wanted: nmbrs-sync access explain ID',
  },
  'template-differs': {
    message: 'a login with another template than it was to have',
    remedy: 'See what is wanted: nmbrs-sync access explain ID',
  },
  'language-differs': {
    message: 'a login in another language than it was to have',
    remedy: 'See what is wanted: nmbrs-sync access explain ID',
  },
  'user-name-differs': {
    message: 'a login with another user name than it was to have',
    remedy: 'See what is wanted: nmbrs-sync access explain ID',
  },
  'status-unknown': {
    message: 'a login in a state that the portal file does not know; it is not taken over',
    remedy: 'Add the word under ownList of the portal file, then: nmbrs-sync access import FILE',
  },
  'login-missing': {
    message: 'a login that is known and that the whole list does not have',
    remedy: 'Look in the portal; if it is gone, import the list again and say of how many: --gone N',
  },
}
