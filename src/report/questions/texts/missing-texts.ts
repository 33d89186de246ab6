import { toCatalogue } from '../../../domain/language/catalogue.js'

/** Who lacks a section in Nmbrs. */
export const missingTexts = toCatalogue({
  en: {
    title: (section: string, count: number) => `No ${section} in Nmbrs (${count})`,
    unreadTitle: (section: string, count: number) => `Not known: ${section} could not be read (${count})`,
    sent: 'the next sync sends it',
    held: (why: string) => `held: ${why}`,
    nothingEither: 'AlexisHR has none either',
    notMapped: 'not kept in step: the mapping has no such section',
    unexplained: (command: string) => `AlexisHR has one; why it is not sent: ${command}`,
    looked: (looked: number, connected: number) => `Looked at ${looked} of ${connected} connected people.`,
    nothing: 'Nothing is missing: everyone who was checked has it in Nmbrs.',
    notConnected: {
      one: '1 person in scope is not connected to an employee in Nmbrs and was not looked at: nmbrs-sync status',
      many: '# people in scope are not connected to an employee in Nmbrs and were not looked at: nmbrs-sync status',
    },
  },
  nl: {
    title: (section, count) => `Geen ${section} in Nmbrs (${count})`,
    unreadTitle: (section, count) => `Niet bekend, want ${section} was niet te lezen (${count})`,
    sent: 'de volgende sync verstuurt het',
    held: (why) => `wacht: ${why}`,
    nothingEither: 'in AlexisHR staat er ook geen',
    notMapped: 'wordt niet bijgehouden: het staat niet in de mapping',
    unexplained: (command) => `AlexisHR heeft er een; waarom die niet verstuurd wordt: ${command}`,
    looked: (looked, connected) => `Bekeken: ${looked} van ${connected} gekoppelde personen.`,
    nothing: 'Er ontbreekt niets: iedereen die is bekeken, heeft het in Nmbrs.',
    notConnected: {
      one: '1 persoon is niet gekoppeld aan een medewerker in Nmbrs en is niet bekeken: nmbrs-sync status',
      many: '# personen zijn niet gekoppeld aan een medewerker in Nmbrs en zijn niet bekeken: nmbrs-sync status',
    },
  },
  sv: {
    title: (section, count) => `Saknar ${section} i Nmbrs (${count})`,
    unreadTitle: (section, count) => `Okänt, eftersom ${section} inte gick att läsa (${count})`,
    sent: 'nästa synkronisering skickar det',
    held: (why) => `väntar: ${why}`,
    nothingEither: 'AlexisHR har inte heller något',
    notMapped: 'hålls inte aktuellt: det finns inte i mappningen',
    unexplained: (command) => `AlexisHR har ett; varför det inte skickas: ${command}`,
    looked: (looked, connected) => `Kontrollerade ${looked} av ${connected} kopplade personer.`,
    nothing: 'Inget saknas: alla som kontrollerades har det i Nmbrs.',
    notConnected: {
      one: '1 person är inte kopplad till en medarbetare i Nmbrs och kontrollerades inte: nmbrs-sync status',
      many: '# personer är inte kopplade till en medarbetare i Nmbrs och kontrollerades inte: nmbrs-sync status',
    },
  },
  da: {
    title: (section, count) => `Mangler ${section} i Nmbrs (${count})`,
    unreadTitle: (section, count) => `Ikke kendt, fordi ${section} ikke kunne læses (${count})`,
    sent: 'næste synkronisering sender det',
    held: (why) => `venter: ${why}`,
    nothingEither: 'AlexisHR har heller ikke noget',
    notMapped: 'holdes ikke ajour: det står ikke i mappingen',
    unexplained: (command) => `AlexisHR har et; hvorfor det ikke sendes: ${command}`,
    looked: (looked, connected) => `Der blev set på ${looked} af ${connected} forbundne personer.`,
    nothing: 'Der mangler intet: alle, der blev set på, har det i Nmbrs.',
    notConnected: {
      one: '1 person er ikke forbundet med en medarbejder i Nmbrs, og der blev ikke set på personen: nmbrs-sync status',
      many: '# personer er ikke forbundet med en medarbejder i Nmbrs, og der blev ikke set på dem: nmbrs-sync status',
    },
  },
})
