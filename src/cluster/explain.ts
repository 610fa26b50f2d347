// Fields of a kind out of an OpenAPI v3 document, as `kubectl explain` words them. Pure; knows no server.
import { Fault } from '../gate/fault.ts';
import { type Fields, fieldsOf, isFields, listOf, textOf } from './json.ts';
import { fullName, type Kind } from './kinds.ts';
import type { Explained } from './virtual.ts';

/** Schemas by name, as `components.schemas` has them. */
export type Schemas = Fields;

/** A reference resolved, a type's wrapping (`allOf` of one, for a default or a description) taken off. */
export const plainOf = (schemas: Schemas, schema: Fields): Fields => {
  const wrapped = listOf(schema.allOf);
  const inner = wrapped.length === 1 ? fieldsOf(wrapped[0]) : schema;
  const reference = textOf(inner.$ref).split('/').at(-1);
  if (!reference) return inner;
  const target = fieldsOf(schemas[reference]);
  const own = textOf(schema.description);
  return { ...target, title: titleOf(reference), ...(own === '' ? {} : { description: own }) };
};

const titleOf = (reference: string): string => reference.split('.').at(-1) ?? reference;

/** The element that a path steps into: of lists and maps, what they hold. */
const heldOf = (schemas: Schemas, schema: Fields): Fields => {
  const plain = plainOf(schemas, schema);
  if (isFields(plain.items)) return heldOf(schemas, plain.items);
  return isFields(plain.additionalProperties) ? heldOf(schemas, plain.additionalProperties) : plain;
};

const typeOf = (schemas: Schemas, schema: Fields): string => {
  const plain = plainOf(schemas, schema);
  if (isFields(plain.items)) return `[]${typeOf(schemas, plain.items)}`;
  if (isFields(plain.additionalProperties)) return `map[string]${typeOf(schemas, plain.additionalProperties)}`;
  const type = textOf(plain.type);
  if (isFields(plain.properties) || type === 'object') return textOf(plain.title) || 'Object';
  return type || textOf(plain.title) || (plain['x-kubernetes-int-or-string'] ? 'IntOrString' : 'any');
};

/** The schema whose group, version and kind these are. */
export const schemaOf = (
  schemas: Schemas,
  { group, version, kind }: Pick<Kind, 'group' | 'version' | 'kind'>,
): Fields | undefined =>
  Object.values(schemas)
    .map(fieldsOf)
    .find((schema) =>
      listOf(schema['x-kubernetes-group-version-kind'])
        .map(fieldsOf)
        .some((gvk) => gvk.group === group && gvk.version === version && gvk.kind === kind),
    );

/** Throws NOT_FOUND, naming the fields there are, when the path leads nowhere. */
export const explain = (schemas: Schemas, root: Fields, kind: Kind, path: readonly string[]): Explained => {
  let schema = root;
  for (const [depth, step] of path.entries()) {
    const properties = fieldsOf(heldOf(schemas, schema).properties);
    const name = step.replace(/\[\*?\d*\]$/, '');
    if (!Object.hasOwn(properties, name)) {
      const where = path.slice(0, depth).join('.') || kind.kind;
      const names = Object.keys(properties).sort().join(', ') || 'none';
      throw new Fault('NOT_FOUND', `${where} has no such field. It has: ${names}.`);
    }
    schema = fieldsOf(properties[name]);
  }
  const held = heldOf(schemas, schema);
  const required = new Set(listOf(held.required));
  const fields = Object.entries(fieldsOf(held.properties)).map(([name, property]) => {
    const description = textOf(plainOf(schemas, fieldsOf(property)).description).trim();
    return {
      name,
      type: typeOf(schemas, fieldsOf(property)),
      ...(description === '' ? {} : { description }),
      required: required.has(name),
    };
  });
  return {
    kind: fullName(kind),
    path: path.join('.'),
    description: (textOf(plainOf(schemas, schema).description) || textOf(held.description)).trim(),
    type: path.length === 0 ? kind.kind : typeOf(schemas, schema),
    fields: fields.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
};
