import type { FindingTexts } from './finding-text.js'

/** The words of the findings that planning makes in Dutch. */
export const nl: FindingTexts = {
  'match-ambiguous': {
    message:
      'Meer dan één medewerker in Nmbrs kan deze persoon zijn, of twee personen zijn misschien één medewerker; er is niemand gekoppeld',
    remedy: 'Kies er een: nmbrs-sync match {id} TARGET',
  },
  'match-target-taken': {
    message: 'De medewerker in Nmbrs die bij deze persoon past, is aan iemand anders gekoppeld',
    remedy:
      'Is dit één persoon met twee records in AlexisHR, laat er dan een weg: nmbrs-sync ignore {id} --reason TEXT',
  },
  'match-contradicts': {
    message:
      'De medewerker in Nmbrs die een regel heeft gevonden, verschilt op gegevens waaraan je mensen herkent; er is niemand gekoppeld',
    remedy:
      'Vergelijk de twee: nmbrs-sync explain {id} --show-values. Dezelfde persoon: nmbrs-sync match {id} TARGET --force --reason TEXT; iemand anders: nmbrs-sync match {id} --new',
  },
  'match-possible-duplicate': {
    message: 'Er is iemand die zo veel op deze persoon lijkt dat er een dubbele medewerker kan ontstaan',
    remedy:
      'Vergelijk ze: nmbrs-sync explain {id} --show-values. Dezelfde persoon: nmbrs-sync match {id} TARGET; verschillende personen: nmbrs-sync match {id} --new',
  },
  'match-target-unread': {
    message:
      'In Nmbrs staan medewerkers van wie de persoonsgegevens niet te lezen zijn; een van hen kan deze persoon zijn, dus er wordt niemand aangemaakt',
    remedy: 'Bekijk ze in Nmbrs. Is deze persoon er niet bij: nmbrs-sync match {id} --new',
  },
  'possible-second-employee': {
    message: 'Nmbrs heeft nog een medewerker die op deze persoon lijkt en aan niemand is gekoppeld',
    remedy:
      'Vergelijk ze in Nmbrs. Is het één persoon die er dubbel in staat, beëindig daar dan de overbodige',
  },
  'link-review': {
    message:
      'Een eerdere versie heeft deze persoon met een regel gekoppeld en bij het eerste contact een voornaam of geboortedatum in Nmbrs gezet; misschien was de medewerker iemand anders',
    remedy:
      'Bekijk de lijst en vergelijk met wat de loonadministratie op papier heeft: nmbrs-sync worklist --review. Eén persoon: nmbrs-sync match {id} TARGET; twee personen: nmbrs-sync disconnect {id}',
  },
  'create-unresolved': {
    message:
      'Op een eerdere aanmaak kwam geen antwoord, en meerdere medewerkers in Nmbrs kunnen het resultaat zijn',
    remedy: 'Kies er een: nmbrs-sync match {id} TARGET, of geen: nmbrs-sync match {id} --new',
  },
  'create-recovered': {
    message: 'Op een eerdere aanmaak kwam geen antwoord; de medewerker is in Nmbrs gevonden en gekoppeld',
    remedy: 'Er hoeft niets te gebeuren',
  },
  'link-dangling': {
    message:
      'De gekoppelde medewerker staat niet meer in het bedrijf in Nmbrs; er wordt niets gewijzigd of aangemaakt',
    remedy:
      'Na een overstap tussen SOAP en REST: nmbrs-sync cutover prepare. Beëindig anders de koppeling: nmbrs-sync disconnect {id}; daarna, als er een andere medewerker is: nmbrs-sync match {id} TARGET',
  },
  'link-disconnected': {
    message: 'Met de hand ontkoppeld, en dat blijft zo',
    remedy: 'Om opnieuw te koppelen: nmbrs-sync match {id} TARGET',
  },
  'person-ignored': {
    message: 'Met de hand weggelaten',
    remedy: 'Om deze persoon weer mee te nemen: nmbrs-sync ignore {id} --undo',
  },
  'first-contact': {
    message: 'Nmbrs had {section} al, en met andere waarden; bij het eerste contact wordt niets overschreven',
    remedy: 'Maak beide kanten gelijk in Nmbrs of AlexisHR; details: nmbrs-sync explain {id} --show-values',
  },
  conflict: {
    message: '{field} is zowel in AlexisHR als in Nmbrs gewijzigd sinds de twee gelijk waren',
    remedy: 'Maak beide kanten gelijk; details: nmbrs-sync explain {id} --show-values',
  },
  drift: {
    message: '{field} is in Nmbrs gewijzigd; de waarde van Nmbrs blijft staan',
    remedy:
      'Laat het zo: nmbrs-sync drift --accept-target {id}; of stuur de waarde van AlexisHR opnieuw: nmbrs-sync drift --restore-source {id}',
  },
  'start-date-differs': {
    message: 'De datum in dienst is in Nmbrs een andere dan in AlexisHR; hij wordt niet gewijzigd',
    remedy: 'Verbeter de kant die fout is, of zet employment.updateStartDate aan in de configuratie',
  },
  'employee-number-taken': {
    message: 'Een andere medewerker in Nmbrs heeft dit personeelsnummer al, dus het wordt niet verstuurd',
    remedy: 'Verbeter het nummer aan een van beide kanten; details: nmbrs-sync explain {id} --show-values',
  },
  'house-number-separate': {
    message: 'Nmbrs heeft het huisnummer apart; met de hele regel als Street zou het er dubbel staan',
    remedy:
      'Koppel HouseNumber met transform houseNumber en Street met transform streetName, daarna: nmbrs-sync mappings check',
  },
  'address-incomplete': {
    message:
      'Het adres in AlexisHR is gewijzigd en mist de straat, postcode of woonplaats, dus er wordt niets van verstuurd',
    remedy:
      'Vul het adres in AlexisHR aan; de volgende run verstuurt het. Beide kanten: nmbrs-sync explain {id} --show-values',
  },
  'address-country-unclear': {
    message:
      'Het adres in AlexisHR is gewijzigd en noemt geen land, en de postcode past niet bij het land in Nmbrs',
    remedy: 'Vul het land in AlexisHR in; de volgende run verstuurt het adres',
  },
  'postal-code-invalid': {
    message: 'Het nieuwe adres is in Nederland en de postcode is geen vier cijfers met twee letters',
    remedy: 'Verbeter de postcode of het land in AlexisHR; de volgende run verstuurt het adres',
  },
  'write-not-confirmed': {
    message:
      'Nmbrs heeft {field} van het oude adres laten staan toen er een nieuw adres is ingevoerd, dus daar staan de twee misschien door elkaar',
    remedy:
      'Maak het leeg in Nmbrs; wat bij het nieuwe adres hoort, kan na de volgende run worden ingevuld: nmbrs-sync sync --employee {id}',
  },
  'address-ambiguous': {
    message: 'Nmbrs heeft meer dan één huidig woonadres voor deze persoon, dus geen ervan wordt gewijzigd',
    remedy: 'Laat in Nmbrs één huidig woonadres staan, daarna: nmbrs-sync sync --employee {id}',
  },
  'address-next-period': {
    message:
      'In deze loonperiode gaat al een woonadres in, en bekend is dat Nmbrs geen tweede aanneemt; de wijziging wordt in de volgende periode verstuurd',
    remedy: 'Er hoeft niets te gebeuren, of voer de wijziging in Nmbrs in; de volgende run ziet het',
  },
  'address-again': {
    message:
      'In deze loonperiode gaat al een woonadres in, en het is niet bekend of Nmbrs een tweede aanneemt',
    remedy:
      'Er hoeft niets te gebeuren. Weigert Nmbrs het, wijzig het adres dan in Nmbrs, of wacht: in de volgende loonperiode wordt het opnieuw verstuurd',
  },
  'name-prefix-separate': {
    message: 'Nmbrs heeft het voorvoegsel apart; met de hele achternaam zou het voorvoegsel er dubbel staan',
    remedy: 'Wijzig de naam in Nmbrs of koppel Prefix; details: nmbrs-sync explain {id} --show-values',
  },
  'iban-invalid': {
    message:
      '{field} van de bankrekening lijkt op een IBAN, maar de controlecijfers of de lengte kloppen niet',
    remedy: 'Verbeter het in AlexisHR; de volgende run neemt het mee',
  },
  'bic-invalid': {
    message:
      'De BIC is niet van een bank in het land van het IBAN, dus er wordt niets van de bankrekening verstuurd',
    remedy: 'Verbeter de BIC in AlexisHR of maak hem leeg; de volgende run neemt het mee',
  },
  'account-number-invalid': {
    message:
      'In het rekeningnummer staat iets anders dan cijfers en scheidingstekens, of het is niet dat van de IBAN',
    remedy: 'Verbeter het nummer in AlexisHR of maak het leeg; de volgende run neemt het mee',
  },
  'bank-account-ambiguous': {
    message:
      'Nmbrs heeft meerdere bankrekeningen van het type Standaard, en het is niet duidelijk welke vervangen moet worden',
    remedy: 'Laat in Nmbrs één Standaard-rekening staan, daarna: nmbrs-sync sync --employee {id}',
  },
  'current-row-ambiguous': {
    message:
      'Nmbrs heeft voor dezelfde periode twee verschillende records van {section} en zegt niet welk het laatst is ingevoerd; er wordt niets van gewijzigd',
    remedy: 'Verwijder het verkeerde record in Nmbrs, daarna: nmbrs-sync sync --employee {id}',
  },
  'before-current-period': {
    message:
      'De ingangsdatum voor {section} ligt vóór de huidige loonperiode, waardoor Nmbrs betaalde perioden zou herrekenen',
    remedy:
      'Voer het zelf in Nmbrs in, zie: nmbrs-sync worklist; of sta het voor één run toe: nmbrs-sync sync --allow-past-periods --employee {id}',
  },
  'period-unreadable': {
    message:
      'De huidige loonperiode van het bedrijf is niet te begrijpen, dus er wordt niets met een ingangsdatum verstuurd',
    remedy: 'Voer nmbrs-sync doctor uit en meld de periode die daar staat',
  },
  'salary-in-future': {
    message:
      'Een salaris in AlexisHR gaat in na de huidige loonperiode; het wordt verstuurd zodra die periode er is',
    remedy:
      'Er hoeft niets te gebeuren; om het eerder te versturen, stel salary.lookAheadDays in de configuratie in, daarna: nmbrs-sync config check',
  },
  'salary-withdrawn': {
    message:
      'Een salaris dat naar Nmbrs is verstuurd, staat op die dag niet meer in AlexisHR, en Nmbrs blijft het uitbetalen',
    remedy:
      'Bekijk beide records: nmbrs-sync explain {id} --show-values; wat alleen de loonadministratie kan terugdraaien: nmbrs-sync worklist',
  },
  'section-unreadable': {
    message: 'Het lezen van {section} uit Nmbrs is mislukt, dus er wordt niets van gewijzigd',
    remedy: 'Controleer de rechten van het account: nmbrs-sync doctor',
  },
  'not-supported': {
    message: 'De verbinding met Nmbrs heeft geen call om {section} te wijzigen',
    remedy: 'Voer de wijziging in Nmbrs in; de volgende run ziet het',
  },
  'identity-first-contact': {
    message:
      'Een regel heeft deze persoon gekoppeld, en AlexisHR heeft een andere naam of geboortedatum dan Nmbrs; die van Nmbrs blijven staan tot iemand beslist',
    remedy: 'Kijk welke wijziging wacht: nmbrs-sync holds',
  },
  'identity-changed': {
    message:
      'AlexisHR zou van deze medewerker in Nmbrs een andere persoon maken: de geboortedatum, de voor- en achternaam of de hele achternaam verschilt; er wordt niets van verstuurd tot iemand beslist',
    remedy: 'Kijk welke wijziging wacht: nmbrs-sync holds',
  },
  'date-time-unclear': {
    message:
      'AlexisHR heeft een datum met een tijd die noch in UTC noch in de tijdzone van de configuratie middernacht is; de dag is dus niet zeker, en {section} wordt niet verstuurd',
    remedy: 'Voer de dag opnieuw in AlexisHR in. De volgende run neemt het mee',
  },
  'birth-date-implausible': {
    message:
      'De geboortedatum ligt in de toekomst, of de persoon zou bij indiensttreding jonger dan 13 of ouder dan 100 zijn',
    remedy: 'Kijk welke wijziging wacht: nmbrs-sync holds',
  },
  'hire-date-implausible': {
    message:
      'De datum in dienst ligt verder van vandaag dan holds.hireDate toestaat, of past niet bij de geboortedatum',
    remedy: 'Kijk welke wijziging wacht: nmbrs-sync holds',
  },
  'name-implausible': {
    message: 'In de voor- of achternaam staat geen letter',
    remedy: 'Kijk welke wijziging wacht: nmbrs-sync holds',
  },
  'bank-account-changed': {
    message:
      'AlexisHR heeft een andere bankrekening dan Nmbrs; er wordt niets op de nieuwe rekening betaald tot iemand dat goedkeurt',
    remedy: 'Kijk welke wijziging wacht: nmbrs-sync holds',
  },
  'salary-change-large': {
    message: 'Het salaris verandert meer dan salaryChangePercent zonder goedkeuring toestaat',
    remedy: 'Kijk welke wijziging wacht: nmbrs-sync holds',
  },
  'salary-type-changed': {
    message: 'Het salaris wordt van een andere soort, dus de twee bedragen zijn niet te vergelijken',
    remedy: 'Kijk welke wijziging wacht: nmbrs-sync holds',
  },
  'salary-by-table': {
    message:
      'Nmbrs bepaalt het salaris van deze persoon met een salaristabel en trede, en AlexisHR heeft een ander bedrag of een andere datum',
    remedy: 'Kijk welke wijziging wacht: nmbrs-sync holds',
  },
  'salary-before-employment': {
    message: 'Het salaris zou ingaan vóór het dienstverband',
    remedy: 'Kijk welke wijziging wacht: nmbrs-sync holds',
  },
  'salary-period-differs': {
    message:
      'AlexisHR heeft een bedrag per maand en dit bedrijf verloont per week of per vier weken, dus het bedrag wordt zo niet verstuurd',
    remedy: 'Kijk welke wijziging wacht: nmbrs-sync holds',
  },
  'salary-implausible': {
    message: 'Het salaris is nul, of een eerste salaris buiten wat holds.salaryBounds gewoon vindt',
    remedy: 'Kijk welke wijziging wacht: nmbrs-sync holds',
  },
  'salary-full-time-rate': {
    message:
      'Het bedrag is een fulltimebedrag, en AlexisHR heeft voor deze persoon een ander percentage dan 100 %; Nmbrs rekent met het eigen parttimepercentage, dat niet wordt bijgehouden',
    remedy: 'Controleer het parttimepercentage in Nmbrs',
  },
  'salary-rate-changed': {
    message:
      'Het percentage van het dienstverband is in AlexisHR gewijzigd en het salarisbedrag niet; misschien is het bedrag, of het parttimepercentage in Nmbrs, vergeten',
    remedy:
      'Verbeter het bedrag in AlexisHR of het percentage in Nmbrs; als alles klopt: nmbrs-sync drift --accept-target {id} --section salary',
  },
  'iban-shared': {
    message: 'AlexisHR heeft dezelfde bankrekening bij iemand anders van dit bedrijf',
    remedy:
      'Verbeter de verkeerde in AlexisHR; als ze de rekening echt delen, keur de wijziging goed: nmbrs-sync holds',
  },
  'hold-rejected': {
    message: 'Iemand heeft {section} uit AlexisHR afgewezen, dus dat wordt niet verstuurd',
    remedy: 'Verbeter het in AlexisHR; om de afwijzing terug te nemen: nmbrs-sync holds',
  },
  'write-refused': {
    message:
      'Nmbrs heeft {section} in een eerdere run geweigerd, en het wordt pas opnieuw verstuurd als een waarde of de loonperiode verandert',
    remedy:
      'Doe het zelf in Nmbrs, zie: nmbrs-sync worklist; of laat het nog een keer versturen: nmbrs-sync worklist retry {id}',
  },
  'employee-to-complete': {
    message:
      'De medewerker is aangemaakt en mist wat alleen de loonadministratie kan invullen: BSN, loonbelastingtabel, identiteitsbewijs, werkrooster en parttimepercentage',
    remedy: 'Vul de medewerker in Nmbrs aan, daarna: nmbrs-sync worklist done {id}',
  },
  'write-left-open': {
    message:
      'Op een eerdere wijziging ({section}) kwam geen antwoord, en deze persoon valt sindsdien niet meer onder de verbinding; niemand kijkt dus wat ervan geworden is',
    remedy: 'Bekijk de medewerker in Nmbrs en verbeter het daar, daarna: nmbrs-sync disconnect {id}',
  },
  'creation-left-open': {
    message:
      'Op een eerdere aanmaak kwam geen antwoord, en deze persoon valt sindsdien niet meer onder de verbinding; niemand kijkt dus wat ervan geworden is',
    remedy:
      'Zoek de medewerker in Nmbrs. Komt de persoon terug, dan kijkt de volgende run eerst en maakt daarna pas aan: nmbrs-sync sync',
  },
  'depends-on-failed': {
    message: 'Wacht op een andere wijziging van deze persoon die niet is gelukt',
    remedy: 'Bekijk die wijziging: nmbrs-sync explain {id}',
  },
  rehired: {
    message:
      'Het dienstverband in Nmbrs is beëindigd en AlexisHR heeft er een dat daarna ingaat; er wordt niets verstuurd totdat het nieuwe in Nmbrs staat',
    remedy: 'Voer het nieuwe dienstverband in Nmbrs in; de volgende run gaat vanzelf verder',
  },
  'employment-ended': {
    message:
      'Het dienstverband in Nmbrs is beëindigd, en de laatste betalingen en de jaaropgave hebben nog nodig wat Nmbrs heeft; {section} wacht daarom',
    remedy: 'Kijk welke wijziging wacht: nmbrs-sync holds',
  },
  'salary-off-payroll': {
    message:
      'Deze persoon staat in Nmbrs als sollicitant, nieuwe medewerker of extern, en niet op de loonlijst; het salaris wacht daarom',
    remedy: 'Kijk welke wijziging wacht: nmbrs-sync holds',
  },
  'salary-after-end': {
    message:
      'Het salaris zou ingaan na de laatste dag van het dienstverband in Nmbrs, en wordt nooit verstuurd',
    remedy:
      'Werkt de persoon door, voer dan het dienstverband of de nieuwe einddatum in Nmbrs in; zo niet, beëindig het in AlexisHR. Beide kanten: nmbrs-sync explain {id} --show-values',
  },
  'left-service': {
    message:
      'Deze persoon is volgens AlexisHR uit dienst, en het dienstverband in Nmbrs heeft geen einddatum',
    remedy: 'Voer de laatste dag in Nmbrs in. Als het zo klopt: nmbrs-sync ignore {id} --reason TEXT',
  },
  'gone-from-source': {
    message:
      'Deze persoon is gekoppeld en staat niet meer in AlexisHR, en het dienstverband in Nmbrs heeft geen einddatum',
    remedy:
      'Is de persoon uit dienst, voer dan de laatste dag in Nmbrs in. Als het zo klopt: nmbrs-sync ignore {id} --reason TEXT',
  },
  'left-scope': {
    message:
      'Deze persoon is gekoppeld en valt niet meer onder deze verbinding; er wordt dus niets meer bijgehouden terwijl Nmbrs blijft uitbetalen',
    remedy:
      'Is de persoon uit dienst, voer dan de laatste dag in Nmbrs in; zo niet, kijk naar companies en scope in de configuratie. Als het zo klopt: nmbrs-sync ignore {id} --reason TEXT',
  },
  'moved-company': {
    message:
      'AlexisHR heeft deze persoon in een ander bedrijf dan waarin de persoon is gekoppeld, en het dienstverband daar heeft in Nmbrs geen einddatum',
    remedy:
      'Voer in Nmbrs de laatste dag bij het vorige bedrijf in, en het dienstverband bij het nieuwe. Als het zo klopt: nmbrs-sync ignore {id} --reason TEXT',
  },
  'paid-twice': {
    message:
      'Twee bedrijven in Nmbrs hebben een lopend dienstverband van deze persoon, dus beide zouden uitbetalen',
    remedy:
      'Voer in Nmbrs de laatste dag in van het dienstverband dat is afgelopen. Kloppen beide, laat dan het vorige weg: nmbrs-sync ignore {id} --reason TEXT',
  },
  'employments-overlap': {
    message: 'Nmbrs heeft meer dan één lopend dienstverband van deze persoon in hetzelfde bedrijf',
    remedy: 'Bekijk de dienstverbanden in Nmbrs en beëindig het overbodige',
  },
  'not-on-payroll': {
    message: 'De gekoppelde medewerker in Nmbrs staat niet op de loonlijst',
    remedy: 'Bekijk de medewerker in Nmbrs; een salaris wacht tot de medewerker op de loonlijst staat',
  },
}
