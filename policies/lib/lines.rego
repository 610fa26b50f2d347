# METADATA
# title: Lines
# description: >-
#   Single words out of lines of logs: a host, a variable, a path. Each is found by its form, the first form that fits.
#   Knows no finding.
package lib.lines

# METADATA
# title: What a line of a kind names
# description: >-
#   By what it is: {peer: "db:5432"}, {path: "/data"}. What stands on the line counts before what stands around it; what was
#   not found is not there.
words(kind, line, near) := {what: _best(what, found) |
	some [what, around] in object.get(_sought, kind, [])
	texts := array.concat([_plain(line)], [_plain(near) | around])
	found := [word | some text in texts; some word in _found(what, text)]
	count(found) > 0
}

# A name says more than the address that it was resolved to, where both are told with one port.
_best("peer", found) := named[0] if {
	regex.match(_address, found[0])
	named := [peer |
		some peer in found
		not regex.match(_address, peer)
		not startswith(peer, "localhost:")
		split(peer, ":")[1] == split(found[0], ":")[1]
	]
	count(named) > 0
} else := found[0]

_best(what, found) := found[0] if what != "peer"

_address := `^\d+\.\d+\.\d+\.\d+:\d+$`

# What lines of a kind are searched for, and whether around them, too.
_sought := object.union(
	{kind: [["peer", true]] | some kind in _with_peers},
	{
		"unresolved": [["name", true], ["resolver", false]],
		"dns": [["name", true], ["resolver", false]],
		"login": [["user", false], ["peer", true]],
		"tls_name": [["called", false], ["held", false], ["peer", true]],
		"database": [["database", false]],
		"table": [["table", false]],
		"constraint": [["column", false]],
		"forbidden": [["refusal", false]],
		"disk_full": [["path", false]],
		"read_only": [["path", false]],
		"permission": [["path", false], ["port", false]],
		"port_in_use": [["port", true]],
		"module": [["module", true]],
		"command": [["command", false]],
		"flag": [["flag", false]],
		"variable": [["variable", true]],
		"file": [["path", false]],
		"config": [["path", false], ["place", false], ["setting", true]],
		"panic": [["error", true]],
	},
)

_with_peers := [
	"refused",
	"timeout",
	"waiting",
	"connections",
	"tls_expired",
	"tls_unknown",
	"tls_name",
	"tls_plain",
	"rejected",
	"starting",
	"failing",
]

_found("peer", text) := [_joined(peer) | some peer in _peers(text)]

_found("variable", text) := [word | some word in _all(text, _forms.variable); not word in _levels]

_found("refusal", text) := [{
	"account": found[1],
	"verb": found[2],
	"resource": concat(".", [part | some part in [found[3], found[4]]; part != ""]),
	"place": found[5],
} |
	some found in regex.find_all_string_submatch_n(_refusal, text, 1)
]

_found(what, text) := _all(text, _forms[what]) if not what in {"peer", "variable", "refusal"}

_refusal := `[Uu]ser "([^"\s]+)" cannot (\w+) resource "([^"\s]+)" in API group "([^"\s]*)"(?: in the namespace "([^"\s]+)")?`

_joined([host, port]) := host if port == ""

else := concat(":", [host, port])

# The last of a form: the address of whoever asks stands before the one that was asked.
_peers(text) := [peer |
	some form in _peer_forms
	found := regex.find_all_string_submatch_n(form, text, -1)
	count(found) > 0
	[host, port] := array.slice(found[count(found) - 1], 1, 3)
	peer := [trim(host, "[]"), port]
	_is_host(peer[0])
	not _is_word(form, peer)
]

_peer_forms := [
	`(?i)econnrefused ([^\s,:"']+|\[[0-9a-f:]+\]):(\d+)`,
	`(?i)dial (?:tcp|udp)[46]? ([^\s:"']+|\[[0-9a-f:]+\]):(\d+)`,
	`->([^\s:"']+|\[[0-9a-f:]+\]):(\d+)`,
	`(?i)server at "([^"\s]+)"[^"]{0,60}?, port (\d+)`,
	`(?i)host "([^"\s]+)"[^"]{0,80}? port (\d+)`,
	`(?i)host='([^'\s]+)', port=(\d+)`,
	`(?i)connect to ([A-Za-z0-9.-]+) port (\d+)`,
	`(?i)connection to ([A-Za-z0-9.-]+):(\d+) refused`,
	`(?i)mysql server on '([^':\s]+):?(\d*)`,
	`(?i)refused: ([A-Za-z0-9.-]+)/[0-9.]*:(\d+)`,
	`(?i)connecting to ([A-Za-z0-9.-]+):(\d+)`,
	`([A-Za-z0-9.-]+)/[0-9.]+:(\d+)`,
	`://(?:[^@/\s]*@)?([A-Za-z0-9.-]+):?(\d*)`,
	`(?:^|[^A-Za-z0-9_.:/@\[-]|://|@|/)([A-Za-z][A-Za-z0-9.-]*|\d+\.\d+\.\d+\.\d+):(\d{2,5})(?:[^0-9A-Za-z]|$)`,
	`(?i)address: '([^'\s]+)',?\s+port: (\d+)`,
	`(?i)(?:waiting for|wait for|reach|connect to|connection to|connecting to|host) "?'?([a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*)"?'?(?:[\s,.:]|$)()`,
]

_is_host(host) if {
	regex.match(`^([A-Za-z0-9_.-]{1,120}|[0-9a-f:]+)$`, host)
	not regex.match(`^[0-9]+$|^[0-9-]+T[0-9]+$|\.(go|py|js|mjs|cjs|ts|java|rb|rs|php|c|cc|cpp|kt|ex|scala|cs|conf|ya?ml|json)$`, host)
	not lower(host) in _no_hosts
}

# In forms that anything may have, these are a host only with a port that a server may have: db:5432, and not db:12.
_is_word(form, [host, port]) if {
	lower(host) in {"database", "db", "server"}
	count(port) < 3
	form in _loose
}

_loose := array.slice(_peer_forms, count(_peer_forms) - 3, count(_peer_forms))

# Words that stand in front of a number, and are no host.
_no_hosts := {
	"the",
	"a",
	"an",
	"port",
	"error",
	"errno",
	"code",
	"line",
	"pid",
	"tid",
	"id",
	"status",
	"exit",
	"col",
	"column",
	"row",
	"worker",
	"thread",
	"uid",
	"gid",
	"ts",
	"time",
	"level",
	"0.0.0.0",
	"redacted",
	"connection",
	"host",
	"upstream",
	"it",
	"its",
	"to",
}

_levels := {"ERROR", "FATAL", "WARN", "WARNING", "INFO", "PANIC", "CRITICAL", "DEBUG"}

_forms := {
	"column": [
		`(?i)column ["'\\]*([a-z0-9_.]+)["'\\]* (?:of relation|cannot be null|contains null)`,
		`(?i)constraint ["'\\]*([a-z0-9_.]+)`,
		`(?i)constraint failed: ([a-z0-9_.]+)`,
		`(?i)for key ["'\\]*([a-z0-9_.]+)`,
	],
	"called": [
		`certificate is (?:not )?valid for [^"\\]*?, not ([A-Za-z0-9.*:-]*[A-Za-z0-9])`,
		`cannot validate certificate for ([A-Za-z0-9.:-]*[A-Za-z0-9])`,
		`Host: ([A-Za-z0-9.-]*[A-Za-z0-9])\.? is not`,
		`(?i)hostname,? ["']([a-z0-9.-]+)["'] doesn't match`,
		`(?i)certificate is not valid for ["']([a-z0-9.-]+)["']`,
		`(?i)name matching ([a-z0-9.-]*[a-z0-9]) found`,
	],
	"held": [
		`certificate is valid for ([A-Za-z0-9.*-]*[A-Za-z0-9])`,
		`altnames: DNS:([A-Za-z0-9.*-]*[A-Za-z0-9])`,
		`doesn't match (?:either of )?["']([A-Za-z0-9.*-]+)["']`,
	],
	"name": [
		`(?i)"(?:host|hostname|server|peer|addr|address)" ?: ?"([a-z0-9][a-z0-9._-]+)`,
		`(?i)lookup ([a-z0-9][a-z0-9._-]*)`,
		`(?:ENOTFOUND|EAI_AGAIN) ([A-Za-z0-9][A-Za-z0-9._-]*)`,
		`(?i)host ?name:? ["'(]*([a-z0-9][a-z0-9._-]*)`,
		`(?i)unknownhostexception: ([a-z0-9][a-z0-9._-]*)`,
		`(?i)host='([a-z0-9][a-z0-9._-]*)'`,
		`(?i)bad address '([a-z0-9][a-z0-9._-]*)'`,
		`(?i)(?:unknown mysql server host|unknown host:?|host not found in upstream) ["'(]*([a-z0-9][a-z0-9._-]*)`,
		`(?i)connecting to ([a-z0-9][a-z0-9._-]*):\d+`,
		`(?i)resolve:? (?:host(?:name)?:? )?(?:address )?(?:for )?["'(]*([a-z0-9][a-z0-9._-]*)`,
		`://(?:[^@/\s]*@)?([a-z0-9][a-z0-9.-]*)`,
		`["']([a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*)["']`,
		`([a-z][a-z0-9.-]*):\d{2,5}`,
	],
	"path": [
		`(?i)(?:open|stat|lstat|mkdir|unlink|access|rename|scandir|readdir|chmod|chown|exec|fork/exec) ["'\\]*([^\s:"',\\]*[/.][^\s:"',\\]*)`,
		`(?i)["']?([/.A-Za-z0-9_@+-]*[/.][^\s:"',()=]*)["']?\)?[:,]? *\(?(?:cannot open[^:]*: |cannot create [^:]*: )?(?:permission denied|no such file|read-only file system|operation not permitted|is not writable|does not exist|not found|not writable|no space left)`,
		`["'](/[^/"'\s][^"'\s]*)["']`,
		`(?i)(?:directory|denied|system|permitted|eacces|enoent|device|exception|file)[^/"']*["']?(/[^/\s"',:)][^\s"',:)]*)`,
		`(?:^|[\s=("'])(/[A-Za-z0-9._][A-Za-z0-9._/@+-]*)`,
		`["']([A-Za-z0-9_./-]+\.[a-z]{2,5})["']`,
	],
	"variable": [
		`(?i:environment variables?|env(?:ironment)? var(?:iable)?s?|env|missing)[^A-Z]{0,40}\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\b`,
		`KeyError: '([A-Z][A-Z0-9_]+)'`,
		`required key ([A-Z][A-Z0-9_]+) missing`,
		`\b([A-Z][A-Z0-9_]{2,}):? (?:environment variable|env var|is not |not set|must be|is required|is missing|is undefined|missing|cannot be empty|unbound variable|parameter)`,
		`(?:must specify|specify|set|setting) ([A-Z][A-Z0-9]*_[A-Z0-9_]+)`,
		`placeholder '([A-Za-z0-9._-]+)`,
		`\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\b`,
	],
	"place": [
		`(?i)line:? (\d+)`,
		`\.(?:conf|cfg|ya?ml|json|toml|ini|xml|properties|hcl):(\d+)`,
	],
	"resolver": [
		` on ([0-9.]+:53)`, `->([0-9.]+:53)`, `(?i)dns server ([0-9.]+)`,
	],
	"user": [
		`(?i)(?:user|role|username|account)[ =:]*["'\\]+([A-Za-z0-9_.@-]+)`,
		`(?i)(?:username|user|login)[=:] ?([A-Za-z0-9_.@-]+)`,
		`(?i)for (?:user|role) ([A-Za-z0-9_.@-]+)`,
	],
	"database": [
		`(?i)database ["'\\]*([A-Za-z0-9_.-]+)`,
	],
	"table": [
		`(?i)(?:relation|table):? ["'\\]*([A-Za-z0-9_.-]+)`,
	],
	"module": [
		`(?i)no module named ['"]?([A-Za-z0-9_.-]+)`,
		`(?i)cannot find (?:module|package) ['"]([^'"\s]+)`,
		`ClassNotFoundException: ([A-Za-z0-9_.$/]+)`,
		`NoClassDefFoundError: ([A-Za-z0-9_.$/]+)`,
		`main class ([A-Za-z0-9_.$/]+)`,
		`jarfile ([^\s"']+)`,
		`(?i)shared librar(?:y|ies):? ([^\s:"']+)`,
		`load such file -- ([^\s"']+)`,
		`(?i)assembly ['"]([^'",\s]+)`,
		`(?i)import name ['"]([^'"\s]+)`,
		`UnsupportedClassVersionError: ([A-Za-z0-9_.$/]+)`,
	],
	"command": [
		`exec: "([^"\s]+)"`,
		`(?:^|[\s:])([A-Za-z0-9_./-]*[A-Za-z_][A-Za-z0-9_./-]*): (?:command )?not found`,
		`(?i)not found: ([A-Za-z0-9_./-]+)`,
	],
	"port": [
		`(?i)(?:in use|eaddrinuse|denied|eacces|bind to address)[^0-9]*(?:[0-9a-f.*]*(?:::)?\]?:)(\d{1,5})\b`,
		`(?i)(?:listen|bind|binding|bound)[^0-9]*(?:[0-9a-f.*]*(?:::)?\]?:)(\d{1,5})\b`,
		`(?i)port[ =:]+(\d{1,5})\b`,
		`[0-9.*\]]:(\d{1,5})\b`,
		`:(\d{2,5})(?:[^0-9:]|$)`,
	],
	"flag": [
		`(?:^|[\s:'"=(\x60])(--?[A-Za-z0-9][A-Za-z0-9_-]*)`,
		`(?i)(?:option|command|argument|flag)s?:? ["'\x60\\]*([A-Za-z0-9+:_-]+)`,
	],
	"setting": [
		`(?i)(?:configuration|config|property|key|setting|option|field|directive|parameter|variable|section)s? ["'\x60]([A-Za-z0-9_.-]+)["'\x60]`,
		`>>> '([A-Za-z0-9_.-]+)`,
	],
	"error": [
		`\b([A-Za-z_][A-Za-z0-9_.]*(?:Error|Exception|Panic|Fault))\b`, `(?i)\b(panic|sigsegv)`,
	],
}

_all(text, forms) := [found[0][1] |
	some form in forms
	found := regex.find_all_string_submatch_n(form, text, 1)
	count(found) > 0
]

# A line of JSON has its quotes escaped.
_plain(line) := strings.replace_n({`\"`: `"`, `\t`: " ", `\n`: " "}, line)
