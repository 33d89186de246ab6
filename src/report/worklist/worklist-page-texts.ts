import { toCatalogue } from '../../domain/language/catalogue.js'

/** Payroll's worklist as a page to print. */
export const worklistPageTexts = toCatalogue({
  en: {
    title: 'To enter in Nmbrs by hand',
    people: { one: '1 person', many: '# people' },
    count: 'On the list',
    nothing: 'Nothing has to be entered by hand.',
    noValues: 'Names and values are left out. With them: nmbrs-sync worklist --show-values --html FILE',
    field: 'Field',
    wanted: 'To enter',
    held: 'In Nmbrs now',
    empty: 'empty',
    fields: 'Fields: {fields}',
    notInNmbrs: 'not in Nmbrs yet',
  },
  nl: {
    title: 'Met de hand in Nmbrs in te voeren',
    people: { one: '1 persoon', many: '# personen' },
    count: 'Op de lijst',
    nothing: 'Er hoeft niets met de hand te worden ingevoerd.',
    noValues:
      'Namen en waarden staan er niet bij. Met namen en waarden: nmbrs-sync worklist --show-values --html FILE',
    field: 'Veld',
    wanted: 'Invoeren',
    held: 'Nu in Nmbrs',
    empty: 'leeg',
    fields: 'Velden: {fields}',
    notInNmbrs: 'nog niet in Nmbrs',
  },
  sv: {
    title: 'Att mata in för hand i Nmbrs',
    people: { one: '1 person', many: '# personer' },
    count: 'På listan',
    nothing: 'Inget behöver matas in för hand.',
    noValues:
      'Namn och värden är utelämnade. Med namn och värden: nmbrs-sync worklist --show-values --html FILE',
    field: 'Fält',
    wanted: 'Mata in',
    held: 'Nu i Nmbrs',
    empty: 'tomt',
    fields: 'Fält: {fields}',
    notInNmbrs: 'finns inte i Nmbrs än',
  },
  da: {
    title: 'Skal indtastes i Nmbrs i hånden',
    people: { one: '1 person', many: '# personer' },
    count: 'På listen',
    nothing: 'Intet skal indtastes i hånden.',
    noValues:
      'Navne og værdier er udeladt. Med navne og værdier: nmbrs-sync worklist --show-values --html FILE',
    field: 'Felt',
    wanted: 'Indtast',
    held: 'Nu i Nmbrs',
    empty: 'tomt',
    fields: 'Felter: {fields}',
    notInNmbrs: 'findes ikke i Nmbrs endnu',
  },
})
