import { buildChangeList } from '../../../report/sync/change-list.js'
import type { RunJson } from '../../../report/sync/run-json.js'
import { toChangeViews } from '../../../report/sync/view/change-view.js'
import { exitCode } from '../../exit-codes.js'
import { expectThat, writtenIn } from './expect-story.js'
import { makeHrEdits } from './hr-edits.js'
import { tellConsent } from './tell-consent.js'
import { countWrites, findInvented, numberTitles, toLines, type Chapters, type Telling } from './telling.js'

/** Chooses a transport, as one line of the configuration does. */
export type UseTransport = (over: { api: 'soap' | 'rest'; shadow?: 'rest' }) => Promise<void>

interface CutoverChapters extends Chapters {
  use: UseTransport
}

/**
 * Tells the change from SOAP to REST and back, and checks at every step that it came true. Throws
 * `StoryError`.
 */
export const tellCutover = async (story: Telling & { use: UseTransport }): Promise<void> => {
  const telling = { ...story, begin: numberTitles(story) }
  await tellSoap(telling)
  telling.begin('The employer consents to REST, while SOAP goes on')
  await tellConsent({ ...telling, toLines })
  await tellPrepare(telling)
  await tellReadingAlong(telling)
  await tellCompare(telling)
  await tellSwitch(telling)
  await tellEdits(telling)
  await tellWayBack(telling)
}

const tellSoap = async (telling: CutoverChapters): Promise<void> => {
  const { commands, say } = telling
  telling.begin('On SOAP, as it has been')
  await commands.run('sync', '--yes')
  const { people } = await syncWithoutWrites(telling)
  say(`${people.linked} people are connected, each under the number that SOAP has for them.`, '')
  const status = await commands.run('cutover', 'status')
  say(...toLines('nmbrs-sync cutover status', status))
  expectThat(status.code === exitCode.done && people.linked > 0, 'there are people to take along')
}

const tellPrepare = async (telling: CutoverChapters): Promise<void> => {
  const { commands, sandbox, say } = telling
  telling.begin('Prepare: who is who over REST?')
  const before = countWrites(sandbox)
  say('Over REST everyone has another id. It counts only when two things agree and none differs.', '')
  const prepare = await commands.run('cutover', 'prepare')
  say(...toLines('nmbrs-sync cutover prepare', prepare))
  expectThat(prepare.code === exitCode.done, 'everyone who is connected is found over REST')
  expectThat(countWrites(sandbox) === before, 'preparing writes nothing to Nmbrs')
}

const tellReadingAlong = async (telling: CutoverChapters): Promise<void> => {
  const { commands, say, use } = telling
  telling.begin('Each sync over SOAP reads REST along, and writes nothing there')
  say('With shadow: rest under nmbrs:', '')
  await use({ api: 'soap', shadow: 'rest' })
  await syncWithoutWrites(telling)
  const status = await commands.run('cutover', 'status')
  say('', ...toLines('nmbrs-sync cutover status', status))
  expectThat(status.text.includes('1 day without a difference'), 'both transports show the same')
}

const tellCompare = async (telling: CutoverChapters): Promise<void> => {
  const { commands, say } = telling
  telling.begin('Compare once more, on the day of the change')
  const compare = await commands.run('cutover', 'compare')
  say(...toLines('nmbrs-sync cutover compare', compare))
  expectThat(compare.code === exitCode.done, 'nothing differs')
}

const tellSwitch = async (telling: CutoverChapters): Promise<void> => {
  const { say, use } = telling
  telling.begin('The change: one line of the configuration')
  await use({ api: 'rest' })
  say('With api: rest. Links, agreed values and holds stay as they are.', '')
  const { people } = await syncWithoutWrites(telling)
  expectThat(people.notConnected === 0, 'everyone is still connected')
}

const tellEdits = async (telling: CutoverChapters): Promise<void> => {
  const { commands, sandbox, say, look, today } = telling
  telling.begin('What HR changes goes over REST from now on')
  const edits = makeHrEdits(sandbox, today)
  say(...edits.map(({ told }) => `  - ${told}.`), '', '$ nmbrs-sync sync')
  const sync = await commands.readDocument('sync', '--yes')
  say(...buildChangeList(toChangeViews(sync.changes, { findName: findInvented(sandbox) }), look))
  const expected = edits.map(({ subject, section }) => `${subject} ${section} applied`).sort()
  expectThat(
    edits.length === 4 && JSON.stringify(writtenIn(sync.changes)) === JSON.stringify(expected),
    'the sync writes over REST exactly what was changed',
  )
  expectThat(
    sandbox.nmbrs.calls.records.at(-1)?.service === 'RestApi',
    'nothing goes over SOAP after the change',
  )
}

const tellWayBack = async (telling: CutoverChapters): Promise<void> => {
  const { commands, say, use } = telling
  telling.begin('And back, for as long as SOAP is there')
  await use({ api: 'soap' })
  say('With api: soap again.', '')
  await syncWithoutWrites(telling)
  const status = await commands.run('cutover', 'status')
  say('', ...toLines('nmbrs-sync cutover status', status))
  expectThat(status.code === exitCode.done, 'the connection is ready to change again')
}

const syncWithoutWrites = async ({ commands, sandbox, say }: CutoverChapters): Promise<RunJson> => {
  const before = countWrites(sandbox)
  const sync = await commands.readDocument('sync', '--yes')
  const sent = countWrites(sandbox) - before
  say('$ nmbrs-sync sync', `  Nothing to do: ${sent} writes to Nmbrs.`)
  expectThat(sent === 0 && writtenIn(sync.changes).length === 0, 'this sync writes nothing')
  return sync
}
