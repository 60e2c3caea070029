// Pages import their styles; tests that render one need to know that they may.
declare module '*.css'
