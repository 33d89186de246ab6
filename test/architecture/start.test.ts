import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { join, resolve } from 'node:path'

import { describe, expect, it } from '@jest/globals'

/** The built program: npm run build makes it, and npm test before it starts. */
const folder = resolve('dist/cli')

/** The parts that a part loads at once; what it loads when it comes to it stands behind a promise. */
const loadedBy = (text: string): string[] =>
  [...text.matchAll(/(Promise\.resolve\(\)\.then\(\(\) => (?:__toESM\()?)?require\("([^"]+)"\)/g)]
    .filter(([, later]) => later === undefined)
    .map(([, , name = '']) => name)

/** What a part was put together from, by its source map. */
const sourcesOf = (part: string): readonly string[] =>
  (JSON.parse(readFileSync(join(folder, `${part}.map`), 'utf8')) as { sources: string[] }).sources

const packageOf = (path: string): string => path.split('/', path.startsWith('@') ? 2 : 1).join('/')

/** What is in the parts that a command loads before it does anything, and what these ask Node for. */
const contentsOf = (command?: string) => {
  const entry = readdirSync(folder).find((name) => new RegExp(`^${command}-\\w+\\.cjs$`).test(name))
  if (command !== undefined && entry === undefined) throw new Error(`${command} is no part of its own`)
  const parts = new Set<string>()
  const packages = new Set<string>()
  const folders = new Set<string>()
  const visit = (part: string): void => {
    if (parts.has(part)) return
    parts.add(part)
    for (const source of sourcesOf(part)) {
      const [, top, path = ''] = /^\.\.\/\.\.\/(src|node_modules)\/(.+)$/.exec(source) ?? []
      if (top === 'node_modules') packages.add(packageOf(path))
      else folders.add(path.split('/').slice(0, -1).join('/'))
    }
    const text = readFileSync(join(folder, part), 'utf8')
    for (const name of loadedBy(text)) {
      if (name.startsWith('./')) visit(name.slice(2))
      else if (!isBuiltin(name)) packages.add(packageOf(name))
    }
  }
  visit('main.cjs')
  if (entry !== undefined) visit(entry)
  return { parts, packages: [...packages].sort(), folders: [...folders] }
}

const everywhere = [
  ...['commander', 'decimal.js', 'dotenv', 'picocolors'],
  ...['temporal-polyfill', 'temporal-utils', 'yaml', 'zod'],
]
const forTheState = ['better-sqlite3', 'kysely']

describe.each([
  ['config', ['ibantools', 'safe-stable-stringify']],
  ['holds', [...forTheState, 'safe-stable-stringify']],
  ['runs', [...forTheState, 'safe-stable-stringify']],
  ['onboarding', []],
  ['probe', forTheState],
])('the command %s, which works offline', (command, more) => {
  const { parts, packages, folders } = contentsOf(command)

  it('loads no package but those it needs', () => {
    expect(packages).toEqual([...everywhere, ...more].sort())
  })

  it('loads nothing that speaks with a remote, applies or delivers', () => {
    const heavy = /^(source|target|apply|sandbox|delivery)\b|^run\/access/
    expect(folders.filter((name) => heavy.test(name))).toEqual([])
  })

  it('finds its parts compiled', () => {
    expect([...parts].filter((part) => !existsSync(join(folder, `${part}.cache`)))).toEqual([])
  })
})

describe('the list of commands', () => {
  it('is shown without what is said of findings', () => {
    expect(contentsOf().folders.filter((name) => name.startsWith('domain/findings'))).toEqual([])
    expect(contentsOf('holds').folders).toContain('domain/findings/texts')
  })
})
