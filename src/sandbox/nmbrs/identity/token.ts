import { createHash } from 'node:crypto'
import type { Reply } from '../answer-fault.js'
import type { IssuedToken } from './consents.js'
import { checkClient, readForm } from './client-login.js'
import type { IdentityContext } from './identity-context.js'
import { OauthRefusal, jsonReply } from './oauth-refusal.js'

const client = ['grant_type', 'client_id', 'client_secret', 'redirect_uri']
const formOfCode = [...client, 'code', 'code_verifier']
const formOfRefresh = [...client, 'refresh_token']

/**
 * Gives tokens for a code or for a refresh token (Nmbrs REST contract, section 3.2). Throws `OauthRefusal`.
 */
export const requestToken = (context: IdentityContext): Reply => {
  const grant = new URLSearchParams(context.request.body).get('grant_type')
  const form = readForm(context, grant === 'refresh_token' ? formOfRefresh : formOfCode)
  checkClient(context, form)
  if (grant === 'authorization_code') return redeemCode(context, form)
  if (grant === 'refresh_token') return refresh(context, form.refresh_token ?? '')
  throw new OauthRefusal(400, 'unsupported_grant_type', 'no such grant')
}

type Form = Readonly<Record<string, string>>

const redeemCode = (context: IdentityContext, form: Form): Reply => {
  const { consents } = context
  const code = consents.findCode(form.code ?? '')
  const refuse = (description: string): OauthRefusal => new OauthRefusal(400, 'invalid_grant', description)
  if (code === undefined) throw refuse('there is no such code')
  if (code.isUsed) {
    consents.end(code.consent)
    throw refuse('the code was used before')
  }
  code.isUsed = true
  if (code.expiresAt <= consents.now()) throw refuse('the code has ended')
  if (code.redirectUri !== form.redirect_uri) throw refuse('redirect_uri is another one')
  if (!isVerified(code.challenge, form.code_verifier)) throw refuse('code_verifier is wrong')
  const { consent } = code
  const wantsRefresh = consent.scopes.includes('offline_access')
  const token = wantsRefresh
    ? consents.addToken('refresh', consent, context.switches.oauthRefreshTokenSeconds)
    : undefined
  return giveTokens(context, consent, token)
}

const isVerified = (challenge: string | undefined, verifier: string | undefined): boolean => {
  if (challenge === undefined) return verifier === undefined
  if (verifier === undefined || !/^[\w.~-]{43,128}$/.test(verifier)) return false
  return createHash('sha256').update(verifier).digest('base64url') === challenge
}

/** Section 15, rows 21 and 22. Using a token again that may be used once ends the consent. */
const refresh = (context: IdentityContext, text: string): Reply => {
  const { consents, switches } = context
  const token = consents.findToken(text)
  const refuse = (): OauthRefusal =>
    new OauthRefusal(switches.oauthRefreshRefusal, 'invalid_grant', 'the refresh token is not good')
  if (token?.kind !== 'refresh' || !consents.isGood(token)) throw refuse()
  if (token.usedAt !== undefined && !mayUseAgain(token, context)) {
    consents.end(token.consent)
    throw refuse()
  }
  return giveTokens(context, token.consent, nextRefreshToken(token, context))
}

const mayUseAgain = ({ usedAt = 0 }: IssuedToken, { consents, switches }: IdentityContext): boolean => {
  const kind = switches.oauthRefreshToken
  if (kind !== 'reuseWindow') return kind !== 'singleUse'
  return consents.now() - usedAt <= switches.oauthReuseSeconds * 1000
}

const nextRefreshToken = (
  token: IssuedToken,
  { consents, switches }: IdentityContext,
): IssuedToken | undefined => {
  const seconds = switches.oauthRefreshTokenSeconds
  switch (switches.oauthRefreshToken) {
    case 'none':
      return undefined
    case 'sameToken':
      token.expiresAt = consents.now() + seconds * 1000
      return token
    case 'singleUse':
    case 'reuseWindow':
      token.usedAt ??= consents.now()
      return consents.addToken('refresh', token.consent, seconds)
  }
}

const giveTokens = (
  { consents, switches }: IdentityContext,
  consent: IssuedToken['consent'],
  refreshToken: IssuedToken | undefined,
): Reply =>
  jsonReply(200, {
    access_token: consents.addToken('access', consent, switches.oauthAccessTokenSeconds).token,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken.token }),
    token_type: 'Bearer',
    expires_in: switches.oauthAccessTokenSeconds,
    scope: consent.scopes.join(' '),
  })
