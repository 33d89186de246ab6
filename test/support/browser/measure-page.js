// Runs in the browser that shows a page, so it is plain JavaScript and imports nothing.

/** Words end at blanks, and after the signs where a reader expects a line to end. */
const wordPattern = /[^\s\-–—/]+/g

const findBrokenWords = () => {
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  const broken = []
  while (nodes.nextNode() !== null) {
    const node = nodes.currentNode
    for (const found of node.data.matchAll(wordPattern)) {
      range.setStart(node, found.index)
      range.setEnd(node, found.index + found[0].length)
      const lines = new Set(Array.from(range.getClientRects(), ({ top }) => Math.round(top)))
      if (lines.size > 1) broken.push(found[0])
    }
  }
  return broken
}

const findSpilling = () =>
  Array.from(document.querySelectorAll('td, th, p, li, pre, h1, h2, h3, footer'))
    .filter((box) => box.scrollWidth > box.clientWidth + 1)
    .map((box) => box.textContent.slice(0, 40))

const findRowHead = (row) => {
  const [first] = Array.from(row.cells).filter((cell) => !cell.classList.contains('tick'))
  return first.innerText.split('\n')[0].trim()
}

const rankOf = ({ tagName }) => Number(tagName.slice(1))

// eslint-disable-next-line @typescript-eslint/no-unused-vars -- called by who loads this file
const measurePage = () => ({
  overhang: Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth),
  brokenWords: findBrokenWords(),
  spilling: findSpilling(),
  headings: Array.from(document.querySelectorAll('h1, h2, h3, h4, h5, h6'), rankOf),
  rowHeads: Array.from(document.querySelectorAll('table.rows tbody tr'), findRowHead),
  text: document.body.innerText,
  isStyled: getComputedStyle(document.body).fontSize === '14px',
})
