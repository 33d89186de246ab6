import type { NmbrsEmployee } from './data.js'

/** The companies' order is no one's promise: the same every time, and unlike that of ids or names. */
export const inArbitraryOrder = (employees: readonly NmbrsEmployee[]): NmbrsEmployee[] =>
  [...employees].sort((left, right) => scatter(left.id) - scatter(right.id))

const scatter = (id: number): number => Math.imul(id, 0x9e3779b1) >>> 0
