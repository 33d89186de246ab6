import { toCatalogue } from '../../../domain/language/catalogue.js'
import type { Counted } from '../../../domain/language/count.js'
import type { Contradiction } from '../../../plan/match/likeness/evidence.js'

interface ByHandTexts {
  agrees: string
  differs: string
  against: string
  nothing: string
  contradiction: Readonly<Record<Contradiction, string>>
  sourceUnread: string
  targetUnread: string
  personIs: (targetId: string) => string
  employeeIs: (sourceId: string) => string
  isThisOnePerson: string
  /** What is asked before an order about a link, under the line with the person. */
  ask: Readonly<Record<'create' | 'disconnect' | 'ignore' | 'take-in-again', string>>
  takenInAgain: string
  stands: (sourceId: string, standing: string) => string
  values: Counted
  letStand: (values: string, targetId: string) => string
  setBack: (values: string, targetId: string) => string
  nothingChanged: string
  accepted: (values: string, subject: string) => string
  changes: Counted
  write: (changes: string, connection: string) => string
  people: Counted
  choose: (people: string, connection: string) => string
  nobodyChosen: string
  saved: (file: string) => string
  written: (file: string) => string
}

/**
 * What a person is asked and told who decides by hand: about a pair, someone left out, payroll's own values,
 * or a sync.
 */
export const byHandTexts = toCatalogue<ByHandTexts>({
  en: {
    agrees: 'agrees:',
    differs: 'differs:',
    against: 'against:',
    nothing: 'nothing',
    contradiction: {
      birthDate: 'the birth dates differ',
      bothNames: 'first and last name both differ',
      firstName: 'the first name differs, and nothing shows that it is a call name',
      lastName: 'the last name differs, and nothing shows that it is a new name of the same person',
      twin: 'the first name differs, and another record has the same last name and birth date',
    },
    sourceUnread: 'the AlexisHR record cannot be read',
    targetUnread: 'the personal info of the Nmbrs employee cannot be read, or Nmbrs holds two versions of it',
    personIs: (targetId) => `by the matching rules this person is Nmbrs employee ${targetId}`,
    employeeIs: (sourceId) => `by the matching rules this employee is ${sourceId} in AlexisHR`,
    isThisOnePerson: 'Is this one person? They are connected then.',
    ask: {
      create: 'Create a new employee for this person at the next sync?',
      disconnect:
        'End this link? Nothing changes in Nmbrs, and no sync connects or creates the person again.',
      ignore: 'Leave this person out of every sync?',
      'take-in-again': 'Take this person into syncs again?',
    },
    takenInAgain: 'taken in again; a sync finds out where it belongs',
    stands: (sourceId, standing) => `${sourceId}: ${standing}.`,
    values: { one: '1 value', many: '# values' },
    letStand: (values, targetId) => `Keep ${values} of Nmbrs employee ${targetId} as payroll changed them?`,
    setBack: (values, targetId) => `Set ${values} of Nmbrs employee ${targetId} back to what AlexisHR says?`,
    nothingChanged: 'Nothing was changed.',
    accepted: (values, subject) =>
      `${values} of ${subject} accepted as Nmbrs holds them. A later change in AlexisHR is sent again.`,
    changes: { one: '1 change', many: '# changes' },
    write: (changes, connection) => `Write ${changes} to Nmbrs for ${connection}?`,
    people: { one: '1 person', many: '# people' },
    choose: (people, connection) =>
      `Who is sent to Nmbrs for ${connection}? ${people}; the space bar takes a tick away or sets it, Enter goes on.`,
    nobodyChosen: 'No one was chosen. Nothing was written.',
    saved: (file) => `Saved in ${file}. Next: nmbrs-sync sync --plan ${file}`,
    written: (file) => `Written: ${file}`,
  },
  nl: {
    agrees: 'gelijk:',
    differs: 'anders:',
    against: 'hiertegen:',
    nothing: 'niets',
    contradiction: {
      birthDate: 'de geboortedatums verschillen',
      bothNames: 'voornaam en achternaam verschillen allebei',
      firstName: 'de voornaam verschilt, en niets wijst op een roepnaam',
      lastName: 'de achternaam verschilt, en niets wijst op een nieuwe naam van dezelfde persoon',
      twin: 'de voornaam verschilt, en een ander record heeft dezelfde achternaam en geboortedatum',
    },
    sourceUnread: 'het record in AlexisHR is niet te lezen',
    targetUnread:
      'de persoonsgegevens van de medewerker in Nmbrs zijn niet te lezen, of Nmbrs heeft er twee versies van',
    personIs: (targetId) => `volgens de regels is deze persoon medewerker ${targetId} in Nmbrs`,
    employeeIs: (sourceId) => `volgens de regels is deze medewerker ${sourceId} in AlexisHR`,
    isThisOnePerson: 'Is dit één persoon? Dan worden de twee gekoppeld.',
    ask: {
      create: 'Bij de volgende sync een nieuwe medewerker aanmaken voor deze persoon?',
      disconnect:
        'Deze koppeling beëindigen? In Nmbrs verandert niets, en geen sync koppelt de persoon opnieuw of maakt die opnieuw aan.',
      ignore: 'Deze persoon bij elke sync overslaan?',
      'take-in-again': 'Deze persoon weer meenemen bij een sync?',
    },
    takenInAgain: 'doet weer mee; een sync zoekt uit waar de persoon hoort',
    stands: (sourceId, standing) => `${sourceId}: ${standing}.`,
    values: { one: '1 waarde', many: '# waarden' },
    letStand: (values, targetId) =>
      `Mag ${values} van medewerker ${targetId} in Nmbrs blijven zoals de loonadministratie het heeft gewijzigd?`,
    setBack: (values, targetId) =>
      `Moet ${values} van medewerker ${targetId} in Nmbrs terug naar wat AlexisHR zegt?`,
    nothingChanged: 'Er is niets gewijzigd.',
    accepted: (values, subject) =>
      `${values} van ${subject} geaccepteerd zoals in Nmbrs. Een latere wijziging in AlexisHR wordt weer verstuurd.`,
    changes: { one: '1 wijziging', many: '# wijzigingen' },
    write: (changes, connection) => `${changes} naar Nmbrs sturen voor ${connection}?`,
    people: { one: '1 persoon', many: '# personen' },
    choose: (people, connection) =>
      `Wie gaat er naar Nmbrs voor ${connection}? ${people}; met de spatiebalk zet je een vinkje aan of uit, met Enter ga je verder.`,
    nobodyChosen: 'Er is niemand gekozen. Er is niets verstuurd.',
    saved: (file) => `Opgeslagen in ${file}. Volgende stap: nmbrs-sync sync --plan ${file}`,
    written: (file) => `Opgeslagen: ${file}`,
  },
  sv: {
    agrees: 'lika:',
    differs: 'olika:',
    against: 'mot detta:',
    nothing: 'inget',
    contradiction: {
      birthDate: 'födelsedatumen skiljer sig',
      bothNames: 'både förnamn och efternamn skiljer sig',
      firstName: 'förnamnet skiljer sig, och inget tyder på att det är ett tilltalsnamn',
      lastName: 'efternamnet skiljer sig, och inget tyder på att det är ett nytt namn på samma person',
      twin: 'förnamnet skiljer sig, och en annan post har samma efternamn och födelsedatum',
    },
    sourceUnread: 'posten i AlexisHR går inte att läsa',
    targetUnread:
      'personuppgifterna för medarbetaren i Nmbrs går inte att läsa, eller så har Nmbrs två versioner av dem',
    personIs: (targetId) => `enligt reglerna är personen medarbetare ${targetId} i Nmbrs`,
    employeeIs: (sourceId) => `enligt reglerna är medarbetaren ${sourceId} i AlexisHR`,
    isThisOnePerson: 'Är detta en och samma person? I så fall kopplas de.',
    ask: {
      create: 'Skapa en ny medarbetare för den här personen vid nästa synkronisering?',
      disconnect:
        'Avsluta den här kopplingen? Inget ändras i Nmbrs, och ingen synkronisering kopplar eller skapar personen igen.',
      ignore: 'Utelämna den här personen ur varje synkronisering?',
      'take-in-again': 'Ta med den här personen i synkroniseringar igen?',
    },
    takenInAgain: 'med igen; en synkronisering tar reda på var personen hör hemma',
    stands: (sourceId, standing) => `${sourceId}: ${standing}.`,
    values: { one: '1 värde', many: '# värden' },
    letStand: (values, targetId) =>
      `Ska ${values} för medarbetare ${targetId} i Nmbrs stå kvar som löneavdelningen ändrade?`,
    setBack: (values, targetId) =>
      `Ska ${values} för medarbetare ${targetId} i Nmbrs återställas till det som AlexisHR säger?`,
    nothingChanged: 'Inget har ändrats.',
    accepted: (values, subject) =>
      `${values} för ${subject} godtas som de är i Nmbrs. En senare ändring i AlexisHR skickas igen.`,
    changes: { one: '1 ändring', many: '# ändringar' },
    write: (changes, connection) => `Skicka ${changes} till Nmbrs för ${connection}?`,
    people: { one: '1 person', many: '# personer' },
    choose: (people, connection) =>
      `Vilka ska skickas till Nmbrs för ${connection}? ${people}; mellanslag sätter eller tar bort en bock, Enter går vidare.`,
    nobodyChosen: 'Ingen valdes. Inget har skrivits.',
    saved: (file) => `Sparat i ${file}. Nästa steg: nmbrs-sync sync --plan ${file}`,
    written: (file) => `Skrivet: ${file}`,
  },
  da: {
    agrees: 'ens:',
    differs: 'forskelligt:',
    against: 'imod:',
    nothing: 'intet',
    contradiction: {
      birthDate: 'fødselsdatoerne er forskellige',
      bothNames: 'både fornavn og efternavn er forskellige',
      firstName: 'fornavnet er et andet, og intet viser, at det er et kaldenavn',
      lastName: 'efternavnet er et andet, og intet viser, at det er den samme persons nye navn',
      twin: 'fornavnet er et andet, og en anden post har samme efternavn og fødselsdato',
    },
    sourceUnread: 'posten i AlexisHR kan ikke læses',
    targetUnread:
      'personoplysningerne for medarbejderen i Nmbrs kan ikke læses, eller Nmbrs har to versioner af dem',
    personIs: (targetId) => `efter reglerne er personen medarbejder ${targetId} i Nmbrs`,
    employeeIs: (sourceId) => `efter reglerne er medarbejderen ${sourceId} i AlexisHR`,
    isThisOnePerson: 'Er det én og samme person? Så forbindes de.',
    ask: {
      create: 'Oprette en ny medarbejder for denne person ved næste synkronisering?',
      disconnect:
        'Afslutte denne forbindelse? Intet ændres i Nmbrs, og ingen synkronisering forbinder eller opretter personen igen.',
      ignore: 'Udelade denne person af hver synkronisering?',
      'take-in-again': 'Tage denne person med i synkroniseringer igen?',
    },
    takenInAgain: 'taget med igen; en synkronisering finder ud af, hvor personen hører til',
    stands: (sourceId, standing) => `${sourceId}: ${standing}.`,
    values: { one: '1 værdi', many: '# værdier' },
    letStand: (values, targetId) =>
      `Skal ${values} for medarbejder ${targetId} i Nmbrs stå, som lønkontoret ændrede det?`,
    setBack: (values, targetId) =>
      `Skal ${values} for medarbejder ${targetId} i Nmbrs sættes tilbage til det, AlexisHR siger?`,
    nothingChanged: 'Intet blev ændret.',
    accepted: (values, subject) =>
      `${values} for ${subject} godtaget, som de er i Nmbrs. En senere ændring i AlexisHR sendes igen.`,
    changes: { one: '1 ændring', many: '# ændringer' },
    write: (changes, connection) => `Send ${changes} til Nmbrs for ${connection}?`,
    people: { one: '1 person', many: '# personer' },
    choose: (people, connection) =>
      `Hvem skal sendes til Nmbrs for ${connection}? ${people}; mellemrum sætter eller fjerner et flueben, Enter går videre.`,
    nobodyChosen: 'Ingen blev valgt. Intet blev skrevet.',
    saved: (file) => `Gemt i ${file}. Næste trin: nmbrs-sync sync --plan ${file}`,
    written: (file) => `Skrevet: ${file}`,
  },
})
