import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';

// The built command line as a process of its own, for tests.

const bin = path.resolve(__dirname, '../bin/rapporteur.mjs');

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line to its end. */
export async function rapporteur(
  args: readonly string[],
  environment: Record<string, string>,
  input = '',
): Promise<Ended> {
  const child = spawn(process.execPath, [bin, ...args], { env: clean(environment) });
  const [out, err] = [gather(child, 'stdout'), gather(child, 'stderr')];
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, out: out(), err: err() };
}

export interface ServerProcess {
  readonly url: string;
  readonly output: () => string;
  /** Ends it with a signal; resolves with its exit code when it is gone. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `rapporteur serve` (or another verb that serves) and waits until it is ready. */
export async function serverProcess(
  environment: Record<string, string>,
  verb = 'serve',
): Promise<ServerProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const settings = { PORT: String(port), RAPPORTEUR_AUTH: 'demo', ...environment };
  const child = spawn(process.execPath, [bin, verb], { env: clean(settings) });
  const [out, err] = [gather(child, 'stdout'), gather(child, 'stderr')];
  const gone = new Promise<number | null>((resolve) => child.once('close', resolve));
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${out()}${err()}`);
    if (await isReady(url)) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    output: () => out() + err(),
    end(signal) {
      child.kill(signal);
      return gone;
    },
  };
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

function clean(environment: Record<string, string>): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', ...environment };
}

function gather(child: ChildProcess, stream: 'stdout' | 'stderr'): () => string {
  let text = '';
  child[stream]?.on('data', (chunk: Buffer) => (text += chunk.toString()));
  return () => text;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' ? address?.port : undefined;
      server.close(() => resolve(port ?? 0));
    });
  });
}
