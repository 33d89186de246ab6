import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

import { describe, expect, it } from '@jest/globals'

import { readCommandTree } from '../../src/cli/reference/command-tree.js'
import { renderManPage } from '../../src/cli/reference/man-page.js'

const { man, files } = JSON.parse(readFileSync('package.json', 'utf8')) as { man: string; files: string[] }
const withGroff = spawnSync('groff', ['--version']).status === 0 ? it : it.skip

const format = (page: string, ...options: string[]) =>
  spawnSync('groff', ['-man', '-Kutf8', ...options], { input: page, encoding: 'utf8' })

describe('the man page', () => {
  it('comes with the package', () => {
    expect(readFileSync(man, 'utf8')).toMatch(/^\.TH NMBRS-SYNC 1 /)
    expect(files).toEqual(expect.arrayContaining(['man', 'docs']))
  })

  withGroff('is set without a warning', async () => {
    expect(format(await renderManPage(), '-ww', '-z').stderr).toBe('')
  })

  withGroff('shows every command and every option as they are typed', async () => {
    const { entries, common } = await readCommandTree()
    const { stdout } = format(await renderManPage(), '-Tascii', '-P-c', '-P-b', '-P-u', '-rLL=400n')

    const wanted = [
      ...entries.map(({ path, args }) => `nmbrs-sync ${path}${args}`),
      ...[...common, ...entries.flatMap(({ options }) => options)].map(({ flags }) => flags),
    ]
    expect(wanted.filter((text) => !stdout.includes(text))).toEqual([])
  })
})
