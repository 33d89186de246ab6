import { buildChangeList } from '../../../report/sync/change-list.js'
import { toChangesSentence, toPeopleSentence } from '../../../report/kit/count-words.js'
import { toCanarySentence } from '../../../report/sync/run-text.js'
import type { RunJson } from '../../../report/sync/run-json.js'
import { toChangeViews } from '../../../report/sync/view/change-view.js'
import { exitCode } from '../../exit-codes.js'
import { expectThat, writtenIn } from './expect-story.js'
import { tellConsent } from './tell-consent.js'
import { tellLogins } from './tell-logins.js'
import { changeBankAccount, makeHrEdits, reuseRecord, type HrEdit } from './hr-edits.js'
import { countWrites, findInvented, numberTitles, toLines, type Chapters, type Telling } from './telling.js'

/**
 * Tells a first week with nmbrs-sync, and checks at every step that it came true. `isRest`: over REST someone
 * consents before anything else. Throws `StoryError`.
 */
export const tellStory = async (story: Telling & { isRest: boolean }): Promise<void> => {
  const telling = { ...story, begin: numberTitles(story) }
  if (story.isRest) {
    telling.begin('The employer consents')
    await tellConsent({ ...telling, toLines })
  }
  await tellCheck(telling)
  await tellPlan(telling)
  await tellFirstSync(telling)
  await tellTabs(telling)
  const edits = tellEdits(telling)
  await tellSecondSync(telling, edits)
  await tellHold(telling)
  await tellIdentity(telling)
  await tellLastSync(telling)
  telling.begin('Then, their logins')
  await tellLogins({ ...telling, toLines })
}

const tellCheck = async (telling: Chapters): Promise<void> => {
  telling.begin('Is everything in place?')
  const doctor = await telling.commands.run('doctor')
  telling.say(...toLines('nmbrs-sync doctor', doctor))
  expectThat(doctor.code === exitCode.done, 'every check passes')
}

const tellPlan = async (telling: Chapters): Promise<void> => {
  const { commands, sandbox, say } = telling
  telling.begin('What would a sync do? Nothing is written yet.')
  const plan = await commands.readDocument('plan')
  say(toPeopleSentence(plan.people, 'en'), toChangesSentence(plan.changes, 'en'), '')
  say(
    'A few of them: someone new, someone whose details differ, someone whose bank account differs (held: never',
  )
  say(
    'overwritten unasked), someone without a birth date, and someone who could be one of two people in Nmbrs.',
    '',
  )
  const { newHire, contactDiffers, bankDiffers, missingBirthDate, ambiguous } = sandbox.story.cases
  const some = [newHire, contactDiffers, bankDiffers, missingBirthDate, ambiguous].flatMap((ids) =>
    ids.slice(0, 1),
  )
  const shown = await commands.run('plan', ...some.flatMap((id) => ['--employee', id]))
  say(...toLines('nmbrs-sync plan --employee … --employee …', shown))
  expectThat(shown.code === exitCode.held, 'some of these people are held or blocked')
  expectThat(countWrites(sandbox) === 0, 'a plan writes nothing to Nmbrs')
}

const tellFirstSync = async (telling: Chapters): Promise<void> => {
  const { commands, sandbox, say } = telling
  telling.begin('The first sync')
  const before = sandbox.nmbrs.store.allEmployees().length
  const allowance = await tellLimit(telling)
  expectThat(
    sandbox.nmbrs.store.allEmployees().length === before,
    'no one is created while the limit holds them',
  )
  say('So many people are new because this is the first sync, so this is allowed once:')
  say(`$ nmbrs-sync sync --allow ${allowance}`)
  const sync = await commands.readDocument('sync', '--yes', '--allow', allowance)
  say(
    'An installation that is new writes one person of each kind first. It goes on when every field reads back right:',
  )
  say(`  ${toCanarySentence(sync, 'en')}`, '')
  expectThat(sync.canary?.result === 'right', 'the first people are read back and right before the others')
  const created = sync.changes.filter(({ kind, outcome }) => kind === 'create' && outcome === 'applied')
  say(toChangesSentence(sync.changes, 'en'), `${created.length} people were created in Nmbrs.`)
  say('What is held stays as it is in Nmbrs until someone decides; the others were updated.')
  const outcomes = new Set(sync.changes.map(({ outcome }) => outcome))
  expectThat(!outcomes.has('failed') && !outcomes.has('unknown'), 'no write failed')
  expectThat(created.length > 0, 'new people are created')
  const after = sandbox.nmbrs.store.allEmployees().length
  expectThat(after - before === created.length, 'Nmbrs holds exactly the created people more')
}

/** Shows that so many creations are held; gives the allowance that the message asks for. */
const tellLimit = async ({ commands, say }: Telling): Promise<string> => {
  say('$ nmbrs-sync sync')
  const { changes, findings } = await commands.readDocument('sync', '--yes')
  const limit = findings.find(({ code }) => code === 'threshold-exceeded')
  say(toChangesSentence(changes, 'en'), `  ${limit?.message ?? ''}.`, `  ${limit?.remedy ?? ''}`, '')
  const [, allowance] = /--allow (create=\d+)/.exec(limit?.remedy ?? '') ?? []
  expectThat(
    allowance !== undefined,
    'more creations than the limit are held, and the way to allow them is named',
  )
  return allowance
}

const tellTabs = async (telling: Chapters): Promise<void> => {
  const { commands, say } = telling
  telling.begin('Who is connected, and who is not?')
  const apart = await commands.run('status')
  say(...toLines('nmbrs-sync status', apart, 14), '')
  const connected = await commands.run('status', '--connected')
  say(...toLines('nmbrs-sync status --connected', connected, 8), '')
  say('nmbrs-sync status --all shows both.')
  expectThat(apart.code === exitCode.done && connected.code === exitCode.done, 'both tabs can be shown')
}

const tellEdits = (telling: Chapters): HrEdit[] => {
  telling.begin('A week later, in AlexisHR')
  const edits = makeHrEdits(telling.sandbox, telling.today)
  telling.say(...edits.map(({ told }) => `  - ${told}.`))
  expectThat(edits.length === 4, 'there are people to change')
  return edits
}

const tellSecondSync = async (telling: Chapters, edits: readonly HrEdit[]): Promise<void> => {
  const { commands, sandbox, say, look } = telling
  telling.begin('The second sync writes those changes and nothing else')
  const sync = await commands.readDocument('sync', '--yes')
  const written = sync.changes.filter(({ outcome }) => outcome !== 'held')
  say(...buildChangeList(toChangeViews(written, { findName: findInvented(sandbox) }), look))
  const expected = edits.map(({ subject, section }) => `${subject} ${section} applied`).sort()
  expectThat(
    JSON.stringify(writtenIn(sync.changes)) === JSON.stringify(expected),
    'the second sync writes exactly what was changed',
  )
}

const tellHold = async (telling: Chapters): Promise<void> => {
  const { commands, sandbox, say, today } = telling
  telling.begin('A new bank account waits until a person says that it is right')
  const edit = changeBankAccount(sandbox, today)
  expectThat(edit !== undefined, 'there is someone with a bank account to change')
  const { subject } = edit
  const only = ['--yes', '--employee', subject]
  say(`In AlexisHR, ${edit.told}. No payment goes there until someone approves it.`, '')
  const waiting = await commands.readDocument('sync', ...only)
  const id = /holds release (\w+)/.exec(waiting.findings[0]?.remedy ?? '')?.[1]
  expectThat(writtenIn(waiting.changes).length === 0 && id !== undefined, 'the new account is held')
  const release = ['holds', 'release', id, '--reason', 'called', '--as', 'fatma'] as const
  say(...toLines(`nmbrs-sync ${release.join(' ')}`, await commands.run(...release)), '')
  const sent = await commands.readDocument('sync', ...only)
  say(`$ nmbrs-sync sync --employee ${subject}`, `  ${toChangesSentence(sent.changes, 'en')}`)
  expectThat(
    writtenIn(sent.changes).join() === `${subject} bankAccount applied`,
    'exactly the released account is sent',
  )
}

const tellIdentity = async (telling: Chapters): Promise<void> => {
  const { commands, sandbox, say } = telling
  telling.begin('No employee becomes another person unasked')
  const reused = reuseRecord(sandbox)
  expectThat(reused !== undefined, 'there is someone whose record can be used again')
  const { subject, told, undo } = reused
  say(`In AlexisHR, ${told}. The employee in Nmbrs keeps name and birth date until someone decides.`, '')
  const waiting = await commands.readDocument('sync', '--yes', '--employee', subject)
  expectThat(
    writtenIn(waiting.changes).length === 0 &&
      waiting.findings.some(({ code }) => code === 'identity-changed'),
    'names and birth date of another person are held',
  )
  const shown = await commands.run('explain', subject)
  say(...toLines(`nmbrs-sync explain ${subject}`, shown), '')
  undo()
  say('HR gives the colleague a record of their own and corrects this one: nothing is left to decide.')
}

const tellLastSync = async (telling: Chapters): Promise<void> => {
  const { commands, sandbox, say } = telling
  telling.begin('And once more')
  const before = countWrites(sandbox)
  const sync: RunJson = await commands.readDocument('sync', '--yes')
  const sent = countWrites(sandbox) - before
  const held = sync.changes.filter(({ outcome }) => outcome === 'held').length
  say(`Nothing to do: ${sent} writes to Nmbrs. ${held} changes are still held and wait for a person.`)
  expectThat(sent === 0 && writtenIn(sync.changes).length === 0, 'a sync right after a sync writes nothing')
}
