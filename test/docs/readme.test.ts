import { describe, expect, it } from '@jest/globals'

import { readDocument } from './documents.js'

describe('the README', () => {
  it('is read in a few minutes: at most 8,000 bytes', () => {
    expect(Buffer.byteLength(readDocument('README.md'))).toBeLessThanOrEqual(8000)
  })

  it('answers what a new reader asks', () => {
    const readme = readDocument('README.md')

    const questions = ['**For whom:**', 'npm run demo', 'npm test', '## Install', '## A first real sync']
    expect(questions.filter((one) => !readme.includes(one))).toEqual([])
  })
})
