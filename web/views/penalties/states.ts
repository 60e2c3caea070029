import { groupBy } from '../../../src/group.ts'
import { provinceOfCity } from '../../../src/lexicon/cities.ts'
import type { ActSummary } from '../../../src/penalties/summary.ts'
import type { SitePenalty } from '../../../src/site-types.ts'
import { p } from '../../i18n/penalties.ts'
import type { Site } from '../../parts/data.ts'
import { html, nothing, type TemplateResult } from '../../parts/html.ts'
import { placeNameOf } from '../../parts/places.ts'
import { spanHref, unitHref } from '../../parts/router.ts'
import { signText } from '../../parts/signs.ts'
import { shown } from '../../reader/script.ts'
import { SILENT } from './matrix.ts'

const TILES = ['punished-state', 'unfined-state', ...SILENT] as const
type Tile = (typeof TILES)[number]

/** A tile for each document, by province: how it stands to the act. */
export function stateTiles(summary: ActSummary<SitePenalty>, data: Site): TemplateResult {
  const tiles = summary.states.flatMap(({ regulation, state, addresses }) => {
    const document = data.byId.get(regulation)
    if (!document) return []
    const tile: Tile =
      state !== 'punished' ? state : summary.unfined.includes(regulation) ? 'unfined-state' : 'punished-state'
    const row = summary.rows.get(regulation)?.[0]
    const address = addresses[0]
    const link = row ? spanHref(regulation, row.span) : address ? unitHref(address) : null
    const province = provinceOfCity(document.province ?? document.place) ?? p('other-province')
    return [{ tile, link, province, place: shown(placeNameOf(data, document)) }]
  })
  const order = ({ tile }: (typeof tiles)[number]) => TILES.indexOf(tile)
  const provinces = [...groupBy(tiles, ({ province }) => province)].sort(
    ([, a], [, b]) => b.length - a.length,
  )
  const used = TILES.filter(tile => tiles.some(each => each.tile === tile))
  return html`<p class="matrix-legend small">${used.map(
    tile =>
      html`<span><span class=${`tile sample-tile ${tile}`} aria-hidden="true">${signOf(tile)}</span> ${p(tile)} ${tiles.filter(each => each.tile === tile).length}</span>`,
  )}</p>
  <dl class="tiles">${provinces.map(
    ([province, own]) => html`<div><dt>${shown(province)}</dt>
      <dd><ul>${own.toSorted((a, b) => order(a) - order(b)).map(each => html`<li>${tileOf(each)}</li>`)}</ul></dd></div>`,
  )}</dl>`
}

function signOf(tile: Tile): string {
  return tile === 'punished-state' || tile === 'unfined-state' ? '' : signText(tile)
}

function tileOf({ tile, link, place }: { tile: Tile; link: string | null; place: string }): TemplateResult {
  const content = html`<span aria-hidden="true">${signOf(tile)} </span>${place}<span class="visually-hidden"> ${p(tile)}</span>`
  return link
    ? html`<a class=${`tile ${tile}`} href=${link} title=${p(tile)}>${content}</a>`
    : html`<span class=${`tile ${tile}`} title=${p(tile) || nothing}>${content}</span>`
}
