# METADATA
# title: "Tool: check"
# description: What the policy would say to a request, and why. Decides, never executes.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package tools.check

import data.lib.arguments
import data.lib.spread

# METADATA
# title: What tools/list shows
card := {
	"title": "Check a request",
	"description": "Says what the policy decides about a request, without making it.",
	"arguments": {
		"type": "object",
		"properties": {
			"verb": {
				"type": "string",
				"description": "get, list, create, patch, delete, ...",
				"maxLength": 32,
				"pattern": "^[a-z]+$",
			},
			"kind": arguments.kind,
			"name": arguments.name,
			"namespace": arguments.namespace("Omit for all."),
			"subresource": {"type": "string", "description": "e.g. log", "maxLength": 63, "pattern": "^[a-z]*$"},
			"labelSelector": arguments.selector("As in list."),
			"fieldSelector": arguments.selector("As in list."),
		},
		"required": ["verb", "kind"],
		"additionalProperties": false,
	},
	"hints": arguments.reading,
}

# METADATA
# title: One request that is only decided
plan := {
	"requests": [{
		"id": "check",
		"verb": input.call.arguments.verb,
		"kind": input.call.arguments.kind,
		"subresource": arguments.text(input.call.arguments, "subresource"),
		"namespace": arguments.text(input.call.arguments, "namespace"),
		"name": arguments.text(input.call.arguments, "name"),
		"selector": {
			"labels": arguments.text(input.call.arguments, "labelSelector"),
			"fields": arguments.text(input.call.arguments, "fieldSelector"),
		},
		"options": {"view": _view},
		"execute": false,
	}],
	"answer": true,
}

# Lists are of columns, single objects of fields: what is bound differs.
_view := "table" if input.call.arguments.verb == "list"

else := "object"

# METADATA
# title: The decision in plain words
answer := {"blocks": [{"text": concat("\n", array.concat([_head], array.concat(_because, _bound)))}]}

_decision := spread.observed(input.observations, "check")

_head := {
	"allow": "Allowed.",
	"approve": "Needs a person's approval.",
	"deny": "Refused.",
}[_decision.effect]

_because := [concat("", [reason.code, ": ", reason.message, _about(reason.subject), " What to do: ", reason.remedy]) |
	some reason in _decision.reasons
]

_about(subject) := concat("", [" (", subject, ")"]) if subject != ""

else := ""

_bound := [] if _decision.effect == "deny"

else := [_say(obligation) | some obligation in _decision.obligations; not obligation.type in _unsaid]

# A change is answered by what it changed: how much could be read besides is no matter of it.
_unsaid := [] if input.call.arguments.verb in data.config.verbs.read

else := ["fields", "limit"]

_say(bound) := $"Only these may be seen: {_list(array.concat(bound.columns, bound.paths))}." if bound.type == "fields"

_say(bound) := $"Namespaces: {_list(bound.allow)}; never: {_list(bound.deny)}." if bound.type == "scope"

_say(bound) := $"At most {bound.items} rows, {bound.lines} lines, {bound.bytes} bytes." if bound.type == "limit"

_say(bound) := $"Secrets inside texts are redacted ({bound.profile})." if bound.type == "redact"

_say(bound) := $"Classified {bound.level}." if bound.type == "classify"

_say(bound) := object.get(_words, bound.type, $"Bound by {bound.type}.") if {
	not bound.type in ["fields", "scope", "limit", "redact", "classify"]
}

_words := {
	"precondition": "Sent only if the object is unchanged.",
	"force": "Fields are taken over from whoever manages them.",
	"dryRun": "Only tried, never kept.",
}

_list(texts) := "none" if count(texts) == 0

else := concat(", ", texts)
