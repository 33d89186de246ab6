import { describe, expect, it } from '@jest/globals'

import { toGuid } from '../../../../src/sandbox/nmbrs/world/guids.js'
import { twoDebtors } from '../two-debtors.js'
import { withSandbox } from '../with-sandbox.js'
import {
  api,
  authorize,
  cameBackWith,
  consentTo,
  postForm,
  redeem,
  refresh,
  rowsOf,
  toTokens,
} from './rest-call.js'

const companies = '/api/companies'
const thirtyOneDays = 31 * 24 * 3600 * 1000

describe('consent', () => {
  it('comes back with a code and the state, and the code brings tokens that work', async () => {
    await withSandbox({}, async (sandbox) => {
      const answer = await authorize(sandbox)
      const tokens = await redeem(sandbox, cameBackWith(answer).get('code'))

      expect(answer.status).toBe(302)
      expect(cameBackWith(answer).get('state')).toBe('a-state')
      expect(tokens.body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
      expect((await api(sandbox, toTokens(tokens), companies)).status).toBe(200)
      expect(sandbox.violations).toEqual([])
    })
  })

  it.each([
    [{ client_id: 'somebody' }, 'Unknown client'],
    [{ redirect_uri: 'http://127.0.0.1:8914/callback/' }, 'Invalid redirect_uri'],
    [{ scope: 'offline_access employee.everything' }, 'Invalid scope'],
    [{ scope: undefined }, 'Invalid scope'],
  ])('ends in a page for %j', async (differs, title) => {
    await withSandbox({}, async (sandbox) => {
      const answer = await authorize(sandbox, differs)

      expect([answer.status, answer.headers.get('content-type')]).toEqual([400, 'text/html; charset=utf-8'])
      expect(answer.text).toContain(title)
    })
  })

  it.each([
    [{ response_type: 'token' }, {}],
    [{ code_challenge_method: 'plain' }, {}],
    [{ code_challenge: 'short' }, {}],
    [{ code_challenge: undefined, code_challenge_method: undefined }, { oauthPkce: 'required' as const }],
  ])('goes back with an error for %j under %j', async (differs, switches) => {
    await withSandbox({ switches }, async (sandbox) => {
      const back = cameBackWith(await authorize(sandbox, differs))

      expect([back.get('error'), back.get('state'), back.get('code')]).toEqual([
        'invalid_request',
        'a-state',
        null,
      ])
    })
  })

  it('leaves out a scope that the app may not use, where the switch says so', async () => {
    await withSandbox({ switches: { oauthUngrantedScope: 'dropped' } }, async (sandbox) => {
      const answer = await authorize(sandbox, { scope: 'company.info.read employee.everything' })
      const tokens = await redeem(sandbox, cameBackWith(answer).get('code'))

      expect(tokens.body.scope).toBe('company.info.read')
      expect(tokens.body.refresh_token).toBeUndefined()
    })
  })

  it('is declined, or asked for on a page without a script', async () => {
    await withSandbox({ switches: { oauthConsent: 'denied' } }, async (sandbox) => {
      const declined = cameBackWith(await authorize(sandbox))
      sandbox.switches.oauthConsent = 'page'
      const page = await authorize(sandbox)
      const allowed = await authorize(sandbox, { consent: 'allow' }, 'POST')

      expect(declined.get('error')).toBe('access_denied')
      expect([page.status, page.text.match(/<form/g)?.length, page.text.includes('<script')]).toEqual([
        200,
        2,
        false,
      ])
      expect(cameBackWith(allowed).get('code')).not.toBeNull()
    })
  })

  it.each([
    ['bothLive', 200],
    ['firstDies', 401],
  ] as const)('given a second time: %s', async (oauthSecondConsent, status) => {
    await withSandbox({ switches: { oauthSecondConsent } }, async (sandbox) => {
      const first = await consentTo(sandbox)
      const second = await consentTo(sandbox)

      expect((await api(sandbox, first, companies)).status).toBe(status)
      expect((await api(sandbox, second, companies)).status).toBe(200)
    })
  })

  it('covers one debtor, or several, whose companies are then asked for one by one', async () => {
    await withSandbox({ data: twoDebtors() }, async (sandbox) => {
      const one = await consentTo(sandbox)
      sandbox.switches.restDebtors = 'several'
      const several = await consentTo(sandbox)
      const refused = await api(sandbox, several, companies)
      const second = toGuid('debtor', 8)

      expect(rowsOf(await api(sandbox, one, companies)).map(({ number }) => number)).toEqual(['1'])
      expect((await api(sandbox, one, `/api/debtors/${second}/companies`)).status).toBe(403)
      expect([refused.status, refused.body.title]).toEqual([403, 'ForbiddenMultiDebtor.'])
      expect(rowsOf(await api(sandbox, several, '/api/debtors'))).toHaveLength(2)
      expect(rowsOf(await api(sandbox, several, `/api/debtors/${second}/companies`))).toMatchObject([
        { number: '2', debtorId: second },
      ])
    })
  })

  it('ends when the user withdraws it', async () => {
    await withSandbox({}, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      for (const consent of sandbox.consents.all) sandbox.consents.end(consent)

      expect((await api(sandbox, tokens, companies)).status).toBe(401)
      expect((await refresh(sandbox, tokens.refresh)).body.error).toBe('invalid_grant')
    })
  })
})

describe('a code', () => {
  it('works once; used again it takes the consent with it', async () => {
    await withSandbox({}, async (sandbox) => {
      const code = cameBackWith(await authorize(sandbox)).get('code')
      const tokens = toTokens(await redeem(sandbox, code))
      const again = await redeem(sandbox, code)

      expect([again.status, again.body.error]).toEqual([400, 'invalid_grant'])
      expect((await api(sandbox, tokens, companies)).status).toBe(401)
    })
  })

  it.each([
    [{ code_verifier: 'another-verifier-that-is-long-enough-000000000' }],
    [{ code_verifier: undefined }],
    [{ redirect_uri: 'http://127.0.0.1:8914/elsewhere' }],
    [{ code: 'code-of-nobody' }],
  ])('is refused with %j', async (differs) => {
    await withSandbox({}, async (sandbox) => {
      const code = cameBackWith(await authorize(sandbox)).get('code')

      expect((await redeem(sandbox, code, differs)).body.error).toBe('invalid_grant')
    })
  })

  it('lives five minutes', async () => {
    let now = 0
    await withSandbox({ now: () => now }, async (sandbox) => {
      const code = cameBackWith(await authorize(sandbox)).get('code')
      now = 300_000

      expect((await redeem(sandbox, code)).body.error).toBe('invalid_grant')
    })
  })
})

describe('the client', () => {
  const form = { grant_type: 'refresh_token' }

  it('proves itself by Basic or by the form', async () => {
    await withSandbox({}, async (sandbox) => {
      const { clientId, clientSecret } = sandbox.app
      const { refresh: token } = await consentTo(sandbox)
      const fields = { ...form, refresh_token: token, client_id: clientId, client_secret: clientSecret }

      expect((await postForm(sandbox, '/connect/token', fields, {})).status).toBe(200)
    })
  })

  it.each([
    ['nothing', {}, {}, 'invalid_client'],
    ['a wrong secret', { client_secret: 'guess' }, {}, 'invalid_client'],
    ['both ways at once', { client_secret: 'sandbox-client-secret' }, undefined, 'invalid_request'],
    ['a field nobody knows', { scope: 'company.info.read' }, undefined, 'invalid_request'],
    ['JSON', {}, { 'content-type': 'application/json' }, 'invalid_request'],
  ])('is refused with %s', async (_name, fields, headers, error) => {
    await withSandbox({}, async (sandbox) => {
      const { refresh: token } = await consentTo(sandbox)
      const sent = { ...form, refresh_token: token, client_id: sandbox.app.clientId, ...fields }
      const answer = await postForm(sandbox, '/connect/token', sent, headers)

      expect(answer.body.error).toBe(error)
      expect(answer.text).not.toContain(token)
    })
  })
})

describe('a refresh token', () => {
  it('is good once; used again it ends the consent', async () => {
    await withSandbox({}, async (sandbox) => {
      const first = await consentTo(sandbox)
      const second = toTokens(await refresh(sandbox, first.refresh))
      const reuse = await refresh(sandbox, first.refresh)

      expect(second.refresh).not.toBe(first.refresh)
      expect([reuse.status, reuse.body.error]).toEqual([400, 'invalid_grant'])
      expect((await refresh(sandbox, second.refresh)).status).toBe(400)
      expect((await api(sandbox, second, companies)).status).toBe(401)
    })
  })

  it('may be used again for some seconds, where the switch says so', async () => {
    let now = 0
    const switches = { oauthRefreshToken: 'reuseWindow', oauthReuseSeconds: 30 } as const
    await withSandbox({ switches, now: () => now }, async (sandbox) => {
      const first = await consentTo(sandbox)
      await refresh(sandbox, first.refresh)
      now = 30_000
      const inTime = await refresh(sandbox, first.refresh)
      now = 30_001
      const late = await refresh(sandbox, first.refresh)

      expect([inTime.status, late.status]).toEqual([200, 400])
    })
  })

  it.each([
    ['sameToken', true],
    ['none', false],
  ] as const)('goes on with %s', async (oauthRefreshToken, isGiven) => {
    await withSandbox({ switches: { oauthRefreshToken } }, async (sandbox) => {
      const first = await consentTo(sandbox)
      const second = toTokens(await refresh(sandbox, first.refresh))

      expect(second.refresh).toBe(isGiven ? first.refresh : '')
      expect((await refresh(sandbox, first.refresh)).status).toBe(200)
    })
  })

  it('lives thirty days, an access token one hour', async () => {
    let now = 0
    await withSandbox({ now: () => now, switches: { oauthRefreshRefusal: 401 } }, async (sandbox) => {
      const first = await consentTo(sandbox)
      now = 3_600_000
      const afterAnHour = await api(sandbox, first, companies)
      const second = toTokens(await refresh(sandbox, first.refresh))
      now += thirtyOneDays
      const tooLate = await refresh(sandbox, second.refresh)

      expect([afterAnHour.status, tooLate.status, tooLate.body.error]).toEqual([401, 401, 'invalid_grant'])
    })
  })

  it('is gone when its answer is lost: the next use is a reuse', async () => {
    await withSandbox({}, async (sandbox) => {
      const first = await consentTo(sandbox)
      sandbox.faults.add({ operation: 'requestToken', kind: 'cut', when: 'after' })

      await expect(refresh(sandbox, first.refresh)).rejects.toThrow()
      expect((await refresh(sandbox, first.refresh)).status).toBe(400)
    })
  })
})

describe('revoking', () => {
  it('makes the one token worthless and leaves the other', async () => {
    await withSandbox({}, async (sandbox) => {
      const tokens = await consentTo(sandbox)
      const revoked = await postForm(sandbox, '/connect/revocation', {
        token: tokens.refresh,
        token_type_hint: 'refresh_token',
      })

      expect(revoked.status).toBe(200)
      expect((await refresh(sandbox, tokens.refresh)).status).toBe(400)
      expect((await api(sandbox, tokens, companies)).status).toBe(200)

      await postForm(sandbox, '/connect/revocation', { token: tokens.access })
      expect((await api(sandbox, tokens, companies)).status).toBe(401)
    })
  })

  it('does not mind a token it never gave, and minds who asks', async () => {
    await withSandbox({}, async (sandbox) => {
      const unknown = await postForm(sandbox, '/connect/revocation', { token: 'a-token' })
      const stranger = await postForm(sandbox, '/connect/revocation', { token: 'a-token' }, {})

      expect([unknown.status, stranger.status]).toEqual([200, 401])
    })
  })
})

describe('the discovery document', () => {
  it('names the addresses, and says when requests have to be pushed', async () => {
    await withSandbox({}, async (sandbox) => {
      const read = async (): Promise<unknown> =>
        (await fetch(`${sandbox.host}/.well-known/openid-configuration`)).json()

      expect(await read()).toMatchObject({ token_endpoint: `${sandbox.host}/connect/token` })
      sandbox.switches.oauthPushedRequests = true
      expect(await read()).toMatchObject({ require_pushed_authorization_requests: true })
      expect((await authorize(sandbox)).status).toBe(400)
    })
  })
})
