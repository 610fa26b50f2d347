# METADATA
# title: "Tool: approvals"
# description: What this subject asked for, what waits for a person, and what was decided.
# schemas:
#   - input: schema.planning
package tools.approvals

import data.lib.arguments

# METADATA
# title: What tools/list shows
card := {
	"title": "Approvals",
	"description": "Lists your own changes that wait for approval or were decided.",
	"arguments": {
		"type": "object",
		"properties": {"state": {
			"type": "string",
			"enum": ["requested", "approved", "refused", "expired", "used", "superseded"],
		}},
		"additionalProperties": false,
	},
	"hints": arguments.reading,
	"examples": [{"state": "requested"}],
}

# METADATA
# title: One list of the subject's own, newest first
plan := {"requests": [{
	"id": "approvals",
	"verb": "list",
	"kind": "approvalrequests.approvals.portcullis",
	"selector": {"fields": concat(",", array.concat([_mine], _state))},
	"options": {
		"view": "object",
		"fields": [column.path | some column in _columns],
		"sortBy": "-status.requestedAt",
	},
	"show": {"as": "table", "title": "Your approvals", "columns": _columns},
}]}

_mine := concat("=", ["spec.requester", input.subject.id])

_state := [concat("=", ["status.state", state]) | some state in [input.call.arguments.state]]

_columns := [
	{"title": "ID", "path": "metadata.name"},
	{"title": "STATE", "path": "status.state"},
	{"title": "TOOL", "path": "spec.tool"},
	{"title": "TARGET", "path": "spec.target"},
	{"title": "VOTES", "path": "status.votes"},
	{"title": "REQUESTED", "path": "status.requestedAt"},
	{"title": "EXPIRES", "path": "status.expiresAt"},
	{"title": "OUTCOME", "path": "status.outcome"},
]
