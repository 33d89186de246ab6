import { toCatalogue } from '../../../domain/language/catalogue.js'

/** What changed since a day. */
export const changesTexts = toCatalogue({
  en: {
    title: (connection: string, day: string) => `Changed in Nmbrs for ${connection} since ${day}`,
    sum: (people: string, changes: string) => `${people}, ${changes}.`,
    changes: { one: '1 change', many: '# changes' },
    none: 'Nothing was written and no link changed.',
    noValues: 'The record holds no values. What a person has now: nmbrs-sync explain PERSON --show-values',
    unknown: 'not known whether it arrived',
    byRun: (run: string) => `run ${run}`,
    by: (actor: string) => `by ${actor}`,
    link: {
      connected: 'connected',
      disconnected: 'disconnected',
      ignored: 'left out',
      'create-wanted': 'marked as new',
    },
    more: (count: number) => `and ${count} more people; all of them: --all`,
  },
  nl: {
    title: (connection, day) => `Gewijzigd in Nmbrs voor ${connection} sinds ${day}`,
    sum: (people, changes) => `${people}, ${changes}.`,
    changes: { one: '1 wijziging', many: '# wijzigingen' },
    none: 'Er is niets verstuurd en geen koppeling gewijzigd.',
    noValues:
      'In het logboek staan geen waarden. Wat iemand nu heeft: nmbrs-sync explain PERSOON --show-values',
    unknown: 'niet bekend of het is aangekomen',
    byRun: (run) => `run ${run}`,
    by: (actor) => `door ${actor}`,
    link: {
      connected: 'gekoppeld',
      disconnected: 'ontkoppeld',
      ignored: 'weggelaten',
      'create-wanted': 'als nieuw aangemerkt',
    },
    more: (count) => `en nog ${count} personen; allemaal: --all`,
  },
  sv: {
    title: (connection, day) => `Ändrat i Nmbrs för ${connection} sedan ${day}`,
    sum: (people, changes) => `${people}, ${changes}.`,
    changes: { one: '1 ändring', many: '# ändringar' },
    none: 'Inget skickades och ingen koppling ändrades.',
    noValues: 'Loggen har inga värden. Vad en person har nu: nmbrs-sync explain PERSON --show-values',
    unknown: 'okänt om det kom fram',
    byRun: (run) => `körning ${run}`,
    by: (actor) => `av ${actor}`,
    link: {
      connected: 'kopplad',
      disconnected: 'bortkopplad',
      ignored: 'utelämnad',
      'create-wanted': 'markerad som ny',
    },
    more: (count) => `och ${count} personer till; alla: --all`,
  },
  da: {
    title: (connection, day) => `Ændret i Nmbrs for ${connection} siden ${day}`,
    sum: (people, changes) => `${people}, ${changes}.`,
    changes: { one: '1 ændring', many: '# ændringer' },
    none: 'Intet blev sendt, og ingen forbindelse blev ændret.',
    noValues: 'Loggen har ingen værdier. Hvad en person har nu: nmbrs-sync explain PERSON --show-values',
    unknown: 'det vides ikke, om det nåede frem',
    byRun: (run) => `kørsel ${run}`,
    by: (actor) => `af ${actor}`,
    link: {
      connected: 'forbundet',
      disconnected: 'afbrudt',
      ignored: 'udeladt',
      'create-wanted': 'markeret som ny',
    },
    more: (count) => `og ${count} personer til; alle: --all`,
  },
})
