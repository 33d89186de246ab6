import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { AuthError, RemoteError } from '../../../src/domain/errors.js'
import { EnvelopeReader } from '../../../src/target/nmbrs-soap/wire/envelope-reader.js'
import { createTreeReader, type ResultTree } from '../../../src/target/nmbrs-soap/wire/tree-reader.js'
import { envelope, responseBody } from './stub-nmbrs.js'

const read = (pieces: readonly string[], operation = 'Thing_Get'): ResultTree => {
  const reader = createTreeReader()
  const reading = new EnvelopeReader(operation, reader)
  for (const piece of pieces) reading.write(piece)
  reading.end()
  return reader.result()
}

const codeOf = (xml: string): string | undefined => {
  try {
    read([xml])
    return undefined
  } catch (error) {
    return error instanceof RemoteError ? error.facts.code : (error as Error).name
  }
}

const answer = envelope(
  responseBody(
    'Thing_Get',
    '<Name>Zoë &amp; <![CDATA[<Co>]]></Name><Code xsi:nil="true" /><New><Deep>1</Deep></New><Empty></Empty><Name>2</Name>',
  ),
)

const tree: ResultTree = {
  children: [
    { name: 'Name', content: 'Zoë & <Co>' },
    { name: 'Code', content: null },
    { name: 'New', content: [{ name: 'Deep', content: '1' }] },
    { name: 'Empty', content: '' },
    { name: 'Name', content: '2' },
  ],
  text: '',
}

describe('an answer', () => {
  it('gives its result whole: order, unknown and repeated names, nil and empty', () => {
    expect(read([answer])).toEqual(tree)
  })

  it('gives the same however it is cut into pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: answer.length }), { maxLength: 8 }), (cuts) => {
        const places = [0, ...cuts.sort((a, b) => a - b), answer.length]
        const pieces = places.slice(1).map((to, i) => answer.slice(places[i], to))

        expect(read(pieces)).toEqual(tree)
      }),
    )
  })

  it('gives a single value as text, untouched', () => {
    expect(read([envelope(responseBody('Thing_Get', ' 0612345678 '))])).toEqual({
      children: [],
      text: '0612345678',
    })
  })

  it('without a result is empty', () => {
    expect(read([envelope(responseBody('Thing_Get', ''))])).toEqual({ children: [], text: '' })
  })

  it('is read with any prefix, and past a header', () => {
    const xml =
      '<s:Envelope xmlns:s="x"><s:Header><Trace>9</Trace></s:Header><s:Body><m:Thing_GetResponse><m:Thing_GetResult><m:A>1</m:A></m:Thing_GetResult></m:Thing_GetResponse></s:Body></s:Envelope>'

    expect(read([xml]).children).toEqual([{ name: 'A', content: '1' }])
  })

  it('is read although a control character stands in it as a reference', () => {
    const xml = envelope(responseBody('Thing_Get', '<A>a&#x1F;b</A>'))

    expect(read([xml]).children).toEqual([{ name: 'A', content: 'a\u001Fb' }])
  })

  it.each([
    ['nothing', '', 'truncated'],
    ['half an envelope', answer.slice(0, 300), 'truncated'],
    ['an envelope without its last tag', answer.slice(0, -10), 'truncated'],
    ['a page of HTML', '<html><body><p>Bad gateway</p></body></html>', 'not-soap'],
    ['a page of HTML with a doctype', '<!DOCTYPE html><html></html>', 'not-soap'],
    ['text', 'Service unavailable', 'not-soap'],
    ['tags that do not match', envelope('<Thing_GetResponse></Other>'), 'not-soap'],
    ['something after the envelope', `${answer}<html/>`, 'not-soap'],
    ['another root', '<Thing_GetResponse/>', 'not-soap'],
    ['the answer to another call', envelope(responseBody('Other_Get', '1')), 'unexpected-answer'],
    ['an empty body', envelope(''), 'unexpected-answer'],
    [
      'two responses',
      envelope(responseBody('Thing_Get', '1') + responseBody('Thing_Get', '2')),
      'unexpected-answer',
    ],
    ['a document type', `<!DOCTYPE a [<!ENTITY b "c">]>${answer}`, 'declaration-refused'],
    ['an entity nobody declared', envelope(responseBody('Thing_Get', '<A>&b;</A>')), 'not-soap'],
    ['elements without end', `<Envelope>${'<Body>'.repeat(200)}`, 'unexpected-answer'],
  ])('that is %s is an error', (_name, xml, code) => {
    expect(codeOf(xml)).toBe(code)
  })

  it('with more elements than a company has people for is refused before it is held whole', () => {
    const piece = '<E/>'.repeat(100_000)
    const reading = new EnvelopeReader('Thing_Get', createTreeReader())
    reading.write('<Envelope><Body><Thing_GetResponse><Thing_GetResult>')

    const writeOn = (): void => {
      for (let pieces = 0; pieces < 11; pieces += 1) reading.write(piece)
    }

    expect(writeOn).toThrow('unreasonable size')
  })

  it('that never ends is refused, however few its elements are', () => {
    const reading = new EnvelopeReader('Thing_Get', createTreeReader())
    const piece = `<E>${'x'.repeat(1_000_000)}</E>`
    reading.write('<Envelope><Body><Thing_GetResponse><Thing_GetResult>')

    const writeOn = (): void => {
      for (let pieces = 0; pieces < 70; pieces += 1) reading.write(piece)
    }

    expect(writeOn).toThrow('unreasonable size')
  })

  it('with an element of unreasonable size is refused before it is held whole', () => {
    const reading = new EnvelopeReader('Thing_Get', createTreeReader())
    const piece = 'x'.repeat(64 * 1024)
    let sent = 0

    const flood = (): void => {
      reading.write('<Envelope><Body><Thing_GetResponse><Thing_GetResult><A>')
      for (; sent < 1000; sent += 1) reading.write(piece)
    }

    expect(flood).toThrow('unreasonable size')
    expect(sent).toBeLessThan(20)
  })

  it('that holds a SOAP 1.1 fault is that fault', () => {
    const xml = envelope(
      '<soap:Fault><faultcode>soap:Server</faultcode><faultstring>Oh. ---&gt; 2014: Invalid</faultstring><detail><Text>---&gt; 1001:</Text></detail></soap:Fault>',
    )

    expect(codeOf(xml)).toBe('iban-refused')
  })

  it('that holds a SOAP 1.2 fault is that fault', () => {
    const xml =
      '<env:Envelope xmlns:env="http://www.w3.org/2003/05/soap-envelope"><env:Body><env:Fault><env:Code><env:Value>env:Receiver</env:Value><env:Subcode><env:Value>m:x</env:Value></env:Subcode></env:Code><env:Reason><env:Text xml:lang="en">Oh. ---&gt; 1001: Invalid</env:Text></env:Reason></env:Fault></env:Body></env:Envelope>'

    expect(() => read([xml])).toThrow(AuthError)
  })

  it('that is broken says nothing of what stood in it', () => {
    const broken = envelope(responseBody('Thing_Get', '<BSN>123456782</BSN><LastName>Geheim</BSN>'))

    expect(() => read([broken])).toThrow(/^(?!.*(?:123456782|Geheim)).*$/)
  })
})
