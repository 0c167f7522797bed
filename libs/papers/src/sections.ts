import { inEach, leaves, type Text } from '@rapporteur/kernel';
import type { CaseRow, ReferralsTo, ViewsOf, ViewsRow } from './brief';
import { caseTitle, toldAt, type KnownCase, type ToldCase } from './known-cases';
import { marked, sideBySide } from './marked';
import type { Because } from './noticed';
import type { Addressee, PaperParts } from './paper-parts';

/** The requests by the body to which they went, in the order in which the bodies first appear. */
export function referralsByBody(
  { referrals }: PaperParts,
  shown: readonly KnownCase[],
  { rows, date }: { readonly rows: readonly CaseRow[]; readonly date: string },
): readonly ReferralsTo[] {
  const bodies = new Map<string, { body: Addressee; requests: CaseRow[] }>();
  for (const row of rows.filter(({ procedure }) => procedure === referrals.procedure)) {
    const known = shown.find(({ name }) => name === row.case);
    const told =
      known && (toldAt(known.now, known.tell, date) ?? toldAt(known.then, known.tell, date));
    if (!told) continue;
    const body = referrals.addressee(told.view);
    const found = bodies.get(body.id) ?? { body, requests: [] };
    bodies.set(body.id, found);
    found.requests.push(row);
  }
  return [...bodies.values()];
}

interface Group {
  readonly group: Text;
  readonly subjects: ViewsRow[];
}

/** The views by the group whose they are, each on its subject. */
export function viewsByGroup(
  { views }: PaperParts,
  shown: readonly KnownCase[],
  { date, because }: { readonly date: string; readonly because: Because },
): readonly ViewsOf[] {
  const groups = new Map<string, Group>();
  for (const known of shown.filter(({ now }) => now.ref.procedure === views.procedure)) {
    const subject = caseTitle(known.about ?? known, date);
    const of = (told: ToldCase | undefined) => (told ? groupsOf(views, known, told) : []);
    const then = of(toldAt(known.then, known.tell, date));
    const now = of(toldAt(known.now, known.tell, date));
    for (const pair of sideBySide(then, now, ({ region }) => region)) {
      const row = marked(pair.then?.views, pair.now?.views, () => because(known.name));
      if (row) add(groups, pair, { case: known.name, subject, ...row });
    }
  }
  return [...groups.values()];
}

interface Pair {
  readonly key: string;
  readonly then?: { readonly name: Text };
  readonly now?: { readonly name: Text };
}

function add(groups: Map<string, Group>, { key, then, now }: Pair, row: ViewsRow): void {
  const group = (now ?? then)?.name;
  const found = groups.get(key) ?? (group && { group, subjects: [] });
  if (!found) return;
  groups.set(key, found);
  found.subjects.push(row);
}

/** Where each group's views stand: the state of its own region, and what there is to say of it. */
function groupsOf({ groups }: PaperParts['views'], { now }: KnownCase, { view }: ToldCase) {
  return groups(view).map(({ region, name, facts }) => {
    const leaf = leaves(view.state).find((path) => path.startsWith(`${region}.`)) ?? region;
    const state = inEach((language) => now.procedure.labels[language].states[leaf] ?? leaf);
    return { region, name, views: { state, facts } };
  });
}
