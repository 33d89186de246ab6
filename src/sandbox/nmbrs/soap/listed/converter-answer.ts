import { toGuid } from '../../world/guids.js'
import type { GuidKind } from '../../world/guids.js'
import { intArgument, textArgument } from '../arguments.js'
import type { DecodedRecord } from '../decode-request.js'
import { getCompany } from '../operations/handler.js'
import type { CallContext } from '../operations/handler.js'
import type { OutgoingRecord } from '../write-xml.js'

/** The numbers of SOAP and the ids of REST for the same things (Nmbrs REST contract, section 11). An entity it does not know has none. */
export const answerConverter = (args: DecodedRecord, context: CallContext): OutgoingRecord => {
  const company = getCompany(context, intArgument(args, 'CompanyId'))
  const entity = textArgument(args, 'Entity')
  const toMapping = (kind: GuidKind, id: number): OutgoingRecord => ({
    IdInt: id,
    IdGuid: toGuid(kind, id),
  })
  const mappings: Readonly<Record<string, () => OutgoingRecord[]>> = {
    Employee: () => context.store.employeesOf(company.id).map(({ id }) => toMapping('employee', id)),
    Company: () => [toMapping('company', company.id)],
    Debtor: () => (company.debtorId === undefined ? [] : [toMapping('debtor', company.debtorId)]),
  }
  return { Entity: entity, Mappings: { Mapping: mappings[entity]?.() ?? [] } }
}
