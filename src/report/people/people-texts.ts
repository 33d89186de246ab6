import { toCatalogue } from '../../domain/language/catalogue.js'

/** What is said where a person is looked up. */
export const peopleTexts = toCatalogue({
  en: {
    whichOne: 'Several people fit. Which one do you mean?',
    number: (number: string) => `number ${number}`,
    notConnected: 'not connected',
    more: (count: number) => `and ${count} more`,
  },
  nl: {
    whichOne: 'Er passen meerdere personen. Wie bedoelt u?',
    number: (number) => `nummer ${number}`,
    notConnected: 'niet gekoppeld',
    more: (count) => `en nog ${count}`,
  },
  sv: {
    whichOne: 'Flera personer passar. Vem menar du?',
    number: (number) => `nummer ${number}`,
    notConnected: 'inte kopplad',
    more: (count) => `och ${count} till`,
  },
  da: {
    whichOne: 'Flere personer passer. Hvem mener du?',
    number: (number) => `nummer ${number}`,
    notConnected: 'ikke forbundet',
    more: (count) => `og ${count} til`,
  },
})
