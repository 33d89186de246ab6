import type { Reply } from '../answer-fault.js'

export const jsonReply = (status: number, value: unknown): Reply => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' },
  body: JSON.stringify(value),
})

/** A token request that is answered with an error (Nmbrs REST contract, section 3.2). */
export class OauthRefusal extends Error {
  override readonly name = 'OauthRefusal'
  constructor(
    readonly status: number,
    readonly error: 'invalid_request' | 'invalid_client' | 'invalid_grant' | 'unsupported_grant_type',
    readonly description: string,
  ) {
    super(`${error}: ${description}`)
  }

  toReply(): Reply {
    return jsonReply(this.status, { error: this.error, error_description: this.description })
  }
}
