import { describe, expect, it } from '@jest/globals'
import { AxiosError, AxiosHeaders, type AxiosResponse } from 'axios'
import { inspect } from 'node:util'

import { HttpFailure, type HttpFailureReason, toFailureReason } from '../../src/http/http-failure.js'

const anAnswer = (status: number, headers: Record<string, string> = {}): AxiosResponse => ({
  status,
  statusText: '',
  data: 'body of Jansen',
  headers: new AxiosHeaders(headers),
  config: { headers: new AxiosHeaders({ authorization: 'Bearer secret-token-4711' }) },
})

const anError = (code: string | undefined, answer?: AxiosResponse): AxiosError =>
  new AxiosError('no', code, answer?.config, undefined, answer)

describe('an error of the HTTP client', () => {
  it.each<[string, AxiosError, HttpFailureReason]>([
    ['an unknown host', anError('ENOTFOUND'), { kind: 'unreachable', code: 'ENOTFOUND' }],
    ['a bad certificate', anError('CERT_HAS_EXPIRED'), { kind: 'unreachable', code: 'CERT_HAS_EXPIRED' }],
    ['a broken connection', anError('ECONNRESET'), { kind: 'unreachable', code: 'ECONNRESET' }],
    ['no code at all', anError(undefined), { kind: 'unreachable', code: 'unknown' }],
    ['silence', anError('ETIMEDOUT'), { kind: 'timeout' }],
    ['silence of the older spelling', anError('ECONNABORTED'), { kind: 'timeout' }],
    ['a time limit', anError('ERR_CANCELED'), { kind: 'timeout', overrun: true }],
    ['an answer over the limit', anError('ERR_BAD_RESPONSE'), { kind: 'too-large' }],
    ['an answer that broke off', anError('ERR_BAD_RESPONSE', anAnswer(200)), { kind: 'truncated' }],
    ['a reset in the middle of an answer', anError('ECONNRESET', anAnswer(200)), { kind: 'truncated' }],
    ['a redirect', anError('ERR_BAD_REQUEST', anAnswer(307)), { kind: 'redirect', status: 307 }],
    ['a refusal', anError('ERR_BAD_REQUEST', anAnswer(403)), { kind: 'status', status: 403 }],
    [
      'a request to wait',
      anError('ERR_BAD_REQUEST', anAnswer(429, { 'retry-after': '7' })),
      { kind: 'status', status: 429, retryAfter: '7' },
    ],
  ])('means %s', (_what, error, reason) => {
    expect(toFailureReason(error)).toEqual(reason)
  })

  it('leaves nothing of the request or the answer behind', () => {
    const error = anError('ERR_BAD_RESPONSE', anAnswer(500))

    const failure = new HttpFailure(toFailureReason(error))

    expect(inspect(failure, { depth: 20, showHidden: true })).not.toMatch(/4711|Jansen/)
  })

  it('of another kind is a bug and is thrown on', () => {
    const bug = new TypeError('no such function')

    expect(() => toFailureReason(bug)).toThrow(bug)
  })
})
