import type { Catalogue, Wording } from './catalogue.js'
import type { Language } from './language.js'
import type { Section } from '../sections.js'

/** What a section is called. */
interface SectionTexts {
  /** On its own, as a list or a heading has it. */
  label: string
  /** At `{section}` in a sentence: in English behind "the", elsewhere with its article. */
  inSentence: string
}

/** What each section is called, in findings and on screens. Dutch: as the screens of Nmbrs call it. */
export const sectionTexts: Readonly<Record<Section, Catalogue<SectionTexts>>> = {
  employee: {
    en: { label: 'employee', inSentence: 'employee' },
    nl: { label: 'medewerker', inSentence: 'de medewerker' },
    sv: { label: 'medarbetare', inSentence: 'medarbetaren' },
    da: { label: 'medarbejder', inSentence: 'medarbejderen' },
  },
  personalInfo: {
    en: { label: 'personal info', inSentence: 'personal info' },
    nl: { label: 'persoonsgegevens', inSentence: 'de persoonsgegevens' },
    sv: { label: 'personuppgifter', inSentence: 'personuppgifterna' },
    da: { label: 'personoplysninger', inSentence: 'personoplysningerne' },
  },
  address: {
    en: { label: 'address', inSentence: 'address' },
    nl: { label: 'adres', inSentence: 'het adres' },
    sv: { label: 'adress', inSentence: 'adressen' },
    da: { label: 'adresse', inSentence: 'adressen' },
  },
  bankAccount: {
    en: { label: 'bank account', inSentence: 'bank account' },
    nl: { label: 'bankrekening', inSentence: 'de bankrekening' },
    sv: { label: 'bankkonto', inSentence: 'bankkontot' },
    da: { label: 'bankkonto', inSentence: 'bankkontoen' },
  },
  employment: {
    en: { label: 'employment', inSentence: 'employment' },
    nl: { label: 'dienstverband', inSentence: 'het dienstverband' },
    sv: { label: 'anställning', inSentence: 'anställningen' },
    da: { label: 'ansættelse', inSentence: 'ansættelsen' },
  },
  salary: {
    en: { label: 'salary', inSentence: 'salary' },
    nl: { label: 'salaris', inSentence: 'het salaris' },
    sv: { label: 'lön', inSentence: 'lönen' },
    da: { label: 'løn', inSentence: 'lønnen' },
  },
}

/** What stands in a sentence where no section or no field is named. */
export const unnamedTexts: Readonly<Record<'section' | 'field', Wording>> = {
  section: { en: 'record', nl: 'het record', sv: 'posten', da: 'posten' },
  field: { en: 'A value', nl: 'een waarde', sv: 'ett värde', da: 'en værdi' },
}

/** What a section is called on a screen. */
export const toSectionLabel = (section: Section, language: Language): string =>
  sectionTexts[section][language].label
