import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { toPageHtml } from '../../../src/report/kit/page/page-html.js'
import { findBrowser } from '../../support/browser/find-browser.js'
import { lookAtPage } from '../../support/browser/look-at-page.js'
import { startBrowser, type Browser } from '../../support/browser/start-browser.js'
import { aPage } from './a-page.js'
import { printedDocuments } from './printed-documents.js'

const path = findBrowser()
/** Without a browser these are counted as skipped; `.ci/run` has one. */
const withBrowser = path === undefined ? describe.skip : describe

withBrowser('in a browser', () => {
  let browser: Browser

  beforeAll(() => {
    browser = startBrowser(path!)
  })

  afterAll(() => browser.close())

  it.each(printedDocuments)(
    '$name fits the width of A4, breaks no word, has its style and names people first',
    async ({ html, names }) => {
      for (const media of ['screen', 'print'] as const) {
        const { overhang, brokenWords, spilling, headings, rowHeads, isStyled } = await lookAtPage(
          browser,
          html,
          media,
        )

        expect({ media, overhang, brokenWords, spilling, isStyled }).toEqual({
          media,
          overhang: 0,
          brokenWords: [],
          spilling: [],
          isStyled: true,
        })
        expect(headings.filter((rank) => rank === 1)).toHaveLength(1)
        expect(headings.every((rank, index) => rank <= (headings[index - 1] ?? 0) + 1)).toBe(true)
        if (names !== undefined) expect(rowHeads.toSorted()).toEqual(names.toSorted())
      }
    },
  )

  it('shows what would be markup as the text it is', async () => {
    const nasty = `</style><img src=x onerror="document.title='run'">`

    const { text } = await lookAtPage(browser, toPageHtml(aPage(nasty)), 'screen')

    expect(text).toContain(`Proefblad ${nasty}`)
  })
})
