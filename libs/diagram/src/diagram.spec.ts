import type { JsonObject, Labels } from '@rapporteur/kernel';
import { diagramOf } from './diagram';
import type { CasePath } from './highlight';
import { labels, machine } from './sample-machine';

// Laying out is work for the processor alone; a busy machine takes its time.
jest.setTimeout(60_000);

const drawn = async (path?: CasePath, of: JsonObject = machine, called: Labels = labels) =>
  (await diagramOf({ machine: of, labels: called, language: 'en' })).draw(path);

const words: Labels = { title: 'Title', summary: 'Summary.', states: {}, steps: {}, fields: {} };

/** The opening tag of a state's group, and all up to its end. */
function stateIn(svg: string, path: string): string {
  const found = new RegExp(`<g class="[^"]*" data-state="${path}">.*`).exec(svg);
  return found?.[0] ?? '';
}

/** The arrows, or the loops, of a step. */
const edgesIn = (svg: string, step: string): readonly string[] =>
  svg.match(new RegExp(`<g class="[^"]*" data-step="([^"]* )?${step}( [^"]*)?">.*?</g>`, 'g')) ??
  [];

const isMarked = (element: string, mark: string): boolean =>
  (/class="([^"]*)"/.exec(element)?.[1] ?? '').split(' ').includes(mark);

const shown = (element: string): string =>
  [...element.matchAll(/<tspan[^>]*>([^<]*)/g)].map(([, line]) => line).join(' ');

describe('The picture of a procedure', () => {
  let svg: string;
  beforeAll(async () => {
    svg = await drawn();
  });

  it('draws a state of each kind', () => {
    expect(stateIn(svg, 'planned')).toMatch(/class="state atomic".*>Planned</);
    expect(stateIn(svg, 'underWay')).toMatch(/class="state parallel".*>Under way</);
    expect(stateIn(svg, 'underWay.talks')).toMatch(/class="state compound region".*>Talks</);
    expect(stateIn(svg, 'planned').match(/<rect/g)).toHaveLength(1);
    expect(stateIn(svg, 'ended').match(/<rect/g)).toHaveLength(2);
    expect(stateIn(svg, 'ended')).toContain('class="state final"');
  });

  it('draws where nothing has happened yet as the dot alone', () => {
    expect(svg).toMatch(/<circle class="dot" data-state="unopened"/);
    expect(stateIn(svg, 'unopened')).toBe('');
  });

  it('draws regions within regions', () => {
    for (const path of ['talks.late.minutes', 'talks.late.coffee', 'tour']) {
      expect(stateIn(svg, `underWay.${path}`)).toContain('class="state compound region"');
    }
    expect(edgesIn(svg, 'visit.signed')).toHaveLength(1);
  });

  it('keeps every state within the one around it', () => {
    const areaOf = (path: string) => {
      const numbers = /<rect class="border" x="(.+?)" y="(.+?)" width="(.+?)" height="(.+?)"/;
      const [x, y, width, height] = (numbers.exec(stateIn(svg, path)) ?? []).slice(1).map(Number);
      return { left: x!, top: y!, right: x! + width!, bottom: y! + height! };
    };
    const paths = [...svg.matchAll(/<g class="state[^"]*" data-state="([^"]+)">/g)];
    for (const path of paths.map(([, found]) => found!).filter((found) => found.includes('.'))) {
      const [inner, outer] = [areaOf(path), areaOf(path.slice(0, path.lastIndexOf('.')))];
      expect(inner.left).toBeGreaterThan(outer.left);
      expect(inner.top).toBeGreaterThan(outer.top);
      expect(inner.right).toBeLessThan(outer.right);
      expect(inner.bottom).toBeLessThan(outer.bottom);
    }
    expect(paths).toHaveLength(15);
  });

  it('writes the guard of an alternative in brackets', () => {
    expect(edgesIn(svg, 'visit.begun').map(shown)).toEqual(
      expect.arrayContaining(['Begun [isShort] Dropped']),
    );
  });

  it('draws one arrow for all steps between the same two states', () => {
    expect(edgesIn(svg, 'visit.dropped')).toEqual(
      edgesIn(svg, 'visit.begun').filter((edge) => edge.includes('isShort')),
    );
  });

  it('draws steps that stay in a state behind one loop in its box, the machine’s own as well', () => {
    expect(shown(edgesIn(stateIn(svg, 'planned'), 'visit.announced')[0]!)).toBe('Announced');
    expect(stateIn(svg, 'underWay.talks.early')).toContain('data-step="visit.joined"');
    expect(stateIn(svg, '')).toContain('data-step="visit.noted"');
  });

  it('parts a step with several targets at a bar', () => {
    expect(svg.match(/class="bar"/g)).toHaveLength(1);
    const way = edgesIn(svg, 'visit.resumed');
    expect(way.map(shown)).toEqual(expect.arrayContaining(['visit.resumed [wasLate]', '', '']));
  });

  it('leaves out of a label what the title around it says', () => {
    expect(shown(stateIn(svg, 'underWay.talks.early'))).toBe(
      'Early &lt;&amp;&quot; Somebody joined',
    );
  });

  it('escapes everything', () => {
    expect(svg).toContain('<title>Visit &lt;&amp;&quot;</title>');
    expect(svg).toContain('A visit, its talks &amp; &#39;tour&#39;.');
    expect(svg).not.toMatch(/&(?!(amp|lt|gt|quot|#39);)/);
  });

  it('is the same twice', async () => {
    expect(await drawn()).toBe(svg);
  });

  it('stands out nowhere', () => {
    expect(svg).not.toMatch(/class="[^"]*\b(now|visited|taken)\b/);
  });
});

describe('The picture of a case', () => {
  const underWay = { talks: 'early', tour: 'inside' };
  const announced = { type: 'visit.announced', from: 'unopened', to: 'planned' };
  const begun = { type: 'visit.begun', from: 'planned', to: { underWay } };

  it('shows where it stands, where it was and how it came there', async () => {
    const svg = await drawn({ now: { underWay }, steps: [announced, begun] });
    expect(isMarked(stateIn(svg, 'planned'), 'visited')).toBe(true);
    expect(isMarked(stateIn(svg, 'planned'), 'now')).toBe(false);
    for (const path of ['underWay', 'underWay.talks', 'underWay.talks.early', 'underWay.tour']) {
      expect(isMarked(stateIn(svg, path), 'now')).toBe(true);
    }
    expect(isMarked(stateIn(svg, 'underWay.talks.late'), 'now')).toBe(false);
    expect(svg).toMatch(/<circle class="dot visited" data-state="unopened"/);
    const [short, long] = edgesIn(svg, 'visit.begun');
    expect([short, long].map((edge) => isMarked(edge!, 'taken'))).toEqual([false, true]);
    expect(svg).toContain('Now: Talks: early');
    expect(svg).toContain('The path taken: Announced, Begun.');
  });

  it('tells the alternatives of a step apart by where it led', async () => {
    const svg = await drawn({ now: 'ended', steps: [announced, { ...begun, to: 'ended' }] });
    const taken = edgesIn(svg, 'visit.begun').filter((edge) => isMarked(edge, 'taken'));
    expect(taken.map(shown)).toEqual(['Begun [isShort] Dropped']);
    expect(taken[0]).toContain('class="taken">Begun<');
    expect(taken[0]).not.toContain('class="taken">Dropped<');
  });

  it('takes what a state itself provides for before what the state around it does', async () => {
    const late = { talks: { late: { minutes: 'open', coffee: 'hot' } }, tour: 'inside' };
    const delayed = { type: 'visit.delayed', from: { underWay }, to: { underWay: late } };
    const svg = await drawn({ now: delayed.to, steps: [announced, begun, delayed] });
    const taken = edgesIn(svg, 'visit.delayed').filter((edge) => isMarked(edge, 'taken'));
    expect(taken).toHaveLength(1);
  });

  it('shows a step with several targets along all its branches', async () => {
    const late = { talks: { late: { minutes: 'open', coffee: 'hot' } }, tour: 'inside' };
    const resumed = { type: 'visit.resumed', from: 'planned', to: { underWay: late } };
    const svg = await drawn({ now: resumed.to, steps: [announced, resumed] });
    const taken = edgesIn(svg, 'visit.resumed').filter((edge) => isMarked(edge, 'taken'));
    expect(taken).toHaveLength(3);
  });

  it('follows a step recorded late, whatever those after it had set out from', async () => {
    const twoWays = {
      id: 'way',
      initial: 'a',
      states: {
        a: { on: { detoured: 'b', arrived: 'c' } },
        b: { on: { arrived: 'c' } },
        c: { type: 'final' },
      },
    };
    const arrived = { type: 'arrived', from: 'a', to: 'c' };
    const steps = [{ type: 'detoured', from: 'a', to: 'b' }, arrived];
    const edges = edgesIn(await drawn({ now: 'c', steps }, twoWays, words), 'arrived');
    expect(edges.map((edge) => isMarked(edge, 'taken'))).toEqual([false, true]);
  });

  it('is laid out as the procedure is', async () => {
    const places = (svg: string) => (svg.match(/ (x|y|d|width|height)="[^"]*"/g) ?? []).sort();
    const svg = await drawn({ now: { underWay }, steps: [announced, begun] });
    expect(places(svg)).toEqual(places(await drawn()));
  });
});

describe('A step that leads from several states to the same one', () => {
  const ending = {
    id: 'way',
    initial: 'a',
    states: {
      a: { on: { went: 'b', ended: 'end' } },
      b: { on: { went: 'c', ended: 'end' } },
      c: { on: { ended: 'end' } },
      end: { type: 'final' },
    },
  };
  const went = { type: 'went', from: 'a', to: 'b' };
  const steps = [went, { type: 'ended', from: 'b', to: 'end' }];

  it('is written once, where its arrows have met', async () => {
    const svg = await drawn(undefined, ending, words);
    expect(svg.match(/class="join"/g)).toHaveLength(1);
    expect(edgesIn(svg, 'ended').map(shown)).toEqual(['', '', '', 'ended']);
  });

  it('is followed from where it was taken', async () => {
    const edges = edgesIn(await drawn({ now: 'end', steps }, ending, words), 'ended');
    expect(edges.filter((edge) => isMarked(edge, 'taken')).map(shown)).toEqual(['', 'ended']);
  });

  it('is drawn from each when there are two', async () => {
    const { c: _c, ...two } = ending.states;
    const states = { ...two, b: { on: { ended: 'end' } } };
    const svg = await drawn(undefined, { ...ending, states }, words);
    expect(edgesIn(svg, 'ended').map(shown)).toEqual(['ended', 'ended']);
  });
});

describe('A machine that cannot be drawn', () => {
  it('is named with the target that does not exist', async () => {
    const broken = { id: 'way', initial: 'a', states: { a: { on: { arrived: 'nowhere' } } } };
    await expect(drawn(undefined, broken, words)).rejects.toThrow(
      'a on arrived: there is no state nowhere',
    );
  });
});
