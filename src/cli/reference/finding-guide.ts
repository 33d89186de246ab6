import type { FindingCode } from '../../domain/finding.js'

/** What a finding says, and what to do; both as Markdown. */
export type GuideEntry = readonly [says: string, remedy: string]

/** The headings of the guide, each with its codes: what a reader of `docs/findings.md` sees. */
const guide = {
  'What AlexisHR says': {
    'required-field-missing': [
      'First name, last name, birth date or hire date is missing',
      'Fill it in in AlexisHR',
    ],
    'source-record-unreadable': [
      'AlexisHR gave a record in an unexpected form',
      'Correct the record. If it looks right, report it',
    ],
    'companies-unreadable': [
      'The list of companies cannot be read, and a configured company has no people',
      'Check `companies[]`, or give the account the right',
    ],
    'source-value-unreadable': [
      'An employment or compensation has a value of an unexpected form, or no date',
      'Correct it in AlexisHR',
    ],
    'date-time-unclear': [
      'A date has a time that is midnight neither in UTC nor in `timezone`',
      'Enter the date again in AlexisHR',
    ],
    'source-company-mismatch': [
      'The rows of a person name different companies',
      'Correct the employment in AlexisHR',
    ],
    'value-invalid': ['A value cannot be used as it is', 'Correct it in AlexisHR'],
    'country-unknown': [
      'The country is neither a known code nor a known name',
      'Enter a two-letter code or a full country name',
    ],
    'phone-invalid': ['The value is not a phone number', 'Correct it in AlexisHR'],
    'email-invalid': ['The value is not an e-mail address', 'Correct it in AlexisHR'],
    'employee-number-invalid': [
      'Nmbrs takes whole numbers only',
      'Change the number, or set `stripZeros` in the mapping',
    ],
    'employee-number-duplicate': [
      'Two people of one company have the same number; neither is sent',
      'Correct one of them',
    ],
    'iban-invalid': ['The IBAN fails its check digits', 'Correct it in AlexisHR'],
    'bic-invalid': [
      'The value is not a BIC, or is a BIC of another country than the IBAN',
      'Correct or empty it in AlexisHR',
    ],
    'account-number-invalid': [
      'An account number has something other than digits and separators, or is not the one of the IBAN',
      'Correct it in AlexisHR',
    ],
    'bank-account-incomplete': ['A BIC without an account', 'Enter the IBAN or the number'],
    'amount-invalid': ['The amount is negative, not a number, or too precise', 'Correct the compensation'],
    'currency-not-euro': [
      'Nmbrs pays in euro',
      'Enter the compensation in euro, or pay this person elsewhere',
    ],
    'salary-type-unknown': [
      'The salary is paid per something other than a month or an hour',
      'Change the pay period, or add a table to the mapping',
    ],
    'compensation-ambiguous': ['Two compensations start on the same day', 'Remove one in AlexisHR'],
    'current-row-mismatch': [
      'AlexisHR marks another row as current than the dates say; the mark was followed',
      'Look at the employment or compensation',
    ],
    'street-not-splittable': [
      'The street line has no house number that can be recognised',
      'Correct the street',
    ],
  },
  'Who is who': {
    'match-ambiguous': ['Several Nmbrs employees could be this person', '`match ID TARGET`'],
    'match-possible-duplicate': [
      'An employee who looks much alike exists, so this person is not created',
      '`match ID TARGET`, or `match ID --new`',
    ],
    'match-target-taken': [
      'The Nmbrs employee is connected to someone else',
      '`ignore` one of the two records, or `disconnect` the other',
    ],
    'match-contradicts': [
      'A rule found an employee, but something that identifies people differs',
      '`explain ID --show-values`, then `match` or `match --new`',
    ],
    'match-target-unread': [
      'An employee who could be this person could not be read',
      'Look in Nmbrs; if it is someone else, `match ID --new`',
    ],
    'possible-second-employee': [
      'Another Nmbrs employee looks like a connected one',
      'Compare them in Nmbrs; end one if it is one person twice',
    ],
    'link-review': [
      'A rule of an earlier version connected this person, and wrote a name or birth date',
      '`worklist --review`, then `match` again or `disconnect`',
    ],
    'link-dangling': [
      'The connected employee is gone from Nmbrs',
      '`cutover prepare` after a change of transport, else `match` again, or `disconnect`',
    ],
    'link-disconnected': ['Disconnected by hand', 'Nothing, or `match`'],
    'person-ignored': ['Left out by hand', 'Nothing, or `ignore --undo`'],
    'create-recovered': ['The answer to a creation was lost; the new employee was found', 'Nothing'],
    'create-unresolved': [
      'The answer to a creation was lost, and several employees could be the result',
      '`match ID TARGET`, or `match ID --new`',
    ],
    'creation-unchecked': [
      'Right before a creation it could not be read who is employed',
      '`sync` when Nmbrs answers again',
    ],
  },
  'Comparing AlexisHR with Nmbrs': {
    'first-contact': [
      'A bank account or salary was in Nmbrs before and differs',
      'Make both sides agree, or `holds release ID`',
    ],
    conflict: ['Both sides changed', 'Make both sides agree, or `holds release ID`'],
    drift: [
      'Payroll changed the value; the value of Nmbrs is kept',
      '`drift --accept-target ID`, or `drift --restore-source ID`',
    ],
    'start-date-differs': ['The start dates differ', 'Correct one side, or `employment.updateStartDate`'],
    'employee-number-taken': [
      'Another Nmbrs employee has that number',
      'Correct one side. If the other gives it up in this run, the next run sends it',
    ],
    'house-number-separate': ['Nmbrs keeps the house number apart', 'Map `HouseNumber`, or correct one side'],
    'address-incomplete': [
      'An address changed and lacks its street, postal code or town',
      'Complete it in AlexisHR',
    ],
    'address-country-unclear': [
      'An address changed, names no country, and Nmbrs has a country other than a known code',
      'Fill in the country in AlexisHR',
    ],
    'postal-code-invalid': [
      'An address in the Netherlands changed, and its postal code is not a Dutch one',
      'Correct it in AlexisHR',
    ],
    'address-ambiguous': ['There are several current home addresses', 'Leave one in Nmbrs'],
    'address-next-period': [
      'It is known that Nmbrs takes no second address in one payroll period (`nmbrs.rest.known`)',
      'Nothing: it is sent in the next period. Or change it in Nmbrs',
    ],
    'address-again': [
      'A second address of one payroll period is sent, and it is not known whether Nmbrs takes it',
      'Nothing. If it is refused, change it in Nmbrs, or wait for the next period',
    ],
    'name-prefix-separate': [
      'Nmbrs keeps the name prefix apart',
      'Change the name in Nmbrs, or map `Prefix`',
    ],
    'bank-account-ambiguous': ['There are several accounts of type Standaard', 'Leave one in Nmbrs'],
    'current-row-ambiguous': [
      'There are two records for one period, and Nmbrs does not say which was entered last',
      'Remove the wrong one in Nmbrs',
    ],
    'before-current-period': [
      'The change would start before the current payroll period',
      'Enter it in Nmbrs, or `sync --allow-past-periods`',
    ],
    'period-unreadable': [
      'The payroll period could not be understood',
      '`doctor`; over REST set `companies[].payrollPeriod`',
    ],
    'period-moved': ['Payroll moved to another period during the run, so the rest waits', '`sync` again'],
    'salary-in-future': [
      'A salary starts after the current payroll period and waits for it',
      'Nothing, or `salary.lookAheadDays`',
    ],
    'salary-withdrawn': [
      'A salary that was sent is no longer in AlexisHR, and Nmbrs keeps paying it',
      '`holds release ID`, `holds reject ID`, or `worklist`',
    ],
    'employee-to-complete': [
      'A new employee lacks what only payroll can fill in (shown by `status`)',
      'Complete them in Nmbrs, then `worklist done ID`',
    ],
    'section-unreadable': ['A part could not be read from Nmbrs, so it is not written', '`doctor`'],
    'not-supported': ['Nmbrs has no call for this change', 'Make the change in Nmbrs'],
  },
  'Who is in service': {
    'left-service': [
      'Someone who is connected left, and the employment in Nmbrs has no end',
      'Enter the last day in Nmbrs; or `ignore ID --reason TEXT`',
    ],
    'gone-from-source': [
      'Someone who is connected is not in AlexisHR any more, and the employment in Nmbrs has no end',
      'If they left, enter the last day in Nmbrs; or `ignore ID --reason TEXT`',
    ],
    'left-scope': [
      'Someone who is connected fell out of scope, and the employment in Nmbrs has no end',
      'Enter the last day in Nmbrs, or look at `companies` and `scope`; or `ignore ID --reason TEXT`',
    ],
    'moved-company': [
      'Someone is in another company now, and the employment in the former one has no end',
      'Enter the last day there in Nmbrs; or `ignore ID --reason TEXT`',
    ],
    'paid-twice': [
      'Two Nmbrs companies have a running employment of one person',
      'Enter the last day of one in Nmbrs; or `disconnect ID`',
    ],
    'employments-overlap': [
      'Nmbrs has two running employments of one person in one company',
      'End one of them in Nmbrs',
    ],
    'not-on-payroll': [
      'The Nmbrs employee is an applicant, a new hire, external or deceased',
      'Look at the employee in Nmbrs; a salary waits',
    ],
    'salary-after-end': [
      'A salary would start after the last day in Nmbrs, and is never sent',
      'Enter the employment or its new end in Nmbrs, or end it in AlexisHR; `explain ID`',
    ],
  },
  'Waiting for a decision': {
    rehired: [
      'The employment in Nmbrs ended and AlexisHR has one that starts after that',
      'Enter the new employment in Nmbrs; the next sync continues',
    ],
    'employment-ended': [
      'The employment in Nmbrs ended, so what changed waits',
      '`holds release ID`, `holds reject ID`, or `worklist`',
    ],
    'salary-off-payroll': [
      'The Nmbrs employee is not on the payroll, so the salary waits',
      '`holds release ID`, `holds reject ID`, or `worklist`',
    ],
    'identity-first-contact': [
      'A rule found the person, and name or birth date differ',
      '`holds release ID`, or `holds reject ID`; `disconnect`',
    ],
    'identity-changed': [
      'AlexisHR would turn the Nmbrs employee into another person',
      '`holds release ID`, or `disconnect` and `match`',
    ],
    'birth-date-implausible': [
      'A birth date in the future, or an age at hire outside of 13 to 100',
      '`holds release ID`, or correct it in AlexisHR',
    ],
    'hire-date-implausible': [
      'A hire date outside of `holds.hireDate`, or too early for the birth date',
      '`holds release ID`, or correct it in AlexisHR',
    ],
    'name-implausible': [
      'A first or last name without a letter',
      '`holds release ID`, or correct it in AlexisHR',
    ],
    'bank-account-changed': [
      'A connected employee has another bank account in AlexisHR than in Nmbrs',
      '`holds release ID`, or `holds reject ID`',
    ],
    'salary-change-large': [
      'The salary changes by more than `holds.salaryChangePercent`',
      '`holds release ID`, or `holds reject ID`',
    ],
    'salary-type-changed': [
      'The salary becomes one of another type',
      '`holds release ID`, or `holds reject ID`',
    ],
    'salary-by-table': [
      'Nmbrs sets the salary by a salary table and step',
      '`holds release ID`, or `holds reject ID`',
    ],
    'salary-before-employment': [
      'The salary would start before the employment',
      '`holds release ID`, or `salary.beforeEmployment`',
    ],
    'salary-period-differs': [
      'An amount per month where the company pays by weeks or four weeks',
      '`holds release ID`, or `companies[].monthlyAmount`',
    ],
    'salary-implausible': [
      'A first salary outside of `holds.salaryBounds`, or a salary of 0',
      '`holds release ID`, or `holds reject ID`',
    ],
    'salary-full-time-rate': [
      'A full-time amount for someone whose rate in AlexisHR is not 100 %',
      'Check the percentage in Nmbrs; the first: `holds release ID`',
    ],
    'salary-rate-changed': [
      'The rate changed in AlexisHR and the amount did not',
      'Correct one side, or `drift --accept-target ID`',
    ],
    'iban-shared': [
      'Two people of one company have the same bank account in AlexisHR',
      'Correct one of them, or `holds release ID` for each',
    ],
    'hold-rejected': [
      'Someone rejected the change, so it is not sent',
      'Correct it in AlexisHR, or `holds release ID`',
    ],
  },
  'How much one run may change': {
    'threshold-exceeded': [
      'More people would change than the limit of that kind allows',
      'Look at `plan`. If it is right, use the command that the finding names',
    ],
    'same-field-changed': [
      'One field would change for nearly everyone',
      'Look at `plan`. If it is right, use the command that the finding names',
    ],
  },
  'Writing to Nmbrs': {
    'target-moved': ['Someone changed it in Nmbrs between the plan and the write', '`plan` again'],
    'depends-on-failed': ['It needs another change of this person, which failed', 'See that change'],
    stopped: ['The run was stopped', '`sync` again'],
    'write-refused': [
      'Nmbrs refused it, and it is not sent again until something changes',
      '`worklist`: do it in Nmbrs, or `worklist retry ID`',
    ],
    'write-failed': ['Nmbrs could not do it at that moment', '`sync` again'],
    'write-unknown': ['The answer was lost; the next run looks first', '`sync` again'],
    'write-left-open': [
      'The answer was lost, and the person is no longer in scope',
      'Look in Nmbrs, then `disconnect`',
    ],
    'creation-left-open': [
      'The answer to a creation was lost, and the person is no longer in scope',
      'Look in Nmbrs whether the employee is there',
    ],
    'write-not-confirmed': ['Nmbrs shows something else after the write', '`explain ID --show-values`'],
    'right-missing': ['The account may not make that call', 'Open the call in Nmbrs, then `doctor`'],
    'canary-failed': [
      'One of the first people of a run is not in Nmbrs as was sent; the changes of all others wait',
      '`explain ID --show-values`, then `sync --canary 1`, or `sync --no-canary`',
    ],
  },
} as const satisfies Record<string, Partial<Record<FindingCode, GuideEntry>>>

/** The codes without an entry: it does not compile while there is one. */
type Missing = Exclude<
  FindingCode,
  { [Topic in keyof typeof guide]: keyof (typeof guide)[Topic] }[keyof typeof guide]
>
export const findingGuide: [Missing] extends [never]
  ? Readonly<Record<string, Partial<Record<FindingCode, GuideEntry>>>>
  : Missing = guide
