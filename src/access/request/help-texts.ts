import { toCatalogue } from '../../domain/language/catalogue.js'
import type { Language } from '../../domain/language/language.js'
import type { RequestLanguage } from './help-schema.js'

/** What stands before the vendor's own words. Those are in Danish and English only. */
export const helpTexts = toCatalogue({
  en: {
    logInAt: 'Log in at {address}',
    newUserForm: 'Form for a new user: {address}',
    form: 'Form: {address}',
    support: 'Support: {contact}',
    copy: 'To copy into the form or a message: nmbrs-sync access worklist {portal} --request da, or en',
    consultant: 'consultant',
  },
  nl: {
    logInAt: 'Inloggen op {address}',
    newUserForm: 'Formulier voor een nieuwe gebruiker: {address}',
    form: 'Formulier: {address}',
    support: 'Ondersteuning: {contact}',
    copy: 'Om in het formulier of een bericht te plakken: nmbrs-sync access worklist {portal} --request da, of en',
    consultant: 'consulent',
  },
  sv: {
    logInAt: 'Logga in på {address}',
    newUserForm: 'Formulär för en ny användare: {address}',
    form: 'Formulär: {address}',
    support: 'Supporten: {contact}',
    copy: 'Att kopiera till formuläret eller ett meddelande: nmbrs-sync access worklist {portal} --request da, eller en',
    consultant: 'konsult',
  },
  da: {
    logInAt: 'Log på {address}',
    newUserForm: 'Formular til en ny bruger: {address}',
    form: 'Formularen: {address}',
    support: 'Kundesupport: {contact}',
    copy: 'Til at kopiere ind i formularen eller en besked: nmbrs-sync access worklist {portal} --request da, eller en',
    consultant: 'konsulent',
  },
})

/** The language of the vendor's own words on a screen of this language. */
export const toVendorLanguage = (language: Language): RequestLanguage => (language === 'da' ? 'da' : 'en')
