/** Runs work in turn for each name; work under different names runs side by side. */
export interface Turns {
  inTurn<T>(name: string, work: () => Promise<T>): Promise<T>;
}

export function turns(): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    inTurn(name, work) {
      const before = last.get(name) ?? Promise.resolve();
      const mine = before.then(work, work);
      const done = mine.catch(() => {});
      last.set(name, done);
      void done.then(() => last.get(name) === done && last.delete(name));
      return mine;
    },
  };
}
