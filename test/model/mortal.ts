/** The life of a process that is played: what was asked of it after its death is never answered. */
export interface Life {
  readonly isOver: boolean
  /** Resolves when it is over. */
  readonly over: Promise<void>
  end(): void
}

export const createLife = (): Life => {
  let isOver = false
  let tell = (): void => undefined
  const over = new Promise<void>((resolve) => (tell = resolve))
  return {
    get isOver() {
      return isOver
    },
    over,
    end: () => {
      isOver = true
      tell()
    },
  }
}

const forever = new Promise<never>(() => undefined)

/**
 * The same object, whose answers nobody hears any more once the life is over, and that is asked nothing then.
 */
export const mortal = <T extends object>(object: T, life: Life): T =>
  new Proxy(object, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name)
      if (isPart(member)) return mortal(member, life)
      if (typeof member !== 'function') return member
      return (...args: unknown[]): unknown => {
        if (life.isOver) return forever
        const answer: unknown = Reflect.apply(member, target, args)
        if (!(answer instanceof Promise)) return answer
        return answer.then(
          (value: unknown) => (life.isOver ? forever : value),
          (error: unknown) => (life.isOver ? forever : Promise.reject(error as Error)),
        )
      }
    },
  })

/** Whether it is a part of a port: nothing but what can be called. */
const isPart = (member: unknown): member is object =>
  typeof member === 'object' &&
  member !== null &&
  Object.values(member).length > 0 &&
  Object.values(member).every((one) => typeof one === 'function')
