import { readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'

import { loadProfiles, shippedProfiles } from '../../src/onboarding/profile/load-profiles.js'
import { parseProfile } from '../../src/onboarding/profile/parse-profile.js'
import { factTypes } from '../../src/onboarding/profile/profile.js'
import { findClashes } from '../../src/onboarding/profile/profile-set.js'

const page = readFileSync('docs/profile-format.md', 'utf8')
const [, example = ''] =
  /<!-- profile:begin -->\s*```yaml\n([\s\S]*?)```\s*<!-- profile:end -->/.exec(page) ?? []

describe('the profile that the documents show', () => {
  it('is a whole one', () => {
    const parsed = parseProfile(example, 'docs/profile-format.md')

    expect('problems' in parsed ? parsed.problems : parsed.profile.calls).toHaveLength(5)
    expect('problems' in parsed ? parsed.problems : parsed.profile.rest?.endpoints).toHaveLength(3)
  })

  it('can stand beside the shipped ones', async () => {
    const shipped = await loadProfiles([shippedProfiles], process.cwd())
    const parsed = parseProfile(example, 'docs/profile-format.md')
    const beside = shipped.map((profile) => ({
      profile,
      problemAt: () => ({ severity: 'error', file: '', line: 0, key: '', expected: '', found: '' }) as const,
    }))

    expect('profile' in parsed ? findClashes([...beside, parsed]) : ['no profile']).toEqual([])
  })

  it('is followed by every type a fact can have', () => {
    for (const type of factTypes) expect(page).toContain(`\`${type}\``)
  })
})
