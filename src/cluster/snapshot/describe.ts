// Explains kinds of an embedded cluster: from its definitions of kinds, or from the schemas kept in builtin/.
import { Fault } from '../../gate/fault.ts';
import { explain, type Schemas, schemaOf } from '../explain.ts';
import { type Fields, fieldsOf, isFields } from '../json.ts';
import type { Kind } from '../kinds.ts';
import type { Explained } from '../virtual.ts';
import { tableOf } from './data.ts';
import type { Served } from './served.ts';

let kept: Schemas | undefined;

export const builtin = (): Schemas => {
  const schemas =
    kept ?? Object.fromEntries(tableOf('schemas.tsv').map(([name, schema = '{}']) => [name, JSON.parse(schema)]));
  kept = schemas;
  return schemas;
};

/** What stands for the words of Kubernetes, of which nothing is kept here. */
const undescribed = 'This is an embedded cluster: it knows the fields, and only a real cluster describes them.';

/** Throws NOT_FOUND, saying so, for kinds of which a snapshot holds objects but no description. */
export const describe = (kind: Kind & Partial<Served>, path: readonly string[]): Explained => {
  const root = rootOf(kind);
  if (!root) throw new Fault('NOT_FOUND', 'This is a snapshot, and it holds no description of this kind.');
  const explained = explain(builtin(), root, kind, path);
  const described = ownOf(kind) !== undefined && path[0] !== 'metadata';
  return described ? explained : { ...explained, description: undescribed };
};

/** The schema of a kind: what its definition says, or what is kept here; undefined when nothing is known. */
export const rootOf = (kind: Pick<Kind, 'group' | 'version' | 'kind'> & Partial<Served>): Fields | undefined => {
  const own = ownOf(kind);
  return own ? withMetadata(own) : schemaOf(builtin(), kind);
};

const ownOf = ({ definition }: Partial<Served>): Fields | undefined => {
  const own = fieldsOf(fieldsOf(definition).schema).openAPIV3Schema;
  return isFields(own) ? own : undefined;
};

/** As an API server publishes a definition: with the fields every object has. */
const withMetadata = (schema: Fields): Fields => {
  const text = { type: 'string' };
  const metadata = { $ref: '#/components/schemas/meta.v1.ObjectMeta' };
  return { ...schema, properties: { apiVersion: text, kind: text, ...fieldsOf(schema.properties), metadata } };
};
