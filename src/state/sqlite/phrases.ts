import type Database from 'better-sqlite3'
import { InternalError } from '../../domain/errors.js'
import { prepareFirst, prepareWrite, query, type Bind } from './prepare.js'

/** Texts differ by field list and by message, not by person: this many is far more than there are. */
const remembered = 10_000

/** Texts kept once, with a number that rows refer to. */
export class Phrases {
  readonly #ids = new Map<string, number>()
  readonly #texts = new Map<number, string>()
  readonly #findId
  readonly #findText
  readonly #insert

  constructor(sqlite: Database.Database) {
    this.#findId = prepareFirst(sqlite, (bind: Bind<{ text: string }>) =>
      query.selectFrom('phrase').select('id').where('text', '=', bind('text')),
    )
    this.#findText = prepareFirst(sqlite, (bind: Bind<{ id: number }>) =>
      query.selectFrom('phrase').select('text').where('id', '=', bind('id')),
    )
    this.#insert = prepareWrite(sqlite, (bind: Bind<{ text: string }>) =>
      query.insertInto('phrase').values({ text: bind('text') }),
    )
  }

  /** The number of a text, which is stored when it is new. Only inside a transaction. */
  ensureId(text: string): number {
    const known = this.#ids.get(text)
    if (known !== undefined) return known
    const id = this.#findId({ text })?.id ?? this.#insert({ text }).rowId
    this.#remember(id, text)
    return id
  }

  /** The text of a number that a row refers to. */
  getText(id: number): string {
    const known = this.#texts.get(id)
    if (known !== undefined) return known
    const row = this.#findText({ id })
    if (row === undefined) throw new InternalError(`phrase ${id} is missing from the state file`)
    this.#remember(id, row.text)
    return row.text
  }

  /** Forgets what is remembered in memory: after a rollback a number may come to mean another text. */
  forget(): void {
    this.#ids.clear()
    this.#texts.clear()
  }

  #remember(id: number, text: string): void {
    if (this.#ids.size >= remembered) this.forget()
    this.#ids.set(text, id)
    this.#texts.set(id, text)
  }
}
