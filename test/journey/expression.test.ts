import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ExpressionScope,
  evaluateCondition,
  evaluateExpression,
  parseExpression,
} from '../../src/journey/expression.ts';

const scope: ExpressionScope = {
  person: { firstName: '민수', tags: ['vip', 'new'] },
  event: { total: 30_000, rate: 1.5, cartId: 'c1', items: [1, 2, 3], at: '2026-01-01T00:00:00Z' },
  run: { id: 'run_1', key: 'c1' },
  nodes: { offer: { outcome: 'limit.user' } },
  now: Date.UTC(2026, 0, 2),
};
const resultOf = (source: string) => evaluateExpression(source, scope);

describe('expressions', () => {
  it.each([
    ['event.total >= 30000', true],
    ['event.cartId == run.key', true],
    ['event.total + 1', 30_001],
    ['event.total % 7 == 5.0', true],
    ['event.rate * 2', 3],
    ['size(event.items) + event.total', 30_003],
    ['event.items.map(x, x * 2)', [2, 4, 6]],
    ['2 in event.items', true],
    ['nodes.offer.outcome.startsWith("limit.")', true],
    ['has(event.coupon) && event.coupon == "X"', false],
    ['event.?coupon.orValue("none")', 'none'],
    ['now - duration("24h") == timestamp(event.at)', true],
    ['now', '2026-01-02T00:00:00.000Z'],
    ['now.getHours("Asia/Seoul")', 9],
    ['"vip" in person.tags ? "a" : "b"', 'a'],
    ['{"total": event.total, "list": [1, "x"]}', { total: 30_000, list: [1, 'x'] }],
  ])('%s gives plain JSON', (source, value) => expect(resultOf(source)).toEqual(value));

  it('compares numbers of data and of the source as one kind, whole or not', () => {
    const number = fc.oneof(
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.integer({ min: -4_000, max: 4_000 }).map((n) => n / 8),
    );
    fc.assert(
      fc.property(number, number, (a, b) => {
        const check = (operator: string) =>
          evaluateCondition(`event.a ${operator} ${b}`, { ...scope, event: { a } });
        expect([check('<'), check('=='), check('>=')]).toEqual([a < b, a === b, a >= b]);
      }),
    );
  });

  it('names the field that is missing, and how to guard it', () => {
    const failing = () => resultOf('1 == 1 && event.coupon == "X"');
    expect(failing).toThrow(expect.objectContaining({ code: 'EXPRESSION_MISSING_FIELD', offset: 16 }));
    expect(failing).toThrow(/coupon.*has\(/);
  });

  it.each([
    ['event.total >', 'syntax', 13],
    ['evnt.total > 3', 'unknown-variable', 0],
    ['true && event.name.matches("(a+)+$")', 'banned-function', 8],
    ['[1].exists(x, "a".matches("b"))', 'banned-function', 14],
    ['"a" + 1', 'type', 0],
    ['nosuch(3)', 'type', 0],
    ['('.repeat(5_000), 'syntax', 50],
    ['', 'syntax', 0],
  ])('%s is refused as %s', (source, kind, offset) => {
    expect(parseExpression(source)).toMatchObject({ ok: false, problem: { kind, offset } });
    expect(() => resultOf(source)).toThrow(expect.objectContaining({ code: 'EXPRESSION_SYNTAX' }));
  });

  it('reaches nothing but data', () => {
    for (const name of ['constructor', '__proto__', 'toString']) {
      expect(() => resultOf(`event.${name}`)).toThrow(
        expect.objectContaining({ code: 'EXPRESSION_MISSING_FIELD' }),
      );
      expect(() => resultOf(`event["${name}"]`)).toThrow(
        expect.objectContaining({ code: 'EXPRESSION_MISSING_FIELD' }),
      );
    }
  });

  it('refuses results that JSON cannot hold', () => {
    for (const source of ['9007199254740993', 'event.rate / 0', 'b"a"', 'type(1)', 'duration("1h")']) {
      expect(() => resultOf(source)).toThrow(expect.objectContaining({ code: 'EXPRESSION_RESULT' }));
    }
  });

  it('wants true or false of a condition', () => {
    expect(() => evaluateCondition('event.total', scope)).toThrow(
      expect.objectContaining({ code: 'EXPRESSION_RESULT' }),
    );
  });

  it('knows the type and the reads of an expression before it runs', () => {
    const check = parseExpression('event.total > 3 && nodes["offer"].outcome == "x"');
    expect(check).toMatchObject({ ok: true, type: 'bool' });
    const paths = check.ok ? check.reads.map(({ path }) => path.join('.')).sort() : [];
    expect(paths).toEqual(['event.total', 'nodes.offer.outcome']);
  });
});
