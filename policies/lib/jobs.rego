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
condition(object_, type) := one if {
	some one in object.get(object_, ["status", "conditions"], [])
	one.type == type
	one.status == "True"
}

# METADATA
# title: A condition that does not hold
failing(object_, type) := one if {
	some one in object.get(object_, ["status", "conditions"], [])
	one.type == type
	one.status == "False"
}

# METADATA
# title: The pod belongs to a job that has come to its good end
# description: What failed on the way there is over.
over(pod) if {
	some reference in object.get(pod, ["metadata", "ownerReferences"], [])
	reference.kind == "Job"
	job := seen.objects("Job")[seen.key("Job", seen.namespace_of(pod), reference.name)]
	condition(job, "Complete")
}

# METADATA
# title: Jobs of a cron job, the latest first
of(cron) := array.reverse([entry[2] | some entry in sort([[_begun(job), id, job] |
	some id, job in seen.objects("Job")
	some reference in object.get(job, ["metadata", "ownerReferences"], [])
	reference.kind == "CronJob"
	reference.name == cron.metadata.name
])])

_begun(job) := object.get(job, ["metadata", "creationTimestamp"], "")
