import { toCatalogue } from '../../../domain/language/catalogue.js'

/** What stands above what concerns one person. */
export const personTexts = toCatalogue({
  en: { notInNmbrs: 'not in Nmbrs yet' },
  nl: { notInNmbrs: 'nog niet in Nmbrs' },
  sv: { notInNmbrs: 'inte i Nmbrs än' },
  da: { notInNmbrs: 'ikke i Nmbrs endnu' },
})
