import type { Alert, CorrectedCause } from '@rapporteur/engine';
import { isRefusedEffect } from '@rapporteur/engine';
import { inEach, parseCaseName, stepName, type Language, type Text } from '@rapporteur/kernel';
import { registry } from '@rapporteur/runtime';

/** An alert as it is answered: why the effect was refused, or in words that it stands uncaused. */
export function alertAnswer(alert: Alert) {
  const { cause, effect } = alert;
  if (!isRefusedEffect(alert)) {
    return { cause, effect, correction: alert.correction, message: standingWords(alert) };
  }
  const { code, reasons } = alert.refusal;
  return { cause, effect, code, reasons };
}

function standingWords({ cause, effect, correction }: CorrectedCause): Text {
  const words = (language: Language) => {
    const what = nameOf(effect.case, effect.type, language);
    const isAnnulment = correction.type === 'record.annulled';
    return {
      en: `“${what}” in ${effect.case} (revision ${effect.revision}) stands, although revision ${cause.revision} of ${cause.case}, which caused it, was ${isAnnulment ? 'annulled' : 'corrected'} (revision ${correction.revision}). If it did not take place either, propose its annulment; if only its date or content is wrong, propose a correction.`,
      fr: `«${what}» dans ${effect.case} (révision ${effect.revision}) subsiste, bien que la révision ${cause.revision} de ${cause.case}, qui l'a entraîné, ait été ${isAnnulment ? 'annulée' : 'rectifiée'} (révision ${correction.revision}). S'il n'est pas intervenu non plus, proposer son annulation; si seuls sa date ou son contenu sont erronés, proposer une rectification.`,
      es: `«${what}» en ${effect.case} (revisión ${effect.revision}) subsiste, aunque la revisión ${cause.revision} de ${cause.case}, que lo causó, fue ${isAnnulment ? 'anulada' : 'rectificada'} (revisión ${correction.revision}). Si tampoco tuvo lugar, proponga su anulación; si solo su fecha o su contenido son erróneos, proponga una rectificación.`,
    }[language];
  };
  return inEach(words);
}

function nameOf(name: string, type: string, language: Language): string {
  const procedure = registry.get(parseCaseName(name)?.procedure ?? '');
  return procedure ? stepName(procedure, type, language) : type;
}
