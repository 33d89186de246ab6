import type { OverviewColumn } from '../overview.js'
import { toCatalogue } from '../../../domain/language/catalogue.js'
import type { Counted } from '../../../domain/language/count.js'

interface OverviewTexts {
  columns: Readonly<Record<OverviewColumn | 'connection', string>>
  total: Counted
  /** Where there is nothing more to say than the table. */
  quiet: Counted
  allQuiet: string
}

/** The words of the tables over several connections. */
export const overviewTexts = toCatalogue<OverviewTexts>({
  en: {
    columns: {
      connection: 'connection',
      connected: 'connected',
      notConnected: 'not connected',
      toSend: 'to send',
      sent: 'sent',
      held: 'held',
      blocked: 'blocked',
      failed: 'failed',
      lastRun: 'last run',
      result: 'result',
      waiting: 'waiting',
      released: 'released',
      oldest: 'since',
      people: 'people',
      tasks: 'tasks',
      values: 'values',
      portal: 'portal',
      withLogin: 'with login',
      withoutLogin: 'without',
      left: 'left, active',
      mode: 'mode',
    },
    total: { one: '1 connection', many: '# connections' },
    quiet: {
      one: '1 connection has nothing more to show.',
      many: '# connections have nothing more to show.',
    },
    allQuiet: 'There is nothing more to show.',
  },
  nl: {
    columns: {
      connection: 'verbinding',
      connected: 'gekoppeld',
      notConnected: 'niet gekoppeld',
      toSend: 'te versturen',
      sent: 'verstuurd',
      held: 'wacht',
      blocked: 'onvolledig',
      failed: 'mislukt',
      lastRun: 'laatste run',
      result: 'resultaat',
      waiting: 'wacht',
      released: 'goedgekeurd',
      oldest: 'sinds',
      people: 'personen',
      tasks: 'taken',
      values: 'waarden',
      portal: 'portaal',
      withLogin: 'met login',
      withoutLogin: 'zonder',
      left: 'uit dienst, actief',
      mode: 'soort',
    },
    total: { one: '1 verbinding', many: '# verbindingen' },
    quiet: {
      one: 'Van 1 verbinding valt er niets meer te melden.',
      many: 'Van # verbindingen valt er niets meer te melden.',
    },
    allQuiet: 'Er valt niets meer te melden.',
  },
  sv: {
    columns: {
      connection: 'anslutning',
      connected: 'kopplade',
      notConnected: 'ej kopplade',
      toSend: 'att skicka',
      sent: 'skickade',
      held: 'väntar',
      blocked: 'ofullständiga',
      failed: 'misslyckade',
      lastRun: 'senaste körning',
      result: 'resultat',
      waiting: 'väntar',
      released: 'godkända',
      oldest: 'sedan',
      people: 'personer',
      tasks: 'uppgifter',
      values: 'värden',
      portal: 'portal',
      withLogin: 'med login',
      withoutLogin: 'utan',
      left: 'slutat, aktiv',
      mode: 'typ',
    },
    total: { one: '1 anslutning', many: '# anslutningar' },
    quiet: {
      one: '1 anslutning har inget mer att visa.',
      many: '# anslutningar har inget mer att visa.',
    },
    allQuiet: 'Det finns inget mer att visa.',
  },
  da: {
    columns: {
      connection: 'forbindelse',
      connected: 'forbundet',
      notConnected: 'ikke forbundet',
      toSend: 'at sende',
      sent: 'sendt',
      held: 'venter',
      blocked: 'ufuldstændige',
      failed: 'mislykket',
      lastRun: 'seneste kørsel',
      result: 'resultat',
      waiting: 'venter',
      released: 'godkendt',
      oldest: 'siden',
      people: 'personer',
      tasks: 'opgaver',
      values: 'værdier',
      portal: 'portal',
      withLogin: 'med login',
      withoutLogin: 'uden',
      left: 'fratrådt, aktiv',
      mode: 'type',
    },
    total: { one: '1 forbindelse', many: '# forbindelser' },
    quiet: {
      one: '1 forbindelse har ikke mere at vise.',
      many: '# forbindelser har ikke mere at vise.',
    },
    allQuiet: 'Der er ikke mere at vise.',
  },
})
