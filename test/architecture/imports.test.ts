import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

import { describe, expect, it } from '@jest/globals'

const root = resolve('src')

interface Import {
  from: string
  to: string
  typeOnly: boolean
  /** Loaded when it is needed. */
  isLazy: boolean
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return filesBelow(path)
    return path.endsWith('.ts') ? [path] : []
  })

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g

const importsOf = (file: string): Import[] =>
  [...readFileSync(file, 'utf8').matchAll(importPattern)].map((found) => {
    const specifier = found[2] ?? found[3] ?? ''
    const to = specifier.startsWith('.') ? relative(root, resolve(dirname(file), specifier)) : specifier
    return {
      from: relative(root, file),
      to,
      typeOnly: found[1] !== undefined,
      isLazy: found[3] !== undefined,
    }
  })

const files = filesBelow(root)
const imports = files.flatMap(importsOf)
const inFolder = (path: string, ...folders: string[]): boolean =>
  folders.some((folder) => path === folder || path.startsWith(`${folder}/`))

interface Rule {
  reason: string
  breaks: (one: Import) => boolean
}

const pure = ['domain', 'yaml', 'mapping', 'plan', 'access', 'onboarding']
const pureExceptions = [
  'yaml/read-or-explain.ts',
  'mapping/file/load-mapping.ts',
  'access/portal/load-portals.ts',
  'onboarding/profile/load-profiles.ts',
  'onboarding/profile/kept-profiles.ts',
  'onboarding/answers/load-answers.ts',
]
const inputAndOutput = [
  // node:module loads tables that ship inside packages, once, as an import would.
  /^node:(?!util$|module$)/,
  /^(axios|soap|better-sqlite3|kysely|winston|commander|p-queue|node-cron|nodemailer|dotenv|saxes|@clack\/prompts)(\/|$)/,
]

const remotes = ['source/alexis', 'target/nmbrs-soap', 'target/nmbrs-rest']

const rules: Rule[] = [
  {
    reason:
      'domain, yaml, mapping, plan, access and onboarding are pure: no network, file, database or log. Pass values in instead.',
    breaks: ({ from, to }) =>
      inFolder(from, ...pure) &&
      !inFolder(from, ...pureExceptions) &&
      inputAndOutput.some((pattern) => pattern.test(to)),
  },
  {
    reason: 'domain is the vocabulary: it knows nothing but itself.',
    breaks: ({ from, to }) =>
      inFolder(from, 'domain') && to.includes('/') && !inFolder(to, 'domain') && !isPackage(to),
  },
  {
    reason: 'yaml reads files that people write, for whoever has such files: it knows none of them.',
    breaks: ({ from, to }) => inFolder(from, 'yaml') && !isPackage(to) && !inFolder(to, 'yaml', 'domain'),
  },
  {
    reason:
      'onboarding checks are pure: what talks to Nmbrs is given to them, and they borrow no more than how files are read.',
    breaks: ({ from, to, typeOnly }) =>
      inFolder(from, 'onboarding') &&
      !isPackage(to) &&
      !inFolder(to, 'onboarding', 'yaml', 'domain', 'package-root.js', 'mapping/transforms/email.js') &&
      !typeOnly,
  },
  {
    reason: 'plan takes types from the ports and nothing else from the shells.',
    breaks: ({ from, to, typeOnly }) =>
      inFolder(from, 'plan') && !isPackage(to) && !inFolder(to, 'plan', 'domain') && !typeOnly,
  },
  {
    reason: 'mapping stands before the plan and beside no shell.',
    breaks: ({ from, to, typeOnly }) =>
      inFolder(from, 'mapping') && !isPackage(to) && !inFolder(to, 'mapping', 'domain', 'yaml') && !typeOnly,
  },
  {
    reason:
      'access plans logins from values: it knows the vocabulary, and how a file that people write is read.',
    breaks: ({ from, to }) =>
      inFolder(from, 'access') && !isPackage(to) && !inFolder(to, 'access', 'domain', 'yaml'),
  },
  {
    reason: 'source and target never know each other: a change of one remote must not reach the other.',
    breaks: ({ from, to }) =>
      (inFolder(from, 'source') && inFolder(to, 'target')) ||
      (inFolder(from, 'target') && inFolder(to, 'source')),
  },
  {
    reason:
      'only the composition in app and the sandbox know a concrete source or target; the rest gets the port.',
    breaks: ({ from, to }) =>
      inFolder(to, ...remotes) &&
      !inFolder(from, 'app', 'sandbox') &&
      !remotes.some((remote) => inFolder(from, remote) && inFolder(to, remote)),
  },
  {
    reason:
      'the command line composes nothing: of source and target it knows the ports, and nothing of SQLite, not even a type.',
    breaks: ({ from, to }) =>
      inFolder(from, 'cli') &&
      (inFolder(to, 'state/sqlite') ||
        (inFolder(to, 'source', 'target') && !inFolder(to, 'source/port.js', 'target/port.js'))),
  },
  {
    reason: 'what both transports share knows neither of them.',
    breaks: ({ from, to }) => inFolder(from, 'target/common') && inFolder(to, ...remotes),
  },
  {
    reason: 'SQL stays in state, and only app opens the state file or puts a backup back.',
    breaks: ({ from, to, typeOnly }) =>
      (/^(kysely|better-sqlite3)(\/|$)/.test(to) && !inFolder(from, 'state')) ||
      (inFolder(to, 'state') && !inFolder(from, 'state', 'app') && !(inFolder(from, 'cli') && typeOnly)),
  },
  {
    reason: 'app knows no terminal: no flags, no questions, no colours, no exit codes.',
    breaks: ({ from, to }) =>
      inFolder(from, 'app') && /^(commander|@clack\/prompts|picocolors)(\/|$)/.test(to),
  },
  {
    reason: 'nothing below the front door knows the command line.',
    breaks: ({ from, to }) => inFolder(to, 'cli') && !inFolder(from, 'cli'),
  },
  {
    reason: 'the product never runs on its own fakes: only the commands that show them know the sandbox.',
    breaks: ({ from, to }) =>
      inFolder(to, 'sandbox') && !inFolder(from, 'sandbox', 'cli/commands/sandbox', 'cli/commands/demo'),
  },
]

/** A package may be called like a file. */
const isPackage = (to: string): boolean => !to.endsWith('.js') || to === 'decimal.js'

/** Longer folders and why. */
const longFolders: Readonly<Record<string, string>> = {
  'state/sqlite/migrations': 'one list in one order that only ever grows: a published migration never moves',
}
const longestFolder = 15

describe('the folders of src', () => {
  it.each(rules)('$reason', ({ breaks }) => {
    const broken = imports.filter(breaks).map(({ from, to }) => `${from} imports ${to}`)

    expect(broken).toEqual([])
  })

  it('are pure in the middle: no clock, no randomness and no environment', () => {
    const impure = /\bnew Date\(|\bDate\.now\(|\bMath\.random\(|\bprocess\.|\bconsole\.|Temporal\.Now/
    const found = files
      .map((file) => relative(root, file))
      .filter((file) => inFolder(file, ...pure) && !inFolder(file, ...pureExceptions))
      .filter((file) => impure.test(readFileSync(join(root, file), 'utf8')))

    expect(found).toEqual([])
  })

  it('have no cycle between them', () => {
    const folderOf = (path: string): string => path.split('/').slice(0, -1).join('/')
    const edges = new Map<string, Set<string>>()
    for (const { from, to, typeOnly } of imports) {
      const [here, there] = [folderOf(from), folderOf(to)]
      if (typeOnly || isPackage(to) || inFolder(here, there) || inFolder(there, here)) continue
      edges.set(here, (edges.get(here) ?? new Set()).add(there))
    }

    expect(findCycle(edges)).toEqual([])
  })

  it('have no cycle between the top floors, nor one of types', () => {
    const floorOf = (path: string): string => path.split('/')[0] ?? ''
    const edges = new Map<string, Set<string>>()
    for (const { from, to } of imports) {
      const [here, there] = [floorOf(from), floorOf(to)]
      if (isPackage(to) || !from.includes('/') || !to.includes('/') || here === there) continue
      edges.set(here, (edges.get(here) ?? new Set()).add(there))
    }

    expect(findCycle(edges)).toEqual([])
  })

  it('have no cycle of files, not even one of types', () => {
    const edges = new Map<string, Set<string>>()
    for (const { from, to, isLazy } of imports) {
      if (isLazy || isPackage(to)) continue
      edges.set(from, (edges.get(from) ?? new Set()).add(to.replace(/\.js$/, '.ts')))
    }

    expect(findCycle(edges)).toEqual([])
  })

  it('write to the target in one file only, which asks for a permit of the gate each time', () => {
    const writers =
      /\b(createEmployee|updatePersonalInfo|writeAddress|insertBankAccount|endBankAccount|updateBankAccount|updateSalary|changeStartDate)\b/
    // The port names them, the transports carry them out, and the fake has operations of its own.
    const known = files
      .map((file) => relative(root, file))
      .filter((file) => !inFolder(file, 'target', 'sandbox'))
    const found = known.filter((file) =>
      writers.test(withoutComments(readFileSync(join(root, file), 'utf8'))),
    )

    expect(found).toEqual(['apply/gate/write-target.ts'])
    expect(callersOf('apply/gate/write-target.ts').every((file) => inFolder(file, 'apply'))).toBe(true)
  })

  it('send only what came out of a permit, and redeem one for each call', () => {
    const text = withoutComments(readFileSync(join(root, 'apply/gate/write-target.ts'), 'utf8'))
    const calls = [...text.matchAll(/target\.(\w+)\(/g)].map(([, name]) => name)
    const redeemed = [...text.matchAll(/redeem(?:For)?\((?:'\w+', )?permit, ['`](\w+)/g)].map(
      ([, name]) => name,
    )

    expect(redeemed).toEqual(calls)
    expect(calls).toHaveLength(8)
    expect(callersOf('apply/gate/write-gate.ts').sort()).toEqual([
      'apply/apply-person.ts',
      'apply/gate/write-target.ts',
      'apply/replace-bank-account.ts',
      'apply/write-change.ts',
      'apply/write-salary.ts',
      'run/plan/hold-companies.ts',
    ])
  })

  it('hold no more files than can be taken in at one look: longer ones are divided by theme', () => {
    const counts = new Map<string, number>()
    for (const file of files) {
      const folder = relative(root, dirname(file))
      counts.set(folder, (counts.get(folder) ?? 0) + 1)
    }
    const long = [...counts].filter(([, count]) => count > longestFolder).map(([folder]) => folder)

    expect(long).toEqual(Object.keys(longFolders))
  })

  it('were really looked at', () => {
    expect(imports.length).toBeGreaterThan(100)
  })
})

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')

const callersOf = (file: string): string[] => [
  ...new Set(imports.filter(({ to }) => to === file.replace(/\.ts$/, '.js')).map(({ from }) => from)),
]

const findCycle = (edges: ReadonlyMap<string, ReadonlySet<string>>): string[] => {
  const done = new Set<string>()
  const visit = (folder: string, path: readonly string[]): string[] => {
    if (path.includes(folder)) return [...path.slice(path.indexOf(folder)), folder]
    if (done.has(folder)) return []
    for (const next of edges.get(folder) ?? []) {
      const cycle = visit(next, [...path, folder])
      if (cycle.length > 0) return cycle
    }
    done.add(folder)
    return []
  }
  for (const folder of edges.keys()) {
    const cycle = visit(folder, [])
    if (cycle.length > 0) return cycle
  }
  return []
}
