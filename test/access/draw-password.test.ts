import { randomInt } from 'node:crypto'

import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { toCsv } from '../../src/report/kit/csv.js'
import { drawPassword, passwordAlphabet } from '../../src/access/logins/draw-password.js'

describe('a generated password', () => {
  it('has the length asked for and something of every group, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 64 }), fc.infiniteStream(fc.nat()), (length, drawn) => {
        const password = drawPassword(length, (below) => (drawn.next().value as number) % below)

        expect(password).toHaveLength(length)
        expect(password).toMatch(/[a-z]/)
        expect(password).toMatch(/[A-Z]/)
        expect(password).toMatch(/\d/)
        expect(password).toMatch(/[^A-Za-z\d]/)
        expect(Array.from(password).every((letter) => passwordAlphabet.includes(letter))).toBe(true)
      }),
    )
  })

  it('never begins with a sign that the guard of a spreadsheet changes, whatever is drawn', () => {
    fc.assert(
      fc.property(fc.integer({ min: 12, max: 64 }), fc.infiniteStream(fc.nat()), (length, drawn) => {
        const password = drawPassword(length, (below) => (drawn.next().value as number) % below)

        expect(toCsv([[password]])).toBe(toCsv([[`a${password}`]]).replace('a', ''))
      }),
    )
  })

  it('has no sign that is mistaken for another', () => {
    expect(passwordAlphabet).not.toMatch(/[0O1lI5S8B2Z]/)
    expect(new Set(passwordAlphabet).size).toBe(passwordAlphabet.length)
  })

  it('asks the source for every sign and every place', () => {
    const asked: number[] = []

    drawPassword(16, (below) => {
      asked.push(below)
      return below - 1
    })

    expect(asked.slice(5, 16)).toEqual(Array.from({ length: 11 }, () => passwordAlphabet.length))
    expect(asked.slice(16)).toEqual(Array.from({ length: 14 }, (_, index) => 15 - index))
  })

  it('is another one each time with a real source', () => {
    const passwords = new Set(
      Array.from({ length: 200 }, () => drawPassword(16, (below) => randomInt(below))),
    )

    expect(passwords.size).toBe(200)
  })
})
