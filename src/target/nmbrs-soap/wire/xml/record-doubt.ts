/**
 * Notes while a record is read tag by tag whether it can be read in one way only: no part of it and no field
 * of a row stands there twice, no element stands inside a text, and no text refers to a character that does
 * not exist.
 */
export class RecordDoubt {
  isDoubtful = false
  /** Then no one can say whose record it is. */
  isIdDoubtful = false
  private readonly parts = new Set<string>()
  private readonly fields = new Set<string>()

  constructor(
    private readonly wanted: readonly string[],
    private readonly idName: string,
  ) {}

  beginRecord(): void {
    this.isDoubtful = false
    this.isIdDoubtful = false
    this.parts.clear()
  }

  beginPart(name: string): void {
    if (!this.parts.has(name)) this.parts.add(name)
    else this.mark(name === this.idName)
  }

  beginRow(): void {
    this.fields.clear()
  }

  /** Wanted fields are told by their name alone, as they are read. */
  beginField(name: string, written: string): void {
    const key = this.wanted.includes(name) ? name : written
    if (this.fields.has(key)) this.isDoubtful = true
    this.fields.add(key)
  }

  mark(isInId: boolean): void {
    this.isDoubtful = true
    this.isIdDoubtful ||= isInId
  }
}
