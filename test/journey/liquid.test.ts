import { describe, expect, it } from 'vitest';
import { parseText, renderHtml, renderText } from '../../src/journey/liquid.ts';

const scope = { person: { firstName: '민수', tags: ['a', 'b'] }, event: { total: 30_000 } };
const render = (source: string) => renderText(source, scope);

describe('texts', () => {
  it.each([
    ["{{ person.firstName | default: '고객' }}님", '민수님'],
    ["{{ person.nickname | default: '고객' }}님", '고객님'],
    ['{% if event.total > 100 %}big{% else %}small{% endif %}', 'big'],
    ['{% for tag in person.tags %}{{ tag | upcase }}{% endfor %}', 'AB'],
    ['no variables', 'no variables'],
  ])('%s becomes %s', (source, text) => expect(render(source)).toBe(text));

  it('tells the time of the run, in the zone that is asked for', () => {
    const text = "{{ 'now' | date: '%Y-%m-%d' }} {{ now | date: '%H:%M', person.timeZone }} {{ now }}";
    const onRun = { person: { timeZone: 'Asia/Seoul' }, now: Date.UTC(2031, 0, 2, 3) };
    expect(renderText(text, onRun)).toBe('2031-01-02 12:00 2031-01-02T03:00:00.000Z');
  });

  it('shows nothing of prototypes', () => {
    expect(
      render('{{ person.constructor }}{{ person.__proto__ }}{{ person.tags.constructor }}{{ toString }}'),
    ).toBe('');
  });

  it.each([
    ["{% include 'a' %}", 'unknown-tag', 'include'],
    ["{% render 'a' %}", 'unknown-tag', 'render'],
    ["{% layout 'a' %}", 'unknown-tag', 'layout'],
    ['{{ event.total | sha256 }}', 'unknown-filter', 'sha256'],
    ["{{ person.tags | where_exp: 'x', 'x' }}", 'unknown-filter', 'where_exp'],
    ['Hi {{ person.firstName', 'syntax', undefined],
    ['{% if person %}', 'syntax', undefined],
    ['x'.repeat(200_001), 'too-long', undefined],
  ])('%.40s is refused', (source, kind, detail) => {
    expect(parseText(source)).toMatchObject({ ok: false, problem: { kind, ...(detail && { detail }) } });
    expect(() => render(source)).toThrow(expect.objectContaining({ code: 'TEXT_SYNTAX' }));
  });

  it.each([
    '{% for i in (1..100000000) %}x{% endfor %}',
    "{% assign a = 'xxxxxxxxxxxxxxxx' %}{% for i in (1..40) %}{% assign a = a | append: a %}{% endfor %}{{ a }}",
  ])('%.40s… stops at a limit', (source) => {
    expect(() => render(source)).toThrow(expect.objectContaining({ code: expect.stringMatching(/^TEXT_/) }));
  });

  it('lists the variables from outside, not its own', () => {
    const check = parseText('{% assign own = person.firstName %}{{ own }}{{ nodes.offer.outcome }}');
    const names = check.ok ? check.variables.map(({ segments }) => segments.join('.')).sort() : [];
    expect(names).toEqual(['nodes.offer.outcome', 'person.firstName']);
  });
});

describe('HTML', () => {
  it('values are escaped, the author’s own markup and `| raw` are not', () => {
    const scope = { person: { name: '<b>&' } };
    expect(renderHtml('<p>{{ person.name }}</p>', scope)).toBe('<p>&lt;b&gt;&amp;</p>');
    expect(renderHtml('<p>{{ person.name | raw }}</p>', scope)).toBe('<p><b>&</p>');
    expect(renderText('{{ person.name }}', scope)).toBe('<b>&');
  });
});
