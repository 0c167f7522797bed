import { IsOptional, IsString } from 'class-validator';
import { SaysOneOf } from './one-of';
import { IsDay, Part, payloadSchema } from './payload';

@SaysOneOf('date', 'event')
class Term {
  @IsOptional() @IsDay() date?: string;
  @IsOptional() @IsString() event?: string;
}

class TermSet {
  @Part(Term) until!: Term;
}

it('a class that says one of its members says so in its schema, also as a part', () => {
  const anyOf = [{ required: ['date'] }, { required: ['event'] }];
  expect(payloadSchema(Term)).toMatchObject({ type: 'object', anyOf, additionalProperties: false });
  expect(payloadSchema(TermSet)['$defs']).toMatchObject({ Term: { anyOf } });
});
