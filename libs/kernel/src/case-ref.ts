/** A case of a procedure, by name. */
export interface CaseRef {
  readonly procedure: string;
  readonly case: string;
}

const procedureId = /^[a-z][a-zA-Z0-9]{0,62}$/;
const caseId = /^[a-z0-9][a-z0-9-]{0,62}$/;

export const isProcedureId = (text: string): boolean => procedureId.test(text);
export const isCaseId = (text: string): boolean => caseId.test(text);

/** `procedure/case`, the way a case is written in links, bases and addresses. */
export function caseName(ref: CaseRef): string {
  return `${ref.procedure}/${ref.case}`;
}

/** The case named by `procedure/case`, or undefined when the text is no such name. */
export function parseCaseName(text: string): CaseRef | undefined {
  return parsed(text, text.indexOf('/'));
}

/** `procedure-case`, the stream of a case; EventStoreDB's category is the procedure. */
export function streamOf(ref: CaseRef): string {
  return `${ref.procedure}-${ref.case}`;
}

/** The case whose stream this is, or undefined when it is no case's stream. */
export function caseOfStream(stream: string): CaseRef | undefined {
  return parsed(stream, stream.indexOf('-'));
}

function parsed(text: string, cut: number): CaseRef | undefined {
  const ref = { procedure: text.slice(0, cut), case: text.slice(cut + 1) };
  return cut > 0 && isProcedureId(ref.procedure) && isCaseId(ref.case) ? ref : undefined;
}
