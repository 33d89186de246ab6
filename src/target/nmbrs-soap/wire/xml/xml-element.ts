/**
 * One element of a record as it stood on the wire, with the name it has there: text, further elements, or
 * `null` for `xsi:nil`. A list of them keeps what a plain object would lose: the order, repeated names, and
 * elements this program does not know.
 */
export interface XmlElement {
  name: string
  content: string | readonly XmlElement[] | null
  /** Something in it refers to a character that does not exist, so that its text is not what was meant. */
  isDoubtful?: true
}

/** The text of the first child of that name; empty when it is absent, nil or no text. */
export const childText = (children: readonly XmlElement[], name: string): string => {
  const content = children.find((child) => child.name === name)?.content
  return typeof content === 'string' ? content.trim() : ''
}

/** The elements inside an element; none when it is nil, empty or text. */
export const childrenOf = (element: XmlElement | undefined): readonly XmlElement[] => {
  const content = element?.content ?? null
  return content === null || typeof content === 'string' ? [] : content
}

/** Every text in an element, however deep, a line each. */
export const textsIn = ({ content }: XmlElement): string =>
  typeof content === 'string' ? content : (content ?? []).map(textsIn).join('\n')

/** What XML 1.0 cannot carry, not even escaped: control characters, lone surrogates, non-characters. */
const notInXml = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' }

/**
 * The text with everything escaped that means something in XML; `undefined` when it holds a character XML
 * cannot carry.
 */
export const escapeText = (text: string): string | undefined =>
  notInXml.test(text) ? undefined : text.replace(/[&<>\r]/g, (character) => entities[character] ?? character)

/**
 * The elements as XML, in the order given. Needs the prefix `xsi` to be declared around it.
 * Calls `refuse` with the name of an element whose text XML cannot carry.
 */
export const toXml = (elements: readonly XmlElement[], refuse: (name: string) => never): string =>
  elements
    .map(({ name, content }) => {
      if (content === null) return `<${name} xsi:nil="true"/>`
      const inner =
        typeof content === 'string' ? (escapeText(content) ?? refuse(name)) : toXml(content, refuse)
      return `<${name}>${inner}</${name}>`
    })
    .join('')
