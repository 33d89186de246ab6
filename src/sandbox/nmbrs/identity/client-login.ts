import type { IdentityContext } from './identity-context.js'
import { OauthRefusal } from './oauth-refusal.js'

/**
 * The fields of a form, each given once. Throws for another content type, an unknown field and a repeated
 * one.
 */
export const readForm = (
  { request, report }: IdentityContext,
  known: readonly string[],
): Readonly<Record<string, string>> => {
  if (!(request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')) {
    report('headers/content-type', 'wrong-header')
    throw new OauthRefusal(400, 'invalid_request', 'send a form')
  }
  const fields: Record<string, string> = {}
  for (const [name, value] of new URLSearchParams(request.body)) {
    if (!known.includes(name) || Object.hasOwn(fields, name)) {
      report(`form/${name}`, 'wrong-form')
      throw new OauthRefusal(400, 'invalid_request', `the field ${name} is not valid`)
    }
    fields[name] = value
  }
  return fields
}

/**
 * Throws unless the app proves itself, by Basic or by the form, and not by both (Nmbrs REST contract, section
 * 3.2).
 */
export const checkClient = (
  { request, app, report }: IdentityContext,
  form: Readonly<Record<string, string>>,
): void => {
  const basic = readBasic(request.headers.authorization)
  if (basic !== undefined && form.client_secret !== undefined) {
    report('form/client_secret', 'wrong-form')
    throw new OauthRefusal(400, 'invalid_request', 'one way to prove the client is enough')
  }
  const [clientId, secret] = basic ?? [form.client_id, form.client_secret]
  if (clientId !== app.clientId || secret !== app.clientSecret)
    throw new OauthRefusal(401, 'invalid_client', 'the client is not known')
}

/** The parts are form-encoded before they are joined (RFC 6749, section 2.3.1). */
const readBasic = (header: string | undefined): readonly [string, string] | undefined => {
  const encoded = /^Basic (.+)$/i.exec(header ?? '')?.[1]
  if (encoded === undefined) return undefined
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':')
  return [decode(id), decode(rest.join(':'))]
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}
