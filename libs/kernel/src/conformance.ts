import { finding, type Finding } from './conformance-finding';
import { graphFindings } from './conformance-graph';
import { guardFindings } from './conformance-guards';
import { machineFindings } from './conformance-machine';
import { nameFindings } from './conformance-names';
import { stateNodes } from './machine';
import { declaredChecks, payloadClasses } from './payload';
import type { Procedure } from './procedure';
import { languages, type Language } from './text';
import { hasWords } from './validation-words';

export type { Finding } from './conformance-finding';

/** Every finding on a definition, as far as the definition itself tells. */
export function conformanceOf(procedure: Procedure): readonly Finding[] {
  return [
    ...languages.flatMap((language) => labelFindings(procedure, language)),
    ...nameFindings(procedure),
    ...machineFindings(procedure.machine),
    ...graphFindings(procedure.machine),
    ...guardFindings(procedure.machine),
    ...payloadFindings(procedure),
  ];
}

/** Everything that a person may be shown has a label in every language, and no label is left over. */
function labelFindings(procedure: Procedure, language: Language): readonly Finding[] {
  const labels = procedure.labels[language];
  const fields = Object.values(procedure.steps)
    .flatMap(({ payload }) => payloadClasses(payload))
    .flatMap(declaredChecks)
    .map(({ property }) => property);
  const wanted = {
    states: stateNodes(procedure.machine).map(({ path }) => path),
    steps: Object.keys(procedure.steps),
    fields: [...new Set(fields)],
  };
  const about = (['states', 'steps', 'fields'] as const).flatMap((kind) => [
    ...wanted[kind]
      .filter((name) => !labels[kind][name]?.trim())
      .map((name) => finding('label.missing', name, `no ${language} label among its ${kind}`)),
    ...Object.keys(labels[kind])
      .filter((name) => !wanted[kind].includes(name))
      .map((name) =>
        finding('label.unused', name, `a ${language} label among its ${kind} is of nothing`),
      ),
  ]);
  const whole = (['title', 'summary'] as const)
    .filter((name) => !labels[name].trim())
    .map((name) => finding('label.missing', name, `no ${language} ${name}`));
  return [...about, ...whole];
}

/** Every check of a payload has words in every language. */
function payloadFindings({ steps }: Procedure): readonly Finding[] {
  return Object.entries(steps).flatMap(([type, { payload }]) =>
    payloadClasses(payload)
      .flatMap(declaredChecks)
      .filter(({ name }) => !unspoken.includes(name) && !hasWords(name))
      .map(({ property, name }) =>
        finding(
          'payload.words',
          `${type} ${property}`,
          `the check ${name} has no words for a person`,
        ),
      ),
  );
}

/** Checks that never fail on their own. */
const unspoken = ['isOptional', 'conditionalValidation', 'nestedValidation'];
