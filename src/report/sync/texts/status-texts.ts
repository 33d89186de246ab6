import { toCatalogue } from '../../../domain/language/catalogue.js'

/** Where people stand. */
export const statusTexts = toCatalogue({
  en: {
    notConnected: 'Not connected',
    connected: 'Connected',
    somethingWaits: (count: number) =>
      `Something waits or is held for ${count} of the connected: nmbrs-sync status --connected`,
    wouldStop: 'a sync would stop',
    missing: (fields: string) => `missing: ${fields}`,
    creationHeld: 'new, but creating this employee is held',
    held: (what: string) => `held: ${what}`,
    newMatch: 'will be connected by the next sync',
    waiting: (sections: string) => `waiting: ${sections}`,
    byHand: (what: string) => `by hand in Nmbrs: ${what}`,
    inStep: 'in step',
  },
  nl: {
    notConnected: 'Niet gekoppeld',
    connected: 'Gekoppeld',
    somethingWaits: (count) =>
      `Bij ${count} van de gekoppelde personen wacht iets of is iets tegengehouden: nmbrs-sync status --connected`,
    wouldStop: 'een sync zou stoppen',
    missing: (fields) => `ontbreekt: ${fields}`,
    creationHeld: 'nieuw, maar het aanmaken van deze medewerker wacht',
    held: (what) => `wacht: ${what}`,
    newMatch: 'wordt bij de volgende sync gekoppeld',
    waiting: (sections) => `te versturen: ${sections}`,
    byHand: (what) => `zelf in Nmbrs: ${what}`,
    inStep: 'gelijk',
  },
  sv: {
    notConnected: 'Inte kopplade',
    connected: 'Kopplade',
    somethingWaits: (count) => `För ${count} av de kopplade väntar något: nmbrs-sync status --connected`,
    wouldStop: 'en synkronisering skulle stoppa',
    missing: (fields) => `saknas: ${fields}`,
    creationHeld: 'ny, men skapandet av medarbetaren väntar',
    held: (what) => `väntar: ${what}`,
    newMatch: 'kopplas vid nästa synkronisering',
    waiting: (sections) => `att skicka: ${sections}`,
    byHand: (what) => `för hand i Nmbrs: ${what}`,
    inStep: 'överens',
  },
  da: {
    notConnected: 'Ikke forbundet',
    connected: 'Forbundet',
    somethingWaits: (count) => `For ${count} af de forbundne venter noget: nmbrs-sync status --connected`,
    wouldStop: 'en synkronisering ville stoppe',
    missing: (fields) => `mangler: ${fields}`,
    creationHeld: 'ny, men oprettelsen af medarbejderen venter',
    held: (what) => `venter: ${what}`,
    newMatch: 'forbindes ved næste synkronisering',
    waiting: (sections) => `skal sendes: ${sections}`,
    byHand: (what) => `i hånden i Nmbrs: ${what}`,
    inStep: 'stemmer overens',
  },
})
