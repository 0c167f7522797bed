import { createHash } from 'node:crypto';
import type { Trust } from '../src/checkpoint';
import { signerKey, verifierOf } from '../src/key';
import { cosignerOf, signerOf } from '../src/signature';
import { right } from './right';
import { tree } from './sample-tree';

export const secretOf = (name: string) =>
  right(signerKey(name, createHash('sha256').update(name).digest()));

/* c2sp.org/tlog-cosignature: the checkpoint with a cosignature. Its keys are not published. */
export const example = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

export const log = secretOf('example.org/log');
export const witness = secretOf('witness.example.org');
export const trust: Trust = {
  origin: 'example.org/log',
  logKeys: [verifierOf(log)],
  witnesses: [verifierOf(witness, 'cosignature/v1')],
};
export const time = 1_700_000_000;
export const signers = [signerOf(log), cosignerOf(witness, time)];
export const checkpointOf = (size: number) => ({
  origin: trust.origin,
  size,
  root: right(tree.root(size)),
  extensions: [],
});
