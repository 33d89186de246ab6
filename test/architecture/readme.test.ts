import { readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'

import { findingCodes } from '../../src/domain/finding.js'

const readme = readFileSync('README.md', 'utf8')

const between = (name: string): string => {
  const [, after = ''] = readme.split(`<!-- ${name}:begin -->`)
  const [inside = ''] = after.split(`<!-- ${name}:end -->`)
  return inside
}

describe('the README', () => {
  it('says of every finding code what to do, and of no other', () => {
    const listed = [...between('findings').matchAll(/^\| `([a-z-]+)`\s+\|/gm)].map(([, code]) => code)

    expect(new Set(listed)).toEqual(new Set(findingCodes))
    expect(listed).toHaveLength(findingCodes.length)
  })
})
