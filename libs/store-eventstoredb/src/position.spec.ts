import { describe, expect, it } from '@jest/globals';
import { StoreFault } from '@rapporteur/engine';
import { comparePositions, logPosition, positionText } from './position';

describe('a position', () => {
  it('is ordered as integers, not as text, and beyond what a number holds', () => {
    expect(comparePositions('9/9', '10/10')).toBeLessThan(0);
    expect(comparePositions('10/10', '9/9')).toBeGreaterThan(0);
    expect(comparePositions('18446744073709551614/1', '18446744073709551615/1')).toBeLessThan(0);
    expect(comparePositions('10/9', '10/10')).toBeLessThan(0);
    expect(comparePositions('10/10', '10/10')).toBe(0);
  });

  it('comes back from its text', () => {
    const position = { commit: 18446744073709551615n, prepare: 0n };
    expect(logPosition(positionText(position))).toEqual(position);
  });

  it.each(['', '7', '1/', '-1/-1', '1/1/1', ' 1/1', '1.5/1', '0x1/1'])(
    '%j: is refused, as another store may have given it',
    (position) => {
      expect(() => logPosition(position)).toThrow(StoreFault);
    },
  );
});
