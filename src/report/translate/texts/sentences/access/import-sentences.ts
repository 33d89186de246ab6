import type { Wording } from '../../../../../domain/language/catalogue.js'

/** Why a list of a portal, or a file about logins, cannot be used. */
export const importSentences: readonly Wording[] = [
  {
    en: '{file} has two columns that can be "{name}". Remove one and import it again.',
    nl: '{file} heeft twee kolommen die "{name}" kunnen zijn. Verwijder er een en lees het bestand opnieuw in.',
    sv: '{file} har två kolumner som kan vara "{name}". Ta bort en och läs in filen igen.',
    da: '{file} har to kolonner, der kan være "{name}". Fjern den ene, og indlæs filen igen.',
  },
  {
    en: '{file} has no column {name} in its first line ({found} there, by ; , or tab)',
    nl: '{file} heeft geen kolom {name} in de eerste regel (er staat {found}, gescheiden door ; , of tab)',
    sv: '{file} har ingen kolumn {name} på första raden ({found} där, åtskilda med ; , eller tabb)',
    da: '{file} har ingen kolonne {name} i første linje ({found} dér, adskilt med ; , eller tabulator)',
  },
  {
    en: '{file} has no column {name}, and none {other} in its first line ({found} there, by ; , or tab)',
    nl: '{file} heeft geen kolom {name} en geen kolom {other} in de eerste regel (er staat {found}, gescheiden door ; , of tab)',
    sv: '{file} har ingen kolumn {name} och ingen {other} på första raden ({found} där, åtskilda med ; , eller tabb)',
    da: '{file} har ingen kolonne {name} og ingen {other} i første linje ({found} dér, adskilt med ; , eller tabulator)',
  },
  {
    en: 'The portal {portal} gives no list that can be imported. Say by hand what was done: nmbrs-sync access confirm',
    nl: 'De portal {portal} geeft geen lijst die ingelezen kan worden. Zeg met de hand wat is gedaan: nmbrs-sync access confirm',
    sv: 'Portalen {portal} ger ingen lista som kan läsas in. Säg för hand vad som är gjort: nmbrs-sync access confirm',
    da: 'Portalen {portal} giver ingen liste, der kan indlæses. Sig i hånden, hvad der er gjort: nmbrs-sync access confirm',
  },
  {
    en: '{file} has no column to find people by. The portal file of {portal} says which headings are known, under ownList',
    nl: '{file} heeft geen kolom om personen mee te vinden. Het portalbestand van {portal} zegt onder ownList welke koppen bekend zijn',
    sv: '{file} har ingen kolumn att hitta personer med. Portalfilen för {portal} anger kända rubriker under ownList',
    da: '{file} har ingen kolonne at finde personer med. Portalfilen for {portal} angiver kendte overskrifter under ownList',
  },
  {
    en: '{file} has no lines below its heading. An empty list is not enough; if the portal has no logins left: --whole --gone N',
    nl: '{file} heeft geen regels onder de kop. Een lege lijst zegt niets; heeft de portal geen login meer, zeg dat dan: --whole --gone N',
    sv: '{file} har inga rader under rubriken. En tom lista säger inget; om portalen inte har någon inloggning längre, säg det: --whole --gone N',
    da: '{file} har ingen linjer under overskriften. En tom liste siger intet; hvis portalen ikke har noget login mere, så sig det: --whole --gone N',
  },
  {
    en: '{file} lacks {count} known logins, not {said}. Nothing was taken over; look at them without --gone first',
    nl: 'In {file} ontbreken {count} bekende logins, geen {said}. Er is niets overgenomen; bekijk ze eerst zonder --gone',
    sv: '{file} saknar {count} kända inloggningar, inte {said}. Inget togs över; titta på dem utan --gone först',
    da: '{file} mangler {count} kendte logins, ikke {said}. Intet blev overtaget; se på dem uden --gone først',
  },
  {
    en: '{file} has more than {count} MB. Is it the right file?',
    nl: '{file} is groter dan {count} MB. Is het het juiste bestand?',
    sv: '{file} är större än {count} MB. Är det rätt fil?',
    da: '{file} er større end {count} MB. Er det den rigtige fil?',
  },
  {
    en: '{file} has more than {count} lines. Is it the right file?',
    nl: '{file} heeft meer dan {count} regels. Is het het juiste bestand?',
    sv: '{file} har mer än {count} rader. Är det rätt fil?',
    da: '{file} har mere end {count} linjer. Er det den rigtige fil?',
  },
  {
    en: '{file} cannot be read: {why}',
    nl: '{file} is niet te lezen: {why}',
    sv: '{file} går inte att läsa: {why}',
    da: '{file} kan ikke læses: {why}',
  },
  {
    en: '1 line is not as it should be',
    nl: '1 regel is niet zoals het moet',
    sv: '1 rad är inte som den ska',
    da: '1 linje er ikke, som den skal være',
  },
  {
    en: '{count} lines are not as they should be',
    nl: '{count} regels zijn niet zoals het moet',
    sv: '{count} rader är inte som de ska',
    da: '{count} linjer er ikke, som de skal være',
  },
  {
    en: '{file} cannot be used as a list of contacts',
    nl: '{file} is niet te gebruiken als lijst met contactpersonen',
    sv: '{file} går inte att använda som kontaktlista',
    da: '{file} kan ikke bruges som kontaktliste',
  },
  {
    en: '{file} has no column to find employees by: Employee number, or Name and E-mail',
    nl: '{file} heeft geen kolom om medewerkers mee te vinden: Employee number, of Name en E-mail',
    sv: '{file} har ingen kolumn att hitta anställda med: Employee number, eller Name och E-mail',
    da: '{file} har ingen kolonne at finde medarbejdere med: Employee number, eller Name og E-mail',
  },
  {
    en: '{file} cannot be used for letters',
    nl: '{file} is niet te gebruiken voor brieven',
    sv: '{file} går inte att använda för brev',
    da: '{file} kan ikke bruges til breve',
  },
  {
    en: '{file} has no login of the portal {portal}',
    nl: '{file} heeft geen login van de portal {portal}',
    sv: '{file} har ingen inloggning för portalen {portal}',
    da: '{file} har intet login til portalen {portal}',
  },
  {
    en: 'The portals in {folder} are not usable',
    nl: 'De portals in {folder} zijn niet bruikbaar',
    sv: 'Portalerna i {folder} går inte att använda',
    da: 'Portalerne i {folder} kan ikke bruges',
  },
  {
    en: 'The portals cannot be read from {file}',
    nl: 'De portals zijn niet te lezen uit {file}',
    sv: 'Portalerna går inte att läsa från {file}',
    da: 'Portalerne kan ikke læses fra {file}',
  },
]
