import { refuse, type Citation, type Refusal } from './refusal';
import { inEach, type Language } from './text';

/** The capacities in which an act is done, and two that record or read without one of their own. */
export const roles = [
  'generalCouncil',
  'ministerialConference',
  'body',
  'chair',
  'member',
  'observer',
  'secretariat',
  'clock',
  'auditor',
  'operator',
] as const;
export type Role = (typeof roles)[number];

/** Roles that mean nothing without saying of what: a Member, a body, the chair of a body. */
export const rolesOfSomething: readonly Role[] = ['body', 'chair', 'member', 'observer'];

/** A capacity: `{role: 'member', of: 'RUS'}`, `{role: 'chair', of: 'generalCouncil'}`. */
export type Party = { readonly role: Role; readonly of?: string };

/** Who recorded, in which capacity. */
export type Actor = Party & { readonly id: string };

/** A capacity to act; without `of` it means any Member, any body. */
function covers(by: Party, party: Party): boolean {
  return by.role === party.role && (by.of === undefined || by.of === party.of);
}

const recorders: readonly Role[] = ['secretariat', 'operator'];

/** Whose act a step is; undefined when somebody who records for others has not said whose. */
export function partyOf({ role, of }: Party, onBehalfOf: Party | undefined): Party | undefined {
  if (onBehalfOf || recorders.includes(role)) return onBehalfOf;
  return of === undefined ? { role } : { role, of };
}

/** A step as far as it matters who takes it. */
export interface Act {
  readonly type: string;
  readonly by: readonly Party[];
  readonly cite: Citation;
}

/**
 * Whose act a step is when this actor records it, or a refusal that names whose it is.
 * The secretariat (and the operator, at the store itself) may record any step on somebody's behalf;
 * everybody else acts for themselves alone.
 */
export function actingFor(act: Act, actor: Actor, onBehalfOf?: Party): Party | Refusal | undefined {
  if (onBehalfOf && !act.by.some((by) => covers(by, onBehalfOf))) {
    return refuseActor(act, onBehalfOf);
  }
  if (recorders.includes(actor.role)) return onBehalfOf ?? soleParty(act, actor);
  if (!act.by.some((by) => covers(by, actor))) return refuseActor(act, actor);
  if (onBehalfOf && !covers(onBehalfOf, actor)) return refuseActor(act, actor);
  return undefined;
}

/** The one whose act it must be, when there can be only one and it is not the recorder's own. */
function soleParty(act: Act, actor: Actor): Party | undefined {
  const [party, ...others] = act.by;
  const own = act.by.some((by) => covers(by, actor));
  const isWhole = party && (party.of !== undefined || !rolesOfSomething.includes(party.role));
  return isWhole && others.length === 0 && !own ? party : undefined;
}

const names: Readonly<Record<Language, Readonly<Record<Role, string>>>> = {
  en: {
    generalCouncil: 'the General Council',
    ministerialConference: 'the Ministerial Conference',
    body: 'a body',
    chair: 'the Chair',
    member: 'a Member',
    observer: 'an observer',
    secretariat: 'the Secretariat',
    clock: 'the clock',
    auditor: 'an auditor',
    operator: 'the operator',
  },
  fr: {
    generalCouncil: 'le Conseil général',
    ministerialConference: 'la Conférence ministérielle',
    body: 'un organe',
    chair: 'le Président',
    member: 'un Membre',
    observer: 'un observateur',
    secretariat: 'le Secrétariat',
    clock: "l'horloge",
    auditor: 'un auditeur',
    operator: "l'exploitant",
  },
  es: {
    generalCouncil: 'el Consejo General',
    ministerialConference: 'la Conferencia Ministerial',
    body: 'un órgano',
    chair: 'el Presidente',
    member: 'un Miembro',
    observer: 'un observador',
    secretariat: 'la Secretaría',
    clock: 'el reloj',
    auditor: 'un auditor',
    operator: 'el operador',
  },
};

/** A capacity in words. */
export function partyName(party: Party, language: Language): string {
  const name = names[language][party.role];
  return party.of === undefined ? name : `${name} (${party.of})`;
}

function refuseActor(act: Act, party: Party): Refusal {
  const owners = (language: Language) => act.by.map((by) => partyName(by, language)).join(' / ');
  const who = (language: Language) => partyName(party, language);
  const words = {
    en: `${act.type} is an act of ${owners('en')}; ${who('en')} cannot take it. The Secretariat may record it on their behalf.`,
    fr: `${act.type} est un acte de: ${owners('fr')}; ${who('fr')} ne peut pas l'accomplir. Le Secrétariat peut l'enregistrer en leur nom.`,
    es: `${act.type} es un acto de: ${owners('es')}; ${who('es')} no puede realizarlo. La Secretaría puede registrarlo en su nombre.`,
  };
  return refuse('forbidden', {
    rule: `${act.type}.by`,
    grade: 'structural',
    cite: act.cite,
    message: inEach((language) => words[language]),
  });
}
