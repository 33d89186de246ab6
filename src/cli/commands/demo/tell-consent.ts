import { exitCode } from '../../exit-codes.js'
import type { DemoCommands, Ended } from './demo-commands.js'
import { expectThat } from './expect-story.js'

interface TellingOfConsent {
  commands: DemoCommands
  say: (...lines: readonly string[]) => void
  /** A command line and what it printed, as the story shows it. */
  toLines: (commandLine: string, ended: Ended) => string[]
}

/**
 * Tells how an employer consents, in the place of whom the fake identity service is asked. Throws
 * `StoryError`.
 */
export const tellConsent = async ({ commands, say, toLines }: TellingOfConsent): Promise<void> => {
  say(
    'Over REST an employer consents once, in a browser. Here the fake identity service consents for them; with your',
    'own accounts someone opens the address, logs in and agrees.',
    '',
  )
  const login = await commands.answer(consent, 'auth', 'login', '--paste')
  say(...toLines('nmbrs-sync auth login --paste', { ...login, text: withoutQuery(login.text) }))
  expectThat(login.code === exitCode.done, 'the consent is given')
}

/** Goes where a browser would be sent, and gives the address that it would end at. */
const consent = async (printed: string): Promise<string> => {
  const address = printed.split('\n').find((line) => line.includes('/connect/authorize?'))
  expectThat(address !== undefined, 'the login prints its address')
  const { headers } = await fetch(address, { redirect: 'manual' })
  return headers.get('location') ?? ''
}

/** What the address carries is of no use to the person who reads the story. */
const withoutQuery = (text: string): string => text.replace(/(?<=\/connect\/authorize\?).*/, '…')
