import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { XmlReader, type XmlHandler } from '../../../../../src/target/nmbrs-soap/wire/xml/xml-reader.js'
import { toXmlTag } from '../../../../../src/target/nmbrs-soap/wire/xml/xml-tag.js'

/** What a reader says of a document: one line for each tag, and for all text between two tags. */
const listen = (): { said: string[]; handler: XmlHandler } => {
  const said: string[] = []
  let isText = false
  const note = (line: string): void => {
    said.push(line)
    isText = false
  }
  const handler: XmlHandler = {
    open: ({ name, localName, isNil, isEmpty }) => {
      note(`<${name} ${localName}${isNil ? ' nil' : ''}${isEmpty ? ' /' : ''}>`)
    },
    text: (text) => {
      if (isText) said.push((said.pop() ?? '') + text)
      else said.push(`text ${text}`)
      isText = true
    },
    close: () => {
      note('close')
    },
    declare: (doctype) => {
      note(`doctype ${doctype}`)
    },
    complain: ({ message }) => {
      if (!message.includes('disallowed character.')) throw new Error(message)
    },
  }
  return { said, handler }
}

/** What is said of pieces, up to what stopped the reading. Blanks around the document are nothing. */
const listenTo = (handlerOf: (handler: XmlHandler) => (piece: string) => void, pieces: readonly string[]) => {
  const { said, handler } = listen()
  const write = handlerOf(handler)
  let stopped: string | undefined
  try {
    for (const piece of pieces) write(piece)
  } catch (error) {
    stopped = (error as Error).message
  }
  return { said: said.filter((line) => !/^text [\t\n\r ]*$/.test(line)), stopped }
}

const byReader = (handler: XmlHandler) => {
  const reader = new XmlReader(handler)
  return (piece: string): void => {
    reader.write(piece)
  }
}

const bySaxes = (handler: XmlHandler) => {
  const parser = new SaxesParser({ position: false, defaultXMLVersion: '1.1', forceXMLVersion: true })
  // References of XML 1.1 and characters of XML 1.0, in which U+0085 and U+2028 are no line ends.
  Object.assign(parser, { getCode: (parser as unknown as { getCode10: unknown }).getCode10 })
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    handler.open(toXmlTag(name, attributes as Record<string, string>, isSelfClosing))
  })
  parser.on('closetag', () => {
    handler.close()
  })
  parser.on('text', (text) => {
    handler.text(text)
  })
  parser.on('cdata', (text) => {
    handler.text(text)
  })
  parser.on('doctype', (doctype) => {
    handler.declare(doctype)
  })
  parser.on('error', (error) => {
    handler.complain(error)
  })
  return (piece: string): void => {
    parser.write(piece)
  }
}

const cut = (text: string, cuts: readonly number[]): string[] => {
  const places = [0, ...cuts.map((at) => at % (text.length + 1)).sort((a, b) => a - b), text.length]
  return places.slice(1).map((to, i) => text.slice(places[i], to))
}

const plainBits = [
  'Jansen',
  ' ',
  '\n',
  'Zoë',
  '😀',
  '&amp;',
  '&lt;',
  '&quot;',
  '>',
  "'",
  '"',
  '0612',
  ']]',
  '/',
]
const oddBits = [
  '&#65;',
  '&#x1F;',
  '&b;',
  '&',
  ']]>',
  '\r',
  '\r\n',
  '\u0085',
  '\u2028',
  '\u0001',
  '\uD83D',
  '\uFFFE',
]
const plainTags = [
  'a',
  'b',
  'a:b',
  'Item',
  'soap:Body',
  'b xsi:nil="true"',
  'b xmlns="http://x/y?z" c="1"',
  'a ',
]
const oddTags = [
  "b c='1'",
  'b  c="1"',
  'b c="1" c="2"',
  'b c="&amp;"',
  'b c="x>y"',
  'b c="<"',
  'é',
  '1a',
  '',
  ' a',
  'b c',
  '!-- x --',
  '![CDATA[<x>]]',
  '?x y?',
  '!DOCTYPE a',
  '<a',
  'a:b:c',
  ':a',
  'b nil="1"',
  'b xnil="0" nil="1"',
]

/** A document of these bits and tags, most of the time with every tag closed. */
const document = (bits: readonly string[], tags: readonly string[]): fc.Arbitrary<string> => {
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      fc.array(fc.constantFrom(...bits), { maxLength: 4 }).map((some) => some.join('')),
      fc.constantFrom(...tags).map((tag) => `<${tag}/>`),
      fc
        .tuple(
          fc.constantFrom(...tags),
          fc.array(tie('node'), { maxLength: 4 }),
          fc.constantFrom('', '', '', '', ' ', 'x'),
        )
        .map(([tag, inner, slip]) => `<${tag}>${inner.join('')}</${tag.split(' ')[0] ?? ''}${slip}>`),
    ),
  }))
  const start = fc.constantFrom(
    '',
    '',
    '<?xml version="1.0" encoding="utf-8"?>',
    '<?xml version="1.0"?>\n',
    '\n',
    '\uFEFF',
    'x',
  )
  const end = fc.constantFrom('', '', '', '\n', '<a/>', 'x')
  return fc
    .tuple(start, fc.array(node, { maxLength: 6 }), end)
    .map(([before, inner, after]) => `${before}<r>${inner.join('')}</r>${after}`)
}

const places = fc.array(fc.nat(), { maxLength: 6 })

describe('a character that is a line end in XML 1.1 only', () => {
  it.each(['\u0085', '\u2028'])('%j is itself, whoever reads it', (character) => {
    const text = `Weg${character}1`
    for (const declaration of ['', '<?xml version="1.0"?>']) {
      expect(listenTo(byReader, [`${declaration}<r><a>${text}</a></r>`]).said).toContain(`text ${text}`)
      expect(listenTo(byReader, [`${declaration}<r><a>${text}&#x1F;</a></r>`]).said).toContain(
        `text ${text}\u001F`,
      )
    }
  })
})

describe('a document', () => {
  it('of plain tags and text says what the general reader says of it, however it is cut', () => {
    fc.assert(
      fc.property(document(plainBits, plainTags), places, (xml, cuts) => {
        const pieces = cut(xml, cuts)

        expect(listenTo(byReader, pieces)).toEqual(listenTo(bySaxes, pieces))
      }),
      { numRuns: 500 },
    )
  })

  it('with anything else in it says what the general reader says of it, however it is cut', () => {
    fc.assert(
      fc.property(document([...plainBits, ...oddBits], [...plainTags, ...oddTags]), places, (xml, cuts) => {
        const pieces = cut(xml, cuts)

        expect(listenTo(byReader, pieces)).toEqual(listenTo(bySaxes, pieces))
      }),
      { numRuns: 1000 },
    )
  })

  it('with two declarations is refused', () => {
    const declaration = '<?xml version="1.0" encoding="utf-8"?>'

    expect(listenTo(byReader, [`${declaration}${declaration}<r/>`]).stopped).toBeDefined()
  })

  it('says its first tags before the others are there', () => {
    expect(listenTo(byReader, ['<r><a>1</a><b>', '2']).said).toEqual([
      '<r r>',
      '<a a>',
      'text 1',
      'close',
      '<b b>',
    ])
  })

  it('with text longer than any value does not wait for its end', () => {
    const { said } = listenTo(byReader, ['<r><a>', 'x'.repeat(70_000), '</a><b/>', '</r>'])

    expect(said.map((line) => line.slice(0, 6))).toEqual([
      '<r r>',
      '<a a>',
      'text x',
      'close',
      '<b b /',
      'close',
      'close',
    ])
  })
})
