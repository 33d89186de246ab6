import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'

import { openCliWorld, type CliWorld } from '../cli-world.js'

interface InRun {
  inRun: { run: { mode: string }; changes: { section: string; outcome: string }[] }
}

describe('why a person was not updated in a run', () => {
  let world: CliWorld
  const held = () => world.sandbox.story.cases.bankDiffers[0] ?? ''
  const clean = () => world.sandbox.story.cases.contactDiffers[0] ?? ''

  beforeAll(async () => {
    world = await openCliWorld({ bankDiffers: 1, contactDiffers: 1 }, 60)
    await world.run('sync --yes')
    await world.run('plan')
  })
  afterAll(() => world.close())

  it('is said of the latest sync, not of a plan after it, before how it is now', async () => {
    const { code, stdout } = await world.run(`explain ${held()} --run last`)
    const document = JSON.parse((await world.run(`explain ${held()} --run last --json`)).stdout) as InRun

    expect(code).toBe(0)
    expect(stdout).toMatch(
      /^What run \S+ of .+ did with this person[\s\S]+bank account +held[\s\S]+How it is now/,
    )
    expect(document.inRun.run.mode).toBe('sync')
    expect(document.inRun.changes).toMatchObject([{ section: 'bankAccount', outcome: 'held' }])
  })

  it('has what was sent, and nothing of anybody else', async () => {
    const { inRun } = JSON.parse((await world.run(`explain ${clean()} --run last --json`)).stdout) as InRun
    const { stdout } = await world.run(`explain ${clean()} --run last`)

    expect(inRun.changes.map(({ outcome }) => outcome)).toContain('applied')
    expect(stdout).not.toContain(held())
  })

  it('refuses a run that there is not', async () => {
    const { code, stdout, stderr } = await world.run(`explain ${held()} --run nosuch`)

    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('There is no run nosuch')
  })
})
