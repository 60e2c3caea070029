import { load } from 'cheerio/slim'
import { type AnyNode, type Document, type Element, isTag, type ParentNode } from 'domhandler'
import { Parser, type TokenHandler, Tokenizer, type TokenizerOptions } from 'parse5'
import { adapter } from 'parse5-htmlparser2-tree-adapter'
import { ReadError, tooLarge } from './error.ts'
import { DEEPEST_ELEMENT, LONGEST_PAGE, MOST_ATTRIBUTES } from './thresholds.ts'
import { type Counted, countIn } from './xml.ts'

/**
 * The tree that a browser would build, without what a reader never sees: scripts, styles, controls, hidden parts, navigation.
 * `counted` are the elements that were read before of the same file.
 */
export function parseHtml(
  html: string,
  counted: Counted = { elements: 0, attributes: 0 },
): { body: Element; title: string } {
  if (html.length > LONGEST_PAGE)
    throw tooLarge(`has ${html.length} characters; at most ${LONGEST_PAGE} of a page are read`)
  const document = treeOf(html, counted)
  const $ = load(document)
  const title = $('title').first().text().trim()
  const hidden = $('[style]').filter((_, element) => HIDDEN.test($(element).attr('style') ?? ''))
  leaveOut(document, new Set<AnyNode>([...$(UNSEEN), ...hidden]))
  const body = $('body')[0]
  if (!body)
    throw new ReadError(
      'html-no-text',
      'the page is a frame set without text; save the page inside the frame',
    )
  return { body, title }
}

const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden/i

/** Takes nodes out of the tree, each parent's children at once: one by one they would be looked for each time. */
function leaveOut(parent: ParentNode, unseen: Set<AnyNode>): void {
  parent.children = parent.children.filter(child => !unseen.has(child))
  for (const child of parent.children) if (isTag(child)) leaveOut(child, unseen)
}

const UNSEEN = [
  'script, style, noscript, template, iframe, object, embed, audio, video, canvas, svg, map',
  'nav, aside, select, button, input, textarea, datalist, dialog, rt, rp',
  '[hidden], [aria-hidden="true"], [role="navigation"], [role="search"], [role="banner"], [role="contentinfo"]',
].join(', ')

/** The tree, refused while it is built where it has more elements, or deeper ones, than any real page. */
function treeOf(html: string, counted: Counted): Document {
  const parser = new Parser({ treeAdapter: bounded(counted) })
  // The parser asks for all attributes of an element at each of them; so they are counted where they are read.
  parser.tokenizer = new BoundedTokenizer(parser.options, parser, counted)
  parser.tokenizer.write(html, true)
  return parser.document as Document
}

class BoundedTokenizer extends Tokenizer {
  readonly #counted: Counted

  constructor(options: TokenizerOptions, handler: TokenHandler, counted: Counted) {
    super(options, handler)
    this.#counted = counted
  }

  protected override _createAttr(first: string): void {
    const token = this.currentToken
    if (token && 'attrs' in token && token.attrs.length >= MOST_ATTRIBUTES)
      throw tooLarge(`has an element of more than ${MOST_ATTRIBUTES} attributes`)
    countIn(this.#counted, { attributes: 1 })
    super._createAttr(first)
  }
}

function bounded(counted: Counted): typeof adapter {
  let depth = 0
  return {
    ...adapter,
    createElement(name, namespace, attributes) {
      countIn(counted, { elements: 1 })
      return adapter.createElement(name, namespace, attributes)
    },
    createCommentNode(data) {
      countIn(counted, { elements: 1 })
      return adapter.createCommentNode(data)
    },
    onItemPush() {
      if (++depth > DEEPEST_ELEMENT)
        throw new ReadError(
          'html-too-deep',
          `elements nested deeper than ${DEEPEST_ELEMENT}; open the page and save its text`,
        )
    },
    onItemPop() {
      depth--
    },
  }
}
