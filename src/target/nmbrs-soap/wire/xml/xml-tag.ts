/** An opening tag. */
export interface XmlTag {
  /** As it is written, with its prefix. */
  name: string
  /** Without its prefix. */
  localName: string
  isNil: boolean
  /** It is closed as it is opened. */
  isEmpty: boolean
  /** The closing tag, as it is nearly always written. */
  end: string
}

type Attributes = Readonly<Record<string, string>>

/** The tag of that name with these attributes. */
export const toXmlTag = (name: string, attributes: Attributes, isEmpty: boolean): XmlTag => ({
  name,
  localName: name.slice(name.indexOf(':') + 1),
  isNil: saysNil(attributes),
  isEmpty,
  end: `</${name}>`,
})

const saysNil = (attributes: Attributes): boolean => {
  for (const name in attributes) {
    if (!name.endsWith('nil')) continue
    const value = attributes[name]
    return value === 'true' || value === '1'
  }
  return false
}

const plainTag = /^([A-Za-z_][\w.:-]*)((?: +[A-Za-z_][\w.:-]*="[^<>&"\t\n]*")*) *(\/?)$/
const attribute = / ([\w.:-]+)="([^"]*)"/g

/**
 * Reads what stands between the brackets of an opening tag when it is written in the one way in which nearly
 * all are; `undefined` for any other, which may still be right. The text must hold no character that XML
 * refuses.
 */
export const readPlainTag = (inner: string): XmlTag | undefined => {
  const [, name, given = '', slash] = plainTag.exec(inner) ?? []
  if (name === undefined) return undefined
  const pairs = [...given.matchAll(attribute)].map(([, key = '', value = '']) => [key, value] as const)
  const attributes = Object.fromEntries(pairs)
  if (Object.keys(attributes).length < pairs.length) return undefined
  return toXmlTag(name, attributes, slash === '/')
}
