import { employeeMessageTexts } from './employee-message-texts.js'
import type { PortalLanguage } from '../logins/login.js'
import type { Portal } from '../portal/portal.js'

export interface EmployeeMessage {
  subject: string
  text: string
}

/**
 * The message to someone who has a new login, in the language of the login; English where the portal has
 * none. It says how they get in and holds neither user name nor password.
 */
export const buildEmployeeMessage = (
  portal: Pick<Portal, 'title' | 'calledBy' | 'loginData'>,
  language: PortalLanguage | null,
  firstName: string | undefined,
): EmployeeMessage => {
  const texts = employeeMessageTexts[language ?? 'EN']
  const name = toOneLine(firstName ?? '')
  const called = portal.calledBy ?? portal.title
  const fill = (text: string): string =>
    text.replace(/\{(name|portal)\}/g, (_, key: string) => (key === 'name' ? name : called))
  const greeting = name === '' ? texts.greetingWithoutName : texts.greeting
  const paragraphs = [greeting, texts.opening, texts.entry[portal.loginData], texts.closing]
  return { subject: fill(texts.subject), text: `${paragraphs.map(fill).join('\n\n')}\n` }
}

/** A name comes from HR as it was typed. */
const toOneLine = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim()
