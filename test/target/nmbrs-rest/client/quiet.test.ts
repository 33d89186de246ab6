import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { createWriteTurns } from '../../../../src/target/nmbrs-rest/client/quiet.js'

type Kind = 'write' | 'quiet'

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

describe('writes and what has to be quiet', () => {
  it('are never under way together, and each comes to its end', () => {
    const act = fc.record({
      kind: fc.constantFrom<Kind>('write', 'quiet'),
      steps: fc.nat(4),
      fails: fc.boolean(),
      after: fc.nat(3),
    })
    return fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
        const turns = createWriteTurns()
        const running = { write: 0, quiet: 0 }
        let [met, ended] = [0, 0]
        const body = async (kind: Kind, steps: number, fails: boolean): Promise<void> => {
          running[kind] += 1
          for (let step = 0; step <= steps; step += 1) {
            if (running.write > 0 && running.quiet > 0) met += 1
            await Promise.resolve()
          }
          running[kind] -= 1
          ended += 1
          if (fails) throw new Error('failed')
        }
        const all: Promise<unknown>[] = []
        for (const { kind, steps, fails, after } of acts) {
          const run = (): Promise<void> => body(kind, steps, fails)
          all.push((kind === 'write' ? turns.write(run) : turns.whileQuiet(run)).catch(() => undefined))
          for (let step = 0; step < after; step += 1) await Promise.resolve()
        }
        await Promise.all(all)
        expect({ met, ended }).toEqual({ met: 0, ended: acts.length })
      }),
    )
  })

  it('let a hundred writes pass what waits for quiet, and no more, though one is always on its way', async () => {
    const turns = createWriteTurns()
    let passed = 0
    const ends: (() => void)[] = []
    const write = (): Promise<void> =>
      turns.write(async () => {
        passed += 1
        await new Promise<void>((resolve) => ends.push(resolve))
      })
    const all = [write()]
    await settle()
    const quiet = turns.whileQuiet(() => Promise.resolve(passed))
    for (let count = 0; count < 150; count += 1) {
      all.push(write())
      await settle()
      ends[count]?.()
    }
    while (ends.length < 151) {
      for (const end of ends) end()
      await settle()
    }
    for (const end of ends) end()
    await Promise.all(all)

    expect(await quiet).toBe(101)
  })

  it('tell whether a write was on its way', async () => {
    const turns = createWriteTurns()
    let end: () => void = () => undefined
    const before = turns.watch()
    const write = turns.write(() => new Promise<void>((resolve) => (end = resolve)))
    const during = turns.watch()
    await settle()
    end()
    await write

    expect([before(), during(), turns.watch()()]).toEqual([false, false, true])
  })
})
