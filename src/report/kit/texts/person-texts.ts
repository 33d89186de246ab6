import { toCatalogue } from '../../../domain/language/catalogue.js'

/** What stands above what concerns one person. */
export const personTexts = toCatalogue({
  en: { notInNmbrs: 'not in Nmbrs yet', number: (number: string) => `employee number ${number}` },
  nl: { notInNmbrs: 'nog niet in Nmbrs', number: (number) => `personeelsnummer ${number}` },
  sv: { notInNmbrs: 'inte i Nmbrs än', number: (number) => `anställningsnummer ${number}` },
  da: { notInNmbrs: 'ikke i Nmbrs endnu', number: (number) => `medarbejdernummer ${number}` },
})
