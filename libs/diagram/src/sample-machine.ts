import type { JsonObject, Labels } from '@rapporteur/kernel';

// A machine with one of everything that a picture has to show.

export const machine: JsonObject = {
  id: 'visit',
  initial: 'unopened',
  on: { 'visit.noted': { actions: 'keepNote' } },
  states: {
    unopened: { on: { 'visit.announced': { target: 'planned' } } },
    planned: {
      on: {
        'visit.announced': { target: 'planned' },
        'visit.begun': [{ guard: 'isShort', target: 'ended' }, { target: '#visit.underWay' }],
        'visit.dropped': { target: 'ended' },
        'visit.resumed': [
          { guard: 'wasLate', target: ['underWay.talks.late', 'underWay.tour.inside'] },
          'underWay',
        ],
      },
    },
    underWay: {
      type: 'parallel',
      on: { 'visit.ended': { target: 'ended' }, 'visit.delayed': { target: '.talks.late' } },
      states: {
        talks: {
          initial: 'early',
          states: {
            early: { on: { 'visit.delayed': 'late', 'visit.joined': { actions: 'keep' } } },
            late: {
              type: 'parallel',
              states: {
                minutes: {
                  initial: 'open',
                  states: { open: { on: { 'visit.signed': 'signed' } }, signed: {} },
                },
                coffee: {
                  initial: 'hot',
                  states: { hot: { on: { 'visit.waited': 'cold' } }, cold: {} },
                },
              },
            },
          },
        },
        tour: {
          initial: 'inside',
          states: { inside: { on: { 'visit.left': 'outside' } }, outside: {} },
        },
      },
    },
    ended: { type: 'final' },
  },
};

export const labels: Labels = {
  title: 'Visit <&"',
  summary: "A visit, its talks & 'tour'.",
  states: {
    planned: 'Planned',
    underWay: 'Under way',
    'underWay.talks': 'Talks',
    'underWay.talks.early': 'Talks: early <&"',
    ended: 'Ended',
  },
  steps: {
    'visit.announced': 'Announced',
    'visit.begun': 'Begun',
    'visit.dropped': 'Dropped',
    'visit.joined': 'Talks: somebody joined',
  },
  fields: {},
};
