import { describe, expect, it } from '@jest/globals'

import type { RunEnd } from '../../src/run/run-connection.js'
import { withSandboxWorld } from './sandbox-world.js'

/** What waits, of these people. */
const waiting = ({ document }: RunEnd, people: ReadonlySet<string>): string[] =>
  document.changes
    .filter(({ subject, outcome }) => people.has(subject) && (outcome === 'held' || outcome === 'skipped'))
    .map(({ subject, section, reason }) => `${subject} ${section} ${reason ?? ''}`)

describe('a first sync of the 200 people of the demo', () => {
  it('links and creates everybody about whom there is nothing to ask, and lets nothing of theirs wait', async () => {
    await withSandboxWorld({ people: 200, mix: 'everything' }, async ({ population, run }) => {
      const { linkedEqual, cases } = population.story
      const clean = new Set([...linkedEqual, ...cases.newHire])

      const first = await run()
      const second = await run()

      const missed = first.people.filter(
        ({ subject, pairing }) => clean.has(subject) && pairing !== 'connected' && pairing !== 'create',
      )
      process.stdout.write(
        `the demo: ${missed.length} of ${clean.size} clean people neither linked nor created\n`,
      )
      expect(missed.map(({ subject, pairing }) => `${subject} ${pairing}`)).toEqual([])
      expect(waiting(first, clean)).toEqual([])
      expect(waiting(second, clean)).toEqual([])
    })
  })
})
