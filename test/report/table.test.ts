import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { layOutTable } from '../../src/report/kit/table.js'
import { displayWidth, wrapText } from '../../src/report/kit/wrap-text.js'

const mark = (text: string): string => `<${text}>`

describe('a table', () => {
  it('aligns its columns and leaves no blanks at the end of a line', () => {
    const lines = layOutTable(
      [
        ['a', 'bb', 'c'],
        ['ccc', '', ''],
      ],
      { width: 80, head: ['one', 'two', 'three'], indent: 2 },
    )

    expect(lines).toEqual(['  one  two  three', '  a    bb   c', '  ccc'])
  })

  it('has no lines without rows, not even a head', () => {
    expect(layOutTable([], { width: 80, head: ['one'] })).toEqual([])
  })

  it('wraps its last column at the width, under where it began', () => {
    const lines = layOutTable([['key', 'one two three four five six']], { width: 25 })

    expect(lines).toEqual(['key  one two three four', '     five six'])
  })

  it('folds the heads of its columns where that makes it fit', () => {
    const lines = layOutTable([['acme', '12', '3']], { width: 21, head: ['name', 'not connected', 'held'] })

    expect(lines).toEqual(['      not', 'name  connected  held', 'acme  12         3'])
  })

  it('stacks its rows where the screen is too narrow for the columns', () => {
    const lines = layOutTable([['a long first column', '', 'one two three four five']], {
      width: 24,
      head: ['name', 'state', 'what'],
    })

    expect(lines).toEqual(['a long first column', '  what: one two three', '    four five'])
  })

  it('lets a line run on in a file, where lines are searched', () => {
    const first = 'x'.repeat(120)

    expect(layOutTable([[first, 'one two three four five']], { width: 110 })).toEqual([
      `${first}  one two three four`,
      `${' '.repeat(122)}five`,
    ])
  })

  it('paints cells after measuring them', () => {
    const lines = layOutTable(
      [
        [{ text: 'a', paint: mark }, 'b'],
        ['long', { text: 'b', paint: mark }],
      ],
      {
        width: 80,
      },
    )

    expect(lines).toEqual(['<a>     b', 'long  <b>'])
  })

  it('gives a heading a line of its own, whatever its length', () => {
    const lines = layOutTable([{ heading: 'x'.repeat(60) }, ['a', 'b']], { width: 20, indent: 2 })

    expect(lines).toEqual(['x'.repeat(60), '  a  b'])
  })

  it('lays out tens of thousands of rows without the time growing faster than they do', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => ['change', `row ${index}`, 'street, city'])

    expect(layOutTable(rows, { width: 80 })).toHaveLength(20_000)
  })
})

describe('wrapping', () => {
  it.each([
    ['Jip', 3],
    ['Söderström', 10],
    ['Jip 🌷', 6],
    ['日本', 4],
    ['e\u0301', 1],
  ])('counts %s as %i columns', (text, columns) => {
    expect(displayWidth(text)).toBe(columns)
  })

  it('loses no word and breaks only where it must', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 40 }),
        (words, width) => {
          const text = words.join(' ')

          const lines = wrapText(text, width)

          expect(lines.join(' ')).toBe(text)
          for (const line of lines) expect(line.length <= width || !line.includes(' ')).toBe(true)
        },
      ),
    )
  })
})
