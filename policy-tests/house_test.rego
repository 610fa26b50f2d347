# METADATA
# title: Promises about the policy as a whole
package policy_tests.house

import data.main

# Of every case, under the default preset: whatever is asked, these hold.
_decisions[name] := decision if {
	some name, _ in _requests
	decision := main.decision with input as _requests[name]
}

_requests[name] := object.union(data.cases.base, {"request": object.get(case, "request", {})}) if {
	some name, case in data.cases.named
}

_allowed := {name: decision | some name, decision in _decisions; decision.effect == "allow"}

_refused := {name: decision | some name, decision in _decisions; decision.effect == "deny"}

test_nothing_of_a_closed_namespace_is_ever_allowed if {
	asked := {name | some name, case in _requests; startswith(lower(case.request.namespace), "kube-")}
	count(asked) > 5
	every name in asked { _refused[name] }
}

test_no_secret_is_ever_allowed if {
	asked := {name | some name, case in _requests; lower(case.request.kind) == "secret"}
	count(asked) > 5
	every name in asked { _refused[name] }
}

test_every_refusal_has_a_reason_with_a_remedy if {
	every decision in _refused { count(decision.reasons) > 0 }
	every reason in {reason | some decision in _refused; some reason in decision.reasons} {
		reason.code != "unnamed"
		reason.message != ""
		reason.remedy != ""
	}
}

test_everything_allowed_is_bounded_and_redacted if {
	every decision in _allowed {
		{"limit", "redact", "classify"} - {obligation.type | some obligation in decision.obligations} == set()
	}
}

test_every_read_of_objects_is_cut_to_fields if {
	every name, decision in _allowed {
		{"fields" | _requests[name].request.subresource == ""} - {o.type | some o in decision.obligations} == set()
	}
}

test_another_guard_never_allows_more if {
	every case in _requests {
		decision := main.decision with input as case with data.guards.mine as {"deny": {{"code": "x"}}}
		decision.effect == "deny"
	}
}

test_nothing_at_all_is_allowed_without_grants if {
	every case in _requests {
		decision := main.decision with input as case with data.config.grants as []
		decision.effect == "deny"
	}
}

# An empty list of fields shows less than a missing one: env values must not come back by a broader path.
test_no_list_lets_env_values_out if {
	every path in data.config.fields.parts.podSpec {
		not path in ["containers", "containers[*]", "containers[*].env", "containers[*].env[*]", "containers[*].env[*].value"]
	}
	every path in data.config.fields.read.configmaps { not path in ["data", "data.*", "binaryData", "binaryData.*"] }
	not "metadata.annotations" in data.config.fields.common
}

test_the_server_introduces_itself_briefly if count(split(data.config.instructions, " ")) < 100
