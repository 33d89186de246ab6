import type { FindingCode } from '../../domain/finding.js'
import type { Wording } from '../wording.js'

/** The words of the findings about who is in service. */
export const serviceWordings = {
  rehired: {
    severity: 'error',
    message:
      'The employment in Nmbrs has ended and AlexisHR has one that starts after that; nothing is sent until the new one is in Nmbrs',
    remedy: 'Enter the new employment in Nmbrs; the next sync then continues',
  },
  'employment-ended': {
    severity: 'error',
    message:
      'The employment in Nmbrs has ended, and the last payments and the annual statement still need what Nmbrs has, so the {section} waits',
    remedy: 'See which hold it is: nmbrs-sync holds',
  },
  'salary-off-payroll': {
    severity: 'error',
    message:
      'Nmbrs lists this person as an applicant, a new hire or external, and not on the payroll, so the salary waits',
    remedy: 'See which hold it is: nmbrs-sync holds',
  },
  'salary-after-end': {
    severity: 'error',
    message: 'The salary would start after the last day of the employment in Nmbrs, and is never sent',
    remedy:
      'If the person still works here, enter the employment or its new end in Nmbrs; if not, end it in AlexisHR. Both sides: nmbrs-sync explain {id} --show-values',
  },
  'left-service': {
    severity: 'warning',
    message: 'This person left according to AlexisHR, and the employment in Nmbrs has no end',
    remedy: 'Enter the last day in Nmbrs. If it is right as it is: nmbrs-sync ignore {id} --reason TEXT',
  },
  'gone-from-source': {
    severity: 'warning',
    message:
      'This person is connected, but AlexisHR no longer has them, and the employment in Nmbrs has no end',
    remedy:
      'If they left, enter the last day in Nmbrs. If it is right as it is: nmbrs-sync ignore {id} --reason TEXT',
  },
  'left-scope': {
    severity: 'warning',
    message:
      'This person is connected, but no longer in the scope of this connection, so their data is not kept in step, while Nmbrs keeps paying',
    remedy:
      'If they left the company, enter the last day in Nmbrs; if not, look at companies and scope in the configuration. If it is right as it is: nmbrs-sync ignore {id} --reason TEXT',
  },
  'moved-company': {
    severity: 'warning',
    message:
      'AlexisHR has this person in another company than the one they are connected in, and the employment there has no end in Nmbrs',
    remedy:
      'Enter the last day in the former company in Nmbrs, and the employment in the new one. If it is right as it is: nmbrs-sync ignore {id} --reason TEXT',
  },
  'paid-twice': {
    severity: 'error',
    message: 'Two Nmbrs companies have a running employment of this person, so both would pay',
    remedy:
      'Enter the last day of the one that ended in Nmbrs. If both are right, leave the former one out: nmbrs-sync ignore {id} --reason TEXT',
  },
  'employments-overlap': {
    severity: 'warning',
    message: 'Nmbrs has more than one running employment of this person in the same company',
    remedy: 'Look at the employments in Nmbrs and end the extra one',
  },
  'not-on-payroll': {
    severity: 'warning',
    message: 'The connected Nmbrs employee is not on the payroll',
    remedy: 'Look at the employee in Nmbrs; a salary waits until they are on the payroll',
  },
} as const satisfies Partial<Record<FindingCode, Wording>>
