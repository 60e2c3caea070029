/**
 * The WHATWG decoder as `src` sees it: ES2023 has none, and the package's own types would bring all of Node with them.
 * In Node the package decodes by the standard (Node's own Big5 puts 衞 and 〇 into the private use area);
 * in a browser it hands on the browser's decoder.
 */
declare module '@exodus/bytes/encoding-browser.js' {
  export class TextDecoder {
    constructor(label: string, options?: { fatal?: boolean; ignoreBOM?: boolean })
    /** Throws a TypeError on bytes that are not in the encoding, if `fatal`; with `stream` an unfinished end is no error. */
    decode(bytes: Uint8Array, options?: { stream?: boolean }): string
  }
}

/** Puts the worker's code where pdf.js looks for it (`globalThis.pdfjsWorker`). */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {}
