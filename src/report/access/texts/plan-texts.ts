import { toCatalogue } from '../../../domain/language/catalogue.js'
import type { Counted } from '../../../domain/language/count.js'
import type { LoginGroup } from '../view/plan-view.js'

interface PlanTexts {
  /** How many people are in each group, as parts of one sentence. */
  groups: Readonly<Record<LoginGroup, Counted>>
  counts: (people: string, groups: string) => string
  nobody: string
  unread: Counted
  /** What is open as long as the whole list of the portal was not imported. */
  listed: Readonly<Record<'part' | 'never', string>>
  tickFilter: (filter: string, count: number) => string
  titles: Readonly<Record<'held' | 'without' | 'left-active' | 'in-hand', string>>
  waits: (reason: string) => string
  since: (day: string) => string
}

/** `access plan`: what a hand-over would hold, who waits for what, and who gets no login and why. */
export const planTexts = toCatalogue<PlanTexts>({
  en: {
    groups: {
      ready: { one: '1 to hand over', many: '# to hand over' },
      held: { one: '1 held for approval', many: '# held for approval' },
      'in-hand': { one: '1 handed over, not answered', many: '# handed over, not answered' },
      'as-wanted': { one: '1 as it should be', many: '# as it should be' },
      'left-active': { one: '1 left with an active login', many: '# left with an active login' },
      without: { one: '1 with nothing to hand over', many: '# with nothing to hand over' },
    },
    counts: (people, groups) => `${people}: ${groups}.`,
    nobody: 'nobody',
    unread: {
      one: '1 record could not be read; nothing is planned for them.',
      many: '# records could not be read; nothing is planned for them.',
    },
    listed: {
      part: 'A list of the portal was imported, and no one said that it is complete, so someone may have a login that is not in it: nmbrs-sync access import FILE --whole',
      never:
        'The list of the portal was never imported, so someone may have a login already: nmbrs-sync access import FILE --whole',
    },
    tickFilter: (filter, count) => `tick: ${filter} (${count})`,
    titles: {
      held: 'Held',
      without: 'Nothing to hand over, with a reason',
      'left-active': 'Left, login active',
      'in-hand': 'Handed over, not answered yet',
    },
    waits: (reason) => `waits: ${reason}`,
    since: (day) => `since ${day}`,
  },
  nl: {
    groups: {
      ready: { one: '1 over te dragen', many: '# over te dragen' },
      held: { one: '1 wacht op akkoord', many: '# wachten op akkoord' },
      'in-hand': { one: '1 overgedragen', many: '# overgedragen' },
      'as-wanted': { one: '1 zoals het moet zijn', many: '# zoals het moet zijn' },
      'left-active': {
        one: '1 uit dienst met een actieve login',
        many: '# uit dienst met een actieve login',
      },
      without: { one: '1 zonder iets over te dragen', many: '# zonder iets over te dragen' },
    },
    counts: (people, groups) => `${people}: ${groups}.`,
    nobody: 'niemand',
    unread: {
      one: '1 record kon niet worden gelezen; daarvoor is niets gepland.',
      many: '# records konden niet worden gelezen; daarvoor is niets gepland.',
    },
    listed: {
      part: 'Er is een lijst van de portal ingelezen, maar niemand heeft gezegd dat die volledig is. Er kan dus een login zijn die er niet op staat: nmbrs-sync access import FILE --whole',
      never:
        'De lijst van de portal is nog nooit ingelezen, dus er kan al een login zijn: nmbrs-sync access import FILE --whole',
    },
    tickFilter: (filter, count) => `aanvinken: ${filter} (${count})`,
    titles: {
      held: 'Wacht op akkoord',
      without: 'Niets over te dragen, met de reden',
      'left-active': 'Uit dienst, login actief',
      'in-hand': 'Overgedragen',
    },
    waits: (reason) => `wacht: ${reason}`,
    since: (day) => `sinds ${day}`,
  },
  sv: {
    groups: {
      ready: { one: '1 att lämna över', many: '# att lämna över' },
      held: { one: '1 väntar på godkännande', many: '# väntar på godkännande' },
      'in-hand': { one: '1 överlämnad', many: '# överlämnade' },
      'as-wanted': { one: '1 som den ska', many: '# som de ska' },
      'left-active': { one: '1 har slutat med aktiv inloggning', many: '# har slutat med aktiv inloggning' },
      without: { one: '1 utan något att lämna över', many: '# utan något att lämna över' },
    },
    counts: (people, groups) => `${people}: ${groups}.`,
    nobody: 'ingen',
    unread: {
      one: '1 post gick inte att läsa; inget planeras för den.',
      many: '# poster gick inte att läsa; inget planeras för dem.',
    },
    listed: {
      part: 'En lista från portalen har lästs in, men ingen har sagt att den är fullständig. Någon kan alltså ha en inloggning som inte står på den: nmbrs-sync access import FILE --whole',
      never:
        'Listan från portalen har aldrig lästs in, så någon kan redan ha en inloggning: nmbrs-sync access import FILE --whole',
    },
    tickFilter: (filter, count) => `kryssa för: ${filter} (${count})`,
    titles: {
      held: 'Väntar på godkännande',
      without: 'Inget att lämna över, med skälet',
      'left-active': 'Har slutat, inloggningen är aktiv',
      'in-hand': 'Överlämnade',
    },
    waits: (reason) => `väntar: ${reason}`,
    since: (day) => `sedan ${day}`,
  },
  da: {
    groups: {
      ready: { one: '1 skal overdrages', many: '# skal overdrages' },
      held: { one: '1 venter på godkendelse', many: '# venter på godkendelse' },
      'in-hand': { one: '1 overdraget', many: '# overdraget' },
      'as-wanted': { one: '1 er, som det skal være', many: '# er, som det skal være' },
      'left-active': { one: '1 fratrådt med et aktivt login', many: '# fratrådt med et aktivt login' },
      without: { one: '1 uden noget at overdrage', many: '# uden noget at overdrage' },
    },
    counts: (people, groups) => `${people}: ${groups}.`,
    nobody: 'ingen',
    unread: {
      one: '1 post kunne ikke læses; intet er planlagt for den.',
      many: '# poster kunne ikke læses; intet er planlagt for dem.',
    },
    listed: {
      part: 'En liste fra portalen er indlæst, men ingen har sagt, at den er fuldstændig. Nogen kan altså have et login, der ikke står på den: nmbrs-sync access import FILE --whole',
      never:
        'Listen fra portalen er aldrig indlæst, så nogen kan allerede have et login: nmbrs-sync access import FILE --whole',
    },
    tickFilter: (filter, count) => `sæt kryds: ${filter} (${count})`,
    titles: {
      held: 'Venter på godkendelse',
      without: 'Intet at overdrage, med grunden',
      'left-active': 'Fratrådt, loginet er aktivt',
      'in-hand': 'Overdraget',
    },
    waits: (reason) => `venter: ${reason}`,
    since: (day) => `siden ${day}`,
  },
})
