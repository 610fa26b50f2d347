# METADATA
# title: "Guard: clusters"
# description: Which clusters may be used at all, by name and by label.
# schemas:
#   - input: schema.input
#   - data.config: schema.config
package guards.clusters

import data.lib.patterns
import data.lib.reasons

# METADATA
# title: This cluster is closed.
# description: Its name fits none of config.clusters.allow or one of config.clusters.deny, or a label does not fit.
# custom:
#   code: cluster_closed
#   remedy: Use another cluster. The operator opens one in config.clusters.
deny contains reasons.of(rego.metadata.rule(), input.cluster.name) if _closed

_closed if not patterns.any_fits(data.config.clusters.allow, input.cluster.name)

_closed if patterns.any_fits(data.config.clusters.deny, input.cluster.name)

_closed if {
	some label, wanted in data.config.clusters.labels
	not patterns.any_fits(wanted, object.get(input.cluster.labels, label, ""))
}
