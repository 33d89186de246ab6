import { describe, expect, it } from '@jest/globals'

import { accessReasons } from '../../src/access/reasons.js'
import { reasonTexts } from '../../src/access/reason-texts.js'

describe('the words of reasons', () => {
  it('are there for every reason, and for nothing else', () => {
    expect(Object.keys(reasonTexts).sort()).toEqual([...accessReasons].sort())
    expect(new Set(accessReasons).size).toBe(accessReasons.length)
  })

  it.each(accessReasons)('%s says what is wrong and what to do, each once', (reason) => {
    const { message, remedy } = reasonTexts[reason]
    const alike = accessReasons.filter((other) => reasonTexts[other].message === message)

    expect(message).toMatch(/^\S.*[^.\s]$/)
    expect(remedy).toMatch(/^\S.*\S$/)
    expect(alike).toEqual([reason])
  })
})
