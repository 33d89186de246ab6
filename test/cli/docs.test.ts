import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from '@jest/globals'

import { runCommand } from './cli-world.js'

const pages = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('docs', name))

/** The command lines that a page gives to paste. */
const commandsOf = (page: string): string[] => {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/^```(?:bash|sh)\n(.*?)^```/gms)]
  return blocks.flatMap(([, block = '']) =>
    block.split('\n').filter((line) => line.startsWith('nmbrs-sync ')),
  )
}

const commands = pages.flatMap((page) => commandsOf(page).map((line) => [page, line] as const))

describe('the commands in docs/', () => {
  it.each(commands)('%s: %s', async (_, line) => {
    const words =
      line
        .split(/\s+[#>]/)[0]
        ?.split(/\s+/)
        .slice(1) ?? []
    const options = words.filter((word) => word.startsWith('--'))
    const name = words.slice(0, words.findIndex((word) => word.startsWith('--')) + 1 || undefined)

    const help = await runCommand([...name.filter((word) => !word.startsWith('--')), '--help'])

    expect(help.code).toBe(0)
    // A group of commands is no command to paste.
    expect(help.stdout).not.toContain('[command]')
    for (const option of options) expect(help.stdout).toContain(option)
  })

  it('are there', () => {
    expect(commands.length).toBeGreaterThan(0)
  })
})
