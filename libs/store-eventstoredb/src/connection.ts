import { EventStoreDBClient, type Credentials } from '@eventstore/db-client';
import { StoreFault } from '@rapporteur/engine';

/** One client, and the credentials with which its appends go one call each. */
export interface Connection {
  readonly client: EventStoreDBClient;
  readonly credentials: Credentials | undefined;
}

const example =
  'esdb://user:password@host:2113?tls=true&tlsCAFile=ca.crt, or esdb://host:2113?tls=false for an ' +
  'insecure node; several hosts, separated by commas, for a cluster';

/**
 * Makes a client; it connects when first used.
 * @throws StoreFault that says what a right connection string looks like, and repeats no password
 */
export function connect(connectionString: string): Connection {
  const refused = trapIn(connectionString);
  if (refused !== undefined) throw new StoreFault(`the connection string ${refused}`);
  try {
    const client = EventStoreDBClient.connectionString(connectionString);
    return { client, credentials: credentialsIn(connectionString) };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // The client quotes the place where it stumbled, which may be within the password.
    const expected = /, expected (.*?)\.?$/s.exec(message)?.[1];
    const reason = expected === undefined ? message : `expected ${expected}`;
    throw new StoreFault(
      `this is not a connection string of EventStoreDB: ${reason}. It reads like ${example}`,
    );
  }
}

/** What the client accepts and then gets wrong. */
function trapIn(connectionString: string): string | undefined {
  const [, password = ''] = userAndPassword(connectionString);
  if (password.includes(':')) return 'has a : in its password, which has to be written %3A';
  const options = optionsIn(connectionString);
  const trap = traps.find(([name, value]) => options.get(name) === value);
  if (trap) return trap[2];
  const seeds = /^esdb\+discover:\/\/([^/?]*)/.exec(connectionString.trim())?.[1] ?? '';
  return seeds.includes(',')
    ? 'names several hosts after esdb+discover://, of which only the first would be asked: begin ' +
        'it with esdb://, or name the one DNS name of the cluster'
    : undefined;
}

/** [option, value, what is wrong with it] */
const traps: readonly (readonly [string, string, string])[] = [
  [
    'throwonappendfailure',
    'false',
    'must not say throwOnAppendFailure=false: conflicts would pass for success',
  ],
  [
    'keepalivetimeout',
    '-1',
    'must not say keepAliveTimeout=-1: it cuts the connection at the first ping',
  ],
  [
    'keepaliveinterval',
    '-1',
    'must not say keepAliveInterval=-1: a server that falls silent would go unnoticed for long',
  ],
  [
    'tlsverifycert',
    'false',
    'must not say tlsVerifyCert=false: it has no effect; name the authority with tlsCAFile=…',
  ],
];

/**
 * The credentials that make the client send each append as a call of its own (`appends` in the
 * options says why). On an insecure connection they are never sent, so any will do. With TLS and
 * none given (a user certificate, say) there is no such switch, and appends go in batches.
 */
function credentialsIn(connectionString: string): Credentials | undefined {
  const [username, password] = userAndPassword(connectionString);
  if (username !== undefined && password !== undefined) {
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  }
  const insecure = optionsIn(connectionString).get('tls') === 'false';
  return insecure ? { username: 'not sent', password: 'not sent' } : undefined;
}

/** As written in the connection string, still percent-encoded. */
function userAndPassword(connectionString: string): string[] {
  return /^[^:]+:\/\/([^:]+):([^@]+)@/.exec(connectionString.trim())?.slice(1) ?? [];
}

/** The options by name; the client ignores case, `_` and `-` in them. */
function optionsIn(connectionString: string): Map<string, string> {
  const query = connectionString.trim().split('?').slice(1).join('&');
  const pairs = query.split('&').map((pair) => pair.split('='));
  return new Map(
    pairs.map(([key = '', value = '']) => [
      key.trim().toLowerCase().replace(/[_-]/g, ''),
      value.trim(),
    ]),
  );
}
