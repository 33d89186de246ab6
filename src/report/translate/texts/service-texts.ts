import { toCatalogue } from '../../../domain/language/catalogue.js'

/** Why someone is not on the payroll, by the words that findings have, and where someone is employed. */
export const serviceTexts = toCatalogue({
  en: {
    off: {
      'an applicant': 'an applicant',
      'a new hire': 'a new hire',
      external: 'external',
      deceased: 'deceased',
    },
    employment: (id: string, company: string) => `employee ${id} of company ${company}`,
  },
  nl: {
    off: {
      'an applicant': 'sollicitant',
      'a new hire': 'nieuw aangenomen',
      external: 'extern',
      deceased: 'overleden',
    },
    employment: (id, company) => `medewerker ${id} van bedrijf ${company}`,
  },
  sv: {
    off: { 'an applicant': 'sökande', 'a new hire': 'nyanställd', external: 'extern', deceased: 'avliden' },
    employment: (id, company) => `medarbetare ${id} i företag ${company}`,
  },
  da: {
    off: { 'an applicant': 'ansøger', 'a new hire': 'nyansat', external: 'ekstern', deceased: 'afdød' },
    employment: (id, company) => `medarbejder ${id} i virksomhed ${company}`,
  },
})
