import { describe, expect, it } from '@jest/globals'

import type { ConsentStore } from '../../../../src/credentials/consent-store.js'
import { AuthError, RemoteError } from '../../../../src/domain/errors.js'
import { silentLog } from '../../../../src/domain/log.js'
import type { NmbrsSwitches } from '../../../../src/sandbox/nmbrs/switches.js'
import type { NmbrsSandbox } from '../../../../src/sandbox/nmbrs/start-nmbrs-sandbox.js'
import type { AccessTokens } from '../../../../src/target/nmbrs-rest/identity/access-tokens.js'
import { toNewConsent } from '../../../../src/target/nmbrs-rest/identity/consent-times.js'
import { createIdentityClient } from '../../../../src/target/nmbrs-rest/identity/identity-client.js'
import { keepAccess } from '../../../../src/target/nmbrs-rest/identity/keep-access.js'
import { consentTo, dailyScopes } from '../../../sandbox/nmbrs/rest/rest-call.js'
import { withSandbox } from '../../../sandbox/nmbrs/with-sandbox.js'
import { aFolder, firstMoment, openState } from '../../../state/temp-state.js'

const minute = 60_000
const day = 86_400_000
const owner = { connection: 'acme', app: 'app' }

interface Setting {
  sandbox: NmbrsSandbox
  store: ConsentStore
  tokens: AccessTokens
  /** As another process would have it. */
  open: () => Promise<{ store: ConsentStore; tokens: AccessTokens }>
  refreshes: () => number
  pass: (ms: number) => void
}

const withConsent = async (
  switches: Partial<NmbrsSwitches>,
  test: (setting: Setting) => Promise<void>,
  scopes = dailyScopes,
): Promise<void> => {
  let now = firstMoment
  await withSandbox({ switches, now: () => now }, async (sandbox) => {
    const { clientId, clientSecret, redirectUris } = sandbox.app
    const identity = createIdentityClient({
      identityHost: sandbox.host,
      clientId,
      clientSecret,
      redirectUri: redirectUris[0]!,
      timeoutMs: 1_500,
    })
    const folder = aFolder()
    const open: Setting['open'] = async () => {
      const store = (await openState(folder, { now: () => now })).consents(owner)
      const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms / 20))
      return {
        store,
        tokens: keepAccess({ connection: 'acme', store, identity, log: silentLog, now: () => now, sleep }),
      }
    }
    const { store, tokens } = await open()
    const { access, refresh } = await consentTo(sandbox, scopes)
    const expiresInMs = sandbox.switches.oauthAccessTokenSeconds * 1000
    const given = { access, refresh: refresh === '' ? undefined : refresh, expiresInMs, scopes: undefined }
    await store.keep(toNewConsent(given, scopes.split(' '), now))
    const refreshes = (): number =>
      sandbox.calls.records.filter(({ operation }) => operation === 'requestToken').length - 1
    try {
      await test({
        sandbox,
        store,
        tokens,
        open,
        refreshes,
        pass: (ms) => {
          now += ms
        },
      })
    } finally {
      identity.close()
    }
  })
}

const codeOf = async (asking: Promise<unknown>): Promise<string> => {
  const error: unknown = await asking.catch((thrown: unknown) => thrown)
  if (error instanceof AuthError) return error.code
  if (error instanceof RemoteError) return `${error.facts.code} ${error.facts.carried}`
  throw new Error('no error of ours')
}

const isGood = ({ consents }: NmbrsSandbox, token: string): boolean => {
  const found = consents.findToken(token)
  return found !== undefined && consents.isGood(found)
}

describe('an access token', () => {
  it.each<[string, Partial<NmbrsSwitches>, number, number]>([
    ['is used until a minute before its end', {}, 59 * minute - 1, 0],
    ['is renewed a minute before its end', {}, 59 * minute, 1],
    ['of a short life is used for three quarters of it', { oauthAccessTokenSeconds: 100 }, 74_999, 0],
    ['of a short life is renewed after three quarters of it', { oauthAccessTokenSeconds: 100 }, 75_000, 1],
    ['of a long life is used for a week', { oauthAccessTokenSeconds: 2_000_000 }, 7 * day - 1, 0],
    ['of a long life is renewed after a week', { oauthAccessTokenSeconds: 2_000_000 }, 7 * day, 1],
  ])('%s', async (_what, switches, afterMs, expected) => {
    await withConsent(switches, async ({ sandbox, tokens, refreshes, pass }) => {
      await tokens.current()
      pass(afterMs)

      expect(isGood(sandbox, await tokens.current())).toBe(true)
      expect(refreshes()).toBe(expected)
    })
  })

  it.each<[Partial<NmbrsSwitches>]>([
    [{}],
    [{ oauthRefreshToken: 'reuseWindow' }],
    [{ oauthRefreshToken: 'sameToken' }],
    [{ oauthRefreshToken: 'none' }],
  ])('goes on being renewed for as long as the service lets it, under %j', async (switches) => {
    await withConsent(switches, async ({ sandbox, tokens, pass }) => {
      for (let days = 0; days < 28; days += 7) {
        pass(7 * day)
        expect(isGood(sandbox, await tokens.current())).toBe(true)
      }
    })
  })

  it('is renewed once when it is refused, and not when somebody has done so already', async () => {
    await withConsent({}, async ({ sandbox, tokens, open, refreshes }) => {
      const refused = await tokens.current()
      const other = await open()
      const [renewed, again] = await Promise.all([tokens.renew(refused), tokens.renew(refused)])

      expect(renewed).not.toBe(refused)
      expect([again, await other.tokens.renew(refused)]).toEqual([renewed, renewed])
      expect([refreshes(), isGood(sandbox, renewed)]).toEqual([1, true])
    })
  })

  it('is not there to be looked at before it was asked for, and after its end', async () => {
    await withConsent({}, async ({ tokens, pass }) => {
      expect(tokens.peek()).toBeUndefined()
      const token = await tokens.current()
      expect(tokens.peek()).toBe(token)
      pass(60 * minute)
      expect(tokens.peek()).toBeUndefined()
    })
  })

  it('without a refresh token lasts for its own life', async () => {
    const scopes = dailyScopes.replace('offline_access ', '')
    await withConsent(
      {},
      async ({ tokens, refreshes, pass, store }) => {
        const token = await tokens.current()
        pass(59 * minute + 30_000)
        expect([await tokens.current(), await tokens.renew(token)]).toEqual([token, token])
        pass(minute)
        expect(await codeOf(tokens.current())).toBe('consent-gone')
        expect([refreshes(), (await store.look())?.standing]).toEqual([0, 'gone'])
      },
      scopes,
    )
  })
})

describe('several processes', () => {
  it.each<[Partial<NmbrsSwitches>]>([[{}], [{ oauthRefreshRefusal: 401 }]])(
    'never use a refresh token twice under %j',
    async (switches) => {
      await withConsent(switches, async ({ sandbox, open, refreshes, pass }) => {
        const all = await Promise.all(Array.from({ length: 6 }, open))
        for (let round = 1; round <= 3; round += 1) {
          pass(61 * minute)
          sandbox.setLatency(20)
          const got = await Promise.all(all.flatMap(({ tokens }) => [tokens.current(), tokens.current()]))

          expect(new Set(got).size).toBe(1)
          expect([refreshes(), isGood(sandbox, got[0]!)]).toEqual([round, true])
        }
      })
    },
  )

  it('go on after one that ended in the middle of a refresh', async () => {
    await withConsent({ oauthRefreshToken: 'reuseWindow' }, async ({ sandbox, store, tokens, pass }) => {
      const { tokens: kept } = (await store.read())!
      pass(61 * minute)
      await store.claim('ended', firstMoment + 61 * minute + 30_000)
      await fetch(`${sandbox.host}/connect/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'refresh_token',
          refresh_token: kept!.refresh!,
          client_id: sandbox.app.clientId,
          client_secret: sandbox.app.clientSecret,
        }),
      })
      setTimeout(() => {
        pass(30_000)
      }, 50)

      expect(isGood(sandbox, await tokens.current())).toBe(true)
    })
  })
})

describe('a refresh', () => {
  const lost = { operation: 'requestToken', when: 'after' } as const

  it.each([
    [{ ...lost, kind: 'cut' }],
    [{ ...lost, kind: 'status', status: 503 }],
    [{ ...lost, kind: 'html', status: 200 }],
    [{ operation: 'requestToken', kind: 'half' }],
    [{ ...lost, kind: 'silence' }],
  ] as const)('whose answer is lost is tried once more with the same token: %j', async (fault) => {
    await withConsent({ oauthRefreshToken: 'reuseWindow' }, async ({ sandbox, tokens, refreshes, pass }) => {
      pass(61 * minute)
      sandbox.faults.add(fault)

      expect(isGood(sandbox, await tokens.current())).toBe(true)
      expect(refreshes()).toBe(2)
    })
  })

  it.each([400, 401] as const)(
    'that used its token up in a lost answer ends the consent, with %p and without a loop',
    async (oauthRefreshRefusal) => {
      await withConsent({ oauthRefreshRefusal }, async ({ sandbox, store, tokens, refreshes, pass }) => {
        pass(61 * minute)
        sandbox.faults.add({ ...lost, kind: 'cut' })

        expect(await codeOf(tokens.current())).toBe('consent-gone')
        expect(await codeOf(tokens.current())).toBe('consent-gone')
        expect([refreshes(), (await store.look())?.standing]).toEqual([2, 'gone'])
      })
    },
  )

  it('of a withdrawn consent is tried once, and never again', async () => {
    await withConsent({}, async ({ sandbox, tokens, refreshes }) => {
      sandbox.consents.end(sandbox.consents.all[0]!)
      const token = await tokens.current()

      expect(await codeOf(tokens.renew(token))).toBe('consent-gone')
      expect(await codeOf(tokens.current().then(() => tokens.renew(token)))).toBe('consent-gone')
      expect(refreshes()).toBe(1)
    })
  })

  it.each([
    ['the service is away', { operation: 'requestToken', kind: 'status', status: 503, times: 2 }, 2],
    ['the service asks for a pause', { operation: 'requestToken', kind: 'status', status: 429 }, 1],
    ['the service refuses the request', { operation: 'requestToken', kind: 'status', status: 400 }, 1],
    ['a page comes in place of an answer', { operation: 'requestToken', kind: 'html', status: 403 }, 1],
  ] as const)('leaves the consent alone when %s, for another time', async (_what, fault, attempts) => {
    await withConsent({}, async ({ sandbox, store, tokens, refreshes, pass }) => {
      pass(61 * minute)
      sandbox.faults.add(fault)

      expect(await codeOf(tokens.current())).toBe('identity-failed no')
      expect([refreshes(), (await store.look())?.standing]).toEqual([attempts, 'given'])
      expect(isGood(sandbox, await tokens.current())).toBe(true)
    })
  })

  it('says that the app is not known, and leaves the consent alone', async () => {
    await withConsent({}, async ({ sandbox, store, tokens, pass }) => {
      pass(61 * minute)
      sandbox.app.clientSecret = 'another'

      expect(await codeOf(tokens.current())).toBe('client-refused')
      expect((await store.look())?.standing).toBe('given')
    })
  })

  it('takes a consent that was given meanwhile', async () => {
    await withConsent({}, async ({ sandbox, store, tokens }) => {
      const before = await tokens.current()
      sandbox.consents.end(sandbox.consents.all[0]!)
      const { access, refresh } = await consentTo(sandbox)
      await store.keep(
        toNewConsent({ access, refresh, expiresInMs: 60 * minute, scopes: undefined }, [], firstMoment),
      )

      expect(await tokens.renew(before)).toBe(access)
    })
  })
})

describe('without a consent', () => {
  it('nothing is asked of the service', async () => {
    await withConsent({}, async ({ store, tokens, refreshes }) => {
      await store.forget()

      expect(await codeOf(tokens.current())).toBe('consent-none')
      expect(refreshes()).toBe(0)
    })
  })
})
