import type { Service } from '../../../access/person.js'
import type { AccessState } from '../../../access/work/order.js'
import { toCatalogue } from '../../../domain/language/catalogue.js'
import type { LoginExplanation } from '../../../run/access/explain-login.js'

type Row =
  'person' | 'rule' | 'permits' | 'address' | 'knownLogin' | 'lastWork' | 'beforeIt' | 'now' | 'alerts'

interface ExplainTexts {
  rows: Readonly<Record<Row, string>>
  notRead: string
  notConnected: string
  contactOf: (customer: string) => string
  endedContactOf: (customer: string) => string
  named: (service: string) => string
  service: Readonly<Record<Service['state'], string>>
  startsOn: (day: string) => string
  leftAfter: (day: string) => string
  noRule: string
  doubt: (name: string, rule: string) => string
  noneNeeded: string
  noAddress: string
  onlyAddress: (kinds: string) => string
  anAddress: Readonly<Record<'work' | 'private', string>>
  and: string
  none: string
  loginAddress: Readonly<Record<NonNullable<LoginExplanation['loginAddress']>, string>>
  switchedOff: string
  origin: Readonly<Record<'confirmed' | 'imported', (day: string) => string>>
  state: Readonly<Record<AccessState, (work: string, day: string) => string>>
  batch: (batch: string) => string
  alerts: {
    never: string
    cases: string
    nothingGranted: string
    granted: (who: string) => string
    who: Readonly<Record<LoginExplanation['mailed'][number], string>>
    atWork: (address: string) => string
    atPrivate: (address: string) => string
    onceThere: (text: string) => string
    atLogin: string
    unknown: string
    nowhere: string
  }
}

/** `access explain`: why someone has the login they have, or none. */
export const explainTexts = toCatalogue<ExplainTexts>({
  en: {
    rows: {
      person: 'person',
      rule: 'rule',
      permits: 'permits',
      address: 'address',
      knownLogin: 'known login',
      lastWork: 'last work',
      beforeIt: 'before it',
      now: 'now',
      alerts: 'alerts',
    },
    notRead: 'not among the people read',
    notConnected: 'not connected',
    contactOf: (customer) => `contact of customer ${customer}`,
    endedContactOf: (customer) => `contact of customer ${customer}, ended`,
    named: (service) => `named in the configuration, ${service}`,
    service: { 'in-service': 'in service', 'not-yet': 'starts later', left: 'left' },
    startsOn: (day) => `starts ${day}`,
    leftAfter: (day) => `left after ${day}`,
    noRule: 'no rule matches, so what holds otherwise',
    doubt: (name, rule) => `${name} may be meant (it names something unknown); else ${rule}`,
    noneNeeded: 'none is needed',
    noAddress: 'none: there is no address at all',
    onlyAddress: (kinds) => `none: there is only ${kinds}`,
    anAddress: { work: 'a work address', private: 'a private address' },
    and: 'and',
    none: 'none',
    loginAddress: {
      work: 'at the work address there is now',
      private: 'at the private address there is now',
      elsewhere: 'at an address that is neither of those there are now',
      unknown: 'at an address that is not known here',
    },
    switchedOff: 'switched off',
    origin: {
      confirmed: (day) => `confirmed ${day}`,
      imported: (day) => `seen in the list of the portal ${day}`,
    },
    state: {
      wanted: (work, day) => `${work}: wanted since ${day}`,
      'handed-over': (work, day) => `${work}: handed over ${day}`,
      confirmed: (work, day) => `${work}: confirmed ${day}`,
      refused: (work, day) => `${work}: refused ${day}`,
      expired: (work, day) => `${work}: expired without an answer ${day}`,
    },
    batch: (batch) => `batch ${batch}`,
    alerts: {
      never: 'the portal sends none',
      cases: 'the portal mails news about a case to the person who created it and to its followers',
      nothingGranted: 'none: the permission set grants no notification',
      granted: (who) => `notifications ${who}`,
      who: {
        owner: 'of new job orders go to their owner',
        contact: 'of approvals go to this contact, where the contact is that of the assignment',
      },
      atWork: (address) => `arrive at the work address${address}`,
      atPrivate: (address) => `arrive at the private address${address}, for there is no work address`,
      onceThere: (text) => `${text}, once the login is there`,
      atLogin: 'arrive at the address of the login, which is neither the work nor the private address',
      unknown: 'not known',
      nowhere: 'arrive nowhere: there is no login',
    },
  },
  nl: {
    rows: {
      person: 'persoon',
      rule: 'regel',
      permits: 'geeft recht op',
      address: 'adres',
      knownLogin: 'bekende login',
      lastWork: 'laatste werk',
      beforeIt: 'daarvoor',
      now: 'nu',
      alerts: 'meldingen',
    },
    notRead: 'niet bij de mensen die zijn gelezen',
    notConnected: 'niet gekoppeld',
    contactOf: (customer) => `contactpersoon van klant ${customer}`,
    endedContactOf: (customer) => `contactpersoon van klant ${customer}, beëindigd`,
    named: (service) => `genoemd in de configuratie, ${service}`,
    service: { 'in-service': 'in dienst', 'not-yet': 'komt later in dienst', left: 'uit dienst' },
    startsOn: (day) => `in dienst vanaf ${day}`,
    leftAfter: (day) => `uit dienst na ${day}`,
    noRule: 'geen regel past, dus geldt wat in de overige gevallen geldt',
    doubt: (name, rule) => `misschien geldt ${name} (die noemt iets wat niemand kent); anders ${rule}`,
    noneNeeded: 'niet nodig',
    noAddress: 'geen: er is helemaal geen adres',
    onlyAddress: (kinds) => `geen: er is alleen ${kinds}`,
    anAddress: { work: 'een zakelijk adres', private: 'een privéadres' },
    and: 'en',
    none: 'geen',
    loginAddress: {
      work: 'op het zakelijke adres dat er nu is',
      private: 'op het privéadres dat er nu is',
      elsewhere: 'op een ander adres dan er nu zijn',
      unknown: 'op een adres dat hier niet bekend is',
    },
    switchedOff: 'gedeactiveerd',
    origin: {
      confirmed: (day) => `bevestigd op ${day}`,
      imported: (day) => `gezien in de lijst van de portal op ${day}`,
    },
    state: {
      wanted: (work, day) => `${work}: gewenst sinds ${day}`,
      'handed-over': (work, day) => `${work}: overgedragen op ${day}`,
      confirmed: (work, day) => `${work}: bevestigd op ${day}`,
      refused: (work, day) => `${work}: geweigerd op ${day}`,
      expired: (work, day) => `${work}: verlopen zonder antwoord op ${day}`,
    },
    batch: (batch) => `lijst ${batch}`,
    alerts: {
      never: 'de portal stuurt er geen',
      cases: 'de portal mailt nieuws over een case aan wie hem heeft gemaakt en aan de volgers',
      nothingGranted: 'geen: de set rechten geeft geen meldingen',
      granted: (who) => `meldingen ${who}`,
      who: {
        owner: 'van nieuwe opdrachten gaan naar de owner',
        contact: 'van goedkeuringen gaan naar deze contactpersoon, als die bij de opdracht hoort',
      },
      atWork: (address) => `komen aan op het zakelijke adres${address}`,
      atPrivate: (address) => `komen aan op het privéadres${address}, want er is geen zakelijk adres`,
      onceThere: (text) => `${text}, zodra de login er is`,
      atLogin:
        'komen aan op het adres van de login, en dat is niet het zakelijke adres en niet het privéadres',
      unknown: 'niet bekend',
      nowhere: 'komen nergens aan: er is geen login',
    },
  },
  sv: {
    rows: {
      person: 'person',
      rule: 'regel',
      permits: 'ger rätt till',
      address: 'adress',
      knownLogin: 'känd inloggning',
      lastWork: 'senaste arbete',
      beforeIt: 'dessförinnan',
      now: 'nu',
      alerts: 'aviseringar',
    },
    notRead: 'inte bland dem som lästes',
    notConnected: 'inte kopplad',
    contactOf: (customer) => `kontakt hos kund ${customer}`,
    endedContactOf: (customer) => `kontakt hos kund ${customer}, avslutad`,
    named: (service) => `angiven i konfigurationen, ${service}`,
    service: { 'in-service': 'anställd', 'not-yet': 'börjar senare', left: 'har slutat' },
    startsOn: (day) => `börjar ${day}`,
    leftAfter: (day) => `slutade efter ${day}`,
    noRule: 'ingen regel passar, så det som annars gäller',
    doubt: (name, rule) => `kanske gäller ${name} (den anger något som ingen känner till); annars ${rule}`,
    noneNeeded: 'behövs inte',
    noAddress: 'ingen: det finns ingen adress alls',
    onlyAddress: (kinds) => `ingen: det finns bara ${kinds}`,
    anAddress: { work: 'en adress på arbetet', private: 'en privat adress' },
    and: 'och',
    none: 'ingen',
    loginAddress: {
      work: 'på adressen på arbetet som finns nu',
      private: 'på den privata adressen som finns nu',
      elsewhere: 'på en annan adress än de som finns nu',
      unknown: 'på en adress som inte är känd här',
    },
    switchedOff: 'inaktiverad',
    origin: {
      confirmed: (day) => `bekräftad ${day}`,
      imported: (day) => `sedd i portalens lista ${day}`,
    },
    state: {
      wanted: (work, day) => `${work}: önskat sedan ${day}`,
      'handed-over': (work, day) => `${work}: överlämnat ${day}`,
      confirmed: (work, day) => `${work}: bekräftat ${day}`,
      refused: (work, day) => `${work}: avböjt ${day}`,
      expired: (work, day) => `${work}: gick ut utan svar ${day}`,
    },
    batch: (batch) => `lista ${batch}`,
    alerts: {
      never: 'portalen skickar inga',
      cases: 'portalen mejlar nyheter om ett ärende till den som skapade det och till dem som följer det',
      nothingGranted: 'inga: behörigheterna ger inga aviseringar',
      granted: (who) => `aviseringar ${who}`,
      who: {
        owner: 'om nya uppdrag går till deras owner',
        contact: 'om godkännanden går till kontakten, när det är uppdragets kontakt',
      },
      atWork: (address) => `kommer till adressen på arbetet${address}`,
      atPrivate: (address) =>
        `kommer till den privata adressen${address}, eftersom det inte finns någon på arbetet`,
      onceThere: (text) => `${text}, när inloggningen finns`,
      atLogin: 'kommer till inloggningens adress, som varken är den på arbetet eller den privata',
      unknown: 'inte känt',
      nowhere: 'kommer ingenstans: det finns ingen inloggning',
    },
  },
  da: {
    rows: {
      person: 'person',
      rule: 'regel',
      permits: 'giver ret til',
      address: 'adresse',
      knownLogin: 'kendt login',
      lastWork: 'seneste arbejde',
      beforeIt: 'før det',
      now: 'nu',
      alerts: 'beskeder',
    },
    notRead: 'ikke blandt de personer, der blev læst',
    notConnected: 'ikke forbundet',
    contactOf: (customer) => `kontakt hos kunde ${customer}`,
    endedContactOf: (customer) => `kontakt hos kunde ${customer}, ophørt`,
    named: (service) => `nævnt i konfigurationen, ${service}`,
    service: { 'in-service': 'ansat', 'not-yet': 'tiltræder senere', left: 'fratrådt' },
    startsOn: (day) => `tiltræder ${day}`,
    leftAfter: (day) => `fratrådt efter ${day}`,
    noRule: 'ingen regel passer, så det, der ellers gælder',
    doubt: (name, rule) => `måske gælder ${name} (den nævner noget, som ingen kender); ellers ${rule}`,
    noneNeeded: 'ikke nødvendig',
    noAddress: 'ingen: der er slet ingen adresse',
    onlyAddress: (kinds) => `ingen: der er kun ${kinds}`,
    anAddress: { work: 'en arbejdsadresse', private: 'en privat adresse' },
    and: 'og',
    none: 'ingen',
    loginAddress: {
      work: 'på den arbejdsadresse, der er nu',
      private: 'på den private adresse, der er nu',
      elsewhere: 'på en anden adresse end dem, der er nu',
      unknown: 'på en adresse, der ikke er kendt her',
    },
    switchedOff: 'deaktiveret',
    origin: {
      confirmed: (day) => `bekræftet ${day}`,
      imported: (day) => `set på portalens liste ${day}`,
    },
    state: {
      wanted: (work, day) => `${work}: ønsket siden ${day}`,
      'handed-over': (work, day) => `${work}: overdraget ${day}`,
      confirmed: (work, day) => `${work}: bekræftet ${day}`,
      refused: (work, day) => `${work}: afvist ${day}`,
      expired: (work, day) => `${work}: udløbet uden svar ${day}`,
    },
    batch: (batch) => `liste ${batch}`,
    alerts: {
      never: 'portalen sender ingen',
      cases: 'portalen mailer nyt om en sag til den, der oprettede den, og til dem, der følger den',
      nothingGranted: 'ingen: rettighederne giver ingen beskeder',
      granted: (who) => `beskeder ${who}`,
      who: {
        owner: 'om nye opgaver går til deres owner',
        contact: 'om godkendelser går til kontakten, hvor det er opgavens kontakt',
      },
      atWork: (address) => `kommer til arbejdsadressen${address}`,
      atPrivate: (address) => `kommer til den private adresse${address}, for der er ingen arbejdsadresse`,
      onceThere: (text) => `${text}, når loginet er der`,
      atLogin: 'kommer til loginets adresse, som hverken er arbejdsadressen eller den private adresse',
      unknown: 'ikke kendt',
      nowhere: 'kommer ingen steder: der er intet login',
    },
  },
})
