import { describe, expect, it } from '@jest/globals';
import { EventTooLarge, StoreFault, StoreUnavailable } from '@rapporteur/engine';
import { storeError } from './client-errors';

/** An error as grpc raises it, before the client has made one of its own of it. */
const raw = (code: number, details: string): Error =>
  Object.assign(new Error(`${code} ${details}`), { code, details });

describe('an error from below', () => {
  it('stays what it is when it is already one of ours', () => {
    const ours = [new StoreFault('a'), new StoreUnavailable('b'), new EventTooLarge('c', 1)];
    expect(ours.map(storeError)).toEqual(ours);
  });

  it('is understood also when the client passes it on as it came', () => {
    expect(storeError(raw(14, 'No connection established'))).toBeInstanceOf(StoreUnavailable);
    expect(storeError(raw(16, 'Unauthenticated'))).toBeInstanceOf(StoreFault);
    expect(storeError(new Error('Failed to discover after 10 attempts.'))).toBeInstanceOf(
      StoreUnavailable,
    );
    expect(storeError('not even an error')).toBeInstanceOf(StoreUnavailable);
  });

  it('says what to do when the certificate is not trusted', () => {
    const error = storeError(raw(14, 'self-signed certificate in certificate chain'));
    expect(error).toBeInstanceOf(StoreFault);
    expect(error.message).toMatch(/tlsCAFile/);
  });
});
