# METADATA
# title: "Tool: restart"
# description: New pods for a workload, one after the other, as kubectl rollout restart makes them.
# schemas:
#   - input: schema.planning
package tools.restart

import data.lib.intents
import data.lib.reasons
import data.lib.rollouts

# METADATA
# title: What tools/list shows
card := {
	"title": "Restart",
	"description": "Replaces the pods of a workload, as kubectl rollout restart.",
	"arguments": intents.form({}, []),
	"hints": intents.changing(false),
	"examples": [{"kind": "deploy", "name": "web", "namespace": "shop"}],
}

# METADATA
# title: A look at the object, then the patch of its template
plan := intents.looking([intents.look(["metadata.name", "spec.paused"])]) if not intents.seen

else := intents.refused(_refusals) if count(_refusals) > 0

else := intents.carried([_stamped], intents.followed)

# METADATA
# title: The change, and what became of it
answer := intents.told(["restart"])

# The moment is written when it is sent, so that what is approved does not change with every second.
_stamped := object.union(intents.patch("strategic", _body), {"options": {"stamp": [_pointer]}})

_body := {"spec": {"template": {"metadata": {"annotations": _annotations}}}}

_annotations := {"kubectl.kubernetes.io/restartedAt": "(time of sending)"}

_pointer := "/spec/template/metadata/annotations/kubectl.kubernetes.io~1restartedAt"

_refusals contains reason if some reason in intents.paused

# METADATA
# title: A pod cannot be restarted in place.
# custom:
#   code: not_restartable
#   remedy: Restart the workload that controls it, or delete the pod; a controlled pod is made anew.
_refusals contains reasons.of(rego.metadata.rule(), intents.exact.kind) if {
	intents.seen
	intents.exact.kind == "Pod"
}

# METADATA
# title: This kind is not restarted.
# custom:
#   code: not_restartable
#   remedy: Restart a Deployment, a StatefulSet or a DaemonSet.
_refusals contains reasons.of(rego.metadata.rule(), intents.exact.kind) if {
	intents.seen
	intents.exact.kind != "Pod"
	not rollouts.known(intents.exact.group, intents.exact.kind)
}
