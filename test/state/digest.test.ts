import { createHmac } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { toSourceEmployeeId } from '../../src/domain/ids.js'
import { createDigest, digestBytes, toDigestInput, toKeyCheck } from '../../src/state/sqlite/digest.js'

const aKey = Buffer.from('000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f', 'hex')

/** The same digest by the book. */
const byTheBook = (key: Buffer, subject: string, field: string, value: string): string =>
  createHmac('sha256', key)
    .update(Buffer.from(toDigestInput(subject, field, value), 'utf16le'))
    .digest()
    .toString('base64url', 0, digestBytes)

/** Texts of UTF-16 units, unpaired surrogates included. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
})

describe('createDigest', () => {
  it('gives the HMAC-SHA-256 of the input, cut to 16 bytes, for every text and key', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        anyText,
        anyText,
        anyText,
        (bytes, subject, field, value) => {
          const key = Buffer.from(bytes)

          const digest = createDigest(key)(toSourceEmployeeId(subject), field, value)

          expect(digest).toBe(byTheBook(key, subject, field, value))
        },
      ),
    )
  })

  it('is right for a text longer than its buffer, and for a short one after it', () => {
    const digest = createDigest(aKey)
    const long = 'ü'.repeat(20_000)
    const subject = toSourceEmployeeId('65f1c0ffee00000000000001')

    const digests = [digest(subject, 'Street', long), digest(subject, 'Street', 'x')]

    expect(digests).toEqual([
      byTheBook(aKey, subject, 'Street', long),
      byTheBook(aKey, subject, 'Street', 'x'),
    ])
  })

  it('has 22 characters of base64url', () => {
    const digest = createDigest(aKey)(toSourceEmployeeId('a'), 'City', 'b')

    expect(digest).toMatch(/^[A-Za-z0-9_-]{22}$/)
  })

  it('differs between people, fields and values', () => {
    const digest = createDigest(aKey)
    const [one, other] = [toSourceEmployeeId('1'), toSourceEmployeeId('2')]

    const digests = [
      digest(one, 'City', 'x'),
      digest(other, 'City', 'x'),
      digest(one, 'Street', 'x'),
      digest(one, 'City', 'y'),
    ]

    expect(new Set(digests).size).toBe(4)
  })

  it('differs between keys', () => {
    const other = Buffer.alloc(32, 7)
    const subject = toSourceEmployeeId('1')

    const digests = [createDigest(aKey)(subject, 'City', 'x'), createDigest(other)(subject, 'City', 'x')]

    expect(new Set(digests).size).toBe(2)
  })
})

describe('toDigestInput', () => {
  it('never runs two inputs together', () => {
    const parts = fc.tuple(
      fc.string({ unit: fc.constantFrom('1', '2', ':', 'a') }),
      fc.string({ unit: fc.constantFrom('1', '2', ':', 'a') }),
      fc.string({ unit: fc.constantFrom('1', '2', ':', 'a') }),
    )
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        const same = left.every((part, index) => part === right[index])

        expect(toDigestInput(...left) === toDigestInput(...right)).toBe(same)
      }),
    )
  })
})

describe('toKeyCheck', () => {
  it('tells keys apart and does not hold the key', () => {
    const other = Buffer.alloc(32, 7)

    const checks = [toKeyCheck(aKey), toKeyCheck(other)]

    expect(new Set(checks).size).toBe(2)
    expect(checks[0]).not.toContain(aKey.toString('base64url').slice(0, 8))
  })
})
