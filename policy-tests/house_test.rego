# METADATA
# title: Promises about the policy as a whole
package policy_tests.house

import data.main

# Of every case that reads, under the default preset: whatever is asked, these hold.
_requests[name] := object.union(data.cases.base, {"request": object.get(case, "request", {})}) if {
	some name, case in data.cases.named
}

_decided(request) := decision if {
	decision := main.decision with input as request
}

_decisions[name] := _decided(request) if some name, request in _requests

test_nothing_of_a_closed_namespace_is_ever_allowed if {
	asked := [case | some case in _requests; startswith(lower(case.request.namespace), "kube-")]
	count(asked) > 5
	every case in asked { _decided(case).effect == "deny" }
}

test_no_secret_is_ever_allowed if {
	asked := [case | some case in _requests; lower(case.request.kind) == "secret"]
	count(asked) > 5
	every case in asked { _decided(case).effect == "deny" }
}

test_every_refusal_has_a_remedy_and_everything_allowed_has_bounds if {
	every name, decision in _decisions { _explained(decision, _requests[name].request) }
}

_explained(decision, _) if {
	decision.effect == "deny"
	count(decision.reasons) > 0
	every reason in decision.reasons {
		reason.code != "unnamed"
		reason.message != ""
		reason.remedy != ""
	}
}

_explained(decision, request) if {
	decision.effect == "allow"
	types := {obligation.type | some obligation in decision.obligations}
	({"limit", "redact", "classify"} | {"fields" | request.subresource == ""}) - types == set()
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
