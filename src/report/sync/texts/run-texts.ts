import { toCatalogue } from '../../../domain/language/catalogue.js'
import type { Counted } from '../../../domain/language/count.js'
import type { CanaryReport } from '../../../domain/run/canary.js'
import type { EvidenceAttribute } from '../../../domain/link.js'

/** What a run, a plan and their lists say. */
export const runTexts = toCatalogue({
  en: {
    planFor: (connection: string) => `Plan for ${connection}`,
    syncOf: (connection: string) => `Sync of ${connection}`,
    run: (id: string) => `run ${id}`,
    result: (result: string) => `Result: ${result}.`,
    toComplete: {
      one: 'To complete or check in Nmbrs by hand: 1 person. See them: nmbrs-sync worklist',
      many: 'To complete or check in Nmbrs by hand: # people. See them: nmbrs-sync worklist',
    },
    notCarried: (fields: string) =>
      `Mapped, and neither compared nor sent, because the REST API of Nmbrs has no field for it: ${fields}. Keep it in Nmbrs by hand.`,
    forgotten: (days: number, ids: string) =>
      `Forgotten, because their employment ended at least ${days} days ago (state.forgetAfterDays): ${ids}`,
    canary: {
      right: {
        one: 'Written first and read back: 1 person, right in every field.',
        many: 'Written first and read back: # people, right in every field.',
      },
      failed: {
        one: 'Written first and read back: 1 person. Something is not as it was sent, so no one else was written.',
        many: 'Written first and read back: # people. Something is not as it was sent, so no one else was written.',
      },
      unproven: {
        one: 'Written first: 1 person, which showed too little about the others; they were written all the same.',
        many: 'Written first: # people, which showed too little about the others; they were written all the same.',
      },
      blocked: {
        one: 'No one was written, because the first people of an earlier run were not right in Nmbrs.',
        many: 'No one was written, because the first people of an earlier run were not right in Nmbrs.',
      },
    } satisfies Readonly<Record<CanaryReport['result'], Counted>>,
    nothingToDo: 'Nothing to do: Nmbrs already holds what AlexisHR says.',
    allHeld: 'Nothing to send: what differs is held.',
    heldBecause: (reasons: string) => `Held because: ${reasons}.`,
    sharedNumber: 'These people have the same employee number in one company; none of these numbers is sent',
    andMore: (count: number) => `and ${count} more`,
    notListed: {
      one: '1 more person has changes or a new link. See everyone: nmbrs-sync plan --all',
      many: '# more people have changes or a new link. See everyone: nmbrs-sync plan --all',
    },
    onceGone: (next: string) => `${next}, once the causes above are gone`,
    newLinks: 'New links',
    recovered: 'the employee that an earlier run created',
    rule: (rule: string) => `rule ${rule}`,
    same: (attributes: string) => `same ${attributes}`,
    other: (attributes: string) => `other ${attributes}`,
    attribute: {
      employeeNumber: 'employee number',
      birthDate: 'birth date',
      lastName: 'last name',
      workEmail: 'work e-mail',
      firstName: 'first name',
      privateEmail: 'private e-mail',
      phone: 'phone number',
      address: 'address',
      bankAccount: 'bank account',
    } satisfies Readonly<Record<EvidenceAttribute, string>>,
    hold: (id: string) => `hold ${id}`,
    runsHead: ['run', 'started', 'mode', 'by', 'people', 'Nmbrs calls', 'result'],
    noRuns: 'No runs yet. Next: nmbrs-sync plan',
    goesOn: 'going on, or killed',
    startedAt: (moment: string) => `Started ${moment}; it is still running, or was killed.`,
    fromTo: (start: string, end: string) => `From ${start} to ${end}.`,
    stoppedBy: (error: string) => `Stopped by: ${error}`,
  },
  nl: {
    planFor: (connection) => `Plan voor ${connection}`,
    syncOf: (connection) => `Sync van ${connection}`,
    run: (id) => `run ${id}`,
    result: (result) => `Resultaat: ${result}.`,
    toComplete: {
      one: 'Zelf in Nmbrs aan te vullen of te controleren: 1 persoon. Bekijk wie: nmbrs-sync worklist',
      many: 'Zelf in Nmbrs aan te vullen of te controleren: # personen. Bekijk wie: nmbrs-sync worklist',
    },
    notCarried: (fields) =>
      `Gekoppeld, maar niet vergeleken en niet verstuurd, omdat de REST-API van Nmbrs er geen veld voor heeft: ${fields}. Houd het in Nmbrs met de hand bij.`,
    forgotten: (days, ids) =>
      `Vergeten, omdat het dienstverband minstens ${days} dagen geleden eindigde (state.forgetAfterDays): ${ids}`,
    canary: {
      right: {
        one: 'Als eerste ingevoerd en teruggelezen: 1 persoon, elk veld klopt.',
        many: 'Als eerste ingevoerd en teruggelezen: # personen, elk veld klopt.',
      },
      failed: {
        one: 'Als eerste ingevoerd en teruggelezen: 1 persoon. Er staat iets anders dan is verstuurd; daarom is niemand anders ingevoerd.',
        many: 'Als eerste ingevoerd en teruggelezen: # personen. Er staat iets anders dan is verstuurd; daarom is niemand anders ingevoerd.',
      },
      unproven: {
        one: 'Als eerste ingevoerd: 1 persoon. Dat zegt te weinig over de anderen; zij zijn toch ingevoerd.',
        many: 'Als eerste ingevoerd: # personen. Dat zegt te weinig over de anderen; zij zijn toch ingevoerd.',
      },
      blocked: {
        one: 'Er is niemand ingevoerd, omdat de eerste personen van een eerdere run niet goed in Nmbrs stonden.',
        many: 'Er is niemand ingevoerd, omdat de eerste personen van een eerdere run niet goed in Nmbrs stonden.',
      },
    },
    nothingToDo: 'Er hoeft niets te gebeuren: in Nmbrs staat al wat AlexisHR zegt.',
    allHeld: 'Er is niets te versturen: alles wat verschilt, wacht.',
    heldBecause: (reasons) => `Reden om te wachten: ${reasons}.`,
    sharedNumber:
      'Deze personen hebben hetzelfde personeelsnummer in één bedrijf; het nummer van allen wordt niet verstuurd',
    andMore: (count) => `en nog ${count}`,
    notListed: {
      one: 'Er is nog 1 persoon met wijzigingen of een nieuwe koppeling. Bekijk iedereen: nmbrs-sync plan --all',
      many: 'Er zijn nog # personen met wijzigingen of een nieuwe koppeling. Bekijk iedereen: nmbrs-sync plan --all',
    },
    onceGone: (next) => `${next}, zodra de oorzaken hierboven weg zijn`,
    newLinks: 'Nieuwe koppelingen',
    recovered: 'de medewerker die een eerdere run heeft aangemaakt',
    rule: (rule) => `regel ${rule}`,
    same: (attributes) => `gelijk: ${attributes}`,
    other: (attributes) => `anders: ${attributes}`,
    attribute: {
      employeeNumber: 'personeelsnummer',
      birthDate: 'geboortedatum',
      lastName: 'achternaam',
      workEmail: 'zakelijk e-mailadres',
      firstName: 'voornaam',
      privateEmail: 'privé-e-mailadres',
      phone: 'telefoonnummer',
      address: 'adres',
      bankAccount: 'bankrekening',
    },
    hold: (id) => `hold ${id}`,
    runsHead: ['run', 'begonnen', 'soort', 'door', 'personen', 'calls naar Nmbrs', 'resultaat'],
    noRuns: 'Er zijn nog geen runs. Volgende stap: nmbrs-sync plan',
    goesOn: 'nog bezig, of afgebroken',
    startedAt: (moment) => `Begonnen op ${moment}; de run is nog bezig, of afgebroken.`,
    fromTo: (start, end) => `Van ${start} tot ${end}.`,
    stoppedBy: (error) => `Gestopt door: ${error}`,
  },
  sv: {
    planFor: (connection) => `Plan för ${connection}`,
    syncOf: (connection) => `Synkronisering av ${connection}`,
    run: (id) => `körning ${id}`,
    result: (result) => `Resultat: ${result}.`,
    toComplete: {
      one: 'Att komplettera eller kontrollera för hand i Nmbrs: 1 person. Se vem: nmbrs-sync worklist',
      many: 'Att komplettera eller kontrollera för hand i Nmbrs: # personer. Se vilka: nmbrs-sync worklist',
    },
    notCarried: (fields) =>
      `Mappat, men varken jämfört eller skickat, eftersom Nmbrs REST-API saknar fält för det: ${fields}. Håll det aktuellt i Nmbrs för hand.`,
    forgotten: (days, ids) =>
      `Glömda, eftersom anställningen upphörde för minst ${days} dagar sedan (state.forgetAfterDays): ${ids}`,
    canary: {
      right: {
        one: 'Skrevs först och lästes tillbaka: 1 person, rätt i varje fält.',
        many: 'Skrevs först och lästes tillbaka: # personer, rätt i varje fält.',
      },
      failed: {
        one: 'Skrevs först och lästes tillbaka: 1 person. Något är inte som det skickades, så ingen annan skrevs.',
        many: 'Skrevs först och lästes tillbaka: # personer. Något är inte som det skickades, så ingen annan skrevs.',
      },
      unproven: {
        one: 'Skrevs först: 1 person, vilket visade för lite om de andra; de skrevs ändå.',
        many: 'Skrevs först: # personer, vilket visade för lite om de andra; de skrevs ändå.',
      },
      blocked: {
        one: 'Ingen skrevs, eftersom de första personerna i en tidigare körning inte stod rätt i Nmbrs.',
        many: 'Ingen skrevs, eftersom de första personerna i en tidigare körning inte stod rätt i Nmbrs.',
      },
    },
    nothingToDo: 'Inget att göra: Nmbrs har redan det som AlexisHR säger.',
    allHeld: 'Inget att skicka: det som skiljer sig väntar.',
    heldBecause: (reasons) => `Väntar eftersom: ${reasons}.`,
    sharedNumber:
      'De här personerna har samma anställningsnummer i ett företag; numret hålls tillbaka för alla',
    andMore: (count) => `och ${count} till`,
    notListed: {
      one: '1 person till har ändringar eller en ny koppling. Se alla: nmbrs-sync plan --all',
      many: '# personer till har ändringar eller en ny koppling. Se alla: nmbrs-sync plan --all',
    },
    onceGone: (next) => `${next}, när orsakerna ovan är borta`,
    newLinks: 'Nya kopplingar',
    recovered: 'medarbetaren som en tidigare körning skapade',
    rule: (rule) => `regel ${rule}`,
    same: (attributes) => `lika: ${attributes}`,
    other: (attributes) => `olika: ${attributes}`,
    attribute: {
      employeeNumber: 'anställningsnummer',
      birthDate: 'födelsedatum',
      lastName: 'efternamn',
      workEmail: 'e-postadress, arbetet',
      firstName: 'förnamn',
      privateEmail: 'privat e-postadress',
      phone: 'telefonnummer',
      address: 'adress',
      bankAccount: 'bankkonto',
    },
    hold: (id) => `hold ${id}`,
    runsHead: ['körning', 'startad', 'läge', 'av', 'personer', 'anrop till Nmbrs', 'resultat'],
    noRuns: 'Inga körningar än. Nästa steg: nmbrs-sync plan',
    goesOn: 'pågår, eller avbruten',
    startedAt: (moment) => `Startad ${moment}; den pågår, eller avbröts.`,
    fromTo: (start, end) => `Från ${start} till ${end}.`,
    stoppedBy: (error) => `Stoppad av: ${error}`,
  },
  da: {
    planFor: (connection) => `Plan for ${connection}`,
    syncOf: (connection) => `Synkronisering af ${connection}`,
    run: (id) => `kørsel ${id}`,
    result: (result) => `Resultat: ${result}.`,
    toComplete: {
      one: 'Skal udfyldes eller kontrolleres i hånden i Nmbrs: 1 person. Se hvem: nmbrs-sync worklist',
      many: 'Skal udfyldes eller kontrolleres i hånden i Nmbrs: # personer. Se hvem: nmbrs-sync worklist',
    },
    notCarried: (fields) =>
      `Tilknyttet, men hverken sammenlignet eller sendt, fordi Nmbrs' REST-API ikke har et felt til det: ${fields}. Hold det ajour i Nmbrs i hånden.`,
    forgotten: (days, ids) =>
      `Glemt, fordi ansættelsen ophørte for mindst ${days} dage siden (state.forgetAfterDays): ${ids}`,
    canary: {
      right: {
        one: 'Skrevet først og læst tilbage: 1 person, rigtig i hvert felt.',
        many: 'Skrevet først og læst tilbage: # personer, rigtige i hvert felt.',
      },
      failed: {
        one: 'Skrevet først og læst tilbage: 1 person. Noget er ikke, som det blev sendt, så ingen andre blev skrevet.',
        many: 'Skrevet først og læst tilbage: # personer. Noget er ikke, som det blev sendt, så ingen andre blev skrevet.',
      },
      unproven: {
        one: 'Skrevet først: 1 person, hvilket viste for lidt om de andre; de blev skrevet alligevel.',
        many: 'Skrevet først: # personer, hvilket viste for lidt om de andre; de blev skrevet alligevel.',
      },
      blocked: {
        one: 'Ingen blev skrevet, fordi de første personer i en tidligere kørsel ikke stod rigtigt i Nmbrs.',
        many: 'Ingen blev skrevet, fordi de første personer i en tidligere kørsel ikke stod rigtigt i Nmbrs.',
      },
    },
    nothingToDo: 'Intet at gøre: Nmbrs har allerede det, AlexisHR siger.',
    allHeld: 'Intet at sende: det, der afviger, venter.',
    heldBecause: (reasons) => `Venter, fordi: ${reasons}.`,
    sharedNumber:
      'Disse personer har samme medarbejdernummer i én virksomhed; nummeret holdes tilbage for dem alle',
    andMore: (count) => `og ${count} til`,
    notListed: {
      one: '1 person mere har ændringer eller en ny forbindelse. Se alle: nmbrs-sync plan --all',
      many: '# personer mere har ændringer eller en ny forbindelse. Se alle: nmbrs-sync plan --all',
    },
    onceGone: (next) => `${next}, når årsagerne ovenfor er væk`,
    newLinks: 'Nye forbindelser',
    recovered: 'medarbejderen, som en tidligere kørsel oprettede',
    rule: (rule) => `regel ${rule}`,
    same: (attributes) => `ens: ${attributes}`,
    other: (attributes) => `forskellig: ${attributes}`,
    attribute: {
      employeeNumber: 'medarbejdernummer',
      birthDate: 'fødselsdato',
      lastName: 'efternavn',
      workEmail: 'arbejdsmail',
      firstName: 'fornavn',
      privateEmail: 'privat e-mail',
      phone: 'telefonnummer',
      address: 'adresse',
      bankAccount: 'bankkonto',
    },
    hold: (id) => `hold ${id}`,
    runsHead: ['kørsel', 'startet', 'type', 'af', 'personer', 'kald til Nmbrs', 'resultat'],
    noRuns: 'Ingen kørsler endnu. Næste trin: nmbrs-sync plan',
    goesOn: 'i gang, eller afbrudt',
    startedAt: (moment) => `Startet ${moment}; den er i gang, eller blev afbrudt.`,
    fromTo: (start, end) => `Fra ${start} til ${end}.`,
    stoppedBy: (error) => `Stoppet af: ${error}`,
  },
})
