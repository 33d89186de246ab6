import type { FindingEntry } from '../entry.js'

/** Payroll periods, salaries in time, and what Nmbrs does not let through. */
export const periodFindings = {
  'before-current-period': {
    severity: 'error',
    waits: true,
    short: {
      en: 'before the current payroll period',
      nl: 'vóór de huidige loonperiode',
      sv: 'före den aktuella löneperioden',
      da: 'før den aktuelle lønperiode',
    },
    guide: {
      says: 'The change would start before the current payroll period',
      remedy: 'Enter it in Nmbrs, or `sync --allow-past-periods`',
    },
    message: {
      en: 'The {section} would start before the current payroll period, which makes payroll recalculate paid periods',
      nl: 'De ingangsdatum voor {section} ligt vóór de huidige loonperiode, waardoor Nmbrs betaalde perioden zou herrekenen',
      sv: 'Startdagen för {section} ligger före den aktuella löneperioden, vilket får Nmbrs att räkna om betalda perioder',
      da: 'Startdagen for {section} ligger før den aktuelle lønperiode, så Nmbrs ville genberegne betalte perioder',
    },
    remedy: {
      en: 'Enter it in Nmbrs by hand, see: nmbrs-sync worklist; or allow it for one run: nmbrs-sync sync --allow-past-periods --employee {id}',
      nl: 'Voer het zelf in Nmbrs in, zie: nmbrs-sync worklist; of sta het voor één run toe: nmbrs-sync sync --allow-past-periods --employee {id}',
      sv: 'För in det för hand i Nmbrs, se: nmbrs-sync worklist; eller tillåt det för en körning: nmbrs-sync sync --allow-past-periods --employee {id}',
      da: 'Indtast det selv i Nmbrs, se: nmbrs-sync worklist; eller tillad det for én kørsel: nmbrs-sync sync --allow-past-periods --employee {id}',
    },
    cases: {
      unsure: {
        message: {
          en: 'Nmbrs does not say what the company pays by, so this may start before the current payroll period, and it waits',
          nl: 'Nmbrs zegt niet of het bedrijf per maand, vier weken of week betaalt; dit gaat misschien in vóór de huidige loonperiode en wacht',
          sv: 'Nmbrs säger inte om företaget betalar per månad, fyra veckor eller vecka; detta börjar kanske före den aktuella löneperioden och väntar',
          da: 'Nmbrs siger ikke, om virksomheden betaler pr. måned, fire uger eller uge; dette begynder måske før den aktuelle lønperiode og venter',
        },
        remedy: {
          en: 'Set payrollPeriod of the company in the configuration to what it pays by, then: nmbrs-sync config check',
          nl: 'Stel payrollPeriod van het bedrijf in de configuratie in op hoe het betaalt, daarna: nmbrs-sync config check',
          sv: 'Ange payrollPeriod för företaget i konfigurationen efter hur det betalar, sedan: nmbrs-sync config check',
          da: 'Angiv payrollPeriod for virksomheden i konfigurationen efter, hvordan den betaler, og derefter: nmbrs-sync config check',
        },
      },
    },
  },
  'period-unreadable': {
    severity: 'error',
    short: {
      en: 'the payroll period is not understood',
      nl: 'de loonperiode is niet te begrijpen',
      sv: 'löneperioden går inte att förstå',
      da: 'lønperioden kan ikke forstås',
    },
    guide: {
      says: 'The payroll period could not be understood',
      remedy: '`doctor`; over REST set `companies[].payrollPeriod`',
    },
    message: {
      en: 'The current payroll period of the company could not be understood, so nothing with a start date is sent',
      nl: 'De huidige loonperiode van het bedrijf is niet te begrijpen, dus er wordt niets met een ingangsdatum verstuurd',
      sv: 'Företagets aktuella löneperiod gick inte att förstå, så inget med ett startdatum skickas',
      da: 'Virksomhedens aktuelle lønperiode kunne ikke forstås, så intet med en startdato sendes',
    },
    remedy: {
      en: 'Run nmbrs-sync doctor and report the period it shows',
      nl: 'Voer nmbrs-sync doctor uit en meld de periode die daar staat',
      sv: 'Kör nmbrs-sync doctor och rapportera perioden som visas',
      da: 'Kør nmbrs-sync doctor, og meld den periode, der vises',
    },
    cases: {
      named: {
        message: {
          en: 'Nmbrs has the company in {problem}, so nothing with a start date is sent',
          nl: 'Nmbrs heeft het bedrijf in {problem}, dus er wordt niets met een ingangsdatum verstuurd',
          sv: 'Nmbrs har företaget i {problem}, så inget med ett startdatum skickas',
          da: 'Nmbrs har virksomheden i {problem}, så intet med en startdato sendes',
        },
        remedy: {
          en: 'Have payroll set the current period of the company right in Nmbrs, then: nmbrs-sync doctor; if Nmbrs is right, report the period',
          nl: 'Laat de loonadministratie de huidige periode van het bedrijf in Nmbrs goed zetten, daarna: nmbrs-sync doctor; klopt Nmbrs wel, meld dan de periode',
          sv: 'Låt löneavdelningen rätta företagets aktuella period i Nmbrs, sedan: nmbrs-sync doctor; om Nmbrs har rätt, rapportera perioden',
          da: 'Få lønkontoret til at rette virksomhedens aktuelle periode i Nmbrs, og derefter: nmbrs-sync doctor; hvis Nmbrs har ret, så meld perioden',
        },
      },
      again: {
        message: {
          en: 'The current payroll period could not be read again, so nothing was sent',
          nl: 'De huidige loonperiode kon niet opnieuw worden gelezen, dus er is niets verstuurd',
          sv: 'Den aktuella löneperioden kunde inte läsas igen, så inget skickades',
          da: 'Den aktuelle lønperiode kunne ikke læses igen, så intet blev sendt',
        },
        remedy: {
          en: 'Send it when Nmbrs answers again: nmbrs-sync sync',
          nl: 'Verstuur het als Nmbrs weer antwoordt: nmbrs-sync sync',
          sv: 'Skicka det när Nmbrs svarar igen: nmbrs-sync sync',
          da: 'Send det, når Nmbrs svarer igen: nmbrs-sync sync',
        },
      },
      'half-made': {
        message: {
          en: 'The current payroll period could not be read again, so nothing was sent. The employee was created and is not complete',
          nl: 'De huidige loonperiode kon niet opnieuw worden gelezen, dus er is niets verstuurd. De medewerker is aangemaakt en is niet volledig',
          sv: 'Den aktuella löneperioden kunde inte läsas igen, så inget skickades. Medarbetaren har skapats och är inte fullständig',
          da: 'Den aktuelle lønperiode kunne ikke læses igen, så intet blev sendt. Medarbejderen er oprettet og er ikke fuldstændig',
        },
        remedy: {
          en: 'Complete the employee: nmbrs-sync sync --employee {id}',
          nl: 'Vul de medewerker aan: nmbrs-sync sync --employee {id}',
          sv: 'Komplettera medarbetaren: nmbrs-sync sync --employee {id}',
          da: 'Udfyld medarbejderen: nmbrs-sync sync --employee {id}',
        },
      },
    },
  },
  'period-moved': {
    severity: 'warning',
    short: {
      en: 'the payroll period changed during the run',
      nl: 'de loonperiode is tijdens de run verschoven',
      sv: 'löneperioden flyttades under körningen',
      da: 'lønperioden flyttede sig under kørslen',
    },
    guide: {
      says: 'Payroll moved to another period during the run, so the rest waits',
      remedy: '`sync` again',
    },
    message: {
      en: 'Payroll moved to another period during the run, so the rest was not sent',
      nl: 'De loonadministratie ging naar een andere periode terwijl de run bezig was, dus de rest is niet verstuurd',
      sv: 'Löneavdelningen gick vidare till en annan period medan körningen skrev, så resten skickades inte',
      da: 'Lønkontoret gik videre til en anden periode, mens kørslen skrev, så resten blev ikke sendt',
    },
    remedy: {
      en: 'Look at what is due in the new period, and send it: nmbrs-sync sync',
      nl: 'Bekijk wat in de nieuwe periode aan de beurt is, en verstuur het: nmbrs-sync sync',
      sv: 'Se vad som gäller i den nya perioden, och skicka det: nmbrs-sync sync',
      da: 'Se, hvad der gælder i den nye periode, og send det: nmbrs-sync sync',
    },
    cases: {
      'half-made': {
        severity: 'error',
        message: {
          en: 'Payroll moved to another period during the run, so the rest was not sent. The employee was created and is not complete',
          nl: 'De loonadministratie ging naar een andere periode terwijl de run bezig was, dus de rest is niet verstuurd. De medewerker is aangemaakt en is niet volledig',
          sv: 'Löneavdelningen gick vidare till en annan period medan körningen skrev, så resten skickades inte. Medarbetaren har skapats och är inte fullständig',
          da: 'Lønkontoret gik videre til en anden periode, mens kørslen skrev, så resten blev ikke sendt. Medarbejderen er oprettet og er ikke fuldstændig',
        },
        remedy: {
          en: 'Complete the employee: nmbrs-sync sync --employee {id}',
          nl: 'Vul de medewerker aan: nmbrs-sync sync --employee {id}',
          sv: 'Komplettera medarbetaren: nmbrs-sync sync --employee {id}',
          da: 'Udfyld medarbejderen: nmbrs-sync sync --employee {id}',
        },
      },
    },
  },
  'salary-in-future': {
    severity: 'info',
    short: { en: 'starts later', nl: 'gaat later in', sv: 'börjar gälla senare', da: 'gælder fra senere' },
    guide: {
      says: 'A salary starts after the current payroll period and waits for it',
      remedy: 'Nothing, or `salary.lookAheadDays`',
    },
    message: {
      en: 'A salary in AlexisHR starts after the current payroll period; it is sent when its period begins',
      nl: 'Een salaris in AlexisHR gaat in na de huidige loonperiode; het wordt verstuurd zodra die periode er is',
      sv: 'En lön i AlexisHR börjar gälla efter den aktuella löneperioden; den skickas när dess period är inne',
      da: 'En løn i AlexisHR gælder fra efter den aktuelle lønperiode; den sendes, når dens periode er der',
    },
    remedy: {
      en: 'Nothing to do; to send it earlier, set salary.lookAheadDays in the configuration, then: nmbrs-sync config check',
      nl: 'Er hoeft niets te gebeuren; om het eerder te versturen, stel salary.lookAheadDays in de configuratie in, daarna: nmbrs-sync config check',
      sv: 'Inget behöver göras; för att skicka den tidigare, ange salary.lookAheadDays i konfigurationen, sedan: nmbrs-sync config check',
      da: 'Der skal ikke gøres noget; for at sende den tidligere, angiv salary.lookAheadDays i konfigurationen, og derefter: nmbrs-sync config check',
    },
    cases: {
      unsure: {
        message: {
          en: 'Nmbrs does not say what the company pays by, and a salary in AlexisHR may start after the current payroll period; it waits until that day',
          nl: 'Nmbrs zegt niet of het bedrijf per maand, vier weken of week betaalt; een salaris in AlexisHR gaat misschien in na de huidige loonperiode en wacht tot die dag',
          sv: 'Nmbrs säger inte om företaget betalar per månad, fyra veckor eller vecka; en lön i AlexisHR börjar kanske efter den aktuella löneperioden och väntar till den dagen',
          da: 'Nmbrs siger ikke, om virksomheden betaler pr. måned, fire uger eller uge; en løn i AlexisHR begynder måske efter den aktuelle lønperiode og venter til den dag',
        },
        remedy: {
          en: 'Set payrollPeriod of the company in the configuration to what it pays by, then: nmbrs-sync config check',
          nl: 'Stel payrollPeriod van het bedrijf in de configuratie in op hoe het betaalt, daarna: nmbrs-sync config check',
          sv: 'Ange payrollPeriod för företaget i konfigurationen efter hur det betalar, sedan: nmbrs-sync config check',
          da: 'Angiv payrollPeriod for virksomheden i konfigurationen efter, hvordan den betaler, og derefter: nmbrs-sync config check',
        },
      },
    },
  },
  'salary-withdrawn': {
    severity: 'error',
    waits: true,
    short: {
      en: 'sent to Nmbrs, and no longer in AlexisHR',
      nl: 'naar Nmbrs verstuurd en niet meer in AlexisHR',
      sv: 'skickad till Nmbrs och inte längre i AlexisHR',
      da: 'sendt til Nmbrs og ikke længere i AlexisHR',
    },
    guide: {
      says: 'A salary that was sent is no longer in AlexisHR, and Nmbrs keeps paying it',
      remedy: '`holds release ID`, `holds reject ID`, or `worklist`',
    },
    message: {
      en: 'A salary that was sent to Nmbrs is no longer in AlexisHR on that day, and Nmbrs keeps paying it',
      nl: 'Een salaris dat naar Nmbrs is verstuurd, staat op die dag niet meer in AlexisHR, en Nmbrs blijft het uitbetalen',
      sv: 'En lön som har skickats till Nmbrs finns inte längre i AlexisHR den dagen, och Nmbrs fortsätter att betala den',
      da: 'En løn, der er sendt til Nmbrs, står ikke længere i AlexisHR på den dag, og Nmbrs bliver ved med at udbetale den',
    },
    remedy: {
      en: 'See both rows: nmbrs-sync explain {id} --show-values; what only payroll can undo: nmbrs-sync worklist',
      nl: 'Bekijk beide records: nmbrs-sync explain {id} --show-values; wat alleen de loonadministratie kan terugdraaien: nmbrs-sync worklist',
      sv: 'Se båda raderna: nmbrs-sync explain {id} --show-values; det som bara löneavdelningen kan ångra: nmbrs-sync worklist',
      da: 'Se begge rækker: nmbrs-sync explain {id} --show-values; det, som kun lønkontoret kan føre tilbage: nmbrs-sync worklist',
    },
  },
  'employee-to-complete': {
    severity: 'info',
    short: {
      en: 'a new employee, to be completed by payroll',
      nl: 'een nieuwe medewerker, aan te vullen door de loonadministratie',
      sv: 'en ny medarbetare, som löneavdelningen ska komplettera',
      da: 'en ny medarbejder, som lønkontoret skal udfylde',
    },
    guide: {
      says: 'A new employee lacks what only payroll can fill in (shown by `status`)',
      remedy: 'Complete them in Nmbrs, then `worklist done ID`',
    },
    message: {
      en: 'The employee was created and lacks what only payroll can fill in: BSN, tax table, identity document, work schedule and part-time percentage',
      nl: 'De medewerker is aangemaakt en mist wat alleen de loonadministratie kan invullen: BSN, loonheffingstabel, identiteitsbewijs, werkrooster en parttimepercentage',
      sv: 'Medarbetaren har skapats och saknar det som bara löneavdelningen kan fylla i: BSN, skattetabell, identitetshandling, arbetsschema och sysselsättningsgrad',
      da: 'Medarbejderen er oprettet og mangler det, som kun lønkontoret kan udfylde: BSN, skattetabel, identitetsdokument, arbejdsskema og beskæftigelsesgrad',
    },
    remedy: {
      en: 'Complete the employee in Nmbrs, then: nmbrs-sync worklist done {id}',
      nl: 'Vul de medewerker in Nmbrs aan, daarna: nmbrs-sync worklist done {id}',
      sv: 'Komplettera medarbetaren i Nmbrs, sedan: nmbrs-sync worklist done {id}',
      da: 'Udfyld medarbejderen i Nmbrs, og derefter: nmbrs-sync worklist done {id}',
    },
  },
  'section-unreadable': {
    severity: 'error',
    short: {
      en: 'Nmbrs does not let it be read',
      nl: 'niet te lezen uit Nmbrs',
      sv: 'går inte att läsa från Nmbrs',
      da: 'kan ikke læses fra Nmbrs',
    },
    guide: { says: 'A part could not be read from Nmbrs, so it is not written', remedy: '`doctor`' },
    message: {
      en: 'The {section} could not be read from Nmbrs, so it is not written',
      nl: 'Het lezen van {section} uit Nmbrs is mislukt, dus er wordt niets van gewijzigd',
      sv: 'Det gick inte att läsa {section} från Nmbrs, så inget av det skrivs',
      da: 'Det lykkedes ikke at læse {section} fra Nmbrs, så intet af det skrives',
    },
    remedy: {
      en: 'Check the rights of the account: nmbrs-sync doctor',
      nl: 'Controleer de rechten van het account: nmbrs-sync doctor',
      sv: 'Kontrollera kontots rättigheter: nmbrs-sync doctor',
      da: 'Kontrollér kontoens rettigheder: nmbrs-sync doctor',
    },
  },
  'not-supported': {
    severity: 'error',
    waits: true,
    short: {
      en: 'Nmbrs has no call for it',
      nl: 'Nmbrs heeft er geen call voor',
      sv: 'Nmbrs har inget anrop för det',
      da: 'Nmbrs har intet kald til det',
    },
    guide: { says: 'Nmbrs has no call for this change', remedy: 'Make the change in Nmbrs' },
    message: {
      en: 'The connection to Nmbrs has no call that changes the {section}',
      nl: 'De verbinding met Nmbrs heeft geen call om {section} te wijzigen',
      sv: 'Anslutningen till Nmbrs har inget anrop som ändrar {section}',
      da: 'Forbindelsen til Nmbrs har intet kald, der ændrer {section}',
    },
    remedy: {
      en: 'Make the change in Nmbrs; the next run sees it',
      nl: 'Voer de wijziging in Nmbrs in; de volgende run ziet het',
      sv: 'Gör ändringen i Nmbrs; nästa körning ser den',
      da: 'Foretag ændringen i Nmbrs; næste kørsel ser den',
    },
    cases: {
      'closed-period': {
        message: {
          en: 'A salary of a closed period comes before another one, and Nmbrs has only a call that adds salaries; it could put this one over the other',
          nl: 'Een salaris van een afgesloten periode komt voor een ander, en Nmbrs heeft alleen een call die salarissen toevoegt; die kan dit over het andere heen zetten',
          sv: 'En lön i en stängd period kommer före en annan, och Nmbrs har bara ett anrop som lägger till löner; det kan lägga denna över den andra',
          da: 'En løn i en lukket periode kommer før en anden, og Nmbrs har kun et kald, der tilføjer lønninger; det kan lægge denne over den anden',
        },
        remedy: {
          en: 'Enter the salary in Nmbrs from its own day on; the next run sees it',
          nl: 'Voer het salaris in Nmbrs in vanaf de eigen ingangsdatum; de volgende run ziet het',
          sv: 'Ange lönen i Nmbrs från dess egen startdag; nästa körning ser den',
          da: 'Indtast lønnen i Nmbrs fra dens egen startdag; næste kørsel ser den',
        },
      },
      creation: {
        message: {
          en: 'The connection to Nmbrs has no call that creates an employee',
          nl: 'De verbinding met Nmbrs heeft geen call om een medewerker aan te maken',
          sv: 'Anslutningen till Nmbrs har inget anrop som lägger upp en medarbetare',
          da: 'Forbindelsen til Nmbrs har intet kald, der opretter en medarbejder',
        },
        remedy: {
          en: 'Enter the employee in Nmbrs; the next run finds them there',
          nl: 'Voer de medewerker in Nmbrs in; de volgende run ziet dat',
          sv: 'Lägg upp medarbetaren i Nmbrs; nästa körning ser det',
          da: 'Opret medarbejderen i Nmbrs; næste kørsel ser det',
        },
      },
      'start-date': {
        message: {
          en: 'The connection to Nmbrs has no call that changes the start date of an employment',
          nl: 'De verbinding met Nmbrs heeft geen call om de datum in dienst te wijzigen',
          sv: 'Anslutningen till Nmbrs har inget anrop som ändrar anställningsdatumet',
          da: 'Forbindelsen til Nmbrs har intet kald, der ændrer ansættelsesdatoen',
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
