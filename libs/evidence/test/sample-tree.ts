import { fromHex, utf8 } from '../src/bytes';
import { leafHash } from '../src/hashing';
import { merkleTree, type MerkleTree } from '../src/tree';
import { right } from './right';

/*
 * The sample tree of RFC 6962 implementations: github.com/transparency-dev/merkle (Apache-2.0),
 * testonly/constants.go (LeafInputs, RootHashes, NodeHashes) and proof/verify_test.go (inclusionProofs,
 * whose leaves count from 1 there, and consistencyProofs).
 */
export const sampleEntries = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
export const sampleRoots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
export const node = {
  leaf0: '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  leaf1: '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
  leaf4: 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
  leaf6: 'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
  pair0: 'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  pair1: '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
  pair2: '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
  pair3: 'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
  four0: 'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  four1: '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
};
export const sampleInclusions = [
  { index: 0, size: 1, proof: [] },
  { index: 0, size: 8, proof: [node.leaf1, node.pair1, node.four1] },
  { index: 5, size: 8, proof: [node.leaf4, node.pair3, node.four0] },
  { index: 2, size: 3, proof: [node.pair0] },
  { index: 1, size: 5, proof: [node.leaf0, node.pair1, node.leaf4] },
];
export const sampleConsistencies = [
  { size1: 1, size2: 1, proof: [] },
  { size1: 1, size2: 8, proof: [node.leaf1, node.pair1, node.four1] },
  { size1: 6, size2: 8, proof: [node.pair2, node.pair3, node.four0] },
  { size1: 2, size2: 5, proof: [node.pair1, node.leaf4] },
  { size1: 6, size2: 7, proof: [node.pair2, node.leaf6, node.four0] },
];

export const bytesOf = (hex: string) => fromHex(hex)!;
export const treeOf = (entries: readonly Uint8Array[]): MerkleTree => {
  const tree = merkleTree();
  for (const entry of entries) tree.append(leafHash(entry));
  return tree;
};
export const numbered = (size: number) =>
  Array.from({ length: size }, (_, i) => utf8(`entry ${i}`));
/** A larger tree, of entries that say their number. */
export const largest = 300;
export const tree = treeOf(numbered(largest));
export const root = (size: number) => right(tree.root(size));
export const leaf = (index: number) => leafHash(utf8(`entry ${index}`));
