import * as z from 'zod'

import { restSwitches } from './rest/switches.js'

/**
 * How the fake decides what the vendor does not document (Nmbrs contract, section 8). What is about rows and
 * texts holds for SOAP and REST; what is about REST alone begins with `rest` or `oauth`.
 */
export const switchesSchema = z.strictObject({
  /** Whether a field that is absent from an update keeps its value or becomes empty. */
  personalInfoUpdate: z.enum(['merge', 'replace']).default('merge'),
  /** With `merge`: what an absent IdentificationType does, which the schema calls required. */
  absentIdentificationType: z.enum(['keep', 'zero']).default('keep'),
  sameTypeBankInsert: z.enum(['add', 'replace']).default('add'),
  /** Whether an account with a number but without an IBAN is taken. */
  bankAccountWithoutIban: z.enum(['allow', 'refuse']).default('allow'),
  addressInsertCurrent: z.enum(['endsOld', 'keepsOld']).default('endsOld'),
  addressUpdateId: z.enum(['keep', 'renew']).default('keep'),
  /**
   * What becomes of a part of the address that is not sent: it is emptied, or stays. `mergeFilled`: an empty
   * one stays too.
   */
  addressParts: z.enum(['replace', 'merge', 'mergeFilled']).default('replace'),
  /** Whether a salary is kept as it is sent, or rounded to the cent or to the whole euro. */
  amounts: z.enum(['exact', 'cents', 'whole']).default('exact'),
  /** How many characters of a name, street, town, e-mail address or phone number are kept; 0: all. */
  maxTextLength: z.number().int().min(0).default(0),
  /** A second write in the period or on the start date of the first. */
  samePeriodSecondWrite: z.enum(['overwrite', 'add']).default('overwrite'),
  /** Whether the company-wide answers say when a record was entered. */
  creationDates: z.enum(['given', 'none']).default('given'),
  currentWriteInLockedRun: z.enum(['allow', 'refuse']).default('allow'),
  /** A salary that starts before the current period, where the call has no UnprotectedMode. */
  salaryUpdateBeforePeriod: z.enum(['allow', 'refuse']).default('refuse'),
  soapActionRequired: z.boolean().default(false),
  elementOrder: z.enum(['lenient', 'strict']).default('lenient'),
  /** Whether a request that differs from the WSDL is only noted or also refused. */
  strictness: z.enum(['lenient', 'strict']).default('lenient'),
  /** How an employment without an end is written. */
  openEnd: z.enum(['nil', '0001', '9999']).default('nil'),
  periodCode: z.enum(['4W', 'W4']).default('4W'),
  /** What an item of the company-wide contract list is called. */
  contractItem: z
    .enum(['EmployeeContractItem', 'EmployeeContractItemGlobal'])
    .default('EmployeeContractItem'),
  /**
   * How often a background report is still under way when its result is asked for, and what becomes of it
   * then.
   */
  reportPolls: z.number().int().min(0).default(1),
  reportOutcome: z.enum(['Success', 'Error', 'Unknown']).default('Success'),
  /** How many people a bulk read of personal data leaves out. */
  bulkOmits: z.number().int().min(0).default(0),
  /** For which entities the converter has ids of REST; only employees were ever asked for. */
  converterEntities: z.enum(['all', 'employees']).default('all'),
  /** How many people of a company the converter does not know. */
  converterOmits: z.number().int().min(0).default(0),
  /** Whether the converter gives two people of a company each other's ids. */
  converterAnswers: z.enum(['right', 'swapped']).default('right'),
  /** In which letters the converter writes GUIDs. */
  converterCase: z.enum(['lower', 'upper']).default('lower'),
  /** Whether personal data has fields that the WSDL does not know. */
  extraUnknownFields: z.boolean().default(false),
  ...restSwitches,
})

export type NmbrsSwitches = z.infer<typeof switchesSchema>

export const defaultSwitches: NmbrsSwitches = switchesSchema.parse({})

/** The given switches, the rest as they usually are. */
export const toSwitches = (given: Partial<NmbrsSwitches> = {}): NmbrsSwitches => ({
  ...defaultSwitches,
  ...given,
})
