// What Nest injects, by name.
export const INSTALLATION = Symbol('the installation');
export const DEMO_TOKENS = Symbol('the demo tokens');
