import type { AlexisEmployeeRecord } from '../../../sandbox/alexis/records.js'
import type { Sandbox } from '../../../sandbox/start-sandbox.js'
import { exitCode } from '../../exit-codes.js'
import type { DemoCommands, Ended } from './demo-commands.js'
import { expectThat } from './expect-story.js'

interface TellingOfLogins {
  commands: DemoCommands
  sandbox: Sandbox
  today: string
  say: (...lines: readonly string[]) => void
  /** A command line and what it printed, as the story shows it. */
  toLines: (commandLine: string, ended: Ended, most?: number) => string[]
}

/**
 * Tells the last step: who gets a login, what waits for a word, and who left and still has one. Throws
 * `StoryError`.
 */
export const tellLogins = async (telling: TellingOfLogins): Promise<void> => {
  const { say } = telling
  say(
    'Nmbrs has no call that creates a login: the work is worked out here, handed to a person, and followed until it is done.',
    '',
  )
  await tellHandOver(telling)
  await tellNewHires(telling)
  await tellWhatWaits(telling)
}

const tellHandOver = async ({ commands, say, toLines }: TellingOfLogins): Promise<void> => {
  const sync = await commands.run('access', 'sync')
  say(...toLines('nmbrs-sync access sync', sync, 8), '')
  expectThat(sync.code === exitCode.done, 'the work about logins is handed over')
}

/** Everyone but the new hires is said to have a login, so that the worklist holds the new hires alone. */
const tellNewHires = async ({ commands, sandbox, say, toLines }: TellingOfLogins): Promise<void> => {
  const hires = new Set(sandbox.story.cases.newHire)
  const waiting = await readHandedOver(commands)
  const others = waiting.filter((id) => !hires.has(id))
  say('Everyone who worked here before has got a login by now, and the administrator says so:')
  const confirmed = await commands.run('access', 'confirm', ...others, '--yes')
  say(...toLines('nmbrs-sync access confirm …', confirmed), '')
  const left = waiting.filter((id) => hires.has(id))
  const worklist = await commands.run('access', 'worklist', '--show-values')
  say(
    'What is left on the worklist are the new hires:',
    ...toLines('nmbrs-sync access worklist --show-values', worklist, 14),
    '',
  )
  expectThat(
    left.length > 0 && left.every((id) => worklist.text.includes(id)),
    'the worklist holds the new hires',
  )
  expectThat(
    others.every((id) => !worklist.text.includes(id)),
    'the worklist holds no one else',
  )
}

const tellWhatWaits = async (telling: TellingOfLogins): Promise<void> => {
  const { commands, sandbox, say, toLines } = telling
  const [moved, leaver] = [findPerson(sandbox, 6), findPerson(sandbox, 7)]
  moved.workEmail = 'nieuw.adres@tulpwerk.example'
  Object.assign(leaver, { active: false, endDate: `${telling.today.slice(0, 8)}01T00:00:00.000Z` })
  say(`In AlexisHR, ${moved.firstName ?? ''} got a new work address, and ${leaver.firstName ?? ''} left.`, '')
  const plan = await commands.run('access', 'plan')
  say(...toLines('nmbrs-sync access plan', plan, 40))
  expectThat(plan.code === exitCode.held, 'something about the logins is held')
  expectThat(plan.text.includes('drops the open change requests'), 'the replacement is held with its reason')
  const left = await commands.run('access', 'status', '--left', '--json')
  expectThat(left.text.includes(leaver.id), 'who left is shown with an active login')
}

const findPerson = ({ alexis, story }: Sandbox, index: number): AlexisEmployeeRecord => {
  const person = alexis.data.employees.find(({ id }) => id === story.linkedEqual[index])
  expectThat(person !== undefined, 'there is someone to report')
  return person
}

const readHandedOver = async (commands: DemoCommands): Promise<string[]> => {
  const { text } = await commands.run('access', 'status', '--json')
  // Printed by toAccessStatusJson a moment ago.
  const { portals } = JSON.parse(text) as {
    portals: { people: { subject: string; work: { state: string } | null }[] }[]
  }
  return portals.flatMap(({ people }) =>
    people.filter(({ work }) => work?.state === 'handed-over').map(({ subject }) => subject),
  )
}
