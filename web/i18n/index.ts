import type { Topic } from '../../src/types.ts'
import { shown } from '../reader/script.ts'
import { language } from '../reader/settings.ts'
import { en } from './en.ts'
import { zh } from './zh.ts'

/**
 * Words of the interface. `t('articles', {n: 3})` fills `{n}`; Chinese comes in the reader's script.
 * A view may keep words of its own beside it: `const t = dictionary(zh, en)`.
 */
export function dictionary<Key extends string>(zh: Record<Key, string>, en: Record<Key, string>) {
  return (key: Key, values: Record<string, string | number> = {}): string => {
    const template = language() === 'en' ? en[key] : shown(zh[key])
    return template.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}

export const t = dictionary<keyof typeof zh>(zh, en)

/** A topic's label in the reader's language and script. */
export function topicLabel(topic: Pick<Topic, 'zh' | 'en'>): string {
  if (language() !== 'en' || !topic.en) return shown(topic.zh)
  return topic.en[0]!.toUpperCase() + topic.en.slice(1)
}

/** Whole numbers with a thin grouping; the same in both languages. */
export function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
}

export function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
