import fc from 'fast-check'
import { anyText } from '../support/any-text.js'

/** What is put in the place of the text of one element. */
const texts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '-',
    'NaN',
    '1e999',
    '12,5',
    '1.234,5',
    '-0',
    '00',
    '+1',
    '99999999999999999999',
    '0x1F',
    'true',
  ),
  fc.constantFrom(
    '2026-02-30T00:00:00',
    '0000-00-00',
    '2026-11-01T25:00:00',
    '9999999-01-01',
    '2026-11-01T00:00:00+99:00',
    'morgen',
  ),
  fc.constantFrom(
    '&lol9;',
    '&#0;',
    '&#xD800;',
    '&#1;',
    '&#99999999;',
    '&',
    '<',
    ']]>',
    '<![CDATA[',
    '<!-- ',
    '<?php',
    '</',
  ),
  fc.constantFrom(
    '<![CDATA[<x>&amp;]]>',
    '<Extra>1</Extra>',
    '<Extra/>',
    '<!-- a comment -->',
    '<?pi x?>',
    '<a><b><c/></b></a>',
  ),
  anyText({ maxLength: 30 }),
  fc.nat({ max: 200_000 }).map((length) => 'x'.repeat(length)),
  fc.nat({ max: 2000 }).map((depth) => '<d>'.repeat(depth) + '</d>'.repeat(depth)),
  fc.nat({ max: 5000 }).map((count) => '<e/>'.repeat(count)),
)

const bomb = `<!DOCTYPE lolz [<!ENTITY lol "lol">${Array.from(
  { length: 9 },
  (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n === 0 ? '' : n};`.repeat(10)}">`,
).join('')}]>`

/** What is put before the whole answer, in the place of its declaration. */
const prologues = fc.constantFrom(
  bomb,
  '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
  '<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.1:1/">]>',
  '<!DOCTYPE html>',
  '<?xml version="9.9"?>',
  '<?xml version="1.0" encoding="utf-16"?>',
  '<?xml version="1.0" encoding="x-none"?>',
  '<?xml-stylesheet href="x"?>',
  ' text before ',
)

/** One thing wrong with an answer; `nth` counts places over all of them. */
export type XmlFault =
  | { kind: 'text'; nth: number; text: string }
  | { kind: 'rename'; nth: number; name: string }
  | { kind: 'drop'; nth: number }
  | { kind: 'double'; nth: number }
  | { kind: 'nil'; nth: number }
  | { kind: 'prologue'; text: string }
  | { kind: 'namespace'; name: string }

const nth = fc.nat()

export const xmlFaults: fc.Arbitrary<XmlFault> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('text' as const), nth, text: texts }) },
  fc.record({
    kind: fc.constant('rename' as const),
    nth,
    name: fc.constantFrom(
      'Fault',
      'Envelope',
      'Body',
      'x:y',
      'a',
      'constructor',
      '__proto__',
      'é',
      '1x',
      'EmployeeId',
    ),
  }),
  fc.record({ kind: fc.constant('drop' as const), nth }),
  fc.record({ kind: fc.constant('double' as const), nth }),
  fc.record({ kind: fc.constant('nil' as const), nth }),
  fc.record({ kind: fc.constant('prologue' as const), text: prologues }),
  fc.record({
    kind: fc.constant('namespace' as const),
    name: fc.constantFrom('', 'urn:other', 'http://www.w3.org/2003/05/soap-envelope', '&', '"'),
  }),
)

const element = /<(\w+)(?:\s[^>]*)?>([^<]*)<\/\1>/g
const tag = /<\/?(\w+)/g

/** The answer with that one thing wrong. */
export const spoilXml = (good: string, fault: XmlFault): string => {
  switch (fault.kind) {
    case 'text':
      return replaceNth(good, element, fault.nth, (_whole, name) => `<${name}>${fault.text}</${name}>`)
    case 'rename':
      return replaceNth(good, tag, fault.nth, (whole, name) => whole.replace(name, () => fault.name))
    case 'drop':
      return replaceNth(good, element, fault.nth, () => '')
    case 'double':
      return replaceNth(good, element, fault.nth, (whole) => whole + whole)
    case 'nil':
      return replaceNth(good, element, fault.nth, (_whole, name) => `<${name} xsi:nil="true"/>`)
    case 'prologue':
      return good.replace(/^<\?xml[^>]*\?>/, () => fault.text)
    case 'namespace':
      return good.replaceAll(/xmlns="[^"]*"/g, () => `xmlns="${fault.name}"`)
  }
}

const replaceNth = (
  text: string,
  pattern: RegExp,
  nthOfAll: number,
  change: (whole: string, name: string) => string,
): string => {
  const count = [...text.matchAll(pattern)].length
  if (count === 0) return text
  let index = -1
  return text.replace(pattern, (whole: string, name: string) => {
    index += 1
    return index === nthOfAll % count ? change(whole, name) : whole
  })
}
