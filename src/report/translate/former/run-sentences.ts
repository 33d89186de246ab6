/** What was said of a whole run, of its writes, and of values that were read. */
export const formerRunSentences: readonly (readonly [former: string, now: string])[] = [
  [
    '1 person would have personal info, an address or a start date changed; the limit of update is {allowed} with {linked} connected, so all of it is held',
    '1 person would have personal info, an address or a start date changed; the limit of update is {allowed} with {linked} connected, so none of it is sent',
  ],
  [
    '{count} people would have personal info, an address or a start date changed; the limit of update is {allowed} with {linked} connected, so all of it is held',
    '{count} people would have personal info, an address or a start date changed; the limit of update is {allowed} with {linked} connected, so none of it is sent',
  ],
  [
    '1 person would get another bank account; the limit of bankAccount is {allowed} with {linked} connected, so all of it is held',
    '1 person would get another bank account; the limit of bankAccount is {allowed} with {linked} connected, so none of it is sent',
  ],
  [
    '{count} people would get another bank account; the limit of bankAccount is {allowed} with {linked} connected, so all of it is held',
    '{count} people would get another bank account; the limit of bankAccount is {allowed} with {linked} connected, so none of it is sent',
  ],
  [
    '1 person would get another salary; the limit of salary is {allowed} with {linked} connected, so all of it is held',
    '1 person would get another salary; the limit of salary is {allowed} with {linked} connected, so none of it is sent',
  ],
  [
    '{count} people would get another salary; the limit of salary is {allowed} with {linked} connected, so all of it is held',
    '{count} people would get another salary; the limit of salary is {allowed} with {linked} connected, so none of it is sent',
  ],
  [
    '{field} would change for {people} of {linked} connected people, more like a slip in the mapping or in AlexisHR than news; everything of the kind {kind} is held',
    '{field} would change for {people} of {linked} connected people, which looks like a mistake in the mapping or in AlexisHR; everything of the kind {kind} is held',
  ],
  [
    'Somebody changed it in Nmbrs after the plan was made, so nothing was sent',
    'Someone changed it in Nmbrs after the plan was made, so nothing was sent',
  ],
  [
    'Payroll moved on to another period while the run was writing, so the rest of it was not sent',
    'Payroll moved to another period during the run, so the rest was not sent',
  ],
  [
    'The answer was lost, so it is not known whether Nmbrs carried the change out; the next run looks before it writes',
    'No answer came back, so it is not known whether Nmbrs made the change; the next run checks before it writes',
  ],
  ['Nmbrs could not carry the change out now', 'Nmbrs could not make the change now'],
  ['Nmbrs could not carry the change out now: {cause}', 'Nmbrs could not make the change now: {cause}'],
  [
    'The answer was lost, so it is not known whether Nmbrs carried the change out; the next run looks before it writes: {cause}',
    'No answer came back, so it is not known whether Nmbrs made the change; the next run checks before it writes: {cause}',
  ],
  [
    'Nmbrs employee {ids} was entered while this run went on and looks like this person, so nobody was created',
    'Nmbrs employee {ids} was entered during this run and looks like this person, so no employee was created',
  ],
  [
    'The employees in Nmbrs could not all be read again right before the creation, so nobody was created',
    'The employees in Nmbrs could not all be read again right before the creation, so no employee was created',
  ],
  [
    'The same employee number is on {ids} in this company; the number of all of them is held',
    'The same employee number is on {ids} in this company; none of these numbers is sent',
  ],
  [
    'The bank account has neither an IBAN nor a number; all of bankAccount is held',
    'The bank account has neither an IBAN nor a number; the bank account is not sent',
  ],
  [
    '{path} has a time that is midnight neither in UTC nor in the time zone of the configuration, so the day is not sure',
    '{path} has a time that is midnight neither in UTC nor in the time zone of the configuration, so the day is unclear',
  ],
  [
    'A date of the {section} has a time that is midnight neither in UTC nor in the time zone of the configuration, so the day is not sure',
    'A date of the {section} has a time that is midnight neither in UTC nor in the time zone of the configuration, so the day is unclear',
  ],
  [
    'Look whether companies[].nmbrsCompanyId is right, or open the call for the account in Nmbrs, then: nmbrs-sync doctor',
    'Check whether companies[].nmbrsCompanyId is right, or open the call for the account in Nmbrs, then: nmbrs-sync doctor',
  ],
  [
    'The token may not read the list of companies in AlexisHR, so that a company of which nobody was read cannot be told from one that does not exist',
    'The token may not read the list of companies in AlexisHR, so it is not clear whether a company without people exists',
  ],
  [
    'Look whether companies[].alexisCompanyId is right, or give the token the right to read companies',
    'Check whether companies[].alexisCompanyId is right, or give the token the right to read companies',
  ],
  ['that salary and later ones are held', 'that salary and later ones are not sent'],
  ['{path} is no telephone number; {held}', '{path} is not a telephone number; {held}'],
  ['{path} is no e-mail address; {held}', '{path} is not an e-mail address; {held}'],
  ['{path} is no date between 1900 and 2199; {held}', '{path} is not a date between 1900 and 2199; {held}'],
  [
    '{path} is no number, and Nmbrs keeps a number; {held}',
    '{path} is not a number, and Nmbrs needs a number; {held}',
  ],
  [
    '{path} starts with a zero, which Nmbrs cannot keep; {held}',
    '{path} starts with a zero, which Nmbrs cannot store; {held}',
  ],
  [
    '{path} is no amount in plain digits with a decimal point; {held}',
    '{path} is not an amount in plain digits with a decimal point; {held}',
  ],
  ['{path} is of another form ({what}); {held}', '{path} has an unexpected form ({what}); {held}'],
  [
    'Give the employee a number of digits only in AlexisHR.',
    'Give the employee a number with digits only in AlexisHR.',
  ],
  [
    'Take the zeros away in AlexisHR, or set stripZeros in the mapping.',
    'Remove the zeros in AlexisHR, or set stripZeros in the mapping.',
  ],
  ['Give the employee a number that Nmbrs can keep.', 'Give the employee a number that Nmbrs can store.'],
  [
    '{path} fails the check of its digits or its length; {held}',
    '{path} has wrong check digits or a wrong length; {held}',
  ],
  ['{path} is no BIC of 8 or 11 characters; {held}', '{path} is not a BIC of 8 or 11 characters; {held}'],
  [
    '{path} is no country that is known by code or by its English, Dutch or Swedish name; {held}',
    '{path} is not a country that is known by code or by its English, Dutch or Swedish name; {held}',
  ],
  ['the consent to Nmbrs stands again', 'the consent to Nmbrs is there again'],
  [
    'There is no consent to Nmbrs over REST any more: it was withdrawn, or it ended',
    'The consent to Nmbrs over REST is gone: it was withdrawn, or it ended',
  ],
  ['End the employment that is too much in Nmbrs', 'End the extra employment in Nmbrs'],
  [
    'If the person works on, enter the employment or its new end in Nmbrs; if not, end it in AlexisHR',
    'If the person still works here, enter the employment or its new end in Nmbrs; if not, end it in AlexisHR',
  ],
  [
    '{text}; the payroll period is past the last day, so Nmbrs goes on paying',
    '{text}; the payroll period is past the last day, so Nmbrs keeps paying',
  ],
  [
    'An earlier replacement of the bank account was cut short, and this person has left the scope since, so both accounts may stand in Nmbrs',
    'An earlier replacement of the bank account was cut short, and this person has left the scope since, so both accounts may be in Nmbrs',
  ],
  [
    'answered with bytes that are no UTF-8, so that names could be altered',
    'answered in a form that is not UTF-8, so names could be altered',
  ],
  [
    'Run again when nobody is adding or removing people in AlexisHR. If it stays like this, report it together with this message.',
    'Run again when no one is adding or removing people in AlexisHR. If it stays like this, report it together with this message.',
  ],
  ['the answer is no SOAP message', 'the answer is not a SOAP message'],
  [
    'the company cannot be in this payroll period, so nothing can be said of what is current',
    'the company cannot be in this payroll period, so it is not known what is current',
  ],
  [
    'there is no such record, or it is out of sight',
    'the record does not exist, or the account cannot see it',
  ],
  [
    'nobody has given the app consent to this payroll yet',
    'no one has given the app consent to this payroll yet',
  ],
  ['{text} (which is no known way to write a period)', '{text} (which is not a known way to write a period)'],
  [
    'The connection {connection} has people who were connected over {there}, in Nmbrs company {company}, and nobody knows which company that is over {here}. Name the company by its id over {same} and set api: {api}, then: nmbrs-sync cutover prepare --connection {again}',
    'The connection {connection} has people who were connected over {there}, in Nmbrs company {company}, and it is not known which company that is over {here}. Name the company by its id over {same} and set api: {api}, then: nmbrs-sync cutover prepare --connection {again}',
  ],
  [
    'Change the address in Nmbrs by hand; if nobody does, it is sent again in the next payroll period',
    'Change the address in Nmbrs by hand; otherwise it is sent again in the next payroll period',
  ],
  [
    'AlexisHR has nobody with the id {id}, which {key} names',
    'AlexisHR has no employee with the id {id}, which {key} names',
  ],
  [
    'AlexisHR gives {gone} people less in scope than at the last sync ({now} instead of {before}); up to {allowed} may be missing',
    'AlexisHR gives {gone} fewer people in scope than at the last sync ({now} instead of {before}); up to {allowed} may be missing',
  ],
  [
    '{gone} of {before} connected employees are not in Nmbrs any more; up to {allowed} may be missing',
    '{gone} of {before} connected employees are no longer in Nmbrs; up to {allowed} may be missing',
  ],
  [
    'The AlexisHR record of {id} cannot be read, so nobody knows which company it belongs to. See why: nmbrs-sync plan',
    'The AlexisHR record of {id} cannot be read, so its company is not known. See why: nmbrs-sync plan',
  ],
  [
    'work was handed over and nobody said whether it was done',
    'work was handed over and it was not confirmed whether it was done',
  ],
  [
    'nobody knows whether the list with this work arrived',
    'it is not known whether the list with this work arrived',
  ],
  [
    'a rule before names a department, an office or a company that nobody knows, and may be meant for this person',
    'an earlier rule names an unknown department, office or company, and may be meant for this person',
  ],
  [
    '{path} is empty, and nothing can be written for this person without {field}',
    '{path} is missing in AlexisHR; nothing is sent for this person until it is filled in',
  ],
  [
    'Fill it in AlexisHR. The next run takes the person up.',
    'Enter it in AlexisHR. The next sync will pick this up.',
  ],
  [
    'Correct it in AlexisHR. The next run takes it up.',
    'Correct it in AlexisHR. The next sync will pick this up.',
  ],
  ['{remedy} The next run takes it up.', '{remedy} The next sync will pick this up.'],
  ['all of salary is held', 'the salary is not sent'],
  ['all of {section} is held', 'the {section} is not sent'],
  ['{field} is held', 'it is not sent'],
  [
    'Give each of them a number of their own in AlexisHR. The next run takes it up.',
    'Give each of them a different number in AlexisHR. The next sync will pick this up.',
  ],
  [
    'Fill the IBAN in AlexisHR, or empty the rest of the bank account. The next run takes it up.',
    'Enter the IBAN in AlexisHR, or empty the rest of the bank account. The next sync will pick this up.',
  ],
  [
    'Enter the day again in AlexisHR. The next run takes it up.',
    'Enter the day again in AlexisHR. The next sync will pick this up.',
  ],
]
