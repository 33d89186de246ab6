import type { AnswerLimits, ResultReader } from './envelope-reader.js'
import type { XmlElement } from './xml/xml-element.js'

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
  isDoubtful: boolean
}

/** The longest is the list of a company's employees: four short elements for each. */
const limits: AnswerLimits = { characters: 64 * 1024 * 1024, elements: 1024 * 1024 }

/** Keeps everything, in its order and spelling. For answers about one person or of one value. */
export const createTreeReader = (): ResultReader<ResultTree> => {
  const root: OpenElement = toOpen('', false)
  const open: OpenElement[] = []
  const innermost = (): OpenElement => open.at(-1) ?? root
  return {
    limits,
    open: (name, _depth, isNil) => {
      open.push(toOpen(name, isNil))
    },
    text: (text) => {
      innermost().text += text
    },
    close: () => {
      const closed = open.pop()
      if (closed === undefined) return
      const { name, isDoubtful } = closed
      innermost().isDoubtful ||= isDoubtful
      innermost().children.push({ name, content: contentOf(closed), ...(isDoubtful && { isDoubtful }) })
    },
    doubt: () => {
      innermost().isDoubtful = true
    },
    result: () => ({ children: root.children, text: root.text.trim() }),
  }
}

const toOpen = (name: string, isNil: boolean): OpenElement => ({
  name,
  isNil,
  text: '',
  children: [],
  isDoubtful: false,
})

const contentOf = ({ isNil, text, children }: OpenElement): XmlElement['content'] => {
  if (isNil) return null
  return children.length > 0 ? children : text
}

/** Keeps nothing: for finding out whether a call is allowed. */
export const createIgnoringReader = (): ResultReader<undefined> => ({
  open: () => undefined,
  text: () => undefined,
  close: () => undefined,
  doubt: () => undefined,
  result: () => undefined,
})

/**
 * Keeps the first element of that name with its text, however much else there is. For finding one of many.
 */
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
    doubt: () => undefined,
    result: () => ({
      children: state === 'after' ? [{ name: wanted, content: found }] : [],
      text: '',
    }),
  }
}
