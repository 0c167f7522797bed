import { checkpointOf, example, log, signers, time, trust, witness } from '../test/sample-log';
import { right } from '../test/right';
import { tree } from '../test/sample-tree';
import { toBase64, utf8 } from './bytes';
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint';
import { isFlaw } from './flaw';
import { emptyRoot, leafHash } from './hashing';
import { parseVerifierKey, verifierOf, type VerifierKey } from './key';
import { parseNote } from './note';
import { cosignerOf, signerOf } from './signature';

const keyOf = (text: string): VerifierKey => right(parseVerifierKey(text));

/*
 * A checkpoint that a log and four witnesses really signed: github.com/florolf/tlog-scales,
 * tests/test_signing.py, TestCheckpointVerification. The first signature is by a key of type 0x05, which
 * is not known here.
 */
const origin = 'arche2025h1.staging.ct.transparency.dev';
const real = `${origin}
1432088532
U7WM79jrzyhGZ5/GUBTpM7NzwdyfFx61t3RovgcC4Ro=

— arche2025h1.staging.ct.transparency.dev zTM8sQAAAZ5W0WdjBAMARjBEAiBjW5IQf9pvsYLfQFX6hoGREPMHbdQ3urbllzalApkptQIgIpwtEroeW2BXaHAI4kJXFbon5Ch9MNL5zRNZ55lvGt0=
— arche2025h1.staging.ct.transparency.dev ui8GwCF1+kWqZrxGdhj4aX3gcw7XUlXQQabg/27lefwhUkzbC3NygNI75MdhL1bfTW9g8Ei59RA23oHP7Ry1k3ZFWwQ=
— transparency.dev/DEV:witness-little-garden 2AQqhwAAAABqEiEgzgFIqqhbUoDwjMWE6UP8nd8/KYTzwZ2rhIgcqoXHAwVkjZr4AscylP3v7sEodkRAErumC2q44vdgJY096st5BQ==
— witness1.smartit.nu/witness1 pIyCDwAAAABqEiEghIp82KWebrw7/oHQwlTAm3g2RKS4+eebl8eO0WH+/iEcxZ75W3u5hNI7TOQtmJbqmNWVuE0tgh0XwzdZsDsUAQ==
— remora.n621.de 2net5wAAAABqEiEgPlfF3V06o0Y+fHM+J5J9s27wgxxcOVSpZ/2g/KSiXCg9DEZI+aVCIobWX9sXTynk5XeU/zZ0WBxtqB0DrAWfBw==
— witness.stagemole.eu Z/euoAAAAABqEiEgw0i+7g2ENfDAWHmtRzCfKTHSDwYDJA2NmKeGi9Y8FtEyOUvVr+AJmIY/2TUFucgKi7lI7cUiOvKFYe/TmN9DAg==
`;
const realLog = keyOf(
  'arche2025h1.staging.ct.transparency.dev+ba2f06c0+AU0vHmlGCS/PdN8b2OaGmKprLI8HKM+dJ472xgFYh15f',
);
/* As the witnesses publish them (transparency.dev/witnesses, remora.n621.de, witness1.smartit.nu). */
const realWitnesses = [
  'remora.n621.de+da77ade7+BOvN63jn/bLvkieywe8R6UYAtVtNbZpXh34x7onlmtw2',
  'witness.stagemole.eu+67f7aea0+BEqSG3yu9YrmcM3BHvQYTxwFj3uSWakQepafafpUqklv',
  'transparency.dev/DEV:witness-little-garden+d8042a87+BCtusOxINQNUTN5Oj8HObRkh2yHf/MwYaGX4CPdiVEPM',
  'witness1.smartit.nu/witness1+a48c820f+BPSFWg9G6KPiO7QPryYO5Xq4oYJJ+kAvLKLSimDhoxMO',
].map(keyOf);

describe('a checkpoint', () => {
  it('is read and written as in the specification', () => {
    const { text } = right(parseNote(example));
    const checkpoint = right(parseCheckpoint(text));
    expect(checkpoint).toMatchObject({
      origin: 'example.com/behind-the-sofa',
      size: 20_852_163,
      extensions: [],
    });
    expect(formatCheckpoint(checkpoint)).toBe(text);
    // golang.org/x/mod, sumdb/tlog/note_test.go.
    const golden =
      'go.sum database tree\n123456789012\nTszzRgjTG6xce+z2AG31kAXYKBgQVtCSCE40HmuwBb0=\n';
    const [size, root] = [123_456_789_012, leafHash(utf8('hello world'))];
    const tip = { origin: 'go.sum database tree', size, root, extensions: [] };
    expect(formatCheckpoint(tip)).toBe(golden);
    expect(parseCheckpoint(golden)).toEqual(tip);
    expect(parseCheckpoint(`${golden}JOE\nmore\n`)).toEqual({
      ...tip,
      extensions: ['JOE', 'more'],
    });
  });

  it('of a real log is checked, with the cosignatures of real witnesses', () => {
    const opened = right(
      openCheckpoint(real, { origin, logKeys: [realLog], witnesses: realWitnesses }),
    );
    expect(opened.checkpoint.size).toBe(1_432_088_532);
    expect(opened.signed).toEqual([{ key: realLog }]);
    expect(opened.cosigned.map(({ key, time: at }) => [key.name, at])).toEqual([
      ['transparency.dev/DEV:witness-little-garden', 1_779_573_024],
      ['witness1.smartit.nu/witness1', 1_779_573_024],
      ['remora.n621.de', 1_779_573_024],
      ['witness.stagemole.eu', 1_779_573_024],
    ]);
    expect(opened.unknown.map(({ id }) => id)).toEqual(['cd333cb1']);
  });

  it('with another size, root or time of a cosignature is refused', () => {
    const known = { origin, logKeys: [realLog], witnesses: realWitnesses };
    const refused = (changed: string) => {
      expect(changed).not.toBe(real);
      expect(openCheckpoint(changed, known)).toMatchObject({ code: 'note.signature' });
    };
    refused(real.replace('1432088532', '1432088533'));
    refused(real.replace('U7WM79', 'U7WM78'));
    // One second later, in the cosignature of one witness: the message names that witness.
    const later = real.replace('2net5wAAAABqEiEg', '2net5wAAAABqEiEh');
    refused(later);
    expect(openCheckpoint(later, known)).toMatchObject({ facts: { name: 'remora.n621.de' } });
    expect(openCheckpoint(later, { origin, logKeys: [realLog] })).toMatchObject({ cosigned: [] });
  });

  it('has cosignatures framed as in the specification', () => {
    const [, cosignature] = right(parseNote(example)).signatures;
    const { id, signature } = cosignature!;
    expect([id, signature.length]).toEqual(['8d66cf3f', 8 + 64]);
    expect(Buffer.from(signature).readBigUInt64BE()).toBe(1_679_315_147n);
  });

  it('is refused in any other spelling, and the line is named', () => {
    const root = toBase64(right(tree.root(5)));
    const wrong: readonly (readonly [string, object])[] = [
      [`log\n5\n${root}`, { code: 'note.end' }],
      [`log\n5\n`, { code: 'checkpoint.lines', facts: { found: 2 } }],
      [`\n5\n${root}\n`, { code: 'checkpoint.emptyLine', facts: { line: 1 } }],
      [`log\n5\n${root}\n\nmore\n`, { code: 'checkpoint.emptyLine', facts: { line: 4 } }],
      ...['05', '+5', '-5', '5 ', '0x5', '1e3', '５', '9007199254740992', '99999999999999999'].map(
        (found) =>
          [
            `log\n${found}\n${root}\n`,
            { code: 'checkpoint.size', facts: { line: 2, found } },
          ] as const,
      ),
      ...[root.slice(4), `${root.slice(0, -1)}`, `AAAA${root}`, 'root', root.replace('+', '-')]
        .filter((found) => found !== root)
        .map(
          (found) =>
            [`log\n5\n${found}\n`, { code: 'checkpoint.root', facts: { line: 3, found } }] as const,
        ),
      [
        `log\n0\n${root}\n`,
        { code: 'checkpoint.emptyRoot', facts: { expected: toBase64(emptyRoot()) } },
      ],
    ];
    for (const [text, flaw] of wrong) expect(parseCheckpoint(text)).toMatchObject(flaw);
    expect(parseCheckpoint(`log\n0\n${toBase64(emptyRoot())}\n`)).toMatchObject({ size: 0 });
  });

  it('counts for the log that it names, by a key of that log', () => {
    const signed = right(signCheckpoint(checkpointOf(9), signers));
    expect(openCheckpoint(signed, trust)).toMatchObject({
      checkpoint: checkpointOf(9),
      cosigned: [{ time }],
      unknown: [],
    });
    expect(openCheckpoint(signed, { ...trust, origin: 'example.org/other' })).toMatchObject({
      code: 'checkpoint.origin',
      facts: { expected: 'example.org/other', found: 'example.org/log' },
    });
    const byWitness = right(signCheckpoint(checkpointOf(9), [cosignerOf(witness, time)]));
    expect(openCheckpoint(byWitness, trust)).toMatchObject({
      code: 'note.unknownSigners',
      facts: { expected: expect.stringContaining('example.org/log+') },
    });
    // A log's key is never a witness, nor the other way round.
    const turned = { ...trust, witnesses: [verifierOf(witness)] };
    expect(openCheckpoint(signed, turned)).toMatchObject({ code: 'key.type' });
    const witnessAsLog = { ...trust, logKeys: [verifierOf(log, 'cosignature/v1')] };
    expect(openCheckpoint(signed, witnessAsLog)).toMatchObject({ code: 'key.type' });
  });

  it('is not taken over from a text that was signed as something else', () => {
    const signed = right(signCheckpoint(checkpointOf(9), [signerOf(witness), signerOf(log)]));
    const asCosignature = right(parseNote(signed)).signatures.map(({ signature }) => signature);
    const key = trust.witnesses![0]!;
    const forged = `${signed}— ${key.name} ${Buffer.concat([
      Buffer.from(key.id, 'hex'),
      Buffer.alloc(8),
      asCosignature[0]!,
    ]).toString('base64')}\n`;
    expect(openCheckpoint(forged, trust)).toMatchObject({ code: 'note.signature' });
    const beyond = `${signed}— ${key.name} ${Buffer.concat([
      Buffer.from(key.id, 'hex'),
      Buffer.alloc(8, 0xff),
      asCosignature[0]!,
    ]).toString('base64')}\n`;
    expect(openCheckpoint(beyond, trust)).toMatchObject({ code: 'cosignature.time' });
  });

  it('that could not be read again is not signed', () => {
    const bad = [
      { ...checkpointOf(9), size: -1 },
      { ...checkpointOf(9), size: 1.5 },
      { ...checkpointOf(9), root: new Uint8Array(31) },
      { ...checkpointOf(9), origin: '' },
      { ...checkpointOf(9), origin: 'a\n1' },
      { ...checkpointOf(9), extensions: [''] },
      { ...checkpointOf(9), extensions: ['a\rb'] },
      { ...checkpointOf(0), root: right(tree.root(1)) },
    ];
    for (const checkpoint of bad) expect(isFlaw(signCheckpoint(checkpoint, signers))).toBe(true);
  });
});
