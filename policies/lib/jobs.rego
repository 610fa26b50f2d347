# METADATA
# title: Jobs
# description: How a job stands, by its conditions. Knows no finding.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package lib.jobs

import data.lib.seen

# METADATA
# title: A condition of an object that holds
# description: Of any kind. Undefined when it does not hold or is not there.
condition(object_, type) := _conditions(object_, type, "True")[0]

# METADATA
# title: A condition that does not hold
failing(object_, type) := _conditions(object_, type, "False")[0]

# There is one of a type, but a dump may hold anything.
_conditions(object_, type, status) := [one |
	some one in object.get(object_, ["status", "conditions"], [])
	one.type == type
	one.status == status
]

# METADATA
# title: The pod belongs to a job that has come to its good end, or that a later one took the place of
# description: What failed on the way there is over.
over(pod) if {
	some reference in object.get(pod, ["metadata", "ownerReferences"], [])
	reference.kind == "Job"
	job := seen.objects("Job")[seen.key("Job", seen.namespace_of(pod), reference.name)]
	_is_over(job)
}

_is_over(job) if condition(job, "Complete")

_is_over(job) if replaced(job)

# METADATA
# title: A later job of the same cron job has come to an end, and tells how it stands
# description: Not where the earlier one is what was asked for.
replaced(job) if {
	some reference in object.get(job, ["metadata", "ownerReferences"], [])
	reference.kind == "CronJob"
	some later in _of(seen.namespace_of(job), reference.name)
	_begun(later) > _begun(job)
	_has_ended(later)
	not _is_target(job)
}

replaced(job) if {
	some reference in object.get(job, ["metadata", "ownerReferences"], [])
	reference.kind == "CronJob"
	cron := seen.objects("CronJob")[seen.key("CronJob", seen.namespace_of(job), reference.name)]
	seen.ago(cron.status.lastSuccessfulTime) < seen.ago(_begun(job))
	not _is_target(job)
}

_has_ended(job) if condition(job, "Complete")

_has_ended(job) if condition(job, "Failed")

_is_target(job) if seen.key_of(job) == seen.target.key

# METADATA
# title: Jobs of a cron job, the latest first
of(cron) := _of(seen.namespace_of(cron), cron.metadata.name)

_of(namespace, name) := array.reverse([entry[2] | some entry in sort([[_begun(job), id, job] |
	some id, job in seen.objects("Job")
	seen.namespace_of(job) == namespace
	some reference in object.get(job, ["metadata", "ownerReferences"], [])
	reference.kind == "CronJob"
	reference.name == name
])])

_begun(job) := object.get(job, ["metadata", "creationTimestamp"], object.get(job, ["status", "startTime"], ""))

# METADATA
# title: What failed there is done with, and not lately
# description: "A key of a pod, of a container, or of a job: it failed for good longer ago than what is recent."
past(key) if {
	parts := split(key, "/")
	parts[0] == "Pod"
	pod := seen.pods[concat("/", array.slice(parts, 0, 3))]
	pod.status.phase == "Failed"
	every status in object.get(pod, ["status", "containerStatuses"], []) { not _is_recent(status) }
}

past(key) if {
	failed := condition(seen.objects("Job")[key], "Failed")
	not seen.lately(failed.lastTransitionTime)
}

_is_recent(status) if seen.lately(status.state.terminated.finishedAt)
