import type { FindingTexts } from './finding-text.js'

/** The words of the findings that planning makes in Danish. No native speaker has read them yet. */
export const da: FindingTexts = {
  'match-ambiguous': {
    message:
      'Mere end én medarbejder i Nmbrs kan være denne person, eller to personer er måske én medarbejder; ingen er forbundet',
    remedy: 'Vælg en: nmbrs-sync match {id} TARGET',
  },
  'match-target-taken': {
    message: 'Den medarbejder i Nmbrs, der passer til personen, er forbundet med en anden',
    remedy:
      'Hvis det er én person med to poster i AlexisHR, så udelad den ene: nmbrs-sync ignore {id} --reason TEXT',
  },
  'match-contradicts': {
    message:
      'Den medarbejder i Nmbrs, som en regel fandt, afviger i det, der adskiller personer; ingen er forbundet',
    remedy:
      'Sammenlign de to: nmbrs-sync explain {id} --show-values. Samme person: nmbrs-sync match {id} TARGET --force --reason TEXT; en anden: nmbrs-sync match {id} --new',
  },
  'match-possible-duplicate': {
    message: 'Nogen ligner personen så meget, at en medarbejder kan blive oprettet to gange',
    remedy:
      'Sammenlign dem: nmbrs-sync explain {id} --show-values. Samme person: nmbrs-sync match {id} TARGET; forskellige personer: nmbrs-sync match {id} --new',
  },
  'match-target-unread': {
    message:
      'Nmbrs har medarbejdere, hvis personoplysninger ikke kunne læses; en af dem kan være denne person, så ingen oprettes',
    remedy: 'Se på dem i Nmbrs. Hvis personen ikke er en af dem: nmbrs-sync match {id} --new',
  },
  'possible-second-employee': {
    message: 'Nmbrs har en anden medarbejder, der ligner personen og ikke er forbundet med nogen',
    remedy: 'Sammenlign dem i Nmbrs. Hvis det er samme person to gange, så afslut den overflødige dér',
  },
  'link-review': {
    message:
      'En tidligere version forbandt personen ved en regel og skrev et fornavn eller en fødselsdato til Nmbrs ved første kontakt; medarbejderen kan have været en anden',
    remedy:
      'Se listen, og sammenlign med det, lønkontoret har på papir: nmbrs-sync worklist --review. Én person: nmbrs-sync match {id} TARGET; to personer: nmbrs-sync disconnect {id}',
  },
  'create-unresolved': {
    message: 'En tidligere oprettelse fik intet svar, og flere medarbejdere i Nmbrs kan være resultatet',
    remedy: 'Vælg en: nmbrs-sync match {id} TARGET, eller ingen: nmbrs-sync match {id} --new',
  },
  'create-recovered': {
    message: 'En tidligere oprettelse fik intet svar; medarbejderen blev fundet i Nmbrs og er forbundet',
    remedy: 'Der skal ikke gøres noget',
  },
  'link-dangling': {
    message: 'Den forbundne medarbejder er ikke længere i virksomheden i Nmbrs; intet skrives eller oprettes',
    remedy:
      'Efter et skift mellem SOAP og REST: nmbrs-sync cutover prepare. Afslut ellers forbindelsen: nmbrs-sync disconnect {id}; derefter, hvis der er en anden post: nmbrs-sync match {id} TARGET',
  },
  'link-disconnected': {
    message: 'Forbindelsen er afbrudt i hånden og forbliver det',
    remedy: 'For at forbinde igen: nmbrs-sync match {id} TARGET',
  },
  'person-ignored': {
    message: 'Udeladt i hånden',
    remedy: 'For at tage personen med igen: nmbrs-sync ignore {id} --undo',
  },
  'first-contact': {
    message: 'Nmbrs havde allerede {section} med andre værdier; intet overskrives ved første kontakt',
    remedy: 'Gør begge sider ens i Nmbrs eller AlexisHR; detaljer: nmbrs-sync explain {id} --show-values',
  },
  conflict: {
    message: '{field} er ændret både i AlexisHR og i Nmbrs, siden de sidst stemte overens',
    remedy: 'Gør begge sider ens; detaljer: nmbrs-sync explain {id} --show-values',
  },
  drift: {
    message: '{field} er ændret i Nmbrs; værdien i Nmbrs beholdes',
    remedy:
      'Lad det stå: nmbrs-sync drift --accept-target {id}; eller send værdien fra AlexisHR igen: nmbrs-sync drift --restore-source {id}',
  },
  'start-date-differs': {
    message: 'Ansættelsesdatoen i Nmbrs er en anden end i AlexisHR; den ændres ikke',
    remedy: 'Ret den forkerte side, eller angiv employment.updateStartDate i konfigurationen',
  },
  'employee-number-taken': {
    message: 'En anden medarbejder i Nmbrs har allerede dette medarbejdernummer, så det sendes ikke',
    remedy: 'Ret nummeret på en af siderne; detaljer: nmbrs-sync explain {id} --show-values',
  },
  'house-number-separate': {
    message: 'Nmbrs har husnummeret for sig; sendes hele linjen som Street, ville det stå to gange',
    remedy:
      'Map HouseNumber med transform houseNumber og Street med transform streetName, og derefter: nmbrs-sync mappings check',
  },
  'address-incomplete': {
    message: 'Adressen i AlexisHR er ændret og mangler vej, postnummer eller by, så intet af den sendes',
    remedy:
      'Udfyld adressen i AlexisHR; næste kørsel sender den. Begge sider: nmbrs-sync explain {id} --show-values',
  },
  'address-country-unclear': {
    message:
      'Adressen i AlexisHR er ændret og angiver intet land, og postnummeret hører ikke til landet i Nmbrs',
    remedy: 'Udfyld landet i AlexisHR; næste kørsel sender adressen',
  },
  'postal-code-invalid': {
    message: 'Den nye adresse er i Nederlandene, og postnummeret er ikke fire cifre og to bogstaver',
    remedy: 'Ret postnummeret eller landet i AlexisHR; næste kørsel sender adressen',
  },
  'write-not-confirmed': {
    message:
      'Nmbrs beholdt {field} fra den gamle adresse, da en ny blev skrevet, så de to kan stå blandet dér',
    remedy:
      'Tøm det i Nmbrs; det, der hører til den nye adresse, kan indtastes efter næste kørsel: nmbrs-sync sync --employee {id}',
  },
  'address-ambiguous': {
    message: 'Nmbrs har mere end én nuværende hjemmeadresse for personen, så ingen af dem ændres',
    remedy: 'Lad én nuværende hjemmeadresse stå i Nmbrs, og derefter: nmbrs-sync sync --employee {id}',
  },
  'address-next-period': {
    message:
      'I denne lønperiode begynder der allerede en hjemmeadresse, og det vides, at Nmbrs ikke tager imod en anden; ændringen sendes i den næste periode',
    remedy: 'Der skal ikke gøres noget, eller foretag ændringen i Nmbrs; den næste kørsel ser den',
  },
  'address-again': {
    message:
      'I denne lønperiode begynder der allerede en hjemmeadresse, og det vides ikke, om Nmbrs tager imod en anden',
    remedy:
      'Der skal ikke gøres noget. Hvis Nmbrs afviser den, så ret adressen i Nmbrs, eller vent: den sendes igen i næste lønperiode',
  },
  'name-prefix-separate': {
    message: 'Nmbrs har navnepræfikset for sig; sendes hele efternavnet, ville det stå to gange',
    remedy: 'Ret navnet i Nmbrs, eller map Prefix; detaljer: nmbrs-sync explain {id} --show-values',
  },
  'iban-invalid': {
    message: '{field} på bankkontoen ligner et IBAN, men kontrolcifrene eller længden passer ikke',
    remedy: 'Ret det i AlexisHR; næste kørsel tager det med',
  },
  'bic-invalid': {
    message: 'BIC hører ikke til en bank i landet for IBAN, så intet af bankkontoen sendes',
    remedy: 'Ret BIC i AlexisHR, eller tøm feltet; næste kørsel tager det med',
  },
  'account-number-invalid': {
    message: 'Kontonummeret indeholder andet end cifre og skilletegn, eller er ikke det i IBAN',
    remedy: 'Ret nummeret i AlexisHR, eller tøm feltet; næste kørsel tager det med',
  },
  'bank-account-ambiguous': {
    message: 'Nmbrs har flere bankkonti af typen Standaard, og det er uklart, hvilken der skal erstattes',
    remedy: 'Lad én Standaard-konto stå i Nmbrs, og derefter: nmbrs-sync sync --employee {id}',
  },
  'current-row-ambiguous': {
    message:
      'Nmbrs har to forskellige poster for {section} i samme periode og siger ikke, hvilken der blev indtastet sidst; intet af det skrives',
    remedy: 'Fjern den forkerte post i Nmbrs, og derefter: nmbrs-sync sync --employee {id}',
  },
  'before-current-period': {
    message:
      'Startdagen for {section} ligger før den aktuelle lønperiode, så Nmbrs ville genberegne betalte perioder',
    remedy:
      'Indtast det selv i Nmbrs, se: nmbrs-sync worklist; eller tillad det for én kørsel: nmbrs-sync sync --allow-past-periods --employee {id}',
  },
  'period-unreadable': {
    message: 'Virksomhedens aktuelle lønperiode kunne ikke forstås, så intet med en startdato sendes',
    remedy: 'Kør nmbrs-sync doctor, og meld den periode, der vises',
  },
  'salary-in-future': {
    message:
      'En løn i AlexisHR gælder fra efter den aktuelle lønperiode; den sendes, når dens periode er der',
    remedy:
      'Der skal ikke gøres noget; for at sende den tidligere, angiv salary.lookAheadDays i konfigurationen, og derefter: nmbrs-sync config check',
  },
  'salary-withdrawn': {
    message:
      'En løn, der er sendt til Nmbrs, står ikke længere i AlexisHR på den dag, og Nmbrs bliver ved med at udbetale den',
    remedy:
      'Se begge rækker: nmbrs-sync explain {id} --show-values; det, som kun lønkontoret kan føre tilbage: nmbrs-sync worklist',
  },
  'section-unreadable': {
    message: 'Det lykkedes ikke at læse {section} fra Nmbrs, så intet af det skrives',
    remedy: 'Kontrollér kontoens rettigheder: nmbrs-sync doctor',
  },
  'not-supported': {
    message: 'Forbindelsen til Nmbrs har intet kald, der ændrer {section}',
    remedy: 'Foretag ændringen i Nmbrs; næste kørsel ser den',
  },
  'identity-first-contact': {
    message:
      'En regel forbandt personen, og AlexisHR har et andet navn eller en anden fødselsdato end Nmbrs; dem i Nmbrs bliver stående, til nogen beslutter',
    remedy: 'Se, hvilken ændring der venter: nmbrs-sync holds',
  },
  'identity-changed': {
    message:
      'AlexisHR ville gøre denne medarbejder i Nmbrs til en anden person: fødselsdatoen, for- og efternavnet eller hele efternavnet afviger; intet af det sendes, før nogen beslutter',
    remedy: 'Se, hvilken ændring der venter: nmbrs-sync holds',
  },
  'date-time-unclear': {
    message:
      'AlexisHR har en dato med et klokkeslæt, der hverken er midnat i UTC eller i konfigurationens tidszone; dagen er altså ikke sikker, og {section} sendes ikke',
    remedy: 'Indtast dagen igen i AlexisHR. Næste kørsel tager det med',
  },
  'birth-date-implausible': {
    message:
      'Fødselsdatoen ligger i fremtiden eller gør personen yngre end 13 eller ældre end 100, når ansættelsen begynder',
    remedy: 'Se, hvilken ændring der venter: nmbrs-sync holds',
  },
  'hire-date-implausible': {
    message:
      'Ansættelsesdatoen ligger længere fra i dag, end holds.hireDate tillader, eller passer ikke med fødselsdatoen',
    remedy: 'Se, hvilken ændring der venter: nmbrs-sync holds',
  },
  'name-implausible': {
    message: 'For- eller efternavnet indeholder ingen bogstaver',
    remedy: 'Se, hvilken ændring der venter: nmbrs-sync holds',
  },
  'bank-account-changed': {
    message:
      'AlexisHR har en anden bankkonto end Nmbrs; ingen løn udbetales til den nye konto, før nogen godkender det',
    remedy: 'Se, hvilken ændring der venter: nmbrs-sync holds',
  },
  'salary-change-large': {
    message: 'Lønnen ændres med mere, end salaryChangePercent tillader uden godkendelse',
    remedy: 'Se, hvilken ændring der venter: nmbrs-sync holds',
  },
  'salary-type-changed': {
    message: 'Lønnen bliver af en anden type, så de to beløb kan ikke sammenlignes',
    remedy: 'Se, hvilken ændring der venter: nmbrs-sync holds',
  },
  'salary-by-table': {
    message:
      'Nmbrs fastsætter personens løn efter en løntabel og et trin, og AlexisHR har et andet beløb eller en anden dag',
    remedy: 'Se, hvilken ændring der venter: nmbrs-sync holds',
  },
  'salary-before-employment': {
    message: 'Lønnen ville gælde fra før ansættelsen',
    remedy: 'Se, hvilken ændring der venter: nmbrs-sync holds',
  },
  'salary-period-differs': {
    message:
      'AlexisHR har et beløb pr. måned, og virksomheden udbetaler pr. uge eller fire uger, så beløbet sendes ikke, som det er',
    remedy: 'Se, hvilken ændring der venter: nmbrs-sync holds',
  },
  'salary-implausible': {
    message: 'Lønnen er nul, eller en første løn uden for det, holds.salaryBounds regner for sædvanligt',
    remedy: 'Se, hvilken ændring der venter: nmbrs-sync holds',
  },
  'salary-full-time-rate': {
    message:
      'Beløbet er for fuld tid, og AlexisHR har en anden beskæftigelsesgrad end 100 % for personen; Nmbrs udbetaler efter sin egen beskæftigelsesgrad, som ikke holdes ved lige',
    remedy: 'Kontrollér beskæftigelsesgraden i Nmbrs',
  },
  'salary-rate-changed': {
    message:
      'Beskæftigelsesgraden er ændret i AlexisHR, men lønbeløbet er ikke; beløbet eller beskæftigelsesgraden i Nmbrs kan være glemt',
    remedy:
      'Ret beløbet i AlexisHR eller procenten i Nmbrs; hvis alt passer: nmbrs-sync drift --accept-target {id} --section salary',
  },
  'iban-shared': {
    message: 'AlexisHR har samme bankkonto for en anden i virksomheden',
    remedy:
      'Ret den forkerte i AlexisHR; hvis de faktisk deler kontoen, så godkend ændringen: nmbrs-sync holds',
  },
  'hold-rejected': {
    message: 'Nogen har afvist {section} fra AlexisHR, så det sendes ikke',
    remedy: 'Ret det i AlexisHR; for at trække afvisningen tilbage: nmbrs-sync holds',
  },
  'write-refused': {
    message:
      'Nmbrs afviste {section} i en tidligere kørsel, og det sendes ikke igen, før en værdi eller lønperioden ændres',
    remedy:
      'Gør det i Nmbrs, se: nmbrs-sync worklist; eller lad det sende én gang til: nmbrs-sync worklist retry {id}',
  },
  'employee-to-complete': {
    message:
      'Medarbejderen er oprettet og mangler det, som kun lønkontoret kan udfylde: BSN, skattetabel, identitetsdokument, arbejdsskema og beskæftigelsesgrad',
    remedy: 'Udfyld medarbejderen i Nmbrs, og derefter: nmbrs-sync worklist done {id}',
  },
  'write-left-open': {
    message:
      'En tidligere ændring ({section}) fik intet svar, og personen er ikke længere omfattet af forbindelsen; ingen ser altså efter, hvad der skete',
    remedy: 'Se på medarbejderen i Nmbrs, og ret det dér, og derefter: nmbrs-sync disconnect {id}',
  },
  'creation-left-open': {
    message:
      'En tidligere oprettelse fik intet svar, og personen er ikke længere omfattet af forbindelsen; ingen ser altså efter, hvad der skete',
    remedy:
      'Find medarbejderen i Nmbrs. Hvis personen kommer tilbage, ser næste kørsel efter, før den opretter: nmbrs-sync sync',
  },
  'depends-on-failed': {
    message: 'Venter på en anden ændring for personen, som ikke gik igennem',
    remedy: 'Se den ændring: nmbrs-sync explain {id}',
  },
  rehired: {
    message:
      'Ansættelsen i Nmbrs er afsluttet, og AlexisHR har en, der begynder senere; intet sendes, før den nye er i Nmbrs',
    remedy: 'Indtast den nye ansættelse i Nmbrs; næste kørsel fortsætter af sig selv',
  },
  'employment-ended': {
    message:
      'Ansættelsen i Nmbrs er afsluttet, og de sidste udbetalinger og årsopgørelsen har stadig brug for det, Nmbrs har; derfor venter {section}',
    remedy: 'Se, hvilken ændring der venter: nmbrs-sync holds',
  },
  'salary-off-payroll': {
    message:
      'Nmbrs har personen som ansøger, nyansat eller ekstern og ikke på lønningslisten, så lønnen venter',
    remedy: 'Se, hvilken ændring der venter: nmbrs-sync holds',
  },
  'salary-after-end': {
    message: 'Lønnen ville gælde fra efter ansættelsens sidste dag i Nmbrs og sendes aldrig',
    remedy:
      'Hvis personen arbejder videre, så indtast ansættelsen eller dens nye slutdato i Nmbrs; ellers afslut den i AlexisHR. Begge sider: nmbrs-sync explain {id} --show-values',
  },
  'left-service': {
    message: 'Personen er fratrådt ifølge AlexisHR, og ansættelsen i Nmbrs har ingen slutdato',
    remedy:
      'Indtast den sidste dag i Nmbrs. Hvis det er rigtigt, som det er: nmbrs-sync ignore {id} --reason TEXT',
  },
  'gone-from-source': {
    message:
      'Personen er forbundet og findes ikke længere i AlexisHR, og ansættelsen i Nmbrs har ingen slutdato',
    remedy:
      'Hvis personen er fratrådt, så indtast den sidste dag i Nmbrs. Hvis det er rigtigt, som det er: nmbrs-sync ignore {id} --reason TEXT',
  },
  'left-scope': {
    message:
      'Personen er forbundet og er ikke længere omfattet af forbindelsen, så intet holdes ved lige, mens Nmbrs bliver ved med at udbetale',
    remedy:
      'Hvis personen har forladt virksomheden, så indtast den sidste dag i Nmbrs; ellers se på companies og scope i konfigurationen. Hvis det er rigtigt, som det er: nmbrs-sync ignore {id} --reason TEXT',
  },
  'moved-company': {
    message:
      'AlexisHR har personen i en anden virksomhed end den, personen er forbundet i, og ansættelsen dér har ingen slutdato i Nmbrs',
    remedy:
      'Indtast den sidste dag i den tidligere virksomhed i Nmbrs og ansættelsen i den nye. Hvis det er rigtigt, som det er: nmbrs-sync ignore {id} --reason TEXT',
  },
  'paid-twice': {
    message: 'To virksomheder i Nmbrs har en løbende ansættelse for personen, så begge ville udbetale',
    remedy:
      'Indtast i Nmbrs den sidste dag for den, der er ophørt. Hvis begge er rigtige, så udelad den tidligere: nmbrs-sync ignore {id} --reason TEXT',
  },
  'employments-overlap': {
    message: 'Nmbrs har mere end én løbende ansættelse for personen i samme virksomhed',
    remedy: 'Se på ansættelserne i Nmbrs, og afslut den overflødige',
  },
  'not-on-payroll': {
    message: 'Den forbundne medarbejder i Nmbrs er ikke på lønningslisten',
    remedy: 'Se på medarbejderen i Nmbrs; en løn venter, til medarbejderen er på lønningslisten',
  },
}
