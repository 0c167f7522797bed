import { took, type Told } from '@rapporteur/kernel';

// Sentences about a document: by default the minutes of a meeting of the General Council.

export const documentName = 'document/wt-gc-m-177';

type When = Parameters<typeof took>[3];
const document = (type: string, data: object, when: When) =>
  took(documentName, `document.${type}`, data, when);

const minutes = {
  symbols: ['WT/GC/M/177'],
  jobNo: '19-4537',
  access: 'restricted',
  kind: 'minutes',
  originalLang: 'en',
};
export const registered = (more: object = {}, when: When = '2019-07-09') =>
  document('registered', { ...minutes, ...more }, when);
export const circulated = (when = '2019-07-09', data: object = {}) =>
  document('circulated', data, when);
export const translated = (lang: string, when = '2019-07-22', more: object = {}) =>
  document('translated', { lang, ...more }, when);
export const derestricted = (when: When, rule = 'period', more: object = {}) =>
  document('derestricted', { rule, ...more }, when);
export const extended = (occurredOn: string, data: object = {}, of = 'RUS') =>
  document('restrictionExtended', data, { occurredOn, onBehalfOf: { role: 'member', of } });
export const revised = (symbol: string, when = '2019-09-10') =>
  document('revised', { symbol }, when);
export const corrected = (symbol: string, more: object = {}, when = '2019-09-10') =>
  document('corrected', { symbol, ...more }, when);
export const supplemented = (symbol: string, when = '2019-09-10') =>
  document('supplemented', { symbol }, when);

/** The two language versions that come after the original. */
export const inThree: readonly Told[] = [translated('fr'), translated('es', '2019-07-29')];
/** Registered and circulated on 9 July 2019, in English. */
export const issued: readonly Told[] = [registered(), circulated()];
export const complete: readonly Told[] = [...issued, ...inThree];

/** The same step, owned up to as irregular under a rule. */
export const irregular = (told: Told, rule: string, reason: string): Told => ({
  ...told,
  proposal: Object.assign({}, told.proposal, { irregularity: { rules: [rule], reason } }),
});
