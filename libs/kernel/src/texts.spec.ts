import { IsOptional } from 'class-validator';
import { declaredChecks, payloadSchema } from './payload';
import { IsText, IsTexts } from './texts';
import { validated } from './validation';
import { hasWords } from './validation-words';

class Note {
  @IsText(10) title!: string;
  @IsTexts(5) authors!: string[];
  @IsOptional() @IsTexts(5, { least: 0, mostTexts: 2 }) groups?: string[];
}

const whole = { title: 'Agenda', authors: ['RUS'] };

/** What is said of a note, in English; nothing of one in order. */
function complaints(more: object): readonly string[] {
  const result = validated(Note, { ...whole, ...more }, 'data');
  return result.valid
    ? []
    : result.reasons.map(({ field, message }) => `${String(field)} ${message.en}`);
}

describe('a text', () => {
  it('says something within its length', () => {
    expect(complaints({})).toEqual([]);
    expect(complaints({ title: 'x'.repeat(10) })).toEqual([]);
    expect(complaints({ title: 'x'.repeat(11) })).toHaveLength(1);
  });

  it.each(['   ', '\t\n', '\u00a0'])('of blanks alone says nothing: %j', (title) => {
    expect(complaints({ title })).toEqual(['data.title must say something, not only spaces']);
  });

  it('is a text: of a number, a list or nothing it is said what it must be', () => {
    for (const title of [5, ['Agenda'], {}, true]) {
      expect(complaints({ title })).toEqual(['data.title must be text']);
    }
    expect(complaints({ title: '' })).toHaveLength(1);
  });

  it('is stored as it was sent, blanks around it included', () => {
    const result = validated(Note, { ...whole, title: ' Agenda ' }, 'data');
    expect(result.valid && result.value['title']).toBe(' Agenda ');
  });
});

describe('a list of texts', () => {
  it('holds one at least, unless it says otherwise', () => {
    expect(complaints({ authors: [] })).toHaveLength(1);
    expect(complaints({ groups: [] })).toEqual([]);
  });

  it('holds at most 200, or as many as it says', () => {
    expect(complaints({ authors: Array<string>(200).fill('RUS') })).toEqual([]);
    expect(complaints({ authors: Array<string>(201).fill('RUS') })).toHaveLength(1);
    expect(complaints({ groups: ['a', 'b'] })).toEqual([]);
    expect(complaints({ groups: ['a', 'b', 'c'] })).toHaveLength(1);
  });

  it('holds texts alone, each within its length and none of them blank', () => {
    expect(complaints({ authors: ['RUS', 'BRAZIL'] })).toHaveLength(1);
    expect(complaints({ authors: ['RUS', ' '] })).toHaveLength(1);
    expect(complaints({ authors: ['RUS', 5] })).toHaveLength(1);
  });

  it('is a list, and is told so first', () => {
    expect(complaints({ authors: 'RUS' })).toEqual(['data.authors must be a list']);
  });
});

describe('the schema of texts', () => {
  const { properties } = payloadSchema(Note);

  it('says what they may be', () => {
    expect(properties).toEqual({
      title: { type: 'string', minLength: 1, maxLength: 10, pattern: '\\S' },
      authors: {
        type: 'array',
        minItems: 1,
        maxItems: 200,
        items: { type: 'string', minLength: 1, maxLength: 5, pattern: '\\S' },
      },
      groups: {
        type: 'array',
        maxItems: 2,
        items: { type: 'string', minLength: 1, maxLength: 5, pattern: '\\S' },
      },
    });
  });

  it('has words for each check', () => {
    const names = declaredChecks(Note).map(({ name }) => name);
    expect(names).toContain('saysSomething');
    expect(names.filter((name) => !hasWords(name))).toEqual(['isOptional']);
  });
});
