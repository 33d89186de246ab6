import type { Wording } from '../../../../domain/language/catalogue.js'

/** Why a held change waits, and what lets it go. */
export const holdSentences: readonly Wording[] = [
  {
    en: 'Correct it in AlexisHR, or take the rejection back: nmbrs-sync holds release {id} --reason TEXT',
    nl: 'Verbeter het in AlexisHR, of neem de afwijzing terug: nmbrs-sync holds release {id} --reason TEXT',
    sv: 'Rätta det i AlexisHR, eller ta tillbaka avvisningen: nmbrs-sync holds release {id} --reason TEXT',
    da: 'Ret det i AlexisHR, eller træk afvisningen tilbage: nmbrs-sync holds release {id} --reason TEXT',
  },
  {
    en: 'A person rejected the name or birth date that AlexisHR has; those of Nmbrs are kept',
    nl: 'Iemand heeft de naam of geboortedatum uit AlexisHR afgewezen; die van Nmbrs blijven staan',
    sv: 'Någon har avvisat namnet eller födelsedatumet från AlexisHR; uppgifterna i Nmbrs gäller',
    da: 'Nogen har afvist navnet eller fødselsdatoen fra AlexisHR; oplysningerne i Nmbrs gælder',
  },
  {
    en: 'Nothing to do; another value in AlexisHR asks again',
    nl: 'Er hoeft niets te gebeuren; bij een andere waarde in AlexisHR komt de vraag opnieuw',
    sv: 'Inget behöver göras; ett annat värde i AlexisHR ställer frågan igen',
    da: 'Der skal ikke gøres noget; en anden værdi i AlexisHR stiller spørgsmålet igen',
  },
  {
    en: 'AlexisHR has the same bank account for someone else in this company: {ids}',
    nl: 'AlexisHR heeft dezelfde bankrekening bij iemand anders van dit bedrijf: {ids}',
    sv: 'AlexisHR har samma bankkonto för någon annan i företaget: {ids}',
    da: 'AlexisHR har samme bankkonto for en anden i virksomheden: {ids}',
  },
  {
    en: 'AlexisHR gives the bank account of this person to someone else in this company too: {ids}',
    nl: 'AlexisHR heeft de bankrekening van deze persoon ook bij iemand anders van dit bedrijf: {ids}',
    sv: 'AlexisHR har personens bankkonto även för någon annan i företaget: {ids}',
    da: 'AlexisHR har personens bankkonto også for en anden i virksomheden: {ids}',
  },
  {
    en: 'To create the hold: nmbrs-sync plan --employee {id}, which names the hold to release',
    nl: 'Laat de wijziging vastleggen: nmbrs-sync plan --employee {id}; daar staat welke hold je kunt goedkeuren',
    sv: 'Låt den noteras: nmbrs-sync plan --employee {id}, som anger vilken ändring som kan godkännas',
    da: 'Få den noteret: nmbrs-sync plan --employee {id}, som angiver, hvilken ændring der kan godkendes',
  },
  {
    en: 'Released; the first sync on or after {day} sends it',
    nl: 'Goedgekeurd; de eerste sync vanaf {day} verstuurt het',
    sv: 'Godkänd; den första synkroniseringen från och med {day} skickar den',
    da: 'Godkendt; den første synkronisering fra og med {day} sender den',
  },
  {
    en: 'Released by {count}; another person has to as well: nmbrs-sync holds release {id} --reason TEXT --as NAME',
    nl: 'Goedgekeurd door {count}; er moet nog iemand akkoord geven: nmbrs-sync holds release {id} --reason TEXT --as NAME',
    sv: 'Godkänd av {count}; en person till måste godkänna: nmbrs-sync holds release {id} --reason TEXT --as NAME',
    da: 'Godkendt af {count}; endnu en person skal godkende: nmbrs-sync holds release {id} --reason TEXT --as NAME',
  },
  {
    en: 'The release expired before it was used. {text}',
    nl: 'De goedkeuring is ongebruikt verlopen. {text}',
    sv: 'Godkännandet gick ut oanvänt. {text}',
    da: 'Godkendelsen udløb ubrugt. {text}',
  },
  {
    en: 'If it is right: nmbrs-sync holds release {id} --reason TEXT; if not: nmbrs-sync holds reject {id} --reason TEXT; both sides: nmbrs-sync explain {person} --show-values',
    nl: 'Als het klopt: nmbrs-sync holds release {id} --reason TEXT; zo niet: nmbrs-sync holds reject {id} --reason TEXT; beide kanten: nmbrs-sync explain {person} --show-values',
    sv: 'Om det stämmer: nmbrs-sync holds release {id} --reason TEXT; om inte: nmbrs-sync holds reject {id} --reason TEXT; båda sidor: nmbrs-sync explain {person} --show-values',
    da: 'Hvis det er rigtigt: nmbrs-sync holds release {id} --reason TEXT; hvis ikke: nmbrs-sync holds reject {id} --reason TEXT; begge sider: nmbrs-sync explain {person} --show-values',
  },
  {
    en: 'A rule connected this person, and AlexisHR has another name or birth date than Nmbrs; those of Nmbrs are kept, as holds.identityFirstContact says',
    nl: 'Een regel heeft deze persoon gekoppeld, en AlexisHR heeft een andere naam of geboortedatum dan Nmbrs; die van Nmbrs blijven staan, zoals holds.identityFirstContact zegt',
    sv: 'En regel kopplade personen, och AlexisHR har ett annat namn eller födelsedatum än Nmbrs; de i Nmbrs behålls, som holds.identityFirstContact säger',
    da: 'En regel forbandt personen, og AlexisHR har et andet navn eller en anden fødselsdato end Nmbrs; dem i Nmbrs beholdes, som holds.identityFirstContact siger',
  },
  {
    en: 'Nothing to do; both sides: nmbrs-sync explain {id} --show-values',
    nl: 'Er hoeft niets te gebeuren; beide kanten: nmbrs-sync explain {id} --show-values',
    sv: 'Inget behöver göras; båda sidor: nmbrs-sync explain {id} --show-values',
    da: 'Der skal ikke gøres noget; begge sider: nmbrs-sync explain {id} --show-values',
  },
]
