// Steps of the decision that the API's tests begin with.

export const submitted = {
  type: 'decision.submitted',
  data: { proponents: ['RUS'], originalLang: 'en', text: 'Work Programme on Electronic Commerce' },
  occurredOn: '2017-10-05',
};

export const circulated = {
  type: 'decision.circulated',
  data: { symbols: ['JOB/GC/137'], jobNo: '17-0000', restriction: 'restricted' },
  occurredOn: '2017-10-06',
};

export const adopted = {
  type: 'decision.adopted',
  data: {
    body: 'ministerialConference',
    symbols: ['WT/MIN(17)/SIM/1'],
    paras: ['1', '2', '3', '4', '5', '6', '7'],
  },
  occurredOn: '2017-12-13',
  decision: { mode: 'consensus' },
};

export const established = {
  type: 'workingGroup.established',
  data: { body: 'generalCouncil', termsOfReference: 'Paragraph 1', symbol: 'WT/L/SIM/1' },
  occurredOn: '2018-03-07',
  decision: { mode: 'consensus' },
};

export const irregularity = {
  rules: ['workingGroup.establishedInFebruary2018'],
  reason: 'The General Council held no meeting in February 2018.',
};

export const designated = (occurredOn: string) => ({
  type: 'chair.designated',
  data: { holderRef: 'HOLDER-A', capacity: 'personal', term: 'full' },
  occurredOn,
  decision: { mode: 'consensus' },
});

export const consultations = (occurredOn: string) => ({
  type: 'chair.consultationsOpened',
  data: { by: 'generalCouncil', groupings: ['all Members'] },
  occurredOn,
});

export const consensusNoted = (occurredOn: string) => ({
  type: 'chair.consensusNoted',
  data: { meetingId: 'gc-2018-03', holderRef: 'HOLDER-A' },
  occurredOn,
});
