import type { Finding, FindingCode } from '../domain/finding.js'
import type { SourceEmployeeId } from '../domain/ids.js'
import { sectionNames, type FieldName, type Section } from '../domain/sections.js'
import { serviceWordings } from './service/service-wordings.js'
import type { Wording } from './wording.js'

/** The English words of each finding that planning makes. */
export const findingWordings = {
  'match-ambiguous': {
    severity: 'error',
    message:
      'More than one Nmbrs employee could be this person, or two people could be one employee, so no one is connected',
    remedy: 'Choose one: nmbrs-sync match {id} TARGET',
  },
  'match-target-taken': {
    severity: 'error',
    message: 'The Nmbrs employee who matches this person is connected to someone else',
    remedy:
      'If this is one person with two AlexisHR records, leave one out: nmbrs-sync ignore {id} --reason TEXT',
  },
  'match-contradicts': {
    severity: 'error',
    message:
      'The Nmbrs employee that a rule found differs in what tells people apart, so no one is connected',
    remedy:
      'Compare the two: nmbrs-sync explain {id} --show-values. The same person: nmbrs-sync match {id} TARGET --force --reason TEXT; someone else: nmbrs-sync match {id} --new',
  },
  'match-possible-duplicate': {
    severity: 'error',
    message: 'A very similar employee already exists; creating this person could make a duplicate',
    remedy:
      'Compare them: nmbrs-sync explain {id} --show-values. The same person: nmbrs-sync match {id} TARGET; different people: nmbrs-sync match {id} --new',
  },
  'match-target-unread': {
    severity: 'error',
    message:
      'Nmbrs lists employees whose personal info could not be read; one of them could be this person, so no employee is created',
    remedy: 'Look at them in Nmbrs. If this person is not among them: nmbrs-sync match {id} --new',
  },
  'possible-second-employee': {
    severity: 'warning',
    message: 'Nmbrs has another employee who looks like this person and is not connected to anyone',
    remedy: 'Compare them in Nmbrs. If it is the same person twice, end the extra employment there',
  },
  'link-review': {
    severity: 'warning',
    message:
      'An earlier version connected this person by a rule and wrote a first name or birth date to Nmbrs at first contact; the employee may have been someone else',
    remedy:
      'See the list, and compare with what payroll has on paper: nmbrs-sync worklist --review. One person: nmbrs-sync match {id} TARGET; two people: nmbrs-sync disconnect {id}',
  },
  'create-unresolved': {
    severity: 'error',
    message: 'An earlier creation got no answer, and several Nmbrs employees could be its result',
    remedy: 'Choose one: nmbrs-sync match {id} TARGET, or none: nmbrs-sync match {id} --new',
  },
  'create-recovered': {
    severity: 'info',
    message: 'An earlier creation got no answer; the employee was found in Nmbrs and is connected',
    remedy: 'Nothing to do',
  },
  'link-dangling': {
    severity: 'error',
    message: 'The connected Nmbrs employee is no longer in the company; nothing is written or created',
    remedy:
      'After a change between SOAP and REST: nmbrs-sync cutover prepare. Otherwise end the link: nmbrs-sync disconnect {id}; then, if there is another record: nmbrs-sync match {id} TARGET',
  },
  'link-disconnected': {
    severity: 'info',
    message: 'Disconnected by hand, and stays so',
    remedy: 'To connect again: nmbrs-sync match {id} TARGET',
  },
  'person-ignored': {
    severity: 'info',
    message: 'Left out by hand',
    remedy: 'To include the person again: nmbrs-sync ignore {id} --undo',
  },
  'first-contact': {
    severity: 'warning',
    message: 'The {section} in Nmbrs was there before and differs; it is not overwritten on first contact',
    remedy: 'Make both sides agree in Nmbrs or AlexisHR; details: nmbrs-sync explain {id} --show-values',
  },
  conflict: {
    severity: 'error',
    message: '{field} was changed both in AlexisHR and in Nmbrs since they last agreed',
    remedy: 'Make both sides agree; details: nmbrs-sync explain {id} --show-values',
  },
  drift: {
    severity: 'warning',
    message: '{field} was changed in Nmbrs; the Nmbrs value is kept',
    remedy:
      'Keep the Nmbrs value: nmbrs-sync drift --accept-target {id}; or send the AlexisHR value again: nmbrs-sync drift --restore-source {id}',
  },
  'start-date-differs': {
    severity: 'warning',
    message: 'The start date in Nmbrs differs from AlexisHR; it is not changed',
    remedy: 'Correct the wrong side, or set employment.updateStartDate in the configuration',
  },
  'employee-number-taken': {
    severity: 'error',
    message: 'Another Nmbrs employee already has this employee number, so it is not sent',
    remedy: 'Correct the number on one side; details: nmbrs-sync explain {id} --show-values',
  },
  'house-number-separate': {
    severity: 'error',
    message:
      'Nmbrs keeps the house number in a field of its own; sending the whole line as Street would print it twice',
    remedy:
      'Map HouseNumber with transform houseNumber and Street with transform streetName, then: nmbrs-sync mappings check',
  },
  'address-incomplete': {
    severity: 'error',
    message:
      'The address in AlexisHR changed and its street, postal code or town is missing, so the address is not sent',
    remedy:
      'Complete the address in AlexisHR; the next run sends it. Both sides: nmbrs-sync explain {id} --show-values',
  },
  'address-country-unclear': {
    severity: 'error',
    message:
      'The address in AlexisHR changed and names no country, and its postal code does not fit the country in Nmbrs',
    remedy: 'Enter the country in AlexisHR; the next run sends the address',
  },
  'postal-code-invalid': {
    severity: 'error',
    message: 'The new address is in the Netherlands and its postal code is not four digits and two letters',
    remedy: 'Correct the postal code or the country in AlexisHR; the next run sends the address',
  },
  'write-not-confirmed': {
    severity: 'error',
    message:
      'Nmbrs kept {field} of the old address when a new one was written, so the two may be mixed there',
    remedy:
      'Empty it in Nmbrs; what belongs to the new address can be entered after the next run: nmbrs-sync sync --employee {id}',
  },
  'address-ambiguous': {
    severity: 'error',
    message: 'Nmbrs has more than one current home address for this person, so none of them is changed',
    remedy: 'Leave one current home address in Nmbrs, then: nmbrs-sync sync --employee {id}',
  },
  'address-next-period': {
    severity: 'error',
    message:
      'A home address begins in this payroll period already, and it is known that Nmbrs takes no second one; the change is sent in the next period',
    remedy: 'Nothing, or make the change in Nmbrs; the next run sees it',
  },
  'address-again': {
    severity: 'warning',
    message:
      'A home address begins in this payroll period already, and it is not known whether Nmbrs takes a second one',
    remedy:
      'Nothing. If Nmbrs refuses it, change the address in Nmbrs, or wait: it is sent again in the next payroll period',
  },
  'name-prefix-separate': {
    severity: 'error',
    message:
      'Nmbrs keeps the name prefix in a field of its own; sending the whole last name would print the prefix twice',
    remedy: 'Change the name in Nmbrs, or map Prefix; details: nmbrs-sync explain {id} --show-values',
  },
  'iban-invalid': {
    severity: 'error',
    message: '{field} of the bank account looks like an IBAN, but its check digits or length are wrong',
    remedy: 'Correct it in AlexisHR; the next sync will pick this up',
  },
  'bic-invalid': {
    severity: 'error',
    message: 'The BIC is not from a bank in the country of the IBAN, so the bank account is not sent',
    remedy: 'Correct the BIC in AlexisHR, or empty it; the next sync will pick this up',
  },
  'account-number-invalid': {
    severity: 'error',
    message:
      'The account number has something other than digits and separators, or is not the one of the IBAN',
    remedy: 'Correct the number in AlexisHR, or empty it; the next sync will pick this up',
  },
  'bank-account-ambiguous': {
    severity: 'error',
    message: 'Nmbrs has several bank accounts of type Standaard, and it is not clear which one to replace',
    remedy: 'Leave one Standaard account in Nmbrs, then: nmbrs-sync sync --employee {id}',
  },
  'current-row-ambiguous': {
    severity: 'error',
    message:
      'Nmbrs holds two different records of the {section} for the same period and does not say which was entered last, so it is not written',
    remedy: 'Remove the wrong record in Nmbrs, then: nmbrs-sync sync --employee {id}',
  },
  'before-current-period': {
    severity: 'error',
    message:
      'The {section} would start before the current payroll period, which makes payroll recalculate paid periods',
    remedy:
      'Enter it in Nmbrs by hand, see: nmbrs-sync worklist; or allow it for one run: nmbrs-sync sync --allow-past-periods --employee {id}',
  },
  'period-unreadable': {
    severity: 'error',
    message:
      'The current payroll period of the company could not be understood, so nothing with a start date is sent',
    remedy: 'Run nmbrs-sync doctor and report the period it shows',
  },
  'salary-in-future': {
    severity: 'info',
    message:
      'A salary in AlexisHR starts after the current payroll period; it is sent when its period begins',
    remedy:
      'Nothing to do; to send it earlier, set salary.lookAheadDays in the configuration, then: nmbrs-sync config check',
  },
  'salary-withdrawn': {
    severity: 'error',
    message:
      'A salary that was sent to Nmbrs is no longer in AlexisHR on that day, and Nmbrs keeps paying it',
    remedy:
      'See both rows: nmbrs-sync explain {id} --show-values; what only payroll can undo: nmbrs-sync worklist',
  },
  'section-unreadable': {
    severity: 'error',
    message: 'The {section} could not be read from Nmbrs, so it is not written',
    remedy: 'Check the rights of the account: nmbrs-sync doctor',
  },
  'not-supported': {
    severity: 'error',
    message: 'The connection to Nmbrs has no call that changes the {section}',
    remedy: 'Make the change in Nmbrs; the next run sees it',
  },
  'identity-first-contact': {
    severity: 'error',
    message:
      'A rule connected this person, and AlexisHR has another name or birth date than Nmbrs; those of Nmbrs are kept until someone decides',
    remedy: 'See which hold it is: nmbrs-sync holds',
  },
  'identity-changed': {
    severity: 'error',
    message:
      'With the data of AlexisHR this Nmbrs employee would become someone else: the birth date, first and last name, or the whole last name differ; none of it is sent until someone decides',
    remedy: 'See which hold it is: nmbrs-sync holds',
  },
  'date-time-unclear': {
    severity: 'error',
    message:
      'AlexisHR has a date with a time that is midnight neither in UTC nor in the time zone of the configuration, so the day is unclear and the {section} is held',
    remedy: 'Enter the day again in AlexisHR. The next sync will pick this up',
  },
  'birth-date-implausible': {
    severity: 'error',
    message:
      'The birth date lies in the future, or makes the person younger than 13 or older than 100 when the employment starts',
    remedy: 'See which hold it is: nmbrs-sync holds',
  },
  'hire-date-implausible': {
    severity: 'error',
    message:
      'The hire date lies further from today than holds.hireDate allows, or does not fit the birth date',
    remedy: 'See which hold it is: nmbrs-sync holds',
  },
  'name-implausible': {
    severity: 'error',
    message: 'The first or last name has no letter in it',
    remedy: 'See which hold it is: nmbrs-sync holds',
  },
  'bank-account-changed': {
    severity: 'error',
    message:
      'AlexisHR has another bank account than Nmbrs; no payment goes to the new account until someone approves it',
    remedy: 'See which hold it is: nmbrs-sync holds',
  },
  'salary-change-large': {
    severity: 'error',
    message: 'The salary changes by more than salaryChangePercent allows without approval',
    remedy: 'See which hold it is: nmbrs-sync holds',
  },
  'salary-type-changed': {
    severity: 'error',
    message: 'The type of the salary changes, so the two amounts cannot be compared',
    remedy: 'See which hold it is: nmbrs-sync holds',
  },
  'salary-by-table': {
    severity: 'error',
    message:
      'Nmbrs sets the salary of this person by a salary table and step, and AlexisHR has another amount or day',
    remedy: 'See which hold it is: nmbrs-sync holds',
  },
  'salary-before-employment': {
    severity: 'error',
    message: 'The salary would start before the employment',
    remedy: 'See which hold it is: nmbrs-sync holds',
  },
  'salary-period-differs': {
    severity: 'error',
    message:
      'AlexisHR has an amount per month, and this company pays by weeks or by four weeks, so the amount is not sent as it is',
    remedy: 'See which hold it is: nmbrs-sync holds',
  },
  'salary-implausible': {
    severity: 'error',
    message: 'The salary is zero, or it is a first salary outside the usual range (holds.salaryBounds)',
    remedy: 'See which hold it is: nmbrs-sync holds',
  },
  'salary-full-time-rate': {
    severity: 'warning',
    message:
      'The amount is for full time, and AlexisHR has a rate other than 100 % for this person; Nmbrs pays by its own part-time percentage, which is not kept in step',
    remedy: 'Check the part-time percentage in Nmbrs',
  },
  'salary-rate-changed': {
    severity: 'warning',
    message:
      'The rate of the employment changed in AlexisHR and the amount of the salary did not; someone may have forgotten to change the amount, or the part-time percentage in Nmbrs',
    remedy:
      'Correct the amount in AlexisHR, or the percentage in Nmbrs; if all is right: nmbrs-sync drift --accept-target {id} --section salary',
  },
  'iban-shared': {
    severity: 'error',
    message: 'AlexisHR has the same bank account for someone else in this company',
    remedy:
      'Correct the one that is wrong in AlexisHR; if they do share it, release the hold: nmbrs-sync holds',
  },
  ...serviceWordings,
  'hold-rejected': {
    severity: 'info',
    message: 'The {section} in AlexisHR was rejected, so it is not sent',
    remedy: 'Correct it in AlexisHR; to take the rejection back: nmbrs-sync holds',
  },
  'write-refused': {
    severity: 'error',
    message:
      'Nmbrs refused the {section} in an earlier run, and it is not sent again until a value or the payroll period changes',
    remedy:
      'Do it in Nmbrs, see: nmbrs-sync worklist; or have it sent once more: nmbrs-sync worklist retry {id}',
  },
  'employee-to-complete': {
    severity: 'info',
    message:
      'The employee was created and lacks what only payroll can fill in: BSN, tax table, identity document, work schedule and part-time percentage',
    remedy: 'Complete the employee in Nmbrs, then: nmbrs-sync worklist done {id}',
  },
  'write-left-open': {
    severity: 'warning',
    message:
      'An earlier write ({section}) got no answer, and this person has left the scope since, so the outcome is not checked',
    remedy: 'Look at the employee in Nmbrs and correct it there, then: nmbrs-sync disconnect {id}',
  },
  'creation-left-open': {
    severity: 'warning',
    message:
      'An earlier creation got no answer, and this person has left the scope since, so the outcome is not checked',
    remedy:
      'Look for the employee in Nmbrs. If the person comes back, the next run looks before it creates: nmbrs-sync sync',
  },
  'depends-on-failed': {
    severity: 'warning',
    message: 'Waits for another change of this person that did not go through',
    remedy: 'See that change: nmbrs-sync explain {id}',
  },
} as const satisfies Partial<Record<FindingCode, Wording>>

export type PlanFindingCode = keyof typeof findingWordings

/** A finding in its fixed words. */
export const toFinding = (
  code: PlanFindingCode,
  subject: SourceEmployeeId,
  section?: Section,
  field?: FieldName,
): Finding => {
  const { severity, message, remedy } = findingWordings[code]
  const fill = (text: string): string =>
    text
      .replaceAll('{id}', subject)
      .replaceAll('{field}', field ?? 'A value')
      .replaceAll('{section}', section === undefined ? 'record' : sectionNames[section])
  return {
    code,
    severity,
    subject,
    ...(section === undefined ? {} : { section }),
    ...(field === undefined ? {} : { field }),
    message: fill(message),
    remedy: fill(remedy),
  }
}
