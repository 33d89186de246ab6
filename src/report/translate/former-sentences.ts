import type { Wording } from '../../domain/language/catalogue.js'

/**
 * English sentences of earlier versions, each with what is said instead. Reports of runs in the state file still have them: they are shown in the
 * words of today, so that an old run is not half in English. A sentence that changes its wording is added here when a run can have kept it.
 */
const formerSentences: readonly (readonly [former: string, now: string])[] = [
  [
    'More than one Nmbrs employee could be this person, or two people could be one employee, so nobody is connected',
    'More than one Nmbrs employee could be this person, or two people could be one employee, so no one is connected',
  ],
  [
    'The Nmbrs employee that a rule found differs in what tells people apart, so nobody is connected',
    'The Nmbrs employee that a rule found differs in what tells people apart, so no one is connected',
  ],
  [
    'Someone is so much alike that creating this person could double an employee',
    'A very similar employee already exists; creating this person could make a duplicate',
  ],
  [
    'Nmbrs lists employees whose personal info could not be read; one of them could be this person, so nobody is created',
    'Nmbrs lists employees whose personal info could not be read; one of them could be this person, so no employee is created',
  ],
  [
    'Look at them in Nmbrs. If this person is none of them: nmbrs-sync match {id} --new',
    'Look at them in Nmbrs. If this person is not among them: nmbrs-sync match {id} --new',
  ],
  [
    'Nmbrs has another employee who looks like this person and is connected to nobody',
    'Nmbrs has another employee who looks like this person and is not connected to anyone',
  ],
  [
    'Compare them in Nmbrs. If it is one person twice, end the one that is too much there',
    'Compare them in Nmbrs. If it is the same person twice, end the extra employment there',
  ],
  [
    'The connected Nmbrs employee is not in the company any more; nothing is written or created',
    'The connected Nmbrs employee is no longer in the company; nothing is written or created',
  ],
  [
    'To take the person in again: nmbrs-sync ignore {id} --undo',
    'To include the person again: nmbrs-sync ignore {id} --undo',
  ],
  [
    'Let it stand: nmbrs-sync drift --accept-target {id}; or send the AlexisHR value again: nmbrs-sync drift --restore-source {id}',
    'Keep the Nmbrs value: nmbrs-sync drift --accept-target {id}; or send the AlexisHR value again: nmbrs-sync drift --restore-source {id}',
  ],
  [
    'The start date in Nmbrs is another one than in AlexisHR; it is not changed',
    'The start date in Nmbrs differs from AlexisHR; it is not changed',
  ],
  [
    'Nmbrs keeps the house number apart; sending the whole line as Street would print it twice',
    'Nmbrs keeps the house number in a field of its own; sending the whole line as Street would print it twice',
  ],
  [
    'The address in AlexisHR changed and lacks its street, postal code or town, so nothing of it is sent',
    'The address in AlexisHR changed and its street, postal code or town is missing, so the address is not sent',
  ],
  [
    'The address in AlexisHR changed and names no country, and its postal code is not one of the country in Nmbrs',
    'The address in AlexisHR changed and names no country, and its postal code does not fit the country in Nmbrs',
  ],
  [
    'Fill the country in AlexisHR; the next run sends the address',
    'Enter the country in AlexisHR; the next run sends the address',
  ],
  [
    'Nmbrs kept {field} of the old address when a new one was written, so that the two may stand mixed there',
    'Nmbrs kept {field} of the old address when a new one was written, so the two may be mixed there',
  ],
  [
    'Nmbrs keeps the name prefix apart; sending the whole last name would print the prefix twice',
    'Nmbrs keeps the name prefix in a field of its own; sending the whole last name would print the prefix twice',
  ],
  [
    '{field} of the bank account looks like an IBAN and fails the check of its digits or its length',
    '{field} of the bank account looks like an IBAN, but its check digits or length are wrong',
  ],
  [
    'Correct it in AlexisHR; the next run takes it up',
    'Correct it in AlexisHR; the next sync will pick this up',
  ],
  [
    'The BIC is none of a bank in the country of the IBAN, so nothing of the bank account is sent',
    'The BIC is not from a bank in the country of the IBAN, so the bank account is not sent',
  ],
  [
    'Correct the BIC in AlexisHR, or empty it; the next run takes it up',
    'Correct the BIC in AlexisHR, or empty it; the next sync will pick this up',
  ],
  [
    'The account number holds something else than digits and what separates them',
    'The account number has something other than digits and separators',
  ],
  [
    'Correct the number in AlexisHR, or empty it; the next run takes it up',
    'Correct the number in AlexisHR, or empty it; the next sync will pick this up',
  ],
  [
    'Nmbrs holds several bank accounts of type Standaard and none may be taken for the one to replace',
    'Nmbrs has several bank accounts of type Standaard, and it is not clear which one to replace',
  ],
  [
    'Nmbrs holds two different records of the {section} for the same period and does not say which was entered last, so nothing of it is written',
    'Nmbrs holds two different records of the {section} for the same period and does not say which was entered last, so it is not written',
  ],
  [
    'A salary in AlexisHR starts after the current payroll period; it is sent when its period is there',
    'A salary in AlexisHR starts after the current payroll period; it is sent when its period begins',
  ],
  [
    'A salary that was sent to Nmbrs is no more in AlexisHR on that day, and Nmbrs goes on paying it',
    'A salary that was sent to Nmbrs is no longer in AlexisHR on that day, and Nmbrs keeps paying it',
  ],
  [
    'The {section} could not be read from Nmbrs, so nothing of it is written',
    'The {section} could not be read from Nmbrs, so it is not written',
  ],
  [
    'A rule connected this person, and AlexisHR has another name or birth date than Nmbrs; those of Nmbrs stay until someone decides',
    'A rule connected this person, and AlexisHR has another name or birth date than Nmbrs; those of Nmbrs are kept until someone decides',
  ],
  [
    'AlexisHR would make another person of this Nmbrs employee: the birth date, first and last name, or the whole last name differ; nothing of that is sent until someone decides',
    'With the data of AlexisHR this Nmbrs employee would become someone else: the birth date, first and last name, or the whole last name differ; none of it is sent until someone decides',
  ],
  [
    'AlexisHR has a date with a time that is midnight neither in UTC nor in the time zone of the configuration, so the day is not sure and the {section} is held',
    'AlexisHR has a date with a time that is midnight neither in UTC nor in the time zone of the configuration, so the day is unclear and the {section} is held',
  ],
  [
    'Enter the day again in AlexisHR. The next run takes it up',
    'Enter the day again in AlexisHR. The next sync will pick this up',
  ],
  [
    'AlexisHR has another bank account than Nmbrs; no pay goes there before a person says so',
    'AlexisHR has another bank account than Nmbrs; no payment goes to the new account until someone approves it',
  ],
  [
    'The salary changes by more than salaryChangePercent allows without a person',
    'The salary changes by more than salaryChangePercent allows without approval',
  ],
  [
    'The salary becomes one of another type, so the two amounts cannot be compared',
    'The type of the salary changes, so the two amounts cannot be compared',
  ],
  ['The salary would start before the employment does', 'The salary would start before the employment'],
  [
    'The salary is nothing, or a first one outside of what holds.salaryBounds takes for usual',
    'The salary is zero, or it is a first salary outside the usual range (holds.salaryBounds)',
  ],
  [
    'The amount is a full-time one and AlexisHR has another rate than 100 % for this person; Nmbrs pays the part-time percentage that it has itself, which is not kept in step',
    'The amount is for full time, and AlexisHR has a rate other than 100 % for this person; Nmbrs pays by its own part-time percentage, which is not kept in step',
  ],
  [
    'The rate of the employment changed in AlexisHR and the amount of the salary did not; the amount, or the part-time percentage in Nmbrs, may be forgotten',
    'The rate of the employment changed in AlexisHR and the amount of the salary did not; someone may have forgotten to change the amount, or the part-time percentage in Nmbrs',
  ],
  [
    'AlexisHR has the same bank account for somebody else of this company',
    'AlexisHR has the same bank account for someone else in this company',
  ],
  [
    'The employment in Nmbrs has ended and AlexisHR has one that starts after that; nothing is sent before the new one is in Nmbrs',
    'The employment in Nmbrs has ended and AlexisHR has one that starts after that; nothing is sent until the new one is in Nmbrs',
  ],
  [
    'Enter the new employment in Nmbrs; the next run goes on by itself',
    'Enter the new employment in Nmbrs; the next sync then continues',
  ],
  [
    'If the person works on, enter the employment or its new end in Nmbrs; if not, end it in AlexisHR. Both sides: nmbrs-sync explain {id} --show-values',
    'If the person still works here, enter the employment or its new end in Nmbrs; if not, end it in AlexisHR. Both sides: nmbrs-sync explain {id} --show-values',
  ],
  [
    'This person is connected and AlexisHR does not have them any more, and the employment in Nmbrs has no end',
    'This person is connected, but AlexisHR no longer has them, and the employment in Nmbrs has no end',
  ],
  [
    'This person is connected and is not in the scope of this connection any more, so nothing of them is kept in step while Nmbrs goes on paying',
    'This person is connected, but no longer in the scope of this connection, so their data is not kept in step, while Nmbrs keeps paying',
  ],
  [
    'Look at the employments in Nmbrs and end the one that is too much',
    'Look at the employments in Nmbrs and end the extra one',
  ],
  [
    'A person rejected the {section} that AlexisHR has, so it is not sent',
    'The {section} in AlexisHR was rejected, so it is not sent',
  ],
  [
    'Correct it in AlexisHR; to take the word back: nmbrs-sync holds',
    'Correct it in AlexisHR; to take the rejection back: nmbrs-sync holds',
  ],
  [
    'Nmbrs refused the {section} in an earlier run, and it is not sent again until a value or the payroll period moves',
    'Nmbrs refused the {section} in an earlier run, and it is not sent again until a value or the payroll period changes',
  ],
  [
    'An earlier write ({section}) got no answer, and this person has left the scope since, so nothing looks what became of it',
    'An earlier write ({section}) got no answer, and this person has left the scope since, so the outcome is not checked',
  ],
  [
    'An earlier creation got no answer, and this person has left the scope since, so nothing looks what became of it',
    'An earlier creation got no answer, and this person has left the scope since, so the outcome is not checked',
  ],
  [
    'More than one Nmbrs employee could be this person, or two people could be one employee, so nobody is connected: {candidates}',
    'More than one Nmbrs employee could be this person, or two people could be one employee, so no one is connected: {candidates}',
  ],
  [
    'The Nmbrs employee that a rule found differs in what tells people apart, so nobody is connected: {candidates}',
    'The Nmbrs employee that a rule found differs in what tells people apart, so no one is connected: {candidates}',
  ],
  [
    'Someone is so much alike that creating this person could double an employee: {candidates}',
    'A very similar employee already exists; creating this person could make a duplicate: {candidates}',
  ],
  [
    'Nmbrs lists employees whose personal info could not be read; one of them could be this person, so nobody is created: {candidates}',
    'Nmbrs lists employees whose personal info could not be read; one of them could be this person, so no employee is created: {candidates}',
  ],
  [
    'Nmbrs has another employee who looks like this person and is connected to nobody: {employments}',
    'Nmbrs has another employee who looks like this person and is not connected to anyone: {employments}',
  ],
  [
    'Correct it in AlexisHR, or take the word back: nmbrs-sync holds release {id} --reason TEXT',
    'Correct it in AlexisHR, or take the rejection back: nmbrs-sync holds release {id} --reason TEXT',
  ],
  [
    'A person rejected the name or birth date that AlexisHR has; those of Nmbrs stand',
    'A person rejected the name or birth date that AlexisHR has; those of Nmbrs are kept',
  ],
  [
    'AlexisHR has the same bank account for somebody else of this company: {ids}',
    'AlexisHR has the same bank account for someone else in this company: {ids}',
  ],
  [
    'AlexisHR gives the bank account of this person to somebody else of this company too: {ids}',
    'AlexisHR gives the bank account of this person to someone else in this company too: {ids}',
  ],
  [
    'Have it noted: nmbrs-sync plan --employee {id}, which names the hold to release',
    'To create the hold: nmbrs-sync plan --employee {id}, which names the hold to release',
  ],
  ['The release ran out unused. {text}', 'The release expired before it was used. {text}'],
  [
    'A rule connected this person, and AlexisHR has another name or birth date than Nmbrs; those of Nmbrs stay, as holds.identityFirstContact says',
    'A rule connected this person, and AlexisHR has another name or birth date than Nmbrs; those of Nmbrs are kept, as holds.identityFirstContact says',
  ],
  [
    '1 person would be created or filled in for the first time; the limit of create is {allowed} with {linked} connected, so all of it is held',
    '1 person would be created or filled in for the first time; the limit of create is {allowed} with {linked} connected, so none of it is sent',
  ],
  [
    '{count} people would be created or filled in for the first time; the limit of create is {allowed} with {linked} connected, so all of it is held',
    '{count} people would be created or filled in for the first time; the limit of create is {allowed} with {linked} connected, so none of it is sent',
  ],
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

/** Earlier sentences in the languages of what is said now. `known`: everything that is said now. */
export const toFormerWordings = (known: readonly Wording[]): readonly Wording[] => {
  const byEnglish = new Map(known.map((wording) => [wording.en, wording]))
  return formerSentences.flatMap(([former, now]) => {
    const wording = byEnglish.get(now)
    return wording === undefined ? [] : [{ ...wording, en: former }]
  })
}

/** For the test that each of them still has its sentence of today. */
export const formerCount = formerSentences.length
