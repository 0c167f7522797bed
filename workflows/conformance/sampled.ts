import { isJsonObject, plusDays, type Json, type JsonObject } from '@rapporteur/kernel';

/** Chooses a number below a bound; where a walk takes all its choices from. */
export type Choose = (below: number) => number;

/** What a sampled payload may speak of: the day, and the cases that there are, by procedure. */
export interface Talk {
  readonly choose: Choose;
  /** ISO date. */
  readonly today: string;
  casesOf(procedure: string): readonly string[];
}

/** A value that a JSON schema admits, speaking of what there is where its name says so. */
export function sampled(schema: JsonObject, talk: Talk): JsonObject {
  const defs = isJsonObject(schema['$defs']) ? schema['$defs'] : {};
  const value = valueOf('', schema, { talk, defs });
  return isJsonObject(value) ? value : {};
}

interface Sampling {
  readonly talk: Talk;
  readonly defs: JsonObject;
}

function valueOf(name: string, schema: JsonObject, sampling: Sampling): Json {
  const { talk, defs } = sampling;
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const target = defs[reference.replace('#/$defs/', '')];
    return valueOf(name, isJsonObject(target) ? target : {}, sampling);
  }
  const allowed = schema['enum'];
  if (Array.isArray(allowed)) return allowed[talk.choose(allowed.length)] ?? null;
  const sample = samples[String(schema['type'])] ?? textOf;
  return sample(name, schema, sampling);
}

type Sample = (name: string, schema: JsonObject, sampling: Sampling) => Json;

const numberOf: Sample = (_name, { minimum }, { talk }) => Number(minimum ?? 0) + talk.choose(5);

const samples: Readonly<Record<string, Sample>> = {
  object: (_name, schema, sampling) => objectOf(schema, sampling),
  array: (name, schema, sampling) => listOf(name, schema, sampling),
  boolean: (_name, _schema, { talk }) => talk.choose(2) === 1,
  integer: numberOf,
  number: numberOf,
};

function objectOf(schema: JsonObject, sampling: Sampling): JsonObject {
  const properties = isJsonObject(schema['properties']) ? schema['properties'] : {};
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const members = Object.entries(properties).flatMap(([name, inner]) => {
    if (!isJsonObject(inner)) return [];
    const isGiven = required.includes(name) || sampling.talk.choose(3) === 0;
    return isGiven ? [[name, valueOf(name, inner, sampling)] as const] : [];
  });
  return Object.fromEntries(members);
}

function listOf(name: string, schema: JsonObject, sampling: Sampling): Json {
  const items = isJsonObject(schema['items']) ? schema['items'] : {};
  const least = Number(schema['minItems'] ?? 0);
  const count = least + sampling.talk.choose(3);
  const found = Array.from({ length: count }, () => valueOf(name, items, sampling));
  const isOnce = schema['uniqueItems'] === true || name !== 'spans';
  return isOnce ? [...new Map(found.map((each) => [JSON.stringify(each), each])).values()] : found;
}

const members = ['RUS', 'BRA', 'IND', 'EU'];
const meant: Readonly<Record<string, readonly string[]>> = {
  members,
  proponents: members,
  by: members,
  byMember: members,
  reservers: members,
  sponsors: members,
  paras: ['1', '2', '3', '4', '5', '6', '7'],
  holderRef: ['HOLDER-A', 'HOLDER-B'],
  body: ['generalCouncil', 'workingGroup', 'servicesCouncil', 'tripsCouncil'],
  month: ['2018-07', '2018-12', '2019-07'],
  answered: ['q1', 'q2'],
  question: ['q1', 'q2'],
  id: ['q1', 'q2'],
};
const casesMeant: Readonly<Record<string, string>> = {
  meetingId: 'meeting',
  meetingIds: 'meeting',
  toMeeting: 'meeting',
  meeting: 'meeting',
  topicIds: 'topic',
  into: 'topic',
  children: 'topic',
  reportId: 'report',
  reviewId: 'review',
  reviewIds: 'review',
  referralId: 'referral',
  session: 'session',
};

function textOf(
  name: string,
  schema: JsonObject,
  { talk: { choose, today, casesOf } }: Sampling,
): string {
  if (schema['format'] === 'date') return plusDays(today, choose(60) - 20);
  const cases = casesMeant[name] === undefined ? [] : casesOf(casesMeant[name]);
  // Now and then one that nobody has recorded.
  const found = cases[choose(cases.length + 1)];
  if (found !== undefined) return found.slice(found.indexOf('/') + 1);
  const texts = meant[name];
  return texts?.[choose(texts.length)] ?? 'xxx';
}
