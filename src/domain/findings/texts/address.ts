import type { FindingEntry } from '../entry.js'

/** Addresses, names and records that Nmbrs keeps in another form. */
export const addressFindings = {
  'house-number-separate': {
    severity: 'error',
    short: {
      en: 'Nmbrs keeps the house number apart',
      nl: 'Nmbrs heeft het huisnummer apart',
      sv: 'Nmbrs har husnumret för sig',
      da: 'Nmbrs har husnummeret for sig',
    },
    guide: { says: 'Nmbrs keeps the house number apart', remedy: 'Map `HouseNumber`, or correct one side' },
    message: {
      en: 'Nmbrs keeps the house number in a field of its own; sending the whole line as Street would print it twice',
      nl: 'Nmbrs heeft het huisnummer apart; met de hele regel als Street zou het er dubbel staan',
      sv: 'Nmbrs har husnumret för sig; om hela raden skickas som Street skulle det stå två gånger',
      da: 'Nmbrs har husnummeret for sig; sendes hele linjen som Street, ville det stå to gange',
    },
    remedy: {
      en: 'Map HouseNumber with transform houseNumber and Street with transform streetName, then: nmbrs-sync mappings check',
      nl: 'Koppel HouseNumber met transform houseNumber en Street met transform streetName, daarna: nmbrs-sync mappings check',
      sv: 'Mappa HouseNumber med transform houseNumber och Street med transform streetName, sedan: nmbrs-sync mappings check',
      da: 'Map HouseNumber med transform houseNumber og Street med transform streetName, og derefter: nmbrs-sync mappings check',
    },
  },
  'address-incomplete': {
    severity: 'error',
    short: {
      en: 'the new address is not complete',
      nl: 'het nieuwe adres is niet volledig',
      sv: 'den nya adressen är inte fullständig',
      da: 'den nye adresse er ikke fuldstændig',
    },
    guide: {
      says: 'An address changed and lacks its street, postal code or town',
      remedy: 'Complete it in AlexisHR',
    },
    message: {
      en: 'The address in AlexisHR changed and its street, postal code or town is missing, so the address is not sent',
      nl: 'Het adres in AlexisHR is gewijzigd en mist de straat, postcode of woonplaats, dus er wordt niets van verstuurd',
      sv: 'Adressen i AlexisHR har ändrats och saknar gata, postnummer eller ort, så inget av den skickas',
      da: 'Adressen i AlexisHR er ændret og mangler vej, postnummer eller by, så intet af den sendes',
    },
    remedy: {
      en: 'Complete the address in AlexisHR; the next run sends it. Both sides: nmbrs-sync explain {id} --show-values',
      nl: 'Vul het adres in AlexisHR aan; de volgende run verstuurt het. Beide kanten: nmbrs-sync explain {id} --show-values',
      sv: 'Komplettera adressen i AlexisHR; nästa körning skickar den. Båda sidor: nmbrs-sync explain {id} --show-values',
      da: 'Udfyld adressen i AlexisHR; næste kørsel sender den. Begge sider: nmbrs-sync explain {id} --show-values',
    },
  },
  'address-country-unclear': {
    severity: 'error',
    short: {
      en: 'the new address names no country',
      nl: 'het nieuwe adres noemt geen land',
      sv: 'den nya adressen anger inget land',
      da: 'den nye adresse angiver intet land',
    },
    guide: {
      says: 'An address changed, names no country, and Nmbrs has a country other than a known code',
      remedy: 'Fill in the country in AlexisHR',
    },
    message: {
      en: 'The address in AlexisHR changed and names no country, and its postal code does not fit the country in Nmbrs',
      nl: 'Het adres in AlexisHR is gewijzigd en noemt geen land, en de postcode past niet bij het land in Nmbrs',
      sv: 'Adressen i AlexisHR har ändrats och anger inget land, och postnumret hör inte till landet i Nmbrs',
      da: 'Adressen i AlexisHR er ændret og angiver intet land, og postnummeret hører ikke til landet i Nmbrs',
    },
    remedy: {
      en: 'Enter the country in AlexisHR; the next run sends the address',
      nl: 'Vul het land in AlexisHR in; de volgende run verstuurt het adres',
      sv: 'Fyll i landet i AlexisHR; nästa körning skickar adressen',
      da: 'Udfyld landet i AlexisHR; næste kørsel sender adressen',
    },
  },
  'postal-code-invalid': {
    severity: 'error',
    short: {
      en: 'that is not a Dutch postal code',
      nl: 'dat is geen Nederlandse postcode',
      sv: 'det är inget nederländskt postnummer',
      da: 'det er ikke et nederlandsk postnummer',
    },
    guide: {
      says: 'An address in the Netherlands changed, and its postal code is not a Dutch one',
      remedy: 'Correct it in AlexisHR',
    },
    message: {
      en: 'The new address is in the Netherlands and its postal code is not four digits and two letters',
      nl: 'Het nieuwe adres is in Nederland en de postcode is geen vier cijfers met twee letters',
      sv: 'Den nya adressen är i Nederländerna och postnumret är inte fyra siffror och två bokstäver',
      da: 'Den nye adresse er i Nederlandene, og postnummeret er ikke fire cifre og to bogstaver',
    },
    remedy: {
      en: 'Correct the postal code or the country in AlexisHR; the next run sends the address',
      nl: 'Verbeter de postcode of het land in AlexisHR; de volgende run verstuurt het adres',
      sv: 'Rätta postnumret eller landet i AlexisHR; nästa körning skickar adressen',
      da: 'Ret postnummeret eller landet i AlexisHR; næste kørsel sender adressen',
    },
  },
  'address-ambiguous': {
    severity: 'error',
    short: {
      en: 'Nmbrs holds several home addresses',
      nl: 'Nmbrs heeft meerdere woonadressen',
      sv: 'Nmbrs har flera hemadresser',
      da: 'Nmbrs har flere hjemmeadresser',
    },
    guide: { says: 'There are several current home addresses', remedy: 'Leave one in Nmbrs' },
    message: {
      en: 'Nmbrs has more than one current home address for this person, so none of them is changed',
      nl: 'Nmbrs heeft meer dan één huidig woonadres voor deze persoon, dus geen ervan wordt gewijzigd',
      sv: 'Nmbrs har mer än en aktuell hemadress för personen, så ingen av dem ändras',
      da: 'Nmbrs har mere end én nuværende hjemmeadresse for personen, så ingen af dem ændres',
    },
    remedy: {
      en: 'Leave one current home address in Nmbrs, then: nmbrs-sync sync --employee {id}',
      nl: 'Laat in Nmbrs één huidig woonadres staan, daarna: nmbrs-sync sync --employee {id}',
      sv: 'Lämna en aktuell hemadress i Nmbrs, sedan: nmbrs-sync sync --employee {id}',
      da: 'Lad én nuværende hjemmeadresse stå i Nmbrs, og derefter: nmbrs-sync sync --employee {id}',
    },
  },
  'address-next-period': {
    severity: 'error',
    waits: true,
    short: {
      en: 'waits for the next payroll period',
      nl: 'wacht op de volgende loonperiode',
      sv: 'väntar på nästa löneperiod',
      da: 'venter på den næste lønperiode',
    },
    guide: {
      says: 'It is known that Nmbrs takes no second address in one payroll period (`nmbrs.rest.known`)',
      remedy: 'Nothing: it is sent in the next period. Or change it in Nmbrs',
    },
    message: {
      en: 'A home address begins in this payroll period already, and it is known that Nmbrs takes no second one; the change is sent in the next period',
      nl: 'In deze loonperiode gaat al een woonadres in, en bekend is dat Nmbrs geen tweede aanneemt; de wijziging wordt in de volgende periode verstuurd',
      sv: 'I den här löneperioden börjar redan en hemadress gälla, och det är känt att Nmbrs inte tar emot en andra; ändringen skickas i nästa period',
      da: 'I denne lønperiode begynder der allerede en hjemmeadresse, og det vides, at Nmbrs ikke tager imod en anden; ændringen sendes i den næste periode',
    },
    remedy: {
      en: 'Nothing, or make the change in Nmbrs; the next run sees it',
      nl: 'Er hoeft niets te gebeuren, of voer de wijziging in Nmbrs in; de volgende run ziet het',
      sv: 'Inget behöver göras, eller gör ändringen i Nmbrs; nästa körning ser den',
      da: 'Der skal ikke gøres noget, eller foretag ændringen i Nmbrs; den næste kørsel ser den',
    },
  },
  'address-again': {
    severity: 'warning',
    short: {
      en: 'an address begins in this period already',
      nl: 'in deze periode gaat al een adres in',
      sv: 'en adress börjar redan gälla i perioden',
      da: 'en adresse begynder allerede i perioden',
    },
    guide: {
      says: 'A second address of one payroll period is sent, and it is not known whether Nmbrs takes it',
      remedy: 'Nothing. If it is refused, change it in Nmbrs, or wait for the next period',
    },
    message: {
      en: 'A home address begins in this payroll period already, and it is not known whether Nmbrs takes a second one',
      nl: 'In deze loonperiode gaat al een woonadres in, en het is niet bekend of Nmbrs een tweede aanneemt',
      sv: 'I den här löneperioden börjar redan en hemadress gälla, och det är inte känt om Nmbrs tar emot en andra',
      da: 'I denne lønperiode begynder der allerede en hjemmeadresse, og det vides ikke, om Nmbrs tager imod en anden',
    },
    remedy: {
      en: 'Nothing. If Nmbrs refuses it, change the address in Nmbrs, or wait: it is sent again in the next payroll period',
      nl: 'Er hoeft niets te gebeuren. Weigert Nmbrs het, wijzig het adres dan in Nmbrs, of wacht: in de volgende loonperiode wordt het opnieuw verstuurd',
      sv: 'Inget behöver göras. Om Nmbrs avvisar den, ändra adressen i Nmbrs, eller vänta: den skickas igen i nästa löneperiod',
      da: 'Der skal ikke gøres noget. Hvis Nmbrs afviser den, så ret adressen i Nmbrs, eller vent: den sendes igen i næste lønperiode',
    },
  },
  'name-prefix-separate': {
    severity: 'error',
    short: {
      en: 'Nmbrs keeps the name prefix apart',
      nl: 'Nmbrs heeft het voorvoegsel apart',
      sv: 'Nmbrs har namnprefixet för sig',
      da: 'Nmbrs har navnepræfikset for sig',
    },
    guide: { says: 'Nmbrs keeps the name prefix apart', remedy: 'Change the name in Nmbrs, or map `Prefix`' },
    message: {
      en: 'Nmbrs keeps the name prefix in a field of its own; sending the whole last name would print the prefix twice',
      nl: 'Nmbrs heeft het voorvoegsel apart; met de hele achternaam zou het voorvoegsel er dubbel staan',
      sv: 'Nmbrs har namnprefixet för sig; om hela efternamnet skickas skulle det stå två gånger',
      da: 'Nmbrs har navnepræfikset for sig; sendes hele efternavnet, ville det stå to gange',
    },
    remedy: {
      en: 'Change the name in Nmbrs, or map Prefix; details: nmbrs-sync explain {id} --show-values',
      nl: 'Wijzig de naam in Nmbrs of koppel Prefix; details: nmbrs-sync explain {id} --show-values',
      sv: 'Ändra namnet i Nmbrs eller mappa Prefix; detaljer: nmbrs-sync explain {id} --show-values',
      da: 'Ret navnet i Nmbrs, eller map Prefix; detaljer: nmbrs-sync explain {id} --show-values',
    },
  },
  'bank-account-ambiguous': {
    severity: 'error',
    short: {
      en: 'Nmbrs holds several Standaard accounts',
      nl: 'Nmbrs heeft meerdere Standaard-rekeningen',
      sv: 'Nmbrs har flera Standaard-konton',
      da: 'Nmbrs har flere Standaard-konti',
    },
    guide: { says: 'There are several accounts of type Standaard', remedy: 'Leave one in Nmbrs' },
    message: {
      en: 'Nmbrs has several bank accounts of type Standaard, and it is not clear which one to replace',
      nl: 'Nmbrs heeft meerdere bankrekeningen van het type Standaard, en het is niet duidelijk welke vervangen moet worden',
      sv: 'Nmbrs har flera bankkonton av typen Standaard, och det är oklart vilket som ska ersättas',
      da: 'Nmbrs har flere bankkonti af typen Standaard, og det er uklart, hvilken der skal erstattes',
    },
    remedy: {
      en: 'Leave one Standaard account in Nmbrs, then: nmbrs-sync sync --employee {id}',
      nl: 'Laat in Nmbrs één Standaard-rekening staan, daarna: nmbrs-sync sync --employee {id}',
      sv: 'Lämna ett Standaard-konto i Nmbrs, sedan: nmbrs-sync sync --employee {id}',
      da: 'Lad én Standaard-konto stå i Nmbrs, og derefter: nmbrs-sync sync --employee {id}',
    },
  },
  'current-row-ambiguous': {
    severity: 'error',
    short: {
      en: 'Nmbrs holds two records for the same period',
      nl: 'Nmbrs heeft twee records voor dezelfde periode',
      sv: 'Nmbrs har två poster för samma period',
      da: 'Nmbrs har to poster for samme periode',
    },
    guide: {
      says: 'There are two records for one period, and Nmbrs does not say which was entered last',
      remedy: 'Remove the wrong one in Nmbrs',
    },
    message: {
      en: 'Nmbrs holds two different records of the {section} for the same period and does not say which was entered last, so it is not written',
      nl: 'Nmbrs heeft voor dezelfde periode twee verschillende records van {section} en zegt niet welk het laatst is ingevoerd; er wordt niets van gewijzigd',
      sv: 'Nmbrs har två olika poster för {section} i samma period och anger inte vilken som fördes in sist; inget av det skrivs',
      da: 'Nmbrs har to forskellige poster for {section} i samme periode og siger ikke, hvilken der blev indtastet sidst; intet af det skrives',
    },
    remedy: {
      en: 'Remove the wrong record in Nmbrs, then: nmbrs-sync sync --employee {id}',
      nl: 'Verwijder het verkeerde record in Nmbrs, daarna: nmbrs-sync sync --employee {id}',
      sv: 'Ta bort den felaktiga posten i Nmbrs, sedan: nmbrs-sync sync --employee {id}',
      da: 'Fjern den forkerte post i Nmbrs, og derefter: nmbrs-sync sync --employee {id}',
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
