import { documentOf } from '../../../src/structure/address.ts'
import type { Mark } from '../../charts/marks.ts'
import { valueText } from '../../charts/words.ts'
import { html, type TemplateResult } from '../../parts/html.ts'
import { spanHref } from '../../parts/router.ts'
import { shown } from '../../reader/script.ts'
import { language } from '../../reader/settings.ts'

/** A value as a link to its quote; its datum tells the note what it is. */
export function valueLink(mark: Mark, unusual = false): TemplateResult {
  const { address, span } = mark.provision
  const classes = ['mark', unusual ? 'unusual' : '', mark.extent ? '' : 'wordy'].filter(Boolean).join(' ')
  return html`<a class=${classes} href=${spanHref(documentOf(address), span)} .__data__=${mark}>${shown(valueText(mark.provision, language()))}</a>`
}
