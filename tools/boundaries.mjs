// Nx's rule of the layers allows everything, without a word in its exit code, when there is no
// cached project graph, when the graph has no edges and when it has no npm packages. This makes
// the graph and checks it, before ESLint looks for it.
import devkit from 'nx/src/devkit-exports.js';

process.env.NX_DAEMON = 'false';

/** What the rule writes when it does nothing. */
export const skipped = 'The rule will be skipped';

export async function makeProjectGraph() {
  await devkit.createProjectGraphAsync();
  const { nodes, externalNodes = {}, dependencies } = devkit.readCachedProjectGraph();
  const edges = Object.keys(nodes).flatMap((project) =>
    dependencies[project].filter(({ target }) => target in nodes),
  );
  if (edges.length === 0) throw new Error('The project graph has no edges between projects.');
  if (!('npm:xstate' in externalNodes)) throw new Error('The project graph has no npm packages.');
}
