import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { parseJsonBody, readJsonBody } from '../../src/http/parse-json-body.js'

describe('the body of an answer', () => {
  it('is read as JSON', () => {
    expect(parseJsonBody('{"status":"ok","data":[]}')).toEqual({ value: { status: 'ok', data: [] } })
  })

  it.each([
    ['Latin-1', Buffer.from('{"name":"Zoë"}', 'latin1')],
    ['UTF-16', Buffer.from('\ufeff{"name":"Zoë"}', 'utf16le')],
    ['half of a surrogate pair', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
    ['a character in a longer form', Buffer.from([0x22, 0xc0, 0xaf, 0x22])],
  ])('that is %s is refused', (_what, bytes) => {
    expect(readJsonBody(bytes)).toEqual({ problem: 'not-utf8' })
  })

  it('is read from UTF-8, with a mark or without', () => {
    for (const mark of ['', '\ufeff'])
      expect(readJsonBody(Buffer.from(`${mark}{"name":"Zoë 😀"}`))).toEqual({ value: { name: 'Zoë 😀' } })
  })

  it.each([
    ['{"a":1,"a":2}', { a: [1, 2] }],
    ['{"a":"x","b":{"a":"y"},"\\u0061":"z"}', { a: ['x', 'z'], b: { a: 'y' } }],
    ['{"l":[{"a":{"b":1}, "a" : null}],"c":true}', { l: [{ a: [{ b: 1 }, null] }], c: true }],
    ['{"a":"b\\":","c":"\\\\"}', { a: 'b":', c: '\\' }],
    ['{"a":1,"a":2,"a":3}', { a: [[1, 2], 3] }],
  ])('keeps both values of a key that stands there twice, as a list: %s', (text, value) => {
    expect(parseJsonBody(text)).toEqual({ value })
  })

  it.each([
    ['3000.00000000000000001', '3000.00000000000000001'],
    ['2999.9999999999999999', '2999.9999999999999999'],
    ['-0.12345678901234567890', '-0.12345678901234567890'],
    ['9007199254740993.00000', '9007199254740993.00000'],
    ['3.00000000000000000001e3', '3.00000000000000000001e3'],
    ['3000.123456', 3000.123456],
    ['3000.10', 3000.1],
    ['0.000001', 0.000001],
    ['"3000.00000000000000001"', '3000.00000000000000001'],
  ])('keeps every digit of %s', (text, value) => {
    expect(parseJsonBody(`{"amount":${text}}`)).toEqual({ value: { amount: value } })
  })

  it('is read as JSON reads it where no key stands twice and no number is long', () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: 'binary' }), fc.constantFrom(undefined, 2), (text, space) => {
        const value: unknown = JSON.parse(text)
        const written = JSON.stringify(value, undefined, space)
        fc.pre(!/\.\d{5}/.test(written))

        expect(parseJsonBody(written)).toEqual({ value })
      }),
    )
  })

  it('that breaks off within a character is truncated', () => {
    const bytes = Buffer.from('{"name":"Zoë')

    expect(readJsonBody(bytes.subarray(0, -1))).toEqual({ problem: 'truncated' })
    expect(readJsonBody(Buffer.concat([Buffer.from('{}'), Buffer.from([0xc3])]))).toEqual({
      problem: 'truncated',
    })
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
