import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import {
  escapeText,
  toXml,
  type XmlElement,
} from '../../../../../src/target/nmbrs-soap/wire/xml/xml-element.js'
import { anyText } from '../../../../support/any-text.js'

const refuse = (name: string): never => {
  throw new Error(`refused ${name}`)
}

const readText = (xml: string): string => {
  let read = ''
  const parser = new SaxesParser()
  parser.on('text', (text) => (read += text))
  parser.write(`<a>${xml}</a>`).close()
  return read
}

describe('text in XML', () => {
  it('is read back as it was, whatever stands in it', () => {
    fc.assert(
      fc.property(anyText(), (text) => {
        const escaped = escapeText(text)

        if (escaped !== undefined) expect(readText(escaped)).toBe(text)
      }),
    )
  })

  it.each(["Jansen & <Zoon> 'O\"Neill'", 'Zoë Ünal-Çelik', '🎉', '<![CDATA[x]]>', ']]>', 'a\r\nb\tc'])(
    'keeps %j',
    (text) => {
      expect(readText(escapeText(text) ?? '')).toBe(text)
    },
  )

  it.each([
    ['a control character', 'a\u0001b'],
    ['a vertical tab', 'a\u000Bb'],
    ['half a surrogate pair', 'a\uD83D'],
    ['a non-character', 'a\uFFFF'],
  ])('is refused with %s', (_name, text) => {
    expect(escapeText(text)).toBeUndefined()
    expect(() => toXml([{ name: 'Street', content: text }], refuse)).toThrow('refused Street')
  })
})

describe('elements as XML', () => {
  it('stand in the order given, nested, nil and empty ones included', () => {
    const elements: XmlElement[] = [
      { name: 'B', content: 'x' },
      { name: 'A', content: [{ name: 'C', content: null }] },
      { name: 'D', content: '' },
    ]

    expect(toXml(elements, refuse)).toBe('<B>x</B><A><C xsi:nil="true"/></A><D></D>')
  })
})
