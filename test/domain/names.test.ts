import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import {
  editDistance,
  foldPersonName,
  isNearlySameName,
  nameParts,
  sameFirstName,
  sameLastName,
  tellingParts,
  toFirstName,
  toLastName,
} from '../../src/domain/text/names.js'

describe('the folding of names', () => {
  it.each([
    ['Jansen-Müller', 'jansenmuller'],
    ["van 't Schip", 'vantschip'],
    ['Søren', 'soren'],
    ['Ærøskøbing', 'aeroskobing'],
    ['Đorđević', 'dordevic'],
    ['Łukasz', 'lukasz'],
    ['Strauß', 'strauss'],
    ['STRAUẞ', 'strauss'],
    ['Işıl', 'isil'],
    ['İnci', 'inci'],
    ['IŞIL', 'isil'],
    ['Œuvre', 'oeuvre'],
    ['IJsbrand', 'ijsbrand'],
    ['Ĳsbrand', 'ijsbrand'],
    ['Þór', 'thor'],
    ['Oʼbrien', 'obrien'],
    ['Keʻala', 'keala'],
    ['ŉ Dreyer', 'ndreyer'],
    ['Ɨsa Ƀeƶar', 'isabezar'],
    ['Jan 2', 'jan2'],
    [' - ', ''],
  ])('of %s is %s', (name, folded) => {
    expect(foldPersonName(name)).toBe(folded)
  })

  it('is the same when it is folded again, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldPersonName(foldPersonName(text))).toBe(foldPersonName(text))
      }),
    )
  })

  it('keeps the parts of a name apart', () => {
    expect(nameParts("Jansen-de Vries, O'Brien")).toEqual(['jansen', 'de', 'vries', 'obrien'])
    expect(tellingParts('van den Berg-de Wit')).toEqual(['berg', 'wit'])
  })
})

describe('two last names', () => {
  it.each([
    ['the prefix apart', ["van 't Schip"], ['Schip', "van 't"]],
    ['the prefix left out where the other side keeps it apart', ['Schip'], ['Schip', "van 't"]],
    ['the prefix after the name', ['Vries, de'], ['de Vries']],
    ['the parts in another order', ['Jansen-de Vries'], ['de Vries-Jansen']],
    ['blanks, dashes and letter case', ['VAN DER BERG'], ['Vanderberg']],
    ['accents', ['Müller'], ['Muller']],
  ])('are the same with %s', (_case, left, right) => {
    expect(sameLastName(toLastName(...(left as [string])), toLastName(...(right as [string, string])))).toBe(
      true,
    )
    expect(sameLastName(toLastName(...(right as [string])), toLastName(...(left as [string, string])))).toBe(
      true,
    )
  })

  it.each([
    ['another name', ['Jansen'], ['Janssen']],
    ['another prefix apart on both sides', ['Dijk', 'van'], ['Dijk', 'de']],
    ['a digit', ['Vries 2'], ['Vries']],
    ['no name at all', [''], ['']],
    ['a name of marks only', ['-'], ['.']],
  ])('differ by %s', (_case, left, right) => {
    expect(sameLastName(toLastName(...(left as [string])), toLastName(...(right as [string])))).toBe(false)
  })
})

describe('two first names', () => {
  it.each([
    ['J.', 'Jan'],
    ['J.P.', 'Jan Pieter'],
    ['J.P.', 'Jan'],
    ['JP.', 'Jan-Pieter'],
    ['J', 'Jan'],
    ['Th.', 'Theodora'],
    ['Anna Maria', 'Maria Anna'],
    ['Zoë', 'ZOE'],
  ])('%s and %s are the same', (left, right) => {
    expect(sameFirstName(toFirstName(left), toFirstName(right))).toBe(true)
    expect(sameFirstName(toFirstName(right), toFirstName(left))).toBe(true)
  })

  it.each([
    ['J.', 'Piet'],
    ['J.P.', 'Jan Klaas'],
    ['Jo', 'Jozef'],
    ['Jan', 'Jan Pieter'],
    ['', 'Jan'],
    ['', ''],
  ])('%s and %s are not', (left, right) => {
    expect(sameFirstName(toFirstName(left), toFirstName(right))).toBe(false)
  })
})

describe('nearly the same', () => {
  it.each([
    ['Testveld', 'Testvelt'],
    ['Jansen', 'Janssen'],
    ['Noor', 'Noar'],
    ['Pietersen', 'Pieterszen'],
    ['Anja', 'Anaj'],
  ])('are %s and %s', (left, right) => {
    expect(isNearlySameName(left, right)).toBe(true)
  })

  it.each([
    ['Tim', 'Tom'],
    ['Bakker', 'Bekkers'],
    ['', ''],
  ])('are not %s and %s', (left, right) => {
    expect(isNearlySameName(left, right)).toBe(false)
  })

  it('the distance is that of a text to itself, the same both ways, and at most the longer length', () => {
    const text = fc.stringMatching(/^[a-c]{0,7}$/)
    fc.assert(
      fc.property(text, text, (left, right) => {
        const distance = editDistance(left, right)

        expect(editDistance(left, left)).toBe(0)
        expect(editDistance(right, left)).toBe(distance)
        expect(distance).toBeLessThanOrEqual(Math.max(left.length, right.length))
        expect(distance === 0).toBe(left === right)
      }),
    )
  })
})
