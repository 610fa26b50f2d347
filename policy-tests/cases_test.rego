# METADATA
# title: The cases of cases/data.yaml, through opa test
package policy_tests.cases

import data.main

test_cases if wrong(data.cases.named) == set()

test_cases_of_changes if wrong(data.cases.writes.named) == set()

test_cases_of_workloads if wrong(data.cases.workloads.named) == set()

test_cases_of_approvals if wrong(data.cases.approvals.named) == set()

# METADATA
# title: The names of cases that decide otherwise than they say
# description: >-
#   opa eval -d policies -d policy-tests 'data.policy_tests.cases.wrong(data.cases.writes.named)' shows them. A test for
#   each case would be traced, which costs five times the decision.
wrong(cases) := {name |
	some name, case in cases
	not _decided(case)
}

_decided(case) if {
	decision := _decision(case)
	decision.effect == case.effect
	_codes(decision.reasons) == sort(object.get(case, "codes", []))
	_codes(decision.shadow) == sort(object.get(case, "shadow", []))
	_subjects(decision) == sort(object.get(case, "subjects", _subjects(decision)))
	_types(decision) == sort(object.get(case, "types", _types(decision)))
	every bound in object.get(case, "binds", []) { bound in decision.obligations }
}

# Data that is replaced costs ten times the decision, so only where it is.
_decision(case) := decision if {
	object.filter(case, ["config", "preset"]) == {}
	decision := main.decision with input as _input(case)
} else := decision if {
	decision := main.decision with input as _input(case) with data.config as _config(case)
}

test_every_case_is_there if {
	count(data.cases.named) > 100
	count(data.cases.writes.named) > 80
	count(data.cases.workloads.named) > 30
	count(data.cases.approvals.named) > 40
}

_input(case) := object.union(
	object.union(data.cases.base, {"request": object.get(case, "request", {})}),
	object.get(case, "input", {}),
)

_config(case) := object.union(
	object.union(data.config, data.config.presets[object.get(case, "preset", "default")]),
	object.get(case, "config", {}),
)

_codes(reasons) := sort([reason.code | some reason in reasons])

_subjects(decision) := sort([reason.subject | some reason in decision.reasons])

_types(decision) := sort([obligation.type | some obligation in decision.obligations])
