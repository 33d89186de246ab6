import { readFileSync } from 'node:fs'

import ts from 'typescript'

/** An English sentence that a source file makes. What stands for a value is a word that no sentence has. */
export interface EnglishSentence {
  file: string
  line: number
  text: string
  /**
   * What the sentence is given to: `ConfigError`, `log.warn`, `message`; the empty text when that is not to
   * be seen.
   */
  to: string
}

/** Stands for any value. */
export const aValue = 'x1'

/** Two words at least, and a small letter: no code, no key, no name of a call. */
const isSentence = (text: string): boolean => /\p{L}{2,} \S*\p{Ll}/u.test(text)

/** Every sentence that a file makes, from its literals. What is put together with `+` is one sentence. */
export const findEnglishSentences = (file: string): readonly EnglishSentence[] => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true)
  const found: EnglishSentence[] = []
  const visit = (node: ts.Node): void => {
    const text = readText(node)
    if (text === undefined) {
      ts.forEachChild(node, visit)
      return
    }
    if (isSentence(text)) found.push({ file, line: lineOf(source, node), text, to: findReceiver(node) })
    visitValues(node, visit)
  }
  visit(source)
  return found
}

const lineOf = (source: ts.SourceFile, node: ts.Node): number =>
  source.getLineAndCharacterOfPosition(node.getStart()).line + 1

/**
 * The text of a literal, of a template, or of several with `+` between them; `undefined` for anything else.
 */
const readText = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteralLike(node)) return isPlace(node) ? undefined : node.text
  if (ts.isTemplateExpression(node)) {
    const parts = node.templateSpans.map(({ expression, literal }) => {
      const inner = readText(expression)
      return `${inner ?? aValue}${literal.text}`
    })
    return node.head.text + parts.join('')
  }
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return undefined
  const left = readText(node.left)
  const right = readText(node.right)
  return left === undefined && right === undefined ? undefined : `${left ?? aValue}${right ?? aValue}`
}

/** A module that is named, or a key of an object. */
const isPlace = (node: ts.Node): boolean =>
  ts.isImportDeclaration(node.parent) ||
  ts.isExportDeclaration(node.parent) ||
  ts.isLiteralTypeNode(node.parent) ||
  (ts.isPropertyAssignment(node.parent) && node.parent.name === node)

/** Sentences can stand in the values of a sentence too. */
const visitValues = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  if (ts.isTemplateExpression(node))
    for (const { expression } of node.templateSpans) if (readText(expression) === undefined) visit(expression)
  if (ts.isBinaryExpression(node))
    for (const side of [node.left, node.right]) {
      if (readText(side) === undefined) visit(side)
      else visitValues(side, visit)
    }
}

/** The nearest call, class or key that takes the sentence. */
const findReceiver = (node: ts.Node): string => {
  for (let at = node.parent; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isCallExpression(at) || ts.isNewExpression(at)) {
      if (at.expression === node) return ''
      return ts.isPropertyAccessExpression(at.expression) ? at.expression.name.text : at.expression.getText()
    }
    if (ts.isPropertyAssignment(at)) return at.name.getText()
    if (ts.isVariableDeclaration(at)) return at.name.getText()
    if (ts.isFunctionDeclaration(at)) return at.name?.getText() ?? ''
  }
  return ''
}
