// The content hash of a journey's meaning: what decides whether a publish is a new version, and the key of the
// chart cache. Cosmetic changes (canvas, `$schema`, key order, white space, comments) keep it. Pure, synchronous.

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { toCanonicalJson } from './canonical-json.ts';
import { type Definition, languageVersion } from './definition.ts';

/** SHA-256 of the definition's canonical JSON without its cosmetic parts, its language version spelled out, as `sha256:<64 hex digits>`. */
export function hashDefinition(definition: Definition): string {
  const {
    canvas: _canvas,
    $schema: _schema,
    note: _note,
    language = languageVersion,
    nodes,
    ...meaning
  } = definition;
  const bare = Object.entries(nodes).map(([id, { name: _name, note: _remark, ...node }]) => [id, node]);
  return hashJson({ language, ...meaning, nodes: Object.fromEntries(bare) });
}

/** SHA-256 of any plain JSON in canonical form, as `sha256:<64 hex digits>`. */
export function hashJson(value: unknown): string {
  return `sha256:${bytesToHex(sha256(utf8ToBytes(toCanonicalJson(value))))}`;
}
