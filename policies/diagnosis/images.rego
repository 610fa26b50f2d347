# METADATA
# title: "Diagnosis: images"
# description: Images that do not come onto a node, and what the registry or the kubelet says of it.
# schemas:
#   - input: schema.planning
#   - data.config: schema.config
package diagnosis.images

import data.lib.containers
import data.lib.earlier
import data.lib.findings
import data.lib.related
import data.lib.seen

# METADATA
# title: The revisions before, one of which may have an image that exists
asks contains earlier.ask(failed.one.pod) if some failed in _failed

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: image {image} does not exist in its registry ({reason})."
# description: The registry answers, and has no such tag or digest.
# custom:
#   code: image_missing
#   stage: image
#   weight: 90
#   remedy: "Set an image that exists, or push this one{back}.{elsewhere}"
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "missing"
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: the registry gives out no image {image}: its repository does not exist, or may be read only with credentials ({reason}); {secrets}."
# description: Registries give one answer to both, lest they tell what they hold.
# custom:
#   code: image_denied
#   stage: image
#   weight: 90
#   remedy: "Check how the repository is spelt, and that imagePullSecrets of the pod may read it{back}.{elsewhere}"
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "denied"
	not _missing_secret(failed.one)
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: the registry does not let the kubelet pull image {image} ({reason}, unauthorized); {secrets}."
# description: The registry asks for credentials, and there are none, or it does not take them.
# custom:
#   code: image_unauthorized
#   stage: image
#   weight: 90
#   remedy: "Have a person set imagePullSecrets that this registry takes, in the namespace of the pod; expired ones are to be made anew.{elsewhere}"
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "unauthorized"
	not _missing_secret(failed.one)
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: its imagePullSecret {secret} does not exist in its namespace, and the registry does not give out image {image} without credentials ({reason}, FailedToRetrieveImagePullSecret)."
# description: A pull secret that is missing is passed over, and the image pulled without it.
# custom:
#   code: image_pull_secret_missing
#   stage: image
#   weight: 90
#   remedy: Have a person create Secret {secret} in the namespace of the pod, or correct its name in imagePullSecrets.
finding contains findings.of(rego.metadata.rule(), object.union(about, {
	"values": object.union(about.values, {"secret": missing.secret}),
	"evidence": array.concat([findings.event(missing.event)], about.evidence),
})) if {
	some failed in _failed
	failed.how in {"denied", "unauthorized"}
	missing := _missing_secret(failed.one)
	about := _about(failed)
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: the name of the registry of image {image} does not resolve: no such host {host} ({reason})."
# description: The node asks its DNS for the registry, and gets no address.
# custom:
#   code: image_registry_unknown
#   stage: image
#   weight: 85
#   remedy: "Correct the host in the image, or the DNS of the nodes{back}.{elsewhere}"
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "host"
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: the registry of image {image} cannot be reached at {address}: {trouble} ({reason})."
# description: The node gets no connection to the registry, or to a proxy before it.
# custom:
#   code: image_registry_unreachable
#   stage: image
#   weight: 85
#   remedy: "Check that the registry runs, and that nodes reach it (firewall, proxy, port).{elsewhere}"
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "unreachable"
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: the TLS certificate of registry {host} {trouble}, so image {image} is not pulled ({reason}, x509)."
# description: The container runtime of the node does not trust the registry.
# custom:
#   code: image_registry_certificate
#   stage: image
#   weight: 85
#   remedy: "Have a person give the nodes the authority of the registry, or renew its certificate.{elsewhere}"
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "certificate"
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: registry {host} speaks HTTP where the node expects HTTPS, so image {image} is not pulled ({reason})."
# description: A registry without TLS must be named to the container runtime as such.
# custom:
#   code: image_registry_plain
#   stage: image
#   weight: 85
#   remedy: "Give the registry TLS, or have a person name it as insecure to the container runtime of the nodes.{elsewhere}"
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "plain"
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: registry {host} refuses image {image} for now, as too many images were pulled (toomanyrequests); {secrets}."
# description: Registries count pulls by address, or by account.
# custom:
#   code: image_rate_limit
#   stage: image
#   weight: 85
#   remedy: "Wait until the limit is reset, pull with an account (imagePullSecrets), or use a mirror.{elsewhere}"
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "limit"
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: registry {host} answers with an error of its own, so image {image} is not pulled ({reason})."
# description: The registry, or what stands in front of it, does not work.
# custom:
#   code: image_registry_error
#   stage: image
#   weight: 80
#   remedy: "Look at the registry; the kubelet tries again by itself.{elsewhere}"
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "broken"
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: image {image} is not made for the platform of Node {node} (no match for platform in manifest)."
# description: An image of several platforms has none for the operating system and architecture of this node.
# custom:
#   code: image_platform
#   stage: image
#   weight: 90
#   remedy: "Build the image for this platform too, or keep the pod on nodes that fit (nodeSelector kubernetes.io/arch){back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "platform"
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: Node {node} has no space left for image {image} ({reason}, no space left on device)."
# description: The disk that keeps images on the node is full.
# custom:
#   code: image_disk_full
#   stage: image
#   weight: 85
#   remedy: "Have a person free the disk of Node {node}, or take it out of service (cordon)."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "disk"
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: \"{image}\" is no name of an image (InvalidImageName)."
# description: Names of images are lower case, with at most one tag.
# custom:
#   code: image_name_invalid
#   stage: image
#   weight: 90
#   remedy: "Correct how the image is written{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "name"
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: {image} names no registry, and the container runtime of Node {node} does not know which one is meant (short name)."
# description: Some container runtimes take only images that name their registry.
# custom:
#   code: image_short_name
#   stage: image
#   weight: 90
#   remedy: "Write the image with its registry{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "short"
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: image {image} is not on Node {node}, and imagePullPolicy Never forbids to pull it (ErrImageNeverPull)."
# description: Never takes only what the node holds already.
# custom:
#   code: image_never_pulled
#   stage: image
#   weight: 90
#   remedy: "Set imagePullPolicy to IfNotPresent, or have a person load the image onto the node{back}."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "never"
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: image {image} has no signature that the node accepts (SignatureValidationFailed)."
# description: The container runtime takes signed images only.
# custom:
#   code: image_signature
#   stage: image
#   weight: 85
#   remedy: "Have a person sign the image, or correct the rules for signatures."
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "signature"
}

# METADATA
# title: "{role} {container} of {owner} cannot start{where}: image {image} is not pulled ({reason})."
# description: What the kubelet says fits nothing that is known here, or was not seen.
# custom:
#   code: image_pull_failed
#   stage: image
#   weight: 60
#   remedy: "Look at the events of the pod after its next try; check that the image exists and may be read{back}.{elsewhere}"
finding contains findings.of(rego.metadata.rule(), _about(failed)) if {
	some failed in _failed
	failed.how == "other"
}

# METADATA
# title: "{role} {container} of {owner} has waited {minutes} minutes for image {image} (Pulling)."
# description: Large images, slow registries and pulls that wait for others take long.
# custom:
#   code: image_slow
#   stage: image
#   weight: 50
#   remedy: Wait, or look whether the registry and the network of Node {node} are slow; smaller images come faster.
finding contains findings.of(rego.metadata.rule(), {
	"object": one.pod,
	"container": one.name,
	"values": {"image": one.spec.image, "node": _node(one)},
	"words": {"role": one.role, "minutes": $"{round(seen.ago(event.last) * 0.0166667)}"},
	"evidence": [findings.event(event)],
}) if {
	some one in containers.all
	one.waiting.reason in {"ContainerCreating", "PodInitializing"}
	event := _pulling(one)
	seen.lasting(event.last)
}

# What the kubelet says of an image that it cannot get.
_reasons := {
	"ErrImagePull",
	"ImagePullBackOff",
	"ErrImageNeverPull",
	"InvalidImageName",
	"ImageInspectError",
	"RegistryUnavailable",
	"SignatureValidationFailed",
}

_failed := [{"one": one, "text": text, "how": _how(one.waiting.reason, lower(text))} |
	some one in containers.all
	one.waiting.reason in _reasons
	not one.pod.metadata.deletionTimestamp
	text := _without_image(one)
]

# An image may be called anything, even "not found".
_without_image(one) := strings.replace_n({one.spec.image: ""}, _text(one))

_text(one) := one.waiting.message if _is_telling(one)

else := _pulls(one)[0].message if count(_pulls(one)) > 0

else := ""

# It says more than that it waits.
_is_telling(one) if not regex.match(`^(Back-off pulling image "[^"]*"\.?)?$`, one.waiting.message)

# The latest comes first.
_pulls(one) := array.reverse([event |
	some event in seen.events_of(one.pod)
	event.reason == "Failed"
	event.container in {one.name, ""}
	startswith(event.message, "Failed to pull image")
	contains(event.message, one.spec.image)
])

_how("InvalidImageName", _) := "name"

_how("ErrImageNeverPull", _) := "never"

_how("SignatureValidationFailed", _) := "signature"

_how(reason, text) := array.concat(_told(text), ["other"])[0] if {
	not reason in {"InvalidImageName", "ErrImageNeverPull", "SignatureValidationFailed"}
}

_told(text) := [how |
	some [how, words] in _vocabulary
	some word in words
	contains(text, word)
]

# Words of container runtimes and registries. The first that fit tell most.
_vocabulary := [
	["disk", ["no space left on device", "disk quota exceeded"]],
	["platform", [
		"no match for platform",
		"no matching manifest for",
		"no image found in manifest list for",
		"cannot be used on this platform",
	]],
	["limit", ["toomanyrequests", "too many requests", "rate limit"]],
	["short", ["short-name", "short name"]],
	["certificate", ["x509", "certificate"]],
	["plain", ["server gave http response to https client"]],
	["unreachable", ["proxyconnect"]],
	["host", ["no such host", "server misbehaving", "name resolution", "name or service not known"]],
	["denied", [
		"pull access denied",
		"requested access to the resource is denied",
		"insufficient_scope",
		"repository does not exist",
		"name unknown",
		"may not exist",
	]],
	["unauthorized", [
		"unauthorized",
		"forbidden",
		"no basic auth credentials",
		"authentication required",
		"authorization failed",
		"denied",
	]],
	["missing", ["not found", "manifest unknown", "no such image"]],
	["unreachable", [entry[0] | some entry in _troubles]],
	["broken", ["unexpected status", "internal server error", "bad gateway", "service unavailable", "gateway time"]],
]

# What a connection says when it fails, and what that is in words.
_troubles := [
	["proxyconnect", "the proxy on the way there does not answer"],
	["connection refused", "the connection is refused"],
	["i/o timeout", "no answer (i/o timeout)"],
	["no route to host", "no route to host"],
	["network is unreachable", "the network is unreachable"],
	["tls handshake timeout", "no answer (TLS handshake timeout)"],
	["connection reset", "the connection is reset"],
	["deadline exceeded", "no answer in time (deadline exceeded)"],
	["client.timeout", "no answer in time"],
	["eof", "the connection is cut off"],
]

# What a certificate says when it is not accepted.
_distrusts := [
	["unknown authority", "is signed by an authority that the node does not know"],
	["has expired", "has expired or is not valid yet"],
	["is valid for", "is for another name"],
	["ip sans", "is for another name"],
	["", "is not accepted"],
]

_trouble("certificate", text) := [words | some [word, words] in _distrusts; contains(text, word)][0]

_trouble("unreachable", text) := [words | some [word, words] in _troubles; contains(text, word)][0]

_trouble(how, _) := "" if not how in {"certificate", "unreachable"}

_about({"one": one, "text": text, "how": how}) := {
	"object": one.pod,
	"container": one.name,
	"fold": one.spec.image,
	"values": {
		"image": one.spec.image,
		"reason": one.waiting.reason,
		"host": _host(one, text),
		"address": _address(one, text),
		"node": _node(one),
	},
	"words": {
		"role": one.role,
		"where": _where(one),
		"elsewhere": _elsewhere(one),
		"secrets": _secrets(one.pod),
		"trouble": _trouble(how, lower(text)),
		"back": _back(one).words,
	},
	"evidence": _evidence(one),
	"next": _back(one).next,
}

_node(one) := object.get(one.pod, ["spec", "nodeName"], "unknown")

# The host that was looked up, which may be that of who gives out tokens; else that of the image.
_host(one, text) := regex.find_all_string_submatch_n(`lookup ([A-Za-z0-9.-]+)`, text, 1)[0][1] if contains(text, "lookup ")

else := regex.find_all_string_submatch_n(`https?://([A-Za-z0-9.:-]+)`, text, 1)[0][1] if contains(text, "://")

else := _registry(one.spec.image)

_registry(image) := first if {
	first := split(image, "/")[0]
	first != image
	regex.match(`[.:]|^localhost$`, first)
}

else := "docker.io"

_address(one, text) := trim_right(found[0][1], ":") if {
	found := regex.find_all_string_submatch_n(`dial tcp ([0-9A-Fa-f.:\[\]]+)`, text, 1)
	count(found) > 0
}

else := _registry(one.spec.image)

_secrets(pod) := concat("", ["its imagePullSecrets are ", findings.word(names)]) if {
	names := _pull_secrets(pod)
	count(names) > 0
}

else := "no imagePullSecrets are set"

_pull_secrets(pod) := [secret.name | some secret in object.get(pod, ["spec", "imagePullSecrets"], [])]

# Which of its pull secrets the kubelet misses.
_missing_secret(one) := [{"secret": secret, "event": event} |
	some event in array.reverse(seen.events_of(one.pod))
	event.reason == "FailedToRetrieveImagePullSecret"
	some secret in _pull_secrets(one.pod)
	secret in split(regex.find_all_string_submatch_n(`\(([^)]*)\)`, event.message, 1)[0][1], ", ")
][0]

# The node, when only pods of one node lack an image that others run.
_where(one) := concat("", [" on Node ", findings.word(_node(one))]) if _alone(one)

else := ""

_elsewhere(one) := " Other nodes run this image: they hold it already, or reach what this node does not." if _alone(one)

else := ""

_alone(one) if {
	nodes := {_node(failed.one) | some failed in _failed; _is_same(failed.one, one)}
	count(nodes) == 1
	some other in containers.all
	_is_same(other, one)
	other.running.startedAt
	not _node(other) in nodes
}

_is_same(other, one) if {
	other.name == one.name
	other.spec.image == one.spec.image
	related.root(seen.key_of(other.pod)) == related.root(seen.key_of(one.pod))
}

# The way back: to the latest revision that had another image.
_back(one) := {"words": words, "next": earlier.back(before)} if {
	before := [before | some before in earlier.before(one.pod); earlier.container(before, one.name).image != one.spec.image][0]
	image := findings.word(earlier.container(before, one.name).image)
	words := concat("", [$", or roll back to revision {before.revision}, which had ", image])
}

else := {"words": "", "next": null}

# What was said, then where.
_evidence(one) := array.concat(_saying(one), [findings.field(one.pod, path, value) |
	some [path, value] in [
		[concat(".", [one.path, "state.waiting.reason"]), one.waiting.reason],
		["spec.nodeName", _node(one)],
		["spec.imagePullSecrets", _pull_secrets(one.pod)],
	]
	not value in ["unknown", []]
])

_saying(one) := [findings.field(one.pod, path, findings.ends(one.waiting.message))] if {
	path := concat(".", [one.path, "state.waiting.message"])
	_is_telling(one)
}

else := [findings.event(object.union(event, {"message": findings.ends(event.message)})) |
	some event in array.slice(_pulls(one), 0, 1)
]

# A pull that began and has not ended.
_pulling(one) := event if {
	last := array.reverse([event |
		some event in seen.events_of(one.pod)
		event.container == one.name
		event.reason in {"Pulling", "Pulled", "Failed"}
	])[0]
	last.reason == "Pulling"
	event := last
}
