import { fieldNamesOf, type FieldName, type MappedSection } from '../../domain/sections.js'
import { addressPlaces, personalInfoPlaces } from './wire/entries.js'

/** The fields that the REST API does not know (Nmbrs REST contract, sections 6.2 and 7.2). */
export const notCarriedOverRest: readonly { section: MappedSection; field: FieldName }[] = [
  ...fieldNamesOf('personalInfo')
    .filter((field) => !Object.hasOwn(personalInfoPlaces, field))
    .map((field) => ({ section: 'personalInfo' as const, field })),
  ...fieldNamesOf('address')
    .filter((field) => addressPlaces[field] === undefined)
    .map((field) => ({ section: 'address' as const, field })),
  { section: 'bankAccount', field: 'BIC' },
]
