import { ArrayMinSize, IsArray, IsIn, IsOptional, IsString, Length } from 'class-validator';
import { IsDay, Part, Parts, declaredChecks, payloadClasses, payloadSchema } from './payload';

class Place {
  @IsString() city!: string;
}

class Session {
  @IsDay() opensOn!: string;
  @IsOptional() @Part(Place) place?: Place;
}

class Convened {
  @IsString() @Length(1, 100) title!: string;
  @IsIn(['regular', 'special']) kind!: string;
  @IsOptional() @IsDay() until?: string;
  @IsOptional() @IsDay({ each: true }) holidays?: string[];
  @IsArray() @ArrayMinSize(1) @Parts(Session) sessions!: Session[];
  @IsOptional() @Part(Place) place?: Place;
}

class Ended {}

describe('the schema of a payload', () => {
  const schema = payloadSchema(Convened);

  it('is JSON Schema 2020-12, complete in itself', () => {
    expect(schema).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        title: { type: 'string', minLength: 1, maxLength: 100 },
        kind: { enum: ['regular', 'special'], type: 'string' },
        until: { type: 'string', format: 'date' },
        holidays: { type: 'array', items: { type: 'string', format: 'date' } },
        sessions: { type: 'array', minItems: 1, items: { $ref: '#/$defs/Session' } },
        place: { $ref: '#/$defs/Place' },
      },
      required: ['title', 'kind', 'sessions'],
      additionalProperties: false,
      $defs: {
        Session: {
          type: 'object',
          properties: {
            opensOn: { type: 'string', format: 'date' },
            place: { $ref: '#/$defs/Place' },
          },
          required: ['opensOn'],
          additionalProperties: false,
        },
        Place: {
          type: 'object',
          properties: { city: { type: 'string' } },
          required: ['city'],
          additionalProperties: false,
        },
      },
    });
  });

  it('refers to nothing that is not among its definitions', () => {
    const references = JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/(\w+)"/g);
    const named = [...references].map(([, name]) => name);
    expect([...new Set(named)].sort()).toEqual(Object.keys(schema['$defs'] ?? {}).sort());
  });

  it('of a payload without members admits the empty object alone', () => {
    expect(payloadSchema(Ended)).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {},
      additionalProperties: false,
    });
  });

  it('is the same each time it is made', () => {
    expect(payloadSchema(Convened)).toEqual(schema);
  });
});

describe('the classes of a payload', () => {
  it('are itself and all that its members are made of, each once', () => {
    expect(payloadClasses(Convened)).toEqual([Convened, Session, Place]);
    expect(payloadClasses(Ended)).toEqual([Ended]);
  });

  it('are not mixed up with those of a class that has members of the same names', () => {
    class Place2 {
      @IsString() city!: string;
    }
    class Other {
      @Part(Place2) place!: Place2;
    }
    expect(payloadClasses(Other)).toEqual([Other, Place2]);
  });
});

describe('the checks of a payload class', () => {
  it('are those declared on its own members, with what they were declared with', () => {
    const checks = declaredChecks(Convened);
    expect(checks).toContainEqual({ property: 'title', name: 'isLength', with: [1, 100] });
    expect(checks).toContainEqual({
      property: 'kind',
      name: 'isIn',
      with: [['regular', 'special']],
    });
    expect(checks).toContainEqual({ property: 'until', name: 'isDay', with: [] });
    expect(checks.map(({ property }) => property)).not.toContain('city');
  });
});
