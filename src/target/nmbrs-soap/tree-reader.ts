import type { AnswerLimits, ResultReader } from './envelope-reader.js'
import type { XmlElement } from './xml-element.js'

/** The result of a call read whole: its elements, and its text when it is a single value. */
export interface ResultTree {
  children: readonly XmlElement[]
  text: string
}

interface OpenElement {
  name: string
  isNil: boolean
  text: string
  children: XmlElement[]
}

/** The longest is the list of a company's employees: four short elements for each. */
const limits: AnswerLimits = { characters: 64 * 1024 * 1024, elements: 1024 * 1024 }

/** Keeps everything, in its order and spelling. For answers about one person or of one value. */
export const createTreeReader = (): ResultReader<ResultTree> => {
  const root: OpenElement = { name: '', isNil: false, text: '', children: [] }
  const open: OpenElement[] = []
  const innermost = (): OpenElement => open.at(-1) ?? root
  return {
    limits,
    open: (name, _depth, isNil) => {
      open.push({ name, isNil, text: '', children: [] })
    },
    text: (text) => {
      innermost().text += text
    },
    close: () => {
      const closed = open.pop()
      if (closed !== undefined) innermost().children.push({ name: closed.name, content: contentOf(closed) })
    },
    result: () => ({ children: root.children, text: root.text.trim() }),
  }
}

const contentOf = ({ isNil, text, children }: OpenElement): XmlElement['content'] => {
  if (isNil) return null
  return children.length > 0 ? children : text
}

/** Keeps nothing: for finding out whether a call is allowed. */
export const createIgnoringReader = (): ResultReader<undefined> => ({
  open: () => undefined,
  text: () => undefined,
  close: () => undefined,
  result: () => undefined,
})

/** Keeps the first element of that name with its text, however much else there is. For finding one of many. */
export const createFirstReader = (wanted: string): ResultReader<ResultTree> => {
  let state: 'before' | 'inside' | 'after' = 'before'
  let found = ''
  return {
    open: (name) => {
      if (state === 'before' && name === wanted) state = 'inside'
    },
    text: (text) => {
      if (state === 'inside') found += text
    },
    close: () => {
      if (state === 'inside') state = 'after'
    },
    result: () => ({
      children: state === 'after' ? [{ name: wanted, content: found }] : [],
      text: '',
    }),
  }
}
