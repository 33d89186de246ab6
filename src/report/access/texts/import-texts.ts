import { toCatalogue } from '../../../domain/language/catalogue.js'
import type { Counted } from '../../../domain/language/count.js'

interface ImportTexts {
  linesRead: Counted
  confirmed: (count: number) => string
  found: (count: number) => string
  same: (count: number) => string
  gone: (count: number) => string
  missing: Counted
  line: (line: number) => string
}

/** `access import`: what a portal's own list settled. */
export const importTexts = toCatalogue<ImportTexts>({
  en: {
    linesRead: { one: '1 line read', many: '# lines read' },
    confirmed: (count) => `${count} handed over and now confirmed`,
    found: (count) => `${count} unknown until now, and as they should be`,
    same: (count) => `${count} as they are known`,
    gone: (count) => `${count} forgotten, because they are gone`,
    missing: {
      one: '1 known login is not in the list, which says nothing unless it is the whole list: --whole',
      many: '# known logins are not in the list, which says nothing unless it is the whole list: --whole',
    },
    line: (line) => `line ${line}`,
  },
  nl: {
    linesRead: { one: '1 regel gelezen', many: '# regels gelezen' },
    confirmed: (count) => `${count} overgedragen en nu bevestigd`,
    found: (count) => `${count} tot nu toe onbekend, en zoals ze moeten zijn`,
    same: (count) => `${count} zoals ze bekend zijn`,
    gone: (count) => `${count} vergeten, omdat ze weg zijn`,
    missing: {
      one: '1 bekende login staat niet in de lijst; dat zegt alleen iets als de lijst volledig is: --whole',
      many: '# bekende logins staan niet in de lijst; dat zegt alleen iets als de lijst volledig is: --whole',
    },
    line: (line) => `regel ${line}`,
  },
  sv: {
    linesRead: { one: '1 rad läst', many: '# rader lästa' },
    confirmed: (count) => `${count} överlämnade och nu bekräftade`,
    found: (count) => `${count} okända till nu, och som de ska`,
    same: (count) => `${count} som de är kända`,
    gone: (count) => `${count} glömda, eftersom de är borta`,
    missing: {
      one: '1 känd inloggning finns inte i listan; det säger något bara om listan är fullständig: --whole',
      many: '# kända inloggningar finns inte i listan; det säger något bara om listan är fullständig: --whole',
    },
    line: (line) => `rad ${line}`,
  },
  da: {
    linesRead: { one: '1 linje læst', many: '# linjer læst' },
    confirmed: (count) => `${count} overdraget og nu bekræftet`,
    found: (count) => `${count} ukendte indtil nu, og som de skal være`,
    same: (count) => `${count} som de er kendt`,
    gone: (count) => `${count} glemt, fordi de er væk`,
    missing: {
      one: '1 kendt login er ikke på listen; det siger kun noget, hvis listen er fuldstændig: --whole',
      many: '# kendte logins er ikke på listen; det siger kun noget, hvis listen er fuldstændig: --whole',
    },
    line: (line) => `linje ${line}`,
  },
})
