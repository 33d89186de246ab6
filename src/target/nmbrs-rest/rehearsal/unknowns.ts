/**
 * An unknown of the Nmbrs REST contract, section 15, and what a value of it means for the person who uses the
 * product.
 */
export interface Unknown {
  row: number
  /** Its name in documents. */
  name: string
  behaviour: string
  /** What each value means; `other` for every value that is not named. */
  means: Readonly<Record<string, string>>
}

const same = 'Nothing changes: every form is understood.'
const always = (other: string): Unknown['means'] => ({ other })

/** In the order of section 15. */
export const unknowns: readonly Unknown[] = [
  { row: 1, name: 'periodRow', behaviour: 'form of the current period', means: always(same) },
  { row: 2, name: 'writeStatus', behaviour: 'status of a write', means: always(same) },
  {
    row: 3,
    name: 'writeAnswer',
    behaviour: 'answer to a write',
    means: {
      empty: 'A new employee is found again by number, name and birth date: one more list is read for each.',
      other: 'The id of a new employee is known at once.',
    },
  },
  {
    row: 4,
    name: 'personalInfoPut',
    behaviour: 'PUT of personal info: what is not sent',
    means: {
      merge: 'Nothing is lost. Everything is sent along all the same.',
      other: 'What is not sent is lost, which is why everything is sent along.',
    },
  },
  {
    row: 5,
    name: 'employeeTypeOnPut',
    behaviour: 'PUT of personal info without employeeType',
    means: always('Nothing changes: the type is always sent along.'),
  },
  {
    row: 6,
    name: 'secondAddress',
    behaviour: 'second address of a type in a period',
    means: {
      add: 'A second change of address in a period is sent.',
      replace: 'A second change of address in a period is sent.',
      other:
        'A second change of address in a period waits for the next period; with nmbrs.rest.known it is held before it is sent.',
    },
  },
  {
    row: 7,
    name: 'sameStartSalary',
    behaviour: 'salary for a start date that has one',
    means: always('Nothing changes: a second salary for a start date is never sent.'),
  },
  {
    row: 8,
    name: 'secondEmployment',
    behaviour: 'employment after a creation with inServiceDate',
    means: always('Nothing changes: a creation brings its employment, and none is added.'),
  },
  {
    row: 9,
    name: 'employmentInPast',
    behaviour: 'start in a closed period',
    means: {
      refuse:
        'No one can be created who starts before the current period; the date is for payroll to decide.',
      other: 'Someone can be created who starts before the current period, where that is allowed for a run.',
    },
  },
  {
    row: 10,
    name: 'pastPeriod',
    behaviour: 'write for a period before the current one',
    means: {
      moveToCurrent: 'Nmbrs moves it silently. Nothing is ever sent for an earlier period.',
      other: 'Nothing changes: nothing is ever sent for an earlier period.',
    },
  },
  {
    row: 11,
    name: 'futurePeriod',
    behaviour: 'write for a later period',
    means: {
      refuse: 'Changes for someone whose data begin in a later period wait until then.',
      other: 'Changes for someone whose data begin in a later period are sent at once.',
    },
  },
  {
    row: 12,
    name: 'createdFrom',
    behaviour: 'filter createdFrom',
    means: always('Nothing changes: lists are read whole.'),
  },
  {
    row: 13,
    name: 'changedFrom',
    behaviour: 'filter changedFrom on employments',
    means: always('Nothing changes: lists are read whole.'),
  },
  {
    row: 14,
    name: 'employeeFilter',
    behaviour: 'filter employeeId on addresses, bank accounts and personal info',
    means: {
      works: 'Each look after a write is one short call.',
      other:
        'Each look after a write reads a whole list, and one reading serves all who wait; with nmbrs.rest.known from the first look on.',
    },
  },
  {
    row: 15,
    name: 'salaryScope',
    behaviour: 'scope of salaries',
    means: {
      payment:
        'employee.payment and employee.payment.read are needed too: nmbrs.rest.known asks for them, or add them to nmbrs.rest.scopes.',
      other: 'The usual scopes are enough.',
    },
  },
  {
    row: 16,
    name: 'bankAccountScope',
    behaviour: 'scope of bank accounts',
    means: {
      bankaccount:
        'employee.bankaccount and employee.bankaccount.read are needed too: nmbrs.rest.known asks for them, or add them to nmbrs.rest.scopes.',
      other: 'The usual scopes are enough.',
    },
  },
  {
    row: 17,
    name: 'periodScope',
    behaviour: 'scope of the current period',
    means: {
      'company.payrollsettings.read':
        'company.payrollsettings.read is needed too: nmbrs.rest.known asks for it, or add it to nmbrs.rest.scopes.',
      other: 'The usual scopes are enough.',
    },
  },
  {
    row: 18,
    name: 'writeScopeIncludesRead',
    behaviour: 'a scope to write includes reading',
    means: always('Nothing changes: both are asked for.'),
  },
  {
    row: 19,
    name: 'ungrantedScope',
    behaviour: 'a scope that the app may not use',
    means: always('Keep nmbrs.rest.scopes as short as it can be.'),
  },
  { row: 20, name: 'pkce', behaviour: 'PKCE', means: always('Nothing changes: it is always sent.') },
  {
    row: 21,
    name: 'refreshToken',
    behaviour: 'refresh token after a refresh',
    means: always('Nothing changes: a token is kept before it is used, and the old one where none comes.'),
  },
  {
    row: 22,
    name: 'refreshRefusal',
    behaviour: 'a refresh token that is not good any more',
    means: always('Nothing changes: both answers are understood.'),
  },
  { row: 23, name: 'nextPage', behaviour: 'nextPage on the last page', means: always(same) },
  {
    row: 24,
    name: 'maxPageSize',
    behaviour: 'a page of more than 100',
    means: {
      none: 'With nmbrs.rest.known pages of 200 are asked for, so that lists take half the calls.',
      other: 'Nothing changes: pages of 100 are asked for.',
    },
  },
  { row: 25, name: 'tooManyRequests', behaviour: 'form of a 429', means: always(same) },
  { row: 26, name: 'errorBody', behaviour: 'form of an error', means: always(same) },
  { row: 27, name: 'badSubscriptionKey', behaviour: 'a wrong subscription key', means: always(same) },
  {
    row: 28,
    name: 'debtors',
    behaviour: 'debtors of the consent',
    means: {
      several: 'Companies are read debtor by debtor.',
      other: 'The consent belongs to one debtor, as it should.',
    },
  },
  {
    row: 29,
    name: 'createCasing',
    behaviour: 'top keys of a creation in camelCase',
    means: always("Nothing changes: the vendor's spelling is sent."),
  },
  {
    row: 30,
    name: 'duplicateNumber',
    behaviour: 'an employee number that someone has',
    means: {
      accept: 'Nmbrs takes a number twice. The plan holds it before it is sent.',
      renumber: 'Nmbrs silently gives another number. The plan holds it before it is sent.',
      other: 'Nmbrs refuses it. The plan holds it before it is sent.',
    },
  },
  {
    row: 31,
    name: 'birthCountry',
    behaviour: 'country of birth in reads',
    means: {
      null: 'It cannot be read back, so a change of it cannot be confirmed.',
      other: 'It can be compared.',
    },
  },
  {
    row: 32,
    name: 'history',
    behaviour: 'entries of later periods, several rows for one employee',
    means: always(same),
  },
  {
    row: 33,
    name: 'readLag',
    behaviour: 'how late a write shows',
    means: {
      0: 'Writes show at once.',
      other:
        'A look after a write is repeated for four seconds; later than that a change is confirmed by the next run. With nmbrs.rest.known the first look waits so long.',
    },
  },
  { row: 34, name: 'outage', behaviour: 'minutes of 503', means: always('A run tries again and then ends.') },
  {
    row: 35,
    name: 'bankAccountDelete',
    behaviour: 'DELETE of a bank account',
    means: always('Nothing changes: an account is changed in its place and never deleted.'),
  },
  {
    row: 36,
    name: 'listsWithoutType',
    behaviour: 'lists without employeeType',
    means: always('Nothing changes: every type is read by itself.'),
  },
  {
    row: 37,
    name: 'personalInfoOmits',
    behaviour: 'people whom the list of personal info leaves out',
    means: {
      0: 'No one has to be looked at alone.',
      other: 'Those who are left out are read one by one.',
    },
  },
  {
    row: 38,
    name: 'secondConsent',
    behaviour: 'a second consent of one user to one app',
    means: always('Let each connection have a login of its own.'),
  },
]

/** What a value means. */
export const meaningOf = ({ means }: Unknown, value: string): string => means[value] ?? means.other ?? ''
