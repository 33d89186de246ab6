import { describe, expect, it } from '@jest/globals'
import { findDamage, mergeRecord } from '../../../src/target/nmbrs-soap/merge-record.js'
import type { XmlElement } from '../../../src/target/nmbrs-soap/wire/xml/xml-element.js'

const order = ['A', 'B', 'C', 'D']
const record = (content: Record<string, XmlElement['content']>): XmlElement[] =>
  Object.entries(content).map(([name, value]) => ({ name, content: value }))
const changes = (content: Record<string, XmlElement['content']>) => new Map(Object.entries(content))

describe('a merged record', () => {
  it('keeps what is not changed, unknown and nested elements included, in its place', () => {
    const read = record({ A: '1', X: [{ name: 'Y', content: null }], B: '2' })

    expect(mergeRecord(read, changes({ B: '9' }), order)).toEqual(
      record({ A: '1', X: [{ name: 'Y', content: null }], B: '9' }),
    )
  })

  it('puts a field that the read record lacked in its place of the order', () => {
    expect(mergeRecord(record({ A: '1', D: '4' }), changes({ C: '3', B: '2' }), order)).toEqual(
      record({ A: '1', B: '2', C: '3', D: '4' }),
    )
  })

  it('puts a first field first, and a last one behind an unknown element it knows nothing of', () => {
    expect(mergeRecord(record({ B: '2', X: 'x' }), changes({ A: '1' }), order)).toEqual(
      record({ A: '1', B: '2', X: 'x' }),
    )
  })

  it('leaves out what was nil or empty, so that nothing is emptied by accident', () => {
    expect(mergeRecord(record({ A: '1', B: null, C: '', X: '  ' }), changes({}), order)).toEqual(
      record({ A: '1' }),
    )
  })

  it('sends a change to empty or nil as such', () => {
    expect(mergeRecord(record({ A: '1', B: '2', C: null }), changes({ A: '', B: null }), order)).toEqual(
      record({ A: '', B: null }),
    )
  })
})

describe('the damage done by a write', () => {
  const before = record({ A: '1', B: '2', X: 'x' })

  it('is none when only the sent fields differ', () => {
    expect(findDamage(before, record({ A: '9', B: '2', X: 'x' }), new Set(['A']), order)).toEqual([])
  })

  it('names a field that was not sent and changed or went', () => {
    expect(findDamage(before, record({ A: '9', X: 'x' }), new Set(), order)).toEqual(['A', 'B'])
  })

  it('names a field that was not sent and appeared', () => {
    expect(findDamage(before, record({ A: '1', B: '2', C: '3', X: 'x' }), new Set(), order)).toEqual(['C'])
  })

  it('takes nil, empty and absent for the same', () => {
    expect(findDamage(record({ A: null, B: '' }), record({ C: null }), new Set(), order)).toEqual([])
  })

  it('names an unknown element that went, and bears with one that changed', () => {
    expect(findDamage(before, record({ A: '1', B: '2', X: 'y' }), new Set(), order)).toEqual([])
    expect(findDamage(before, record({ A: '1', B: '2' }), new Set(), order)).toEqual(['X'])
  })
})
