import { toCatalogue } from '../../domain/language/catalogue.js'

/** What is said where a person is looked up. */
export const peopleTexts = toCatalogue({
  en: {
    withoutNames: 'Names are left out: AlexisHR did not give them within 5 seconds.',
    whichOne: 'Several people fit. Which one do you mean?',
    number: (number: string) => `number ${number}`,
    notConnected: 'not connected',
    more: (count: number) => `and ${count} more`,
  },
  nl: {
    withoutNames: 'Zonder namen: AlexisHR gaf ze niet binnen 5 seconden.',
    whichOne: 'Er passen meerdere personen. Wie bedoel je?',
    number: (number) => `nummer ${number}`,
    notConnected: 'niet gekoppeld',
    more: (count) => `en nog ${count}`,
  },
  sv: {
    withoutNames: 'Utan namn: AlexisHR lämnade dem inte inom 5 sekunder.',
    whichOne: 'Flera personer passar. Vem menar du?',
    number: (number) => `nummer ${number}`,
    notConnected: 'inte kopplad',
    more: (count) => `och ${count} till`,
  },
  da: {
    withoutNames: 'Uden navne: AlexisHR gav dem ikke inden for 5 sekunder.',
    whichOne: 'Flere personer passer. Hvem mener du?',
    number: (number) => `nummer ${number}`,
    notConnected: 'ikke forbundet',
    more: (count) => `og ${count} til`,
  },
})
