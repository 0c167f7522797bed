import fc from 'fast-check';
import { createHash, randomInt } from 'node:crypto';
import { enochKey, peterKey, peterSecret } from '../test/peter';
import { right } from '../test/right';
import { fromBase64, toBase64 } from './bytes';
import { isFlaw } from './flaw';
import { parseSignerKey, parseVerifierKey, signerKey, verifierOf } from './key';
import { formatNote, openNote, parseNote, parseSignatures, signNote } from './note';
import { cosignerOf, signerOf } from './signature';

const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31));

/* golang.org/x/mod, as in test/peter.ts. */
const text =
  'If you think cryptography is the answer to your problem,\n' +
  "then you don't know what your problem is.\n";
const peterLine =
  '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
const enochLine =
  '— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n';
const note = `${text}\n${peterLine}`;

const peter = right(parseVerifierKey(peterKey));
const enoch = right(parseVerifierKey(enochKey));

describe('a signed note', () => {
  it('is signed as by other implementations', () => {
    const secret = right(parseSignerKey(peterSecret));
    expect(signNote(text, [signerOf(secret)])).toBe(note);
  });

  it('of other implementations is checked', () => {
    expect(openNote(note, [peter])).toEqual({ text, signed: [{ key: peter }], unknown: [] });
    // github.com/C2SP/C2SP, signed-note.md at d4c16da5, "Example".
    const example =
      'This is an example message.\n\n' +
      '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    const key = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
    expect(openNote(example, [right(parseVerifierKey(key))])).toMatchObject({
      text: 'This is an example message.\n',
    });
  });

  it('says which of its keys are known', () => {
    const both = `${note}${enochLine}`;
    const of = (opened: ReturnType<typeof openNote>) => ({
      signed: right(opened).signed.map(({ key }) => key.name),
      unknown: right(opened).unknown.map(({ name, id }) => `${name}+${id}`),
    });
    expect(of(openNote(both, [peter]))).toEqual({
      signed: ['PeterNeumann'],
      unknown: ['EnochRoot+af0cfe78'],
    });
    expect(of(openNote(both, [enoch, peter]))).toEqual({
      signed: ['PeterNeumann', 'EnochRoot'],
      unknown: [],
    });
    expect(of(openNote(`${note}${peterLine}`, [peter])).signed).toEqual(['PeterNeumann']);
    expect(openNote(both, [])).toMatchObject({ code: 'note.unknownSigners' });
    expect(openNote(`${text}\n${enochLine}`, [peter])).toMatchObject({
      code: 'note.unknownSigners',
      facts: { expected: 'PeterNeumann+c74f20a3', found: 'EnochRoot+af0cfe78' },
    });
  });

  it('of a known name by another key is not by the known one', () => {
    const other = right(signerKey('PeterNeumann', createHash('sha256').update('other').digest()));
    const forged = right(signNote(text, [signerOf(other)]));
    expect(openNote(forged, [peter])).toMatchObject({ code: 'note.unknownSigners' });
    const { signatures } = right(parseNote(forged));
    const renamed = signatures.map((line) => ({ ...line, id: peter.id }));
    expect(openNote(formatNote({ text, signatures: renamed }), [peter])).toMatchObject({
      code: 'note.signature',
      facts: { name: 'PeterNeumann', id: 'c74f20a3' },
    });
  });

  it('is refused for one wrong signature by a known key, though another be right', () => {
    const wrong = enochLine.replace('rwz+eBzm', 'rwz+eBzn');
    expect(openNote(`${note}${wrong}`, [peter, enoch])).toMatchObject({ code: 'note.signature' });
    expect(openNote(`${note}${wrong}`, [peter])).toMatchObject({ text });
    // "Invalid signature" of TestOpen: three bytes too many.
    const longer = `${peterLine.slice(0, 60)}ABCD${peterLine.slice(60)}`;
    expect(openNote(`${text}\n${longer}`, [peter])).toMatchObject({ code: 'note.signature' });
    expect(openNote(`${note}${longer}`, [peter])).toMatchObject({ code: 'note.signature' });
  });

  it('takes no two keys of the same name and id for one another', () => {
    const twin = { ...enoch, publicKey: peter.publicKey };
    expect(openNote(`${text}\n${enochLine}`, [enoch, peter, twin])).toMatchObject({
      code: 'key.twice',
      facts: { name: 'EnochRoot', id: 'af0cfe78' },
    });
    expect(openNote(`${text}\n${enochLine}`, [enoch, peter, enoch])).toMatchObject({ text });
  });

  it('that is malformed is refused, and the line is named', () => {
    const wrong: readonly (readonly [string, object])[] = [
      [text, { code: 'note.unsigned' }],
      [`${text}\n`, { code: 'note.unsigned' }],
      [`${text}\n${peterLine.slice(0, -1)}`, { code: 'note.unsigned' }],
      [`\x01${note}`, { code: 'note.character', facts: { line: 1 } }],
      [`${text}\r\n\n${peterLine}`, { code: 'note.character', facts: { line: 3 } }],
      [`\ud800${note}`, { code: 'note.character', facts: { line: 1 } }],
      [
        `${text}\n${peterLine.replace('PeterNeumann', 'Bad Name')}`,
        { code: 'note.signatureLine', facts: { line: 4 } },
      ],
      [`${note}Unexpected line.\n`, { code: 'note.signatureLine', facts: { line: 5 } }],
      [`${note}— a AAAAAA==\n`, { code: 'note.signatureLine', facts: { line: 5 } }],
      [`${text}\n${peterLine.repeat(101)}`, { code: 'note.signatures', facts: { found: 101 } }],
      ['', { code: 'note.unsigned' }],
    ];
    for (const [malformed, flaw] of wrong) expect(openNote(malformed, [peter])).toMatchObject(flaw);
    expect(openNote(`${text}\n${peterLine.repeat(100)}`, [peter])).toMatchObject({ text });
    expect(signNote('abc', [])).toMatchObject({ code: 'note.end' });
    expect(signNote('abc\n', [])).toMatchObject({ code: 'note.unsigned' });
  });

  it('may have empty lines in its text', () => {
    // The example of c2sp.org/signed-note; the key of it is not published.
    const example =
      'Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n\n' +
      '— quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n';
    const parsed = right(parseNote(example));
    expect(parsed.text.split('\n')).toHaveLength(5);
    expect(parsed.signatures).toMatchObject([
      { name: 'quasimodo.example/salvatore', id: '367ba04b' },
    ]);
    expect(formatNote(parsed)).toBe(example);
  });

  it(`of which any byte is flipped is no note by the same signer (SEED=${seed})`, () => {
    const bytes = Buffer.from(note, 'utf8');
    const property = fc.property(fc.nat(bytes.length - 1), fc.nat(7), (at, bit) => {
      const flipped = Buffer.from(bytes);
      flipped.writeUInt8(flipped.readUInt8(at) ^ (1 << bit), at);
      expect(isFlaw(openNote(flipped.toString('utf8'), [peter]))).toBe(true);
    });
    fc.assert(property, { numRuns: 500, seed });
  });

  it(`reads back as it was written (SEED=${seed})`, () => {
    const secret = right(parseSignerKey(peterSecret));
    const line = fc.string({ unit: 'binary' }).filter((said) => !/[\p{Cc}\p{Cs}]/u.test(said));
    const property = fc.property(fc.array(line), fc.nat(), (lines, time) => {
      const said = `${lines.join('\n')}\n`;
      const signers = [signerOf(secret), cosignerOf(secret, time)];
      const signed = right(signNote(said, signers));
      const [log, witness] = [verifierOf(secret), verifierOf(secret, 'cosignature/v1')];
      expect(openNote(signed, [witness, log])).toEqual({
        text: said,
        signed: [{ key: log }, { key: witness, time }],
        unknown: [],
      });
      expect(formatNote(right(parseNote(signed)))).toBe(signed);
    });
    fc.assert(property, { numRuns: 50, seed });
  });
});

describe('signature lines', () => {
  it('are read by themselves, as a witness answers', () => {
    const found = right(parseSignatures(peterLine + enochLine));
    expect(found.map(({ name, id }) => [name, id])).toEqual([
      ['PeterNeumann', 'c74f20a3'],
      ['EnochRoot', 'af0cfe78'],
    ]);
    expect(openNote(formatNote({ text, signatures: found }), [peter, enoch])).toMatchObject({
      signed: [{ key: peter }, { key: enoch }],
    });
    expect(parseSignatures('')).toMatchObject({ code: 'note.unsigned' });
    expect(parseSignatures('nothing\n')).toMatchObject({
      code: 'note.signatureLine',
      facts: { line: 1, found: 'nothing' },
    });
  });

  it('in Base 64 have one spelling', () => {
    expect(toBase64(Uint8Array.of(0, 1, 254, 255))).toBe('AAH+/w==');
    expect(fromBase64('AAH+/w==')).toEqual(Uint8Array.of(0, 1, 254, 255));
    for (const other of [
      'AAH+/x==',
      'AAH+/w=',
      'AAH+/w',
      'AAH-_w==',
      'AAH+\n/w==',
      '=',
      'AAH+/w====',
    ]) {
      expect(fromBase64(other)).toBeUndefined();
    }
  });
});
