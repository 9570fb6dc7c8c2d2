// How a project's TypeScript finds its modules, in the thread where Node resolves them. `jornada/node` is always ours,
// installed beside the project or not, so that there is one `NodeError`; and our users' TypeScript is always modules,
// whatever their package.json says.

let kit = '';

export function initialize(data) {
  kit = data.kit;
}

export async function resolve(specifier, context, next) {
  if (specifier === 'jornada/node') return { url: kit, format: 'module', shortCircuit: true };
  const found = await next(specifier, context);
  const url = new URL(found.url);
  if (url.protocol !== 'file:' || url.pathname.includes('/node_modules/')) return found;
  // What a freshly loaded file imports of the project is as fresh.
  const generation = context.parentURL && new URL(context.parentURL).searchParams.get('generation');
  if (generation) url.searchParams.set('generation', generation);
  return { ...found, url: url.href, ...(url.pathname.endsWith('.ts') && { format: 'module' }) };
}
