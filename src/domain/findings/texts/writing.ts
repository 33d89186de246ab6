import type { FindingEntry } from '../entry.js'

/** Writing to Nmbrs: what did not go through. */
export const writingFindings = {
  'target-moved': {
    severity: 'warning',
    short: {
      en: 'changed in Nmbrs after the plan',
      nl: 'in Nmbrs gewijzigd na het plan',
      sv: 'ändrat i Nmbrs efter planen',
      da: 'ændret i Nmbrs efter planen',
    },
    guide: { says: 'Someone changed it in Nmbrs between the plan and the write', remedy: '`plan` again' },
    message: {
      en: 'Someone changed it in Nmbrs after the plan was made, so nothing was sent',
      nl: 'Iemand heeft het in Nmbrs gewijzigd nadat het plan was gemaakt, dus er is niets verstuurd',
      sv: 'Någon ändrade det i Nmbrs efter att planen gjordes, så inget skickades',
      da: 'Nogen ændrede det i Nmbrs, efter at planen blev lavet, så intet blev sendt',
    },
    remedy: {
      en: 'Look at it again: nmbrs-sync plan --employee {id}',
      nl: 'Kijk er opnieuw naar: nmbrs-sync plan --employee {id}',
      sv: 'Se på det igen: nmbrs-sync plan --employee {id}',
      da: 'Se på det igen: nmbrs-sync plan --employee {id}',
    },
  },
  'depends-on-failed': {
    severity: 'warning',
    short: {
      en: 'waits for another change of this person',
      nl: 'wacht op een andere wijziging van deze persoon',
      sv: 'väntar på en annan ändring för personen',
      da: 'venter på en anden ændring for personen',
    },
    guide: { says: 'It needs another change of this person, which failed', remedy: 'See that change' },
    message: {
      en: 'Waits for another change of this person that did not go through',
      nl: 'Wacht op een andere wijziging van deze persoon die niet is gelukt',
      sv: 'Väntar på en annan ändring för personen som inte gick igenom',
      da: 'Venter på en anden ændring for personen, som ikke gik igennem',
    },
    remedy: {
      en: 'See that change: nmbrs-sync explain {id}',
      nl: 'Bekijk die wijziging: nmbrs-sync explain {id}',
      sv: 'Se den ändringen: nmbrs-sync explain {id}',
      da: 'Se den ændring: nmbrs-sync explain {id}',
    },
  },
  stopped: {
    severity: 'error',
    short: {
      en: 'the run was stopped',
      nl: 'de run is gestopt',
      sv: 'körningen stoppades',
      da: 'kørslen blev stoppet',
    },
    guide: { says: 'The run was stopped', remedy: '`sync` again' },
    message: {
      en: 'The run was stopped',
      nl: 'De run is gestopt',
      sv: 'Körningen stoppades',
      da: 'Kørslen blev stoppet',
    },
    remedy: {
      en: 'Remove the cause, then: nmbrs-sync sync',
      nl: 'Neem de oorzaak weg, daarna: nmbrs-sync sync',
      sv: 'Åtgärda orsaken, sedan: nmbrs-sync sync',
      da: 'Fjern årsagen, og derefter: nmbrs-sync sync',
    },
    cases: {
      'half-made': {
        message: {
          en: 'The run was stopped. The employee was created and is not complete',
          nl: 'De run is gestopt. De medewerker is aangemaakt en is niet volledig',
          sv: 'Körningen stoppades. Medarbetaren har skapats och är inte fullständig',
          da: 'Kørslen blev stoppet. Medarbejderen er oprettet og er ikke fuldstændig',
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
  'write-refused': {
    severity: 'error',
    short: {
      en: 'Nmbrs refused it',
      nl: 'Nmbrs heeft het geweigerd',
      sv: 'Nmbrs avvisade det',
      da: 'Nmbrs afviste det',
    },
    guide: {
      says: 'Nmbrs refused it, and it is not sent again until something changes',
      remedy: '`worklist`: do it in Nmbrs, or `worklist retry ID`',
    },
    message: {
      en: 'Nmbrs refused the change',
      nl: 'Nmbrs heeft de wijziging geweigerd',
      sv: 'Nmbrs avvisade ändringen',
      da: 'Nmbrs afviste ændringen',
    },
    remedy: {
      en: 'Correct the value in AlexisHR; details: nmbrs-sync explain {id}',
      nl: 'Verbeter de waarde in AlexisHR; details: nmbrs-sync explain {id}',
      sv: 'Rätta värdet i AlexisHR; detaljer: nmbrs-sync explain {id}',
      da: 'Ret værdien i AlexisHR; detaljer: nmbrs-sync explain {id}',
    },
    cases: {
      earlier: {
        message: {
          en: 'Nmbrs refused the change in an earlier run, and it is not sent again until a value or the payroll period changes: {why}',
          nl: 'Nmbrs heeft de wijziging in een eerdere run geweigerd, en die wordt pas opnieuw verstuurd als een waarde of de loonperiode verandert: {why}',
          sv: 'Nmbrs avvisade ändringen i en tidigare körning, och den skickas inte igen förrän ett värde eller löneperioden ändras: {why}',
          da: 'Nmbrs afviste ændringen i en tidligere kørsel, og den sendes ikke igen, før en værdi eller lønperioden ændres: {why}',
        },
        remedy: {
          en: 'Do it in Nmbrs, see: nmbrs-sync worklist; or have it sent once more: nmbrs-sync worklist retry {id}',
          nl: 'Doe het zelf in Nmbrs, zie: nmbrs-sync worklist; of laat het nog een keer versturen: nmbrs-sync worklist retry {id}',
          sv: 'Gör det i Nmbrs, se: nmbrs-sync worklist; eller låt det skickas en gång till: nmbrs-sync worklist retry {id}',
          da: 'Gør det i Nmbrs, se: nmbrs-sync worklist; eller lad det sende én gang til: nmbrs-sync worklist retry {id}',
        },
      },
    },
  },
  'write-failed': {
    severity: 'error',
    short: {
      en: 'Nmbrs could not do it now',
      nl: 'Nmbrs kon het nu niet uitvoeren',
      sv: 'Nmbrs kunde inte göra det nu',
      da: 'Nmbrs kunne ikke gøre det nu',
    },
    guide: { says: 'Nmbrs could not do it at that moment', remedy: '`sync` again' },
    message: {
      en: 'Nmbrs could not make the change now',
      nl: 'Nmbrs kon de wijziging nu niet uitvoeren',
      sv: 'Nmbrs kunde inte utföra ändringen nu',
      da: 'Nmbrs kunne ikke udføre ændringen nu',
    },
    remedy: {
      en: 'Run again: nmbrs-sync sync --employee {id}',
      nl: 'Voer het opnieuw uit: nmbrs-sync sync --employee {id}',
      sv: 'Kör igen: nmbrs-sync sync --employee {id}',
      da: 'Kør igen: nmbrs-sync sync --employee {id}',
    },
  },
  'write-unknown': {
    severity: 'error',
    short: {
      en: 'the answer was lost',
      nl: 'het antwoord is verloren gegaan',
      sv: 'svaret gick förlorat',
      da: 'svaret gik tabt',
    },
    guide: { says: 'The answer was lost; the next run looks first', remedy: '`sync` again' },
    message: {
      en: 'No answer came back, so it is not known whether Nmbrs made the change; the next run checks before it writes',
      nl: 'Het antwoord is verloren gegaan, dus het is niet bekend of Nmbrs de wijziging heeft uitgevoerd; de volgende run kijkt voordat hij schrijft',
      sv: 'Svaret gick förlorat, så det är inte känt om Nmbrs utförde ändringen; nästa körning ser efter innan den skriver',
      da: 'Svaret gik tabt, så det vides ikke, om Nmbrs udførte ændringen; næste kørsel ser efter, før den skriver',
    },
    remedy: {
      en: 'Run again: nmbrs-sync sync --employee {id}',
      nl: 'Voer het opnieuw uit: nmbrs-sync sync --employee {id}',
      sv: 'Kör igen: nmbrs-sync sync --employee {id}',
      da: 'Kør igen: nmbrs-sync sync --employee {id}',
    },
  },
  'write-left-open': {
    severity: 'warning',
    short: {
      en: 'the answer was lost and the person left the scope',
      nl: 'het antwoord is verloren gegaan en de persoon valt niet meer onder de verbinding',
      sv: 'svaret gick förlorat och personen omfattas inte längre',
      da: 'svaret gik tabt, og personen er ikke længere omfattet',
    },
    guide: {
      says: 'The answer was lost, and the person is no longer in scope',
      remedy: 'Look in Nmbrs, then `disconnect`',
    },
    message: {
      en: 'An earlier write ({section}) got no answer, and this person has left the scope since, so the outcome is not checked',
      nl: 'Op een eerdere wijziging ({section}) kwam geen antwoord, en deze persoon valt sindsdien niet meer onder de verbinding; er wordt dus niet nagegaan hoe dat is afgelopen',
      sv: 'En tidigare ändring ({section}) fick inget svar, och personen omfattas inte längre av anslutningen; ingen ser alltså efter hur det gick',
      da: 'En tidligere ændring ({section}) fik intet svar, og personen er ikke længere omfattet af forbindelsen; ingen ser altså efter, hvad der skete',
    },
    remedy: {
      en: 'Look at the employee in Nmbrs and correct it there, then: nmbrs-sync disconnect {id}',
      nl: 'Bekijk de medewerker in Nmbrs en verbeter het daar, daarna: nmbrs-sync disconnect {id}',
      sv: 'Titta på medarbetaren i Nmbrs och rätta det där, sedan: nmbrs-sync disconnect {id}',
      da: 'Se på medarbejderen i Nmbrs, og ret det dér, og derefter: nmbrs-sync disconnect {id}',
    },
    cases: {
      'two-accounts': {
        severity: 'error',
        message: {
          en: 'An earlier replacement of the bank account was cut short, and this person has left the scope since, so both accounts may be in Nmbrs',
          nl: 'Een eerdere vervanging van de bankrekening is afgebroken, en deze persoon valt sindsdien niet meer onder de verbinding, dus misschien staan beide rekeningen in Nmbrs',
          sv: 'Ett tidigare byte av bankkontot avbröts, och personen omfattas inte längre, så båda kontona kan finnas i Nmbrs',
          da: 'En tidligere udskiftning af bankkontoen blev afbrudt, og personen er siden ikke længere omfattet, så begge konti er måske i Nmbrs',
        },
      },
    },
  },
  'creation-left-open': {
    severity: 'warning',
    short: {
      en: 'the answer to the creation was lost and the person left the scope',
      nl: 'antwoord op de aanmaak verloren, en de persoon hoort er niet meer bij',
      sv: 'svaret på skapandet gick förlorat och personen omfattas inte längre',
      da: 'svaret på oprettelsen gik tabt, og personen er ikke længere omfattet',
    },
    guide: {
      says: 'The answer to a creation was lost, and the person is no longer in scope',
      remedy: 'Look in Nmbrs whether the employee is there',
    },
    message: {
      en: 'An earlier creation got no answer, and this person has left the scope since, so the outcome is not checked',
      nl: 'Op een eerdere aanmaak kwam geen antwoord, en deze persoon valt sindsdien niet meer onder de verbinding; er wordt dus niet nagegaan hoe dat is afgelopen',
      sv: 'Ett tidigare skapande fick inget svar, och personen omfattas inte längre av anslutningen; ingen ser alltså efter hur det gick',
      da: 'En tidligere oprettelse fik intet svar, og personen er ikke længere omfattet af forbindelsen; ingen ser altså efter, hvad der skete',
    },
    remedy: {
      en: 'Look for the employee in Nmbrs. If the person comes back, the next run looks before it creates: nmbrs-sync sync',
      nl: 'Zoek de medewerker in Nmbrs. Komt de persoon terug, dan kijkt de volgende run eerst en maakt daarna pas aan: nmbrs-sync sync',
      sv: 'Leta efter medarbetaren i Nmbrs. Om personen kommer tillbaka ser nästa körning efter innan den skapar: nmbrs-sync sync',
      da: 'Find medarbejderen i Nmbrs. Hvis personen kommer tilbage, ser næste kørsel efter, før den opretter: nmbrs-sync sync',
    },
  },
  'write-not-confirmed': {
    severity: 'error',
    short: {
      en: 'reading it back shows something else',
      nl: 'bij het teruglezen staat er iets anders',
      sv: 'när det läses tillbaka står det något annat',
      da: 'når det læses tilbage, står der noget andet',
    },
    guide: { says: 'Nmbrs shows something else after the write', remedy: '`explain ID --show-values`' },
    message: {
      en: 'Nmbrs accepted the change, but reading it back shows something else',
      nl: 'Nmbrs heeft de wijziging aangenomen, maar bij het teruglezen staat er iets anders',
      sv: 'Nmbrs tog emot ändringen, men när den läses tillbaka står det något annat',
      da: 'Nmbrs tog imod ændringen, men når den læses tilbage, står der noget andet',
    },
    remedy: {
      en: 'Compare both sides: nmbrs-sync explain {id} --show-values',
      nl: 'Vergelijk beide kanten: nmbrs-sync explain {id} --show-values',
      sv: 'Jämför båda sidor: nmbrs-sync explain {id} --show-values',
      da: 'Sammenlign begge sider: nmbrs-sync explain {id} --show-values',
    },
    cases: {
      'part-kept': {
        message: {
          en: 'Nmbrs kept {field} of the old address when a new one was written, so the two may be mixed there',
          nl: 'Nmbrs heeft {field} van het oude adres laten staan toen er een nieuw adres is ingevoerd, dus daar staan de twee misschien door elkaar',
          sv: 'Nmbrs behöll {field} från den gamla adressen när en ny skrevs, så de två kan stå blandade där',
          da: 'Nmbrs beholdt {field} fra den gamle adresse, da en ny blev skrevet, så de to kan stå blandet dér',
        },
        remedy: {
          en: 'Empty it in Nmbrs; what belongs to the new address can be entered after the next run: nmbrs-sync sync --employee {id}',
          nl: 'Maak het leeg in Nmbrs; wat bij het nieuwe adres hoort, kan na de volgende run worden ingevuld: nmbrs-sync sync --employee {id}',
          sv: 'Töm det i Nmbrs; det som hör till den nya adressen kan fyllas i efter nästa körning: nmbrs-sync sync --employee {id}',
          da: 'Tøm det i Nmbrs; det, der hører til den nye adresse, kan indtastes efter næste kørsel: nmbrs-sync sync --employee {id}',
        },
      },
    },
  },
  'right-missing': {
    severity: 'error',
    short: {
      en: 'the account may not make this call',
      nl: 'het account mag deze call niet gebruiken',
      sv: 'kontot får inte göra anropet',
      da: 'kontoen må ikke foretage kaldet',
    },
    guide: { says: 'The account may not make that call', remedy: 'Open the call in Nmbrs, then `doctor`' },
    message: {
      en: 'The account may not make this call',
      nl: 'Het account mag deze call niet gebruiken',
      sv: 'Kontot får inte göra det här anropet',
      da: 'Kontoen må ikke foretage dette kald',
    },
    remedy: {
      en: 'Open the call for the account in Nmbrs, then: nmbrs-sync doctor',
      nl: 'Zet de call voor het account aan in Nmbrs, daarna: nmbrs-sync doctor',
      sv: 'Öppna anropet för kontot i Nmbrs, sedan: nmbrs-sync doctor',
      da: 'Åbn kaldet for kontoen i Nmbrs, og derefter: nmbrs-sync doctor',
    },
  },
  'canary-failed': {
    severity: 'error',
    short: {
      en: 'the first people of a run do not read back right',
      nl: 'de eerste personen van een run staan niet goed in Nmbrs',
      sv: 'de första personerna i en körning står inte rätt i Nmbrs',
      da: 'de første personer i en kørsel står ikke rigtigt i Nmbrs',
    },
    guide: {
      says: 'One of the first people of a run is not in Nmbrs as was sent; the changes of all others wait',
      remedy: '`explain ID --show-values`, then `sync --canary 1`, or `sync --no-canary`',
    },
    message: {
      en: 'This person was written first, and {field} reads back differently, so no one else was written',
      nl: 'Deze persoon is als eerste ingevoerd en {field} staat bij het teruglezen anders in Nmbrs; daarom is niemand anders ingevoerd',
      sv: 'Personen skrevs först, och {field} är något annat när det läses tillbaka, så ingen annan skrevs',
      da: 'Personen blev skrevet først, og {field} er noget andet, når det læses tilbage, så ingen andre blev skrevet',
    },
    remedy: {
      en: 'Compare both sides: nmbrs-sync explain {id} --show-values',
      nl: 'Vergelijk beide kanten: nmbrs-sync explain {id} --show-values',
      sv: 'Jämför båda sidor: nmbrs-sync explain {id} --show-values',
      da: 'Sammenlign begge sider: nmbrs-sync explain {id} --show-values',
    },
    cases: {
      section: {
        message: {
          en: 'This person was written first, and the {section} reads back differently, so no one else was written',
          nl: 'Deze persoon is als eerste ingevoerd en {section} staat bij het teruglezen anders in Nmbrs; daarom is niemand anders ingevoerd',
          sv: 'Personen skrevs först, och {section} är något annat när det läses tillbaka, så ingen annan skrevs',
          da: 'Personen blev skrevet først, og {section} er noget andet, når det læses tilbage, så ingen andre blev skrevet',
        },
      },
      'not-read': {
        message: {
          en: 'This person was written first, and the {section} could not be read back, so no one else was written',
          nl: 'Deze persoon is als eerste ingevoerd en {section} kon niet worden teruggelezen; daarom is niemand anders ingevoerd',
          sv: 'Personen skrevs först, och {section} kunde inte läsas tillbaka, så ingen annan skrevs',
          da: 'Personen blev skrevet først, og {section} kunne ikke læses tilbage, så ingen andre blev skrevet',
        },
      },
      'not-written': {
        message: {
          en: 'This person was to be written first, and the {section} did not go through, so no one else was written',
          nl: 'Deze persoon zou als eerste worden ingevoerd en {section} is niet gelukt; daarom is niemand anders ingevoerd',
          sv: 'Personen skulle skrivas först, och {section} gick inte igenom, så ingen annan skrevs',
          da: 'Personen skulle skrives først, og {section} gik ikke igennem, så ingen andre blev skrevet',
        },
      },
    },
  },
} as const satisfies Readonly<Record<string, FindingEntry>>
