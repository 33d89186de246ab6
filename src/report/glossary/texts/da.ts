import type { GlossaryTexts } from '../glossary-words.js'

/** The words of the program in Danish. */
export const da: GlossaryTexts = {
  groups: {
    sides: 'De to sider',
    who: 'Hvem er hvem',
    run: 'Hvad en kørsel gør',
    waiting: 'Hvad der venter, og hvorfor',
    logins: 'Logins, kontroller og drift',
  },
  unknown: (word: string) => `Ordet ${word} findes ikke her. Alle ord: nmbrs-sync glossary`,
  words: {
    source: { word: 'kilde', meaning: 'AlexisHR: hvor HR indtaster personer' },
    target: { word: 'mål', meaning: 'Nmbrs: hvor lønkontoret betaler dem' },
    connection: {
      word: 'forbindelse',
      meaning: 'én arbejdsgiver i konfigurationen: dens konti, firmaer og regler',
    },
    transport: { word: 'transport', meaning: 'hvordan Nmbrs nås: SOAP (til 2027-03-01) eller REST' },
    debtor: {
      word: 'debitor',
      meaning: 'en arbejdsgiver, som en revisor har den i Nmbrs; med et eller flere firmaer',
    },
    consent: { word: 'samtykke', meaning: 'en debitors tilladelse til at nå dens data over REST' },
    scope: {
      word: 'omfang',
      meaning: 'hvem der holdes ens, ifølge konfigurationen; over REST også én rettighed i et samtykke',
    },
    employeeId: {
      word: 'medarbejderens id',
      meaning: 'id for en person i AlexisHR; i JSON-dokumenter subject. Id i Nmbrs er targetId',
    },
    match: { word: 'match', meaning: 'at finde de to poster for én person' },
    link: { word: 'forbindelse (link)', meaning: 'de to poster for en person, som de er gemt' },
    connected: {
      word: 'forbundet',
      meaning:
        'en person med en forbindelse til en medarbejder; ændringer i AlexisHR går til den medarbejder i Nmbrs',
    },
    notConnected: {
      word: 'ikke forbundet',
      meaning: 'en person uden medarbejder i Nmbrs: ny, udeladt, afbrudt, eller noget skal besluttes',
    },
    dangling: {
      word: 'løs forbindelse',
      meaning:
        'en forbindelse, hvis medarbejder ikke længere er i Nmbrs, eller ikke kan findes over den anden transport',
    },
    tombstone: {
      word: 'afsluttet forbindelse',
      meaning:
        'en forbindelse, som nogen har afsluttet; personen forbindes eller oprettes ikke igen, før nogen siger det (tombstone)',
    },
    candidate: {
      word: 'kandidat',
      meaning: 'en medarbejder i Nmbrs, som kan være personen; nogen skal afgøre det',
    },
    leftOut: {
      word: 'udeladt',
      meaning: 'en person, som hver synkronisering springer over, fordi nogen har sagt det (ignore)',
    },
    blocked: {
      word: 'blokeret',
      meaning: 'en person, som intet sendes om, fordi en obligatorisk oplysning mangler',
    },
    firstContact: {
      word: 'første kontakt',
      meaning: 'første gang de to poster for en forbundet person sammenlignes',
    },
    run: { word: 'kørsel', meaning: 'én gang gennem en forbindelse, med et id og et resultat' },
    plan: {
      word: 'plan',
      meaning: 'de ændringer, som en synkronisering ville sende, i rækkefølge; en plan skriver intet',
    },
    sync: { word: 'synkronisering', meaning: 'en kørsel, der skriver i Nmbrs' },
    change: { word: 'ændring', meaning: 'én skrivning på én post' },
    section: {
      word: 'del',
      meaning: 'de oplysninger, der sendes sammen: personoplysninger, adresse, bankkonto, ansættelse, løn',
    },
    mapping: { word: 'mapping', meaning: 'de regler, der gør AlexisHR-felter til Nmbrs-felter' },
    outcome: {
      word: 'udfald',
      meaning: 'hvad der blev af en ændring: gjort, var sådan, venter, sprunget over, mislykket eller ukendt',
    },
    result: {
      word: 'resultat',
      meaning: 'hvad der blev af en kørsel: færdig, færdig med noget, der venter, mislykket eller stoppet',
    },
    baseline: {
      word: 'aftalt værdi',
      meaning: 'den værdi, begge sider sidst havde (baseline): afvigelse og konflikt måles mod den',
    },
    canary: {
      word: 'prøveperson (canary)',
      meaning: 'én person for hver slags ændring, som skrives først og læses tilbage, før de andre',
    },
    payrollPeriod: {
      word: 'lønperiode',
      meaning:
        'den måned, de fire uger eller den uge, lønnen gælder; den aktuelle er den første, der ikke er lukket i Nmbrs',
    },
    hold: {
      word: 'ventende ændring (hold)',
      meaning:
        'en ændring, der først sendes, når nogen godkender netop disse værdier; den har en kode på seks tegn',
    },
    held: {
      word: 'venter',
      meaning: 'sendes ikke nu: det venter på en godkendelse, en anden ændring af personen eller sin dag',
    },
    release: {
      word: 'godkende',
      meaning: 'at frigive en ventende ændring: næste synkronisering sender netop de værdier',
    },
    reject: { word: 'afvise', meaning: 'at sige nej: værdierne sendes ikke; andre værdier spørger igen' },
    drift: {
      word: 'afvigelse',
      meaning:
        'Nmbrs har en anden værdi, end begge sider sidst havde, og AlexisHR er uændret: lønkontoret har ændret den',
    },
    conflict: { word: 'konflikt', meaning: 'begge sider har ændret en værdi, siden de sidst var ens' },
    threshold: {
      word: 'grænse',
      meaning: 'hvor mange personer én kørsel må ændre på én måde, før alt af den slags venter',
    },
    worklist: { word: 'arbejdsliste', meaning: 'hvad lønkontoret selv skal indtaste i Nmbrs' },
    finding: { word: 'fund', meaning: 'hvad en kontrol siger om en person: venter, fejl, obs eller info' },
    problem: { word: 'problem', meaning: 'noget, der er forkert i en fil eller en indstilling' },
    failure: { word: 'stop', meaning: 'hvorfor en kørsel ikke nåede til enden' },
    access: {
      word: 'logins (access)',
      meaning: 'den del af programmet, der gælder medarbejdernes egne logins',
    },
    login: { word: 'login', meaning: 'det, en medarbejder logger på en portal med' },
    portal: { word: 'portal', meaning: 'hvor medarbejdere logger på, for eksempel selvbetjeningen i Nmbrs' },
    task: { word: 'opgave', meaning: 'arbejdet med ét login: oprette, ændre, fjerne' },
    handOver: {
      word: 'overdragelse',
      meaning: 'flere opgaver, der gives samlet til portalens administrator, under én kode',
    },
    batch: {
      word: 'portion',
      meaning: 'de opgaver i en overdragelse, der udføres på ét skærmbillede på én gang',
    },
    onboarding: {
      word: 'tilslutning',
      meaning: 'at kontrollere, om Nmbrs er klar til et pensionsselskab eller en anden, der læser det',
    },
    profile: { word: 'profil', meaning: 'hvad en sådan part har brug for, i en fil' },
    stateFile: {
      word: 'tilstandsfil',
      meaning: 'hvad programmet husker: id’er, fingeraftryk og koder, ingen personoplysninger',
    },
    keyFile: { word: 'nøglefil', meaning: 'den nøgle, som fingeraftrykkene i tilstandsfilen er lavet med' },
    auditRecord: {
      word: 'revisionslog',
      meaning: 'hvem der besluttede, og hvad der blev skrevet, i en kæde, hvor enhver ændring ses',
    },
    quarantine: {
      word: 'karantæne',
      meaning: 'en forbindelse, der mislykkedes tre gange i træk; den prøves sjældnere',
    },
    cutover: { word: 'overgang', meaning: 'at skifte en forbindelse fra SOAP til REST, eller tilbage' },
  },
}
