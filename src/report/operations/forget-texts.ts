import { toCatalogue } from '../../domain/language/catalogue.js'
import type { ForgetObstacle } from '../../run/forget/check-forgettable.js'
import type { KeptOfPerson } from '../../run/store.js'

interface ForgetTexts {
  goes: (id: string, connection: string) => string
  counts: Readonly<Record<keyof KeptOfPerson['counts'], string>>
  pseudonym: string
  obstacle: Readonly<Record<ForgetObstacle['code'], (companyId: string, targetId: string) => string>>
  ask: string
  forgotten: (id: string, pseudonym: string) => string
  elsewhere: string
  askReason: (entry: string) => string
  reasonForgotten: (entry: string) => string
}

/** `state forget` and `audit forget-reason`. */
export const forgetTexts = toCatalogue<ForgetTexts>({
  en: {
    goes: (id, connection) => `What is kept of ${id} in ${connection}, and goes:`,
    counts: {
      links: 'links',
      baselines: 'sections that were last sent or agreed on',
      writes: 'writes',
      outcomes: 'outcomes of changes',
      holds: 'holds, with what was decided',
      findings: 'findings',
      logins: 'logins and work about them',
      entries: 'entries of the audit record, which stay under a pseudonym',
    },
    pseudonym: 'The pseudonym cannot be turned back into the person. This cannot be undone.',
    obstacle: {
      'in-target': (companyId, targetId) => `Company ${companyId} in Nmbrs still has employee ${targetId}.`,
      'company-not-read': (companyId, targetId) =>
        `Company ${companyId}, where Nmbrs had employee ${targetId}, could not be looked at.`,
      'creation-open': () => 'A creation got no answer; Nmbrs may have the employee all the same.',
      'login-active': () => 'A portal still has a login of this person.',
    },
    ask: 'Forget this person for good?',
    forgotten: (id, pseudonym) => `${id} is forgotten; the audit record calls them ${pseudonym}.`,
    elsewhere:
      'Backups, logs, saved plans and lists may still name the person. Make a new backup and remove older ones: nmbrs-sync state backup FILE',
    askReason: (entry) => `Take the typed reason out of entry ${entry} for good?`,
    reasonForgotten: (entry) => `The typed reason of entry ${entry} is gone; the record stays whole.`,
  },
  nl: {
    goes: (id, connection) => `Wat van ${id} in ${connection} wordt bewaard, en verdwijnt:`,
    counts: {
      links: 'koppelingen',
      baselines: 'onderdelen die het laatst zijn verstuurd of overeenkwamen',
      writes: 'keren dat iets is ingevoerd',
      outcomes: 'uitkomsten van wijzigingen',
      holds: 'wachtende wijzigingen, met wat er is besloten',
      findings: 'meldingen',
      logins: 'logins en werk daaraan',
      entries: 'regels in het controlelogboek, die blijven onder een pseudoniem',
    },
    pseudonym: 'Het pseudoniem is niet tot de persoon te herleiden. Dit is niet ongedaan te maken.',
    obstacle: {
      'in-target': (companyId, targetId) => `Bedrijf ${companyId} in Nmbrs heeft medewerker ${targetId} nog.`,
      'company-not-read': (companyId, targetId) =>
        `Bedrijf ${companyId}, waar Nmbrs medewerker ${targetId} had, was niet te bekijken.`,
      'creation-open': () => 'Een aanmaak kreeg geen antwoord; misschien heeft Nmbrs de medewerker toch.',
      'login-active': () => 'Een portaal heeft nog een login van deze persoon.',
    },
    ask: 'Deze persoon voorgoed vergeten?',
    forgotten: (id, pseudonym) => `${id} is vergeten; in het controlelogboek heet de persoon ${pseudonym}.`,
    elsewhere:
      'Back-ups, logbestanden, bewaarde plannen en lijsten kunnen de persoon nog noemen. Maak een nieuwe back-up en verwijder oudere: nmbrs-sync state backup FILE',
    askReason: (entry) => `De getypte reden van regel ${entry} voorgoed verwijderen?`,
    reasonForgotten: (entry) =>
      `De getypte reden van regel ${entry} is weg; het controlelogboek blijft heel.`,
  },
  sv: {
    goes: (id, connection) => `Det som finns om ${id} i ${connection}, och försvinner:`,
    counts: {
      links: 'kopplingar',
      baselines: 'delar som senast skickades eller stämde',
      writes: 'skrivningar',
      outcomes: 'utfall av ändringar',
      holds: 'väntande ändringar, med vad som beslutades',
      findings: 'anmärkningar',
      logins: 'inloggningar och arbete med dem',
      entries: 'poster i granskningsloggen, som står kvar under en pseudonym',
    },
    pseudonym: 'Pseudonymen kan inte föras tillbaka till personen. Detta kan inte ångras.',
    obstacle: {
      'in-target': (companyId, targetId) =>
        `Företag ${companyId} i Nmbrs har fortfarande medarbetare ${targetId}.`,
      'company-not-read': (companyId, targetId) =>
        `Företag ${companyId}, där Nmbrs hade medarbetare ${targetId}, gick inte att läsa.`,
      'creation-open': () => 'Ett skapande fick inget svar; Nmbrs kan ändå ha medarbetaren.',
      'login-active': () => 'En portal har fortfarande en inloggning för personen.',
    },
    ask: 'Glömma personen för gott?',
    forgotten: (id, pseudonym) => `${id} är glömd; i granskningsloggen heter personen ${pseudonym}.`,
    elsewhere:
      'Säkerhetskopior, loggar, sparade planer och listor kan fortfarande nämna personen. Gör en ny säkerhetskopia och ta bort äldre: nmbrs-sync state backup FILE',
    askReason: (entry) => `Ta bort det skrivna skälet i post ${entry} för gott?`,
    reasonForgotten: (entry) => `Det skrivna skälet i post ${entry} är borta; loggen är fortfarande hel.`,
  },
  da: {
    goes: (id, connection) => `Det, der er gemt om ${id} i ${connection}, og som forsvinder:`,
    counts: {
      links: 'forbindelser',
      baselines: 'dele, der sidst blev sendt eller stemte',
      writes: 'skrivninger',
      outcomes: 'udfald af ændringer',
      holds: 'ventende ændringer med det, der blev besluttet',
      findings: 'bemærkninger',
      logins: 'logins og arbejde med dem',
      entries: 'poster i revisionsloggen, som bliver stående under et pseudonym',
    },
    pseudonym: 'Pseudonymet kan ikke føres tilbage til personen. Det kan ikke fortrydes.',
    obstacle: {
      'in-target': (companyId, targetId) =>
        `Virksomhed ${companyId} i Nmbrs har stadig medarbejder ${targetId}.`,
      'company-not-read': (companyId, targetId) =>
        `Virksomhed ${companyId}, hvor Nmbrs havde medarbejder ${targetId}, kunne ikke læses.`,
      'creation-open': () => 'En oprettelse fik intet svar; Nmbrs kan have medarbejderen alligevel.',
      'login-active': () => 'En portal har stadig et login for personen.',
    },
    ask: 'Glemme personen for altid?',
    forgotten: (id, pseudonym) => `${id} er glemt; i revisionsloggen hedder personen ${pseudonym}.`,
    elsewhere:
      'Sikkerhedskopier, logfiler, gemte planer og lister kan stadig nævne personen. Lav en ny sikkerhedskopi, og fjern ældre: nmbrs-sync state backup FILE',
    askReason: (entry) => `Fjerne den skrevne begrundelse i post ${entry} for altid?`,
    reasonForgotten: (entry) => `Den skrevne begrundelse i post ${entry} er væk; loggen er stadig hel.`,
  },
})
