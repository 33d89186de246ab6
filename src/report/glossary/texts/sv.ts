import type { GlossaryTexts } from '../glossary-words.js'

/** The words of the program in Swedish. */
export const sv: GlossaryTexts = {
  groups: {
    sides: 'De två sidorna',
    who: 'Vem är vem',
    run: 'Vad en körning gör',
    waiting: 'Vad som väntar, och varför',
    logins: 'Inloggningar, kontroller och drift',
  },
  unknown: (word: string) => `Ordet ${word} finns inte här. Alla ord: nmbrs-sync glossary`,
  words: {
    source: { word: 'källa', meaning: 'AlexisHR: där HR lägger in personer' },
    target: { word: 'mål', meaning: 'Nmbrs: där lönekontoret betalar dem' },
    connection: {
      word: 'anslutning',
      meaning: 'en arbetsgivare i konfigurationen: dess konton, företag och regler',
    },
    transport: { word: 'transport', meaning: 'hur Nmbrs nås: SOAP (till 2027-03-01) eller REST' },
    debtor: {
      word: 'debitor',
      meaning: 'en arbetsgivare som en redovisningsbyrå har den i Nmbrs; med ett eller flera företag',
    },
    consent: { word: 'samtycke', meaning: 'en debitors tillstånd att nå dess uppgifter över REST' },
    scope: {
      word: 'omfattning',
      meaning: 'vilka som hålls lika, enligt konfigurationen; över REST även en rättighet i ett samtycke',
    },
    employeeId: {
      word: 'medarbetarens id',
      meaning: 'id för en person i AlexisHR; i JSON-dokument subject. Id i Nmbrs är targetId',
    },
    match: { word: 'matchning', meaning: 'att hitta de två posterna för en person' },
    link: { word: 'koppling', meaning: 'de två posterna för en person, som de är sparade' },
    connected: {
      word: 'kopplad',
      meaning: 'en person med en koppling; ändringar i AlexisHR går till den medarbetaren i Nmbrs',
    },
    notConnected: {
      word: 'inte kopplad',
      meaning: 'en person utan koppling: ny, utelämnad, bortkopplad, eller något ska beslutas',
    },
    dangling: {
      word: 'lös koppling',
      meaning:
        'en koppling vars medarbetare inte längre finns i Nmbrs, eller inte hittas över den andra transporten',
    },
    tombstone: {
      word: 'avslutad koppling',
      meaning:
        'en koppling som någon har avslutat; personen kopplas eller skapas inte igen förrän någon säger det (tombstone)',
    },
    candidate: {
      word: 'kandidat',
      meaning: 'en medarbetare i Nmbrs som kan vara personen; någon måste avgöra det',
    },
    leftOut: {
      word: 'utelämnad',
      meaning: 'en person som varje synkronisering hoppar över, för att någon har sagt det (ignore)',
    },
    blocked: {
      word: 'blockerad',
      meaning: 'en person som inget skickas om, för att en obligatorisk uppgift saknas',
    },
    firstContact: {
      word: 'första kontakt',
      meaning: 'första gången de två posterna för en kopplad person jämförs',
    },
    run: { word: 'körning', meaning: 'en gång genom en anslutning, med ett id och ett resultat' },
    plan: {
      word: 'plan',
      meaning: 'ändringarna som en synkronisering skulle skicka, i ordning; en plan skriver inget',
    },
    sync: { word: 'synkronisering', meaning: 'en körning som skriver i Nmbrs' },
    change: { word: 'ändring', meaning: 'en skrivning på en post' },
    section: {
      word: 'del',
      meaning: 'uppgifterna som skickas tillsammans: personuppgifter, adress, bankkonto, anställning, lön',
    },
    mapping: { word: 'mappning', meaning: 'reglerna som gör Nmbrs-fält av AlexisHR-fält' },
    outcome: {
      word: 'utfall',
      meaning: 'vad det blev av en ändring: gjord, var redan så, väntar, överhoppad, misslyckad eller okänd',
    },
    result: {
      word: 'resultat',
      meaning: 'vad det blev av en körning: klar, klar med något som väntar, misslyckad eller stoppad',
    },
    baseline: {
      word: 'överenskommet värde',
      meaning: 'värdet som båda sidor hade senast (baseline): avvikelse och konflikt mäts mot det',
    },
    canary: {
      word: 'provperson (canary)',
      meaning: 'en person per sorts ändring som skrivs först och läses tillbaka, före de andra',
    },
    payrollPeriod: {
      word: 'löneperiod',
      meaning:
        'månaden, de fyra veckorna eller veckan som lönen gäller; den aktuella är den första som inte är stängd i Nmbrs',
    },
    hold: {
      word: 'väntande ändring (hold)',
      meaning:
        'en ändring som inte skickas förrän någon godkänner just dessa värden; den har en kod på sex tecken',
    },
    held: {
      word: 'väntar',
      meaning: 'skickas inte nu: det väntar på ett godkännande, en annan ändring av personen eller sin dag',
    },
    release: {
      word: 'godkänna',
      meaning: 'att släppa en väntande ändring: nästa synkronisering skickar just de värdena',
    },
    reject: { word: 'avslå', meaning: 'att säga nej: värdena skickas inte; andra värden frågar igen' },
    drift: {
      word: 'avvikelse',
      meaning:
        'Nmbrs har ett annat värde än båda sidor hade senast, och AlexisHR är oförändrat: lönekontoret har ändrat det',
    },
    conflict: { word: 'konflikt', meaning: 'båda sidor har ändrat ett värde sedan de senast var lika' },
    threshold: {
      word: 'gräns',
      meaning: 'hur många personer en körning får ändra på ett sätt innan allt sådant väntar',
    },
    worklist: { word: 'arbetslista', meaning: 'vad lönekontoret måste lägga in för hand i Nmbrs' },
    finding: {
      word: 'iakttagelse',
      meaning: 'vad en kontroll säger om en person: väntar, fel, obs eller info',
    },
    problem: { word: 'problem', meaning: 'något som är fel i en fil eller en inställning' },
    failure: { word: 'avbrott', meaning: 'varför en körning inte kom till sitt slut' },
    access: {
      word: 'inloggningar (access)',
      meaning: 'delen av programmet som gäller medarbetarnas egna inloggningar',
    },
    login: { word: 'inloggning', meaning: 'det som en medarbetare loggar in i en portal med' },
    portal: { word: 'portal', meaning: 'där medarbetare loggar in, till exempel självservicen i Nmbrs' },
    task: { word: 'uppgift', meaning: 'arbetet med en inloggning: skapa, ändra, ta bort' },
    handOver: {
      word: 'överlämning',
      meaning: 'flera uppgifter som lämnas tillsammans till portalens administratör, under en kod',
    },
    batch: { word: 'omgång', meaning: 'uppgifterna i en överlämning som görs på en skärmbild i ett svep' },
    onboarding: {
      word: 'anslutningskontroll',
      meaning: 'att kontrollera om Nmbrs är redo för ett pensionsbolag eller någon annan som läser det',
    },
    profile: { word: 'profil', meaning: 'vad en sådan part behöver, i en fil' },
    stateFile: {
      word: 'tillståndsfil',
      meaning: 'vad programmet minns: id, fingeravtryck och koder, inga personuppgifter',
    },
    keyFile: { word: 'nyckelfil', meaning: 'nyckeln som fingeravtrycken i tillståndsfilen är gjorda med' },
    auditRecord: {
      word: 'granskningslogg',
      meaning: 'vem som beslutade och vad som skrevs, i en kedja där varje ändring syns',
    },
    quarantine: {
      word: 'karantän',
      meaning: 'en anslutning som misslyckades tre gånger i rad; den provas mer sällan',
    },
    cutover: { word: 'övergång', meaning: 'att byta en anslutning från SOAP till REST, eller tillbaka' },
  },
}
