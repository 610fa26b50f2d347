# METADATA
# title: Arguments
# description: >-
#   The words that the cards of tools share, and how plans read them. Bounds here keep hostile text out (patterns allow
#   printable ASCII, which is all that Kubernetes names are made of); what is allowed is the guards' matter.
package lib.arguments

# METADATA
# title: Hints of a tool that only reads
reading := {"readOnly": true, "destructive": false, "idempotent": true, "openWorld": false}

# METADATA
# title: Argument kind
kind := {
	"type": "string",
	"description": "Kind, plural or short name, e.g. deploy, deployments.apps, apps/v1/Deployment.",
	"minLength": 1,
	"maxLength": 253,
	"pattern": "^[A-Za-z0-9./-]+$",
}

# METADATA
# title: Argument name
name := {"type": "string", "minLength": 1, "maxLength": 253, "pattern": "^[!-.0-~]+$"}

# METADATA
# title: Argument namespace
namespace(description) := {
	"type": "string",
	"description": description,
	"maxLength": 63,
	"pattern": "^[ -~]*$",
}

# METADATA
# title: Argument labelSelector or fieldSelector
selector(description) := {
	"type": "string",
	"description": description,
	"maxLength": 1024,
	"pattern": "^[ -~]*$",
}

# METADATA
# title: Argument fields
fields := {
	"type": "array",
	"description": "Only these paths, e.g. spec.containers[*].image.",
	"maxItems": 32,
	"items": {"type": "string", "maxLength": 256, "pattern": "^[ -~]+$"},
}

# METADATA
# title: Argument continue
cursor := {
	"type": "string",
	"description": "From an earlier answer.",
	"maxLength": 4200,
	"pattern": "^[A-Za-z0-9+/=_~.-]*$",
}

# METADATA
# title: A whole number between two bounds
number(description, least, most) := {
	"type": "integer",
	"description": description,
	"minimum": least,
	"maximum": most,
}

# METADATA
# title: A text argument, "" when it was not given
text(arguments, key) := object.get(arguments, key, "")
