# METADATA
# title: "Diagnosis: jobs"
# description: Jobs that failed or wait, and cron jobs that do not start any.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.jobs

import data.lib.asks
import data.lib.findings
import data.lib.jobs
import data.lib.related
import data.lib.seen
import data.lib.surroundings

# METADATA
# title: "{object} failed: its pods failed more often than its backoffLimit of {limit} allows (BackoffLimitExceeded)."
# description: A job gives up after so many failed pods; why they failed is told by the pods, if they are still there.
# custom:
#   code: job_gave_up
#   stage: rollout
#   weight: 70
#   symptom: true
#   remedy: Look into the logs of its pods, correct the cause, and create the job anew; a failed job does not start again.
finding contains findings.of(rego.metadata.rule(), {
	"object": job,
	"values": {"limit": object.get(job, ["spec", "backoffLimit"], 6)},
	"evidence": _evidence(job, condition),
	"reaches": _crons(job),
}) if {
	some job in _current
	condition := jobs.condition(job, "Failed")
	condition.reason == "BackoffLimitExceeded"
	not _is_bare(job)
}

# METADATA
# title: "{object} failed: its pods failed more often than its backoffLimit of {limit} allows (BackoffLimitExceeded); they are gone, and their logs with them."
# description: With restartPolicy OnFailure the last pod is deleted when the limit is reached; others are deleted by somebody.
# custom:
#   code: job_pods_gone
#   stage: end
#   weight: 70
#   remedy: Look where logs are collected; or create the job anew with restartPolicy Never, which keeps its failed pods.
finding contains findings.of(rego.metadata.rule(), {
	"object": job,
	"values": {"limit": object.get(job, ["spec", "backoffLimit"], 6)},
	"evidence": array.concat(_evidence(job, condition), [findings.event(event) |
		some event in seen.events
		event.kind == "Pod"
		event.type == "Warning"
		startswith(event.name, concat("", [job.metadata.name, "-"]))
	]),
	"reaches": _crons(job),
}) if {
	some job in _current
	condition := jobs.condition(job, "Failed")
	condition.reason == "BackoffLimitExceeded"
	_is_bare(job)
}

# METADATA
# title: "{object} failed: it was not done after {seconds} seconds, its activeDeadlineSeconds (DeadlineExceeded)."
# description: A job is ended, with its pods, when its deadline is over.
# custom:
#   code: job_deadline
#   stage: end
#   weight: 75
#   remedy: Find what makes it slow or keeps its pods from starting, or raise activeDeadlineSeconds; then create the job anew.
finding contains findings.of(rego.metadata.rule(), {
	"object": job,
	"values": {"seconds": object.get(job, ["spec", "activeDeadlineSeconds"], "some")},
	"evidence": _evidence(job, condition),
	"reaches": _crons(job),
}) if {
	some job in _current
	condition := jobs.condition(job, "Failed")
	condition.reason == "DeadlineExceeded"
}

# METADATA
# title: "{object} failed ({reason})."
# description: "By its own rules: a pod failure policy, a success policy, failed indexes."
# custom:
#   code: job_failed
#   stage: end
#   weight: 70
#   remedy: Read the reason in the evidence and correct it; then create the job anew.
finding contains findings.of(rego.metadata.rule(), {
	"object": job,
	"values": {"reason": condition.reason},
	"evidence": _evidence(job, condition),
	"reaches": _crons(job),
}) if {
	some job in _current
	condition := jobs.condition(job, "Failed")
	not condition.reason in {"BackoffLimitExceeded", "DeadlineExceeded"}
}

# METADATA
# title: "{object} is suspended (spec.suspend is true), so none of its pods runs."
# description: Somebody, or a queue, holds it back.
# custom:
#   code: job_suspended
#   stage: wanted
#   weight: 30
#   quiet: true
#   remedy: Set spec.suspend to false when it should run.
finding contains findings.of(rego.metadata.rule(), {
	"object": job,
	"evidence": [findings.field(job, "spec.suspend", true)],
}) if {
	some job in seen.objects("Job")
	job.spec.suspend
}

# METADATA
# title: "{object} is suspended (spec.suspend is true), so it starts no jobs."
# description: Somebody holds it back.
# custom:
#   code: cronjob_suspended
#   stage: wanted
#   weight: 30
#   quiet: true
#   remedy: Set spec.suspend to false when it should run.
finding contains findings.of(rego.metadata.rule(), {
	"object": cron,
	"evidence": [
		findings.field(cron, "spec.suspend", true),
		findings.field(cron, "status.lastScheduleTime", object.get(cron, ["status", "lastScheduleTime"], "never")),
	],
}) if {
	some cron in seen.objects("CronJob")
	cron.spec.suspend
}

# METADATA
# title: "{object} starts no jobs: its time zone {zone} is unknown."
# description: Names are those of the IANA database, such as Europe/Berlin.
# custom:
#   code: cronjob_zone
#   stage: wanted
#   weight: 80
#   remedy: Correct spec.timeZone of {object}.
finding contains findings.of(rego.metadata.rule(), {
	"object": cron,
	"values": {"zone": object.get(cron, ["spec", "timeZone"], "")},
	"evidence": [findings.event(event)],
}) if {
	some cron in seen.objects("CronJob")
	some event in _last(cron, {"UnknownTimeZone"})
}

# METADATA
# title: "{object} starts no jobs: its schedule cannot be read (spec.schedule, {reason})."
# description: A schedule has five fields, minute to weekday.
# custom:
#   code: cronjob_schedule
#   stage: wanted
#   weight: 80
#   remedy: Correct spec.schedule of {object}; five fields such as "*/5 * * * *".
finding contains findings.of(rego.metadata.rule(), {
	"object": cron,
	"values": {"reason": event.reason},
	"evidence": [findings.field(cron, "spec.schedule", object.get(cron, ["spec", "schedule"], "")), findings.event(event)],
}) if {
	some cron in seen.objects("CronJob")
	some event in _last(cron, {"UnparseableSchedule", "InvalidSchedule", "UnParseableCronJobSchedule"})
}

# METADATA
# title: "{object} missed too many starts and starts no more jobs (more than 100 missed start times)."
# description: The controller gives up counting when it, or the cron job, was held back for long; a deadline bounds the count.
# custom:
#   code: cronjob_missed
#   stage: wanted
#   weight: 75
#   remedy: Set spec.startingDeadlineSeconds, such as 200, so that only recent starts count.
finding contains findings.of(rego.metadata.rule(), {
	"object": cron,
	"evidence": [findings.event(event)],
}) if {
	some cron in seen.objects("CronJob")
	some event in _last(cron, {"TooManyMissedTimes", "FailedNeedsStart"})
	contains(event.message, "too many missed start time")
}

# METADATA
# title: "{object} misses its starts: none began within its startingDeadlineSeconds of {seconds} (MissSchedule)."
# description: A start that is later than the deadline is left out; a controller that looks every ten seconds needs more.
# custom:
#   code: cronjob_late
#   stage: wanted
#   weight: 70
#   remedy: Raise spec.startingDeadlineSeconds of {object}, to 60 or more.
finding contains findings.of(rego.metadata.rule(), {
	"object": cron,
	"values": {"seconds": object.get(cron, ["spec", "startingDeadlineSeconds"], "none")},
	"evidence": [findings.event(event)],
}) if {
	some cron in seen.objects("CronJob")
	some event in _last(cron, {"MissSchedule"})
}

# METADATA
# title: "{object} starts no new job while {running} is still running (concurrencyPolicy Forbid)."
# description: A job that hangs keeps all later ones from starting.
# custom:
#   code: cronjob_blocked
#   stage: rollout
#   weight: 70
#   remedy: Find out what {running} waits for; deleting it lets the next one start. Set activeDeadlineSeconds in the template.
finding contains findings.of(rego.metadata.rule(), {
	"object": cron,
	"values": {"running": job.metadata.name},
	"evidence": array.concat(
		[
			findings.field(cron, "spec.concurrencyPolicy", "Forbid"),
			findings.field(job, "status", object.filter(job.status, ["active", "startTime", "ready"])),
		],
		array.concat(
			[findings.event(event) | some event in _last(cron, {"JobAlreadyActive"})],
			[findings.log(pod, container, "now", line) | some [pod, container] in _running(job); some line in _end(pod, container)],
		),
	),
	"next": {
		"tool": "delete",
		"arguments": _named(job),
		"check": object.union(_named(job), {"verb": "delete"}),
	},
}) if {
	some cron in seen.objects("CronJob")
	cron.spec.concurrencyPolicy == "Forbid"
	job := _active(cron)[0]
	_blocks(job, cron)
}

# METADATA
# title: "{object} cannot create its jobs ({reason})."
# description: The API server refused; its words are in the evidence.
# custom:
#   code: cronjob_refused
#   stage: admission
#   weight: 75
#   remedy: Read the reason in the evidence and correct what it names.
finding contains findings.of(rego.metadata.rule(), {
	"object": cron,
	"values": {"reason": event.reason},
	"evidence": [findings.event(event)],
}) if {
	some cron in seen.objects("CronJob")
	some event in _last(cron, {"FailedCreate"})
}

# Of a cron job only the latest job counts: the next one may have put it right.
_current := [job |
	some job in seen.objects("Job")
	not jobs.replaced(job)
]

# Its pods were looked for, and there are none.
_is_bare(job) if {
	listed := seen.observed(asks.list_id(concat(" ", ["pods of", job.metadata.name]), seen.namespace_of(job)))
	listed.outcome == "ok"
	count(related.pods(seen.key_of(job))) == 0
}

_crons(job) := [seen.key("CronJob", seen.namespace_of(job), reference.name) |
	some reference in object.get(job, ["metadata", "ownerReferences"], [])
	reference.kind == "CronJob"
]

_blocks(job, cron) if {
	count(_last(cron, {"JobAlreadyActive"})) > 0
	seen.lasting(job.status.startTime)
}

_blocks(job, _) if seen.ago(job.status.startTime) > 86400

_named(job) := {"kind": "job", "name": job.metadata.name, "namespace": seen.namespace_of(job)}

_running(job) := [[pod, status.name] |
	some pod in related.pods(seen.key_of(job))
	some status in object.get(pod, ["status", "containerStatuses"], [])
	status.state.running
]

# What a program that hangs said last.
_end(pod, container) := array.slice(lines, count(lines) - 2, count(lines)) if {
	lines := [line | some line in seen.log(pod, container, "now"); trim_space(line) != ""]
	count(lines) > 1
}

else := seen.log(pod, container, "now")

_active(cron) := [job |
	some job in jobs.of(cron)
	some one in cron.status.active
	one.name == job.metadata.name
]

# What the controller said last, if it has started no job since.
_last(cron, reasons) := array.slice(events, count(events) - 1, count(events)) if {
	events := [event |
		some event in seen.events_of(cron)
		event.reason in reasons
		not _is_over(cron, event)
	]
	count(events) > 0
}

else := []

_is_over(cron, event) if seen.ago(cron.status.lastScheduleTime) < seen.ago(event.last)

_evidence(job, condition) := array.concat(
	[
		findings.field(job, concat("", ["status.conditions[", condition.type, "]"]), object.filter(condition, ["reason", "message"])),
		findings.field(job, "status", object.filter(job.status, ["active", "failed", "succeeded", "startTime"])),
	],
	[findings.event(event) | some event in seen.events_of(job); event.type == "Warning"],
)

# METADATA
# title: The jobs of a cron job
asks contains surroundings.jobs_of(cron) if {
	some cron in seen.objects("CronJob")
	seen.target.kind == "CronJob"
}

# METADATA
# title: What a job that blocks the next one says
asks contains asks.want(3, asks.log(pod, container, "now")) if {
	some cron in seen.objects("CronJob")
	cron.spec.concurrencyPolicy == "Forbid"
	some job in _active(cron)
	_blocks(job, cron)
	some [pod, container] in _running(job)
}
