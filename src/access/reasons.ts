/**
 * Why something is done about a login, why it is not, what it waits for and what is worth knowing about it. Stable: documents, state and
 * tests use them; `reason-texts.ts` has their words.
 */
export const accessReasons = [
  // why there is something to do
  'new-login',
  'asked-individually',
  'email-changed',
  'template-changed',
  'language-changed',
  'level-changed',
  'permissions-changed',
  'not-wanted-any-more',
  'left-service',
  'link-asked',
  'asked-again',
  // why there is nothing to do
  'as-wanted',
  'handed-over',
  'refused',
  'expired',
  'not-connected',
  'not-in-service-yet',
  'left-login-active',
  'left-no-login',
  'no-login-wanted',
  'no-login-known',
  'link-not-offered',
  'login-inactive',
  'not-in-source',
  'email-change-listed',
  'email-change-left',
  'email-removed',
  // why no login can be made
  'no-email',
  'email-shared',
  'email-of-another-login',
  'debtor-unknown',
  'template-unknown',
  'language-unknown',
  'permissions-invalid',
  'user-name-impossible',
  'not-accounting-customer',
  'not-on-customer-record',
  'goes-to-consultant',
  'nothing-granted',
  // what work waits for
  'open-change-requests',
  'removal-needs-word',
  'owner-unknown',
  'owner-without-email',
  'contact-without-email',
  // worth knowing
  'existing-logins-unknown',
  'login-kept',
  'link-goes-to-old-email',
  'link-address-unknown',
  'wanted-changed-since',
  'overdue',
  'send-login-data',
  'no-address-for-login-data',
  'hr-changes-need-approval',
  'notified-if-contact',
  'cases-only',
  'new-profile-needed',
] as const

export type AccessReason = (typeof accessReasons)[number]
