import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { runCommand } from '../cli-world.js'

/** Stands for the program, which a shell asks for connections. */
const program = `#!/bin/sh
case "$*" in
  'completion --connections') printf 'acme\\nacme-noord\\nzuid\\n' ;;
  '--config other.yaml completion --connections') echo elsewhere ;;
  *) echo "not known: $*" >&2; exit 2 ;;
esac
`
const onPath = () => ({ ...process.env, PATH: `${folder}:${process.env.PATH ?? ''}` })

let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nmbrs-sync-completion-'))
  for (const shell of ['bash', 'zsh', 'fish'])
    writeFileSync(join(folder, `complete.${shell}`), (await runCommand(['completion', shell])).stdout)
  writeFileSync(join(folder, 'my plan.json'), '')
  writeFileSync(join(folder, 'nmbrs-sync'), program)
  chmodSync(join(folder, 'nmbrs-sync'), 0o755)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/**
 * What is typed, the last word being the one that is completed, and what has to be offered and what must not
 * be.
 */
const cases: readonly (readonly [
  typed: readonly string[],
  offered: readonly string[],
  notOffered: readonly string[],
])[] = [
  [['ho'], ['holds'], []],
  [['completion', ''], ['bash', 'zsh', 'fish'], ['--json']],
  [['holds', ''], ['release', 'reject'], ['sync']],
  [['holds', 're'], ['release', 'reject'], ['holds']],
  [['holds', 'release', 'K7M2QX', '--re'], ['--reason'], ['--allow']],
  [['sync', '--al'], ['--allow', '--allow-past-periods'], ['--reason']],
  [['sync', '--lang', ''], ['en', 'nl', 'sv', 'da'], ['--yes']],
  [['sync', '--lang', 'n'], ['nl'], ['--yes']],
  [['--config', 'holds', 'pl'], ['plan'], ['release']],
  [['--lang', 'nl', 'holds', 'rel'], ['release'], ['reject']],
  [['sync', '--plan', 'my'], ['my plan.json'], ['--yes']],
  [['state', 'restore', 'my'], ['my plan.json'], ['backup']],
  [['sync', '--employee', ''], [], ['--yes', 'my plan.json']],
  [['drift', '--section', 'sal'], ['salary'], ['address']],
  [
    ['sync', '--connection', ''],
    ['acme', 'acme-noord', 'zuid'],
    ['--yes', 'my plan.json'],
  ],
  [
    ['status', '--connection', 'ac'],
    ['acme', 'acme-noord'],
    ['zuid', 'elsewhere'],
  ],
  [['connection', 'add', '--like', 'z'], ['zuid'], ['acme']],
  [['audit', 'list', '--connection', ''], ['acme'], []],
  [['--config', 'other.yaml', 'holds', '--connection', ''], ['elsewhere'], ['acme', 'zuid']],
  [['--config', 'nowhere.yaml', 'holds', '--connection', ''], [], ['acme', '--yes', '--json']],
  [['sync', '--connection', 'acme', '--al'], ['--allow'], ['acme']],
  [['--log-l'], ['--log-level'], ['--reason']],
  [['access', 'plan', '--json', '--sh'], [], ['release']],
]

const isThere = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0

const expectOffers = (
  found: readonly string[],
  offered: readonly string[],
  notOffered: readonly string[],
): void => {
  expect(offered.filter((word) => !found.includes(word))).toEqual([])
  expect(notOffered.filter((word) => found.includes(word))).toEqual([])
}

const toLines = (text: string): string[] => text.split('\n').filter((line) => line !== '')

describe('completion bash', () => {
  const ask = (typed: readonly string[]): string[] => {
    const script = `source complete.bash
      COMP_WORDS=(nmbrs-sync "$@"); COMP_CWORD=$#
      complete -p nmbrs-sync >&2 && _nmbrs_sync && printf '%s\\n' "\${COMPREPLY[@]}"`
    return toLines(
      execFileSync('bash', ['--norc', '-c', script, 'bash', ...typed], {
        cwd: folder,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        env: onPath(),
      }),
    )
  }

  it.each(cases)('%j', (typed, offered, notOffered) => {
    expectOffers(ask(typed), offered, notOffered)
  })

  it('offers nothing that does not begin as the word that is typed', () => {
    for (const [typed] of cases)
      expect(ask(typed).filter((word) => !word.startsWith(typed.at(-1) ?? ''))).toEqual([])
  })

  it('takes an option and its value also as one word, which bash takes apart', () => {
    expect(ask(['sync', '--lang', '=', 'n'])).toEqual(['nl'])
    expect(ask(['sync', '--lang', '='])).toEqual(['en', 'nl', 'sv', 'da'])
    expect(ask(['sync', '--allow', '=', 'create', '=', '50', '--js'])).toEqual(['--json'])
  })
})

describe('completion zsh', () => {
  const whenThere = isThere('zsh') ? it : it.skip
  // What the completion of zsh itself would do with the offers is printed instead.
  const stubs = `
    print_offers() { print -rl -- "\${@%%:*}" }
    _describe() { print_offers "\${(@P)2}" }
    _files() { print -rl -- *(N) }
    _message() { : }
    compset() { : }`
  const ask = (typed: readonly string[]): string[] => {
    const script = `${stubs}
      source ./complete.zsh; words=(nmbrs-sync "$@"); CURRENT=$#words; _nmbrs-sync`
    return toLines(
      execFileSync('zsh', ['-f', '-c', script, 'zsh', ...typed], {
        cwd: folder,
        encoding: 'utf8',
        env: onPath(),
      }),
    )
  }

  whenThere('is a script that zsh reads', () => {
    expect(execFileSync('zsh', ['-n', join(folder, 'complete.zsh')], { encoding: 'utf8' })).toBe('')
  })

  // zsh itself leaves out what does not begin as the word.
  whenThere.each(cases)('%j', (typed, offered, notOffered) => {
    const found = ask(typed).filter((word) => word.startsWith(typed.at(-1) ?? ''))
    expectOffers(found, offered, notOffered)
  })
})

describe('completion fish', () => {
  const whenThere = isThere('fish') ? it : it.skip
  const ask = (typed: readonly string[]): string[] => {
    const script = 'source complete.fish; complete --do-complete "nmbrs-sync $argv"'
    const printed = execFileSync('fish', ['--no-config', '-c', script, '--', ...typed], {
      cwd: folder,
      encoding: 'utf8',
      env: onPath(),
    })
    return toLines(printed).map((line) => line.split('\t')[0]!.replaceAll('\\', ''))
  }

  whenThere('is a script that fish reads', () => {
    expect(execFileSync('fish', ['-n', join(folder, 'complete.fish')], { encoding: 'utf8' })).toBe('')
  })

  whenThere.each(cases)('%j', (typed, offered, notOffered) => {
    expectOffers(ask(typed), offered, notOffered)
  })

  whenThere('takes an option and its value also as one word', () => {
    expect(ask(['sync', '--lang=n'])).toEqual(['--lang=nl'])
  })
})

describe('completion --connections', () => {
  it('prints names and nothing else, and is quiet where there is no configuration', async () => {
    writeFileSync(join(folder, 'two.yaml'), 'connections: [{ name: acme }, { name: zuid }]\n')

    const named = await runCommand(['--config', 'two.yaml', 'completion', '--connections'], { cwd: folder })
    const none = await runCommand(['completion', '--connections'], { cwd: folder })

    expect(named).toMatchObject({ code: 0, stdout: 'acme\nzuid\n', stderr: '' })
    expect(none).toMatchObject({ code: 0, stdout: '', stderr: '' })
  })
})

describe('completion of another shell', () => {
  it('is refused without a shell', async () => {
    const { code, stderr } = await runCommand(['completion'])

    expect(code).toBe(2)
    expect(stderr).toContain('bash, zsh, fish')
  })

  it('is refused with the shells that there are', async () => {
    const { code, stderr } = await runCommand(['completion', 'csh'])

    expect(code).toBe(2)
    expect(stderr).toContain('bash, zsh, fish')
  })
})
