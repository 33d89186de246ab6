import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

import type { Browser } from './start-browser.js'

/** What a browser makes of a page of a certain width. */
export interface Sight {
  /**
   * How far it reaches to the right of the window, in CSS pixels: 0 when nothing has to be scrolled sideways.
   */
  overhang: number
  /** Words that begin on one line and end on another. */
  brokenWords: readonly string[]
  /** Boxes whose text is wider than they are. */
  spilling: readonly string[]
  /** `h1 h2 h3`: the headings in their order. */
  headings: readonly number[]
  /** What the rows of tables begin with, beside a box to tick: the first line of the first cell. */
  rowHeads: readonly string[]
  /** The text as someone would copy it. */
  text: string
  /** Whether the style of the page holds: its policy allows it. */
  isStyled: boolean
}

/** Plain JavaScript: it runs in the browser, and gives a `Sight`. */
const measuring = readFileSync(resolve('test/support/browser/measure-page.js'), 'utf8')

/** A4 is 210 mm wide, and 96 pixels are an inch. The sheet leaves 14 mm at each side. */
export const widths = { window: 794, sheet: 688 } as const

/** Opens the page in a tab of its own, as a file, and looks at it as on a screen or as on paper. */
export const lookAtPage = async (browser: Browser, html: string, media: 'screen' | 'print'): Promise<Sight> =>
  inTab(browser, html, async (sessionId) => {
    await browser.ask('Emulation.setEmulatedMedia', { media }, sessionId)
    const width = media === 'print' ? widths.sheet : widths.window
    const size = { width, height: 1123, deviceScaleFactor: 1, mobile: false }
    await browser.ask('Emulation.setDeviceMetricsOverride', size, sessionId)
    const { result } = await browser.ask<{ result: { value: string } }>(
      'Runtime.evaluate',
      { expression: `${measuring}\nJSON.stringify(measurePage())`, returnByValue: true },
      sessionId,
    )
    return JSON.parse(result.value) as Sight
  })

const inTab = async <Result>(
  browser: Browser,
  html: string,
  look: (sessionId: string) => Promise<Result>,
): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-page-'))
  const file = join(folder, 'page.html')
  writeFileSync(file, html)
  const { targetId } = await browser.ask<{ targetId: string }>('Target.createTarget', { url: 'about:blank' })
  const { sessionId } = await browser.ask<{ sessionId: string }>('Target.attachToTarget', {
    targetId,
    flatten: true,
  })
  try {
    await browser.ask('Page.enable', {}, sessionId)
    const loaded = browser.waitFor('Page.loadEventFired', sessionId)
    await browser.ask('Page.navigate', { url: pathToFileURL(file).href }, sessionId)
    await loaded
    return await look(sessionId)
  } finally {
    await browser.ask('Target.closeTarget', { targetId })
    rmSync(folder, { recursive: true, force: true })
  }
}
