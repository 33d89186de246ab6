import type { Wording } from '../../../domain/language/catalogue.js'

/** What sentences of earlier versions call a section, where those of today have another word. */
export const formerSectionNames: readonly Wording[] = [
  { en: 'start date', nl: 'de datum in dienst', sv: 'anställningsdatumet', da: 'ansættelsesdatoen' },
]
