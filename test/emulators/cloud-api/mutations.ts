// Single changes of a JSON body, at any place in it: what a client with one mistake sends. Pure.

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A request's body. */
export type Body = { readonly [key: string]: Json };

export interface Mutation {
  readonly kind: 'remove' | 'add-key' | 'retype' | 'other-word' | 'too-long' | 'empty' | 'too-many';
  readonly path: readonly (string | number)[];
  readonly apply: (body: Body) => Body;
}

/** Every mutation of every place below the root, and a key added to the root. */
export function listMutations(body: Json): readonly Mutation[] {
  return listPlaces(body).flatMap(({ path, value }) => mutationsAt(path, value));
}

interface Place {
  readonly path: Mutation['path'];
  readonly value: Json;
}

function listPlaces(value: Json, path: Mutation['path'] = []): readonly Place[] {
  return [{ path, value }, ...entriesOf(value).flatMap(([key, inner]) => listPlaces(inner, [...path, key]))];
}

function entriesOf(value: Json): readonly (readonly [string | number, Json])[] {
  if (isList(value)) return value.map((item, index) => [index, item] as const);
  return isObject(value) ? Object.entries(value) : [];
}

function mutationsAt(path: Mutation['path'], value: Json): readonly Mutation[] {
  const mutation = (kind: Mutation['kind'], replaced: Json | undefined): Mutation => ({
    kind,
    path,
    apply: (body) => replaceIn(body, path, replaced),
  });
  const found: Mutation[] = [];
  if (path.length > 0) {
    found.push(mutation('remove', undefined));
    const others: readonly Json[] = ['zz', 7, true, null, {}, []];
    found.push(
      ...others.filter((other) => kindOf(other) !== kindOf(value)).map((other) => mutation('retype', other)),
    );
  }
  if (typeof value === 'string') {
    found.push(mutation('other-word', 'zz'), mutation('too-long', 'x'.repeat(5_000)), mutation('empty', ''));
  } else if (isList(value)) {
    found.push(
      mutation('empty', []),
      mutation(
        'too-many',
        Array.from({ length: 31 }, () => value[0] ?? null),
      ),
    );
  } else if (isObject(value)) {
    found.push(mutation('add-key', { ...value, unheard_of: 'zz' }));
  }
  return found;
}

/** The object with what is at `path` replaced, or taken out; an empty path means the object itself. */
function replaceIn(body: Body, path: Mutation['path'], replaced: Json | undefined): Body {
  if (path.length === 0) return isObject(replaced) ? replaced : body;
  const [first, ...rest] = path;
  const entries = Object.entries(body).flatMap(([key, inner]) => {
    const kept = key === first ? replaceAt(inner, rest, replaced) : inner;
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return Object.fromEntries(entries);
}

function replaceAt(value: Json, path: Mutation['path'], replaced: Json | undefined): Json | undefined {
  if (path.length === 0) return replaced;
  if (isObject(value)) return replaceIn(value, path, replaced);
  if (!isList(value)) return value;
  const [first, ...rest] = path;
  return value.flatMap((item, index) => {
    const kept = index === first ? replaceAt(item, rest, replaced) : item;
    return kept === undefined ? [] : [kept];
  });
}

function kindOf(value: Json): string {
  if (isList(value)) return 'list';
  return value === null ? 'null' : typeof value;
}

function isObject(value: Json | undefined): value is Body {
  return typeof value === 'object' && value !== null && !isList(value);
}

export function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
