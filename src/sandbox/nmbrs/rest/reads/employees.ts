import * as z from 'zod'
import { employeeTypes } from '../names.js'
import { guidQuery, paged } from '../operation.js'
import type { RestAnswer, RestContext, RestOperation } from '../operation.js'
import { toGuid } from '../../world/guids.js'
import type { NmbrsCompany, NmbrsEmployee } from '../../world/data.js'
import { fieldsInForce, peopleOf, typeOf } from './people.js'

const toRow = (employee: NmbrsEmployee, company: NmbrsCompany, context: RestContext): object => {
  const fields = fieldsInForce(employee, company)
  return {
    employeeId: toGuid('employee', employee.id),
    employeeBasicInfo: {
      ...(fields.EmployeeNumber === undefined ? {} : { employeeNumber: Number(fields.EmployeeNumber) }),
      firstName: fields.FirstName ?? null,
      prefix: fields.Prefix ?? null,
      initials: fields.Initials ?? null,
      lastName: fields.LastName ?? '',
      employeeType: typeOf(employee, context),
    },
  }
}

const listEmployees = (context: RestContext): RestAnswer => {
  const { company, people } = peopleOf(context, 'works')
  const rows = (from: number, to: number): object[] =>
    people.slice(from, to).map((each) => toRow(each, company, context))
  return { kind: 'page', page: { total: people.length, rows } }
}

/** The list of employees (Nmbrs REST contract, section 6.1). */
export const employeeReads: readonly RestOperation[] = [
  {
    name: 'listEmployees',
    method: 'GET',
    pattern: '/api/companies/{companyId}/employees',
    scope: () => 'employee.info.read',
    query: { ...paged, employeeId: guidQuery, employeeType: z.enum(employeeTypes) },
    answer: listEmployees,
  },
]
