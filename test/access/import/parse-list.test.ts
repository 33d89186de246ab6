import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { parseList } from '../../../src/access/import/parse-list.js'
import { ConfigError } from '../../../src/domain/errors.js'
import { toCsv } from '../../../src/report/kit/csv.js'

const columns = {
  number: { headers: ['Employee number', 'Personeelsnummer'], required: true },
  email: { headers: ['E-mail'], required: true },
  template: { headers: ['Template', 'Sjabloon'], required: false },
}

const parse = (text: string | Uint8Array) =>
  parseList('logins.csv', typeof text === 'string' ? Buffer.from(text) : text, columns)

const failure = (text: string | Uint8Array): ConfigError => {
  try {
    parse(text)
  } catch (error) {
    if (error instanceof ConfigError) return error
    throw error
  }
  throw new Error('nothing was thrown')
}

const expected = [
  { line: 2, cells: { number: '501', email: 'noor@tulp.example' } },
  { line: 3, cells: { number: '502', email: 'daan@tulp.example' } },
]

describe('a list that somebody exported', () => {
  it.each([
    { what: 'semicolons', text: 'Employee number;E-mail\n501;noor@tulp.example\n502;daan@tulp.example\n' },
    { what: 'commas', text: 'Employee number,E-mail\r\n501,noor@tulp.example\r\n502,daan@tulp.example' },
    { what: 'tabs', text: 'Employee number\tE-mail\n501\tnoor@tulp.example\n502\tdaan@tulp.example\n' },
    {
      what: 'quotes and blanks',
      text: ' "Employee number" ; E-mail\n"501" ; " noor@tulp.example "\n502;daan@tulp.example\n',
    },
    {
      what: 'a mark of its encoding',
      text: '\uFEFFEmployee number;E-mail\n501;noor@tulp.example\n502;daan@tulp.example\n',
    },
    {
      what: 'a header in another case and spelling',
      text: 'PERSONEELSNUMMER;e-Mail\n501;noor@tulp.example\n502;daan@tulp.example\n',
    },
    {
      what: 'columns in another order, and more of them',
      text: 'Id;E mail;Room;employee_number\n1;noor@tulp.example;2;501\n2;daan@tulp.example;;502\n',
    },
  ])('is read with $what', ({ text }) => {
    expect(parse(text).rows).toEqual(expected)
  })

  it('is read with old line ends, which are those of an Apple', () => {
    const { rows } = parse('Employee number;E-mail\r501;noor@tulp.example\r502;daan@tulp.example\r')

    expect(rows.map(({ cells }) => cells)).toEqual(expected.map(({ cells }) => cells))
  })

  it('counts its lines with the one that names the separator', () => {
    const { rows } = parse('sep=,\nEmployee number,E-mail\n501,noor@tulp.example\n')

    expect(rows).toEqual([{ line: 3, cells: expected[0]!.cells }])
  })

  it.each(['utf-16le', 'utf-16be'])('is read in %s', (encoding) => {
    const little = Buffer.from('\uFEFFEmployee number;E-mail\n501;zoë@tulp.example\n', 'utf16le')
    const bytes = encoding === 'utf-16le' ? little : Buffer.from(little).swap16()

    expect(parse(bytes).rows[0]?.cells.email).toBe('zoë@tulp.example')
  })

  it('is read as a spreadsheet saves it that knows no Unicode', () => {
    const bytes = Buffer.from(
      'Employee number;E-mail;Template\n501;zo\xeb@tulp.example;\x8aablon\n',
      'latin1',
    )

    expect(parse(bytes).rows[0]?.cells).toEqual({
      number: '501',
      email: 'zoë@tulp.example',
      template: 'Šablon',
    })
  })

  it('says which columns it has, and passes over lines without a text', () => {
    const list = parse('E-mail;Employee number;Template\n\n;;\nnoor@tulp.example;501;Own\n')

    expect(list.columns).toEqual(['number', 'email', 'template'])
    expect(list.rows).toEqual([
      { line: 4, cells: { number: '501', email: 'noor@tulp.example', template: 'Own' } },
    ])
  })

  it('may have no lines at all', () => {
    expect(parse('Employee number;E-mail\n').rows).toEqual([])
  })

  it('gives back what this program writes into a file for a spreadsheet', () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => `x${text.trim()}`)

    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), (lines) => {
        const { rows } = parse(toCsv([['Employee number', 'E-mail'], ...lines]))

        expect(rows.map(({ cells }) => [cells.number, cells.email])).toEqual(
          lines.map((cells) => cells.map((text) => text.trim())),
        )
      }),
      { numRuns: 200 },
    )
  })
})

describe('a list that cannot be right', () => {
  it('is refused without a column that is needed, naming the headers it may have', () => {
    const error = failure('Employee number;Mailbox\n501;noor@tulp.example\n')

    expect(error.message).toContain('logins.csv has no column "E-mail"')
    expect(error.message).toContain('2 cells')
  })

  it.each(['', '\n\n', '\u0000\u0001', 'PK\u0003\u0004', '"'])(
    'is refused when it is no list: %j',
    (text) => {
      expect(failure(text).message).toContain('no column "Employee number" or "Personeelsnummer"')
    },
  )

  it('is refused with two columns for one thing', () => {
    const error = failure('Employee number;Personeelsnummer;E-mail\n501;502;noor@tulp.example\n')

    expect(error.message).toContain('two columns that can be "Employee number"')
  })

  it('is refused with every line that has too few or too many cells, and quotes none of them', () => {
    const error = failure('Employee number;E-mail\n501\n502;daan@tulp.example\n503;femke@tulp.example;x\n')

    expect(error.message).toContain('2 lines are not as they should be')
    expect(error.problems.map(({ line, found }) => ({ line, found }))).toEqual([
      { line: 2, found: '1' },
      { line: 4, found: '3' },
    ])
    expect(JSON.stringify(error.problems)).not.toContain('tulp.example')
  })

  it.each(['501;"noor@tulp.example\n', '501;"noor"@tulp.example\n', '501;noor"@tulp.example\n'])(
    'is refused for a quote that does not fit, with its line and without its text: %j',
    (line) => {
      const error = failure(`Employee number;E-mail\n500;x\n${line}`)

      expect(error.problems).toMatchObject([{ file: 'logins.csv', line: 3 }])
      expect(error.message + JSON.stringify(error.problems)).not.toContain('noor')
    },
  )

  it('is refused when it is far too large', () => {
    expect(failure(new Uint8Array(20 * 1024 * 1024 + 1)).message).toContain('more than 20 MB')
    expect(failure(`Employee number;E-mail\n${'1;2\n'.repeat(200_001)}`).message).toContain(
      'more than 200000 lines',
    )
  })

  it('never ends in anything but a list or words about it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const text = Buffer.concat([Buffer.from('Employee number;E-mail\n'), bytes])
        try {
          expect(parse(text).columns).toEqual(['number', 'email'])
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError)
        }
      }),
      { numRuns: 300 },
    )
  })
})
