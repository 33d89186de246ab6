import { fork, type ChildProcess } from 'node:child_process'

/** What a child process sends back for one question. */
export type Reply<Answer> = { answer: Answer } | { failure: string }

/** A process that answers one question at a time. */
export interface Child {
  ask: (question: object) => Promise<unknown>
  /** Ends the process and waits until it is gone. */
  end: () => Promise<void>
}

/** Starts a compiled file in a process of its own. */
export const startChild = (file: string): Child => {
  const child = fork(file, { execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const gone = new Promise<void>((resolve) => child.once('exit', resolve))
  return {
    ask: (question) => askChild(child, question),
    end: async () => {
      child.kill()
      await gone
    },
  }
}

const askChild = (child: ChildProcess, question: object): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => {
      reject(new Error(`a benchmark process ended without an answer, code ${String(code)}`))
    }
    child.once('exit', onExit)
    child.once('message', (reply: Reply<unknown>) => {
      child.off('exit', onExit)
      if ('answer' in reply) resolve(reply.answer)
      else reject(new Error(reply.failure))
    })
    child.send(question)
  })

/** In a child process: answers every question the parent asks, in order. */
export const answerParent = (answer: (question: unknown) => Promise<unknown>): void => {
  process.on('message', (question) => {
    answer(question).then(
      (result) => process.send?.({ answer: result }),
      (error: unknown) =>
        process.send?.({ failure: error instanceof Error ? String(error.stack) : String(error) }),
    )
  })
}
