import {
  inEach,
  roles,
  rolesOfSomething,
  type Actor,
  type Role,
  type Text,
} from '@rapporteur/kernel';
import { jwtVerify, SignJWT } from 'jose';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { refusedAtTheDoor } from './problem';

const issuer = 'rapporteur:demo';

/** Tokens for made-up offices: anybody at this machine may have any. Never beyond loopback. */
export interface DemoTokens {
  issue(actor: Actor): Promise<string>;
  /** The actor of an `Authorization` header; refuses a missing, forged or expired token. */
  actorOf(header: string | undefined): Promise<Actor>;
}

/** @param secret 32 bytes or more; who has it can be anybody */
export function demoTokens(secret: Uint8Array): DemoTokens {
  return {
    issue: ({ id, role, of }) =>
      new SignJWT({ role, ...(of === undefined ? {} : { of }) })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(issuer)
        .setSubject(id)
        .setIssuedAt()
        .setExpirationTime('12h')
        .sign(secret),
    async actorOf(header) {
      const token = /^Bearer ([\w.-]+)$/.exec(header ?? '')?.[1];
      if (token === undefined) throw refusedAtTheDoor('unauthenticated', missingWords);
      const { payload } = await jwtVerify(token, secret, { issuer, algorithms: ['HS256'] }).catch(
        () => {
          throw refusedAtTheDoor('unauthenticated', badWords);
        },
      );
      const actor = parsedActor({ ...payload, id: payload.sub });
      if (!actor) throw refusedAtTheDoor('unauthenticated', badWords);
      return actor;
    },
  };
}

/** An actor out of `{role, of?, id?}`, or undefined when it names no office. */
export function parsedActor(claims: unknown): Actor | undefined {
  const said = new Map<string, unknown>(isObject(claims) ? Object.entries(claims) : []);
  const role = roles.find((known) => known === said.get('role'));
  const of = said.get('of');
  if (!role || !(of === undefined ? !needsOf(role) : isName(of))) return undefined;
  const party = isName(of) ? { role, of } : { role };
  const id = said.get('id') ?? `demo-${[role, party.of].filter(Boolean).join('-')}`;
  return isName(id) ? { id, ...party } : undefined;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const needsOf = (role: Role): boolean => rolesOfSomething.includes(role);
const isName = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w .:@-]{1,100}$/.test(value);

/** The secret of a data folder, made on first use and readable by its owner alone. */
export async function demoSecret(folder: string): Promise<Uint8Array> {
  const file = path.join(folder, 'demo.secret');
  await mkdir(folder, { recursive: true });
  await writeFile(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 }).catch(
    (error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    },
  );
  return Buffer.from(await readFile(file, 'utf8'), 'hex');
}

const missingSentences = {
  en: 'Send a token as "Authorization: Bearer <token>"; POST /api/demo/token gives one for a made-up office.',
  fr: 'Envoyer un jeton sous la forme «Authorization: Bearer <jeton>»; POST /api/demo/token en donne un pour une fonction fictive.',
  es: 'Envíe un token como «Authorization: Bearer <token>»; POST /api/demo/token da uno para un cargo ficticio.',
};
const badSentences = {
  en: 'The token is forged, expired or of another server; ask POST /api/demo/token for a new one.',
  fr: "Le jeton est falsifié, expiré ou d'un autre serveur; en demander un nouveau à POST /api/demo/token.",
  es: 'El token es falso, ha caducado o es de otro servidor; pida uno nuevo a POST /api/demo/token.',
};
const missingWords: Text = inEach((language) => missingSentences[language]);
const badWords: Text = inEach((language) => badSentences[language]);
