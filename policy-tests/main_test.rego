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
	decision := main.decision with input as _input({})
	decision.approval.quorum == data.config.approval.quorum
	decision.approval.risk == "low"
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
