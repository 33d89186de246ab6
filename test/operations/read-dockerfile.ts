import { readFileSync } from 'node:fs'

export interface Instruction {
  name: string
  text: string
}

/** The instructions of a Dockerfile, stage by stage, with lines that go on put together. */
export const readDockerfile = (file: string): Instruction[][] => {
  const whole = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll(/\s*\\\n\s*/g, ' ')
  const instructions = whole
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Instruction => {
      const parts = /^([A-Z]+) (.*)$/.exec(line)
      if (parts === null) throw new Error(`${file}: no instruction: ${line}`)
      return { name: parts[1]!, text: parts[2]! }
    })
  const starts = instructions.flatMap(({ name }, index) => (name === 'FROM' ? [index] : []))
  return starts.map((start, index) => instructions.slice(start, starts[index + 1]))
}
