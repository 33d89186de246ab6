import { toCatalogue } from '../../../domain/language/catalogue.js'
import type { Section } from '../../../domain/sections.js'

/** What a finding is about, with its article, as it stands inside a sentence. */
export interface SentenceTexts extends Readonly<Record<Section, string>> {
  /** A record that is none of the sections. */
  record: string
  /** A field that is not named. */
  value: string
}

export const sentenceTexts = toCatalogue<SentenceTexts>({
  en: {
    employee: 'the employment',
    personalInfo: 'the personal info',
    address: 'the address',
    bankAccount: 'the bank account',
    employment: 'the start date',
    salary: 'the salary',
    record: 'the record',
    value: 'a value',
  },
  nl: {
    employee: 'het dienstverband',
    personalInfo: 'de persoonsgegevens',
    address: 'het adres',
    bankAccount: 'de bankrekening',
    employment: 'de datum in dienst',
    salary: 'het salaris',
    record: 'het record',
    value: 'een waarde',
  },
  sv: {
    employee: 'anställningen',
    personalInfo: 'personuppgifterna',
    address: 'adressen',
    bankAccount: 'bankkontot',
    employment: 'anställningsdatumet',
    salary: 'lönen',
    record: 'posten',
    value: 'ett värde',
  },
  da: {
    employee: 'ansættelsen',
    personalInfo: 'personoplysningerne',
    address: 'adressen',
    bankAccount: 'bankkontoen',
    employment: 'ansættelsesdatoen',
    salary: 'lønnen',
    record: 'posten',
    value: 'en værdi',
  },
})
