# METADATA
# title: The entry points, when something is missing or strange
package policy_tests.main

import data.main
import data.system.log

_input(overlay) := object.union(data.cases.base, overlay)

test_without_guards_nothing_ungranted_is_allowed if {
	decision := main.decision with input as _input({"request": {"resource": "widgets"}}) with data.guards as {}
	decision.effect == "deny"
	[reason.code | some reason in decision.reasons] == ["not_allowed"]
}

test_without_grants_nothing_is_allowed if {
	decision := main.decision with input as _input({}) with data.config.grants as []
	decision.effect == "deny"
}

test_a_reason_of_another_shape_still_refuses[name] if {
	some name, reason in {"a text": "no", "an empty object": {}, "null": null, "false": false}
	decision := main.decision with input as _input({}) with data.guards as {"odd": {"deny": {reason}}}
	decision.effect == "deny"
}

test_a_new_guard_takes_part_without_being_named if {
	reason := {"code": "custom", "message": "No.", "remedy": "Go.", "subject": ""}
	decision := main.decision with input as _input({}) with data.guards as {"mine": {"deny": {reason}}}
	decision.effect == "deny"
	decision.reasons == [reason]
}

# A guard of changes, of which each public rule speaks.
_of_changes := {"write": {"mine": {
	"deny": {{"code": "custom", "message": "No.", "remedy": "Go.", "subject": ""}},
	"approve": {{"code": "custom", "message": "No.", "remedy": "Go.", "subject": "", "risk": "high"}},
	"needs": {"live"},
	"oblige": {{"type": "dryRun"}},
}}}

_of(verb) := {"request": {"verb": verb, "name": "web-1"}}

# It is heard for every verb that is not known to read: the others, and those that do not exist.
test_a_guard_of_changes_is_heard_for_whatever_is_no_read if {
	verbs := {"create", "update", "patch", "delete", "deletecollection", "watch", "Get", "*", "", "no-such-verb"}
	decided := {verb: decision |
		some verb in verbs
		decision := main.decision with input as _input(_of(verb)) with data.guards as _of_changes
	}
	every verb in verbs {
		decided[verb].effect == "deny"
		[reason.code | some reason in decided[verb].reasons] == ["custom"]
		decided[verb].approval.risk == "high"
		decided[verb].obligations == [{"type": "dryRun"}]
	}
	pods := main.decision with input as _input(_of("delete")) with data.guards as _of_changes
	pods.needs == ["live"]
}

test_a_guard_of_changes_says_nothing_of_reads if {
	every verb in data.config.verbs.read {
		main.decision.effect == "allow" with input as _input(_of(verb)) with data.guards as _of_changes
		main.decision.obligations == [] with input as _input(_of(verb)) with data.guards as _of_changes
	}
}

test_any_guard_hides_tools if {
	every guards in [{"mine": {"hide": {"get"}}}, {"write": {"mine": {"hide": {"get"}}}}] {
		tools := main.catalog.tools with data.guards as guards
		names := [tool.name | some tool in tools]
		"list" in names
		not "get" in names
	}
}

test_a_reason_may_forbid_that_it_is_only_watched if {
	reason := {"code": "custom", "message": "No.", "remedy": "Go.", "subject": "", "firm": true}
	decision := main.decision with input as _input({})
		with data.guards as {"mine": {"deny": {reason}}}
		with data.config.shadow.codes as ["custom"]
	decision.effect == "deny"
}

test_refused_goes_before_approved if {
	reason := {"code": "custom", "message": "No.", "remedy": "Go.", "subject": ""}
	decision := main.decision with input as _input({}) with data.guards as {"mine": {"deny": {reason}, "approve": {reason}}}
	decision.effect == "deny"
}

test_approval_needs_a_grant_too if {
	reason := {"code": "custom", "message": "No.", "remedy": "Go.", "subject": ""}
	decision := main.decision with input as _input({"request": {"resource": "widgets"}})
		with data.guards as {"mine": {"approve": {reason}}}
	decision.effect == "deny"
}

test_facts_are_asked_for_what_is_granted if {
	decision := main.decision with input as _input({}) with data.guards as {"mine": {"needs": {"live", "namespace"}}}
	decision.needs == ["live", "namespace"]
}

test_facts_are_not_asked_for_what_is_not_granted if {
	decision := main.decision with input as _input({"request": {"resource": "widgets"}})
		with data.guards as {"mine": {"needs": {"live"}}}
	decision.needs == []
}

test_an_unknown_obligation_refuses if {
	decision := main.decision with input as _input({}) with data.guards as {"mine": {"oblige": {{"type": "watermark"}}}}
	decision.effect == "deny"
	[reason.subject | some reason in decision.reasons] == ["watermark"]
}

test_who_approves_comes_from_config if {
	reason := {"code": "custom", "message": "No.", "remedy": "Go.", "subject": "", "risk": "high"}
	decision := main.decision with input as _input({}) with data.guards as {"mine": {"approve": {reason}}}
	decision.effect == "approve"
	decision.approval == object.union(
		object.remove(data.config.approval, ["groups", "skewSeconds", "stricter"]),
		{"risk": "high"},
	)
}

test_where_nobody_is_asked_no_way_to_agree_is_taken if {
	decision := main.decision with input as _input({})
	decision.effect == "allow"
	decision.approval.methods == []
}

test_every_decision_has_every_field if {
	decision := main.decision with input as _input({})
	object.keys(decision) == {"effect", "reasons", "needs", "obligations", "approval", "shadow"}
}

test_the_log_hides_what_config_says if {
	pointers := log.mask with input as {"input": {"call": {"arguments": {}}, "subject": {"claims": {}}}}
	pointers == sort(data.config.log.mask)
}

test_the_log_hides_arguments_and_claims_with_telling_names if {
	event := {"input": {
		"call": {"arguments": {"dbPassword": "x", "kind": "pods"}},
		"subject": {"claims": {"https://example.com/~token": "x", "email": "a@b"}},
	}}
	pointers := log.mask with input as event
	"/input/call/arguments/dbPassword" in pointers
	"/input/subject/claims/https:~1~1example.com~1~0token" in pointers
	count(pointers) == count(data.config.log.mask) + 2
}

test_the_log_survives_an_event_without_an_input if log.mask == sort(data.config.log.mask) with input as {}
