import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toSourceEmployeeId, toTargetEmployeeId } from '../../src/domain/ids.js'
import { toCsv } from '../../src/report/kit/csv.js'
import { buildWorklistText, toWorklistCsv, toWorklistJson } from '../../src/report/worklist/worklist.js'
import { buildWorklistView } from '../../src/report/worklist/worklist-view.js'
import { dropControls } from '../../src/domain/text/drop-controls.js'
import { toLook } from '../../src/report/kit/look.js'
import type { WorkItem } from '../../src/run/worklist/work-item.js'
import { companyId } from '../support/builders.js'
import { plainLook } from './run-builders.js'
import { anyText } from '../support/any-text.js'

const item: WorkItem = {
  subject: toSourceEmployeeId('a1'),
  displayName: '=Noor <b>"Testveld"',
  companyId,
  targetId: toTargetEmployeeId('17'),
  section: 'salary',
  reason: 'before-current-period',
  todo: 'Enter it in Nmbrs',
  fields: [
    { field: 'Start', wanted: '2026-10-01', held: '2026-01-01' },
    { field: 'Value', wanted: '3100.5', held: '2900' },
    { field: 'Type', wanted: 'Bruto_Salaris_Partime', held: 'Bruto_Salaris_Partime' },
  ],
}

const viewOf = (items: readonly WorkItem[]) => buildWorklistView({ connection: 'acme', items })

describe('a CSV file', () => {
  it('quotes every cell and marks its encoding', () => {
    expect(toCsv([['a;b', 'say "hi"', 'two\nlines']])).toBe('\uFEFF"a;b";"say ""hi""";"two\nlines"\r\n')
  })

  it.each(['=1+1', '+31 6', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '＝1', '|calc', '%x', '\u200B=1'])(
    'never lets %j become a formula',
    (text) => {
      expect(toCsv([[text]])).toBe(`\uFEFF"'${text}"\r\n`)
    },
  )

  it('gives back whatever was put in, but for the apostrophe and control characters', () => {
    const read = (csv: string): string => csv.slice(2, -3).replaceAll('""', '"')
    fc.assert(
      fc.property(anyText(), (text) => {
        const cell = read(toCsv([[text]]))
        const kept = dropControls(text)

        expect([kept, `'${kept}`]).toContain(cell)
        expect(/^[\s]*[=+\-@]/.test(cell)).toBe(false)
      }),
    )
  })
})

const plain = { colour: false, width: 400, showNames: false }

describe('the worklist', () => {
  it('says what is to be entered without a value unless values were asked for', () => {
    const text = buildWorklistText(viewOf([item]), 'none', plainLook)

    expect(text).toContain('before the current payroll period')
    for (const value of ['3100', '2900', '2026-10-01']) expect(text).not.toContain(value)
    const file = toWorklistCsv(viewOf([item]), false, 'en')
    expect(file).not.toMatch(/3100|2900|Noor/)
    expect(file).toContain('before the current payroll period')
  })

  it('shows whole values on a screen and in files, and masked ones in a document', () => {
    expect(buildWorklistText(viewOf([item]), 'whole', plainLook)).toContain('€3,100.50 (now €2,900.00)')
    expect(toWorklistCsv(viewOf([item]), true, 'en')).toContain('"\'=Noor <b>""Testveld""";"salary"')
    expect(toWorklistCsv(viewOf([item]), true, 'en')).toContain('"3100.50";"2900.00"')
    expect(toWorklistCsv(viewOf([item]), true, 'nl')).toContain('"salaris";"bedrag";"3100,50";"2900,00"')
    const document = JSON.stringify(toWorklistJson(viewOf([item]), 'masked'))
    expect(document).toContain('**.5')
    expect(document).not.toMatch(/3100|2900|Noor/)
    expect(JSON.stringify(toWorklistJson(viewOf([item]), 'none'))).not.toMatch(/2026-10-01|\*\*/)
  })

  it('says what to do beside each field, and on a line of its own where it is about none', () => {
    const bare: WorkItem = { ...item, section: 'employment', reason: 'not-supported', fields: [] }

    expect(buildWorklistText(viewOf([item]), 'none', plainLook)).toContain(
      'payroll period). Enter it in Nmbrs',
    )
    expect(buildWorklistText(viewOf([bare]), 'whole', plainLook)).toContain(
      'Nmbrs has no call for it. Enter it in Nmbrs',
    )
    expect(toWorklistCsv(viewOf([bare]), true, 'en')).toContain(
      ';"employment";"";"";"";"Nmbrs has no call for it";"Enter it in Nmbrs"',
    )
    expect(toWorklistJson(viewOf([bare]), 'none')).toMatchObject({
      items: [{ todo: 'Enter it in Nmbrs', actions: [], hold: null, fields: [] }],
    })
  })

  it('is in the language of its reader, with the ids and commands of the English one', () => {
    const held: WorkItem = {
      ...item,
      todo: 'Fill in what is missing in Nmbrs, then: nmbrs-sync worklist done X1',
    }
    const text = buildWorklistText(viewOf([held]), 'whole', toLook({ ...plain, language: 'nl' }))

    expect(text).toContain('vóór de huidige loonperiode')
    expect(text).toContain('Vul in Nmbrs in wat ontbreekt, daarna: nmbrs-sync worklist done X1')
    expect(text).toContain('bedrag €\u00a03.100,50 (nu €\u00a02.900,00)')
  })

  it('says so when there is nothing to do', () => {
    expect(buildWorklistText(viewOf([]), 'none', plainLook)).toBe('Nothing has to be entered by hand.\n')
  })
})
