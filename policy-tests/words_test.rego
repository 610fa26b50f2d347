# METADATA
# title: The shared words, one by one
package policy_tests.words

import data.lib.arguments
import data.lib.durations
import data.lib.grants
import data.lib.namespaces
import data.lib.patterns
import data.lib.reasons
import data.lib.requests
import data.lib.spread

_fitting := {
	"the same text": ["shop", "shop"],
	"a star alone": ["*", "shop"],
	"a star and nothing": ["*", ""],
	"a star at the end": ["kube-*", "kube-system"],
	"a star that stands for nothing": ["kube-*", "kube-"],
	"a star at the beginning": ["*-system", "kube-system"],
	"a star in the middle": ["team-*-prod", "team-a-prod"],
	"several stars": ["*-team-*", "my-team-a"],
	"dots beside a star": ["*.example.com", "a.b.example.com"],
	"slashes under several stars": ["*token*", "https://example.com/token/x"],
	"line feeds under several stars": ["*a*", "x\na\nx"],
	"dots beside several stars": ["*.a.*", "x.a.y"],
}

_not_fitting := {
	"another text": ["shop", "shops"],
	"another case": ["shop", "Shop"],
	"an end too many": ["kube-*", "my-kube-system"],
	"a beginning too many": ["*-system", "kube-systems"],
	"ends that overlap": ["aba*aba", "ababa"],
	"several stars in another order": ["*a*b", "b-a"],
	"a dot that stands for a letter": ["*.a.*", "x-a-y"],
	"a line behind the end": ["*a*b", "ab\n"],
	"nothing": ["", "shop"],
}

test_pattern_fits[name] if {
	some name, [pattern, text] in _fitting
	patterns.fits(pattern, text)
}

test_pattern_does_not_fit[name] if {
	some name, [pattern, text] in _not_fitting
	not patterns.fits(pattern, text)
}

test_no_pattern_fits_nothing if not patterns.any_fits([], "shop")

test_one_of_the_patterns_fits if patterns.any_fits(["a", "shop"], "shop")

_durations := {
	"": 0,
	"90": 90,
	"45s": 45,
	"5m": 300,
	"1h30m": 5400,
	"2d": 172800,
	"1d1h1m1s": 90061,
	"99999999": 99999999,
	"999999d": 315360000,
}

test_duration_in_seconds[text] if {
	some text, seconds in _durations
	durations.seconds(text) == seconds
}

test_duration_is_well_formed[text] if {
	some text, _ in object.remove(_durations, [""])
	regex.match(durations.form, text)
}

test_duration_is_refused[text] if {
	some text in ["0", "05m", "5 m", "-5m", "5w", "m", "1.5h", "5m\n", "1h30", "1h1h1h1h1h"]
	not regex.match(durations.form, text)
}

test_full_name_of_a_core_resource if {
	requests.full_name({"group": "", "resource": "pods", "subresource": ""}) == "pods"
}

test_full_name_with_group_and_subresource if {
	requests.full_name({"group": "apps", "resource": "deployments", "subresource": "scale"}) == "deployments.apps/scale"
}

test_no_full_name_for_a_smuggled_subresource if {
	not requests.full_name({"group": "", "resource": "pods/exec", "subresource": ""})
}

_pods := {"verb": "list", "group": "", "resource": "pods", "subresource": "", "scope": "Namespaced", "namespace": ""}

test_only_lists_are_wide if {
	requests.is_wide(_pods)
	not requests.is_wide(object.union(_pods, {"verb": "get"}))
	not requests.is_wide(object.union(_pods, {"namespace": "shop"}))
	not requests.is_wide(object.union(_pods, {"scope": "Cluster"}))
}

test_words_of_a_request_without_a_namespace if {
	requests.words(object.union(_pods, {"scope": "Cluster", "resource": "nodes"})) == "list nodes"
}

test_a_rule_without_metadata_still_gives_a_reason if {
	reasons.of({}, "x") == {
		"code": "unnamed",
		"message": "Refused by a rule without a title.",
		"remedy": "Ask the operator: the policy names no remedy.",
		"subject": "x",
		"risk": "medium",
		"firm": false,
	}
}

test_grants_are_joined if {
	grants.scope(_pods) == ["shop", "team-*"] with data.config.grants as [
		{"verbs": ["list"], "apiGroups": [""], "resources": ["pods"], "namespaces": ["team-*"]},
		{"verbs": ["list"], "apiGroups": [""], "resources": ["*"], "namespaces": ["shop"]},
		{"verbs": ["get"], "apiGroups": [""], "resources": ["pods"], "namespaces": ["other"]},
	]
}

test_default_namespaces_are_open[name] if {
	some name in ["default", "shop", "kube", "a", "0"]
	namespaces.open(name)
}

test_default_namespaces_are_closed[name] if {
	some name in ["kube-system", "kube-public", "kube-node-lease", "", "-a", "a-", "A", "a.b", "a b"]
	not namespaces.open(name)
}

test_arguments_are_closed_to_control_characters if {
	every schema in [arguments.kind, arguments.name, arguments.namespace(""), arguments.selector(""), arguments.cursor] {
		not regex.match(schema.pattern, "a\u0007b")
		not regex.match(schema.pattern, "a\nb")
		schema.maxLength > 0
	}
	not regex.match(arguments.fields.items.pattern, "a\u0000")
}

test_a_missing_text_argument_is_empty if arguments.text({}, "namespace") == ""

test_a_number_has_bounds if {
	arguments.number("Rows.", 1, 9) == {"type": "integer", "description": "Rows.", "minimum": 1, "maximum": 9}
}

test_a_kind_as_a_name if spread.path_name("apps/v1/Deployment") == "apps~v1~Deployment"
