import { toCatalogue } from '../../domain/language/catalogue.js'

/** `worklist done` and `worklist retry`. */
export const worklistAnswerTexts = toCatalogue({
  en: {
    nothingWaits: 'Nothing on the worklist waits for an answer.',
    done: (subject: string, targetId: string, reason: string) =>
      `${subject}, Nmbrs ${targetId}: done (${reason})`,
    open: (subject: string, targetId: string, reason: string) =>
      `${subject}, Nmbrs ${targetId}: open again (${reason})`,
    left: (count: number) => `Still open: ${count}. See them: nmbrs-sync worklist`,
    retried: (subject: string, section: string) =>
      `${subject}: ${section} is sent once more by the next sync`,
  },
  nl: {
    nothingWaits: 'Op de werklijst staat niets wat afgemeld kan worden.',
    done: (subject, targetId, reason) => `${subject}, Nmbrs ${targetId}: klaar (${reason})`,
    open: (subject, targetId, reason) => `${subject}, Nmbrs ${targetId}: staat weer open (${reason})`,
    left: (count) => `Nog open: ${count}. Bekijk ze: nmbrs-sync worklist`,
    retried: (subject, section) => `${subject}: de volgende sync verstuurt nog een keer: ${section}`,
  },
  sv: {
    nothingWaits: 'Inget på arbetslistan väntar på besked.',
    done: (subject, targetId, reason) => `${subject}, Nmbrs ${targetId}: klart (${reason})`,
    open: (subject, targetId, reason) => `${subject}, Nmbrs ${targetId}: öppet igen (${reason})`,
    left: (count) => `Fortfarande öppna: ${count}. Se dem: nmbrs-sync worklist`,
    retried: (subject, section) => `${subject}: nästa synkronisering skickar en gång till: ${section}`,
  },
  da: {
    nothingWaits: 'Intet på arbejdslisten venter på besked.',
    done: (subject, targetId, reason) => `${subject}, Nmbrs ${targetId}: færdig (${reason})`,
    open: (subject, targetId, reason) => `${subject}, Nmbrs ${targetId}: åben igen (${reason})`,
    left: (count) => `Stadig åbne: ${count}. Se dem: nmbrs-sync worklist`,
    retried: (subject, section) => `${subject}: næste synkronisering sender en gang til: ${section}`,
  },
})
