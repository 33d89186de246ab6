import type { FindingTexts } from './finding-text.js'

/** The words of the findings that planning makes in Swedish. No native speaker has read them yet. */
export const sv: FindingTexts = {
  'match-ambiguous': {
    message:
      'Mer än en medarbetare i Nmbrs kan vara den här personen, eller så är två personer kanske en medarbetare; ingen har kopplats',
    remedy: 'Välj en: nmbrs-sync match {id} TARGET',
  },
  'match-target-taken': {
    message: 'Den medarbetare i Nmbrs som stämmer med personen är kopplad till någon annan',
    remedy:
      'Om det är en person med två poster i AlexisHR, utelämna en: nmbrs-sync ignore {id} --reason TEXT',
  },
  'match-contradicts': {
    message:
      'Den medarbetare i Nmbrs som en regel hittade skiljer sig i uppgifter som håller isär personer; ingen har kopplats',
    remedy:
      'Jämför de två: nmbrs-sync explain {id} --show-values. Samma person: nmbrs-sync match {id} TARGET --force --reason TEXT; någon annan: nmbrs-sync match {id} --new',
  },
  'match-possible-duplicate': {
    message: 'Någon är så lik den här personen att en medarbetare kan bli dubbel',
    remedy:
      'Jämför dem: nmbrs-sync explain {id} --show-values. Samma person: nmbrs-sync match {id} TARGET; olika personer: nmbrs-sync match {id} --new',
  },
  'match-target-unread': {
    message:
      'Nmbrs har medarbetare vars personuppgifter inte kunde läsas; en av dem kan vara den här personen, så ingen skapas',
    remedy: 'Titta på dem i Nmbrs. Om personen inte är någon av dem: nmbrs-sync match {id} --new',
  },
  'possible-second-employee': {
    message: 'Nmbrs har en annan medarbetare som liknar personen och inte är kopplad till någon',
    remedy: 'Jämför dem i Nmbrs. Om det är samma person två gånger, avsluta den överflödiga där',
  },
  'link-review': {
    message:
      'En tidigare version kopplade personen med en regel och skrev ett förnamn eller födelsedatum till Nmbrs vid första kontakten; medarbetaren kan ha varit någon annan',
    remedy:
      'Se listan och jämför med vad löneavdelningen har på papper: nmbrs-sync worklist --review. En person: nmbrs-sync match {id} TARGET; två personer: nmbrs-sync disconnect {id}',
  },
  'create-unresolved': {
    message: 'Ett tidigare skapande fick inget svar, och flera medarbetare i Nmbrs kan vara resultatet',
    remedy: 'Välj en: nmbrs-sync match {id} TARGET, eller ingen: nmbrs-sync match {id} --new',
  },
  'create-recovered': {
    message: 'Ett tidigare skapande fick inget svar; medarbetaren hittades i Nmbrs och är kopplad',
    remedy: 'Inget behöver göras',
  },
  'link-dangling': {
    message: 'Den kopplade medarbetaren finns inte längre i företaget i Nmbrs; inget skrivs eller skapas',
    remedy:
      'Efter ett byte mellan SOAP och REST: nmbrs-sync cutover prepare. Avsluta annars kopplingen: nmbrs-sync disconnect {id}; sedan, om det finns en annan post: nmbrs-sync match {id} TARGET',
  },
  'link-disconnected': {
    message: 'Bortkopplad för hand, och förblir det',
    remedy: 'För att koppla igen: nmbrs-sync match {id} TARGET',
  },
  'person-ignored': {
    message: 'Utelämnad för hand',
    remedy: 'För att ta med personen igen: nmbrs-sync ignore {id} --undo',
  },
  'first-contact': {
    message: 'Nmbrs hade redan {section}, med andra värden; inget skrivs över vid första kontakten',
    remedy: 'Gör båda sidor lika i Nmbrs eller AlexisHR; detaljer: nmbrs-sync explain {id} --show-values',
  },
  conflict: {
    message: '{field} har ändrats både i AlexisHR och i Nmbrs sedan de senast stämde överens',
    remedy: 'Gör båda sidor lika; detaljer: nmbrs-sync explain {id} --show-values',
  },
  drift: {
    message: '{field} har ändrats i Nmbrs; värdet i Nmbrs behålls',
    remedy:
      'Låt det stå: nmbrs-sync drift --accept-target {id}; eller skicka värdet från AlexisHR igen: nmbrs-sync drift --restore-source {id}',
  },
  'start-date-differs': {
    message: 'Anställningsdatumet i Nmbrs är ett annat än i AlexisHR; det ändras inte',
    remedy: 'Rätta den sida som är fel, eller ange employment.updateStartDate i konfigurationen',
  },
  'employee-number-taken': {
    message: 'En annan medarbetare i Nmbrs har redan det här anställningsnumret, så det skickas inte',
    remedy: 'Rätta numret på en av sidorna; detaljer: nmbrs-sync explain {id} --show-values',
  },
  'house-number-separate': {
    message: 'Nmbrs har husnumret för sig; om hela raden skickas som Street skulle det stå två gånger',
    remedy:
      'Mappa HouseNumber med transform houseNumber och Street med transform streetName, sedan: nmbrs-sync mappings check',
  },
  'address-incomplete': {
    message: 'Adressen i AlexisHR har ändrats och saknar gata, postnummer eller ort, så inget av den skickas',
    remedy:
      'Komplettera adressen i AlexisHR; nästa körning skickar den. Båda sidor: nmbrs-sync explain {id} --show-values',
  },
  'address-country-unclear': {
    message:
      'Adressen i AlexisHR har ändrats och anger inget land, och postnumret hör inte till landet i Nmbrs',
    remedy: 'Fyll i landet i AlexisHR; nästa körning skickar adressen',
  },
  'postal-code-invalid': {
    message: 'Den nya adressen är i Nederländerna och postnumret är inte fyra siffror och två bokstäver',
    remedy: 'Rätta postnumret eller landet i AlexisHR; nästa körning skickar adressen',
  },
  'write-not-confirmed': {
    message: 'Nmbrs behöll {field} från den gamla adressen när en ny skrevs, så de två kan stå blandade där',
    remedy:
      'Töm det i Nmbrs; det som hör till den nya adressen kan fyllas i efter nästa körning: nmbrs-sync sync --employee {id}',
  },
  'address-ambiguous': {
    message: 'Nmbrs har mer än en aktuell hemadress för personen, så ingen av dem ändras',
    remedy: 'Lämna en aktuell hemadress i Nmbrs, sedan: nmbrs-sync sync --employee {id}',
  },
  'address-next-period': {
    message:
      'I den här löneperioden börjar redan en hemadress gälla, och det är känt att Nmbrs inte tar emot en andra; ändringen skickas i nästa period',
    remedy: 'Inget behöver göras, eller gör ändringen i Nmbrs; nästa körning ser den',
  },
  'address-again': {
    message:
      'I den här löneperioden börjar redan en hemadress gälla, och det är inte känt om Nmbrs tar emot en andra',
    remedy:
      'Inget behöver göras. Om Nmbrs avvisar den, ändra adressen i Nmbrs, eller vänta: den skickas igen i nästa löneperiod',
  },
  'name-prefix-separate': {
    message: 'Nmbrs har namnprefixet för sig; om hela efternamnet skickas skulle det stå två gånger',
    remedy: 'Ändra namnet i Nmbrs eller mappa Prefix; detaljer: nmbrs-sync explain {id} --show-values',
  },
  'iban-invalid': {
    message: '{field} på bankkontot ser ut som ett IBAN, men kontrollsiffrorna eller längden stämmer inte',
    remedy: 'Rätta det i AlexisHR; nästa körning tar med det',
  },
  'bic-invalid': {
    message: 'BIC hör inte till någon bank i landet för IBAN, så inget av bankkontot skickas',
    remedy: 'Rätta BIC i AlexisHR eller töm fältet; nästa körning tar med det',
  },
  'account-number-invalid': {
    message: 'Kontonumret innehåller något annat än siffror och skiljetecken, eller är inte det i IBAN',
    remedy: 'Rätta numret i AlexisHR eller töm fältet; nästa körning tar med det',
  },
  'bank-account-ambiguous': {
    message: 'Nmbrs har flera bankkonton av typen Standaard, och det är oklart vilket som ska ersättas',
    remedy: 'Lämna ett Standaard-konto i Nmbrs, sedan: nmbrs-sync sync --employee {id}',
  },
  'current-row-ambiguous': {
    message:
      'Nmbrs har två olika poster för {section} i samma period och anger inte vilken som fördes in sist; inget av det skrivs',
    remedy: 'Ta bort den felaktiga posten i Nmbrs, sedan: nmbrs-sync sync --employee {id}',
  },
  'before-current-period': {
    message:
      'Startdagen för {section} ligger före den aktuella löneperioden, vilket får Nmbrs att räkna om betalda perioder',
    remedy:
      'För in det för hand i Nmbrs, se: nmbrs-sync worklist; eller tillåt det för en körning: nmbrs-sync sync --allow-past-periods --employee {id}',
  },
  'period-unreadable': {
    message: 'Företagets aktuella löneperiod gick inte att förstå, så inget med ett startdatum skickas',
    remedy: 'Kör nmbrs-sync doctor och rapportera perioden som visas',
  },
  'salary-in-future': {
    message:
      'En lön i AlexisHR börjar gälla efter den aktuella löneperioden; den skickas när dess period är inne',
    remedy:
      'Inget behöver göras; för att skicka den tidigare, ange salary.lookAheadDays i konfigurationen, sedan: nmbrs-sync config check',
  },
  'salary-withdrawn': {
    message:
      'En lön som har skickats till Nmbrs finns inte längre i AlexisHR den dagen, och Nmbrs fortsätter att betala den',
    remedy:
      'Se båda raderna: nmbrs-sync explain {id} --show-values; det som bara löneavdelningen kan ångra: nmbrs-sync worklist',
  },
  'section-unreadable': {
    message: 'Det gick inte att läsa {section} från Nmbrs, så inget av det skrivs',
    remedy: 'Kontrollera kontots rättigheter: nmbrs-sync doctor',
  },
  'not-supported': {
    message: 'Anslutningen till Nmbrs har inget anrop som ändrar {section}',
    remedy: 'Gör ändringen i Nmbrs; nästa körning ser den',
  },
  'identity-first-contact': {
    message:
      'En regel kopplade personen, och AlexisHR har ett annat namn eller födelsedatum än Nmbrs; de i Nmbrs står kvar tills någon beslutar',
    remedy: 'Se vilken ändring som väntar: nmbrs-sync holds',
  },
  'identity-changed': {
    message:
      'AlexisHR skulle göra den här medarbetaren i Nmbrs till en annan person: födelsedatumet, för- och efternamnet eller hela efternamnet skiljer sig; inget av det skickas förrän någon beslutar',
    remedy: 'Se vilken ändring som väntar: nmbrs-sync holds',
  },
  'date-time-unclear': {
    message:
      'AlexisHR har ett datum med en tid som varken i UTC eller i konfigurationens tidszon är midnatt; dagen är alltså inte säker, och {section} skickas inte',
    remedy: 'Fyll i dagen på nytt i AlexisHR. Nästa körning tar med det',
  },
  'birth-date-implausible': {
    message:
      'Födelsedatumet ligger i framtiden, eller gör personen yngre än 13 eller äldre än 100 när anställningen börjar',
    remedy: 'Se vilken ändring som väntar: nmbrs-sync holds',
  },
  'hire-date-implausible': {
    message:
      'Anställningsdatumet ligger längre från i dag än holds.hireDate tillåter, eller passar inte med födelsedatumet',
    remedy: 'Se vilken ändring som väntar: nmbrs-sync holds',
  },
  'name-implausible': {
    message: 'För- eller efternamnet innehåller ingen bokstav',
    remedy: 'Se vilken ändring som väntar: nmbrs-sync holds',
  },
  'bank-account-changed': {
    message:
      'AlexisHR har ett annat bankkonto än Nmbrs; ingen lön betalas till det nya kontot förrän någon godkänner det',
    remedy: 'Se vilken ändring som väntar: nmbrs-sync holds',
  },
  'salary-change-large': {
    message: 'Lönen ändras med mer än salaryChangePercent tillåter utan godkännande',
    remedy: 'Se vilken ändring som väntar: nmbrs-sync holds',
  },
  'salary-type-changed': {
    message: 'Lönen blir av en annan typ, så de två beloppen går inte att jämföra',
    remedy: 'Se vilken ändring som väntar: nmbrs-sync holds',
  },
  'salary-by-table': {
    message:
      'Nmbrs bestämmer personens lön med en lönetabell och ett steg, och AlexisHR har ett annat belopp eller en annan dag',
    remedy: 'Se vilken ändring som väntar: nmbrs-sync holds',
  },
  'salary-before-employment': {
    message: 'Lönen skulle börja gälla före anställningen',
    remedy: 'Se vilken ändring som väntar: nmbrs-sync holds',
  },
  'salary-period-differs': {
    message:
      'AlexisHR har ett belopp per månad och företaget betalar per vecka eller fyra veckor, så beloppet skickas inte som det är',
    remedy: 'Se vilken ändring som väntar: nmbrs-sync holds',
  },
  'salary-implausible': {
    message: 'Lönen är noll, eller en första lön utanför vad holds.salaryBounds räknar som vanligt',
    remedy: 'Se vilken ändring som väntar: nmbrs-sync holds',
  },
  'salary-full-time-rate': {
    message:
      'Beloppet gäller heltid, och AlexisHR har en annan sysselsättningsgrad än 100 % för personen; Nmbrs betalar efter sin egen sysselsättningsgrad, som inte hålls uppdaterad',
    remedy: 'Kontrollera sysselsättningsgraden i Nmbrs',
  },
  'salary-rate-changed': {
    message:
      'Sysselsättningsgraden har ändrats i AlexisHR men inte lönebeloppet; beloppet, eller sysselsättningsgraden i Nmbrs, kan ha glömts',
    remedy:
      'Rätta beloppet i AlexisHR eller procenten i Nmbrs; om allt stämmer: nmbrs-sync drift --accept-target {id} --section salary',
  },
  'iban-shared': {
    message: 'AlexisHR har samma bankkonto för någon annan i företaget',
    remedy:
      'Rätta det som är fel i AlexisHR; om de verkligen delar kontot, godkänn ändringen: nmbrs-sync holds',
  },
  'hold-rejected': {
    message: 'Någon har avvisat {section} från AlexisHR, så det skickas inte',
    remedy: 'Rätta det i AlexisHR; för att ta tillbaka avvisningen: nmbrs-sync holds',
  },
  'write-refused': {
    message:
      'Nmbrs avvisade {section} i en tidigare körning, och det skickas inte igen förrän ett värde eller löneperioden ändras',
    remedy:
      'Gör det i Nmbrs, se: nmbrs-sync worklist; eller låt det skickas en gång till: nmbrs-sync worklist retry {id}',
  },
  'employee-to-complete': {
    message:
      'Medarbetaren har skapats och saknar det som bara löneavdelningen kan fylla i: BSN, skattetabell, identitetshandling, arbetsschema och sysselsättningsgrad',
    remedy: 'Komplettera medarbetaren i Nmbrs, sedan: nmbrs-sync worklist done {id}',
  },
  'write-left-open': {
    message:
      'En tidigare ändring ({section}) fick inget svar, och personen omfattas inte längre av anslutningen; ingen ser alltså efter hur det gick',
    remedy: 'Titta på medarbetaren i Nmbrs och rätta det där, sedan: nmbrs-sync disconnect {id}',
  },
  'creation-left-open': {
    message:
      'Ett tidigare skapande fick inget svar, och personen omfattas inte längre av anslutningen; ingen ser alltså efter hur det gick',
    remedy:
      'Leta efter medarbetaren i Nmbrs. Om personen kommer tillbaka ser nästa körning efter innan den skapar: nmbrs-sync sync',
  },
  'depends-on-failed': {
    message: 'Väntar på en annan ändring för personen som inte gick igenom',
    remedy: 'Se den ändringen: nmbrs-sync explain {id}',
  },
  rehired: {
    message:
      'Anställningen i Nmbrs är avslutad och AlexisHR har en som börjar senare; inget skickas förrän den nya finns i Nmbrs',
    remedy: 'För in den nya anställningen i Nmbrs; nästa körning fortsätter av sig själv',
  },
  'employment-ended': {
    message:
      'Anställningen i Nmbrs är avslutad, och de sista utbetalningarna och årsuppgiften behöver ännu det som Nmbrs har; därför väntar {section}',
    remedy: 'Se vilken ändring som väntar: nmbrs-sync holds',
  },
  'salary-off-payroll': {
    message:
      'Nmbrs har personen som sökande, nyanställd eller extern och inte på lönelistan, så lönen väntar',
    remedy: 'Se vilken ändring som väntar: nmbrs-sync holds',
  },
  'salary-after-end': {
    message: 'Lönen skulle börja gälla efter anställningens sista dag i Nmbrs och skickas aldrig',
    remedy:
      'Om personen arbetar vidare, för in anställningen eller dess nya slutdatum i Nmbrs; annars avsluta den i AlexisHR. Båda sidor: nmbrs-sync explain {id} --show-values',
  },
  'left-service': {
    message: 'Personen har slutat enligt AlexisHR, och anställningen i Nmbrs har inget slutdatum',
    remedy: 'För in den sista dagen i Nmbrs. Om det är rätt som det är: nmbrs-sync ignore {id} --reason TEXT',
  },
  'gone-from-source': {
    message:
      'Personen är kopplad och finns inte längre i AlexisHR, och anställningen i Nmbrs har inget slutdatum',
    remedy:
      'Om personen har slutat, för in den sista dagen i Nmbrs. Om det är rätt som det är: nmbrs-sync ignore {id} --reason TEXT',
  },
  'left-scope': {
    message:
      'Personen är kopplad och omfattas inte längre av anslutningen, så inget hålls uppdaterat medan Nmbrs fortsätter att betala',
    remedy:
      'Om personen har lämnat företaget, för in den sista dagen i Nmbrs; annars se på companies och scope i konfigurationen. Om det är rätt som det är: nmbrs-sync ignore {id} --reason TEXT',
  },
  'moved-company': {
    message:
      'AlexisHR har personen i ett annat företag än det där personen är kopplad, och anställningen där har inget slutdatum i Nmbrs',
    remedy:
      'För in den sista dagen i det förra företaget i Nmbrs, och anställningen i det nya. Om det är rätt som det är: nmbrs-sync ignore {id} --reason TEXT',
  },
  'paid-twice': {
    message: 'Två företag i Nmbrs har en pågående anställning för personen, så båda skulle betala',
    remedy:
      'För in den sista dagen i Nmbrs för den som har slutat. Om båda är rätt, utelämna den förra: nmbrs-sync ignore {id} --reason TEXT',
  },
  'employments-overlap': {
    message: 'Nmbrs har mer än en pågående anställning för personen i samma företag',
    remedy: 'Titta på anställningarna i Nmbrs och avsluta den överflödiga',
  },
  'not-on-payroll': {
    message: 'Den kopplade medarbetaren i Nmbrs är inte på lönelistan',
    remedy: 'Titta på medarbetaren i Nmbrs; en lön väntar tills medarbetaren är på lönelistan',
  },
}
