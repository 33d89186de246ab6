import type { ResultTree } from '../wire/tree-reader.js'
import { childrenOf, childText, type XmlElement } from '../wire/xml/xml-element.js'

/** The items of a list; nil ones are passed over (Nmbrs contract, section 6.6). */
export const rowsOf = ({ children }: ResultTree): readonly (readonly XmlElement[])[] =>
  children.filter(({ content }) => content !== null).map(childrenOf)

/** The id under that name; `undefined` when that is not an id. */
export const findId = (row: readonly XmlElement[], name: string): string | undefined => {
  const id = childText(row, name)
  return /^[1-9]\d*$/.test(id) ? id : undefined
}

/** The first id of a list that has one. */
export const findFirstId = (tree: ResultTree, name: string): string | undefined =>
  rowsOf(tree)
    .map((row) => findId(row, name))
    .find((id) => id !== undefined)
