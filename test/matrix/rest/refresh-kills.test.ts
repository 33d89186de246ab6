import type { ChildProcess } from 'node:child_process'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { loadMapping } from '../../../src/mapping/file/load-mapping.js'
import { leaveOut } from '../../../src/mapping/leave-out.js'
import { notCarriedOverRest } from '../../../src/target/nmbrs-rest/not-carried.js'
import type { NmbrsSwitches } from '../../../src/sandbox/nmbrs/switches.js'
import { startSandbox, type Sandbox } from '../../../src/sandbox/start-sandbox.js'
import { openCli, realToday, type Cli } from '../../e2e/child-cli.js'
import { endAccess, giveConsent } from '../../e2e/rest/give-consent.js'
import { compareSides } from '../../e2e/sandbox-world.js'
import { fewOf } from '../../support/matrix.js'
import { watchRequests } from '../../support/rest-contract/watch-requests.js'
import { sync } from './killing.js'

const mapping = leaveOut(await loadMapping('mappings/alexis-nmbrs.yaml'), notCarriedOverRest)
const { onRequest } = watchRequests()

/**
 * When the process is killed, seen from the service: as a request arrives, or once the token is used and no
 * answer has left.
 */
interface Kill {
  moment: string
  operation: string
  phase: 'received' | 'committed'
  /** The request for a token gets lost with the process. */
  isLost?: true
}

const kills: readonly Kill[] = [
  { moment: 'before its request arrives', operation: 'requestToken', phase: 'received', isLost: true },
  { moment: 'between the answer and the disk', operation: 'requestToken', phase: 'committed' },
  { moment: 'once the new token is on disk', operation: 'listCompanies', phase: 'received' },
]

type Row = Kill & Pick<NmbrsSwitches, 'oauthRefreshToken' | 'oauthRefreshRefusal'>

/**
 * Each moment under every way in which a refresh token may be treated (Nmbrs REST contract, section 15, rows
 * 21 and 22).
 */
const rows = kills.flatMap((kill) =>
  (['singleUse', 'reuseWindow', 'sameToken', 'none'] as const).flatMap((oauthRefreshToken) =>
    ([400, 401] as const).map((oauthRefreshRefusal): Row => ({
      ...kill,
      oauthRefreshToken,
      oauthRefreshRefusal,
    })),
  ),
)

let sandbox: Sandbox
let onCall: (call: { operation: string; phase: string }) => void = () => undefined
beforeAll(async () => {
  sandbox = await startSandbox({
    ...{ people: 3, seed: 5, today: realToday(), mix: 'all-new', onRequest },
    switches: { nmbrs: { restPersonalInfoOmits: 0 } },
    onCall: (call) => {
      onCall(call)
    },
  })
})
afterAll(async () => {
  await sandbox.close()
})

const killOnce = async (cli: Cli, { operation, phase, isLost }: Kill): Promise<NodeJS.Signals | null> => {
  if (isLost === true) sandbox.nmbrs.faults.add({ kind: 'cut', operation })
  let child: ChildProcess | undefined
  onCall = (call) => {
    if (call.operation === operation && call.phase === phase) child?.kill('SIGKILL')
  }
  const { signal } = await cli.run(sync, { onStart: (started) => (child = started) })
  onCall = () => undefined
  return signal
}

const tokensAsked = (): number =>
  sandbox.nmbrs.calls.records.filter(({ operation }) => operation === 'requestToken').length

describe('a first export over REST is killed while it renews its access', () => {
  it.each(fewOf('rest refresh kills', rows))(
    'the next process uses no token twice but the one whose answer was lost: killed $moment, $oauthRefreshToken, $oauthRefreshRefusal',
    async ({ oauthRefreshToken, oauthRefreshRefusal, ...kill }) => {
      sandbox.nmbrs.reset()
      Object.assign(sandbox.nmbrs.switches, { oauthRefreshToken, oauthRefreshRefusal })
      const cli = openCli(sandbox, {}, 'rest')
      try {
        await giveConsent(sandbox, cli.folder)
        await endAccess(sandbox, cli.folder)
        sandbox.nmbrs.calls.clear()
        const signal = await killOnce(cli, kill)
        const asked = tokensAsked()
        const next = await cli.runHere(sync)

        const isLost = kill.phase === 'committed'
        const isGone = isLost && oauthRefreshToken === 'singleUse'
        const [consent] = sandbox.nmbrs.consents.all.slice(-1)
        expect({ signal, asked }).toEqual({ signal: 'SIGKILL', asked: 1 })
        expect(tokensAsked()).toBe(kill.operation === 'requestToken' ? 2 : 1)
        expect(consent?.isAlive).toBe(!isGone)
        expect(next.code).toBe(isGone ? 1 : 0)
        if (isGone) expect(next.stdout + next.stderr).toContain('nmbrs-sync auth login')
        expect(await compareSides(sandbox, realToday(), mapping)).toHaveLength(isGone ? 3 : 0)
        expect(sandbox.nmbrs.violations).toEqual([])
      } finally {
        cli.remove()
      }
    },
  )
})
