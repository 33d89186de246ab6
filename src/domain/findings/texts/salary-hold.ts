import type { FindingEntry } from '../entry.js'

/** Salaries that wait for a decision, and decisions that were made. */
export const salaryHoldFindings = {
  'salary-change-large': {
    severity: 'error',
    waits: true,
    short: {
      en: 'the salary changes by much',
      nl: 'het salaris verandert veel',
      sv: 'lönen ändras mycket',
      da: 'lønnen ændres meget',
    },
    guide: {
      says: 'The salary changes by more than `holds.salaryChangePercent`',
      remedy: '`holds release ID`, or `holds reject ID`',
    },
    message: {
      en: 'The salary changes by more than salaryChangePercent allows without approval',
      nl: 'Het salaris verandert meer dan salaryChangePercent zonder goedkeuring toestaat',
      sv: 'Lönen ändras med mer än salaryChangePercent tillåter utan godkännande',
      da: 'Lønnen ændres med mere, end salaryChangePercent tillader uden godkendelse',
    },
    remedy: {
      en: 'See which hold it is: nmbrs-sync holds',
      nl: 'Kijk welke wijziging wacht: nmbrs-sync holds',
      sv: 'Se vilken ändring som väntar: nmbrs-sync holds',
      da: 'Se, hvilken ændring der venter: nmbrs-sync holds',
    },
  },
  'salary-type-changed': {
    severity: 'error',
    waits: true,
    short: {
      en: 'the salary changes its type',
      nl: 'het salaris wordt van een andere soort',
      sv: 'lönen byter typ',
      da: 'lønnen skifter type',
    },
    guide: {
      says: 'The salary becomes one of another type',
      remedy: '`holds release ID`, or `holds reject ID`',
    },
    message: {
      en: 'The type of the salary changes, so the two amounts cannot be compared',
      nl: 'Het salaris wordt van een andere soort, dus de twee bedragen zijn niet te vergelijken',
      sv: 'Lönen blir av en annan typ, så de två beloppen går inte att jämföra',
      da: 'Lønnen bliver af en anden type, så de to beløb kan ikke sammenlignes',
    },
    remedy: {
      en: 'See which hold it is: nmbrs-sync holds',
      nl: 'Kijk welke wijziging wacht: nmbrs-sync holds',
      sv: 'Se vilken ändring som väntar: nmbrs-sync holds',
      da: 'Se, hvilken ændring der venter: nmbrs-sync holds',
    },
  },
  'salary-by-table': {
    severity: 'error',
    waits: true,
    short: {
      en: 'Nmbrs sets the salary by a table and step',
      nl: 'Nmbrs bepaalt het salaris met een tabel en trede',
      sv: 'Nmbrs bestämmer lönen med tabell och steg',
      da: 'Nmbrs fastsætter lønnen efter tabel og trin',
    },
    guide: {
      says: 'Nmbrs sets the salary by a salary table and step',
      remedy: '`holds release ID`, or `holds reject ID`',
    },
    message: {
      en: 'Nmbrs sets the salary of this person by a salary table and step, and AlexisHR has another amount or day',
      nl: 'Nmbrs bepaalt het salaris van deze persoon met een salaristabel en trede, en AlexisHR heeft een ander bedrag of een andere datum',
      sv: 'Nmbrs bestämmer personens lön med en lönetabell och ett steg, och AlexisHR har ett annat belopp eller en annan dag',
      da: 'Nmbrs fastsætter personens løn efter en løntabel og et trin, og AlexisHR har et andet beløb eller en anden dag',
    },
    remedy: {
      en: 'See which hold it is: nmbrs-sync holds',
      nl: 'Kijk welke wijziging wacht: nmbrs-sync holds',
      sv: 'Se vilken ändring som väntar: nmbrs-sync holds',
      da: 'Se, hvilken ændring der venter: nmbrs-sync holds',
    },
  },
  'salary-before-employment': {
    severity: 'error',
    waits: true,
    short: {
      en: 'the salary starts before the employment',
      nl: 'het salaris gaat in vóór het dienstverband',
      sv: 'lönen börjar gälla före anställningen',
      da: 'lønnen gælder fra før ansættelsen',
    },
    guide: {
      says: 'The salary would start before the employment',
      remedy: '`holds release ID`, or `salary.beforeEmployment`',
    },
    message: {
      en: 'The salary would start before the employment',
      nl: 'Het salaris zou ingaan vóór het dienstverband',
      sv: 'Lönen skulle börja gälla före anställningen',
      da: 'Lønnen ville gælde fra før ansættelsen',
    },
    remedy: {
      en: 'See which hold it is: nmbrs-sync holds',
      nl: 'Kijk welke wijziging wacht: nmbrs-sync holds',
      sv: 'Se vilken ändring som väntar: nmbrs-sync holds',
      da: 'Se, hvilken ændring der venter: nmbrs-sync holds',
    },
  },
  'salary-period-differs': {
    severity: 'error',
    waits: true,
    short: {
      en: 'an amount per month where pay is by weeks',
      nl: 'een bedrag per maand terwijl per week wordt verloond',
      sv: 'ett månadsbelopp där lönen betalas per vecka',
      da: 'et månedsbeløb, hvor lønnen udbetales pr. uge',
    },
    guide: {
      says: 'An amount per month where the company pays by weeks or four weeks',
      remedy: '`holds release ID`, or `companies[].monthlyAmount`',
    },
    message: {
      en: 'AlexisHR has an amount per month, and this company pays by weeks or by four weeks, so the amount is not sent as it is',
      nl: 'AlexisHR heeft een bedrag per maand en dit bedrijf verloont per week of per vier weken, dus het bedrag wordt zo niet verstuurd',
      sv: 'AlexisHR har ett belopp per månad och företaget betalar per vecka eller fyra veckor, så beloppet skickas inte som det är',
      da: 'AlexisHR har et beløb pr. måned, og virksomheden udbetaler pr. uge eller fire uger, så beløbet sendes ikke, som det er',
    },
    remedy: {
      en: 'See which hold it is: nmbrs-sync holds',
      nl: 'Kijk welke wijziging wacht: nmbrs-sync holds',
      sv: 'Se vilken ändring som väntar: nmbrs-sync holds',
      da: 'Se, hvilken ændring der venter: nmbrs-sync holds',
    },
  },
  'salary-implausible': {
    severity: 'error',
    waits: true,
    short: {
      en: 'a first salary out of bounds, or none at all',
      nl: 'een eerste salaris buiten de grenzen, of nul',
      sv: 'en första lön utanför gränserna, eller noll',
      da: 'en første løn uden for grænserne, eller nul',
    },
    guide: {
      says: 'A first salary outside of `holds.salaryBounds`, or a salary of 0',
      remedy: '`holds release ID`, or `holds reject ID`',
    },
    message: {
      en: 'The salary is zero, or it is a first salary outside the usual range (holds.salaryBounds)',
      nl: 'Het salaris is nul, of het is een eerste salaris buiten de gebruikelijke grenzen (holds.salaryBounds)',
      sv: 'Lönen är noll, eller en första lön utanför vad holds.salaryBounds räknar som vanligt',
      da: 'Lønnen er nul, eller en første løn uden for det, holds.salaryBounds regner for sædvanligt',
    },
    remedy: {
      en: 'See which hold it is: nmbrs-sync holds',
      nl: 'Kijk welke wijziging wacht: nmbrs-sync holds',
      sv: 'Se vilken ändring som väntar: nmbrs-sync holds',
      da: 'Se, hvilken ændring der venter: nmbrs-sync holds',
    },
  },
  'salary-full-time-rate': {
    severity: 'warning',
    waits: true,
    short: {
      en: 'a full-time amount for someone who works part-time',
      nl: 'een fulltimebedrag voor iemand die minder werkt',
      sv: 'ett heltidsbelopp för någon som arbetar mindre',
      da: 'et fuldtidsbeløb for en, der arbejder mindre',
    },
    guide: {
      says: 'A full-time amount for someone whose rate in AlexisHR is not 100 %',
      remedy: 'Check the percentage in Nmbrs; the first: `holds release ID`',
    },
    message: {
      en: 'The amount is for full time, and AlexisHR has a rate other than 100 % for this person; Nmbrs pays by its own part-time percentage, which is not kept in step',
      nl: 'Het bedrag is een fulltimebedrag, en AlexisHR heeft voor deze persoon een ander percentage dan 100 %; Nmbrs rekent met het eigen parttimepercentage, dat niet wordt bijgehouden',
      sv: 'Beloppet gäller heltid, och AlexisHR har en annan sysselsättningsgrad än 100 % för personen; Nmbrs betalar efter sin egen sysselsättningsgrad, som inte hålls uppdaterad',
      da: 'Beløbet er for fuld tid, og AlexisHR har en anden beskæftigelsesgrad end 100 % for personen; Nmbrs udbetaler efter sin egen beskæftigelsesgrad, som ikke holdes ved lige',
    },
    remedy: {
      en: 'Check the part-time percentage in Nmbrs',
      nl: 'Controleer het parttimepercentage in Nmbrs',
      sv: 'Kontrollera sysselsättningsgraden i Nmbrs',
      da: 'Kontrollér beskæftigelsesgraden i Nmbrs',
    },
  },
  'salary-rate-changed': {
    severity: 'warning',
    short: {
      en: 'the rate changed beside an unchanged amount',
      nl: 'het percentage is gewijzigd en het bedrag niet',
      sv: 'procenten ändrades men inte beloppet',
      da: 'procenten er ændret, beløbet er ikke',
    },
    guide: {
      says: 'The rate changed in AlexisHR and the amount did not',
      remedy: 'Correct one side, or `drift --accept-target ID`',
    },
    message: {
      en: 'The rate of the employment changed in AlexisHR and the amount of the salary did not; someone may have forgotten to change the amount, or the part-time percentage in Nmbrs',
      nl: 'Het percentage van het dienstverband is in AlexisHR gewijzigd en het salarisbedrag niet; misschien is vergeten het bedrag aan te passen, of het parttimepercentage in Nmbrs',
      sv: 'Sysselsättningsgraden har ändrats i AlexisHR men inte lönebeloppet; beloppet, eller sysselsättningsgraden i Nmbrs, kan ha glömts',
      da: 'Beskæftigelsesgraden er ændret i AlexisHR, men lønbeløbet er ikke; beløbet eller beskæftigelsesgraden i Nmbrs kan være glemt',
    },
    remedy: {
      en: 'Correct the amount in AlexisHR, or the percentage in Nmbrs; if all is right: nmbrs-sync drift --accept-target {id} --section salary',
      nl: 'Verbeter het bedrag in AlexisHR of het percentage in Nmbrs; als alles klopt: nmbrs-sync drift --accept-target {id} --section salary',
      sv: 'Rätta beloppet i AlexisHR eller procenten i Nmbrs; om allt stämmer: nmbrs-sync drift --accept-target {id} --section salary',
      da: 'Ret beløbet i AlexisHR eller procenten i Nmbrs; hvis alt passer: nmbrs-sync drift --accept-target {id} --section salary',
    },
  },
  'iban-shared': {
    severity: 'error',
    waits: true,
    short: {
      en: 'someone else has the same bank account',
      nl: 'iemand anders heeft dezelfde bankrekening',
      sv: 'någon annan har samma bankkonto',
      da: 'en anden har samme bankkonto',
    },
    guide: {
      says: 'Two people of one company have the same bank account in AlexisHR',
      remedy: 'Correct one of them, or `holds release ID` for each',
    },
    message: {
      en: 'AlexisHR has the same bank account for someone else in this company',
      nl: 'AlexisHR heeft dezelfde bankrekening bij iemand anders van dit bedrijf',
      sv: 'AlexisHR har samma bankkonto för någon annan i företaget',
      da: 'AlexisHR har samme bankkonto for en anden i virksomheden',
    },
    remedy: {
      en: 'Correct the one that is wrong in AlexisHR; if they do share it, release the hold: nmbrs-sync holds',
      nl: 'Verbeter de verkeerde in AlexisHR; als ze de rekening echt delen, keur de wijziging goed: nmbrs-sync holds',
      sv: 'Rätta det som är fel i AlexisHR; om de verkligen delar kontot, godkänn ändringen: nmbrs-sync holds',
      da: 'Ret den forkerte i AlexisHR; hvis de faktisk deler kontoen, så godkend ændringen: nmbrs-sync holds',
    },
    cases: {
      sharers: {
        message: {
          en: 'AlexisHR has the same bank account for someone else in this company: {ids}',
          nl: 'AlexisHR heeft dezelfde bankrekening bij iemand anders van dit bedrijf: {ids}',
          sv: 'AlexisHR har samma bankkonto för någon annan i företaget: {ids}',
          da: 'AlexisHR har samme bankkonto for en anden i virksomheden: {ids}',
        },
      },
      sharer: {
        message: {
          en: 'AlexisHR gives the bank account of this person to someone else in this company too: {ids}',
          nl: 'AlexisHR heeft de bankrekening van deze persoon ook bij iemand anders van dit bedrijf: {ids}',
          sv: 'AlexisHR har personens bankkonto även för någon annan i företaget: {ids}',
          da: 'AlexisHR har personens bankkonto også for en anden i virksomheden: {ids}',
        },
      },
    },
  },
  'hold-rejected': {
    severity: 'info',
    short: {
      en: 'rejected by hand',
      nl: 'met de hand afgewezen',
      sv: 'avvisat för hand',
      da: 'afvist i hånden',
    },
    guide: {
      says: 'Someone rejected the change, so it is not sent',
      remedy: 'Correct it in AlexisHR, or `holds release ID`',
    },
    message: {
      en: 'The change from AlexisHR was rejected, so it is not sent',
      nl: 'Iemand heeft de wijziging uit AlexisHR afgewezen, dus die wordt niet verstuurd',
      sv: 'Någon har avvisat ändringen från AlexisHR, så den skickas inte',
      da: 'Nogen har afvist ændringen fra AlexisHR, så den sendes ikke',
    },
    remedy: {
      en: 'Correct it in AlexisHR; to take the rejection back: nmbrs-sync holds',
      nl: 'Verbeter het in AlexisHR; om de afwijzing terug te nemen: nmbrs-sync holds',
      sv: 'Rätta det i AlexisHR; för att ta tillbaka avvisningen: nmbrs-sync holds',
      da: 'Ret det i AlexisHR; for at trække afvisningen tilbage: nmbrs-sync holds',
    },
    cases: {
      'by-hand': {
        remedy: {
          en: 'Correct it in AlexisHR, or take the rejection back: nmbrs-sync holds release {hold} --reason TEXT',
          nl: 'Verbeter het in AlexisHR, of neem de afwijzing terug: nmbrs-sync holds release {hold} --reason TEXT',
          sv: 'Rätta det i AlexisHR, eller ta tillbaka avvisningen: nmbrs-sync holds release {hold} --reason TEXT',
          da: 'Ret det i AlexisHR, eller træk afvisningen tilbage: nmbrs-sync holds release {hold} --reason TEXT',
        },
      },
      settled: {
        message: {
          en: 'A person rejected the name or birth date that AlexisHR has; those of Nmbrs are kept',
          nl: 'Iemand heeft de naam of geboortedatum uit AlexisHR afgewezen; die van Nmbrs blijven staan',
          sv: 'Någon har avvisat namnet eller födelsedatumet från AlexisHR; uppgifterna i Nmbrs gäller',
          da: 'Nogen har afvist navnet eller fødselsdatoen fra AlexisHR; oplysningerne i Nmbrs gælder',
        },
        remedy: {
          en: 'Nothing to do; another value in AlexisHR asks again',
          nl: 'Er hoeft niets te gebeuren; bij een andere waarde in AlexisHR komt de vraag opnieuw',
          sv: 'Inget behöver göras; ett annat värde i AlexisHR ställer frågan igen',
          da: 'Der skal ikke gøres noget; en anden værdi i AlexisHR stiller spørgsmålet igen',
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
