// Values as YAML for people to read. Knows no Kubernetes.
import { stringify } from 'yaml';

/** A value as YAML: no line is folded, nothing is an alias. */
export function writeYaml(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });
}
