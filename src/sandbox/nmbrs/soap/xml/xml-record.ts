import { SaxesParser } from 'saxes'

/**
 * An element as plain data: its text, or its attributes and children by their local names. What stands
 * several times is a list.
 */
export type XmlValue = string | { [name: string]: XmlValue | XmlValue[] }

export interface XmlRecordOptions {
  /** Whether an element is in a list also where it stands once. */
  isList?: (name: string, path: string) => boolean
  /** What the names of attributes start with. */
  attributePrefix?: string
}

interface Open {
  path: string
  name: string
  text: string
  content: Exclude<XmlValue, string>
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads a document as plain data; for documents that are known to be well-formed. Throws for one that is not.
 */
export const readXmlRecord = (
  xml: string,
  { isList = () => false, attributePrefix = '' }: XmlRecordOptions = {},
): XmlValue => {
  const parser = new SaxesParser()
  const top: Open = { path: '', name: '', text: '', content: {} }
  const open = [top]
  const add = ({ content }: Open, name: string, value: XmlValue, list: boolean): void => {
    const before = Object.hasOwn(content, name) ? content[name] : undefined
    if (before === undefined) content[name] = list ? [value] : value
    else content[name] = [...(Array.isArray(before) ? before : [before]), value]
  }
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const short = local(name)
    const one: Open = { path: `${open.at(-1)?.path ?? ''}.${short}`, name: short, text: '', content: {} }
    for (const [key, value] of Object.entries(attributes))
      if (!/^xmlns(:|$)/.test(key)) one.content[`${attributePrefix}${local(key)}`] = value
    open.push(one)
  })
  const addText = (text: string): void => {
    const one = open.at(-1)
    if (one !== undefined) one.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const one = open.pop() ?? top
    const isText = Object.keys(one.content).length === 0
    add(open.at(-1) ?? top, one.name, isText ? one.text.trim() : one.content, isList(one.name, one.path))
  })
  parser.write(xml).close()
  return top.content
}
