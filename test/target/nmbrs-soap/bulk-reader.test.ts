import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { RemoteError } from '../../../src/domain/errors.js'
import { createBulkReader, type BulkShape } from '../../../src/target/nmbrs-soap/wire/bulk-reader.js'
import { EnvelopeReader, type AnswerLimits } from '../../../src/target/nmbrs-soap/wire/envelope-reader.js'

const shape: BulkShape = {
  operation: 'Thing_GetAll',
  fields: new Map([
    ['Street', { field: 'Street', type: 'text' }],
    ['City', { field: 'City', type: 'text' }],
    ['Start', { field: 'Start', type: 'date' }],
  ]),
  notes: ['Id', 'Type', 'Start', 'N.w'],
}

const before =
  '<soap:Envelope xmlns:soap="s" xmlns:xsi="i"><soap:Body><Thing_GetAllResponse xmlns="n"><Thing_GetAllResult>'
const after = '</Thing_GetAllResult></Thing_GetAllResponse></soap:Body></soap:Envelope>'

type Way = 'usual' | 'tag by tag' | 'general parser'

interface Read {
  employees: { id: string; rows: 'doubtful' | { fields: string[]; notes: Record<string, string> }[] }[]
  error: string | undefined
  /** Of the employees that were taken as a whole, with everything in them. */
  elements: number
}

const describeError = (error: unknown): string =>
  error instanceof RemoteError ? `${error.facts.code} ${error.message}` : String(error)

/** What is read of an answer, up to the error that ended it. */
const read = (pieces: readonly string[], way: Way = 'usual', limits?: AnswerLimits): Read => {
  const employees: Read['employees'] = []
  const { records, ...reader } = createBulkReader(shape, (some, places) => {
    for (const { id, rows, isDoubtful } of some) {
      if (isDoubtful === true) {
        employees.push({ id, rows: 'doubtful' })
        continue
      }
      const texts = rows.map((row) => ({
        fields: places.fields.map((place) => row[place] ?? ''),
        notes: Object.fromEntries(
          Object.entries(places.notes).map(([name, place]) => [name, row[place] ?? '']),
        ),
      }))
      employees.push({ id, rows: texts })
    }
  })
  const taking = way === 'usual' && records !== undefined ? { records } : {}
  const envelope = new EnvelopeReader(shape.operation, { ...reader, ...taking, ...(limits && { limits }) })
  let error: string | undefined
  try {
    // A declaration that is not the usual one leaves all that follows to the general parser.
    if (way === 'general parser') envelope.write('<?xml version="1.0"?>')
    for (const piece of pieces) envelope.write(piece)
    envelope.end()
  } catch (thrown) {
    error = describeError(thrown)
  }
  return { employees, error, elements: records?.elements ?? 0 }
}

const anEmployee = (id: string | number, ...rows: string[]): string =>
  `<Item><EmployeeId>${id}</EmployeeId><Things>${rows.map((row) => `<Thing>${row}</Thing>`).join('')}</Things></Item>`
const aRow = (street: string): string =>
  `<Id>1</Id><Street>${street}</Street><City>Ede</City><Country xsi:nil="true" />`
/** Id, list and employee; of each row itself and its four fields. */
const elementsOf = (employees: number, rows = employees): number => employees * 3 + rows * 5

const many = (count: number, content: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => content(at)).join('')

/** Reads in each way and sees that it is the same. Gives what is read, and how much of it as a whole. */
const readAlike = (...pieces: string[]): Read => {
  const usual = read(pieces)
  for (const way of ['tag by tag', 'general parser'] as const) {
    const { employees, error } = read(pieces, way)
    expect({ employees, error }).toEqual({ employees: usual.employees, error: usual.error })
  }
  return usual
}

const cut = (text: string, cuts: readonly number[]): string[] => {
  const places = [0, ...cuts.map((at) => at % (text.length + 1)).sort((a, b) => a - b), text.length]
  return places.slice(1).map((to, i) => text.slice(places[i], to))
}

const inPieces = (text: string, length: number): string[] =>
  Array.from({ length: Math.ceil(text.length / length) }, (_, at) =>
    text.slice(at * length, (at + 1) * length),
  )

describe('employees who are written alike', () => {
  it('are taken as a whole from the third on', () => {
    const { employees, error, elements } = readAlike(
      before + many(100, (at) => anEmployee(at, aRow(`Street ${at}`))) + after,
    )

    expect(error).toBeUndefined()
    expect(employees).toHaveLength(100)
    expect(employees[99]).toEqual({
      id: '99',
      rows: [{ fields: ['Street 99', 'Ede', ''], notes: { Id: '1', Type: '', Start: '', 'N.w': '' } }],
    })
    expect(elements).toBe(elementsOf(98))
  })

  it('are taken so with several rows, and wherever the answer is cut', () => {
    const answer = before + many(500, (at) => anEmployee(at, aRow('A'), aRow(`B ${at}`), aRow('Zoë'))) + after

    expect(readAlike(...inPieces(answer, 1000)).elements).toBe(elementsOf(498, 3 * 498))
  })

  it('are taken so when fields are absent, once their order is known', () => {
    const rows = ['Id City', 'Id Street Type', 'City Type', 'Street City', 'Id Street City Type', 'Type']
    const row = (at: number): string =>
      (rows[at] ?? '')
        .split(' ')
        .map((name) => `<${name}>${name} ${at}</${name}>`)
        .join('')
    const answer = before + many(60, (at) => anEmployee(at, row(at % rows.length))) + after

    expect(readAlike(answer).elements).toBe(56 * (3 + 5))
  })

  it('are taken so with prefixes, elements in a field and dots in names', () => {
    const employee = (at: number): string =>
      `<n:It.em><n:EmployeeId>${at}</n:EmployeeId><n:L><n:R><n:Street>S ${at}</n:Street><n:Table><Code>5</Code><Scale><Value>1</Value></Scale></n:Table><n:City/></n:R></n:L></n:It.em>`

    const { employees, elements } = readAlike(before + many(10, employee) + after)

    expect(employees[9]?.rows[0]).toMatchObject({ fields: ['S 9', '', ''] })
    expect(elements).toBe(8 * (3 + 1 + 6))
  })

  it('go on being taken so after one who is not', () => {
    const odd = [
      anEmployee(1, aRow('&lt;')),
      anEmployee(2, aRow('S') + '<Street>T</Street>'),
      '<Item><EmployeeId>3</EmployeeId></Item>',
      '<Item xsi:nil="true" />',
      anEmployee(4),
      anEmployee(5, '<City>E</City><Id>1</Id>'),
      anEmployee(6, '<Street>a<b>c</b>d</Street>'),
      '\n ',
      '<Item><EmployeeId>7</EmployeeId><Things><Thing xsi:nil="true"/></Things></Item>',
    ]
    const usual = (at: number): string => anEmployee(at, aRow('S'))
    const pieces = odd.map((one) => many(6, usual) + one)

    const { error, elements } = readAlike(before, ...pieces, many(6, usual) + after)

    expect(error).toBeUndefined()
    expect(elements).toBeGreaterThan(elementsOf(40))
  })

  it('are left to be told by their places when the list is called as the id is', () => {
    const employee =
      '<Item><EmployeeId>1</EmployeeId><EmployeeId><Thing><Id>2</Id></Thing></EmployeeId></Item>'

    expect(readAlike(before, employee.repeat(9) + after).elements).toBe(0)
  })

  it('may fill an answer for longer than it could say nothing', () => {
    const answer = before + many(20_000, (at) => anEmployee(at, aRow('S'))) + after

    const { employees, error } = read(inPieces(answer, 64 * 1024))

    expect([employees.length, error]).toEqual([20_000, undefined])
  })

  it('are refused when they have more elements than the answer may have', () => {
    const answer = before + many(100, (at) => anEmployee(at, aRow('S'))) + after
    const limits = { characters: 1_000_000, elements: 500 }

    expect(read(inPieces(answer, 1000), 'usual', limits).error).toContain('answer-too-large')
  })
})

describe('a record that can be read in more than one way', () => {
  const others = (at: number): string => anEmployee(at, aRow('S'))

  it.each([
    ['a field twice', anEmployee(4, aRow('S') + '<Street>T</Street>')],
    ['a field twice, once as nothing', anEmployee(4, '<Street xsi:nil="true" /><Street>T</Street>')],
    ['a field twice that nobody wants', anEmployee(4, aRow('S') + '<Country>NL</Country>')],
    ['a field twice in an old row', anEmployee(4, aRow('S') + '<City>T</City>', aRow('S'))],
    ['the same field with a prefix', anEmployee(4, aRow('S') + '<n:Street>S</n:Street>')],
    ['elements in a text', anEmployee(4, '<Id>1</Id><Street>a<b>c</b>d</Street>')],
    ['an element for a text', anEmployee(4, '<Street><Name>Weg</Name></Street>')],
    ['a reference to no character', anEmployee(4, aRow('Weg&#x0;1'))],
    ['a reference to half a character', anEmployee(4, aRow('Weg&#xD800;1'))],
    ['a reference past all characters', anEmployee(4, aRow('Weg&#1114112;1'))],
    ['two lists', anEmployee(4, aRow('S')).replace('</Item>', '<Things></Things></Item>')],
  ])('because of %s is in doubt, and nobody else is', (_name, record) => {
    for (const first of [0, 6]) {
      const { employees, error } = readAlike(before + many(first, others) + record + many(6, others) + after)

      expect(error).toBeUndefined()
      expect(employees.filter(({ rows }) => rows === 'doubtful').map(({ id }) => id)).toEqual(['4'])
      expect(employees).toHaveLength(first + 7)
    }
  })

  it.each([
    ['a reference in the id', anEmployee('4&#x0;', aRow('S'))],
    ['an element in the id', anEmployee('4<b/>', aRow('S'))],
    ['two ids', anEmployee('4</EmployeeId><EmployeeId>5', aRow('S'))],
  ])('and does not say whose it is is an error of the answer: %s', (_name, record) => {
    expect(readAlike(before + many(6, others) + record + after).error).toContain('unreadable-value')
  })
})

describe('an employee like the others', () => {
  const others = before + many(3, (at) => anEmployee(at, aRow('S')))

  it.each([
    ['has no id', anEmployee('', aRow('S')), 'unreadable-value'],
    ['has a blank for an id', anEmployee(' ', aRow('S')), 'unreadable-value'],
    ['is closed by another name', anEmployee(4, aRow('S')).replace('</Item>', '</Other>'), 'not-soap'],
    ['has the end of CDATA in a value', anEmployee(4, aRow(']]>')), 'not-soap'],
  ])('who %s is an error', (_name, employee, code) => {
    expect(readAlike(others, employee + after).error).toContain(code)
  })

  it('whose end never comes is an error', () => {
    const cutShort = anEmployee(4, aRow('S')).slice(0, -20)

    expect(readAlike(others, anEmployee(4, aRow('S'))).error).toContain('truncated')
    expect(readAlike(others, cutShort).error).toContain('truncated')
    expect(readAlike(others, cutShort, '</Wrong>').error).toContain('not-soap')
  })
})

// Were any of these to take steps by the square of its length, no test run would see its end.
describe('a text that is made to take long', () => {
  const learned = before + many(3, (at) => anEmployee(at, aRow('S')))
  const nearly = anEmployee(4, aRow('S')).replace('</City>', '</City><New/>')

  it.each([
    ['a long value', anEmployee(4, aRow('x'.repeat(700_000)))],
    ['a long value without an end', anEmployee(4, aRow('x'.repeat(700_000))).slice(0, 690_000)],
    [
      'many rows, of which the last is odd',
      anEmployee(4, aRow('S'), ...Array.from({ length: 20_000 }, () => aRow('S')), '<A>&lt;</A>'),
    ],
    ['many employees with something new', many(20_000, (at) => nearly.replace('New', `New${at}`))],
    ['fields that change places', many(20_000, (at) => anEmployee(at, at % 4 < 2 ? '<A/><B/>' : '<B/><A/>'))],
    ['many beginnings', '<Item><EmployeeId>1</EmployeeId><Things><Thing>'.repeat(10)],
    [
      'many fields',
      anEmployee(
        4,
        many(50_000, (at) => `<F${at}/>`),
      ).repeat(2),
    ],
    ['many equal fields', anEmployee(4, aRow('S') + '<Id>1</Id>'.repeat(100_000))],
    [
      'deep nesting',
      anEmployee(4, many(40, (at) => `<D${at}>`) + many(40, (at) => `</D${39 - at}>`)).repeat(500),
    ],
  ])('such as %s is read as any other', (_name, text) => {
    const answer = learned + text + after

    for (const length of [1500, 64 * 1024]) {
      const pieces = inPieces(answer, length)
      const { employees, error } = read(pieces)
      expect({ employees, error }).toMatchObject({ employees: read(pieces, 'tag by tag').employees, error })
    }
  })
})

const plainText = fc.constantFrom('', 'S', ' Ede ', 'Zoë', "a 'b'", '\n', '2026-01-01T00:00:00', ']]', '/')
const oddText = fc.constantFrom(
  '&lt;',
  '&#65;',
  'a>b',
  '😀',
  '<!-- x -->',
  '<![CDATA[<Id>]]>',
  '\u0001',
  '&b;',
  '\r',
  '\u0085',
  ']]>',
)
const names = [
  'Id',
  'Street',
  'City',
  'Type',
  'Start',
  'New',
  'N.w',
  'Nxw',
  'n:Street',
  'Item',
  'Thing',
  'Table',
]

const fieldOf = (name: string, text: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 8, arbitrary: text.map((content) => `<${name}>${content}</${name}>`) },
    { weight: 2, arbitrary: fc.constantFrom(`<${name} xsi:nil="true" />`, `<${name}/>`, `<${name} />`) },
  )

/** Some of the fields, in their order. */
const usualRow = fc
  .tuple(...names.map((name) => fc.oneof(fieldOf(name, plainText), fc.constant(''))))
  .map((fields) => fields.join(''))

const oddField = fc
  .constantFrom(...names)
  .chain((name) =>
    fc.oneof(
      fieldOf(name, fc.oneof(plainText, oddText)),
      fc.constantFrom(
        `<${name} xsi:nil="true"></${name}>`,
        `<${name} xsi:nil="false"/>`,
        `<${name} other="1">x</${name}>`,
        `<${name}>a<b>c</b>d</${name}>`,
        `<${name}><Id>7</Id><Street/></${name}>`,
        `<${name}>x</${name} >`,
        `<${name}>x`,
        ' ',
        'x',
      ),
    ),
  )
const oddRow = fc.array(oddField, { maxLength: 6 }).map((fields) => fields.join(''))

const frameOf = (record: string, id: string, list: string, row: string) => (key: string, rows: string[]) =>
  `<${record}><${id}>${key}</${id}><${list}>${rows.map((one) => `<${row}>${one}</${row}>`).join('')}</${list}></${record}>`

const usualFrame = frameOf('Item', 'EmployeeId', 'Things', 'Thing')
const oddFrames = [
  usualFrame,
  frameOf('Other', 'EmployeeId', 'Things', 'Thing'),
  frameOf('n:Item', 'n:EmployeeId', 'n:Things', 'n:Thing'),
  frameOf('Item', 'Id', 'Things', 'Thing'),
  frameOf('Item', 'EmployeeId', 'EmployeeId', 'Thing'),
  (key: string, rows: string[]) => usualFrame(key, rows).replace('<Things>', '<More/><Things>'),
  (key: string, rows: string[]) =>
    usualFrame(key, rows).replace('<Thing>', '<Thing/><Thing xsi:nil="1"/><Thing>'),
  (_key: string, rows: string[]) => usualFrame('', rows).replace('<EmployeeId></EmployeeId>', ''),
  (key: string, rows: string[]) =>
    usualFrame(key, rows).replace('</Things>', '</Things><EmployeeId>8</EmployeeId>'),
  (key: string) => `<Item><EmployeeId>${key}</EmployeeId><Things /></Item>`,
  () => '<Item xsi:nil="true" />',
  () => '\n ',
  () => 'x',
]

const usualEmployee = fc
  .tuple(fc.nat({ max: 99 }), fc.array(usualRow, { minLength: 1, maxLength: 3 }))
  .map(([key, rows]) => usualFrame(String(key), rows))
const oddEmployee = fc
  .tuple(
    fc.constantFrom(...oddFrames),
    fc.constantFrom('1', '2', '', ' ', ' 3 ', '&amp;'),
    fc.array(fc.oneof(usualRow, oddRow), { maxLength: 3 }),
  )
  .map(([frame, key, rows]) => frame(key, rows))

/** The first piece: with it the usual way of writing is known, or not yet. */
const beginnings = fc.constantFrom(
  before,
  before +
    many(2, () =>
      usualFrame(
        '1',
        names.map((name) => `<${name}>1</${name}>`).filter((field) => !field.startsWith('<n:')),
      ).replaceAll('</Thing><Thing>', ''),
    ),
)

const answers = fc
  .tuple(
    beginnings,
    fc.array(fc.oneof({ weight: 8, arbitrary: usualEmployee }, { weight: 1, arbitrary: oddEmployee }), {
      minLength: 6,
      maxLength: 16,
    }),
    fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 400 }) }),
  )
  .map(([beginning, employees, missing]) => {
    const rest = employees.join('') + after
    return [beginning, rest.slice(0, Math.max(0, rest.length - missing))] as const
  })

describe('any answer', () => {
  it('gives the same as a whole, tag by tag and to the general parser, however it is cut', () => {
    let wholly = 0
    fc.assert(
      fc.property(answers, fc.array(fc.nat(), { maxLength: 6 }), ([beginning, rest], cuts) => {
        wholly += readAlike(beginning, ...cut(rest, cuts)).elements
      }),
      { numRuns: 1000 },
    )

    // Else it would say nothing about the way that is meant to be taken.
    expect(wholly).toBeGreaterThan(8_000)
  })
})
