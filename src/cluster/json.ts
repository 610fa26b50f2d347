// Reads what a cluster sent: text to JSON objects of the shape expected, or a fault. Knows no HTTP.
import { Fault } from '../gate/fault.ts';

export type Fields = Record<string, unknown>;

/** True for what JSON calls an object. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object that says what kind it is; anything else is not the Kubernetes API. */
export const parseObject = (text: string): Fields => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Fault('CLUSTER_BROKEN', 'The answer is not JSON.', (error as Error).name);
  }
  if (isFields(value) && typeof value.kind === 'string') return value;
  throw new Fault('CLUSTER_BROKEN', 'The answer is not a Kubernetes object.');
};

export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
