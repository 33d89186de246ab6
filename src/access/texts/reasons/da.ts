import type { ReasonTexts } from './reason-text.js'

/** The words of each reason in Danish. No native speaker has read them yet. */
export const da: ReasonTexts = {
  'new-login': {
    message: 'har ikke noget login endnu og skal have et',
    remedy: 'Opret det, som arbejdslisten siger, og derefter: nmbrs-sync access confirm ID',
  },
  'asked-individually': {
    message: 'er bestilt særskilt; personen står ikke på nogen liste',
    remedy: 'Opret det på medarbejderens egen skærm, og derefter: nmbrs-sync access confirm ID',
  },
  'email-changed': {
    message: 'loginets e-mailadresse er ikke den, personen har nu',
    remedy: 'Se, hvad der sammenlignes: nmbrs-sync access explain ID',
  },
  'template-changed': {
    message: 'reglerne giver en anden skabelon, end loginet har',
    remedy: 'Se, hvilken regel der siger det: nmbrs-sync access explain ID',
  },
  'language-changed': {
    message: 'reglerne giver et andet sprog, end loginet har',
    remedy: 'Se, hvilken regel der siger det: nmbrs-sync access explain ID',
  },
  'level-changed': {
    message: 'loginet hører til en anden debitor, end personen gør nu',
    remedy: 'Se, hvilken debitor der menes: nmbrs-sync access explain ID',
  },
  'permissions-changed': {
    message: 'loginets rettigheder er ikke dem, reglerne giver nu',
    remedy: 'Ret dem, som arbejdslisten siger, og derefter: nmbrs-sync access confirm ID',
  },
  'not-wanted-any-more': {
    message: 'ingen regel giver længere personen et login',
    remedy: 'Se, hvilken regel der siger det: nmbrs-sync access explain ID',
  },
  'left-service': {
    message: 'er fratrådt, og loginet skal deaktiveres',
    remedy: 'Deaktivér det, som arbejdslisten siger, og derefter: nmbrs-sync access confirm ID',
  },
  'link-asked': {
    message: 'der er bedt om et nyt link til at vælge adgangskode',
    remedy: 'Send det, som arbejdslisten siger, og derefter: nmbrs-sync access confirm ID',
  },
  'asked-again': {
    message: 'er overdraget før og overdrages igen',
    remedy: 'Gør det, som arbejdslisten siger, og derefter: nmbrs-sync access confirm ID',
  },
  'as-wanted': { message: 'loginet er, som det skal være', remedy: 'Der skal ikke gøres noget' },
  'handed-over': {
    message: 'arbejdet med dette login er overdraget og venter på svar',
    remedy:
      'Når det er gjort: nmbrs-sync access confirm ID; hvis det ikke kan lade sig gøre: nmbrs-sync access refuse ID --reason TEXT',
  },
  refused: {
    message: 'dette arbejde blev afvist; der bedes ikke om det igen af sig selv',
    remedy: 'For at få det overdraget igen: nmbrs-sync access request ID',
  },
  expired: {
    message: 'arbejdet blev overdraget, og ingen har sagt, om det er gjort',
    remedy:
      'Se efter i portalen. Gjort: nmbrs-sync access confirm ID. Ikke gjort, men stadig ønsket: nmbrs-sync access request ID. Ikke ønsket: nmbrs-sync access refuse ID --reason TEXT',
  },
  'not-connected': {
    message: 'ikke forbundet endnu; loginet kan oprettes, når en synkronisering har forbundet personen',
    remedy:
      'Hvem næste synkronisering forbinder: nmbrs-sync plan. Hvem der bliver tilbage: nmbrs-sync status --not-connected',
  },
  'not-in-service-yet': {
    message: 'er ikke tiltrådt endnu; listen viser kun dem, der er ansat',
    remedy: 'Vent til første arbejdsdag; den næste nmbrs-sync access sync ser efter igen',
  },
  'left-login-active': {
    message: 'er fratrådt, loginet er aktivt',
    remedy:
      'Lad det være, så lønsedler stadig kan læses, eller slet det selv i portalen og derefter: nmbrs-sync access import FILE',
  },
  'left-no-login': {
    message: 'er fratrådt og har intet login',
    remedy: 'Hvis der alligevel skal være et: nmbrs-sync access request ID',
  },
  'no-login-wanted': {
    message: 'reglerne giver ikke personen noget login',
    remedy: 'Se, hvilken regel der siger det: nmbrs-sync access explain ID',
  },
  'no-login-known': {
    message: 'der kendes intet aktivt login at sende et link til',
    remedy:
      'Anmodningen bortfalder. Hvis der er et login: nmbrs-sync access import FILE, og derefter nmbrs-sync access resend ID',
  },
  'link-not-offered': {
    message: 'denne portal sender ikke et link til at vælge ny adgangskode',
    remedy: 'Se, hvad den kan: nmbrs-sync access portals',
  },
  'login-inactive': {
    message: 'har et login, der er deaktiveret',
    remedy:
      'Hvis det skal virke igen, så slå det selv til i portalen og derefter: nmbrs-sync access import FILE',
  },
  'not-in-source': {
    message: 'har et login her, men var ikke blandt de personer, der blev læst; det bliver, som det er',
    remedy: 'Kontrollér, hvem forbindelsen omfatter: nmbrs-sync explain ID',
  },
  'email-change-listed': {
    message: 'loginet har en tidligere e-mailadresse; det virker, så det haster ikke',
    remedy: 'Erstat det, når det passer: nmbrs-sync access confirm ID --no-open-requests',
  },
  'email-change-left': {
    message: 'loginet har en tidligere e-mailadresse, og efter reglerne bliver det ved den',
    remedy: 'Ret replaceOnEmailChange for at få det erstattet, og derefter: nmbrs-sync access plan',
  },
  'email-removed': {
    message: 'loginets adresse er fjernet i AlexisHR; det alene sletter aldrig et login',
    remedy: 'Hvis en anden adresse skal træde i stedet: nmbrs-sync access confirm ID --no-open-requests',
  },
  'no-email': {
    message: 'har ingen e-mailadresse af den slags, reglerne kræver, så der kan ikke oprettes et login',
    remedy: 'Indtast adressen i AlexisHR, eller ret reglerne; derefter: nmbrs-sync access plan',
  },
  'email-shared': {
    message: 'deler denne e-mailadresse med en anden, så ingen af dem får et login',
    remedy: 'Giv hver sin egen adresse i AlexisHR; derefter: nmbrs-sync access plan',
  },
  'email-of-another-login': {
    message: 'en anden har eller skal have loginet med denne e-mailadresse',
    remedy:
      'Find i portalen ud af, hvis det er, og slet det dér, hvis det er gammelt; derefter: nmbrs-sync access import FILE',
  },
  'debtor-unknown': {
    message: 'konfigurationen angiver ingen debitor for personens virksomhed',
    remedy: 'Tilføj den under access; derefter: nmbrs-sync config check',
  },
  'template-unknown': {
    message: 'portalen har ingen sådan skabelon eller rettighedspakke på dette niveau',
    remedy: 'Ret reglerne under access; derefter: nmbrs-sync config check',
  },
  'language-unknown': {
    message: 'portalen har ikke det sprog, som reglerne giver',
    remedy: 'Ret reglerne under access; derefter: nmbrs-sync config check',
  },
  'permissions-invalid': {
    message: 'rettighederne giver noget uden det, som det kræver',
    remedy: 'Ret rettighederne under access; derefter: nmbrs-sync config check',
  },
  'nothing-granted': {
    message: 'der gives ingen rettigheder, så der bedes ikke om et login',
    remedy: 'Giv rettigheder under access, hvis der skal være et; derefter: nmbrs-sync access plan',
  },
  'user-name-impossible': {
    message: 'der kan ikke dannes et brugernavn af det, der vides om personen',
    remedy: 'Indtast for- og efternavn med latinske bogstaver; derefter: nmbrs-sync access plan',
  },
  'not-accounting-customer': {
    message: 'virksomheden er ikke oprettet som accounting customer',
    remedy: 'Opret den i AkkenCloud, og angiv det i kontaktlisten; derefter: nmbrs-sync access plan',
  },
  'not-on-customer-record': {
    message: 'kontakten er ikke tilføjet på posten for accounting customer',
    remedy: 'Tilføj kontakten i AkkenCloud, og angiv det i kontaktlisten; derefter: nmbrs-sync access plan',
  },
  'goes-to-consultant': {
    message: 'virksomhedens lønadministration er outsourcet: adgang bestilles ikke med formularen',
    remedy:
      'Virksomhedens konsulent opretter profilen og kontakter jer; spørg konsulenten, hvis det ikke sker',
  },
  'open-change-requests': {
    message: 'når loginet slettes, forsvinder personens åbne ændringsanmodninger',
    remedy:
      'Se efter, om der er nogen; derefter: nmbrs-sync access confirm ID --no-open-requests, eller --accept-loss, hvis de må forsvinde',
  },
  'removal-needs-word': {
    message: 'et login slettes kun, når nogen har godkendt det',
    remedy: 'Hvis det må slettes: nmbrs-sync access confirm ID --no-open-requests',
  },
  'owner-unknown': {
    message: 'en besked går til en owner, og det er ukendt, om der er en e-mailadresse',
    remedy: 'Angiv owner i rettighederne, eller udelad beskeden; derefter: nmbrs-sync access plan',
  },
  'owner-without-email': {
    message: 'en besked går til en owner uden e-mailadresse på medarbejderposten',
    remedy: 'Indtast adressen, eller angiv en anden owner; derefter: nmbrs-sync access plan',
  },
  'contact-without-email': {
    message: 'en besked går til denne kontakt, som ikke har en e-mailadresse',
    remedy: 'Indtast adressen i kontaktlisten og i portalen; derefter: nmbrs-sync access plan',
  },
  'existing-logins-unknown': {
    message: 'hele listen fra portalen er ikke indlæst endnu, så der kan allerede være et login',
    remedy: 'Se efter i portalen, eller indlæs hele listen: nmbrs-sync access import FILE --whole',
  },
  'login-kept': {
    message: 'det eksisterende login bliver, som det er',
    remedy: 'Se på det: nmbrs-sync access explain ID',
  },
  'link-goes-to-old-email': {
    message: 'linket går til loginets adresse, som ikke er en af de adresser, personen har nu',
    remedy: 'Sørg for, at e-mail kan læses dér, eller erstat loginet: nmbrs-sync access explain ID',
  },
  'link-address-unknown': {
    message: 'loginets adresse er ikke kendt her; linket går dertil',
    remedy: 'Se på adressen i portalen, før linket sendes',
  },
  'wanted-changed-since': {
    message: 'det, der skal gøres, er ændret, efter at arbejdet blev overdraget',
    remedy:
      'Sig først, hvad der er sket med det: nmbrs-sync access confirm ID, eller nmbrs-sync access refuse ID --reason TEXT',
  },
  'delivery-in-doubt': {
    message: 'det er ikke sikkert, at listen med dette arbejde er kommet frem',
    remedy:
      'Se efter i portalen. Gjort: nmbrs-sync access confirm ID. Ikke gjort, men stadig ønsket: nmbrs-sync access request ID',
  },
  'word-too-old': {
    message: 'det, som nogen bad om eller godkendte, er ældre end access.wordDays',
    remedy:
      'Hvis det stadig gælder, så bed om det eller godkend det igen: nmbrs-sync access request ID, eller nmbrs-sync access confirm ID med --no-open-requests eller --accept-loss',
  },
  overdue: {
    message: 'har ikke fået svar inden for den tid, leverandøren lover',
    remedy: 'Spørg leverandøren, eller send det igen, hvis portalen tillader det: nmbrs-sync access worklist',
  },
  'send-login-data': {
    message: 'personen skal have loginoplysningerne med Company ID',
    remedy: 'Send dem, når loginet er der',
  },
  'no-address-for-login-data': {
    message: 'har ingen e-mailadresse at sende loginoplysningerne til',
    remedy: 'Overgiv dem personligt, eller indtast en adresse; derefter: nmbrs-sync access plan',
  },
  'hr-changes-need-approval': {
    message: 'ændringer af HR-data fra denne person venter på en back-office- eller All-in-bruger',
    remedy: 'Sørg for, at nogen ser på dem i AkkenCloud',
  },
  'rule-name-unknown': {
    message:
      'en tidligere regel nævner en afdeling, et kontor eller en virksomhed, som ingen kender, og gælder måske denne person',
    remedy:
      'Ret navnet under access.portals, rules, i konfigurationen; hvilket det er: nmbrs-sync config check --online',
  },
  'notified-if-contact': {
    message: 'får kun besked om godkendelser som kontakt eller "reports to"-kontakt på opgaven',
    remedy: 'Kontrollér kontakterne på opgaverne i AkkenCloud',
  },
  'cases-only': {
    message: 'profilen giver adgang til sager i portalen, aldrig til selve systemerne',
    remedy: 'Adgang til et system gives i det system',
  },
  'new-profile-needed': {
    message: 'alle skal have en ny profil, uanset hvad der var i en tidligere portal',
    remedy: 'Udfyld formularen, som arbejdslisten siger, og derefter: nmbrs-sync access confirm ID',
  },
  'deletion-asked': {
    message: 'nogen har bedt om at få dette login slettet',
    remedy: 'Slet det, som arbejdslisten siger, derefter: nmbrs-sync access confirm ID',
  },
  'user-name-asked': {
    message: 'brugernavnet skal laves af det navn, personen har nu',
    remedy: 'Ret det, som arbejdslisten siger, derefter: nmbrs-sync access confirm ID',
  },
  'password-asked': {
    message: 'der er bedt om en ny adgangskode',
    remedy: 'Sæt den, som arbejdslisten siger, derefter: nmbrs-sync access confirm ID',
  },
  'login-is-wanted': {
    message: 'en regel giver personen et login, så et slettet login ville blive oprettet igen',
    remedy:
      'Sæt en regel foran den med when: { employees: [ID] } og login: none; derefter: nmbrs-sync access remove ID',
  },
  'user-name-fits': {
    message: 'brugernavnet er det, som personens navn giver',
    remedy: 'Intet at gøre',
  },
  'user-name-fixed': {
    message: 'portalen har intet brugernavn, der kan ændres',
    remedy: 'Se hvad den kan: nmbrs-sync access portals',
  },
  'employee-record-missing': {
    message: 'står ikke på portalens liste over medarbejdere: tryk først på Create Employee',
    remedy: 'Opret medarbejderen i AkkenCloud, derefter loginnet',
  },
  'employee-record-unknown': {
    message: 'skal stå i Employee Management; viser listen ikke personen, så tryk først på Create Employee',
    remedy: 'Opret medarbejderen i AkkenCloud, derefter loginnet',
  },
}
