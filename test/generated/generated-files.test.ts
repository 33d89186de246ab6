import { readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'

import { generatedFiles } from './generated-files.js'

describe('what is made from the code', () => {
  it('is as the code makes it; if not: npm run generate', async () => {
    for (const [file, content] of await generatedFiles()) {
      expect({ file, content: readFileSync(file, 'utf8') }).toEqual({ file, content })
    }
  })
})
