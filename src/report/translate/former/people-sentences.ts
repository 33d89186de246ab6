/** What was said of one person: who they are, and what is planned, held and asked. */
export const formerPeopleSentences: readonly (readonly [former: string, now: string])[] = [
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
    'The account number has something other than digits and separators, or is not the one of the IBAN',
  ],
  [
    'The account number has something other than digits and separators',
    'The account number has something other than digits and separators, or is not the one of the IBAN',
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
    'The change from AlexisHR was rejected, so it is not sent',
  ],
  [
    'The {section} in AlexisHR was rejected, so it is not sent',
    'The change from AlexisHR was rejected, so it is not sent',
  ],
  [
    'Correct it in AlexisHR; to take the word back: nmbrs-sync holds',
    'Correct it in AlexisHR; to take the rejection back: nmbrs-sync holds',
  ],
  [
    'Nmbrs refused the {section} in an earlier run, and it is not sent again until a value or the payroll period moves',
    'Nmbrs refused the change in an earlier run, and it is not sent again until a value or the payroll period changes',
  ],
  [
    'Nmbrs refused the {section} in an earlier run, and it is not sent again until a value or the payroll period changes',
    'Nmbrs refused the change in an earlier run, and it is not sent again until a value or the payroll period changes',
  ],
  [
    'Nmbrs refused the {section} in an earlier run, and it is not sent again until a value or the payroll period changes: {why}',
    'Nmbrs refused the change in an earlier run, and it is not sent again until a value or the payroll period changes: {why}',
  ],
  [
    'The employment in Nmbrs has ended, and the last payments and the annual statement still need what Nmbrs has, so the {section} waits',
    'The employment in Nmbrs has ended, and the last payments and the annual statement still need what Nmbrs has, so the change waits',
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
    'Correct it in AlexisHR, or take the word back: nmbrs-sync holds release {hold} --reason TEXT',
    'Correct it in AlexisHR, or take the rejection back: nmbrs-sync holds release {hold} --reason TEXT',
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
    'Look at the start and end dates in AlexisHR; what AlexisHR calls current is used.',
    'Look at the start and end dates in AlexisHR; what AlexisHR calls current is used, a later salary once its payroll period is there.',
  ],
]
