import { SaxesParser } from 'saxes'
import { SoapRefusal, envelopeNamespace, refuseUnreadable } from '../soap-refusal.js'

/** An element of a request: local name, namespace, children and text, and where it stands in the document. */
export interface XmlNode {
  name: string
  namespace: string
  nil: boolean
  text: string
  children: XmlNode[]
  line: number
  column: number
}

export interface Envelope {
  header: readonly XmlNode[]
  /** The one element of the body. */
  request: XmlNode
}

const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance'

/**
 * Reads a document into a tree. Throws the framework's fault when it is not well-formed or brings a document
 * type.
 */
const parseTree = (xml: string): XmlNode => {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const top: XmlNode = { name: '', namespace: '', nil: false, text: '', children: [], line: 0, column: 0 }
  const open = [top]
  parser.on('error', (error) => {
    throw refuseUnreadable(parser, error.message)
  })
  parser.on('doctype', () => {
    throw refuseUnreadable(parser, 'For security reasons DTD is prohibited in this XML document.')
  })
  parser.on('opentag', (tag) => {
    const nil = Object.values(tag.attributes).some(
      ({ uri, local, value }) =>
        uri === instanceNamespace && local === 'nil' && (value === 'true' || value === '1'),
    )
    const { line, column } = parser
    const node: XmlNode = { name: tag.local, namespace: tag.uri, nil, text: '', children: [], line, column }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  const addText = (text: string): void => {
    const node = open.at(-1)
    if (node !== undefined) node.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => open.pop())
  parser.write(xml).close()
  return top
}

/** Reads a SOAP 1.1 envelope. Throws the fault the framework gives for anything else. */
export const parseEnvelope = (xml: string): Envelope => {
  const root = parseTree(xml).children[0]
  if (root?.name !== 'Envelope') throw refuseUnreadable({ line: 1, column: 1 }, 'Root element is missing.')
  if (root.namespace !== envelopeNamespace) {
    throw new SoapRefusal(
      'soap:VersionMismatch',
      `Possible SOAP version mismatch: Envelope namespace ${root.namespace} was unexpected. Expecting ${envelopeNamespace}.`,
    )
  }
  const parts = root.children.filter(({ namespace }) => namespace === envelopeNamespace)
  const request = parts.find(({ name }) => name === 'Body')?.children[0]
  if (request === undefined) throw refuseUnreadable(root, 'The body of the envelope is empty.')
  return { header: parts.find(({ name }) => name === 'Header')?.children ?? [], request }
}
