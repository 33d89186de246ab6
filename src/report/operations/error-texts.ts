import { toCatalogue } from '../../domain/language/catalogue.js'

/** What stands around an error that ended a command. */
export const errorTexts = toCatalogue({
  en: {
    error: 'error',
    bug: (what: string) => `This is a bug in nmbrs-sync: ${what}`,
    checkSystem: 'check that the file, folder or port can be used',
    debug: 'run it again with --debug and report what it prints',
  },
  nl: {
    error: 'fout',
    bug: (what) => `Dit is een fout in nmbrs-sync: ${what}`,
    checkSystem: 'controleer of het bestand, de map of de poort te gebruiken is',
    debug: 'voer het opnieuw uit met --debug en meld wat er verschijnt',
  },
  sv: {
    error: 'fel',
    bug: (what) => `Detta är ett fel i nmbrs-sync: ${what}`,
    checkSystem: 'kontrollera att filen, mappen eller porten går att använda',
    debug: 'kör igen med --debug och rapportera det som visas',
  },
  da: {
    error: 'fejl',
    bug: (what) => `Dette er en fejl i nmbrs-sync: ${what}`,
    checkSystem: 'kontrollér, at filen, mappen eller porten kan bruges',
    debug: 'kør igen med --debug, og meld det, der vises',
  },
})
