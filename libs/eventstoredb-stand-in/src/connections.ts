import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The open connections of clients, by the address from which they came. */
export interface Connections {
  readonly port: number;
  /** How many connections are open. */
  count(): number;
  /** Destroys the connection from this address, or all. */
  cut(peer?: string): void;
  close(): Promise<void>;
}

/** Listens on a free port of the loopback and owns every socket, so that it can cut them. */
export async function ownedConnections(accept: (socket: Socket) => void): Promise<Connections> {
  const open = new Map<string, Socket>();
  const server = createServer((socket) => {
    const peer = `${socket.remoteAddress}:${socket.remotePort}`;
    open.set(peer, socket);
    socket.on('close', () => open.delete(peer));
    socket.on('error', () => undefined);
    accept(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const cut = (peer?: string): void => {
    for (const [from, socket] of open) if (peer === undefined || peer === from) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    count: () => open.size,
    cut,
    close: () => {
      cut();
      return closed(server);
    },
  };
}

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => server.close(() => resolve()));
