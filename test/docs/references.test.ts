import { describe, expect, it } from '@jest/globals'

import { findingCodes } from '../../src/domain/findings/catalogue.js'
import { renderConfigReference } from '../../src/cli/reference/config-reference.js'
import { renderFindingReference } from '../../src/cli/reference/finding-reference.js'

describe('the reference of findings', () => {
  it('says of every code what to do, and of no other', () => {
    const listed = [...renderFindingReference().matchAll(/^\| `([a-z-]+)` \| [^|]+ \| [^|]+ \|$/gm)]

    expect(listed.map(([, code]) => code).sort()).toEqual([...findingCodes].sort())
  })
})

describe('the reference of the configuration', () => {
  const text = renderConfigReference()

  it.each([
    ['a key of the top level', '## Top level', '| `timezone` |'],
    ['a key in a group', '## `connections[].holds`', '| `releasers` |'],
    ['a key of each item of a list', '## `connections[].companies[]`', '| `nmbrsCompanyName` |'],
    [
      'a key under a name of choice',
      '## `connections[].access`',
      '| `portals.NAME.rules[].when.departments` |',
    ],
  ])('has %s', (_, heading, row) => {
    const chapter = text.split('\n\n## ').find((part) => `## ${part}`.includes(heading))

    expect(chapter).toContain(row)
  })

  it('says what each key means', () => {
    const silent = [...text.matchAll(/^\| (`[^|]+`) \|\s*\|/gm)].map(([, key]) => key)

    expect(silent).toEqual([])
  })

  it('says what must be there, and what counts when a key is left out', () => {
    expect(text).toMatch(/^\| `nmbrsCompanyId` \|.*\| required \|$/m)
    expect(text).toMatch(/^\| `waitDays` \|.*\| `0` \|$/m)
  })
})
