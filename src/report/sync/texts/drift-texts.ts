import { toCatalogue } from '../../../domain/language/catalogue.js'

/** What payroll changed. */
export const driftTexts = toCatalogue({
  en: {
    driftOf: (connection: string) => `Drift of ${connection}`,
    title: {
      target: 'Changed in Nmbrs',
      both: 'Changed in Nmbrs and in AlexisHR (conflicts)',
      rate: 'Rate changed in AlexisHR, amount unchanged',
    },
    next: {
      report: 'the Nmbrs value is kept',
      restore: 'the next sync sets it back',
      adopt: 'the next sync accepts it',
    },
    held: 'held',
    amountKept: 'the amount is kept',
    empty: '(empty)',
    none: 'No drift: Nmbrs has what was last agreed.',
    values: { one: '1 value changed in Nmbrs', many: '# values changed in Nmbrs' },
    conflicts: { one: '1 conflict', many: '# conflicts' },
    rates: { one: '1 rate beside an unchanged amount', many: '# rates beside an unchanged amount' },
    sum: (parts: string, people: string) => `${parts}, of ${people}.`,
    also: (first: string, second: string) => `${first}, and ${second}`,
    accounts: (looked: number, connected: number) =>
      `Bank accounts are looked at by turns: ${looked} of ${connected} now. All of them: nmbrs-sync drift --verify-all`,
    nextSteps:
      'nmbrs-sync drift --accept-target SOURCE keeps the Nmbrs values, nmbrs-sync drift --restore-source SOURCE sets them back.',
  },
  nl: {
    driftOf: (connection) => `Afwijkingen bij ${connection}`,
    title: {
      target: 'In Nmbrs gewijzigd',
      both: 'In Nmbrs en in AlexisHR gewijzigd (conflicten)',
      rate: 'Percentage in AlexisHR gewijzigd, bedrag niet',
    },
    next: {
      report: 'de waarde van Nmbrs blijft staan',
      restore: 'de volgende sync zet het terug',
      adopt: 'de volgende sync neemt het over',
    },
    held: 'wacht',
    amountKept: 'het bedrag blijft staan',
    empty: '(leeg)',
    none: 'Geen afwijkingen: in Nmbrs staat wat is afgesproken.',
    values: { one: '1 waarde in Nmbrs gewijzigd', many: '# waarden in Nmbrs gewijzigd' },
    conflicts: { one: '1 conflict', many: '# conflicten' },
    rates: {
      one: '1 percentage bij een ongewijzigd bedrag',
      many: '# percentages bij een ongewijzigd bedrag',
    },
    sum: (parts, people) => `${parts}, bij ${people}.`,
    also: (first, second) => `${first}, en ${second}`,
    accounts: (looked, connected) =>
      `Bankrekeningen worden om de beurt bekeken: nu ${looked} van ${connected}. Allemaal: nmbrs-sync drift --verify-all`,
    nextSteps:
      'met nmbrs-sync drift --accept-target SOURCE blijven de waarden van Nmbrs staan, met nmbrs-sync drift --restore-source SOURCE worden ze teruggezet.',
  },
  sv: {
    driftOf: (connection) => `Avvikelser för ${connection}`,
    title: {
      target: 'Ändrat i Nmbrs',
      both: 'Ändrat i Nmbrs och i AlexisHR (konflikter)',
      rate: 'Procenten ändrad i AlexisHR, beloppet oförändrat',
    },
    next: {
      report: 'värdet i Nmbrs behålls',
      restore: 'nästa synkronisering återställer det',
      adopt: 'nästa synkronisering godtar det',
    },
    held: 'väntar',
    amountKept: 'beloppet behålls',
    empty: '(tomt)',
    none: 'Inga avvikelser: Nmbrs har det som är avstämt.',
    values: { one: '1 värde ändrat i Nmbrs', many: '# värden ändrade i Nmbrs' },
    conflicts: { one: '1 konflikt', many: '# konflikter' },
    rates: { one: '1 procentsats med oförändrat belopp', many: '# procentsatser med oförändrat belopp' },
    sum: (parts, people) => `${parts}, för ${people}.`,
    also: (first, second) => `${first}, och ${second}`,
    accounts: (looked, connected) =>
      `Bankkonton kontrolleras i tur och ordning: ${looked} av ${connected} nu. Alla: nmbrs-sync drift --verify-all`,
    nextSteps:
      'nmbrs-sync drift --accept-target SOURCE behåller värdena i Nmbrs, nmbrs-sync drift --restore-source SOURCE återställer dem.',
  },
  da: {
    driftOf: (connection) => `Afvigelser for ${connection}`,
    title: {
      target: 'Ændret i Nmbrs',
      both: 'Ændret i Nmbrs og i AlexisHR (konflikter)',
      rate: 'Procenten ændret i AlexisHR, beløbet uændret',
    },
    next: {
      report: 'værdien i Nmbrs beholdes',
      restore: 'næste synkronisering sætter det tilbage',
      adopt: 'næste synkronisering accepterer det',
    },
    held: 'venter',
    amountKept: 'beløbet beholdes',
    empty: '(tom)',
    none: 'Ingen afvigelser: Nmbrs har det, der er afstemt.',
    values: { one: '1 værdi ændret i Nmbrs', many: '# værdier ændret i Nmbrs' },
    conflicts: { one: '1 konflikt', many: '# konflikter' },
    rates: { one: '1 procentsats med uændret beløb', many: '# procentsatser med uændret beløb' },
    sum: (parts, people) => `${parts}, for ${people}.`,
    also: (first, second) => `${first}, og ${second}`,
    accounts: (looked, connected) =>
      `Bankkonti kontrolleres på skift: ${looked} af ${connected} nu. Alle: nmbrs-sync drift --verify-all`,
    nextSteps:
      'nmbrs-sync drift --accept-target SOURCE beholder værdierne i Nmbrs, nmbrs-sync drift --restore-source SOURCE sætter dem tilbage.',
  },
})
