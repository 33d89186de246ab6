import { toCatalogue } from '../../../domain/language/catalogue.js'

/** What the printed pages of a hand-over say beside the lists themselves. */
export const handOverPageTexts = toCatalogue({
  en: {
    title: '{portal}: work {key}',
    all: 'All lists of this work',
    lists: 'The lists, in this order',
    everyone: 'Everyone on this list:',
  },
  nl: {
    title: '{portal}: werk {key}',
    all: 'Alle lijsten van dit werk',
    lists: 'De lijsten, in deze volgorde',
    everyone: 'Iedereen op deze lijst:',
  },
  sv: {
    title: '{portal}: arbete {key}',
    all: 'Alla listor i detta arbete',
    lists: 'Listorna, i denna ordning',
    everyone: 'Alla på den här listan:',
  },
  da: {
    title: '{portal}: arbejde {key}',
    all: 'Alle lister i dette arbejde',
    lists: 'Listerne, i denne rækkefølge',
    everyone: 'Alle på denne liste:',
  },
})
