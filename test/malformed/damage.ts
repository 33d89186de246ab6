import fc from 'fast-check'
import { anyText } from '../support/any-text.js'

/** Something done to the bytes of a good file or answer. Places are parts of its length, from 0 to 1. */
export type Damage =
  | { kind: 'cut'; at: number }
  | { kind: 'insert'; at: number; bytes: string }
  | { kind: 'replace'; at: number; length: number; bytes: string }
  | { kind: 'double'; at: number; length: number }
  | { kind: 'around'; before: string; after: string }
  | { kind: 'utf16' }
  | { kind: 'nothing left' }

const place = fc.double({ min: 0, max: 1, noNaN: true })
const bytes = fc.oneof(
  anyText({ maxLength: 8 }),
  fc.uint8Array({ minLength: 1, maxLength: 8 }).map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom(
    '\u00ff\u00fe',
    '\u00c3\u0028',
    '\u00ed\u00a0\u0080',
    '\0',
    '\ufeff',
    '\t',
    '\r',
    '"',
    '<',
    '&',
    '{',
    ']',
  ),
)

export const damages: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({ kind: fc.constant('insert' as const), at: place, bytes }),
  fc.record({ kind: fc.constant('replace' as const), at: place, length: fc.nat({ max: 40 }), bytes }),
  fc.record({ kind: fc.constant('double' as const), at: place, length: fc.nat({ max: 400 }) }),
  fc.record({ kind: fc.constant('around' as const), before: bytes, after: bytes }),
  fc.constant({ kind: 'utf16' as const }),
  fc.constant({ kind: 'nothing left' as const }),
)

/** The bytes with the damage done. Text put in stands for bytes, one for each character. */
export const applyDamage = (good: Buffer, damage: Damage): Buffer => {
  const at = 'at' in damage ? Math.floor(damage.at * good.length) : 0
  const head = good.subarray(0, at)
  switch (damage.kind) {
    case 'cut':
      return head
    case 'insert':
      return Buffer.concat([head, toBytes(damage.bytes), good.subarray(at)])
    case 'replace':
      return Buffer.concat([head, toBytes(damage.bytes), good.subarray(at + damage.length)])
    case 'double':
      return Buffer.concat([head, good.subarray(at, at + damage.length), good.subarray(at)])
    case 'around':
      return Buffer.concat([toBytes(damage.before), good, toBytes(damage.after)])
    case 'utf16':
      return Buffer.from(good.toString('utf8'), 'utf16le')
    case 'nothing left':
      return Buffer.alloc(0)
  }
}

const toBytes = (text: string): Buffer => Buffer.from(text, 'latin1')
