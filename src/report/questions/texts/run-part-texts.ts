import { toCatalogue } from '../../../domain/language/catalogue.js'

/** What one run did with one person. */
export const runPartTexts = toCatalogue({
  en: {
    title: (id: string, started: string) => `What run ${id} of ${started} did with this person`,
    nothing:
      'It sent and held nothing of this person: there was nothing to change, or the person was not in scope.',
    nothingNamed: 'It was about people who were named, and has nothing of this person.',
    notEnded: 'It is still running, or was killed: what it did with this person may be incomplete.',
    stopped: (why: string) => `It was stopped before its end: ${why}`,
    now: 'How it is now',
  },
  nl: {
    title: (id, started) => `Wat run ${id} van ${started} met deze persoon deed`,
    nothing:
      'Van deze persoon is niets verstuurd en niets tegengehouden: er was niets te wijzigen, of de persoon viel niet onder deze verbinding.',
    nothingNamed: 'De run ging over genoemde personen, en heeft niets van deze persoon.',
    notEnded:
      'De run is nog bezig, of is afgebroken: wat er met deze persoon gebeurde, is misschien niet volledig.',
    stopped: (why) => `De run is voor het einde gestopt: ${why}`,
    now: 'Zo is het nu',
  },
  sv: {
    title: (id, started) => `Vad körning ${id} från ${started} gjorde med den här personen`,
    nothing:
      'Inget om personen skickades eller hölls tillbaka: det fanns inget att ändra, eller så ingick personen inte.',
    nothingNamed: 'Körningen gällde namngivna personer och har inget om den här personen.',
    notEnded: 'Körningen pågår, eller avbröts: det som visas om personen är kanske inte allt.',
    stopped: (why) => `Körningen stoppades före slutet: ${why}`,
    now: 'Så är det nu',
  },
  da: {
    title: (id, started) => `Hvad kørsel ${id} fra ${started} gjorde med denne person`,
    nothing:
      'Intet om personen blev sendt eller holdt tilbage: der var intet at ændre, eller personen var ikke omfattet.',
    nothingNamed: 'Kørslen handlede om navngivne personer og har intet om denne person.',
    notEnded: 'Kørslen er i gang, eller blev afbrudt: det, der vises om personen, er måske ikke alt.',
    stopped: (why) => `Kørslen blev stoppet før sin afslutning: ${why}`,
    now: 'Sådan er det nu',
  },
})
