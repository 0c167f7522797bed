import type { CaseObligation } from '@rapporteur/engine';
import type { CaseView, Text } from '@rapporteur/kernel';

// What a paper must know of the procedures, given as data beside them: the papers know none by name.

/** A part of the paper, such as a paragraph of the decision. */
export interface PaperPart {
  readonly id: string;
  readonly title: Text;
  /** What the text says there. */
  readonly recital?: Text;
}

/** Something said of a case beside its state. */
export interface Fact {
  readonly label: Text;
  readonly value: Text;
}

/** What a case is called and what is said of it, from its own context alone. */
export interface CaseTold {
  /** The part under which it stands. */
  readonly part: string;
  readonly name: Text;
  readonly facts: readonly Fact[];
  /** Of the documents that belong to it. */
  readonly symbols: readonly string[];
}

export type Tell = (view: CaseView) => CaseTold;

/** A case as the sentences of a paper are made from it, as known now. */
export interface MaterialCase {
  /** `procedure/case` */
  readonly case: string;
  readonly procedure: string;
  readonly view: CaseView;
  readonly told: CaseTold;
  /** Where it stands, in words. */
  readonly state: Text;
}

export interface Material {
  /** ISO date. */
  readonly asAt: string;
  readonly cases: readonly MaterialCase[];
  readonly obligations: readonly CaseObligation[];
}

/** A sentence, and the cases from which it was made (`procedure/case`). */
export interface Line {
  readonly text: Text;
  readonly from: readonly string[];
}

/** A section of a report that is filled in from the log. */
export interface ReportSection {
  readonly id: string;
  readonly title: Text;
  /** Its sentences; none where there is nothing to report. */
  lines(material: Material): readonly Line[];
}

export interface ReportOutline {
  readonly id: string;
  readonly title: Text;
  readonly sections: readonly ReportSection[];
}

/** The body that a request went to. */
export interface Addressee {
  readonly id: string;
  readonly name: Text;
}

/** What is known of the views of one group. */
export interface GroupViews {
  /** The region of the machine that follows them. */
  readonly region: string;
  readonly name: Text;
  readonly facts: readonly Fact[];
}

/** How the reviews of a decision are dated. */
export interface ReviewParts {
  readonly procedure: string;
  /** The link to the decision. */
  readonly parent: string;
  /** The types of the steps by which it was held and opened. */
  readonly held: string;
  readonly opened: string;
  /** The case of its meeting, `procedure/case`. */
  meeting(view: CaseView): string | undefined;
  /** The month for which the text calls for it: `2018-07`. */
  month(view: CaseView): string | undefined;
}

export interface PaperParts {
  /** The procedure of the decisions that papers are about. */
  readonly decision: string;
  /** In the order of the paper. */
  readonly parts: readonly PaperPart[];
  /** By procedure; a case of another does not stand in the paper. */
  readonly tell: Readonly<Record<string, Tell>>;
  /** Procedures whose cases all belong in the paper, though no link leads to them from the decision. */
  readonly beside: readonly string[];
  /** The case of the document with a symbol. */
  documentOf(symbol: string): string | undefined;
  readonly review: ReviewParts;
  /** Whether a meeting still to come is settled: convened, or its days agreed. */
  isConvened(view: CaseView): boolean;
  /** The step by which the decision was adopted. */
  readonly adopted: string;
  readonly referrals: { readonly procedure: string; addressee(view: CaseView): Addressee };
  /** The views on something, to which a link of this name leads. */
  readonly views: {
    readonly procedure: string;
    readonly about: string;
    groups(view: CaseView): readonly GroupViews[];
  };
  /** What stands where, to follow “As at …,”: without a full stop. */
  summary(material: Material): Line;
  readonly reports: readonly ReportOutline[];
}
