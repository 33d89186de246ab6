import { toCatalogue } from '../../../domain/language/catalogue.js'

/** The employees who may be a person. */
export const candidateLineTexts = toCatalogue({
  en: {
    candidate: (id: string) => `candidate Nmbrs ${id}`,
    candidateOf: (id: string, company: string) => `candidate Nmbrs ${id} of company ${company}`,
    score: (score: number) => `score ${score}`,
    agrees: (attributes: string) => `agrees: ${attributes}`,
    differs: (attributes: string) => `differs: ${attributes}`,
  },
  nl: {
    candidate: (id) => `kandidaat Nmbrs ${id}`,
    candidateOf: (id, company) => `kandidaat Nmbrs ${id} van bedrijf ${company}`,
    score: (score) => `score ${score}`,
    agrees: (attributes) => `gelijk: ${attributes}`,
    differs: (attributes) => `anders: ${attributes}`,
  },
  sv: {
    candidate: (id) => `kandidat Nmbrs ${id}`,
    candidateOf: (id, company) => `kandidat Nmbrs ${id} i företag ${company}`,
    score: (score) => `poäng ${score}`,
    agrees: (attributes) => `lika: ${attributes}`,
    differs: (attributes) => `olika: ${attributes}`,
  },
  da: {
    candidate: (id) => `kandidat Nmbrs ${id}`,
    candidateOf: (id, company) => `kandidat Nmbrs ${id} i virksomhed ${company}`,
    score: (score) => `score ${score}`,
    agrees: (attributes) => `ens: ${attributes}`,
    differs: (attributes) => `forskellig: ${attributes}`,
  },
})
