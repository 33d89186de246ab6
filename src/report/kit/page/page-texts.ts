import { toCatalogue } from '../../../domain/language/catalogue.js'

/** What every page says by itself. `sheet` and `of` stand before and after the number of a sheet of paper. */
export const pageTexts = toCatalogue({
  en: { sheet: 'Page', of: 'of', done: 'Done', connection: 'Connection', madeOn: 'Made on' },
  nl: { sheet: 'Pagina', of: 'van', done: 'Klaar', connection: 'Koppeling', madeOn: 'Gemaakt op' },
  sv: { sheet: 'Sida', of: 'av', done: 'Klart', connection: 'Koppling', madeOn: 'Skapad' },
  da: { sheet: 'Side', of: 'af', done: 'Færdig', connection: 'Forbindelse', madeOn: 'Oprettet' },
})
