import { toCatalogue } from '../../../domain/language/catalogue.js'

/** What is said of changes that wait for a person. */
export const holdTexts = toCatalogue({
  en: {
    nothingEver: 'Nothing ever waited for a person.',
    nothingWaits: 'Nothing waits for a person. Those that are over: nmbrs-sync holds --all',
    head: ['hold', 'person', 'since', 'what', 'why', 'standing'],
    waits: 'waits',
    waitsReleasedBy: (people: string, count: number) =>
      `waits: released by ${people}; ${count} people are needed`,
    waitsExpired: 'waits: the release ran out unused',
    delayed: (people: string, from: string) => `released by ${people}; sent from ${from} on`,
    released: (people: string, until: string) => `released by ${people} until ${until}`,
    releasedSending: (people: string, until: string) =>
      `released by ${people} until ${until}; a run began to send it, and the next one finds out how that ended`,
    rejected: (person: string) => `rejected by ${person}`,
    sent: 'sent',
    sentOn: (day: string) => `sent ${day}`,
    over: 'over: the change is not there any more',
    overOn: (day: string) => `over ${day}: the change is not there any more`,
    seeBoth: (person: string) => `See both sides: nmbrs-sync explain ${person} --show-values`,
    thenDecide: (id: string) =>
      `Then: nmbrs-sync holds release ${id} --reason TEXT, or nmbrs-sync holds reject ${id} --reason TEXT`,
    isReleased: (id: string, section: string, person: string) =>
      `${id} is released: ${section} of ${person}.`,
    isRejected: (id: string, section: string, person: string) =>
      `${id} is rejected: ${section} of ${person}.`,
    waitsUntil: (count: number, people: string) =>
      `A change waits until ${count} different people have released it; so far: ${people}.`,
    nextPerson: (ids: string) =>
      `Next, another person: nmbrs-sync holds release ${ids} --reason TEXT --as NAME`,
    sendsFrom: (from: string) =>
      `Nothing was sent. The first sync on or after ${from} sends exactly what is released.`,
    sendsNext: (until: string) =>
      `Nothing was sent yet. The next sync sends exactly what is released, until ${until}; any other value will wait for approval again.`,
    rejectedSending:
      'A run began to send it before, and it is not known yet how that ended; the next sync finds out. It will not be sent again.',
    rejectedNext: 'What is rejected is not sent. A different value in AlexisHR will ask for approval again.',
    correctIt: 'correct it in AlexisHR',
    askRelease: (count: number) => (count === 1 ? 'Release this change?' : `Release these ${count} changes?`),
    askReject: (count: number) => (count === 1 ? 'Reject this change?' : `Reject these ${count} changes?`),
    askReason: 'Why? It is kept as you type it, so leave personal details out',
    reasonNeeded: 'A reason is needed',
    nothingDecided: 'Nothing was decided.',
    notThere:
      'It is not held like this any more: a value has changed since. Nothing is decided about it; nmbrs-sync plan notes what is held now.',
    reviewQuestion: 'What is to become of it?',
    reviewSkip: 'skip: it keeps waiting',
    reviewRelease: 'release: the next sync sends exactly this',
    reviewReject: 'reject: it is not sent',
    reviewStop: 'stop here',
    reviewed: (released: number, rejected: number, left: number) =>
      `${released} released, ${rejected} rejected, ${left} left waiting.`,
    reviewedNext: 'Nothing was sent yet. Next: nmbrs-sync sync',
    isOver: 'It is over.',
  },
  nl: {
    nothingEver: 'Er heeft nog nooit iets op akkoord gewacht.',
    nothingWaits: 'Er wacht niets op akkoord. Wat is afgehandeld: nmbrs-sync holds --all',
    head: ['hold', 'persoon', 'sinds', 'wat', 'waarom', 'stand'],
    waits: 'wacht',
    waitsReleasedBy: (people, count) => `wacht: goedgekeurd door ${people}; er zijn ${count} personen nodig`,
    waitsExpired: 'wacht: de goedkeuring is ongebruikt verlopen',
    delayed: (people, from) => `goedgekeurd door ${people}; verstuurd vanaf ${from}`,
    released: (people, until) => `goedgekeurd door ${people} tot ${until}`,
    releasedSending: (people, until) =>
      `goedgekeurd door ${people} tot ${until}; een run is begonnen met versturen, en de volgende zoekt uit hoe dat is afgelopen`,
    rejected: (person) => `afgewezen door ${person}`,
    sent: 'verstuurd',
    sentOn: (day) => `verstuurd ${day}`,
    over: 'afgehandeld: de wijziging is er niet meer',
    overOn: (day) => `afgehandeld ${day}: de wijziging is er niet meer`,
    seeBoth: (person) => `Bekijk beide kanten: nmbrs-sync explain ${person} --show-values`,
    thenDecide: (id) =>
      `Daarna: nmbrs-sync holds release ${id} --reason TEXT, of nmbrs-sync holds reject ${id} --reason TEXT`,
    isReleased: (id, section, person) => `${id} is goedgekeurd: ${section} van ${person}.`,
    isRejected: (id, section, person) => `${id} is afgewezen: ${section} van ${person}.`,
    waitsUntil: (count, people) =>
      `Een wijziging wacht tot ${count} verschillende personen haar hebben goedgekeurd; tot nu toe: ${people}.`,
    nextPerson: (id) =>
      `Volgende stap, door iemand anders: nmbrs-sync holds release ${id} --reason TEXT --as NAME`,
    sendsFrom: (from) =>
      `Er is niets verstuurd. De eerste sync vanaf ${from} verstuurt precies wat is goedgekeurd.`,
    sendsNext: (until) =>
      `Er is nog niets verstuurd. De volgende sync verstuurt precies wat is goedgekeurd, tot ${until}; elke andere waarde wacht opnieuw.`,
    rejectedSending:
      'Een run was al begonnen met versturen, en het is nog niet bekend hoe dat is afgelopen; de volgende sync zoekt dat uit. De wijziging wordt niet opnieuw verstuurd.',
    rejectedNext:
      'Wat is afgewezen, wordt niet verstuurd en wacht niet meer. Bij een andere waarde in AlexisHR komt de vraag opnieuw.',
    correctIt: 'verbeter het in AlexisHR',
    askRelease: (count) =>
      count === 1 ? 'Deze wijziging goedkeuren?' : `Deze ${count} wijzigingen goedkeuren?`,
    askReject: (count) => (count === 1 ? 'Deze wijziging afwijzen?' : `Deze ${count} wijzigingen afwijzen?`),
    askReason: 'Waarom? Je tekst wordt letterlijk bewaard, dus laat persoonsgegevens weg',
    reasonNeeded: 'Een reden is nodig',
    nothingDecided: 'Er is niets besloten.',
    notThere:
      'Deze wijziging wacht niet meer in deze vorm: er is sindsdien een waarde veranderd. Er wordt niets over besloten; nmbrs-sync plan noteert wat er nu wacht.',
    reviewQuestion: 'Wat moet ermee gebeuren?',
    reviewSkip: 'overslaan: de wijziging blijft wachten',
    reviewRelease: 'goedkeuren: de volgende sync verstuurt precies dit',
    reviewReject: 'afwijzen: de wijziging wordt niet verstuurd',
    reviewStop: 'hier stoppen',
    reviewed: (released, rejected, left) =>
      `${released} goedgekeurd, ${rejected} afgewezen, ${left} blijven wachten.`,
    reviewedNext: 'Er is nog niets verstuurd. Volgende stap: nmbrs-sync sync',
    isOver: 'Het is afgehandeld.',
  },
  sv: {
    nothingEver: 'Inget har någonsin väntat på någon.',
    nothingWaits: 'Inget väntar på godkännande. De som är avslutade: nmbrs-sync holds --all',
    head: ['hold', 'person', 'sedan', 'vad', 'varför', 'läge'],
    waits: 'väntar',
    waitsReleasedBy: (people, count) => `väntar: godkänd av ${people}; ${count} personer behövs`,
    waitsExpired: 'väntar: godkännandet gick ut oanvänt',
    delayed: (people, from) => `godkänd av ${people}; skickas från och med ${from}`,
    released: (people, until) => `godkänd av ${people} till ${until}`,
    releasedSending: (people, until) =>
      `godkänd av ${people} till ${until}; en körning började skicka den, och nästa tar reda på hur det gick`,
    rejected: (person) => `avvisad av ${person}`,
    sent: 'skickad',
    sentOn: (day) => `skickad ${day}`,
    over: 'avslutad: ändringen finns inte längre',
    overOn: (day) => `avslutad ${day}: ändringen finns inte längre`,
    seeBoth: (person) => `Se båda sidor: nmbrs-sync explain ${person} --show-values`,
    thenDecide: (id) =>
      `Sedan: nmbrs-sync holds release ${id} --reason TEXT, eller nmbrs-sync holds reject ${id} --reason TEXT`,
    isReleased: (id, section, person) => `${id} är godkänd: ${section} för ${person}.`,
    isRejected: (id, section, person) => `${id} är avvisad: ${section} för ${person}.`,
    waitsUntil: (count, people) =>
      `En ändring väntar tills ${count} olika personer har godkänt den; hittills: ${people}.`,
    nextPerson: (id) => `Nästa steg, en annan person: nmbrs-sync holds release ${id} --reason TEXT --as NAME`,
    sendsFrom: (from) =>
      `Inget skickades. Den första synkroniseringen från och med ${from} skickar exakt det som godkänts.`,
    sendsNext: (until) =>
      `Inget har skickats än. Nästa synkronisering skickar exakt det som godkänts, till ${until}; varje annat värde väntar på nytt.`,
    rejectedSending:
      'En körning började skicka den tidigare, och det är inte känt än hur det gick; nästa synkronisering tar reda på det. Den skickas inte igen.',
    rejectedNext:
      'Det som avvisats skickas inte och väntar inte längre. Ett annat värde i AlexisHR ställer frågan igen.',
    correctIt: 'rätta det i AlexisHR',
    askRelease: (count) =>
      count === 1 ? 'Godkänna den här ändringen?' : `Godkänna de här ${count} ändringarna?`,
    askReject: (count) => (count === 1 ? 'Avvisa den här ändringen?' : `Avvisa de här ${count} ändringarna?`),
    askReason: 'Varför? Texten sparas som du skriver den, så lämna personuppgifter utanför',
    reasonNeeded: 'Ett skäl behövs',
    nothingDecided: 'Inget har beslutats.',
    notThere:
      'Ändringen väntar inte längre i den här formen: ett värde har ändrats sedan dess. Inget beslutas om den; nmbrs-sync plan noterar vad som väntar nu.',
    reviewQuestion: 'Vad ska hända med den?',
    reviewSkip: 'hoppa över: den fortsätter vänta',
    reviewRelease: 'godkänn: nästa synkronisering skickar exakt detta',
    reviewReject: 'avvisa: den skickas inte',
    reviewStop: 'sluta här',
    reviewed: (released, rejected, left) =>
      `${released} godkända, ${rejected} avvisade, ${left} väntar kvar.`,
    reviewedNext: 'Inget har skickats än. Nästa steg: nmbrs-sync sync',
    isOver: 'Det är avslutat.',
  },
  da: {
    nothingEver: 'Intet har nogensinde ventet på nogen.',
    nothingWaits: 'Intet venter på godkendelse. Dem, der er afsluttet: nmbrs-sync holds --all',
    head: ['hold', 'person', 'siden', 'hvad', 'hvorfor', 'status'],
    waits: 'venter',
    waitsReleasedBy: (people, count) => `venter: godkendt af ${people}; ${count} personer kræves`,
    waitsExpired: 'venter: godkendelsen udløb ubrugt',
    delayed: (people, from) => `godkendt af ${people}; sendes fra og med ${from}`,
    released: (people, until) => `godkendt af ${people} indtil ${until}`,
    releasedSending: (people, until) =>
      `godkendt af ${people} indtil ${until}; en kørsel begyndte at sende den, og den næste finder ud af, hvordan det gik`,
    rejected: (person) => `afvist af ${person}`,
    sent: 'sendt',
    sentOn: (day) => `sendt ${day}`,
    over: 'afsluttet: ændringen findes ikke længere',
    overOn: (day) => `afsluttet ${day}: ændringen findes ikke længere`,
    seeBoth: (person) => `Se begge sider: nmbrs-sync explain ${person} --show-values`,
    thenDecide: (id) =>
      `Derefter: nmbrs-sync holds release ${id} --reason TEXT, eller nmbrs-sync holds reject ${id} --reason TEXT`,
    isReleased: (id, section, person) => `${id} er godkendt: ${section} for ${person}.`,
    isRejected: (id, section, person) => `${id} er afvist: ${section} for ${person}.`,
    waitsUntil: (count, people) =>
      `En ændring venter, til ${count} forskellige personer har godkendt den; indtil nu: ${people}.`,
    nextPerson: (id) => `Næste trin, en anden person: nmbrs-sync holds release ${id} --reason TEXT --as NAME`,
    sendsFrom: (from) =>
      `Intet blev sendt. Den første synkronisering fra og med ${from} sender præcis det, der er godkendt.`,
    sendsNext: (until) =>
      `Intet er sendt endnu. Næste synkronisering sender præcis det, der er godkendt, indtil ${until}; enhver anden værdi venter på ny.`,
    rejectedSending:
      'En kørsel begyndte at sende den tidligere, og det vides endnu ikke, hvordan det gik; næste synkronisering finder ud af det. Den sendes ikke igen.',
    rejectedNext:
      'Det, der er afvist, sendes ikke og venter ikke længere. En anden værdi i AlexisHR stiller spørgsmålet igen.',
    correctIt: 'ret det i AlexisHR',
    askRelease: (count) => (count === 1 ? 'Godkende denne ændring?' : `Godkende disse ${count} ændringer?`),
    askReject: (count) => (count === 1 ? 'Afvise denne ændring?' : `Afvise disse ${count} ændringer?`),
    askReason: 'Hvorfor? Teksten gemmes, som du skriver den, så udelad personoplysninger',
    reasonNeeded: 'En begrundelse er nødvendig',
    nothingDecided: 'Intet er besluttet.',
    notThere:
      'Ændringen venter ikke længere i denne form: en værdi er ændret siden da. Der besluttes intet om den; nmbrs-sync plan noterer, hvad der venter nu.',
    reviewQuestion: 'Hvad skal der ske med den?',
    reviewSkip: 'spring over: den bliver ved med at vente',
    reviewRelease: 'godkend: næste synkronisering sender præcis dette',
    reviewReject: 'afvis: den sendes ikke',
    reviewStop: 'stop her',
    reviewed: (released, rejected, left) =>
      `${released} godkendt, ${rejected} afvist, ${left} venter stadig.`,
    reviewedNext: 'Intet er sendt endnu. Næste trin: nmbrs-sync sync',
    isOver: 'Det er afsluttet.',
  },
})
