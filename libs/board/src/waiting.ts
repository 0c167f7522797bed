import { StoreUnavailable } from '@rapporteur/engine';

/** Those who wait for something to become so. */
export interface Waiting {
  /**
   * Resolves as soon as the condition holds.
   * @param longest in milliseconds
   * @throws what the condition throws; StoreUnavailable when it takes too long
   */
  until(holds: () => boolean, longest?: number): Promise<void>;
  /** Something happened: whoever waits looks again. */
  look(): void;
}

const usualPatience = 10_000;

export function waiting(): Waiting {
  const looks = new Set<() => void>();
  return {
    look: () => [...looks].forEach((look) => look()),
    async until(holds, longest = usualPatience) {
      if (holds()) return;
      await new Promise<void>((resolve, reject) => {
        const end = (settle: () => void) => {
          looks.delete(look);
          clearTimeout(limit);
          settle();
        };
        const look = () => {
          try {
            if (holds()) end(resolve);
          } catch (error) {
            end(() => reject(error));
          }
        };
        const tooLate = new StoreUnavailable('the board is still being built; try again');
        const limit = Number.isFinite(longest)
          ? setTimeout(() => end(() => reject(tooLate)), longest)
          : undefined;
        looks.add(look);
      });
    },
  };
}
