import type { AccountCompany } from '../../../onboarding/check/account-reader.js'
import { parseDomain } from '../wire/schema.js'
import type { ResultTree } from '../wire/tree-reader.js'
import { childText, type XmlElement } from '../wire/xml/xml-element.js'
import { findId, rowsOf } from './rows.js'

/** The text as it came, blanks at its ends included. */
const rawText = (row: readonly XmlElement[], name: string): string => {
  const content = row.find((child) => child.name === name)?.content
  return typeof content === 'string' ? content : ''
}

/** Each row that has an id, made into something. */
const withIds = <Item>(
  tree: ResultTree,
  idName: string,
  toItem: (id: string, row: readonly XmlElement[]) => Item,
): Item[] =>
  rowsOf(tree).flatMap((row) => {
    const id = findId(row, idName)
    return id === undefined ? [] : [toItem(id, row)]
  })

export const toCompanies = (tree: ResultTree): AccountCompany[] =>
  withIds(tree, 'ID', (id, row) => ({ id, name: rawText(row, 'Name') }))

export interface ListedDebtor {
  id: string
  name: string
}

export const toDebtors = (tree: ResultTree): ListedDebtor[] =>
  withIds(tree, 'Id', (id, row) => ({ id, name: childText(row, 'Name') }))

export const toTags = (tree: ResultTree): string[] =>
  rowsOf(tree)
    .map((row) => rawText(row, 'Tag'))
    .filter((tag) => tag !== '')

export interface ListedEmployee {
  number: string
  displayName: string
}

export const toEmployees = (tree: ResultTree): ListedEmployee[] =>
  withIds(tree, 'Id', (_id, row) => ({
    number: childText(row, 'Number'),
    displayName: childText(row, 'DisplayName'),
  }))

/** What stands before `.nmbrs`, whether the address comes whole or in part. */
export const toDomain = (tree: ResultTree): string => (parseDomain(tree) ?? '').replace(/\.nmbrs\..*$/i, '')
