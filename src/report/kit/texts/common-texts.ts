import { toCatalogue } from '../../../domain/language/catalogue.js'
import type { ChangeReport, Outcome } from '../../../domain/change.js'
import type { FindingStanding } from '../../../domain/hold/finding-standing.js'
import type { RunResult } from '../../../domain/run/run.js'
import type { PersonPlan } from '../../../plan/plan-person.js'
import type { Counted } from '../../../domain/language/count.js'

interface CommonTexts {
  outcome: Readonly<Record<Outcome, string>>
  kind: Readonly<Record<ChangeReport['kind'], string>>
  result: Readonly<Record<RunResult, string>>
  finding: Readonly<Record<FindingStanding, string>>
  /** Where a person stands, for one who is not simply connected. */
  pairing: Readonly<Record<PersonPlan['pairing'], string>>
  matchedBy: (rule: string) => string
  origin: Readonly<Record<'manual' | 'created' | 'recovered', string>>
  link: {
    connected: (targetId: string, origin: string) => string
    disconnected: (targetId: string) => string
    ignored: (reason: string) => string
    ignoredUntil: (reason: string, until: string) => string
    createWanted: string
  }
  people: Counted
  changes: Counted
  next: (text: string) => string
  /** The head of what Nmbrs and AlexisHR have. */
  connected: (count: number) => string
  notConnected: (count: number) => string
  leftOut: (count: number) => string
  blocked: (count: number) => string
  inScope: (read: string, inScope: number) => string
  calls: Counted
  callsTo: (alexis: string, nmbrs: number) => string
}

/** Words that several screens share. */
export const commonTexts = toCatalogue<CommonTexts>({
  en: {
    outcome: {
      planned: 'to send',
      applied: 'done',
      unchanged: 'was so already',
      held: 'held',
      skipped: 'skipped',
      failed: 'failed',
      unknown: 'unknown',
    },
    kind: { create: 'create', update: 'change', end: 'end' },
    result: { ok: 'done', held: 'done, with something held', failed: 'failed', aborted: 'stopped' },
    finding: { error: 'error', held: 'held', warning: 'warning', info: 'info' },
    pairing: {
      connected: 'connected',
      create: 'new: the next sync creates this employee',
      blocked: 'blocked: a required field is missing',
      unreadable: 'the AlexisHR record cannot be read',
      ambiguous: 'several Nmbrs employees could be this person',
      contradicts: 'the Nmbrs employee that a rule found differs in what tells people apart',
      taken: 'the matching Nmbrs employee is connected to someone else',
      'lost-creation': 'an earlier creation got no answer and is not resolved',
      lookalike: 'a very similar employee exists, so this person is not created unasked',
      unread: 'not created: an Nmbrs employee who could be this person could not be read',
      dangling: 'the Nmbrs employee is gone from the company',
      disconnected: 'disconnected by hand',
      ignored: 'left out by hand',
    },
    matchedBy: (rule) => `matched by ${rule}`,
    origin: {
      manual: 'connected by hand',
      created: 'created by nmbrs-sync',
      recovered: 'created by nmbrs-sync, found after a lost answer',
    },
    link: {
      connected: (targetId, origin) => `connected to Nmbrs employee ${targetId}, ${origin}`,
      disconnected: (targetId) => `disconnected by hand from Nmbrs employee ${targetId}`,
      ignored: (reason) => `left out by hand: ${reason}`,
      ignoredUntil: (reason, until) => `left out by hand until ${until}: ${reason}`,
      createWanted: 'marked as new; the next sync creates this employee',
    },
    people: { one: '1 person', many: '# people' },
    changes: { one: '1 change', many: '# changes' },
    next: (text) => `Next: ${text}`,
    connected: (count) => `${count} connected`,
    notConnected: (count) => `${count} not connected`,
    leftOut: (count) => `${count} left out`,
    blocked: (count) => `${count} blocked by a missing required field`,
    inScope: (read, inScope) => `${read} read, ${inScope} in scope`,
    calls: { one: '1 call', many: '# calls' },
    callsTo: (alexis, nmbrs) => `${alexis} to AlexisHR, ${nmbrs} to Nmbrs.`,
  },
  nl: {
    outcome: {
      planned: 'te versturen',
      applied: 'gedaan',
      unchanged: 'was al zo',
      held: 'wacht',
      skipped: 'overgeslagen',
      failed: 'mislukt',
      unknown: 'onbekend',
    },
    kind: { create: 'aanmaken', update: 'wijzigen', end: 'beëindigen' },
    result: { ok: 'gedaan', held: 'gedaan, maar er wacht nog iets', failed: 'mislukt', aborted: 'gestopt' },
    finding: { error: 'fout', held: 'wacht', warning: 'let op', info: 'info' },
    pairing: {
      connected: 'gekoppeld',
      create: 'nieuw: de volgende sync maakt deze medewerker aan',
      blocked: 'geblokkeerd: een verplicht gegeven ontbreekt',
      unreadable: 'het record in AlexisHR is niet te lezen',
      ambiguous: 'meerdere medewerkers in Nmbrs kunnen deze persoon zijn',
      contradicts: 'de medewerker in Nmbrs die een regel vond, verschilt op kenmerkende gegevens',
      taken: 'de passende medewerker in Nmbrs is aan iemand anders gekoppeld',
      'lost-creation': 'een eerdere aanmaak kreeg geen antwoord en is niet opgehelderd',
      lookalike: 'iemand lijkt te veel op deze persoon om die zonder vraag aan te maken',
      unread: 'niet aangemaakt: een medewerker in Nmbrs die deze persoon kan zijn, is niet te lezen',
      dangling: 'de medewerker staat niet meer in het bedrijf in Nmbrs',
      disconnected: 'met de hand ontkoppeld',
      ignored: 'met de hand weggelaten',
    },
    matchedBy: (rule) => `gevonden met ${rule}`,
    origin: {
      manual: 'met de hand gekoppeld',
      created: 'aangemaakt door nmbrs-sync',
      recovered: 'aangemaakt door nmbrs-sync, gevonden na een verloren antwoord',
    },
    link: {
      connected: (targetId, origin) => `gekoppeld aan medewerker ${targetId} in Nmbrs, ${origin}`,
      disconnected: (targetId) => `met de hand ontkoppeld van medewerker ${targetId} in Nmbrs`,
      ignored: (reason) => `met de hand weggelaten: ${reason}`,
      ignoredUntil: (reason, until) => `met de hand weggelaten tot ${until}: ${reason}`,
      createWanted: 'aan te maken, met de hand',
    },
    people: { one: '1 persoon', many: '# personen' },
    changes: { one: '1 wijziging', many: '# wijzigingen' },
    next: (text) => `Volgende stap: ${text}`,
    connected: (count) => `${count} gekoppeld`,
    notConnected: (count) => `${count} niet gekoppeld`,
    leftOut: (count) => `${count} weggelaten`,
    blocked: (count) => `${count} geblokkeerd doordat een verplicht gegeven ontbreekt`,
    inScope: (read, inScope) => `${read} gelezen, ${inScope} onder deze verbinding`,
    calls: { one: '1 call', many: '# calls' },
    callsTo: (alexis, nmbrs) => `${alexis} naar AlexisHR, ${nmbrs} naar Nmbrs.`,
  },
  sv: {
    outcome: {
      planned: 'att skicka',
      applied: 'klart',
      unchanged: 'var redan så',
      held: 'väntar',
      skipped: 'hoppades över',
      failed: 'misslyckades',
      unknown: 'okänt',
    },
    kind: { create: 'skapa', update: 'ändra', end: 'avsluta' },
    result: { ok: 'klart', held: 'klart, men något väntar', failed: 'misslyckades', aborted: 'stoppad' },
    finding: { error: 'fel', held: 'väntar', warning: 'obs', info: 'info' },
    pairing: {
      connected: 'kopplad',
      create: 'ny: nästa synkronisering skapar medarbetaren',
      blocked: 'spärrad: en obligatorisk uppgift saknas',
      unreadable: 'posten i AlexisHR går inte att läsa',
      ambiguous: 'flera medarbetare i Nmbrs kan vara personen',
      contradicts: 'medarbetaren i Nmbrs som en regel hittade skiljer sig i avgörande uppgifter',
      taken: 'medarbetaren i Nmbrs som stämmer är kopplad till någon annan',
      'lost-creation': 'ett tidigare skapande fick inget svar och är inte utrett',
      lookalike: 'någon är för lik för att personen ska skapas utan fråga',
      unread: 'inte skapad: en medarbetare i Nmbrs som kan vara personen gick inte att läsa',
      dangling: 'medarbetaren finns inte längre i företaget i Nmbrs',
      disconnected: 'bortkopplad för hand',
      ignored: 'utelämnad för hand',
    },
    matchedBy: (rule) => `hittad med ${rule}`,
    origin: {
      manual: 'kopplad för hand',
      created: 'skapad av nmbrs-sync',
      recovered: 'skapad av nmbrs-sync, hittad efter ett förlorat svar',
    },
    link: {
      connected: (targetId, origin) => `kopplad till medarbetare ${targetId} i Nmbrs, ${origin}`,
      disconnected: (targetId) => `bortkopplad för hand från medarbetare ${targetId} i Nmbrs`,
      ignored: (reason) => `utelämnad för hand: ${reason}`,
      ignoredUntil: (reason, until) => `utelämnad för hand till ${until}: ${reason}`,
      createWanted: 'ska skapas, för hand',
    },
    people: { one: '1 person', many: '# personer' },
    changes: { one: '1 ändring', many: '# ändringar' },
    next: (text) => `Nästa steg: ${text}`,
    connected: (count) => `${count} kopplade`,
    notConnected: (count) => `${count} inte kopplade`,
    leftOut: (count) => `${count} utelämnade`,
    blocked: (count) => `${count} spärrade för att en obligatorisk uppgift saknas`,
    inScope: (read, inScope) => `${read} lästa, ${inScope} i anslutningen`,
    calls: { one: '1 anrop', many: '# anrop' },
    callsTo: (alexis, nmbrs) => `${alexis} till AlexisHR, ${nmbrs} till Nmbrs.`,
  },
  da: {
    outcome: {
      planned: 'sendes',
      applied: 'gjort',
      unchanged: 'var sådan i forvejen',
      held: 'venter',
      skipped: 'sprunget over',
      failed: 'mislykkedes',
      unknown: 'ukendt',
    },
    kind: { create: 'opret', update: 'ret', end: 'afslut' },
    result: { ok: 'gjort', held: 'gjort, men noget venter', failed: 'mislykkedes', aborted: 'stoppet' },
    finding: { error: 'fejl', held: 'venter', warning: 'obs', info: 'info' },
    pairing: {
      connected: 'forbundet',
      create: 'ny: næste synkronisering opretter medarbejderen',
      blocked: 'spærret: en obligatorisk oplysning mangler',
      unreadable: 'posten i AlexisHR kan ikke læses',
      ambiguous: 'flere medarbejdere i Nmbrs kan være personen',
      contradicts: 'medarbejderen i Nmbrs, som en regel fandt, afviger i afgørende oplysninger',
      taken: 'medarbejderen i Nmbrs, der passer, er forbundet med en anden',
      'lost-creation': 'en tidligere oprettelse fik intet svar og er ikke afklaret',
      lookalike: 'nogen ligner for meget, til at personen oprettes uden at spørge',
      unread: 'ikke oprettet: en medarbejder i Nmbrs, der kan være personen, kunne ikke læses',
      dangling: 'medarbejderen er ikke længere i virksomheden i Nmbrs',
      disconnected: 'afbrudt i hånden',
      ignored: 'udeladt i hånden',
    },
    matchedBy: (rule) => `fundet med ${rule}`,
    origin: {
      manual: 'forbundet i hånden',
      created: 'oprettet af nmbrs-sync',
      recovered: 'oprettet af nmbrs-sync, fundet efter et tabt svar',
    },
    link: {
      connected: (targetId, origin) => `forbundet med medarbejder ${targetId} i Nmbrs, ${origin}`,
      disconnected: (targetId) => `afbrudt i hånden fra medarbejder ${targetId} i Nmbrs`,
      ignored: (reason) => `udeladt i hånden: ${reason}`,
      ignoredUntil: (reason, until) => `udeladt i hånden indtil ${until}: ${reason}`,
      createWanted: 'skal oprettes, i hånden',
    },
    people: { one: '1 person', many: '# personer' },
    changes: { one: '1 ændring', many: '# ændringer' },
    next: (text) => `Næste trin: ${text}`,
    connected: (count) => `${count} forbundet`,
    notConnected: (count) => `${count} ikke forbundet`,
    leftOut: (count) => `${count} udeladt`,
    blocked: (count) => `${count} spærret, fordi en obligatorisk oplysning mangler`,
    inScope: (read, inScope) => `${read} læst, ${inScope} i forbindelsen`,
    calls: { one: '1 kald', many: '# kald' },
    callsTo: (alexis, nmbrs) => `${alexis} til AlexisHR, ${nmbrs} til Nmbrs.`,
  },
})
