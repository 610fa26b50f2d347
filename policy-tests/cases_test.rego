# METADATA
# title: The cases of cases/data.yaml, through opa test
package policy_tests.cases

import data.main

test_case[name] if {
	some name, case in data.cases.named
	decision := main.decision with input as _input(case) with data.config as _config(case)
	decision.effect == case.effect
	_codes(decision.reasons) == sort(object.get(case, "codes", []))
	_codes(decision.shadow) == sort(object.get(case, "shadow", []))
	_subjects(decision) == sort(object.get(case, "subjects", _subjects(decision)))
	_types(decision) == sort(object.get(case, "types", _types(decision)))
	every bound in object.get(case, "binds", []) { bound in decision.obligations }
}

test_every_case_is_there if count(data.cases.named) > 100

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
