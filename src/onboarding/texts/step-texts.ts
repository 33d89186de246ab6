import { toCatalogue } from '../../domain/language/catalogue.js'

/**
 * What a person still has to do before an account is ready. The menu words of Nmbrs stay Dutch in every
 * language: they are what stands on its screen. Which calls and facts a step is about stands beside its text.
 */
export const stepTexts = toCatalogue({
  en: {
    templateMenu:
      'Instellingen → Gebruikers → Template Users → API icon of the template of this account → screen “Webservices rights edit”',
    switchOn: 'Switch these calls on in Nmbrs: {menu} → {service} → Active.',
    askWhetherNeeded:
      'These calls are off; they are not demanded for this kind of account. Ask the consumer whether they are needed.',
    lookAtWrites:
      'Look for yourself whether these calls are on; they change something, so they are never tried: {menu} → {service} → Active.',
    wrongCredentials:
      'Nmbrs does not let the account in. Check user name, token and domain: the figure at the top right → Gebruiker profiel → API-Token. Then check again.',
    noSubscription: 'The account is disabled or has no valid subscription. Ask Nmbrs, then check again.',
    nothingAnswered:
      'Nmbrs did not answer. Check the network and the address of Nmbrs in the connection, then check again.',
    noCompany:
      'The account does not see this company. Check the id of the company, and whether the debtor has the tag of the account: Instellingen → Beheer → Debiteur beheer → Tag toevoegen (+).',
    outsideFilter:
      'The tags or filters of the account leave this company out. Add the tag to the debtor: Instellingen → Beheer → Debiteur beheer → Tag toevoegen (+).',
    noAccess:
      'The account may not see this company or these employees. Give the user of the account access to the company: Instellingen → Gebruikers.',
    giveFacts: 'Fill these facts in and check again.',
    correctFacts: 'Correct these facts and check again.',
    compareByHand: 'Compare these facts with Nmbrs yourself; the account could not read them.',
    rest: {
      noCompany:
        'The consent does not cover this company. Check its id, and whether the login that consented sees the company in Nmbrs.',
      outsideConsent:
        'Nmbrs refuses these reads, although the scopes for them were granted. Check whether the login that consented sees this company in Nmbrs.',
      notShown:
        'These reads were not shown to be open. Check again; if it stays so, ask Nmbrs whether the endpoint is part of the product of the app.',
      ask: 'Ask {consumer} what is needed over REST, and whether the employer has to consent to an app of {consumer}. The calls over SOAP end on 2027-03-01.',
      addScopes:
        'Have these scopes added to the app in the partner portal of Nmbrs and to nmbrs.rest.scopes: {scopes}. Then have the employer consent again: nmbrs-sync auth login --connection {connection}. Where they are there already, check whether the login that consented sees this company in Nmbrs.',
    },
    ways: {
      'no-employee':
        'These calls were not shown to be open: the company has no employee to try with. Check again with a company that has one, or when there is one.',
      'no-run':
        'These calls were not shown to be open: the company has no payroll run to try with. Check again after the first run.',
      'no-company':
        'These calls were not shown to be open: there is no company to try with. Name one with --company.',
      'no-debtor':
        'These calls were not shown to be open: the debtor of the company cannot be found with this account. Look at them in the template.',
      'no-period':
        'These calls were not shown to be open: the current period of the company cannot be read. Switch Company_GetCurrentPeriod on and check again.',
      'no-task':
        'These calls were not shown to be open: the background report could not be started. Switch on the call that starts it first, and check again.',
      'no-subject': 'These calls need something that cannot be found out. Look at them in the template.',
      'not-described':
        'This program does not know the parameters of these calls. Look at them in the template.',
      stopped: 'The check did not get to these calls. Check again.',
      failed:
        'These calls gave no answer that can be used. Check again; if it stays so, look at them in the template.',
    },
  },
  nl: {
    templateMenu:
      'Instellingen → Gebruikers → Template Users → API-icoon bij de template van dit account → scherm “Webservices rights edit”',
    switchOn: 'Zet deze calls aan in Nmbrs: {menu} → {service} → Active.',
    askWhetherNeeded:
      'Deze calls staan uit; voor dit soort account zijn ze niet voorgeschreven. Vraag de afnemer of ze nodig zijn.',
    lookAtWrites:
      'Kijk zelf of deze calls aanstaan; ze wijzigen iets en worden daarom nooit geprobeerd: {menu} → {service} → Active.',
    wrongCredentials:
      'Nmbrs laat het account niet binnen. Controleer gebruikersnaam, token en domein: poppetje rechtsboven → Gebruiker profiel → API-Token. Doe de controle daarna opnieuw.',
    noSubscription:
      'Het account is uitgeschakeld of heeft geen geldig abonnement. Vraag dit na bij Nmbrs en doe de controle daarna opnieuw.',
    nothingAnswered:
      'Nmbrs gaf geen antwoord. Controleer het netwerk en het adres van Nmbrs bij de verbinding en doe de controle daarna opnieuw.',
    noCompany:
      'Het account ziet dit bedrijf niet. Controleer het bedrijfsnummer, en of de debiteur de tag van het account heeft: Instellingen → Beheer → Debiteur beheer → Tag toevoegen (+).',
    outsideFilter:
      'De tags of filters van het account sluiten dit bedrijf uit. Voeg de tag toe aan de debiteur: Instellingen → Beheer → Debiteur beheer → Tag toevoegen (+).',
    noAccess:
      'Het account mag dit bedrijf of deze medewerkers niet zien. Geef de gebruiker van het account toegang tot het bedrijf: Instellingen → Gebruikers.',
    giveFacts: 'Vul deze gegevens in en controleer opnieuw.',
    correctFacts: 'Verbeter deze gegevens en controleer opnieuw.',
    compareByHand: 'Vergelijk deze gegevens zelf met Nmbrs; het account kon ze niet lezen.',
    rest: {
      noCompany:
        'De toestemming geldt niet voor dit bedrijf. Controleer het id, en of de gebruiker die toestemming gaf het bedrijf in Nmbrs ziet.',
      outsideConsent:
        'Nmbrs weigert deze leesacties, hoewel de scopes ervoor zijn toegekend. Controleer of de gebruiker die toestemming gaf dit bedrijf in Nmbrs ziet.',
      notShown:
        'Deze leesacties zijn niet aangetoond. Doe de controle opnieuw; blijft het zo, vraag Nmbrs dan of het endpoint bij het product van de app hoort.',
      ask: 'Vraag {consumer} wat er over REST nodig is, en of de werkgever toestemming moet geven aan een app van {consumer}. De calls over SOAP vervallen op 2027-03-01.',
      addScopes:
        'Laat deze scopes toevoegen aan de app in het partnerportaal van Nmbrs en aan nmbrs.rest.scopes: {scopes}. Laat de werkgever daarna opnieuw toestemming geven: nmbrs-sync auth login --connection {connection}. Staan ze er al, controleer dan of de gebruiker die toestemming gaf dit bedrijf in Nmbrs ziet.',
    },
    ways: {
      'no-employee':
        'Deze calls zijn niet aangetoond: het bedrijf heeft geen medewerker om mee te proberen. Controleer opnieuw met een bedrijf dat er een heeft, of zodra er een is.',
      'no-run':
        'Deze calls zijn niet aangetoond: het bedrijf heeft geen verloning om mee te proberen. Controleer opnieuw na de eerste verloning.',
      'no-company':
        'Deze calls zijn niet aangetoond: er is geen bedrijf om mee te proberen. Noem er een met --company.',
      'no-debtor':
        'Deze calls zijn niet aangetoond: de debiteur van het bedrijf is niet te vinden met dit account. Kijk ze na in de template.',
      'no-period':
        'Deze calls zijn niet aangetoond: de huidige periode van het bedrijf is niet te lezen. Zet Company_GetCurrentPeriod aan en controleer opnieuw.',
      'no-task':
        'Deze calls zijn niet aangetoond: het rapport op de achtergrond kwam niet op gang. Zet eerst de call aan die het start en controleer opnieuw.',
      'no-subject': 'Voor deze calls is iets nodig wat niet te vinden is. Kijk ze na in de template.',
      'not-described': 'Van deze calls kent dit programma de parameters niet. Kijk ze na in de template.',
      stopped: 'De controle kwam niet aan deze calls toe. Doe de controle opnieuw.',
      failed:
        'Deze calls gaven geen bruikbaar antwoord. Doe de controle opnieuw; blijft het zo, kijk ze dan na in de template.',
    },
  },
  sv: {
    templateMenu:
      'Instellingen → Gebruikers → Template Users → API-ikonen vid mallen för det här kontot → skärmen “Webservices rights edit”',
    switchOn: 'Slå på de här anropen i Nmbrs: {menu} → {service} → Active.',
    askWhetherNeeded:
      'De här anropen är avslagna; för den här typen av konto krävs de inte. Fråga mottagaren om de behövs.',
    lookAtWrites:
      'Kontrollera själv om de här anropen är påslagna; de ändrar något och provas därför aldrig: {menu} → {service} → Active.',
    wrongCredentials:
      'Nmbrs släpper inte in kontot. Kontrollera användarnamn, token och domän: figuren uppe till höger → Gebruiker profiel → API-Token. Kontrollera sedan igen.',
    noSubscription:
      'Kontot är avstängt eller saknar giltigt abonnemang. Fråga Nmbrs och kontrollera sedan igen.',
    nothingAnswered:
      'Nmbrs svarade inte. Kontrollera nätverket och adressen till Nmbrs i anslutningen och kontrollera sedan igen.',
    noCompany:
      'Kontot ser inte det här företaget. Kontrollera företagets id och om kunden har kontots tagg: Instellingen → Beheer → Debiteur beheer → Tag toevoegen (+).',
    outsideFilter:
      'Kontots taggar eller filter utesluter det här företaget. Lägg till taggen på kunden: Instellingen → Beheer → Debiteur beheer → Tag toevoegen (+).',
    noAccess:
      'Kontot får inte se det här företaget eller de här medarbetarna. Ge kontots användare åtkomst till företaget: Instellingen → Gebruikers.',
    giveFacts: 'Fyll i de här uppgifterna och kontrollera igen.',
    correctFacts: 'Rätta de här uppgifterna och kontrollera igen.',
    compareByHand: 'Jämför de här uppgifterna med Nmbrs själv; kontot kunde inte läsa dem.',
    rest: {
      noCompany:
        'Medgivandet gäller inte det här företaget. Kontrollera dess id och om inloggningen som gav medgivandet ser företaget i Nmbrs.',
      outsideConsent:
        'Nmbrs nekar de här läsningarna, fast behörigheterna (scopes) för dem är beviljade. Kontrollera om inloggningen som gav medgivandet ser det här företaget i Nmbrs.',
      notShown:
        'Det är inte visat att de här läsningarna är öppna. Kontrollera igen; fråga Nmbrs om anropet hör till appens produkt om det förblir så.',
      ask: 'Fråga {consumer} vad som behövs över REST, och om arbetsgivaren måste ge medgivande till en app från {consumer}. Anropen över SOAP upphör 2027-03-01.',
      addScopes:
        'Låt lägga till de här behörigheterna (scopes) i appen i Nmbrs partnerportal och i nmbrs.rest.scopes: {scopes}. Låt sedan arbetsgivaren ge medgivande på nytt: nmbrs-sync auth login --connection {connection}. Finns de redan där, kontrollera om inloggningen som gav medgivandet ser det här företaget i Nmbrs.',
    },
    ways: {
      'no-employee':
        'Det är inte visat att de här anropen är öppna: företaget har ingen medarbetare att prova med. Kontrollera igen med ett företag som har en, eller när det finns en.',
      'no-run':
        'Det är inte visat att de här anropen är öppna: företaget har ingen lönekörning att prova med. Kontrollera igen efter den första körningen.',
      'no-company':
        'Det är inte visat att de här anropen är öppna: det finns inget företag att prova med. Ange ett med --company.',
      'no-debtor':
        'Det är inte visat att de här anropen är öppna: företagets kund går inte att hitta med det här kontot. Titta efter dem i mallen.',
      'no-period':
        'Det är inte visat att de här anropen är öppna: företagets aktuella period går inte att läsa. Slå på Company_GetCurrentPeriod och kontrollera igen.',
      'no-task':
        'Det är inte visat att de här anropen är öppna: bakgrundsrapporten kom inte i gång. Slå först på anropet som startar den och kontrollera igen.',
      'no-subject': 'De här anropen behöver något som inte går att ta reda på. Titta efter dem i mallen.',
      'not-described':
        'Programmet känner inte till parametrarna för de här anropen. Titta efter dem i mallen.',
      stopped: 'Kontrollen hann inte till de här anropen. Kontrollera igen.',
      failed:
        'De här anropen gav inget användbart svar. Kontrollera igen; händer det på nytt, titta efter dem i mallen.',
    },
  },
  da: {
    templateMenu:
      'Instellingen → Gebruikers → Template Users → API-ikonet ved skabelonen for denne konto → skærmbilledet “Webservices rights edit”',
    switchOn: 'Slå disse kald til i Nmbrs: {menu} → {service} → Active.',
    askWhetherNeeded:
      'Disse kald er slået fra; de kræves ikke for denne slags konto. Spørg modtageren, om de er nødvendige.',
    lookAtWrites:
      'Se selv efter, om disse kald er slået til; de ændrer noget og prøves derfor aldrig: {menu} → {service} → Active.',
    wrongCredentials:
      'Nmbrs lukker ikke kontoen ind. Kontrollér brugernavn, token og domæne: figuren øverst til højre → Gebruiker profiel → API-Token. Kontrollér derefter igen.',
    noSubscription:
      'Kontoen er lukket eller har intet gyldigt abonnement. Spørg Nmbrs, og kontrollér derefter igen.',
    nothingAnswered:
      'Nmbrs svarede ikke. Kontrollér netværket og adressen på Nmbrs i forbindelsen, og kontrollér derefter igen.',
    noCompany:
      'Kontoen ser ikke denne virksomhed. Kontrollér virksomhedens id, og om debitoren har kontoens tag: Instellingen → Beheer → Debiteur beheer → Tag toevoegen (+).',
    outsideFilter:
      'Kontoens tags eller filtre udelukker denne virksomhed. Sæt tagget på debitoren: Instellingen → Beheer → Debiteur beheer → Tag toevoegen (+).',
    noAccess:
      'Kontoen må ikke se denne virksomhed eller disse medarbejdere. Giv kontoens bruger adgang til virksomheden: Instellingen → Gebruikers.',
    giveFacts: 'Udfyld disse oplysninger, og kontrollér igen.',
    correctFacts: 'Ret disse oplysninger, og kontrollér igen.',
    compareByHand: 'Sammenlign selv disse oplysninger med Nmbrs; kontoen kunne ikke læse dem.',
    rest: {
      noCompany:
        'Samtykket gælder ikke denne virksomhed. Kontrollér dens id, og om det login, der gav samtykket, ser virksomheden i Nmbrs.',
      outsideConsent:
        'Nmbrs afviser disse læsninger, selv om rettighederne (scopes) til dem er givet. Kontrollér, om det login, der gav samtykket, ser denne virksomhed i Nmbrs.',
      notShown:
        'Det er ikke vist, at disse læsninger er åbne. Kontrollér igen; bliver det ved, så spørg Nmbrs, om kaldet hører til appens produkt.',
      ask: 'Spørg {consumer}, hvad der er brug for over REST, og om arbejdsgiveren skal give samtykke til en app fra {consumer}. Kaldene over SOAP ophører 2027-03-01.',
      addScopes:
        'Få disse rettigheder (scopes) føjet til appen i Nmbrs’ partnerportal og til nmbrs.rest.scopes: {scopes}. Lad derefter arbejdsgiveren give samtykke igen: nmbrs-sync auth login --connection {connection}. Er de der allerede, så kontrollér, om det login, der gav samtykket, ser denne virksomhed i Nmbrs.',
    },
    ways: {
      'no-employee':
        'Det er ikke vist, at disse kald er åbne: virksomheden har ingen medarbejder at prøve med. Kontrollér igen med en virksomhed, der har en, eller når der er en.',
      'no-run':
        'Det er ikke vist, at disse kald er åbne: virksomheden har ingen lønkørsel at prøve med. Kontrollér igen efter den første kørsel.',
      'no-company':
        'Det er ikke vist, at disse kald er åbne: der er ingen virksomhed at prøve med. Angiv en med --company.',
      'no-debtor':
        'Det er ikke vist, at disse kald er åbne: virksomhedens debitor kan ikke findes med denne konto. Se efter dem i skabelonen.',
      'no-period':
        'Det er ikke vist, at disse kald er åbne: virksomhedens aktuelle periode kan ikke læses. Slå Company_GetCurrentPeriod til, og kontrollér igen.',
      'no-task':
        'Det er ikke vist, at disse kald er åbne: baggrundsrapporten kom ikke i gang. Slå først kaldet til, som starter den, og kontrollér igen.',
      'no-subject': 'Disse kald kræver noget, der ikke kan findes frem. Se efter dem i skabelonen.',
      'not-described': 'Programmet kender ikke parametrene for disse kald. Se efter dem i skabelonen.',
      stopped: 'Kontrollen nåede ikke til disse kald. Kontrollér igen.',
      failed:
        'Disse kald gav intet brugbart svar. Kontrollér igen; sker det igen, så se efter dem i skabelonen.',
    },
  },
})
