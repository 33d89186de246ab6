import type { ChangeReport, Outcome } from '../../domain/change.js'
import type { FindingCode } from '../../domain/finding.js'
import type { Link, LinkOrigin } from '../../domain/link.js'
import type { Language } from '../../domain/language/language.js'
import type { RunResult } from '../../domain/run.js'
import type { PersonPlan } from '../../plan/plan-person.js'
import { fieldTexts, sectionTexts } from './texts/field-texts.js'

/** What a section is called on an English screen. */
export const sectionWords = sectionTexts.en

const fieldOrder = new Map(Object.keys(fieldTexts.en).map((field, index) => [field, index]))

/** Fields in the order in which people read a record: the name first. Unknown ones come last. */
export const sortFields = (fields: readonly string[]): string[] =>
  [...fields].sort((a, b) => (fieldOrder.get(a) ?? fieldOrder.size) - (fieldOrder.get(b) ?? fieldOrder.size))

/** What a field is called on a screen; a field that is not in the catalogue goes by its own name. */
export const toFieldWord = (field: string, language: Language = 'en'): string => {
  const words: Readonly<Record<string, string>> = fieldTexts[language]
  return Object.hasOwn(words, field) ? (words[field] ?? field) : field
}

/** What a code says in a few words. */
export const reasonWords: Readonly<Record<FindingCode, string>> = {
  'left-service': 'left, and Nmbrs has no end',
  'gone-from-source': 'not in AlexisHR any more, and Nmbrs has no end',
  'left-scope': 'not in scope any more, and Nmbrs has no end',
  'moved-company': 'in another company now, and Nmbrs has no end',
  'paid-twice': 'two companies have a running employment',
  'employments-overlap': 'two running employments in one company',
  'not-on-payroll': 'not on the payroll in Nmbrs',
  'salary-after-end': 'the salary starts after the last day in Nmbrs',
  rehired: 'back, and the new employment is not in Nmbrs',
  'employment-ended': 'the employment in Nmbrs has ended',
  'salary-off-payroll': 'not on the payroll in Nmbrs',
  'required-field-missing': 'a required field is missing',
  'source-record-unreadable': 'the AlexisHR record cannot be read',
  'companies-unreadable': 'a list of companies cannot be read',
  'source-value-unreadable': 'a value in AlexisHR cannot be read',
  'date-time-unclear': 'a date-time in AlexisHR is no midnight',
  'source-company-mismatch': 'AlexisHR names two companies',
  'value-invalid': 'the value is not usable',
  'country-unknown': 'the country is not known',
  'phone-invalid': 'the phone number is not usable',
  'email-invalid': 'the e-mail address is not usable',
  'employee-number-invalid': 'the employee number is not usable',
  'employee-number-duplicate': 'two people have this employee number',
  'iban-invalid': 'the IBAN fails its check digits',
  'bic-invalid': 'the BIC is not usable',
  'account-number-invalid': 'the account number is not usable',
  'bank-account-incomplete': 'the bank account is not complete',
  'amount-invalid': 'the amount is not usable',
  'currency-not-euro': 'the currency is not EUR',
  'salary-type-unknown': 'the pay period has no salary type',
  'compensation-ambiguous': 'two salaries start on one day',
  'current-row-mismatch': 'AlexisHR points at another row than its dates',
  'street-not-splittable': 'the street line cannot be split',
  'match-ambiguous': 'several Nmbrs employees could be this person',
  'match-possible-duplicate': 'somebody is too much alike to create this person',
  'match-target-taken': 'the matching employee is connected to someone else',
  'match-contradicts': 'the employee that a rule found differs in what tells people apart',
  'match-target-unread': 'an employee who could be this person could not be read',
  'possible-second-employee': 'another employee looks like this person',
  'link-review': 'a rule made this link before such links were checked',
  'link-dangling': 'the Nmbrs employee is gone',
  'link-disconnected': 'disconnected by hand',
  'person-ignored': 'left out by hand',
  'create-recovered': 'found after a lost answer',
  'create-unresolved': 'an earlier creation is not resolved',
  'creation-unchecked': 'nobody is created while the employees in Nmbrs cannot be read',
  'first-contact': 'first contact',
  conflict: 'changed on both sides',
  drift: 'changed in Nmbrs',
  'start-date-differs': 'the start dates differ',
  'employee-number-taken': 'somebody in Nmbrs has this employee number',
  'house-number-separate': 'Nmbrs keeps the house number apart',
  'address-incomplete': 'the new address is not complete',
  'address-country-unclear': 'the new address names no country',
  'postal-code-invalid': 'that is no Dutch postal code',
  'address-ambiguous': 'Nmbrs holds several home addresses',
  'name-prefix-separate': 'Nmbrs keeps the name prefix apart',
  'bank-account-ambiguous': 'Nmbrs holds several Standaard accounts',
  'current-row-ambiguous': 'Nmbrs holds two records for the same period',
  'before-current-period': 'before the current payroll period',
  'period-unreadable': 'the payroll period is not understood',
  'period-moved': 'the payroll period moved on during the run',
  'salary-in-future': 'starts later',
  'employee-to-complete': 'a new employee, to be completed by payroll',
  'salary-withdrawn': 'sent to Nmbrs, and no more in AlexisHR',
  'section-unreadable': 'Nmbrs does not let it be read',
  'not-supported': 'Nmbrs has no call for it',
  'identity-first-contact': 'a rule connected the person, and name or birth date differ',
  'identity-changed': 'it would be another person',
  'birth-date-implausible': 'nobody who is hired was born on that day',
  'hire-date-implausible': 'nobody is hired on that day',
  'name-implausible': 'a name without a letter',
  'bank-account-changed': 'the bank account changed',
  'salary-change-large': 'the salary changes by much',
  'salary-by-table': 'Nmbrs sets the salary by a table and step',
  'salary-before-employment': 'the salary starts before the employment',
  'salary-period-differs': 'an amount per month where pay is by weeks',
  'salary-implausible': 'a first salary out of bounds, or none at all',
  'salary-full-time-rate': 'a full-time amount for somebody who works less',
  'salary-rate-changed': 'the rate changed beside an unchanged amount',
  'salary-type-changed': 'the salary changes its type',
  'iban-shared': 'somebody else has the same bank account',
  'hold-rejected': 'rejected by hand',
  'threshold-exceeded': 'more people than the limit',
  'same-field-changed': 'a field would change for nearly everybody',
  'target-moved': 'changed in Nmbrs after the plan',
  'depends-on-failed': 'waits for another change of this person',
  stopped: 'the run was stopped',
  'write-refused': 'Nmbrs refused it',
  'write-failed': 'Nmbrs could not do it now',
  'write-unknown': 'the answer was lost',
  'write-left-open': 'the answer was lost and the person left the scope',
  'creation-left-open': 'the answer to the creation was lost and the person left the scope',
  'write-not-confirmed': 'reading it back shows something else',
  'right-missing': 'the account may not make this call',
}

/** The words of a reason; one that is not a known code is shown as it is. */
export const toReasonWords = (reason: string): string => {
  const words: Readonly<Record<string, string>> = reasonWords
  return Object.hasOwn(words, reason) ? (words[reason] ?? reason) : reason
}

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  planned: 'to send',
  applied: 'done',
  unchanged: 'was so already',
  held: 'held',
  skipped: 'skipped',
  failed: 'failed',
  unknown: 'unknown',
}

export const kindWords: Readonly<Record<ChangeReport['kind'], string>> = {
  create: 'create',
  update: 'change',
  end: 'end',
}

export const resultWords: Readonly<Record<RunResult, string>> = {
  ok: 'done',
  held: 'done, with something held',
  failed: 'failed',
  aborted: 'stopped',
}

/** Where a person stands, for one who is not simply connected. */
export const pairingWords: Readonly<Record<PersonPlan['pairing'], string>> = {
  connected: 'connected',
  create: 'new: the next sync creates this employee',
  blocked: 'blocked: a required field is missing',
  unreadable: 'the AlexisHR record cannot be read',
  ambiguous: 'several Nmbrs employees could be this person',
  contradicts: 'the Nmbrs employee that a rule found differs in what tells people apart',
  taken: 'the matching Nmbrs employee is connected to somebody else',
  'lost-creation': 'an earlier creation got no answer and is not resolved',
  lookalike: 'somebody is too much alike to create this person unasked',
  unread: 'not created: an Nmbrs employee who could be this person could not be read',
  dangling: 'the Nmbrs employee is gone from the company',
  disconnected: 'disconnected by hand',
  ignored: 'left out by hand',
}

/** How a link came about. */
export const toOriginWords = (origin: LinkOrigin): string => {
  if (origin.startsWith('rule:')) return `matched by ${origin.slice('rule:'.length)}`
  const words: Readonly<Record<string, string>> = {
    manual: 'connected by hand',
    created: 'created by nmbrs-sync',
    recovered: 'created by nmbrs-sync, found after a lost answer',
  }
  return words[origin] ?? origin
}

/** What is stored about a person, in words. */
export const toLinkWords = (link: Link): string => {
  switch (link.status) {
    case 'connected':
      return `connected to Nmbrs employee ${link.targetId}, ${toOriginWords(link.origin)}`
    case 'disconnected':
      return `disconnected by hand from Nmbrs employee ${link.formerTargetId}`
    case 'ignored':
      return `left out by hand${link.until === undefined ? '' : ` until ${link.until}`}: ${link.reason}`
    case 'create-wanted':
      return 'to be created, by hand'
  }
}
