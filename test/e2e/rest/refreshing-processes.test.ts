import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { startSandbox } from '../../../src/sandbox/start-sandbox.js'
import { openCli, type CliEnd } from '../child-cli.js'
import { endAccess, giveConsent } from './give-consent.js'

const processes = 4
const rounds = 2
const switches = { nmbrs: { restPersonalInfoOmits: 0 } }

/** What nobody may find: tokens as the identity service issues them. */
const tokenText = /(?:access|refresh)-[\w-]{32}/

describe('several processes with one state file', () => {
  it('let one of them refresh each time that the access token is over, and the consent stays alive', async () => {
    const today = new Date().toISOString().slice(0, 10)
    const sandbox = await startSandbox({ people: 2, seed: 3, today, mix: 'all-linked', switches })
    const cli = openCli(sandbox, {}, 'rest')
    try {
      await giveConsent(sandbox, cli.folder)
      const ends: CliEnd[] = []
      for (let round = 1; round <= rounds; round += 1) {
        await endAccess(sandbox, cli.folder)
        ends.push(
          ...(await Promise.all(Array.from({ length: processes }, () => cli.run(['plan', '--json'])))),
        )

        const asked = sandbox.nmbrs.calls.records.filter(({ operation }) => operation === 'requestToken')
        expect(asked).toHaveLength(round)
      }

      expect(ends.map(({ code }) => code)).toEqual(Array.from({ length: processes * rounds }, () => 0))
      expect(sandbox.nmbrs.consents.all.map(({ isAlive }) => isAlive)).toEqual([true])
      expect(sandbox.nmbrs.violations).toEqual([])
      const data = join(cli.folder, 'data')
      const files = readdirSync(data).map((name) => readFileSync(join(data, name), 'latin1'))
      for (const text of [...files, ...ends.flatMap(({ stdout, stderr }) => [stdout, stderr])])
        expect(text).not.toMatch(tokenText)
    } finally {
      cli.remove()
      await sandbox.close()
    }
  })
})
