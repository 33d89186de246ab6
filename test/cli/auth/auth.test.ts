import { afterEach, describe, expect, it } from '@jest/globals'

import { comeBack, findAddress, openRestWorld, visit, type RestWorld } from './rest-world.js'

const worlds: RestWorld[] = []

afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close()
})

const open = async (change?: Parameters<typeof openRestWorld>[0]): Promise<RestWorld> => {
  const world = await openRestWorld(change)
  worlds.push(world)
  return world
}

const consentOf = async ({ run }: RestWorld, options = {}): Promise<Record<string, unknown>> => {
  const { code, stdout } = await run('auth status --json', options)
  expect(code).toBe(0)
  return (JSON.parse(stdout) as Record<string, unknown>[])[0]!
}

const requests = ({ sandbox: { nmbrs } }: RestWorld, operation: string): number =>
  nmbrs.calls.records.filter((call) => call.operation === operation).length

describe('auth login', () => {
  it('consents in the browser, and proves it with one read', async () => {
    const world = await open()
    const before = await consentOf(world)
    const end = await world.logIn()
    const after = await consentOf(world)

    expect(before).toEqual({
      connection: 'sandbox',
      consent: 'none',
      scopes: [],
      accessEndsAt: null,
      refreshEndsAt: null,
    })
    expect([end.code, requests(world, 'listCompanies')]).toEqual([0, 1])
    expect(end.stdout).toContain(world.sandbox.company.name)
    expect(after).toMatchObject({ consent: 'ok', connection: 'sandbox' })
    expect(after.scopes).toContain('offline_access')
    expect(after.accessEndsAt).toMatch(/^2026-11-22T1\d:/)
    expect(after.refreshEndsAt).toMatch(/^2026-12-22T/)
    expect(world.sandbox.nmbrs.violations).toEqual([])
  })

  it('takes the address that the browser came back to from standard input', async () => {
    const world = await open()
    let address = ''
    const end = await world.run('auth login --paste', {
      onOutput: (text) => {
        address = findAddress(text) ?? address
      },
      readLine: () => comeBack(address),
    })

    expect([end.code, (await consentOf(world)).consent]).toEqual([0, 'ok'])
  })

  it('prints one document with --json', async () => {
    const world = await open()
    const end = await world.logIn('--json')

    expect(JSON.parse(end.stdout)).toMatchObject({
      connection: 'sandbox',
      consent: 'ok',
      companies: expect.arrayContaining([
        { id: expect.stringMatching(/^[\da-f-]{36}$/), name: world.sandbox.company.name },
      ]),
    })
  })

  it('asks with PKCE and a state of its own each time', async () => {
    const world = await open()
    const ends = [await world.logIn(), await world.logIn()]
    const [first, second] = ends.map(({ stdout }) => new URL(findAddress(stdout)!).searchParams)

    expect(first!.get('code_challenge_method')).toBe('S256')
    for (const name of ['state', 'code_challenge']) expect(first!.get(name)).not.toBe(second!.get(name))
    expect(first!.get('state')!.length).toBeGreaterThan(40)
  })

  it('shows the browser a page without the code, and keeps waiting when somebody else comes', async () => {
    const world = await open()
    const pages: string[] = []
    const end = await world.run('auth login', {
      onOutput: (text) => {
        const address = findAddress(text)
        if (address === undefined) return
        void (async () => {
          for (const query of ['?code=stolen&state=another', '?code=stolen', '?error=access_denied', ''])
            pages.push(await (await fetch(`${world.redirectUri}${query}`)).text())
          pages.push(await (await fetch(world.redirectUri.replace('/callback', '/other'))).text())
          const back = await comeBack(address)
          expect((await fetch(back, { method: 'POST' })).status).toBe(404)
          const answer = await fetch(back)
          pages.push(await answer.text())
          expect(answer.headers.get('cache-control')).toBe('no-store')
          for (const page of pages) expect(page).not.toContain(new URL(back).searchParams.get('code'))
        })()
      },
    })

    expect([end.code, requests(world, 'requestToken')]).toEqual([0, 1])
    expect(pages.at(-1)).toContain('You can close this window')
  })

  it.each<[string, (address: string) => Promise<string | undefined> | string, string]>([
    [
      'another state',
      async (address) => (await comeBack(address)).replace(/state=[^&]+/, 'state=x'),
      'does not answer this login',
    ],
    [
      'another address',
      async (address) => (await comeBack(address)).replace('/callback', '/else'),
      'does not answer this login',
    ],
    ['something else', () => 'hello', 'does not answer this login'],
    ['nothing', () => Promise.resolve(undefined), 'no address came in'],
  ])('keeps nothing of %s', async (_what, answer, said) => {
    const world = await open()
    let address = ''
    const end = await world.run('auth login --paste', {
      onOutput: (text) => {
        address = findAddress(text) ?? address
      },
      readLine: () => Promise.resolve(answer(address)),
    })

    expect([end.code, requests(world, 'requestToken')]).toEqual([1, 0])
    expect(end.stderr).toContain(said)
    expect((await consentOf(world)).consent).toBe('none')
  })

  it('says that it was declined', async () => {
    const world = await open()
    world.sandbox.nmbrs.switches.oauthConsent = 'denied'
    const end = await world.logIn()

    expect(end.code).toBe(1)
    expect(end.stderr).toContain('the consent was declined')
  })

  it.each([
    ['PKCE is required', { oauthPkce: 'required' }, 0, 'proven'],
    ['a scope is dropped', { oauthUngrantedScope: 'dropped' }, 0, 'Not granted: employee.info'],
    ['the consent covers several debtors', { restDebtors: 'several' }, 0, 'proven'],
    ['the code has ended', { oauthCodeSeconds: 0 }, 1, 'the code was not taken (invalid_grant)'],
    ['requests have to be pushed', { oauthPushedRequests: true }, undefined, 'announced first'],
  ] as const)('is right when %s', async (_what, switches, code, said) => {
    const world = await open()
    Object.assign(world.sandbox.nmbrs.switches, switches)
    if ('oauthUngrantedScope' in switches)
      world.sandbox.nmbrs.app.scopes = world.sandbox.nmbrs.app.scopes.filter((one) => one !== 'employee.info')
    const stop = new AbortController()
    const end = await world.logIn('', {
      interruption: stop.signal,
      onOutput: (text) => {
        if (code === undefined && text.startsWith('Waiting')) stop.abort()
      },
    })

    expect(end.code).toBe(code ?? 1)
    expect(end.stdout + end.stderr).toContain(said)
  })

  it('keeps the consent and says what is wrong when the proof does not succeed', async () => {
    const world = await open()
    const end = await world.logIn('', { env: { NMBRS_SUBSCRIPTION_KEY: 'not-that-one' } })

    expect(end.code).toBe(1)
    expect(end.stderr).toContain('the subscription key is not valid')
    expect((await consentOf(world)).consent).toBe('ok')
  })

  it('needs a block rest, and an address of this machine unless the address is pasted', async () => {
    const bare = await open((nmbrs) => {
      delete nmbrs.rest
    })
    const elsewhere = await open((nmbrs) => {
      nmbrs.rest = { ...(nmbrs.rest as object), redirectUri: 'https://sync.example.com/callback' }
    })

    for (const verb of ['login', 'status', 'logout']) expect((await bare.run(`auth ${verb}`)).code).toBe(2)
    const end = await elsewhere.run('auth login')
    expect(end.code).toBe(2)
    expect(end.stderr).toContain('--paste')
  })

  it('gives way when its port is in use', async () => {
    const world = await open()
    const stop = new AbortController()
    let second: Promise<{ code: number; stderr: string }> | undefined
    const first = world.run('auth login', {
      interruption: stop.signal,
      onOutput: (text) => {
        if (findAddress(text) === undefined) return
        second = world.run('auth login')
        void second.then(() => {
          stop.abort()
        })
      },
    })

    expect((await first).code).toBe(1)
    const end = await second!
    expect(end.code).toBe(1)
    expect(end.stderr).toContain('--paste')
  })
})

describe('auth status', () => {
  it.each([
    [23 * 24, 'ok'],
    [24 * 24, 'ends-soon'],
    [31 * 24, 'gone'],
  ])('after %p hours without a renewal says %s', async (hours, consent) => {
    const world = await open()
    await world.logIn()

    expect((await consentOf(world, { laterMs: hours * 3_600_000 - 60_000 })).consent).toBe(consent)
    const text = await world.run('auth status', { laterMs: hours * 3_600_000 - 60_000 })
    expect(text.stdout.includes('auth login --connection sandbox')).toBe(consent !== 'ok')
  })

  it('is in the language that is asked for', async () => {
    const world = await open()

    expect((await world.run('auth status --lang nl')).stdout).toContain('niet gegeven')
  })
})

describe('auth logout', () => {
  it('revokes both tokens and forgets them', async () => {
    const world = await open()
    await world.logIn()
    const end = await world.run('auth logout')
    const again = await world.run('auth logout --json')

    expect([end.code, again.code, requests(world, 'revokeToken')]).toEqual([0, 0, 2])
    expect(JSON.parse(again.stdout)).toEqual({ formatVersion: 1, connection: 'sandbox', revoked: false })
    expect((await consentOf(world)).consent).toBe('none')
  })

  it('keeps the consent when Nmbrs does not confirm, so that it can be tried again', async () => {
    const world = await open()
    await world.logIn()
    world.sandbox.nmbrs.faults.add({ operation: 'revokeToken', kind: 'status', status: 503 })

    expect((await world.run('auth logout')).code).toBe(1)
    expect((await consentOf(world)).consent).toBe('ok')
    expect((await world.run('auth logout')).code).toBe(0)
  })
})

describe('tokens, codes, secrets and keys', () => {
  it('stand in no file, output or log in the clear, whatever happens', async () => {
    const world = await open()
    const { nmbrs } = world.sandbox
    const secrets = new Set([nmbrs.app.clientSecret, ...nmbrs.app.subscriptionKeys])
    const collect = async (address: string): Promise<void> => {
      const { location } = await visit(address)
      secrets.add(new URL(location).searchParams.get('code')!)
    }
    const outputs: string[] = []
    const play = async (line: string, options = {}): Promise<void> => {
      const { stdout, stderr } = await world.run(`${line} --log-level debug --debug`, {
        ...options,
        onOutput: (text: string) => {
          const address = findAddress(text)
          if (address !== undefined) void collect(address)
        },
      })
      outputs.push(stdout, stderr)
    }
    const addToken = nmbrs.consents.addToken.bind(nmbrs.consents)
    nmbrs.consents.addToken = (...given) => {
      const issued = addToken(...given)
      secrets.add(issued.token)
      return issued
    }

    await play('auth login')
    nmbrs.faults.add({ operation: 'listCompanies', kind: 'status', status: 401 })
    await play('auth login')
    nmbrs.faults.add({ operation: 'requestToken', kind: 'half' })
    await play('auth login')
    nmbrs.faults.add({
      operation: 'listCompanies',
      kind: 'body',
      body: '{"data":1}',
      contentType: 'application/json',
    })
    await play('auth login')
    await play('auth status')
    await play('auth login', { env: { NMBRS_CLIENT_SECRET: 'a-secret-that-is-wrong' } })
    await play('state info')
    await play(`state backup ${world.folder}/backup.db`)
    const files = world.filesText()

    expect(secrets.size).toBeGreaterThan(12)
    secrets.add('a-secret-that-is-wrong')
    const found = [...secrets].filter(
      (secret) => files.includes(secret) || outputs.some((text) => text.includes(secret)),
    )
    expect(found).toEqual([])
  })
})
