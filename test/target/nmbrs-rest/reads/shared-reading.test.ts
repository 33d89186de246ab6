import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'

import { createSharedReading } from '../../../../src/target/nmbrs-rest/reads/shared-reading.js'

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

const setUp = () => {
  const asked: string[] = []
  const ends: ((value: string | Error) => void)[] = []
  const shared = createSharedReading<string>((wanted) => {
    asked.push([...wanted].join(' '))
    return new Promise((resolve, reject) => {
      ends.push((value) => {
        if (value instanceof Error) reject(value)
        else
          resolve(
            new Map([...wanted].filter((key) => key !== 'absent').map((key) => [key, `${key} ${value}`])),
          )
      })
    })
  })
  return { asked, ends, shared }
}

describe('a reading that is shared', () => {
  it('serves all who asked before it began, and those who come later with the next one', async () => {
    const { asked, ends, shared } = setUp()
    const [a, b] = [shared.read('a'), shared.read('b')]
    await settle()
    const [c, again, absent] = [shared.read('c'), shared.read('a'), shared.read('absent')]
    await settle()
    expect(asked).toEqual(['a b'])
    ends[0]?.('first')
    expect(await Promise.all([a, b])).toEqual(['a first', 'b first'])
    await settle()
    ends[1]?.('second')

    expect(await Promise.all([c, again, absent])).toEqual(['c second', 'a second', undefined])
    expect(asked).toEqual(['a b', 'c a absent'])
  })

  it('fails for all whom it was to serve, and for nobody after them', async () => {
    const { ends, shared } = setUp()
    const failed = Promise.allSettled([shared.read('a'), shared.read('b')])
    await settle()
    const later = shared.read('c')
    ends[0]?.(new Error('not read'))
    expect((await failed).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    await settle()
    ends[1]?.('second')

    expect(await later).toBe('c second')
  })

  it('shows to each what was there after they asked, whoever else asks and whenever', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ who: fc.nat(4), turns: fc.nat(6) }), { maxLength: 20 }),
        fc.nat(4),
        async (asks, readTurns) => {
          let clock = 0
          const wait = async (turns: number): Promise<void> => {
            for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
          }
          let atOnce = 0
          const shared = createSharedReading<number>(async (ids) => {
            expect((atOnce += 1)).toBe(1)
            const began = (clock += 1)
            await wait(readTurns)
            atOnce -= 1
            return new Map([...ids].filter((id) => id !== 'nobody').map((id) => [id, began]))
          })
          await Promise.all(
            asks.map(async ({ who, turns }) => {
              await wait(turns)
              const asked = (clock += 1)
              const seen = await shared.read(who === 0 ? 'nobody' : String(who))
              if (who === 0) expect(seen).toBeUndefined()
              else expect(seen).toBeGreaterThan(asked)
            }),
          )
        },
      ),
    )
  })
})
