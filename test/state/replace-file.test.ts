import { existsSync, linkSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { replaceFile, type Moves } from '../../src/state/sqlite/file/replace-file.js'
import { aFolder } from './temp-state.js'

const aReplacement = () => {
  const folder = aFolder()
  const [draft, path, aside] = ['draft', 'state.db', 'kept'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ]
  writeFileSync(draft, 'new')
  writeFileSync(path, 'former')
  writeFileSync(`${path}-wal`, 'log of the former')
  const read = () =>
    Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  return { draft, path, aside, read }
}

const noLinks = (): never => {
  throw new Error('EPERM')
}

/** Breaks at move number `nth`. */
const breakingAt = (nth: number, link: Moves['link']): Moves => {
  let moves = 0
  return {
    link,
    rename: (from, to) => {
      moves += 1
      if (moves === nth) throw new Error('EIO')
      renameSync(from, to)
    },
  }
}

describe.each([
  ['where files can have two names', linkSync],
  ['where they cannot', noLinks],
])('replacing a state file, %s', (_, link) => {
  it('keeps the former one aside, its log too', () => {
    const { draft, path, aside, read } = aReplacement()

    replaceFile(draft, path, aside, { rename: renameSync, link })

    expect(read()).toEqual({ 'state.db': 'new', kept: 'former', 'kept-wal': 'log of the former' })
  })

  it.each([1, 2])('leaves all as it was when move %d breaks', (nth) => {
    const { draft, path, aside, read } = aReplacement()
    const before = read()

    expect(() => {
      replaceFile(draft, path, aside, breakingAt(nth, link))
    }).toThrow('EIO')

    expect(read()).toEqual(before)
  })
})

it('leaves no moment without a state file', () => {
  const { draft, path, aside } = aReplacement()
  const there: boolean[] = []
  const rename: Moves['rename'] = (from, to) => {
    there.push(existsSync(path))
    renameSync(from, to)
  }

  replaceFile(draft, path, aside, { rename, link: linkSync })

  expect(there).toEqual([true, true])
})
