import type { ReasonTexts } from './reason-text.js'

/** The words of each reason in English. */
export const en: ReasonTexts = {
  'new-login': {
    message: 'has no login yet and is to get one',
    remedy: 'Create it as the worklist says, then: nmbrs-sync access confirm ID',
  },
  'asked-individually': {
    message: 'was asked for individually; no list shows this person',
    remedy: 'Create it on the screen of this employee, then: nmbrs-sync access confirm ID',
  },
  'email-changed': {
    message: 'the e-mail address of the login is not the one this person has now',
    remedy: 'See what is compared: nmbrs-sync access explain ID',
  },
  'template-changed': {
    message: 'the policy gives another template than the login has',
    remedy: 'See which rule says so: nmbrs-sync access explain ID',
  },
  'language-changed': {
    message: 'the policy gives another language than the login has',
    remedy: 'See which rule says so: nmbrs-sync access explain ID',
  },
  'level-changed': {
    message: 'the login belongs to another debtor than this person does now',
    remedy: 'See which debtor is meant: nmbrs-sync access explain ID',
  },
  'permissions-changed': {
    message: 'the permissions of the login are not those the policy gives now',
    remedy: 'Change them as the worklist says, then: nmbrs-sync access confirm ID',
  },
  'not-wanted-any-more': {
    message: 'no rule of the policy gives this person a login any more',
    remedy: 'See which rule says so: nmbrs-sync access explain ID',
  },
  'left-service': {
    message: 'left, and the login is to be deactivated',
    remedy: 'Deactivate it as the worklist says, then: nmbrs-sync access confirm ID',
  },
  'link-asked': {
    message: 'a link to set the password again was asked for',
    remedy: 'Send it as the worklist says, then: nmbrs-sync access confirm ID',
  },
  'asked-again': {
    message: 'was handed over before and is handed over again',
    remedy: 'Do it as the worklist says, then: nmbrs-sync access confirm ID',
  },
  'as-wanted': { message: 'the login is as it should be', remedy: 'Nothing to do' },
  'handed-over': {
    message: 'work about this login was handed over and not answered yet',
    remedy:
      'When it is done: nmbrs-sync access confirm ID; if it cannot be done: nmbrs-sync access refuse ID --reason TEXT',
  },
  refused: {
    message: 'this work was refused; it is not asked again by itself',
    remedy: 'To have it handed over again: nmbrs-sync access request ID',
  },
  expired: {
    message: 'work was handed over and it was not confirmed whether it was done',
    remedy:
      'Look in the portal. Done: nmbrs-sync access confirm ID. Not done, and still wanted: nmbrs-sync access request ID. Not wanted: nmbrs-sync access refuse ID --reason TEXT',
  },
  'not-connected': {
    message: 'not connected yet; the login can be made once a sync has connected the person',
    remedy:
      'See whom the next sync connects: nmbrs-sync plan. Who stays over: nmbrs-sync status --not-connected',
  },
  'not-in-service-yet': {
    message: 'is not in service yet; the list shows people in service only',
    remedy: 'Wait for the first day; the next nmbrs-sync access sync looks again',
  },
  'left-login-active': {
    message: 'left, login active',
    remedy:
      'Leave it, so that payslips can still be read, or delete it by hand in the portal and then: nmbrs-sync access import FILE',
  },
  'left-no-login': {
    message: 'left, and has no login',
    remedy: 'If one is wanted all the same: nmbrs-sync access request ID',
  },
  'no-login-wanted': {
    message: 'the policy gives this person no login',
    remedy: 'See which rule says so: nmbrs-sync access explain ID',
  },
  'no-login-known': {
    message: 'no active login is known to send a link for',
    remedy:
      'The request is dropped. If there is a login: nmbrs-sync access import FILE, then nmbrs-sync access resend ID',
  },
  'link-not-offered': {
    message: 'this portal sends no link to set a password again',
    remedy: 'See what it can do: nmbrs-sync access portals',
  },
  'login-inactive': {
    message: 'has a login that was deactivated',
    remedy:
      'If it should work again, switch it on in the portal by hand, then: nmbrs-sync access import FILE',
  },
  'not-in-source': {
    message: 'has a login here but was not among the people read; it is left alone',
    remedy: 'Check the scope of the connection: nmbrs-sync explain ID',
  },
  'email-change-listed': {
    message: 'the login has an earlier e-mail address; it works, so this is not urgent',
    remedy: 'Replace it when convenient: nmbrs-sync access confirm ID --no-open-requests',
  },
  'email-change-left': {
    message: 'the login has an earlier e-mail address, and the policy leaves it at that',
    remedy: 'Change replaceOnEmailChange to have it replaced, then: nmbrs-sync access plan',
  },
  'email-removed': {
    message: 'the address of the login was removed in AlexisHR; that alone never deletes a login',
    remedy: 'If another address is to take its place: nmbrs-sync access confirm ID --no-open-requests',
  },
  'no-email': {
    message: 'has no e-mail address of the kind the policy asks for, so no login can be made',
    remedy: 'Enter the address in AlexisHR, or change the policy; then: nmbrs-sync access plan',
  },
  'email-shared': {
    message: 'shares this e-mail address with someone else, so neither gets a login',
    remedy: 'Give each their own address in AlexisHR; then: nmbrs-sync access plan',
  },
  'email-of-another-login': {
    message: 'someone else has, or is about to have, the login with this e-mail address',
    remedy:
      'Find out whose it is in the portal and delete it there if it is old; then: nmbrs-sync access import FILE',
  },
  'debtor-unknown': {
    message: 'the configuration names no debtor for the company of this person',
    remedy: 'Add it under access; then: nmbrs-sync config check',
  },
  'template-unknown': {
    message: 'the portal has no such template or permission set at this level',
    remedy: 'Correct the policy under access; then: nmbrs-sync config check',
  },
  'language-unknown': {
    message: 'the portal does not have the language the policy gives',
    remedy: 'Correct the policy under access; then: nmbrs-sync config check',
  },
  'permissions-invalid': {
    message: 'the permission set grants something without what it needs',
    remedy: 'Correct the permission set under access; then: nmbrs-sync config check',
  },
  'nothing-granted': {
    message: 'nothing is granted, so no login is asked for',
    remedy: 'Grant something under access if one is wanted; then: nmbrs-sync access plan',
  },
  'user-name-impossible': {
    message: 'no user name can be made of what is known of this person',
    remedy: 'Enter first and last name in Latin letters; then: nmbrs-sync access plan',
  },
  'not-accounting-customer': {
    message: 'the company is not set up as an accounting customer',
    remedy: 'Set it up in AkkenCloud and mark it in the list of contacts; then: nmbrs-sync access plan',
  },
  'not-on-customer-record': {
    message: 'the contact was not added to the record of the accounting customer',
    remedy: 'Add them in AkkenCloud and mark it in the list of contacts; then: nmbrs-sync access plan',
  },
  'goes-to-consultant': {
    message: 'the payroll of this company is outsourced: access is not asked for by form',
    remedy: 'The consultant of the company makes the profile and calls; ask them when it was not done',
  },
  'open-change-requests': {
    message: 'deleting the login drops the open change requests of this person',
    remedy:
      'Look whether there are any; then: nmbrs-sync access confirm ID --no-open-requests, or --accept-loss if they may go',
  },
  'removal-needs-word': {
    message: 'a login is removed only when someone asks for it',
    remedy: 'If it may go: nmbrs-sync access confirm ID --no-open-requests',
  },
  'owner-unknown': {
    message: 'a notification goes to an owner whose e-mail address is not known',
    remedy:
      'Name the owner in the permission set, or leave the notification out; then: nmbrs-sync access plan',
  },
  'owner-without-email': {
    message: 'a notification goes to an owner whose employee record has no e-mail address',
    remedy: 'Enter their address, or name another owner; then: nmbrs-sync access plan',
  },
  'contact-without-email': {
    message: 'a notification goes to this contact, whose record has no e-mail address',
    remedy: 'Enter the address in the list of contacts and in the portal; then: nmbrs-sync access plan',
  },
  'existing-logins-unknown': {
    message: 'the whole list of the portal was not imported yet, so there may be a login already',
    remedy: 'Look in the portal, or import its whole list: nmbrs-sync access import FILE --whole',
  },
  'login-kept': {
    message: 'the login there is stays as it is',
    remedy: 'Look at it: nmbrs-sync access explain ID',
  },
  'link-goes-to-old-email': {
    message:
      'the link goes to the address of the login, which is not one of the addresses this person has now',
    remedy: 'Make sure that they can read mail there, or replace the login: nmbrs-sync access explain ID',
  },
  'link-address-unknown': {
    message: 'the address of the login is not known here; the link goes there',
    remedy: 'Look at the address in the portal before sending',
  },
  'wanted-changed-since': {
    message: 'what is wanted changed after the work was handed over',
    remedy:
      'Say what became of it first: nmbrs-sync access confirm ID, or nmbrs-sync access refuse ID --reason TEXT',
  },
  'delivery-in-doubt': {
    message: 'it is not known whether the list with this work arrived',
    remedy:
      'Look in the portal. Done: nmbrs-sync access confirm ID. Not done, and still wanted: nmbrs-sync access request ID',
  },
  'word-too-old': {
    message: 'what was asked for or accepted is older than access.wordDays',
    remedy:
      'If it still holds, ask or accept once more: nmbrs-sync access request ID, or nmbrs-sync access confirm ID with --no-open-requests or --accept-loss',
  },
  overdue: {
    message: 'has had no answer in the time that the vendor promises',
    remedy: 'Ask the vendor, or send it again where the portal allows it: nmbrs-sync access worklist',
  },
  'send-login-data': {
    message: 'the person must be sent the login data, with the Company ID',
    remedy: 'Send them once the login is there',
  },
  'no-address-for-login-data': {
    message: 'has no e-mail address to send the login data to',
    remedy: 'Hand them over in person, or enter an address; then: nmbrs-sync access plan',
  },
  'hr-changes-need-approval': {
    message: 'changes of HR data by this person wait for a back-office or All-in user',
    remedy: 'Make sure that someone looks at them in AkkenCloud',
  },
  'rule-name-unknown': {
    message:
      'an earlier rule names an unknown department, office or company, and may be meant for this person',
    remedy:
      'Correct the name under access.portals, rules, in the configuration; which one it is: nmbrs-sync config check --online',
  },
  'notified-if-contact': {
    message: 'hears of approvals only as the contact, or the "reports to" contact, of the assignment',
    remedy: 'Check the contacts of the assignments in AkkenCloud',
  },
  'cases-only': {
    message: 'the profile gives access to cases in the portal, never to the systems themselves',
    remedy: 'Access to a system is given in that system',
  },
  'new-profile-needed': {
    message: 'everyone needs a new profile, also those who had one in an earlier portal',
    remedy: 'Fill in the form as the worklist says, then: nmbrs-sync access confirm ID',
  },
  'deletion-asked': {
    message: 'someone asked for this login to be deleted',
    remedy: 'Delete it as the worklist says, then: nmbrs-sync access confirm ID',
  },
  'user-name-asked': {
    message: 'the user name is to be made of the name this person has now',
    remedy: 'Change it as the worklist says, then: nmbrs-sync access confirm ID',
  },
  'password-asked': {
    message: 'a new password was asked for',
    remedy: 'Set it as the worklist says, then: nmbrs-sync access confirm ID',
  },
  'login-is-wanted': {
    message: 'a rule gives this person a login, so a deleted one would be made again',
    remedy:
      'Add a rule before it, with when: { employees: [ID] } and login: none; then: nmbrs-sync access remove ID',
  },
  'user-name-fits': {
    message: 'the user name is the one that the name of this person gives',
    remedy: 'Nothing to do',
  },
  'user-name-fixed': {
    message: 'this portal has no user name that can be changed',
    remedy: 'See what it can do: nmbrs-sync access portals',
  },
  'employee-record-missing': {
    message: 'is not in the list of employees of the portal: press Create Employee first',
    remedy: 'Create the employee in AkkenCloud, then the login',
  },
  'employee-record-unknown': {
    message:
      'must be in Employee Management; when the list does not show this person, press Create Employee first',
    remedy: 'Create the employee in AkkenCloud, then the login',
  },
}
