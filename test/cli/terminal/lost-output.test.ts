import { Writable } from 'node:stream'

import { describe, expect, it } from '@jest/globals'

import { watchLoss } from '../../../src/cli/terminal/lost-output.js'

/** A stream whose writes all fail. */
const failing = (code: string): Writable =>
  new Writable({
    write: (_piece, _encoding, done) => {
      done(Object.assign(new Error('write'), { code }))
    },
  })

const write = (stream: Writable): Promise<void> =>
  new Promise((done) => {
    stream.write('x', () => {
      done()
    })
  })

describe('what is lost of the output', () => {
  it.each([
    ['ENOSPC', 'ENOSPC'],
    ['EIO', 'EIO'],
    ['EPIPE', undefined],
  ])('ends nothing, and is known: %s', async (code, loss) => {
    const stream = failing(code)
    const findLoss = watchLoss([stream])

    await write(stream)

    expect(findLoss(stream)).toBe(loss)
  })

  it('is known of each stream apart', async () => {
    const [log, result] = [failing('ENOSPC'), failing('EPIPE')]
    const findLoss = watchLoss([log, result])

    await Promise.all([write(log), write(result)])

    expect([findLoss(log), findLoss(result)]).toEqual(['ENOSPC', undefined])
  })
})
