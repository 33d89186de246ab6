import { describe, expect, it } from '@jest/globals'

import { AbortError, AuthError, RemoteError } from '../../../src/domain/errors.js'
import type { HttpFailureReason } from '../../../src/http/http-failure.js'
import { toSourceError, unexpectedShape } from '../../../src/source/alexis/wire/errors.js'

const operation = 'GET /employee'

describe('a failed read', () => {
  it.each<[HttpFailureReason, string, boolean, string | undefined]>([
    [{ kind: 'status', status: 400 }, 'refused', false, '400'],
    [{ kind: 'status', status: 404 }, 'not-found', false, '404'],
    [{ kind: 'status', status: 408 }, 'unavailable', true, '408'],
    [{ kind: 'status', status: 429 }, 'rate-limited', true, '429'],
    [{ kind: 'status', status: 500 }, 'unavailable', true, '500'],
    [{ kind: 'status', status: 503 }, 'unavailable', true, '503'],
    [{ kind: 'redirect', status: 302 }, 'redirected', false, '302'],
    [{ kind: 'timeout' }, 'timeout', true, undefined],
    [{ kind: 'unreachable', code: 'ENOTFOUND' }, 'unreachable', true, undefined],
    [{ kind: 'not-json' }, 'not-json', false, undefined],
    [{ kind: 'truncated' }, 'truncated', true, undefined],
    [{ kind: 'too-large' }, 'too-large', false, undefined],
  ])('%p has its own code', (reason, code, retryable, status) => {
    const error = toSourceError(reason, operation) as RemoteError

    expect(error).toBeInstanceOf(RemoteError)
    expect(error.facts).toEqual({
      remote: 'alexis',
      operation,
      code,
      ...(status !== undefined && { status }),
      retryable,
      carried: 'no',
      remedy: expect.stringMatching(/^[A-Z].*\.$/),
    })
    expect(error.message).toMatch(/^AlexisHR, GET \/employee: .*[^.]\.$/)
  })

  it.each([
    [401, 'unauthorised'],
    [403, 'forbidden'],
  ])('with status %p is a matter of the token', (status, code) => {
    const error = toSourceError({ kind: 'status', status }, operation) as AuthError

    expect(error).toBeInstanceOf(AuthError)
    expect({ remote: error.remote, code: error.code }).toEqual({ remote: 'alexis', code })
    expect(error.remedy).toContain('token')
  })

  it('says when to come back, when the server said so in seconds', () => {
    const [told, untold, odd] = ['120', undefined, 'Jansen'].map((retryAfter) => {
      const reason = { kind: 'status' as const, status: 429, ...(retryAfter !== undefined && { retryAfter }) }
      return (toSourceError(reason, operation) as RemoteError).facts.remedy
    })

    expect(told).toBe('Run again after 120 seconds.')
    expect(untold).toMatch(/^Run again later/)
    expect(odd).toBe(untold)
  })

  it('names what kept the connection from coming about', () => {
    const error = toSourceError({ kind: 'unreachable', code: 'CERT_HAS_EXPIRED' }, operation)

    expect(error.message).toContain('(CERT_HAS_EXPIRED)')
  })

  it('that was broken off on purpose stops the run', () => {
    const error = toSourceError({ kind: 'closed' }, operation) as AbortError

    expect(error).toBeInstanceOf(AbortError)
    expect(error.code).toBe('stopped')
  })
})

describe('an answer of another form', () => {
  it('is told by its keys', () => {
    const error = unexpectedShape(operation, ['data: expected list, found nothing'])

    expect(error.facts.code).toBe('unexpected-shape')
    expect(error.message).toContain('data: expected list, found nothing')
  })
})
