import { load } from 'cheerio/slim'
import type { Document, Element } from 'domhandler'
import { parse } from 'parse5'
import { adapter } from 'parse5-htmlparser2-tree-adapter'
import { ReadError } from './error.ts'
import { DEEPEST_ELEMENT } from './thresholds.ts'

/** The tree that a browser would build, without what a reader never sees: scripts, styles, controls, hidden parts, navigation. */
export function parseHtml(html: string): { body: Element; title: string } {
  const document = parse(html, { treeAdapter: shallow() }) as Document
  const $ = load(document)
  const title = $('title').first().text().trim()
  $(UNSEEN).remove()
  $('[style]')
    .filter((_, element) =>
      /display\s*:\s*none|visibility\s*:\s*hidden/i.test($(element).attr('style') ?? ''),
    )
    .remove()
  const body = $('body')[0]
  if (!body)
    throw new ReadError(
      'html-no-text',
      'the page is a frame set without text; save the page inside the frame',
    )
  return { body, title }
}

const UNSEEN = [
  'script, style, noscript, template, iframe, object, embed, audio, video, canvas, svg, map',
  'nav, aside, select, button, input, textarea, datalist, dialog, rt, rp',
  '[hidden], [aria-hidden="true"], [role="navigation"], [role="search"], [role="banner"], [role="contentinfo"]',
].join(', ')

/** The tree builder, refusing a page nested deeper than any real one. */
function shallow(): typeof adapter {
  let depth = 0
  return {
    ...adapter,
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
