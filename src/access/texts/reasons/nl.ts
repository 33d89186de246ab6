import type { ReasonTexts } from './reason-text.js'

/** The words of each reason in Dutch. */
export const nl: ReasonTexts = {
  'new-login': {
    message: 'heeft nog geen login en moet er een krijgen',
    remedy: 'Maak de login zoals de werklijst zegt, daarna: nmbrs-sync access confirm ID',
  },
  'asked-individually': {
    message: 'is apart aangevraagd; deze persoon staat op geen lijst',
    remedy: 'Maak de login op het scherm van deze medewerker, daarna: nmbrs-sync access confirm ID',
  },
  'email-changed': {
    message: 'het e-mailadres van de login is niet het adres dat deze persoon nu heeft',
    remedy: 'Bekijk wat er wordt vergeleken: nmbrs-sync access explain ID',
  },
  'template-changed': {
    message: 'de ingestelde regels geven een andere template dan de login heeft',
    remedy: 'Bekijk welke regel dat zegt: nmbrs-sync access explain ID',
  },
  'language-changed': {
    message: 'de ingestelde regels geven een andere taal dan de login heeft',
    remedy: 'Bekijk welke regel dat zegt: nmbrs-sync access explain ID',
  },
  'level-changed': {
    message: 'de login hoort bij een andere debiteur dan waar deze persoon nu onder valt',
    remedy: 'Bekijk welke debiteur bedoeld is: nmbrs-sync access explain ID',
  },
  'permissions-changed': {
    message: 'de rechten van de login zijn niet de rechten die de ingestelde regels nu geven',
    remedy: 'Wijzig ze zoals de werklijst zegt, daarna: nmbrs-sync access confirm ID',
  },
  'not-wanted-any-more': {
    message: 'geen enkele regel geeft deze persoon nog een login',
    remedy: 'Bekijk welke regel dat zegt: nmbrs-sync access explain ID',
  },
  'left-service': {
    message: 'is uit dienst, en de login moet worden gedeactiveerd',
    remedy: 'Deactiveer de login zoals de werklijst zegt, daarna: nmbrs-sync access confirm ID',
  },
  'link-asked': {
    message: 'er is opnieuw om een link gevraagd om het wachtwoord in te stellen',
    remedy: 'Verstuur de link zoals de werklijst zegt, daarna: nmbrs-sync access confirm ID',
  },
  'asked-again': {
    message: 'is al eerder overgedragen en wordt opnieuw overgedragen',
    remedy: 'Voer het uit zoals de werklijst zegt, daarna: nmbrs-sync access confirm ID',
  },
  'as-wanted': { message: 'de login is zoals hij moet zijn', remedy: 'Er hoeft niets te gebeuren' },
  'handed-over': {
    message: 'het werk aan deze login is overgedragen en wacht op antwoord',
    remedy:
      'Als het gedaan is: nmbrs-sync access confirm ID; als het niet kan: nmbrs-sync access refuse ID --reason TEXT',
  },
  refused: {
    message: 'dit werk is geweigerd; het wordt niet vanzelf opnieuw gevraagd',
    remedy: 'Om het opnieuw te laten overdragen: nmbrs-sync access request ID',
  },
  expired: {
    message: 'het werk is overgedragen en niemand heeft gezegd of het gedaan is',
    remedy:
      'Kijk in de portal. Gedaan: nmbrs-sync access confirm ID. Niet gedaan en nog nodig: nmbrs-sync access request ID. Niet nodig: nmbrs-sync access refuse ID --reason TEXT',
  },
  'not-connected': {
    message: 'nog niet gekoppeld; de login kan er komen zodra een sync deze persoon heeft gekoppeld',
    remedy:
      'Wie de volgende sync koppelt: nmbrs-sync plan. Wie overblijft: nmbrs-sync status --not-connected',
  },
  'not-in-service-yet': {
    message: 'is nog niet in dienst; op de lijst staan alleen mensen die in dienst zijn',
    remedy: 'Wacht op de eerste werkdag; de volgende nmbrs-sync access sync kijkt opnieuw',
  },
  'left-login-active': {
    message: 'uit dienst, login actief',
    remedy:
      'Laat de login staan, dan zijn loonstroken nog te lezen; of verwijder hem zelf in de portal en daarna: nmbrs-sync access import FILE',
  },
  'left-no-login': {
    message: 'is uit dienst en heeft geen login',
    remedy: 'Als er toch een nodig is: nmbrs-sync access request ID',
  },
  'no-login-wanted': {
    message: 'de ingestelde regels geven deze persoon geen login',
    remedy: 'Bekijk welke regel dat zegt: nmbrs-sync access explain ID',
  },
  'no-login-known': {
    message: 'er is geen actieve login bekend om een link voor te sturen',
    remedy:
      'De aanvraag vervalt. Als er een login is: nmbrs-sync access import FILE, daarna nmbrs-sync access resend ID',
  },
  'link-not-offered': {
    message: 'deze portal stuurt geen link om het wachtwoord opnieuw in te stellen',
    remedy: 'Bekijk wat de portal kan: nmbrs-sync access portals',
  },
  'login-inactive': {
    message: 'heeft een login die is gedeactiveerd',
    remedy:
      'Als hij weer moet werken, zet hem dan zelf aan in de portal en daarna: nmbrs-sync access import FILE',
  },
  'not-in-source': {
    message: 'heeft hier een login, maar zat niet bij de mensen die zijn gelezen; er verandert niets',
    remedy: 'Controleer welke mensen de verbinding omvat: nmbrs-sync explain ID',
  },
  'email-change-listed': {
    message: 'de login heeft een eerder e-mailadres; hij werkt, dus het heeft geen haast',
    remedy: 'Vervang hem als het uitkomt: nmbrs-sync access confirm ID --no-open-requests',
  },
  'email-change-left': {
    message: 'de login heeft een eerder e-mailadres, en volgens de ingestelde regels blijft dat zo',
    remedy: 'Wijzig replaceOnEmailChange om hem te laten vervangen, daarna: nmbrs-sync access plan',
  },
  'email-removed': {
    message:
      'het adres van de login is uit AlexisHR verwijderd; dat alleen is nooit reden om een login te verwijderen',
    remedy: 'Als er een ander adres voor in de plaats komt: nmbrs-sync access confirm ID --no-open-requests',
  },
  'no-email': {
    message: 'heeft geen e-mailadres van de ingestelde soort, dus er kan geen login worden gemaakt',
    remedy: 'Vul het adres in AlexisHR in of wijzig de regels; daarna: nmbrs-sync access plan',
  },
  'email-shared': {
    message: 'deelt dit e-mailadres met iemand anders, dus geen van beiden krijgt een login',
    remedy: 'Geef elk een eigen adres in AlexisHR; daarna: nmbrs-sync access plan',
  },
  'email-of-another-login': {
    message: 'iemand anders heeft of krijgt de login met dit e-mailadres',
    remedy:
      'Zoek in de portal uit van wie de login is en verwijder hem als hij oud is; daarna: nmbrs-sync access import FILE',
  },
  'debtor-unknown': {
    message: 'de configuratie noemt geen debiteur voor het bedrijf van deze persoon',
    remedy: 'Voeg die toe onder access; daarna: nmbrs-sync config check',
  },
  'template-unknown': {
    message: 'de portal heeft op dit niveau geen template of set rechten met die naam',
    remedy: 'Verbeter de regels onder access; daarna: nmbrs-sync config check',
  },
  'language-unknown': {
    message: 'de portal heeft de taal niet die de ingestelde regels geven',
    remedy: 'Verbeter de regels onder access; daarna: nmbrs-sync config check',
  },
  'permissions-invalid': {
    message: 'de set rechten geeft iets waarvoor een ander recht ontbreekt',
    remedy: 'Verbeter de set rechten onder access; daarna: nmbrs-sync config check',
  },
  'nothing-granted': {
    message: 'er zijn geen rechten gegeven, dus er wordt geen login aangevraagd',
    remedy: 'Geef rechten onder access als er een login nodig is; daarna: nmbrs-sync access plan',
  },
  'user-name-impossible': {
    message: 'van wat er van deze persoon bekend is, is geen gebruikersnaam te maken',
    remedy: 'Vul voor- en achternaam in Latijnse letters in; daarna: nmbrs-sync access plan',
  },
  'not-accounting-customer': {
    message: 'het bedrijf is niet ingericht als accounting customer',
    remedy:
      'Richt het in AkkenCloud zo in en vermeld het in de lijst met contactpersonen; daarna: nmbrs-sync access plan',
  },
  'not-on-customer-record': {
    message: 'de contactpersoon is niet toegevoegd aan het record van de accounting customer',
    remedy:
      'Voeg de contactpersoon toe in AkkenCloud en vermeld het in de lijst met contactpersonen; daarna: nmbrs-sync access plan',
  },
  'goes-to-consultant': {
    message:
      'de loonadministratie van dit bedrijf is uitbesteed: toegang wordt niet met het formulier aangevraagd',
    remedy:
      'De consulent van het bedrijf maakt het profiel en neemt contact op; vraag ernaar als dat uitblijft',
  },
  'open-change-requests': {
    message: 'met de login verdwijnen de openstaande wijzigingsverzoeken van deze persoon',
    remedy:
      'Kijk of die er zijn; daarna: nmbrs-sync access confirm ID --no-open-requests, of --accept-loss als ze weg mogen',
  },
  'removal-needs-word': {
    message: 'een login wordt alleen verwijderd als iemand daar akkoord mee gaat',
    remedy: 'Als hij weg mag: nmbrs-sync access confirm ID --no-open-requests',
  },
  'owner-unknown': {
    message: 'een melding gaat naar een owner van wie niet bekend is of er een e-mailadres is',
    remedy: 'Noem de owner in de set rechten of laat de melding weg; daarna: nmbrs-sync access plan',
  },
  'owner-without-email': {
    message: 'een melding gaat naar een owner zonder e-mailadres in het medewerkersrecord',
    remedy: 'Vul het adres in of noem een andere owner; daarna: nmbrs-sync access plan',
  },
  'contact-without-email': {
    message: 'een melding gaat naar deze contactpersoon, die geen e-mailadres heeft',
    remedy:
      'Vul het adres in de lijst met contactpersonen en in de portal in; daarna: nmbrs-sync access plan',
  },
  'existing-logins-unknown': {
    message: 'de hele lijst van de portal is nog niet ingelezen, dus er kan al een login zijn',
    remedy: 'Kijk in de portal of lees de hele lijst in: nmbrs-sync access import FILE --whole',
  },
  'login-kept': {
    message: 'de bestaande login blijft zoals hij is',
    remedy: 'Bekijk hem: nmbrs-sync access explain ID',
  },
  'link-goes-to-old-email': {
    message: 'de link gaat naar het adres van de login, en dat is geen adres dat deze persoon nu heeft',
    remedy: 'Ga na of daar nog e-mail te lezen is, of vervang de login: nmbrs-sync access explain ID',
  },
  'link-address-unknown': {
    message: 'het adres van de login is hier niet bekend; de link gaat daarheen',
    remedy: 'Kijk in de portal naar het adres voordat je de link verstuurt',
  },
  'wanted-changed-since': {
    message: 'wat er nodig is, is veranderd nadat het werk is overgedragen',
    remedy:
      'Zeg eerst wat ervan geworden is: nmbrs-sync access confirm ID, of nmbrs-sync access refuse ID --reason TEXT',
  },
  'delivery-in-doubt': {
    message: 'het is niet zeker of de lijst met dit werk is aangekomen',
    remedy:
      'Kijk in de portal. Gedaan: nmbrs-sync access confirm ID. Niet gedaan en nog nodig: nmbrs-sync access request ID',
  },
  'word-too-old': {
    message: 'wat iemand heeft gevraagd of goedgekeurd, is ouder dan access.wordDays',
    remedy:
      'Als het nog geldt, vraag of keur het opnieuw goed: nmbrs-sync access request ID, of nmbrs-sync access confirm ID met --no-open-requests of --accept-loss',
  },
  overdue: {
    message: 'heeft geen antwoord gekregen binnen de tijd die de leverancier belooft',
    remedy:
      'Vraag het de leverancier, of stuur het opnieuw als de portal dat toestaat: nmbrs-sync access worklist',
  },
  'send-login-data': {
    message: 'deze persoon moet de inloggegevens krijgen, met de Company ID',
    remedy: 'Verstuur ze zodra de login er is',
  },
  'no-address-for-login-data': {
    message: 'heeft geen e-mailadres om de inloggegevens naartoe te sturen',
    remedy: 'Geef ze persoonlijk of vul een adres in; daarna: nmbrs-sync access plan',
  },
  'hr-changes-need-approval': {
    message: 'wijzigingen van HR-gegevens door deze persoon wachten op een back-office- of All-in-gebruiker',
    remedy: 'Zorg dat iemand ze in AkkenCloud bekijkt',
  },
  'rule-name-unknown': {
    message:
      'een eerdere regel noemt een afdeling, vestiging of bedrijf dat niemand kent, en is misschien voor deze persoon bedoeld',
    remedy:
      'Verbeter de naam onder access.portals, rules, in de configuratie; welke het is: nmbrs-sync config check --online',
  },
  'notified-if-contact': {
    message:
      'krijgt alleen bericht van goedkeuringen als contactpersoon of als "reports to"-contact van de opdracht',
    remedy: 'Controleer de contactpersonen van de opdrachten in AkkenCloud',
  },
  'cases-only': {
    message: 'het profiel geeft toegang tot cases in de portal, nooit tot de systemen zelf',
    remedy: 'Toegang tot een systeem geef je in dat systeem',
  },
  'new-profile-needed': {
    message: 'iedereen heeft een nieuw profiel nodig, wat er ook in een eerdere portal stond',
    remedy: 'Vul het formulier in zoals de werklijst zegt, daarna: nmbrs-sync access confirm ID',
  },
  'deletion-asked': {
    message: 'iemand heeft gevraagd deze login te verwijderen',
    remedy: 'Verwijder de login zoals op de werklijst staat, daarna: nmbrs-sync access confirm ID',
  },
  'user-name-asked': {
    message: 'de gebruikersnaam moet gemaakt worden van de naam die deze persoon nu heeft',
    remedy: 'Wijzig de naam zoals op de werklijst staat, daarna: nmbrs-sync access confirm ID',
  },
  'password-asked': {
    message: 'er is een nieuw wachtwoord gevraagd',
    remedy: 'Stel het in zoals op de werklijst staat, daarna: nmbrs-sync access confirm ID',
  },
  'login-is-wanted': {
    message: 'een regel geeft deze persoon een login, dus een verwijderde login zou opnieuw worden gemaakt',
    remedy:
      'Zet er een regel voor met when: { employees: [ID] } en login: none; daarna: nmbrs-sync access remove ID',
  },
  'user-name-fits': {
    message: 'de gebruikersnaam is die welke bij de naam van deze persoon hoort',
    remedy: 'Niets te doen',
  },
  'user-name-fixed': {
    message: 'deze portal heeft geen gebruikersnaam die gewijzigd kan worden',
    remedy: 'Zie wat de portal kan: nmbrs-sync access portals',
  },
  'employee-record-missing': {
    message: 'staat niet in de lijst met medewerkers van de portal: druk eerst op Create Employee',
    remedy: 'Maak eerst de medewerker in AkkenCloud, dan de login',
  },
  'employee-record-unknown': {
    message:
      'moet in Employee Management staan; toont de lijst deze persoon niet, druk dan eerst op Create Employee',
    remedy: 'Maak eerst de medewerker in AkkenCloud, dan de login',
  },
}
