import { PassThrough } from 'node:stream'

import { describe, expect, it, jest } from '@jest/globals'

import { createTerminalPrompts, type Prompts } from '../../src/cli/terminal/prompts.js'

/** A terminal on which keys are pressed once the question stands there. */
const askOn = async <T>(
  ask: (prompts: Prompts) => Promise<T>,
  keys: readonly string[],
  signal: AbortSignal = new AbortController().signal,
): Promise<{ answer: T | undefined; error: unknown; shown: string }> => {
  const [input, output] = [new PassThrough(), new PassThrough()]
  let shown = ''
  output.on('data', (piece: Buffer) => (shown += piece.toString()))
  const asked = ask(createTerminalPrompts(input, output, signal)).then(
    (answer) => ({ answer, error: undefined }),
    (error: unknown) => ({ answer: undefined, error }),
  )
  for (const key of keys) {
    await new Promise((next) => setImmediate(next))
    input.write(key)
  }
  return { ...(await asked), shown }
}

const enter = '\r'
const down = '\u001b[B'
const ctrlC = '\u0003'

describe('a question on a terminal', () => {
  it.each([
    ['y', true],
    ['n', false],
    [enter, false],
  ])('takes %j for %s', async (key, expected) => {
    const { answer, shown } = await askOn((prompts) => prompts.confirm('Write 3 changes?'), [key])

    expect(answer).toBe(expected)
    expect(shown).toContain('Write 3 changes?')
  })

  it('takes what is shown for an empty answer and what is typed in its place, and says what is wrong with an answer', async () => {
    const check = (answer: string) => (answer === 'main' ? 'Another one' : undefined)
    const question = { message: 'Name', initial: 'main', check }

    const { answer, shown } = await askOn((prompts) => prompts.ask(question), [enter, 'b', enter])
    const empty = await askOn((prompts) => prompts.ask({ message: 'Name', initial: 'main' }), [enter])

    expect([answer, empty.answer]).toEqual(['b', 'main'])
    expect(shown).toContain('Another one')
  })

  it('never shows a secret', async () => {
    const { answer, shown } = await askOn(
      (prompts) => prompts.askSecret({ message: 'Token' }),
      ['g', 'e', 'h', 'e', 'i', 'm', enter],
    )

    expect(answer).toBe('geheim')
    expect(shown).not.toContain('geheim')
    expect(shown).not.toContain('eh')
  })

  it('gives the value of the choice, also when that is nothing', async () => {
    const choices = [
      { value: 'one', label: 'One' },
      { value: undefined, label: 'None' },
    ]
    const choose = (prompts: Prompts) => prompts.choose<string | undefined>('Which?', choices)

    const first = await askOn(choose, [enter])
    const second = await askOn(choose, [down, enter])

    expect([first.answer, second.answer, second.error]).toEqual(['one', undefined, undefined])
  })

  it('listens to the signal as often as there are questions, without a warning of Node', async () => {
    const { signal } = new AbortController()
    const warned = jest.fn()
    process.once('warning', warned)
    for (let asked = 0; asked < 12; asked += 1)
      await askOn((prompts) => prompts.confirm('Sure?'), ['y'], signal)
    await new Promise((next) => setImmediate(next))
    process.removeListener('warning', warned)

    expect(warned).not.toHaveBeenCalled()
  })

  it('is taken back by Ctrl-C, and by a signal', async () => {
    const stopped = expect.objectContaining({ name: 'AbortError', code: 'stopped' })
    const interruption = new AbortController()
    setImmediate(() => {
      interruption.abort()
    })

    const byKey = await askOn((prompts) => prompts.ask({ message: 'Name' }), [ctrlC])
    const bySignal = await askOn((prompts) => prompts.confirm('Sure?'), [], interruption.signal)

    expect(byKey.error).toEqual(stopped)
    expect(bySignal.error).toEqual(stopped)
  })
})
