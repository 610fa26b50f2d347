// Permits to write as the gate writes them, and the objects the tests write. Knows no cluster.
import type { Permit, Resource } from '../../src/gate/ports.ts';
import { deployments, permit } from './permits.ts';

type Type = Pick<Resource, 'group' | 'version' | 'kind' | 'resource' | 'scope'>;
type Fields = Record<string, unknown>;
export type Written = {
  readonly namespace?: string;
  readonly name?: string;
  readonly subresource?: string;
  readonly body?: Fields;
  readonly options?: Partial<Permit['request']['options']>;
  readonly precondition?: NonNullable<Permit['precondition']>;
};

/** A permit to write; what is not said is what the gate would fill in. */
export const writing = (verb: string, type: Type, { body = {}, precondition, ...wanted }: Written): Permit => {
  const { request, ...rest } = permit(type, { verb, ...wanted });
  return { ...rest, request: { ...request, body }, precondition };
};

export const configmaps = {
  group: '',
  version: 'v1',
  kind: 'ConfigMap',
  resource: 'configmaps',
  scope: 'Namespaced',
} as const;

export const accessReviews = {
  group: 'authorization.k8s.io',
  version: 'v1',
  kind: 'SelfSubjectAccessReview',
  resource: 'selfsubjectaccessreviews',
  scope: 'Cluster',
} as const;

export const configmap = (name: string, more: Fields = {}, labels?: Fields): Fields => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name, ...(labels ? { labels } : {}) },
  ...more,
});

/** Two containers, so that a merge by name shows. */
export const deployment = (name: string, spec: Fields = {}, labels: Fields = { app: name }): Fields => ({
  apiVersion: 'apps/v1',
  kind: deployments.kind,
  metadata: { name, labels },
  spec: {
    selector: { matchLabels: { app: name } },
    template: {
      metadata: { labels: { app: name } },
      spec: {
        containers: [
          { name: 'web', image: 'registry.example.com/web:1', ports: [{ containerPort: 8080 }] },
          { name: 'sidecar', image: 'registry.example.com/sidecar:1' },
        ],
      },
    },
    ...spec,
  },
});
