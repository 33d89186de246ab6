import type { Wording } from '../../language/catalogue.js'

/** What lets a held change go, by where it stands. */
export const holdRemedies = {
  'to-create': {
    en: 'To create the hold: nmbrs-sync plan --employee {id}, which names the hold to release',
    nl: 'Laat de wijziging vastleggen: nmbrs-sync plan --employee {id}; daar staat welke hold je kunt goedkeuren',
    sv: 'Låt den noteras: nmbrs-sync plan --employee {id}, som anger vilken ändring som kan godkännas',
    da: 'Få den noteret: nmbrs-sync plan --employee {id}, som angiver, hvilken ændring der kan godkendes',
  },
  delayed: {
    en: 'Released; the first sync on or after {day} sends it',
    nl: 'Goedgekeurd; de eerste sync vanaf {day} verstuurt het',
    sv: 'Godkänd; den första synkroniseringen från och med {day} skickar den',
    da: 'Godkendt; den første synkronisering fra og med {day} sender den',
  },
  'one-more': {
    en: 'Released by {count}; another person has to as well: nmbrs-sync holds release {hold} --reason TEXT --as NAME',
    nl: 'Goedgekeurd door {count}; er moet nog iemand akkoord geven: nmbrs-sync holds release {hold} --reason TEXT --as NAME',
    sv: 'Godkänd av {count}; en person till måste godkänna: nmbrs-sync holds release {hold} --reason TEXT --as NAME',
    da: 'Godkendt af {count}; endnu en person skal godkende: nmbrs-sync holds release {hold} --reason TEXT --as NAME',
  },
  expired: {
    en: 'The release expired before it was used. If it is right: nmbrs-sync holds release {hold} --reason TEXT; if not: nmbrs-sync holds reject {hold} --reason TEXT; both sides: nmbrs-sync explain {id} --show-values',
    nl: 'De goedkeuring is ongebruikt verlopen. Als het klopt: nmbrs-sync holds release {hold} --reason TEXT; zo niet: nmbrs-sync holds reject {hold} --reason TEXT; beide kanten: nmbrs-sync explain {id} --show-values',
    sv: 'Godkännandet gick ut oanvänt. Om det stämmer: nmbrs-sync holds release {hold} --reason TEXT; om inte: nmbrs-sync holds reject {hold} --reason TEXT; båda sidor: nmbrs-sync explain {id} --show-values',
    da: 'Godkendelsen udløb ubrugt. Hvis det er rigtigt: nmbrs-sync holds release {hold} --reason TEXT; hvis ikke: nmbrs-sync holds reject {hold} --reason TEXT; begge sider: nmbrs-sync explain {id} --show-values',
  },
  waiting: {
    en: 'If it is right: nmbrs-sync holds release {hold} --reason TEXT; if not: nmbrs-sync holds reject {hold} --reason TEXT; both sides: nmbrs-sync explain {id} --show-values',
    nl: 'Als het klopt: nmbrs-sync holds release {hold} --reason TEXT; zo niet: nmbrs-sync holds reject {hold} --reason TEXT; beide kanten: nmbrs-sync explain {id} --show-values',
    sv: 'Om det stämmer: nmbrs-sync holds release {hold} --reason TEXT; om inte: nmbrs-sync holds reject {hold} --reason TEXT; båda sidor: nmbrs-sync explain {id} --show-values',
    da: 'Hvis det er rigtigt: nmbrs-sync holds release {hold} --reason TEXT; hvis ikke: nmbrs-sync holds reject {hold} --reason TEXT; begge sider: nmbrs-sync explain {id} --show-values',
  },
} as const satisfies Readonly<Record<string, Wording>>
