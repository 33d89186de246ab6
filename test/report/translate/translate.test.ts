import { describe, expect, it } from '@jest/globals'

import { languages } from '../../../src/domain/language/language.js'
import { toHoldId, toSourceEmployeeId } from '../../../src/domain/ids.js'
import { findingCatalogue, findingCodes } from '../../../src/domain/findings/catalogue.js'
import type { FindingEntry } from '../../../src/domain/findings/entry.js'
import type { FindingFacts, FindingName } from '../../../src/domain/findings/finding-name.js'
import { tellFinding, toFinding } from '../../../src/domain/findings/to-finding.js'
import { createPhraseBook } from '../../../src/report/translate/phrase-book.js'
import { nothingAnswered } from '../../../src/onboarding/result/step-words.js'
import { allWordings } from '../../../src/report/translate/all-wordings.js'
import { translate } from '../../../src/report/translate/translate.js'

const others = languages.filter((language) => language !== 'en')
const id = toSourceEmployeeId('65f101000000030000000005')

describe('createPhraseBook', () => {
  const book = createPhraseBook(
    [
      { en: 'It is late', nl: 'Het is laat', sv: 'Det är sent', da: 'Det er sent' },
      { en: '{who} is late', nl: '{who} is te laat', sv: '{who} är sen', da: '{who} er sen' },
      {
        en: 'Of {who} is known: {text}',
        nl: 'Van {who} weten we: {text}',
        sv: 'Om {who}: {text}',
        da: 'Om {who}: {text}',
      },
      { en: 'a {who} and a {who}', nl: 'twee {who}', sv: 'två {who}', da: 'to {who}' },
    ],
    () => undefined,
  )

  it.each([
    ['It is late', 'Het is laat'],
    ['Bo (see $& below) is late', 'Bo (see $& below) is te laat'],
    ['Of Bo is known: It is late', 'Van Bo weten we: Het is laat'],
    ['Of Bo is known: Ann is late', 'Van Bo weten we: Ann is te laat'],
    ['a cat and a cat', 'twee cat'],
    ['a cat and a dog', 'a cat and a dog'],
    ['What an earlier version said', 'What an earlier version said'],
    ['', ''],
  ])('puts "%s" into "%s"', (english, dutch) => {
    expect(book(english, 'nl')).toBe(dutch)
    expect(book(english, 'en')).toBe(english)
  })
})

describe('what a finding says', () => {
  const catalogue: Readonly<Record<string, FindingEntry>> = findingCatalogue
  const names = findingCodes.flatMap((code) => [
    code,
    ...Object.keys(catalogue[code]?.cases ?? {}).map((one) => `${code}/${one}` as FindingName),
  ])
  const holes = JSON.stringify(catalogue).match(/(?<=\{)\w+(?=\})/g) ?? []
  const facts = Object.fromEntries(
    holes.filter((hole) => !['id', 'field', 'section', 'hold'].includes(hole)).map((hole) => [hole, 'x7']),
  )
  const places = [
    { subject: id, hold: toHoldId('7K3M') },
    { subject: id, hold: toHoldId('7K3M'), section: 'bankAccount', field: 'IBAN' },
    { subject: id, hold: toHoldId('7K3M'), section: 'personalInfo', field: 'FirstName' },
  ] as const

  it.each(others)(
    'is said in %s for every code, case and section, with the ids and commands of the English one',
    (language) => {
      const left = names
        .flatMap((name) =>
          places.map((place) => tellFinding(name, place, facts as FindingFacts<typeof name>)),
        )
        .flatMap(({ message, remedy }) => [message, remedy])
        .filter((text) => {
          const other = translate(text, language)
          const commands = (words: string): string[] =>
            [...(words.match(/nmbrs-sync [a-z]+|65f\w+|--[a-z-]+/g) ?? [])].sort()
          return other === text || other.includes('{') || commands(other).join() !== commands(text).join()
        })

      expect(left).toEqual([])
    },
  )

  it('reads as a sentence of the language', () => {
    const { message } = toFinding('section-unreadable', id, 'bankAccount')
    const drift = toFinding('drift', id, 'personalInfo', 'LastName')

    expect(translate(message, 'nl')).toBe(
      'Het lezen van de bankrekening uit Nmbrs is mislukt, dus er wordt niets van gewijzigd',
    )
    expect(translate(drift.message, 'nl')).toBe(
      'Achternaam is in Nmbrs gewijzigd; de waarde van Nmbrs blijft staan',
    )
    expect(translate(toFinding('first-contact', id, 'address').message, 'sv')).toBe(
      'Nmbrs hade redan adressen, med andra värden; inget skrivs över vid första kontakten',
    )
    expect(translate('employee.email is not an e-mail address; it is not sent', 'nl')).toBe(
      'employee.email is geen e-mailadres; dit wordt niet verstuurd',
    )
    expect(
      translate(
        tellFinding(
          'match-ambiguous',
          { subject: id },
          {
            candidates:
              'Nmbrs employee 17 of company 4 (same birth date and last name, other address); AlexisHR employee 65f; and 2 more',
          },
        ).message,
        'nl',
      ),
    ).toMatch(
      /gekoppeld: medewerker 17 in Nmbrs van bedrijf 4 \(gelijk: geboortedatum en achternaam, anders: adres\); medewerker 65f in AlexisHR; en nog 2$/,
    )
    expect(
      translate(tellFinding('not-on-payroll', { subject: id }, { off: 'a new hire' }).message, 'nl'),
    ).toMatch(/: nieuw aangenomen$/)
    expect(
      translate(
        tellFinding(
          'paid-twice',
          { subject: id },
          { employments: 'employee 501 of company 9, employee 7 of company 8' },
        ).message,
        'sv',
      ),
    ).toMatch(/: medarbetare 501 i företag 9, medarbetare 7 i företag 8$/)
    expect(
      translate(
        tellFinding('possible-second-employee', { subject: id }, { employments: '501, 502 of company 9' })
          .message,
        'da',
      ),
    ).toMatch(/: 501, 502 i virksomhed 9$/)
    expect(
      translate(
        'Nmbrs Company_GetCurrentPeriod: the company cannot be in this payroll period, so it is not known what is current (company 9 is in period 13 of 2026 (2026 has 12 months))',
        'nl',
      ),
    ).toBe(
      'Nmbrs bij Company_GetCurrentPeriod: het bedrijf kan niet in deze loonperiode zijn, dus niet te zeggen is wat nu geldt (bedrijf 9 is in periode 13 van 2026 (2026 heeft 12 maanden))',
    )
    expect(
      translate(
        'Nmbrs Employee_Get: tax type or tax form missing or invalid (Sweden only) (fault 2033)',
        'sv',
      ),
    ).toBe(
      'Nmbrs vid Employee_Get: skattetyp eller skatteform saknas eller är ogiltig (endast Sverige) (fel 2033)',
    )
    expect(translate('AlexisHR, GET /employee: gave no answer in time.', 'nl')).toBe(
      'AlexisHR bij GET /employee: gaf niet op tijd antwoord.',
    )
    expect(translate('The run was stopped: it was late', 'da')).toBe('Kørslen blev stoppet: it was late')
  })

  it.each([
    [
      'Could not be checked: Nmbrs answered no call',
      'Niet te controleren: Nmbrs gaf op geen enkele call antwoord',
    ],
    [
      "Not ready: 1 call failed, 12 answers could not be compared with Nmbrs, the consumer's list is not known completely",
      'Nog niet klaar: 1 call is mislukt, 12 gegevens zijn niet te vergelijken met Nmbrs, de lijst van de afnemer is niet volledig bekend',
    ],
    [nothingAnswered.en, nothingAnswered.nl],
  ])('of a check that is repeated is known: %s', (english, dutch) => {
    expect(translate(english, 'nl')).toBe(dutch)
  })

  it('is recognised whichever values stand in it, and never by two sentences that say different things', () => {
    const filled = allWordings.map((wording) =>
      wording.en.replace(/\{(\w+)\}/g, (_, name: string) => examples[name] ?? 'x1'),
    )
    const texts = filled.map((text) => translate(text, 'nl'))

    expect(filled.filter((text, index) => texts[index] === text)).toEqual([])
    expect(texts.filter((text) => /\{\w+\}/.test(text))).toEqual([])
  })
})

const examples: Readonly<Record<string, string>> = { section: 'salary', field: 'IBAN' }
