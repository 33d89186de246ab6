import { describe, expect, it } from '@jest/globals'

import { buildOverview, type OverviewRow } from '../../../src/report/overview/overview.js'
import { statusColumns } from '../../../src/report/overview/status-row.js'
import { toLook } from '../../../src/report/kit/look.js'
import { languages } from '../../../src/domain/language/language.js'

const forty: OverviewRow[] = Array.from({ length: 40 }, (_, index) => ({
  connection: `klant-${String(index + 1).padStart(2, '0')}`,
  values: [50 + index, 1, index % 3, index % 5 === 0 ? 2 : 0, 0, '2026-11-22 02:00'],
  waits: index % 5 === 0,
}))

const look = (language: (typeof languages)[number] = 'en') =>
  toLook({ colour: false, width: 80, showNames: false, language })

describe('the table over several connections', () => {
  it('has one line for each of forty employers, and their sums', () => {
    const lines = buildOverview(statusColumns, forty, look()).trimEnd().split('\n')

    expect(lines).toHaveLength(43)
    expect(lines[0]).toBe('                           not        to')
    expect(lines[1]).toBe('connection      connected  connected  send  held  blocked  last run')
    expect(lines[2]).toBe('klant-01        50         1          0     2     0        2026-11-22 02:00')
    expect(lines.at(-1)).toBe('40 connections  2780       40         39    16    0')
  })

  it.each(languages)('says under it why a connection failed, within 80 columns in %s', (language) => {
    const failure = {
      code: 'nmbrs-timeout',
      message:
        'Nmbrs did not answer within 60 seconds, which happens to a company of many people now and then',
      remedy: undefined,
    }
    const rows = forty.map((row, index) => (index % 2 === 0 ? row : { ...row, values: [], failure }))

    const [table = '', reasons = ''] = buildOverview(statusColumns, rows, look(language)).split('\n\n')

    const lines = table.split('\n')
    expect(lines.filter((line) => line.startsWith('klant-'))).toHaveLength(40)
    expect(reasons.split('\n').filter((line) => line.startsWith('klant-'))).toHaveLength(20)
    for (const line of [...lines, ...reasons.split('\n')]) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('has no sums of one', () => {
    expect(buildOverview(statusColumns, forty.slice(0, 1), look()).trimEnd().split('\n')).toHaveLength(2)
  })
})
