import { isIn, type Entry, type Moment, type Procedure } from '@rapporteur/kernel';

/** What walks through the machines have seen so far, and where there is more to see. */
export interface Explored {
  /** Takes a step of a case that a walk has taken. */
  note(procedure: Procedure, entry: Entry): void;
  /** The types of step worth trying from here: untried ones, or the first of a way to some. */
  worthTrying(procedure: Procedure, moment: Moment): ReadonlySet<string>;
  /** The transitions that no walk has taken, as `procedure: state on step`. */
  missing(procedures: readonly Procedure[]): readonly string[];
}

/** A kind of moment that walks have met, and where each step has led from it. */
interface Place {
  readonly moment: Moment;
  readonly led: Map<string, string>;
  /** How often each step was taken from here. */
  readonly tried: Map<string, number>;
}

/** As often a step is tried from one place, in the hope of another of its alternatives. */
const mostTries = 4;

export function explored(): Explored {
  /** By procedure: its transitions that no walk has taken. */
  const left = new Map<string, Map<string, Unseen>>();
  const places = new Map<string, Place>();

  const placeOf = (procedure: Procedure, moment: Moment): Place => {
    const key = placeKey(procedure, moment);
    const place = places.get(key) ?? { moment, led: new Map(), tried: new Map() };
    places.set(key, place);
    return place;
  };

  const leftOf = (procedure: Procedure): Map<string, Unseen> => {
    const unseen = left.get(procedure.id) ?? allUnseen(procedure);
    left.set(procedure.id, unseen);
    return unseen;
  };

  /** Steps that have transitions not taken yet, and have not often been tried from this place. */
  function untried(procedure: Procedure, { moment, tried }: Place): ReadonlySet<string> {
    const here = [...leftOf(procedure).values()].filter(
      ({ path, type }) =>
        (tried.get(type) ?? 0) < mostTries && (path === procedure.id || isIn(moment.value, path)),
    );
    return new Set(here.map(({ type }) => type));
  }

  return {
    note(procedure, { step: { type, occurredOn, data }, before, after }) {
      procedure.interpreter
        .chosen(before, { type, occurredOn, data })
        .forEach((chosen) => leftOf(procedure).delete(chosen));
      const place = placeOf(procedure, before);
      placeOf(procedure, after);
      place.led.set(type, placeKey(procedure, after));
      place.tried.set(type, (place.tried.get(type) ?? 0) + 1);
    },
    worthTrying(procedure, moment) {
      if (leftOf(procedure).size === 0) return new Set();
      const place = placeOf(procedure, moment);
      const here = untried(procedure, place);
      return here.size > 0
        ? here
        : wayFrom(place, places, (there) => untried(procedure, there).size > 0);
    },
    missing: (procedures) =>
      procedures.flatMap((procedure) =>
        [...leftOf(procedure).keys()].map((name) => `${procedure.id}: ${name}`),
      ),
  };
}

/** The first step of a shortest known way to a place that is worth going to. */
function wayFrom(
  start: Place,
  places: ReadonlyMap<string, Place>,
  isWorth: (place: Place) => boolean,
): ReadonlySet<string> {
  const pending = [...start.led].map(([first, key]) => ({ first, key }));
  const seen = new Set<string>();
  for (const { first, key } of pending) {
    const place = places.get(key);
    if (!place || seen.has(key)) continue;
    seen.add(key);
    if (isWorth(place)) return new Set([first]);
    pending.push(...[...place.led.values()].map((next) => ({ first, key: next })));
  }
  return new Set();
}

/** A transition that no walk has taken: from where, on which step. */
interface Unseen {
  readonly path: string;
  readonly type: string;
}

function allUnseen({ interpreter }: Procedure): Map<string, Unseen> {
  const unseen = interpreter.transitions.map((name): [string, Unseen] => {
    const [path = '', rest = ''] = name.split(' on ');
    return [name, { path, type: rest.split(' ')[0] ?? '' }];
  });
  return new Map(unseen);
}

/** A state, with those words of the context that guards may ask for: `vacant` with `blocked`. */
function placeKey({ id }: Procedure, { value, context }: Moment): string {
  const words = Object.entries(context).filter(
    ([, said]) => typeof said === 'boolean' || (typeof said === 'string' && isWord(said)),
  );
  const known = Object.keys(context).filter((name) => context[name] !== null);
  return JSON.stringify([id, value, words, known]);
}

const isWord = (said: string): boolean => /^[a-z][a-zA-Z]{2,}$/.test(said);
