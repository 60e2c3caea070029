import { html } from '../parts/html.ts'
import type { View } from './view.ts'
export const view: View = () => ({ title: 'pair', content: html`<h1 tabindex="-1">…</h1>` })
