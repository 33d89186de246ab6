import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { toPageHtml } from '../../../src/report/kit/page/page-html.js'
import { languages, type Language } from '../../../src/domain/language/language.js'
import { toLettersPage } from '../../../src/report/access/letters-page.js'
import { buildDossier } from '../../../src/report/onboarding/dossier.js'
import { toDossierPage } from '../../../src/report/onboarding/dossier-page.js'
import { toWorklistPage } from '../../../src/report/worklist/worklist-page.js'
import { findBrowser } from '../../support/browser/find-browser.js'
import { lookAtPage } from '../../support/browser/look-at-page.js'
import { startBrowser, type Browser } from '../../support/browser/start-browser.js'
import { toStanding } from '../../../src/onboarding/progress/standing.js'
import { toOverviewHtml } from '../../../src/report/onboarding/overview/overview-documents.js'
import { buildOverview } from '../../../src/report/onboarding/overview/overview.js'
import { aLongResult, aResult } from '../onboarding/a-result.js'
import { aWorklist } from '../worklist/a-worklist.js'
import { aPage } from './a-page.js'

const anApplication = toStanding(
  { id: 'asr-umbrella', consumer: 'a.s.r.' },
  { sentOn: '2026-11-01', confirmedOn: null, exchangeOn: null, checkedOn: null },
  { today: '2026-11-22', remindAfterDays: 14 },
)

const path = findBrowser()
/** Without a browser these are counted as skipped; `.ci/run` has one. */
const withBrowser = path === undefined ? describe.skip : describe

const worklistOf = (people: number, language: Language, showValues = true): string =>
  toPageHtml(
    toWorklistPage(aWorklist(people), showValues, { connection: 'tulpwerk', madeAt: '2026-11-22', language }),
  )

const overviewOf = (language: 'nl' | 'en'): string =>
  toOverviewHtml(
    buildOverview(
      {
        results: [
          aResult({ progress: [anApplication] }),
          aResult({ readiness: 'not-ready', reasons: [{ reason: 'fact-missing', fact: 'contract' }] }),
        ],
        unseen: [{ debtorId: '9', name: 'Boekhoudcombinatie Voorbeeldstad en Omstreken' }],
      },
      aResult().profiles,
      language,
    ),
  )

const lettersOf = (language: Language): string =>
  toPageHtml(
    toLettersPage(
      ['Femke Mulder', 'Noor van der Wetering-Oosterhout'].map((displayName) => ({
        displayName,
        userName: 'femke.mulder-oosterhout12',
        password: 'q7-Zonder?Naam#4zzzz',
      })),
      {
        ...{ portalTitle: 'AkkenCloud Employee Self Service (ESS)', companyId: 'BEDACHT42', language },
        ...{ connection: 'tulpwerk', day: '2026-11-22' },
      },
    ),
  )

const documents: [name: string, html: string][] = [
  ['a page of every part', toPageHtml(aPage())],
  ['a page of every part, with 40 people', toPageHtml(aPage('', 40))],
  ['who is ready, in Dutch', overviewOf('nl')],
  ['who is ready, in English', overviewOf('en')],
  ...languages.map((language): [string, string] => [
    `payroll's worklist in ${language}`,
    worklistOf(5, language),
  ]),
  ...languages.map((language): [string, string] => [
    `letters with login data in ${language}`,
    lettersOf(language),
  ]),
  ["payroll's worklist of 40 people", worklistOf(40, 'nl')],
  ["payroll's worklist without values", worklistOf(5, 'nl', false)],
  ['a dossier in Dutch', toPageHtml(toDossierPage(buildDossier(aLongResult(), 'nl')))],
  ['a dossier in English', toPageHtml(toDossierPage(buildDossier(aLongResult(), 'en')))],
  ["payroll's empty worklist", worklistOf(0, 'nl')],
]

withBrowser('in a browser', () => {
  let browser: Browser

  beforeAll(() => {
    browser = startBrowser(path!)
  })

  afterAll(() => browser.close())

  it.each(documents)('%s fits the width of A4, breaks no word and has its style', async (_, html) => {
    for (const media of ['screen', 'print'] as const) {
      const { overhang, brokenWords, spilling, headings, isStyled } = await lookAtPage(browser, html, media)

      expect({ media, overhang, brokenWords, spilling, isStyled }).toEqual({
        media,
        overhang: 0,
        brokenWords: [],
        spilling: [],
        isStyled: true,
      })
      expect(headings.filter((rank) => rank === 1)).toHaveLength(1)
      expect(headings.every((rank, index) => rank <= (headings[index - 1] ?? 0) + 1)).toBe(true)
    }
  })

  it('shows what would be markup as the text it is', async () => {
    const nasty = `</style><img src=x onerror="document.title='run'">`

    const { text } = await lookAtPage(browser, toPageHtml(aPage(nasty)), 'screen')

    expect(text).toContain(`Proefblad ${nasty}`)
  })
})
