import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { readCommandTree } from '../../src/cli/reference/command-tree.js'
import type { Prompts } from '../../src/cli/terminal/prompts.js'
import { openCliWorld, runCommand, type CliWorld } from '../cli/cli-world.js'
import { pagesWithCommands, readShellBlocks, toCall } from './shell-blocks.js'

const { groups } = await readCommandTree()
const blocks = pagesWithCommands.flatMap(readShellBlocks)
const calls = blocks.flatMap(({ page, lines }) =>
  lines.flatMap((line) => {
    const call = toCall(line)
    return call === undefined || call.words[0] === '--version' ? [] : [{ page, line, words: call.words }]
  }),
)

describe('the commands of the documents', () => {
  it.each(calls)('$page: $line', async ({ words }) => {
    const options = words.filter((word) => word.startsWith('--'))
    const firstOption = words.findIndex((word) => word.startsWith('--'))
    const name = firstOption === -1 ? words : words.slice(0, firstOption)

    const help = await runCommand([...name, '--help'])

    expect(help.code).toBe(0)
    // A group of commands is no command to paste.
    expect(groups.map(({ path }) => path)).not.toContain(name.join(' '))
    expect(options.filter((option) => !help.stdout.includes(option))).toEqual([])
  })

  it('are run by a test, or say why not', () => {
    const silent = blocks.filter(
      ({ notRun, lines }) => notRun === undefined && lines.some((line) => toCall(line) === undefined),
    )

    expect(silent).toEqual([])
    expect(blocks.length).toBeGreaterThan(10)
  })
})

/** Says yes, as somebody who follows the page does. */
const yes: Prompts = {
  confirm: () => Promise.resolve(true),
  ask: ({ message }) => Promise.reject(new Error(`nobody answers: ${message}`)),
  askSecret: ({ message }) => Promise.reject(new Error(`nobody answers: ${message}`)),
  choose: (message) => Promise.reject(new Error(`nobody answers: ${message}`)),
  tick: (message) => Promise.reject(new Error(`nobody answers: ${message}`)),
}

const pagesHold = 'K7M2QX'
const pagesPeople = ['ID', '65f1c0ffee0000000000000a']
const pagesCandidate = '10023'

/** The pages speak of a person, a candidate and a hold; the reader has others. */
const toOwn = async (world: CliWorld, words: readonly string[]): Promise<readonly string[]> => {
  if (!words.some((word) => [pagesHold, ...pagesPeople, pagesCandidate].includes(word))) return words
  const [{ holds }, { employees }] = await Promise.all([
    read<{ holds: { id: string; subject: string }[] }>(world, 'holds --all --json'),
    read<{ employees: { subject: string; candidates: { targetId: string }[] }[] }>(world, 'status --json'),
  ])
  const hold = holds[0]
  const unsure = employees.find(({ candidates }) => candidates.length > 0)
  const person = words[0] === 'match' ? unsure?.subject : hold?.subject
  const own: Readonly<Record<string, string | undefined>> = {
    [pagesHold]: hold?.id,
    ...Object.fromEntries(pagesPeople.map((word) => [word, person])),
    [pagesCandidate]: unsure?.candidates[0]?.targetId,
  }
  return words.map((word) => own[word] ?? word)
}

const read = async <Document>(world: CliWorld, line: string): Promise<Document> =>
  JSON.parse((await world.run(line)).stdout) as Document

const openPage = async (): Promise<CliWorld> => {
  const world = await openCliWorld()
  const file = join(world.folder, 'config', 'nmbrs-sync.yaml')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/name: \S+/, 'name: acme'))
  await world.run('sync --yes')
  return world
}

const ranPages = [...new Set(blocks.filter(({ notRun }) => notRun === undefined).map(({ page }) => page))]

/**
 * What went wrong with a line, or nothing. Held people and an account that is not ready are no fault of the
 * page.
 */
const paste = async (world: CliWorld, line: string): Promise<string | undefined> => {
  const { words, into } = toCall(line)!
  const { code, stdout, stderr } = await runCommand(await toOwn(world, words), {
    cwd: world.folder,
    env: world.sandbox.env,
    isTerminal: into === undefined,
    prompts: yes,
  })
  if (into !== undefined) writeFileSync(join(world.folder, into), stdout)
  return code === 0 || code === 3 ? undefined : `${line}: ${code}\n${stdout}\n${stderr}`
}

describe('somebody who pastes what a page says', () => {
  it.each(ranPages)('gets through %s', async (page) => {
    const world = await openPage()
    const faults: string[] = []

    for (const { lines } of blocks.filter((block) => block.page === page && block.notRun === undefined))
      for (const line of lines) faults.push((await paste(world, line)) ?? '')
    await world.close()

    expect(faults.filter((fault) => fault !== '')).toEqual([])
  })
})
