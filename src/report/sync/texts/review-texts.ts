import { toCatalogue } from '../../../domain/language/catalogue.js'

/** `worklist --review`: links of an earlier version that someone should look at. */
export const reviewTexts = toCatalogue({
  en: {
    none: 'No link waits for a review.',
    title: (count: number) => `Links to review (${count})`,
    why: 'A rule connected these people in an earlier version, which then wrote their names or birth date to Nmbrs.',
    compare: 'Compare each with what payroll has on paper, such as the contract and the BSN.',
    written: (day: string, fields: string) => `written at first contact on ${day}: ${fields}`,
    decide: (sourceId: string, targetId: string) =>
      `one person: nmbrs-sync match ${sourceId} ${targetId}; two people: nmbrs-sync disconnect ${sourceId}`,
    hint: (count: number) =>
      `Links of an earlier version to review: ${count}. See them: nmbrs-sync worklist --review`,
  },
  nl: {
    none: 'Er is geen koppeling te controleren.',
    title: (count) => `Koppelingen om te controleren (${count})`,
    why: 'Een regel heeft deze personen in een eerdere versie gekoppeld, en die heeft toen hun namen of geboortedatum in Nmbrs ingevoerd.',
    compare: 'Vergelijk elk met wat de loonadministratie op papier heeft, zoals het contract en het BSN.',
    written: (day, fields) => `ingevoerd bij het eerste contact op ${day}: ${fields}`,
    decide: (sourceId, targetId) =>
      `één persoon: nmbrs-sync match ${sourceId} ${targetId}; twee personen: nmbrs-sync disconnect ${sourceId}`,
    hint: (count) =>
      `Koppelingen van een eerdere versie om te controleren: ${count}. Bekijk ze: nmbrs-sync worklist --review`,
  },
  sv: {
    none: 'Ingen koppling väntar på kontroll.',
    title: (count) => `Kopplingar att kontrollera (${count})`,
    why: 'En regel kopplade de här personerna i en tidigare version, som sedan skrev deras namn eller födelsedatum till Nmbrs.',
    compare: 'Jämför var och en med det som löneavdelningen har på papper, till exempel avtalet och BSN.',
    written: (day, fields) => `skrivet vid första kontakten ${day}: ${fields}`,
    decide: (sourceId, targetId) =>
      `en person: nmbrs-sync match ${sourceId} ${targetId}; två personer: nmbrs-sync disconnect ${sourceId}`,
    hint: (count) =>
      `Kopplingar från en tidigare version att kontrollera: ${count}. Se dem: nmbrs-sync worklist --review`,
  },
  da: {
    none: 'Ingen forbindelse venter på kontrol.',
    title: (count) => `Forbindelser, der skal kontrolleres (${count})`,
    why: 'En regel forbandt disse personer i en tidligere version, som så skrev deres navne eller fødselsdato til Nmbrs.',
    compare: 'Sammenlign hver med det, lønkontoret har på papir, for eksempel kontrakten og BSN.',
    written: (day, fields) => `skrevet ved første kontakt ${day}: ${fields}`,
    decide: (sourceId, targetId) =>
      `én person: nmbrs-sync match ${sourceId} ${targetId}; to personer: nmbrs-sync disconnect ${sourceId}`,
    hint: (count) =>
      `Forbindelser fra en tidligere version, der skal kontrolleres: ${count}. Se dem: nmbrs-sync worklist --review`,
  },
})
