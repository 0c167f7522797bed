import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** A way to a node on which the other side can fall silent, as behind a firewall that forgot. */
export interface SilentLink {
  readonly port: number;
  /** Nothing passes any more on the connections of now, which stay open; new ones are not harmed. */
  fallSilent(): void;
  /** How many connections have been made so far. */
  count(): number;
  close(): Promise<void>;
}

export async function silentLink(to: number): Promise<SilentLink> {
  const pairs = new Set<readonly [Socket, Socket]>();
  let count = 0;
  const server = createServer((near) => {
    count += 1;
    const far = connect(to, '127.0.0.1');
    const pair = [near, far] as const;
    pairs.add(pair);
    near.pipe(far).pipe(near);
    for (const socket of pair) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        pairs.delete(pair);
        pair.forEach((each) => each.destroy());
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    fallSilent: () => {
      for (const [near, far] of pairs) {
        near.unpipe(far);
        far.unpipe(near);
        // What comes is taken and dropped: the sender's buffers do not fill up.
        near.resume();
        far.resume();
      }
    },
    count: () => count,
    close: async () => {
      for (const [near] of pairs) near.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
