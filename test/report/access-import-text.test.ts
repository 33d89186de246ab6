import { describe, expect, it } from '@jest/globals'

import type { ImportEnd } from '../../src/access/import/import-list.js'
import { toAccessSubject } from '../../src/domain/ids.js'
import { buildImportText, toImportJson } from '../../src/report/access/import-text.js'
import { toLook } from '../../src/report/kit/look.js'

const [noor, daan, femke] = ['501', '502', '503'].map(toAccessSubject) as [
  ReturnType<typeof toAccessSubject>,
  ReturnType<typeof toAccessSubject>,
  ReturnType<typeof toAccessSubject>,
]

const anEnd = (differs: Partial<ImportEnd> = {}): ImportEnd => ({
  list: { logins: [], done: [], gone: [], whole: false, lines: 4, surprises: 0 },
  confirmed: [noor],
  found: [],
  same: 2,
  surprises: [],
  missing: [],
  ...differs,
})

const plainLook = toLook({ colour: false, width: 100, showNames: false })
const about = { portal: 'nmbrs-ess', whole: false }

describe('the end of an import', () => {
  it('says what the list settled', () => {
    const text = buildImportText(anEnd({ found: [daan] }), about, plainLook)

    expect(text).toContain('nmbrs-ess: 4 lines read')
    expect(text).toContain('1 handed over and now confirmed')
    expect(text).toContain('1 unknown until now, and as they should be')
    expect(text).toContain('2 as they are known')
  })

  it('shows each kind of surprise with its lines and what to do next', () => {
    const surprises = [
      { code: 'person-unknown' as const, line: 3, subject: null },
      { code: 'template-differs' as const, line: 5, subject: femke },
    ]
    const text = buildImportText(anEnd({ surprises }), about, plainLook)

    expect(text).toMatch(/1 × a login of no one who was read\n {2}line 3/)
    expect(text).toMatch(/another template than it was to have\n {2}line 5 +503\n {2}Next: .*access explain/)
  })

  it('says that a login which is not in the list means nothing, unless the list is whole', () => {
    const part = buildImportText(anEnd({ missing: [daan] }), about, plainLook)
    const whole = buildImportText(anEnd({ missing: [daan] }), { ...about, whole: true }, plainLook)

    expect(part).toContain('1 known login is not in the list, which says nothing')
    expect(whole).not.toContain('which says nothing')
  })

  it('is a document with ids, lines and codes', () => {
    const surprises = [{ code: 'listed-twice' as const, line: 2, subject: noor }]

    expect(toImportJson(anEnd({ surprises }), 'acme', about)).toMatchObject({
      connection: 'acme',
      portal: 'nmbrs-ess',
      lines: 4,
      confirmed: ['501'],
      surprises: [{ code: 'listed-twice', line: 2, subject: '501' }],
    })
  })
})
