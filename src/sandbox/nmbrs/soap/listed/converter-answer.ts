import { toGuid } from '../../world/guids.js'
import type { GuidKind } from '../../world/guids.js'
import { intArgument, textArgument } from '../request/arguments.js'
import type { DecodedRecord } from '../request/decode-request.js'
import { getCompany } from '../operations/handler.js'
import type { CallContext } from '../operations/handler.js'
import type { OutgoingRecord } from '../xml/write-xml.js'

/**
 * The numbers of SOAP and the ids of REST for the same things (Nmbrs REST contract, section 11). An entity it
 * does not know has none.
 */
export const answerConverter = (args: DecodedRecord, context: CallContext): OutgoingRecord => {
  const company = getCompany(context, intArgument(args, 'CompanyId'))
  const entity = textArgument(args, 'Entity')
  const { converterEntities, converterOmits, converterCase, converterAnswers } = context.switches
  const toMapping = (kind: GuidKind, id: number, owner = id): OutgoingRecord => ({
    IdInt: id,
    IdGuid: converterCase === 'upper' ? toGuid(kind, owner).toUpperCase() : toGuid(kind, owner),
  })
  const mappings: Readonly<Record<string, () => OutgoingRecord[]>> = {
    Employee: () => {
      const ids = context.store.employeesOf(company.id).map(({ id }) => id)
      const owners = converterAnswers === 'swapped' ? swapFirst(ids) : ids
      return ids.map((id, index) => toMapping('employee', id, owners[index])).slice(converterOmits)
    },
    Company: () => [toMapping('company', company.id)],
    Debtor: () => (company.debtorId === undefined ? [] : [toMapping('debtor', company.debtorId)]),
  }
  const answered = converterEntities === 'all' || entity === 'Employee'
  return { Entity: entity, Mappings: { Mapping: answered ? (mappings[entity]?.() ?? []) : [] } }
}

const swapFirst = ([first, second, ...others]: readonly number[]): readonly (number | undefined)[] => [
  second,
  first,
  ...others,
]
