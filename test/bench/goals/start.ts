import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

import { startSandbox } from '../../../src/sandbox/start-sandbox.js'
import { openCli, realToday, type Cli } from '../../e2e/child-cli.js'
import { showNumber, showSpread, type Figure } from '../figure.js'
import { toSpread, type Spread } from '../statistics.js'
import type { GoalContext, GoalGroup } from './goal.js'

/**
 * Command lines that need neither of the remotes, and what they may cost as a multiple of a bare Node that
 * does nothing.
 */
const commandLines: readonly { words: readonly string[]; limit: number }[] = [
  { words: ['--version'], limit: 3 },
  { words: ['--help'], limit: 3 },
  { words: ['config', 'check'], limit: 8 },
  { words: ['holds'], limit: 8 },
  { words: ['runs'], limit: 8 },
  { words: ['onboarding', 'list'], limit: 8 },
  { words: ['probe', '--state'], limit: 8 },
]

/** Loaded before anything else: notes at the end what the process used, as it cannot be asked of a child. */
const report = `process.on('exit', () => require('node:fs').writeFileSync(process.env.USED, JSON.stringify(process.cpuUsage())))`

/**
 * The processor time of one process in milliseconds; throws when it ends in a way that is not the usual one.
 */
type Run = (args: readonly string[]) => number

const measure = async ({ sizes, tell }: GoalContext): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-start-'))
  const sandbox = await startSandbox({ people: 3, seed: 1, today: realToday(), mix: 'all-linked' })
  const cli = openCli(sandbox)
  try {
    await cli.runHere(['sync', '--yes'])
    const run = createRun(folder, cli, sandbox.env)
    return compareAll(run, sizes.start.repeats, tell)
  } finally {
    cli.remove()
    await sandbox.close()
    rmSync(folder, { recursive: true })
  }
}

const createRun = (folder: string, cli: Cli, env: Readonly<Record<string, string>>): Run => {
  const [preload, used] = [join(folder, 'report.cjs'), join(folder, 'used.json')]
  writeFileSync(preload, report)
  return (args) => {
    const { status, stderr } = spawnSync(process.execPath, ['--require', preload, ...args], {
      cwd: cli.folder,
      env: { PATH: process.env.PATH, HOME: cli.folder, USED: used, ...env },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
    const { user, system } = JSON.parse(readFileSync(used, 'utf8')) as NodeJS.CpuUsage
    return (user + system) / 1000
  }
}

/** They take turns, so that a busy moment of the machine meets all of them. */
const compareAll = (run: Run, repeats: number, tell: GoalContext['tell']): Figure[] => {
  const program = resolve('bin/nmbrs-sync.js')
  const bare: number[] = []
  const ours = commandLines.map((): number[] => [])
  for (let turn = 1; turn <= repeats; turn += 1) {
    tell(`starting every offline command, ${turn} of ${repeats}`)
    bare.push(run(['-e', '0']))
    commandLines.forEach(({ words }, index) => ours[index]?.push(run([program, ...words])))
  }
  const node = toSpread(bare)
  return commandLines.map(({ words, limit }, index) =>
    toFigure(words, limit, toSpread(ours[index] ?? []), node),
  )
}

const toFigure = (words: readonly string[], limit: number, ours: Spread, node: Spread): Figure => ({
  goal: 12,
  what: `processor time of ${words.join(' ')}`,
  value: ours.median / node.median,
  unit: ' of a bare node -e 0',
  bound: 'at most',
  limit,
  judged: true,
  details: [
    `ours ${showSpread(ours, ' ms')}, node ${showSpread(node, ' ms')}, ${showNumber(ours.median - node.median)} ms more`,
  ],
})

export const start: GoalGroup = { goals: [12], measure }
