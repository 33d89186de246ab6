import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { parseJsonBody } from '../../src/http/parse-json-body.js'

describe('the body of an answer', () => {
  it('is read as JSON', () => {
    expect(parseJsonBody('{"status":"ok","data":[]}')).toEqual({ value: { status: 'ok', data: [] } })
  })

  it.each([['<!DOCTYPE html><html></html>'], ['Bad gateway'], ['  <html>']])('%p is not JSON', (text) => {
    expect(parseJsonBody(text)).toEqual({ problem: 'not-json' })
  })

  it('is truncated wherever a JSON list or object breaks off', () => {
    const document = fc.oneof(fc.array(fc.json()), fc.dictionary(fc.string(), fc.json(), { minKeys: 1 }))

    fc.assert(
      fc.property(document, fc.nat(), (value, at) => {
        const text = JSON.stringify(value)
        const part = text.slice(0, at % text.length)

        expect(parseJsonBody(part)).toEqual({ problem: 'truncated' })
      }),
    )
  })
})
