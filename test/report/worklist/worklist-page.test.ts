import { describe, expect, it } from '@jest/globals'

import { languages } from '../../../src/domain/language/language.js'
import { toPageHtml } from '../../../src/report/kit/page/page-html.js'
import type { Page, Part, Section } from '../../../src/report/kit/page/page.js'
import { buildWorklistView } from '../../../src/report/worklist/worklist-view.js'
import { toWorklistPage, type WorklistAbout } from '../../../src/report/worklist/worklist-page.js'
import type { WorkItem } from '../../../src/run/worklist/work-item.js'
import { aWorklist } from './a-worklist.js'

const viewOf = (items: readonly WorkItem[]) => buildWorklistView({ connection: 'tulpwerk', items })
const about: WorklistAbout = { madeAt: '2026-11-22', language: 'nl' }

const blocksOf = ({ parts }: Page): Section[] =>
  parts.filter((part): part is Section & { kind: 'block' } => part.kind === 'block')

/** The first table within parts. */
const findTable = (parts: readonly Part[]): (Part & { kind: 'table' }) | undefined =>
  parts
    .map((part) => {
      if (part.kind === 'table') return part
      if (part.kind === 'steps') return findTable(part.steps.flatMap(({ parts: inner = [] }) => inner))
      return part.kind === 'block' ? findTable(part.parts) : undefined
    })
    .find((table) => table !== undefined)

describe("the page of payroll's worklist", () => {
  it('is one block for each person, with the name first and the ids beside it', () => {
    const page = toWorklistPage(viewOf(aWorklist(5)), true, about)

    expect(blocksOf(page).map(({ heading }) => heading)).toEqual([
      'Daan in ’t Proefveld',
      'Maria-Magdalena Wilhelmina van der Meulenkamp-Vredenbreghtshuizen',
      'Noor Bakker',
      'Óscar d’Hont-Testema',
      'Ümit op den Kamp',
    ])
    expect(blocksOf(page)[0]?.aside).toBe('Nmbrs 500001, AlexisHR 65f101000000000000000001')
  })

  it('writes money with its cents, days in words and countries by name, and says what is empty', () => {
    const page = toWorklistPage(viewOf(aWorklist(1)), true, about)
    const text = JSON.stringify(page).replaceAll('\u00a0', ' ')

    for (const shown of [
      '€ 5.963,50',
      '€ 12.900,00',
      '1 oktober 2026',
      '1 januari 2026',
      'Nederland (NL)',
      '"leeg"',
    ])
      expect(text).toContain(shown)
    expect(text).not.toMatch(/EUR |5963\.5|2026-10-01/)
  })

  it('has a box to tick for each thing to do, and says why and what', () => {
    const [block] = blocksOf(toWorklistPage(viewOf(aWorklist(1)), true, { ...about, language: 'en' }))

    expect(block?.parts).toMatchObject([
      {
        kind: 'steps',
        marker: 'tick',
        steps: [
          { text: [{ kind: 'strong', text: 'Salary:' }, expect.stringMatching(/current payroll period/)] },
          { text: [{ kind: 'strong', text: 'Address:' }, expect.stringMatching(/Enter it in Nmbrs/)] },
        ],
      },
    ])
  })

  it('names no one and shows no value where those were not asked for', () => {
    const page = toWorklistPage(viewOf(aWorklist(5)), false, about)

    expect(JSON.stringify(page)).not.toMatch(/Noor|Daan|Proefweg|5\.963|2026-10|oktober/)
    expect(blocksOf(page).map(({ heading }) => heading)).toContain('AlexisHR 65f101000000000000000000')
    expect(findTable(page.parts)).toBeUndefined()
    expect(JSON.stringify(page)).toContain('Velden: ')
  })

  it.each(languages)('says so in %s when there is nothing to do', (language) => {
    const { parts } = toWorklistPage(viewOf([]), true, { ...about, language })

    expect(parts).toHaveLength(1)
    expect(parts[0]?.kind).toBe('text')
  })

  it('lets nothing of a name into the page but its text', () => {
    const items = aWorklist(1).map((item) => ({ ...item, displayName: '=Noor <b>"Testveld"' }))
    const html = toPageHtml(toWorklistPage(viewOf(items), true, about))

    expect(html).toContain('=Noor &lt;b&gt;&quot;Testveld&quot;')
    expect(html).not.toContain('<b>')
  })
})
