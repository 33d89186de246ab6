import type { Wording } from '../../src/domain/language/catalogue.js'

/** A text by language, Swedish and Danish as a profile without them shows it. */
export const aWording = (nl: string, en: string): Wording => ({ en, nl, sv: en, da: en })
