# METADATA
# title: What is found of jobs and cron jobs
package policy_tests.diagnosis.jobs

import data.diagnosis.jobs
import data.lib.jobs as words
import data.policy_tests.diagnosis.shop
import data.policy_tests.diagnosis.world

_found(target, objects) := found if {
	found := shop.by_code(jobs.finding) with input as world.around(target, objects)
}

_job(name, conditions, more) := object.union(
	shop.one("Job", name, {
		"spec": {"backoffLimit": 2, "template": {"metadata": {"labels": {"job-name": name}}}},
		"status": {"failed": 3, "startTime": shop.an_hour_ago, "conditions": conditions},
	}),
	more,
)

_failed(reason) := object.union(shop.condition("Failed", "True", reason), {"message": "the words of the cluster"})

_of_cron := {"metadata": {"ownerReferences": [{"kind": "CronJob", "name": "sync"}]}}

_begun(moment) := object.union(_of_cron, {"metadata": {"creationTimestamp": moment}})

_cron(spec, status) := shop.one("CronJob", "sync", {"spec": spec, "status": status})

_pod := shop.pod_of("Job", "export", "export-1", {
	"metadata": {"labels": {"job-name": "export"}},
	"status": {
		"phase": "Failed",
		"containerStatuses": [shop.ended("app", 1, "Error")],
	},
})

test_a_job_that_gave_up_is_named_with_its_limit if {
	found := _found(_job("export", [_failed("BackoffLimitExceeded")], {}), [_pod]).job_gave_up
	contains(found.title, "Job shop/export failed: its pods failed more often than its backoffLimit of 2 allows")
	found.symptom
	found.evidence[0] == "Job shop/export: status.conditions[Failed] = message the words of the cluster, reason BackoffLimitExceeded"
}

test_a_job_whose_pods_are_gone_says_so_and_shows_what_was_said_of_them if {
	job := _job("export", [_failed("BackoffLimitExceeded")], {})
	gone := shop.pod_of("Job", "export", "export-x2", {})
	input_ := shop.also(
		world.around(job, [world.event(gone, "BackOff", "restarting", 4)]),
		[world.list("pods of export", "Pod", [])],
	)
	found := shop.by_code(jobs.finding) with input as input_
	object.keys(found) == {"job_pods_gone"}
	"event 2026-01-17T09:59:00Z BackOff x4 on Pod export-x2: restarting" in found.job_pods_gone.evidence
}

test_a_job_whose_pods_were_not_looked_for_is_not_said_to_have_lost_them if {
	found := _found(_job("export", [_failed("BackoffLimitExceeded")], {}), [])
	object.keys(found) == {"job_gave_up"}
}

test_a_deadline_is_named_with_its_seconds if {
	job := _job("export", [_failed("DeadlineExceeded")], {"spec": {"activeDeadlineSeconds": 3600}})
	found := _found(job, [world.event(job, "DeadlineExceeded", "too long", 1)]).job_deadline
	contains(found.title, "it was not done after 3600 seconds")
	count(found.evidence) == 3
}

test_a_job_that_its_own_rules_ended_is_named_with_the_reason if {
	found := _found(_job("export", [_failed("PodFailurePolicy")], {}), [])
	found.job_failed.title == "Job shop/export failed (PodFailurePolicy)."
}

test_a_job_that_runs_or_is_done_is_no_finding if {
	every conditions in [[], [shop.condition("Complete", "True", "CompletionsReached")]] {
		_found(_job("export", conditions, {}), []) == {}
	}
}

test_a_suspended_job_is_quiet if {
	_found(_job("export", [], {"spec": {"suspend": true}}), []).job_suspended.quiet
}

test_a_suspended_cron_job_is_quiet if {
	_found(_cron({"suspend": true}, {}), []).cronjob_suspended.quiet
}

test_the_latest_job_of_a_cron_job_counts if {
	failed := _job("sync-1", [_failed("BackoffLimitExceeded")], _begun(shop.an_hour_ago))
	done := _job("sync-2", [shop.condition("Complete", "True", "")], _begun(shop.five_minutes_ago))
	_found(_cron({}, {}), [failed, done]) == {}
	found := _found(_cron({}, {}), [failed]).job_gave_up
	"CronJob/shop/sync" in found.reaches
}

test_a_later_job_that_failed_too_speaks_for_the_earlier_one if {
	failed := [_job(name, [_failed("DeadlineExceeded")], _begun(moment)) |
		some [name, moment] in [["sync-1", shop.an_hour_ago], ["sync-2", shop.five_minutes_ago]]
	]
	_found(_cron({}, {}), failed).job_deadline.at == "Job/shop/sync-2"
}

test_a_later_job_that_still_runs_does_not if {
	failed := _job("sync-1", [_failed("DeadlineExceeded")], _begun(shop.an_hour_ago))
	runs := _job("sync-2", [], _begun(shop.five_minutes_ago))
	_found(_cron({}, {}), [failed, runs]).job_deadline.at == "Job/shop/sync-1"
}

test_a_failed_job_that_was_asked_for_is_told_although_a_later_one_went_well if {
	failed := _job("sync-1", [_failed("DeadlineExceeded")], _begun(shop.an_hour_ago))
	done := _job("sync-2", [shop.condition("Complete", "True", "")], _begun(shop.five_minutes_ago))
	_found(failed, [done, _cron({}, {"lastSuccessfulTime": shop.five_minutes_ago})]).job_deadline
}

test_a_cron_job_that_succeeded_since_is_well if {
	failed := _job("sync-1", [_failed("DeadlineExceeded")], _begun(shop.an_hour_ago))
	_found(_cron({}, {"lastSuccessfulTime": shop.five_minutes_ago}), [failed]) == {}
}

test_what_failed_in_a_job_that_came_to_a_good_end_is_over if {
	done := _job("export", [shop.condition("Complete", "True", "")], {})
	words.over(_pod) with input as world.around(done, [_pod])
}

test_what_failed_in_a_job_that_a_later_one_took_the_place_of_is_over if {
	failed := _job("export", [_failed("DeadlineExceeded")], _begun(shop.an_hour_ago))
	done := _job("sync-2", [shop.condition("Complete", "True", "")], _begun(shop.five_minutes_ago))
	words.over(_pod) with input as world.within([failed, done, _pod])
}

test_what_failed_in_a_job_that_failed_is_not_over if {
	failed := _job("export", [_failed("DeadlineExceeded")], {})
	not words.over(_pod) with input as world.around(failed, [_pod])
}

test_what_failed_for_good_an_hour_ago_is_past if {
	old := object.union(_pod, {"status": {"containerStatuses": [object.union(
		shop.ended("app", 1, "Error"),
		{"state": {"terminated": {"finishedAt": shop.an_hour_ago}}},
	)]}})
	job := _job("export", [_failed("DeadlineExceeded")], {})
	every key in ["Pod/shop/export-1", "Pod/shop/export-1/app", "Job/shop/export"] {
		words.past(key) with input as world.within([old, job])
	}
}

test_what_failed_a_moment_ago_is_not_past if {
	job := _job("export", [object.union(_failed("DeadlineExceeded"), {"lastTransitionTime": shop.a_moment_ago})], {})
	every key in ["Pod/shop/export-1", "Job/shop/export", "Job/shop/other", "Pod/shop/other"] {
		not words.past(key) with input as world.within([_pod, job])
	}
}

_said(reason, message, cron) := _found(cron, [world.event(cron, reason, message, 3)])

test_an_unknown_time_zone_is_named if {
	found := _said("UnknownTimeZone", "unknown time zone", _cron({"timeZone": "Europe/Belrin"}, {})).cronjob_zone
	found.title == "CronJob shop/sync starts no jobs: its time zone Europe/Belrin is unknown."
}

test_a_schedule_that_cannot_be_read_stands_in_the_evidence if {
	found := _said("UnparseableSchedule", "unparseable", _cron({"schedule": "* * * *"}, {})).cronjob_schedule
	found.evidence[0] == "CronJob shop/sync: spec.schedule = * * * *"
}

test_too_many_missed_starts_are_named if {
	cron := _cron({}, {"lastScheduleTime": shop.an_hour_ago})
	_said("TooManyMissedTimes", "too many missed start times: 101", cron).cronjob_missed
	_said("FailedNeedsStart", "cannot determine: too many missed start time (> 100)", cron).cronjob_missed
	_said("FailedNeedsStart", "something else", cron) == {}
}

test_a_deadline_that_is_too_short_to_start_is_named_with_its_seconds if {
	found := _said("MissSchedule", "missed", _cron({"startingDeadlineSeconds": 5}, {})).cronjob_late
	contains(found.title, "startingDeadlineSeconds of 5")
}

test_a_cron_job_whose_jobs_are_refused_shows_who_refused if {
	found := _said("FailedCreate", "exceeded quota: jobs", _cron({}, {"lastScheduleTime": shop.an_hour_ago})).cronjob_refused
	contains(found.evidence[0], "exceeded quota: jobs")
}

test_what_was_said_before_the_last_start_is_over if {
	cron := _cron({}, {"lastScheduleTime": shop.a_moment_ago})
	every reason in ["UnknownTimeZone", "MissSchedule", "FailedCreate", "TooManyMissedTimes"] {
		_said(reason, "too many missed start times: 101", cron) == {}
	}
}

_active := _cron({"concurrencyPolicy": "Forbid"}, {
	"active": [{"name": "sync-1"}],
	"lastScheduleTime": shop.an_hour_ago,
})

_running := _job("sync-1", [], _begun(shop.an_hour_ago))

_runs := shop.pod_of("Job", "sync-1", "sync-1-abc", {
	"metadata": {"labels": {"job-name": "sync-1"}},
	"status": {"containerStatuses": [shop.running("app", true)]},
})

_waits := world.event(_active, "JobAlreadyActive", "Not starting job", 9)

test_a_job_that_blocks_the_next_one_is_named_with_what_it_waits_for if {
	input_ := shop.also(
		world.around(_active, [_running, _runs, _waits]),
		[world.log(_runs, "app", "now", ["begin", "one", "waiting for lock", ""])],
	)
	found := shop.by_code(jobs.finding) with input as input_
	blocked := found.cronjob_blocked
	contains(blocked.title, "starts no new job while sync-1 is still running")
	"log of sync-1-abc/app: waiting for lock" in blocked.evidence
	not "log of sync-1-abc/app: begin" in blocked.evidence
	blocked.next.check == {"verb": "delete", "kind": "job", "name": "sync-1", "namespace": "shop"}
}

test_a_log_of_one_line_is_shown_whole if {
	input_ := shop.also(
		world.around(_active, [_running, _runs, _waits]),
		[world.log(_runs, "app", "now", ["waiting"])],
	)
	found := shop.by_code(jobs.finding) with input as input_
	"log of sync-1-abc/app: waiting" in found.cronjob_blocked.evidence
}

test_the_log_of_a_job_that_blocks_is_asked_for if {
	asked := shop.ids(jobs.asks) with input as world.around(_active, [_running, _runs, _waits])
	"log/shop/sync-1-abc/app/now" in asked
	"list/jobs/shop" in asked
}

test_a_job_that_has_run_for_a_day_blocks_although_nobody_says_so if {
	long := object.union(_running, {"status": {"startTime": shop.last_week}})
	_found(_active, [long]).cronjob_blocked
}

test_a_job_that_runs_a_little_longer_than_its_interval_blocks_nothing if {
	short := object.union(_running, {"status": {"startTime": shop.five_minutes_ago}})
	_found(_active, [short, _waits]) == {}
	_found(_active, [_running]) == {}
}
