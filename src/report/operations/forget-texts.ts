import { toCatalogue } from '../../domain/language/catalogue.js'
import type { Counted } from '../../domain/language/count.js'
import type { KeptReason } from '../../domain/people/leaver.js'
import type { ForgetObstacle } from '../../run/forget/check-forgettable.js'
import type { KeptOfPerson } from '../../run/store/forgetting.js'

interface ForgetTexts {
  goes: (id: string, connection: string) => string
  counts: Readonly<Record<keyof KeptOfPerson['counts'], string>>
  pseudonym: string
  obstacle: Readonly<Record<ForgetObstacle['code'], (companyId: string, targetId: string) => string>>
  ask: string
  forgotten: (id: string, pseudonym: string) => string
  elsewhere: string
  notCompact: string
  due: Counted
  kept: Counted
  dueHead: readonly [string, string, string, string]
  isSet: (days: string) => string
  isNotSet: string
  why: Readonly<Record<KeptReason, string>>
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
    notCompact:
      'Another program had the state file, so bytes of what was deleted may still be in it. The next sync removes them.',
    due: { one: '1 person is due to be forgotten.', many: '# people are due to be forgotten.' },
    kept: {
      one: '1 other person is not in AlexisHR any more, or inactive, and is kept.',
      many: '# others are not in AlexisHR any more, or inactive, and are kept.',
    },
    dueHead: ['AlexisHR id', 'last day', 'due on', 'kept because'],
    isSet: (days) => `The next sync of everyone forgets them: state.forgetAfterDays is ${days}.`,
    isNotSet:
      'state.forgetAfterDays is not set, so no sync forgets anyone. To forget one person: nmbrs-sync state forget ID',
    why: {
      'hold-open': 'a change waits: nmbrs-sync holds',
      'write-open': 'a write got no answer',
      'login-active': 'a portal has a login',
      'login-work-open': 'work about a login is open: nmbrs-sync access status',
      'in-source': 'AlexisHR has them',
      'left-out': 'left out by hand, and AlexisHR can bring them back',
      'by-hand': 'connected by hand, and AlexisHR can bring them back',
      unread: 'a record of AlexisHR could not be read',
      'no-last-day': 'no last day is known',
      'no-end': 'Nmbrs does not say when it ended',
      'in-target': 'Nmbrs has a running employment',
      'company-not-read': 'the company in Nmbrs could not be looked at',
      'too-recent': 'the days have not passed',
    },
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
    notCompact:
      'Een ander programma had het statusbestand; bytes van wat is verwijderd kunnen er nog in staan. De volgende sync haalt ze weg.',
    due: { one: '1 persoon is toe aan vergeten.', many: '# personen zijn toe aan vergeten.' },
    kept: {
      one: '1 andere persoon staat niet meer, of inactief, in AlexisHR en blijft bewaard.',
      many: '# anderen staan niet meer, of inactief, in AlexisHR en blijven bewaard.',
    },
    dueHead: ['AlexisHR-id', 'laatste dag', 'vanaf', 'blijft omdat'],
    isSet: (days) => `De volgende sync van iedereen vergeet ze: state.forgetAfterDays is ${days}.`,
    isNotSet:
      'state.forgetAfterDays is niet ingesteld, dus geen sync vergeet iemand. Eén persoon vergeten: nmbrs-sync state forget ID',
    why: {
      'hold-open': 'er wacht een wijziging: nmbrs-sync holds',
      'write-open': 'iets wat is verstuurd kreeg geen antwoord',
      'login-active': 'een portaal heeft een login',
      'login-work-open': 'werk aan een login staat open: nmbrs-sync access status',
      'in-source': 'AlexisHR heeft de persoon',
      'left-out': 'met de hand overgeslagen, en AlexisHR kan de persoon terugbrengen',
      'by-hand': 'met de hand gekoppeld, en AlexisHR kan de persoon terugbrengen',
      unread: 'een record van AlexisHR was niet te lezen',
      'no-last-day': 'er is geen laatste dag bekend',
      'no-end': 'Nmbrs zegt niet wanneer het eindigde',
      'in-target': 'Nmbrs heeft een lopend dienstverband',
      'company-not-read': 'het bedrijf in Nmbrs was niet te bekijken',
      'too-recent': 'de dagen zijn nog niet om',
    },
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
    notCompact:
      'Ett annat program hade tillståndsfilen, så byte av det som togs bort kan finnas kvar i den. Nästa synkronisering tar bort dem.',
    due: { one: '1 person ska glömmas.', many: '# personer ska glömmas.' },
    kept: {
      one: '1 annan person finns inte längre i AlexisHR, eller är inaktiv, och sparas.',
      many: '# andra finns inte längre i AlexisHR, eller är inaktiva, och sparas.',
    },
    dueHead: ['AlexisHR-id', 'sista dag', 'från', 'sparas eftersom'],
    isSet: (days) => `Nästa synkronisering av alla glömmer dem: state.forgetAfterDays är ${days}.`,
    isNotSet:
      'state.forgetAfterDays är inte satt, så ingen synkronisering glömmer någon. Glömma en person: nmbrs-sync state forget ID',
    why: {
      'hold-open': 'en ändring väntar: nmbrs-sync holds',
      'write-open': 'en skrivning fick inget svar',
      'login-active': 'en portal har en inloggning',
      'login-work-open': 'arbete med en inloggning är öppet: nmbrs-sync access status',
      'in-source': 'AlexisHR har personen',
      'left-out': 'utelämnad för hand, och AlexisHR kan ta tillbaka personen',
      'by-hand': 'kopplad för hand, och AlexisHR kan ta tillbaka personen',
      unread: 'en post i AlexisHR gick inte att läsa',
      'no-last-day': 'ingen sista dag är känd',
      'no-end': 'Nmbrs säger inte när den upphörde',
      'in-target': 'Nmbrs har en löpande anställning',
      'company-not-read': 'företaget i Nmbrs gick inte att läsa',
      'too-recent': 'dagarna har inte gått',
    },
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
    notCompact:
      'Et andet program havde tilstandsfilen, så bytes af det slettede kan stadig være i den. Næste synkronisering fjerner dem.',
    due: { one: '1 person skal glemmes.', many: '# personer skal glemmes.' },
    kept: {
      one: '1 anden person er ikke længere i AlexisHR, eller er inaktiv, og bevares.',
      many: '# andre er ikke længere i AlexisHR, eller er inaktive, og bevares.',
    },
    dueHead: ['AlexisHR-id', 'sidste dag', 'fra', 'bevares fordi'],
    isSet: (days) => `Næste synkronisering af alle glemmer dem: state.forgetAfterDays er ${days}.`,
    isNotSet:
      'state.forgetAfterDays er ikke sat, så ingen synkronisering glemmer nogen. Glemme én person: nmbrs-sync state forget ID',
    why: {
      'hold-open': 'en ændring venter: nmbrs-sync holds',
      'write-open': 'en skrivning fik intet svar',
      'login-active': 'en portal har et login',
      'login-work-open': 'arbejde med et login er åbent: nmbrs-sync access status',
      'in-source': 'AlexisHR har personen',
      'left-out': 'udeladt i hånden, og AlexisHR kan bringe personen tilbage',
      'by-hand': 'forbundet i hånden, og AlexisHR kan bringe personen tilbage',
      unread: 'en post i AlexisHR kunne ikke læses',
      'no-last-day': 'ingen sidste dag er kendt',
      'no-end': 'Nmbrs siger ikke, hvornår den ophørte',
      'in-target': 'Nmbrs har en løbende ansættelse',
      'company-not-read': 'virksomheden i Nmbrs kunne ikke læses',
      'too-recent': 'dagene er ikke gået',
    },
    askReason: (entry) => `Fjerne den skrevne begrundelse i post ${entry} for altid?`,
    reasonForgotten: (entry) => `Den skrevne begrundelse i post ${entry} er væk; loggen er stadig hel.`,
  },
})
