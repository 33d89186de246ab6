import type { NoticeKind, Notice, RunDigest } from './notice.js'
import type { Situation } from './situation.js'

/** The message about a situation. */
export const buildNotice = (
  situation: Situation,
  kind: NoticeKind,
  unchangedSince: string | undefined,
): Notice => {
  const { connection, at, run, failure, quarantine } = situation
  return {
    kind,
    connection,
    at,
    headline: toHeadline(situation, kind),
    run,
    failure,
    quarantine,
    unchangedSince,
    commands: toCommands(situation),
  }
}

/** A message that says nothing but that messages arrive. */
export const buildTestNotice = (at: string): Notice => ({
  kind: 'test',
  connection: null,
  at,
  headline: 'this is a test',
  run: undefined,
  failure: undefined,
  quarantine: undefined,
  unchangedSince: undefined,
  commands: [],
})

const toHeadline = (situation: Situation, kind: NoticeKind): string => {
  const { run, failure, quarantine, topic } = situation
  switch (kind) {
    case 'failed':
      if (topic === 'configuration') return 'the changed configuration is not usable'
      return failure === undefined ? `some writes failed${andLeft(run)}` : `the run failed (${failure.code})`
    case 'held':
      return leftParts(run).join(', ')
    case 'quarantined':
      return `tried less often after ${quarantine?.failures ?? 0} failed runs in a row (${failure?.code ?? 'failed'})`
    case 'recovered':
      return topic === 'configuration' ? 'the configuration is usable again' : `works again${andLeft(run)}`
  }
}

const andLeft = (run: RunDigest | undefined): string =>
  leftParts(run, [])
    .map((part) => `, ${part}`)
    .join('')

/** What is left over, in a few words. */
const leftParts = (
  run: RunDigest | undefined,
  otherwise: readonly string[] = ['something waits for a person'],
): readonly string[] => {
  const held = countHeld(run)
  const blocked = run?.people.blocked ?? 0
  const parts = [
    ...(held === 0 ? [] : [`${held} ${held === 1 ? 'change waits' : 'changes wait'}`]),
    ...(blocked === 0 ? [] : [`${blocked} ${blocked === 1 ? 'person is' : 'people are'} blocked`]),
  ]
  return parts.length === 0 ? otherwise : parts
}

const countHeld = (run: RunDigest | undefined): number =>
  (run?.waiting ?? []).reduce((sum, { count }) => sum + count, 0)

const toCommands = ({ topic, kind, connection, run }: Situation): string[] => {
  if (topic === 'configuration') return kind === 'ok' ? [] : ['nmbrs-sync config check']
  const of = connection === null ? '' : ` --connection ${connection}`
  return [
    ...(run === undefined ? [] : [`nmbrs-sync runs show ${run.id}${of}`]),
    ...((run?.waiting ?? []).some(({ holds }) => holds.length > 0) ? [`nmbrs-sync holds${of}`] : []),
    ...(kind === 'failed' || kind === 'quarantined' ? [`nmbrs-sync doctor${of}`] : []),
    ...((run?.people.notConnected ?? 0) > 0 ? [`nmbrs-sync status --not-connected${of}`] : []),
  ]
}
