import { intArgument, textArgument } from '../request/arguments.js'
import { debtorsInSight, getDebtor } from '../operations/handler.js'
import type { ListedOperation } from '../operations/handler.js'
import { toDebtorRow } from '../operations/companies.js'

/**
 * What DebtorService tells besides the calls of its WSDL (Nmbrs contract, sections 2.8 and 2.10). Content no
 * one looks at is invented.
 */
export const debtorAnswers: Readonly<Record<string, Omit<ListedOperation, 'kind'>>> = {
  Debtor_Get: { answer: (args, context) => toDebtorRow(getDebtor(context, intArgument(args, 'DebtorId'))) },
  Debtor_IsOwner: { answer: () => true },
  List_GetByNumber: {
    answer: (args, context) => ({
      Debtor: debtorsInSight(context)
        .filter(({ number }) => number === textArgument(args, 'Number'))
        .map(toDebtorRow),
    }),
  },
  Tags_Get: {
    answer: (args, context) => ({
      DebtorTag: (getDebtor(context, intArgument(args, 'DebtorId')).tags ?? []).map(
        ({ number, hexColor, tag }) => ({ Number: number, HexColor: hexColor, Tag: tag }),
      ),
    }),
  },
  Department_GetList: {
    answer: () => ({
      Department: [
        { Id: 31, Code: 10, Description: 'Kwekerij' },
        { Id: 32, Code: 20, Description: 'Verkoop' },
      ],
    }),
  },
  Function_GetList: { answer: () => ({ Function: [{ Id: 41, Code: 100, Description: 'Medewerker' }] }) },
  ServiceLevel_Get: {
    answer: () => ({
      StartPeriod: 1,
      StartYear: 2024,
      ServiceLevel: 'S3',
      StartContract: '2024-01-01T00:00:00',
    }),
  },
  Title_GetList: { answer: () => ({ Title: [{ TitleName: 'drs.' }] }) },
}
