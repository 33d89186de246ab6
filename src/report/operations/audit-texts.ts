import type { AuditFlaw, AuditKind } from '../../domain/audit/audit.js'
import { toCatalogue } from '../../domain/language/catalogue.js'
import type { Counted } from '../../domain/language/count.js'

/** Kinds of entries that are said by a verb and its object. */
type SaidAtLength =
  | 'write-begun'
  | 'write-ended'
  | 'write-settled'
  | 'bank-account-ending'
  | 'bank-account-ended'
  | 'link-changed'
  | 'link-forgotten'

export type PlainKind = Exclude<AuditKind, SaidAtLength>

interface AuditTexts {
  none: string
  head: Readonly<Record<'number' | 'time' | 'who' | 'connection' | 'person' | 'run' | 'what', string>>
  aboutTo: (write: string) => string
  write: string
  settled: Readonly<Record<'found-applied' | 'found-not-applied' | 'superseded' | 'answered', string>>
  accountEnding: (account: string) => string
  accountEnded: (account: string) => string
  accountOfEnded: (account: string, targetId: string) => string
  /** Behind what was done: `of Nmbrs employee 501`. */
  of: (what: string, targetId: string) => string
  noLonger: (mark: string) => string
  mark: Readonly<Record<'ignored' | 'create-wanted' | 'disconnected', string>>
  connected: (targetId: string) => string
  disconnected: (targetId: string) => string
  leftOut: string
  leftOutUntil: (day: string) => string
  link: (code: string) => string
  notSaid: string
  hold: (id: string, what: string) => string
  plain: Readonly<Record<PlainKind, string>>
  entries: Counted
  whole: (entries: string) => string
  wholeUntil: (entries: string, at: string) => string
  holdsYours: string
  keepElsewhere: string
  flaw: Readonly<Record<AuditFlaw['problem'], (number: string) => string>>
  compare: string
  wasRestored: string
  empty: string
}

/** The audit record on a screen. */
export const auditTexts = toCatalogue<AuditTexts>({
  en: {
    none: 'No such entries.',
    head: {
      number: 'no.',
      time: 'time',
      who: 'who',
      connection: 'connection',
      person: 'person',
      run: 'run',
      what: 'what',
    },
    aboutTo: (write) => `about to ${write}`,
    write: 'write',
    settled: {
      'found-applied': 'looked up later, it was done',
      'found-not-applied': 'looked up later, it was not done',
      superseded: 'its end is no longer needed',
      answered: 'answered',
    },
    accountEnding: (account) => `about to replace bank account ${account}`,
    accountEnded: (account) => `bank account ${account} ended`,
    accountOfEnded: (account, targetId) => `bank account ${account} of Nmbrs employee ${targetId} ended`,
    of: (what, targetId) => `${what} of Nmbrs employee ${targetId}`,
    noLonger: (mark) => `no longer ${mark}`,
    mark: { ignored: 'left out', 'create-wanted': 'to be created', disconnected: 'kept apart' },
    connected: (targetId) => `connected to Nmbrs employee ${targetId}`,
    disconnected: (targetId) => `disconnected from Nmbrs employee ${targetId}`,
    leftOut: 'left out',
    leftOutUntil: (day) => `left out until ${day}`,
    link: (code) => `link: ${code}`,
    notSaid: 'not said',
    hold: (id, what) => `hold ${id} ${what}`,
    plain: {
      'id-paired': 'an id of the other transport was found',
      'id-unpaired': 'an id of the other transport does not hold any more',
      'hold-opened': 'waits for a person',
      'hold-released': 'released',
      'hold-rejected': 'rejected',
      'hold-used': 'release used',
      'hold-expired': 'release expired',
      'drift-accepted': "payroll's value accepted",
      'drift-restored': "payroll's value is to be set back",
      'allowed-once': 'allowed for this run',
      'setting-changed': 'settings',
      'payroll-work-done': 'payroll did what only payroll can do',
      'payroll-work-reopened': 'that is to be done by payroll after all',
      'refusal-retried': 'what Nmbrs refused is to be tried again',
      'login-work-handed-over': 'work about a login handed over',
      'login-work-answered': 'work about a login',
      'login-work-given-up': 'work about a login given up; it is not known whether it arrived',
      'login-asked': 'asked about a login',
      'login-unasked': 'no longer asked about a login',
      'login-data-sent': 'login data sent',
      'login-data-not-sent': 'login data not sent after all',
      'logins-imported': "a portal's list of logins imported",
      'onboarding-recorded': 'application at a consumer',
      'state-restored': 'the state file was restored from a backup',
      'person-forgotten': 'a person was forgotten',
      'reason-forgotten': 'a typed reason was taken away',
      'state-purged': 'old runs were purged',
    },
    entries: { one: '1 entry', many: '# entries' },
    whole: (entries) => `The audit record is whole: ${entries}.`,
    wholeUntil: (entries, at) => `The audit record is whole: ${entries}, the last of ${at}.`,
    holdsYours: 'It holds the entry that you kept.',
    keepElsewhere:
      'Whether entries are missing at its end shows only with a line kept elsewhere: nmbrs-sync audit head',
    flaw: {
      changed: (number) =>
        `The audit record is broken: entry ${number} is not what was written there, or another one stood before it.`,
      missing: (number) => `The audit record is broken: entry ${number} is gone, and later ones follow.`,
      'cut-off': (number) => `The audit record was cut off: it ends before entry ${number}, which you kept.`,
      'other-chain': (number) =>
        `The audit record is not the one that your line came from: entry ${number} is another one.`,
      emptied: () =>
        'The audit record is broken: it was emptied. There were runs, and none of their entries is there.',
      shortened: (number) =>
        `The audit record is broken: it was cut off before entry ${number}, which was written once.`,
    },
    compare:
      'keep a copy of the state file and compare it with your backups, entry by entry: nmbrs-sync audit list --json',
    wasRestored:
      'see whether a backup was restored since: nmbrs-sync audit list. If not, keep a copy of the state file and compare it with your backups, entry by entry: nmbrs-sync audit list --json',
    empty: 'The audit record has no entries yet. The first sync makes some.',
  },
  nl: {
    none: 'Er zijn geen zulke regels.',
    head: {
      number: 'nr.',
      time: 'tijd',
      who: 'wie',
      connection: 'verbinding',
      person: 'persoon',
      run: 'run',
      what: 'wat',
    },
    aboutTo: (write) => `staat op het punt: ${write}`,
    write: 'versturen',
    settled: {
      'found-applied': 'later opgezocht, het was gedaan',
      'found-not-applied': 'later opgezocht, het was niet gedaan',
      superseded: 'de afloop is niet meer nodig',
      answered: 'beantwoord',
    },
    accountEnding: (account) => `bankrekening ${account} wordt vervangen`,
    accountEnded: (account) => `bankrekening ${account} beëindigd`,
    accountOfEnded: (account, targetId) =>
      `bankrekening ${account} van medewerker ${targetId} in Nmbrs beëindigd`,
    of: (what, targetId) => `${what} van medewerker ${targetId} in Nmbrs`,
    noLonger: (mark) => `niet langer ${mark}`,
    mark: { ignored: 'weggelaten', 'create-wanted': 'aan te maken', disconnected: 'apart gehouden' },
    connected: (targetId) => `gekoppeld aan medewerker ${targetId} in Nmbrs`,
    disconnected: (targetId) => `ontkoppeld van medewerker ${targetId} in Nmbrs`,
    leftOut: 'weggelaten',
    leftOutUntil: (day) => `weggelaten tot ${day}`,
    link: (code) => `koppeling: ${code}`,
    notSaid: 'niet vermeld',
    hold: (id, what) => `hold ${id}: ${what}`,
    plain: {
      'id-paired': 'een id van de andere koppeling is gevonden',
      'id-unpaired': 'een id van de andere koppeling geldt niet meer',
      'hold-opened': 'wacht op akkoord',
      'hold-released': 'goedgekeurd',
      'hold-rejected': 'afgewezen',
      'hold-used': 'goedkeuring gebruikt',
      'hold-expired': 'goedkeuring verlopen',
      'drift-accepted': 'waarde van de loonadministratie geaccepteerd',
      'drift-restored': 'waarde van de loonadministratie wordt teruggezet',
      'allowed-once': 'toegestaan voor deze run',
      'setting-changed': 'instellingen',
      'payroll-work-done': 'de loonadministratie heeft gedaan wat alleen zij kan',
      'payroll-work-reopened': 'dat moet de loonadministratie toch nog doen',
      'refusal-retried': 'wat Nmbrs weigerde, wordt opnieuw geprobeerd',
      'login-work-handed-over': 'werk aan een login overgedragen',
      'login-work-answered': 'werk aan een login',
      'login-work-given-up': 'werk aan een login opgegeven, niet bekend of het is aangekomen',
      'login-asked': 'gevraagd over een login',
      'login-unasked': 'niet langer gevraagd over een login',
      'login-data-sent': 'inloggegevens verstuurd',
      'login-data-not-sent': 'inloggegevens toch niet verstuurd',
      'logins-imported': 'lijst met logins van een portal ingelezen',
      'onboarding-recorded': 'aanmelding bij een afnemer',
      'state-restored': 'het statebestand is teruggezet uit een back-up',
      'person-forgotten': 'een persoon is vergeten',
      'reason-forgotten': 'een getypte reden is verwijderd',
      'state-purged': 'oude runs zijn opgeruimd',
    },
    entries: { one: '1 regel', many: '# regels' },
    whole: (entries) => `Het auditlog is compleet: ${entries}.`,
    wholeUntil: (entries, at) => `Het auditlog is compleet: ${entries}, de laatste van ${at}.`,
    holdsYours: 'De regel die je hebt bewaard, staat erin.',
    keepElsewhere:
      'Of aan het eind regels ontbreken, blijkt alleen met een regel die je elders bewaart: nmbrs-sync audit head',
    flaw: {
      changed: (number) =>
        `Het auditlog is beschadigd: regel ${number} is niet wat er is geschreven, of er stond een andere voor.`,
      missing: (number) => `Het auditlog is beschadigd: regel ${number} is weg, en er volgen latere.`,
      'cut-off': (number) =>
        `Het auditlog is afgebroken: het eindigt voor regel ${number}, die je hebt bewaard.`,
      'other-chain': (number) =>
        `Het auditlog is niet dat waarvan je een regel hebt bewaard: regel ${number} is een andere.`,
      emptied: () =>
        'Het auditlog is beschadigd: het is leeggemaakt. Er zijn runs geweest, en hun regels zijn er niet.',
      shortened: (number) =>
        `Het auditlog is beschadigd: het is afgebroken voor regel ${number}, die ooit is geschreven.`,
    },
    compare:
      'bewaar een kopie van het statebestand en vergelijk die regel voor regel met je back-ups: nmbrs-sync audit list --json',
    wasRestored:
      'ga na of er sindsdien een back-up is teruggezet: nmbrs-sync audit list. Zo niet, bewaar dan een kopie van het statebestand en vergelijk die regel voor regel met je back-ups: nmbrs-sync audit list --json',
    empty: 'Het auditlog heeft nog geen regels. De eerste sync maakt er.',
  },
  sv: {
    none: 'Det finns inga sådana rader.',
    head: {
      number: 'nr',
      time: 'tid',
      who: 'vem',
      connection: 'anslutning',
      person: 'person',
      run: 'körning',
      what: 'vad',
    },
    aboutTo: (write) => `på väg att ${write}`,
    write: 'skicka',
    settled: {
      'found-applied': 'kontrollerat senare, det var gjort',
      'found-not-applied': 'kontrollerat senare, det var inte gjort',
      superseded: 'utgången behövs inte längre',
      answered: 'besvarat',
    },
    accountEnding: (account) => `på väg att ersätta bankkonto ${account}`,
    accountEnded: (account) => `bankkonto ${account} avslutat`,
    accountOfEnded: (account, targetId) =>
      `bankkonto ${account} för medarbetare ${targetId} i Nmbrs avslutat`,
    of: (what, targetId) => `${what} för medarbetare ${targetId} i Nmbrs`,
    noLonger: (mark) => `inte längre ${mark}`,
    mark: { ignored: 'utelämnad', 'create-wanted': 'att skapa', disconnected: 'åtskild' },
    connected: (targetId) => `kopplad till medarbetare ${targetId} i Nmbrs`,
    disconnected: (targetId) => `bortkopplad från medarbetare ${targetId} i Nmbrs`,
    leftOut: 'utelämnad',
    leftOutUntil: (day) => `utelämnad till ${day}`,
    link: (code) => `koppling: ${code}`,
    notSaid: 'inte angivet',
    hold: (id, what) => `hold ${id}: ${what}`,
    plain: {
      'id-paired': 'ett id för den andra anslutningen hittades',
      'id-unpaired': 'ett id för den andra anslutningen gäller inte längre',
      'hold-opened': 'väntar på godkännande',
      'hold-released': 'godkänd',
      'hold-rejected': 'avvisad',
      'hold-used': 'godkännandet använt',
      'hold-expired': 'godkännandet har gått ut',
      'drift-accepted': 'löneavdelningens värde godtaget',
      'drift-restored': 'löneavdelningens värde ska återställas',
      'allowed-once': 'tillåtet för den här körningen',
      'setting-changed': 'inställningar',
      'payroll-work-done': 'löneavdelningen har gjort det som bara den kan',
      'payroll-work-reopened': 'det ska löneavdelningen göra trots allt',
      'refusal-retried': 'det som Nmbrs avvisade ska försökas igen',
      'login-work-handed-over': 'arbete med en inloggning överlämnat',
      'login-work-answered': 'arbete med en inloggning',
      'login-work-given-up': 'arbete med en inloggning uppgivet, ingen vet om det kom fram',
      'login-asked': 'begärt om en inloggning',
      'login-unasked': 'inte längre begärt om en inloggning',
      'login-data-sent': 'inloggningsuppgifter skickade',
      'login-data-not-sent': 'inloggningsuppgifter skickades ändå inte',
      'logins-imported': 'en portals lista över inloggningar inläst',
      'onboarding-recorded': 'ansökan hos en mottagare',
      'state-restored': 'tillståndsfilen återställdes från en säkerhetskopia',
      'person-forgotten': 'en person glömdes',
      'reason-forgotten': 'ett skrivet skäl togs bort',
      'state-purged': 'gamla körningar rensades',
    },
    entries: { one: '1 rad', many: '# rader' },
    whole: (entries) => `Granskningsloggen är hel: ${entries}.`,
    wholeUntil: (entries, at) => `Granskningsloggen är hel: ${entries}, den sista från ${at}.`,
    holdsYours: 'Raden som du sparade finns i den.',
    keepElsewhere:
      'Om rader saknas i slutet syns bara med en rad som sparas på annat håll: nmbrs-sync audit head',
    flaw: {
      changed: (number) =>
        `Granskningsloggen är skadad: rad ${number} är inte det som skrevs där, eller så stod en annan före den.`,
      missing: (number) => `Granskningsloggen är skadad: rad ${number} är borta, och senare rader följer.`,
      'cut-off': (number) => `Granskningsloggen är avkortad: den slutar före rad ${number}, som du sparade.`,
      'other-chain': (number) =>
        `Granskningsloggen är inte den som du sparade en rad ur: rad ${number} är en annan.`,
      emptied: () =>
        'Granskningsloggen är skadad: den har tömts. Det har funnits körningar, och ingen av deras rader finns där.',
      shortened: (number) =>
        `Granskningsloggen är skadad: den har avkortats före rad ${number}, som en gång skrevs.`,
    },
    compare:
      'spara en kopia av tillståndsfilen och jämför den med dina säkerhetskopior, rad för rad: nmbrs-sync audit list --json',
    wasRestored:
      'se efter om en säkerhetskopia har återställts sedan dess: nmbrs-sync audit list. Om inte, spara en kopia av tillståndsfilen och jämför den med dina säkerhetskopior, rad för rad: nmbrs-sync audit list --json',
    empty: 'Granskningsloggen har inga rader än. Den första synkroniseringen skapar några.',
  },
  da: {
    none: 'Der er ingen sådanne linjer.',
    head: {
      number: 'nr.',
      time: 'tid',
      who: 'hvem',
      connection: 'forbindelse',
      person: 'person',
      run: 'kørsel',
      what: 'hvad',
    },
    aboutTo: (write) => `ved at gøre dette: ${write}`,
    write: 'send',
    settled: {
      'found-applied': 'undersøgt senere, det var gjort',
      'found-not-applied': 'undersøgt senere, det var ikke gjort',
      superseded: 'udfaldet er ikke længere nødvendigt',
      answered: 'besvaret',
    },
    accountEnding: (account) => `bankkonto ${account} er ved at blive udskiftet`,
    accountEnded: (account) => `bankkonto ${account} afsluttet`,
    accountOfEnded: (account, targetId) =>
      `bankkonto ${account} for medarbejder ${targetId} i Nmbrs afsluttet`,
    of: (what, targetId) => `${what} for medarbejder ${targetId} i Nmbrs`,
    noLonger: (mark) => `ikke længere ${mark}`,
    mark: { ignored: 'udeladt', 'create-wanted': 'skal oprettes', disconnected: 'holdt adskilt' },
    connected: (targetId) => `forbundet med medarbejder ${targetId} i Nmbrs`,
    disconnected: (targetId) => `afbrudt fra medarbejder ${targetId} i Nmbrs`,
    leftOut: 'udeladt',
    leftOutUntil: (day) => `udeladt indtil ${day}`,
    link: (code) => `forbindelse: ${code}`,
    notSaid: 'ikke angivet',
    hold: (id, what) => `hold ${id}: ${what}`,
    plain: {
      'id-paired': 'et id for den anden forbindelse blev fundet',
      'id-unpaired': 'et id for den anden forbindelse gælder ikke længere',
      'hold-opened': 'venter på godkendelse',
      'hold-released': 'godkendt',
      'hold-rejected': 'afvist',
      'hold-used': 'godkendelsen brugt',
      'hold-expired': 'godkendelsen udløbet',
      'drift-accepted': 'lønkontorets værdi godtaget',
      'drift-restored': 'lønkontorets værdi skal sættes tilbage',
      'allowed-once': 'tilladt for denne kørsel',
      'setting-changed': 'indstillinger',
      'payroll-work-done': 'lønkontoret har gjort det, som kun lønkontoret kan',
      'payroll-work-reopened': 'det skal lønkontoret gøre alligevel',
      'refusal-retried': 'det, Nmbrs afviste, skal prøves igen',
      'login-work-handed-over': 'arbejde med et login overdraget',
      'login-work-answered': 'arbejde med et login',
      'login-work-given-up': 'arbejde med et login opgivet, det vides ikke, om det kom frem',
      'login-asked': 'bedt om noget om et login',
      'login-unasked': 'ikke længere bedt om noget om et login',
      'login-data-sent': 'loginoplysninger sendt',
      'login-data-not-sent': 'loginoplysninger blev alligevel ikke sendt',
      'logins-imported': 'en portals liste over logins indlæst',
      'onboarding-recorded': 'ansøgning hos en modtager',
      'state-restored': 'tilstandsfilen blev gendannet fra en sikkerhedskopi',
      'person-forgotten': 'en person blev glemt',
      'reason-forgotten': 'en skrevet begrundelse blev fjernet',
      'state-purged': 'gamle kørsler blev ryddet op',
    },
    entries: { one: '1 linje', many: '# linjer' },
    whole: (entries) => `Revisionsloggen er hel: ${entries}.`,
    wholeUntil: (entries, at) => `Revisionsloggen er hel: ${entries}, den sidste fra ${at}.`,
    holdsYours: 'Den linje, du gemte, er i den.',
    keepElsewhere:
      'Om der mangler linjer i slutningen, ses kun med en linje, der gemmes et andet sted: nmbrs-sync audit head',
    flaw: {
      changed: (number) =>
        `Revisionsloggen er beskadiget: linje ${number} er ikke det, der blev skrevet der, eller en anden stod før den.`,
      missing: (number) => `Revisionsloggen er beskadiget: linje ${number} er væk, og senere følger.`,
      'cut-off': (number) => `Revisionsloggen er skåret af: den slutter før linje ${number}, som du gemte.`,
      'other-chain': (number) =>
        `Revisionsloggen er ikke den, du gemte en linje af: linje ${number} er en anden.`,
      emptied: () =>
        'Revisionsloggen er beskadiget: den er tømt. Der har været kørsler, og ingen af deres linjer er der.',
      shortened: (number) =>
        `Revisionsloggen er beskadiget: den er skåret af før linje ${number}, som engang blev skrevet.`,
    },
    compare:
      'gem en kopi af tilstandsfilen, og sammenlign den med dine sikkerhedskopier, linje for linje: nmbrs-sync audit list --json',
    wasRestored:
      'se efter, om en sikkerhedskopi er gendannet siden: nmbrs-sync audit list. Hvis ikke, så gem en kopi af tilstandsfilen, og sammenlign den med dine sikkerhedskopier, linje for linje: nmbrs-sync audit list --json',
    empty: 'Revisionsloggen har ingen linjer endnu. Den første synkronisering laver nogle.',
  },
})
