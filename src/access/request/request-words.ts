import type { BatchStep } from '../work/batch.js'
import type { RequestLanguage } from './help-schema.js'

/** The words of a request beside those of the vendor's form. `{portal}` is put in. */
export interface RequestWords {
  title: Readonly<Record<Extract<BatchStep, 'add' | 'change' | 'deactivate'>, string>>
  company: string
  name: string
  email: string
  phone: string
  language: string
  access: string
  notGiven: string
  sendBy: string
  form: string
  formNotKnown: string
  portal: string
  support: string
  languageNames: Readonly<Record<'DA' | 'EN', string>>
}

/** By language: the vendor is Danish, and its portal and its help are in Danish and English. */
export const requestWords: Readonly<Record<RequestLanguage, RequestWords>> = {
  da: {
    title: {
      add: 'Ny bruger i {portal}',
      change: 'Ændring af brugerprofil i {portal}',
      deactivate: 'Nedlæggelse af bruger i {portal}',
    },
    company: 'Virksomhed',
    name: 'Navn',
    email: 'E-mail',
    phone: 'Telefon',
    language: 'Sprog',
    access: 'Adgang til sager',
    notGiven: '(ikke oplyst)',
    sendBy: 'Sådan sendes anmodningen',
    form: 'Formular',
    formNotKnown: 'brug linket "Udfyld formular" på siden om Customer Portal',
    portal: 'Kundeportal',
    support: 'Kundesupport',
    languageNames: { DA: 'Dansk', EN: 'Engelsk' },
  },
  en: {
    title: {
      add: 'New user in {portal}',
      change: 'Change of user profile in {portal}',
      deactivate: 'Removal of a user from {portal}',
    },
    company: 'Company',
    name: 'Name',
    email: 'E-mail',
    phone: 'Telephone',
    language: 'Language',
    access: 'Access to cases',
    notGiven: '(not given)',
    sendBy: 'How to send this request',
    form: 'Form',
    formNotKnown: 'use the link "Udfyld formular" on the page about Customer Portal',
    portal: 'Portal',
    support: 'Customer support',
    languageNames: { DA: 'Danish', EN: 'English' },
  },
}
