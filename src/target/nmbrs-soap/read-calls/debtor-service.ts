import { date, int, nothing, text, type ReadCallTable } from './parameter.js'

const debtor = int('DebtorId', 'debtor')

/** The reading calls of DebtorService (Nmbrs contract, sections 2.8 and 2.10). */
export const debtorServiceReads: ReadCallTable = [
  [nothing, ['Debtor_IsOwner', 'Environment_Get', 'List_GetAll']],
  [
    [debtor],
    [
      'AccountantContact_GetList',
      'Address_Get',
      'BankAccount_Get',
      'ContactPerson_Get',
      'Debtor_Get',
      'Department_GetList',
      'Function_GetList',
      'Manager_GetList',
      'ServiceLevel_Get',
      'Tags_Get',
      'Title_GetList',
    ],
  ],
  [[text('Number', { constant: '1' })], ['List_GetByNumber']],
  [[debtor, date('from', 'firstDay'), date('to', 'lastDay')], ['AbsenceXML_Get']],
]
