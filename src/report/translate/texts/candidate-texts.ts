import { toCatalogue } from '../../../domain/language/catalogue.js'

/** Who could be a person, and what agrees and differs. */
export const candidateTexts = toCatalogue({
  en: {
    employee: (id: string) => `Nmbrs employee ${id}`,
    ofCompany: (employee: string, company: string) => `${employee} of company ${company}`,
    source: (id: string) => `AlexisHR employee ${id}`,
    more: (count: string) => `and ${count} more`,
    same: (attributes: string) => `same ${attributes}`,
    other: (attributes: string) => `other ${attributes}`,
    and: 'and',
  },
  nl: {
    employee: (id) => `medewerker ${id} in Nmbrs`,
    ofCompany: (employee, company) => `${employee} van bedrijf ${company}`,
    source: (id) => `medewerker ${id} in AlexisHR`,
    more: (count) => `en nog ${count}`,
    same: (attributes) => `gelijk: ${attributes}`,
    other: (attributes) => `anders: ${attributes}`,
    and: 'en',
  },
  sv: {
    employee: (id) => `medarbetare ${id} i Nmbrs`,
    ofCompany: (employee, company) => `${employee} i företag ${company}`,
    source: (id) => `medarbetare ${id} i AlexisHR`,
    more: (count) => `och ${count} till`,
    same: (attributes) => `lika: ${attributes}`,
    other: (attributes) => `olika: ${attributes}`,
    and: 'och',
  },
  da: {
    employee: (id) => `medarbejder ${id} i Nmbrs`,
    ofCompany: (employee, company) => `${employee} i virksomhed ${company}`,
    source: (id) => `medarbejder ${id} i AlexisHR`,
    more: (count) => `og ${count} mere`,
    same: (attributes) => `ens: ${attributes}`,
    other: (attributes) => `forskellig: ${attributes}`,
    and: 'og',
  },
})
