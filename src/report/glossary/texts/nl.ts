import type { GlossaryTexts } from '../glossary-words.js'

/** The words of the program in Dutch. */
export const nl: GlossaryTexts = {
  groups: {
    sides: 'De twee kanten',
    who: 'Wie is wie',
    run: 'Wat een run doet',
    waiting: 'Wat wacht, en waarom',
    logins: 'Logins, controles en beheer',
  },
  unknown: (word: string) => `Het woord ${word} staat er niet bij. Alle woorden: nmbrs-sync glossary`,
  words: {
    source: { word: 'bron', meaning: 'AlexisHR: waar HR mensen invoert' },
    target: { word: 'doel', meaning: 'Nmbrs: waar de loonadministratie ze uitbetaalt' },
    connection: {
      word: 'verbinding',
      meaning: 'één werkgever in de configuratie: de accounts, bedrijven en regels',
    },
    transport: { word: 'transport', meaning: 'hoe Nmbrs wordt bereikt: SOAP (tot 2027-03-01) of REST' },
    debtor: {
      word: 'debiteur',
      meaning: 'een werkgever zoals een accountant die in Nmbrs heeft; met een of meer bedrijven',
    },
    consent: {
      word: 'toestemming',
      meaning: 'wat een debiteur geeft om de gegevens via REST te mogen gebruiken',
    },
    scope: {
      word: 'bereik',
      meaning: 'wie wordt bijgehouden, volgens de configuratie; bij REST ook één recht van een toestemming',
    },
    employeeId: {
      word: 'id van de medewerker',
      meaning: 'het id van een persoon in AlexisHR; in JSON-documenten subject. Het id in Nmbrs is targetId',
    },
    match: { word: 'koppelen', meaning: 'de twee records van één persoon bij elkaar zoeken' },
    link: { word: 'koppeling', meaning: 'de twee records van een persoon, zoals die zijn bewaard' },
    connected: {
      word: 'gekoppeld',
      meaning: 'een persoon met een koppeling; wijzigingen in AlexisHR gaan naar die medewerker in Nmbrs',
    },
    notConnected: {
      word: 'niet gekoppeld',
      meaning:
        'een persoon zonder koppeling: nieuw, weggelaten, ontkoppeld, of er moet nog iets worden besloten',
    },
    dangling: {
      word: 'losse koppeling',
      meaning:
        'een koppeling waarvan de medewerker niet meer in Nmbrs staat, of via het andere transport niet te vinden is',
    },
    tombstone: {
      word: 'beëindigde koppeling',
      meaning:
        'een koppeling die iemand heeft beëindigd; de persoon wordt niet opnieuw gekoppeld of aangemaakt tot iemand dat zegt (tombstone)',
    },
    candidate: {
      word: 'kandidaat',
      meaning: 'een medewerker in Nmbrs die deze persoon kan zijn; iemand moet dat beslissen',
    },
    leftOut: {
      word: 'weggelaten',
      meaning: 'een persoon die elke sync overslaat, omdat iemand dat heeft gezegd (ignore)',
    },
    blocked: {
      word: 'geblokkeerd',
      meaning: 'een persoon van wie niets wordt verstuurd, omdat een verplicht gegeven ontbreekt',
    },
    firstContact: {
      word: 'eerste contact',
      meaning: 'de eerste keer dat de twee records van een gekoppelde persoon worden vergeleken',
    },
    run: { word: 'run', meaning: 'één keer door een verbinding, met een id en een resultaat' },
    plan: {
      word: 'plan',
      meaning: 'de wijzigingen die een sync zou versturen, op volgorde; een plan maken wijzigt niets',
    },
    sync: { word: 'sync', meaning: 'een run die in Nmbrs schrijft' },
    change: { word: 'wijziging', meaning: 'één aanpassing van één record' },
    section: {
      word: 'onderdeel',
      meaning:
        'de gegevens die samen worden verstuurd: persoonsgegevens, adres, bankrekening, dienstverband, salaris',
    },
    mapping: { word: 'mapping', meaning: 'de regels die van gegevens in AlexisHR gegevens voor Nmbrs maken' },
    outcome: {
      word: 'uitkomst',
      meaning:
        'wat er van een wijziging is geworden: gedaan, was al zo, wacht, overgeslagen, mislukt of onbekend',
    },
    result: {
      word: 'resultaat',
      meaning: 'wat er van een run is geworden: gedaan, gedaan terwijl er nog iets wacht, mislukt of gestopt',
    },
    baseline: {
      word: 'afgesproken waarde',
      meaning:
        'de waarde die beide kanten het laatst hadden (baseline): daaraan worden afwijking en conflict gemeten',
    },
    canary: {
      word: 'proefpersoon (canary)',
      meaning:
        'van elke soort wijziging één persoon die als eerste wordt ingevoerd en teruggelezen, vóór de anderen',
    },
    payrollPeriod: {
      word: 'loonperiode',
      meaning:
        'de maand, vier weken of week waarover wordt verloond; de huidige is de eerste die in Nmbrs nog niet is afgesloten',
    },
    hold: {
      word: 'hold',
      meaning:
        'een wijziging die pas wordt verstuurd als iemand precies deze waarden goedkeurt; met een code van zes tekens',
    },
    held: {
      word: 'wacht',
      meaning:
        'nu niet verstuurd: het wacht op akkoord, op een andere wijziging van de persoon, of op de ingangsdatum',
    },
    release: { word: 'goedkeuren', meaning: 'akkoord geven: de volgende sync verstuurt precies die waarden' },
    reject: {
      word: 'afwijzen',
      meaning:
        'geen akkoord geven: de waarden worden niet verstuurd; bij andere waarden komt de vraag opnieuw',
    },
    drift: {
      word: 'afwijking',
      meaning:
        'Nmbrs heeft een andere waarde dan beide kanten het laatst hadden, en AlexisHR is niet gewijzigd: de loonadministratie heeft die aangepast',
    },
    conflict: { word: 'conflict', meaning: 'beide kanten hebben een waarde gewijzigd sinds ze gelijk waren' },
    threshold: {
      word: 'limiet',
      meaning: 'hoeveel personen één run op één manier mag wijzigen voordat alles daarvan wacht',
    },
    worklist: { word: 'werklijst', meaning: 'wat de loonadministratie zelf in Nmbrs moet invoeren' },
    finding: {
      word: 'bevinding',
      meaning: 'wat een controle over een persoon zegt: wacht, fout, let op of info',
    },
    problem: { word: 'probleem', meaning: 'iets wat niet klopt in een bestand of een instelling' },
    failure: { word: 'storing', meaning: 'waarom een run niet tot het einde kwam' },
    access: {
      word: 'logins (access)',
      meaning: 'het deel van het programma dat over de logins van medewerkers gaat',
    },
    login: { word: 'login', meaning: 'waarmee een medewerker in een portaal inlogt' },
    portal: { word: 'portaal', meaning: 'waar medewerkers inloggen, zoals de selfservice van Nmbrs' },
    task: { word: 'taak', meaning: 'wat er aan één login moet gebeuren: maken, wijzigen, verwijderen' },
    handOver: {
      word: 'overdracht',
      meaning: 'meerdere taken die samen, onder één code, naar de beheerder van een portaal gaan',
    },
    batch: {
      word: 'batch',
      meaning: 'de taken van een overdracht die op één scherm in één keer worden gedaan',
    },
    onboarding: {
      word: 'aansluiten',
      meaning: 'controleren of Nmbrs klaar is voor een pensioenverzekeraar of een andere partij die meeleest',
    },
    profile: { word: 'profiel', meaning: 'wat zo’n partij nodig heeft, in een bestand' },
    stateFile: {
      word: 'statebestand',
      meaning: 'wat het programma onthoudt: id’s, vingerafdrukken en codes, geen persoonsgegevens',
    },
    keyFile: {
      word: 'sleutelbestand',
      meaning: 'de sleutel waarmee de vingerafdrukken in het statebestand zijn gemaakt',
    },
    auditRecord: {
      word: 'auditlog',
      meaning: 'wie wat heeft besloten en wat is ingevoerd, in een keten waaraan geknoei te zien is',
    },
    quarantine: {
      word: 'quarantaine',
      meaning: 'een verbinding die drie keer achter elkaar mislukte; die wordt minder vaak geprobeerd',
    },
    cutover: { word: 'overstap', meaning: 'een verbinding van SOAP naar REST brengen, of terug' },
  },
}
