import { describe, expect, it } from '@jest/globals'
import { parse } from 'csv-parse/sync'
import { SaxesParser } from 'saxes'

import { languages } from '../../../src/domain/language/language.js'
import { buildResult } from '../../../src/onboarding/result/build-result.js'
import { loadProfiles, shippedProfiles } from '../../../src/onboarding/profile/load-profiles.js'
import type { OnboardingResult } from '../../../src/onboarding/result/result.js'
import { toLook } from '../../../src/report/kit/look.js'
import { buildCheckText } from '../../../src/report/onboarding/check-text.js'
import { buildDossier } from '../../../src/report/onboarding/dossier.js'
import { toDossierCsv } from '../../../src/report/onboarding/dossier-csv.js'
import { toPageHtml } from '../../../src/report/kit/page/page-html.js'
import { toDossierPage } from '../../../src/report/onboarding/dossier-page.js'
import { dossierTexts } from '../../../src/report/onboarding/texts/dossier-texts.js'
import { toReadinessLine } from '../../../src/report/onboarding/readiness-words.js'
import { aCheck } from '../../onboarding/a-check.js'
import { aWording } from '../../support/a-wording.js'
import { aCall, aCallWith, aFact, aResult } from './a-result.js'

const look = toLook({ colour: false, width: 100, showNames: false })
const textOf = (result: OnboardingResult): string => buildCheckText(buildDossier(result, 'en'), look)
/** Without the places where a line may end. */
const htmlOf = (result: OnboardingResult): string =>
  toPageHtml(toDossierPage(buildDossier(result, 'nl'))).replaceAll('<wbr/>', '')

const notReady = aResult({
  readiness: 'not-ready',
  reasons: [
    { reason: 'call-not-open', call: { service: 'EmployeeService', call: 'Children_Get' } },
    { reason: 'fact-missing', fact: 'contract' },
  ],
  calls: [
    aCall('Children_Get', { outcome: { verdict: 'inactive', code: '1002' } }),
    aCall('List_GetAll', { service: 'CompanyService' }),
    aCall('Employee_Insert', {
      access: 'write',
      outcome: { verdict: 'not-tested', reason: 'write-call' },
    }),
  ],
  facts: [
    aFact(),
    aFact({
      id: 'contract',
      label: aWording('Contract', 'Contract'),
      value: null,
      outcome: { verdict: 'missing' },
    }),
  ],
  steps: [
    {
      kind: 'open-calls',
      text: aWording('Zet deze calls op Active', 'Put these calls on Active'),
      calls: [{ service: 'EmployeeService', call: 'Children_Get' }],
      facts: [],
    },
    {
      kind: 'look-at-write-calls',
      text: aWording('Kijk naar Employee_Insert', 'Look at Employee_Insert'),
      calls: [{ service: 'EmployeeService', call: 'Employee_Insert' }],
      facts: [],
    },
    { kind: 'give-facts', text: aWording('Vul in', 'Fill in'), calls: [], facts: ['contract'] },
  ],
  surplus: { open: [{ service: 'DebtorService', call: 'List_GetAll' }], notTested: [] },
})

describe('a check on the screen', () => {
  it('begins with the verdict and what is still to do, and shows what was checked, every fact and call', () => {
    expect(textOf(notReady)).toBe(
      `Nmbrs onboarding check: Tulpfonds, per employer
Not ready: 1 call is not open, 1 answer is missing

Still to do
  1.  Put these calls on Active
      - EmployeeService:Children_Get
  2.  Look at Employee_Insert
  3.  Fill in
      - Contract

What was checked
  Company in Nmbrs  Tulpwerk B.V. (1234)
  User name         api@tulpwerk.example
  Domain            tulpwerk
  Webservice        https://api.nmbrs.nl
  SOAP              The webservice calls are SOAP. Nmbrs ends SOAP on 2027-03-01, and these calls
                    with it. It is not known what Tulpfonds needs over REST. Ask Tulpfonds in good
                    time.
  Connection        acme
  Checked at        2026-11-22 10:00
  Calls made        5

Facts to hand in
  right    Company name in Nmbrs  Tulpwerk B.V.
  missing  Contract

Webservice calls
  1 of 3 are shown to be open
  CompanyService
    active      List_GetAll
  EmployeeService
    inactive    Children_Get     switched off in the user template (1002)
    not tested  Employee_Insert  changes data, so it is never tried; look in the template whether it
                                 is Active

Open and not needed
  1 open, 0 could not be tested. Calls that change data were not tried.
  DebtorService  List_GetAll

User template: these calls on Active
  EmployeeService  Address_GetListCurrent

Not ready: 1 call is not open, 1 answer is missing
`,
    )
  })

  it('leaves out what there is nothing to say of', () => {
    const text = textOf(aResult({ facts: [], connection: null, company: null }))

    expect(text).not.toMatch(/Facts|Still to do|Open and not needed|Connection|Company in/)
    expect(text).toMatch(/\nReady\n$/)
  })

  it('says under a value what is wrong with it', () => {
    const facts = [aFact({ outcome: { verdict: 'wrong', problem: { problem: 'check-digit' } } })]

    expect(textOf(aResult({ facts }))).toContain(
      `  wrong  Company name in Nmbrs  Tulpwerk B.V.
                                the check digit does not fit; one digit was copied wrongly
`,
    )
  })

  it('says so when nothing is open in excess', () => {
    const surplus = {
      open: [],
      notTested: [{ call: aCall('Children_Get'), because: 'no-employee' as const }],
    }

    expect(textOf(aResult({ surplus }))).toContain('0 open, 1 could not be tested (there is no employee')
  })

  it('lets no answer steer the terminal or tear the table', () => {
    const value = { kind: 'text', text: 'Tulp\u001b[31m\nwerk' } as const

    expect(textOf(aResult({ facts: [aFact({ value })] }))).toContain('Tulp [31m werk')
  })
})

describe('the page', () => {
  it.each(languages)('is whole and loads nothing, in %s', (language) => {
    const html = toPageHtml(toDossierPage(buildDossier(notReady, language)))

    const xml = html.replace('<!doctype html>\n', '').replaceAll(/<meta ([^>]*)>/g, '<meta $1/>')
    expect(() => new SaxesParser().write(xml).close()).not.toThrow()
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain("default-src 'none'")
    expect(html).not.toMatch(/<script|<img|<link|src=|href=|url\(|@import/i)
  })

  it('names every call, fact and step, and the verdict', () => {
    const html = htmlOf(notReady)

    for (const text of [
      'Nog niet klaar: 1 call staat niet open, 1 gegeven ontbreekt',
      '<td>Children_Get</td>',
      '<td>Employee_Insert</td>',
      'Tulpwerk B.V. (1234)',
      'Zet deze calls op Active',
      '<li>EmployeeService:Children_Get</li>',
      'https://tulpfonds.example/nmbrs',
    ])
      expect(html).toContain(text)
  })

  it('says beside a call how the consumer spells it, which the screen leaves out', () => {
    const result = aResult({
      calls: [aCall('PersonalInfo_GetCurrent', { publishedAs: ['PersonalInfo_GetCurren'] })],
    })

    expect(htmlOf(result)).toContain('<td>op de lijst van de afnemer: PersonalInfo_GetCurren</td>')
    expect(textOf(result)).not.toContain('on the consumer')
  })

  it('shows text as text, whatever stands in it', () => {
    const nasty = `<img src=x onerror="alert('1')">`
    const html = htmlOf(
      aResult({
        company: { id: '1', name: nasty },
        facts: [aFact({ value: { kind: 'text', text: nasty }, label: aWording(nasty, nasty) })],
        account: { host: nasty, username: nasty, domain: nasty },
        calls: [aCall(nasty, { publishedAs: [nasty] })],
      }),
    )

    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;img src=x')
  })
})

describe('the spreadsheet', () => {
  const rowsOf = (result: OnboardingResult): string[][] =>
    parse(toDossierCsv(buildDossier(result, 'nl')), { bom: true, delimiter: ';' })

  it('has five columns in every row, with every fact and call', () => {
    const rows = rowsOf(notReady)

    expect(rows[0]).toEqual(['Onderdeel', 'Stand', 'Naam', 'Waarde', 'Toelichting'])
    expect(rows).toContainEqual([
      'Webservices',
      'niet actief',
      'EmployeeService:Children_Get',
      '',
      'staat uit in de template van de gebruiker (1002)',
    ])
    expect(rows).toContainEqual(['Gegevens om aan te leveren', 'ontbreekt', 'Contract', '', ''])
    expect(rows).toContainEqual(['Staat open en is niet nodig', '', 'DebtorService:List_GetAll', '', ''])
    expect(rows.every((row) => row.length === 5)).toBe(true)
  })

  it('makes no formula of an answer', () => {
    const value = { kind: 'text', text: '=HYPERLINK("http://x")' } as const
    const cells = rowsOf(aResult({ facts: [aFact({ value })] })).flat()

    expect(cells.some((cell) => /^[=+@-]/.test(cell))).toBe(false)
    expect(cells).toContain(`'=HYPERLINK("http://x")`)
  })
})

describe('the verdict and what is still to do', () => {
  const written = languages.flatMap((language) => {
    const dossier = buildDossier(notReady, language)
    return [
      ['text', language, buildCheckText(dossier, look)],
      ['page', language, toPageHtml(toDossierPage(dossier))],
      ['spreadsheet', language, toDossierCsv(dossier)],
    ] as const
  })

  it.each(written)('come before the facts and the calls in the %s, in %s', (_, language, text) => {
    const places = [
      toReadinessLine(notReady, language),
      dossierTexts[language].steps,
      dossierTexts[language].facts,
    ].map((words) => text.indexOf(words))

    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it('come before the facts and the calls in the document too', () => {
    const keys = Object.keys(buildResult(aCheck()))

    expect(keys.filter((key) => ['readiness', 'reasons', 'steps', 'calls', 'facts'].includes(key))).toEqual([
      'readiness',
      'reasons',
      'steps',
      'calls',
      'facts',
    ])
  })

  it('never point at something above or below, for each form has an order of its own', async () => {
    const profiles = await loadProfiles([shippedProfiles], process.cwd())
    const texts = profiles.flatMap(({ steps, notes, facts }) => [
      ...steps.map(({ text }) => text),
      ...notes,
      ...facts.flatMap(({ hint }) => (hint === undefined ? [] : [hint])),
    ])

    expect(texts.length).toBeGreaterThan(20)
    for (const { nl, en } of texts)
      expect(`${nl} ${en}`).not.toMatch(/hierboven|hieronder|\b(above|below)\b/i)
  })
})

describe('the mark of a call', () => {
  it.each([
    [{ verdict: 'active' } as const, 'good'],
    [{ verdict: 'inactive', code: '1002' } as const, 'bad'],
    [{ verdict: 'not-tested', reason: 'no-run' } as const, 'bad'],
    [{ verdict: 'failed', reason: 'timeout', code: null } as const, 'bad'],
  ])('%j is %s', (outcome, mark) => {
    expect(buildDossier(aResult({ calls: [aCallWith(outcome)] }), 'en').calls.rows[0]?.mark).toBe(mark)
  })
})
