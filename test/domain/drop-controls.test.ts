import { describe, expect, it } from '@jest/globals'

import { dropControls } from '../../src/domain/text/drop-controls.js'
import { toCsv } from '../../src/report/kit/csv.js'
import { escapeHtml } from '../../src/report/kit/escape-html.js'

describe('control characters', () => {
  it('are dropped from every document, and nothing else is', () => {
    const text = 'Zoë\u0000 \u001b[31mvan\u202E der\u009b Berg\u0007'

    expect(dropControls(text)).toBe('Zoë [31mvan der Berg')
    expect(toCsv([[text]])).toContain('"Zoë [31mvan der Berg"')
    expect(escapeHtml(text)).toBe('Zoë [31mvan der Berg')
    expect(dropControls('line\n\ttabbed')).toBe('line\n\ttabbed')
  })
})
