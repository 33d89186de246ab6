import { toCatalogue } from '../../../domain/language/catalogue.js'
import type { Counted } from '../../../domain/language/count.js'

interface WorkTexts {
  title: (portal: string, key: string, day: string) => string
  namesAndAddresses: string
  onlyAfter: (text: string, batches: string) => string
  tickNone: (people: string) => string
  tick: (filter: string, people: string) => string
  half: Readonly<Record<'first' | 'second', (work: string) => string>>
  userName: (name: string) => string
  nowNamed: (name: string) => string
  nothingForVendor: string
  nothingWaits: string
  changed: string
  sayWhatBecame: string
  noPasswords: string
  passwordsWritten: (file: string, passwords: string) => string
  passwords: Counted
  letters: {
    mailed: Counted
    written: (file: string, letters: string) => string
    count: Counted
    passed: (subjects: string) => string
    notSent: (subject: string, why: string) => string
    notKnown: (subject: string, why: string) => string
    deletePasswords: string
    deleteBoth: string
  }
}

/** Handed-over work on a screen: `access worklist`, its passwords, and `access letters`. */
export const workTexts = toCatalogue<WorkTexts>({
  en: {
    title: (portal, key, day) => `${portal}: hand-over ${key} of ${day}`,
    namesAndAddresses: 'Names and addresses: add --show-values',
    onlyAfter: (text, batches) => `${text}; only after ${batches}`,
    tickNone: (people) => `tick None, then these ${people} by name`,
    tick: (filter, people) => `tick ${filter}: ${people}`,
    half: {
      first: (work) => `${work}, this is the first half`,
      second: (work) => `${work}, this is the second half`,
    },
    userName: (name) => `user name ${name}`,
    nowNamed: (name) => `now ${name}`,
    nothingForVendor:
      'Nothing waits that is asked of a vendor. What there is to hand over: nmbrs-sync access plan',
    nothingWaits: 'No work waits for an answer. What there is to hand over: nmbrs-sync access plan',
    changed: 'Handed over, and not shown again as it was because the person or the policy changed since:',
    sayWhatBecame:
      'Say what became of it: nmbrs-sync access confirm ID or nmbrs-sync access refuse ID --reason TEXT',
    noPasswords: 'No passwords are needed: no handed-over login is made with one. Nothing was written.',
    passwordsWritten: (file, passwords) =>
      `Written: ${file}, ${passwords}, for your eyes only. Delete it when the logins are made.`,
    passwords: { one: '1 password', many: '# passwords' },
    letters: {
      mailed: { one: 'Sent by e-mail: 1 letter.', many: 'Sent by e-mail: # letters.' },
      written: (file, letters) => `Written to ${file}: ${letters}.`,
      count: { one: '1 letter', many: '# letters' },
      passed: (subjects) => `Sent before, and passed over: ${subjects}. To send them again: --again`,
      notSent: (subject, why) => `Not sent: ${subject}: ${why}`,
      notKnown: (subject, why) =>
        `Not known to have arrived: ${subject}: ${why}. Ask the person; to send all of them again: --again`,
      deletePasswords: 'Delete the file with the passwords: they are kept nowhere else.',
      deleteBoth:
        'Delete the file with the passwords, and this one once it is printed: they are kept nowhere else.',
    },
  },
  nl: {
    title: (portal, key, day) => `${portal}: overdracht ${key} van ${day}`,
    namesAndAddresses: 'Namen en adressen: voeg --show-values toe',
    onlyAfter: (text, batches) => `${text}; pas na ${batches}`,
    tickNone: (people) => `vink None aan, daarna ${people} hieronder op naam`,
    tick: (filter, people) => `vink ${filter} aan: ${people}`,
    half: {
      first: (work) => `${work}, dit is de eerste helft`,
      second: (work) => `${work}, dit is de tweede helft`,
    },
    userName: (name) => `gebruikersnaam ${name}`,
    nowNamed: (name) => `nu ${name}`,
    nothingForVendor:
      'Er wacht niets wat aan een leverancier wordt gevraagd. Wat er over te dragen is: nmbrs-sync access plan',
    nothingWaits: 'Er wacht geen werk op antwoord. Wat er over te dragen is: nmbrs-sync access plan',
    changed:
      'Overgedragen, maar niet meer te tonen zoals het was, omdat de persoon of de regels sindsdien zijn gewijzigd:',
    sayWhatBecame:
      'Zeg wat ervan geworden is: nmbrs-sync access confirm ID of nmbrs-sync access refuse ID --reason TEXT',
    noPasswords:
      'Er zijn geen wachtwoorden nodig: geen overgedragen login wordt met een wachtwoord gemaakt. Er is niets geschreven.',
    passwordsWritten: (file, passwords) =>
      `Opgeslagen: ${file}, ${passwords}, alleen voor jou. Verwijder het bestand als de logins zijn gemaakt.`,
    passwords: { one: '1 wachtwoord', many: '# wachtwoorden' },
    letters: {
      mailed: { one: 'Per e-mail verstuurd: 1 brief.', many: 'Per e-mail verstuurd: # brieven.' },
      written: (file, letters) => `Opgeslagen in ${file}: ${letters}.`,
      count: { one: '1 brief', many: '# brieven' },
      passed: (subjects) => `Al verstuurd en overgeslagen: ${subjects}. Om ze opnieuw te versturen: --again`,
      notSent: (subject, why) => `Niet verstuurd: ${subject}: ${why}`,
      notKnown: (subject, why) =>
        `Niet bekend of het is aangekomen: ${subject}: ${why}. Vraag het de persoon; om alles opnieuw te versturen: --again`,
      deletePasswords: 'Verwijder het bestand met de wachtwoorden: ze worden nergens anders bewaard.',
      deleteBoth:
        'Verwijder het bestand met de wachtwoorden, en ook dit zodra het is afgedrukt: ze worden nergens anders bewaard.',
    },
  },
  sv: {
    title: (portal, key, day) => `${portal}: överlämning ${key} av ${day}`,
    namesAndAddresses: 'Namn och adresser: lägg till --show-values',
    onlyAfter: (text, batches) => `${text}; först efter ${batches}`,
    tickNone: (people) => `kryssa för None, sedan ${people} nedan med namn`,
    tick: (filter, people) => `kryssa för ${filter}: ${people}`,
    half: {
      first: (work) => `${work}, detta är första halvan`,
      second: (work) => `${work}, detta är andra halvan`,
    },
    userName: (name) => `användarnamn ${name}`,
    nowNamed: (name) => `nu ${name}`,
    nothingForVendor:
      'Inget väntar som begärs av en leverantör. Vad som finns att lämna över: nmbrs-sync access plan',
    nothingWaits: 'Inget arbete väntar på svar. Vad som finns att lämna över: nmbrs-sync access plan',
    changed:
      'Överlämnat, men kan inte visas igen som det var, eftersom personen eller reglerna har ändrats sedan dess:',
    sayWhatBecame:
      'Säg hur det gick: nmbrs-sync access confirm ID eller nmbrs-sync access refuse ID --reason TEXT',
    noPasswords:
      'Inga lösenord behövs: ingen överlämnad inloggning skapas med ett lösenord. Inget har skrivits.',
    passwordsWritten: (file, passwords) =>
      `Skrivet: ${file}, ${passwords}, bara för dina ögon. Ta bort filen när inloggningarna har skapats.`,
    passwords: { one: '1 lösenord', many: '# lösenord' },
    letters: {
      mailed: { one: 'Skickat med e-post: 1 brev.', many: 'Skickat med e-post: # brev.' },
      written: (file, letters) => `Skrivet till ${file}: ${letters}.`,
      count: { one: '1 brev', many: '# brev' },
      passed: (subjects) => `Redan skickat och hoppat över: ${subjects}. För att skicka igen: --again`,
      notSent: (subject, why) => `Inte skickat: ${subject}: ${why}`,
      notKnown: (subject, why) =>
        `Inte känt om det kom fram: ${subject}: ${why}. Fråga personen; för att skicka alla igen: --again`,
      deletePasswords: 'Ta bort filen med lösenorden: de sparas ingen annanstans.',
      deleteBoth:
        'Ta bort filen med lösenorden, och även den här när den är utskriven: de sparas ingen annanstans.',
    },
  },
  da: {
    title: (portal, key, day) => `${portal}: overdragelse ${key} af ${day}`,
    namesAndAddresses: 'Navne og adresser: tilføj --show-values',
    onlyAfter: (text, batches) => `${text}; først efter ${batches}`,
    tickNone: (people) => `sæt kryds ved None, derefter ${people} nedenfor ved navn`,
    tick: (filter, people) => `sæt kryds ved ${filter}: ${people}`,
    half: {
      first: (work) => `${work}, dette er den første halvdel`,
      second: (work) => `${work}, dette er den anden halvdel`,
    },
    userName: (name) => `brugernavn ${name}`,
    nowNamed: (name) => `nu ${name}`,
    nothingForVendor:
      'Intet venter, som en leverandør bliver bedt om. Hvad der er at overdrage: nmbrs-sync access plan',
    nothingWaits: 'Intet arbejde venter på svar. Hvad der er at overdrage: nmbrs-sync access plan',
    changed:
      'Overdraget, men kan ikke vises igen, som det var, fordi personen eller reglerne er ændret siden:',
    sayWhatBecame:
      'Sig, hvad der er sket med det: nmbrs-sync access confirm ID eller nmbrs-sync access refuse ID --reason TEXT',
    noPasswords:
      'Der er ikke brug for adgangskoder: intet overdraget login oprettes med en adgangskode. Intet er skrevet.',
    passwordsWritten: (file, passwords) =>
      `Skrevet: ${file}, ${passwords}, kun til dig. Slet filen, når logins er oprettet.`,
    passwords: { one: '1 adgangskode', many: '# adgangskoder' },
    letters: {
      mailed: { one: 'Sendt med e-mail: 1 brev.', many: 'Sendt med e-mail: # breve.' },
      written: (file, letters) => `Skrevet til ${file}: ${letters}.`,
      count: { one: '1 brev', many: '# breve' },
      passed: (subjects) => `Sendt tidligere og sprunget over: ${subjects}. For at sende dem igen: --again`,
      notSent: (subject, why) => `Ikke sendt: ${subject}: ${why}`,
      notKnown: (subject, why) =>
        `Det vides ikke, om det kom frem: ${subject}: ${why}. Spørg personen; for at sende alle igen: --again`,
      deletePasswords: 'Slet filen med adgangskoderne: de gemmes ingen andre steder.',
      deleteBoth:
        'Slet filen med adgangskoderne, og også denne, når den er printet: de gemmes ingen andre steder.',
    },
  },
})
