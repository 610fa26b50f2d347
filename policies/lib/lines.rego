# METADATA
# title: Lines
# description: >-
#   Single words out of lines of logs: a host, a variable, a path. Each is found by its form, the first form that fits;
#   what is undefined was not found. Knows no finding.
package lib.lines

# METADATA
# title: The host, and the port, that a line says was not reached
# description: "db:5432, or db where no port is named."
peer(line) := _ended(_peers(line)[0])

# The address of whoever asks is not the one that was asked.
_peers(line) := [peer |
	text := _plain(line)
	some form in _peer_forms
	found := regex.find_all_string_submatch_n(form, text, -1)
	count(found) > 0
	[host, port] := array.slice(found[count(found) - 1], 1, 3)
	peer := [trim(host, "[]"), port]
	_is_host(peer[0])
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

_ended([host, port]) := host if port == ""

else := concat(":", [host, port])

_is_host(host) if {
	regex.match(`^([A-Za-z0-9_.-]{1,120}|[0-9a-f:]+)$`, host)
	not regex.match(`^[0-9]+$|^[0-9-]+T[0-9]+$|\.(go|py|js|mjs|cjs|ts|java|rb|rs|php|c|cc|cpp|kt|ex|scala|cs|conf|ya?ml|json)$`, host)
	not lower(host) in _no_hosts
}

# Words that stand in front of a number, and are no host.
_no_hosts := {
	"the",
	"a",
	"an",
	"server",
	"port",
	"database",
	"db",
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

# METADATA
# title: The name that a line says does not resolve
name(line) := _first(line, _name_forms)

_name_forms := [
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
]

# METADATA
# title: The server of names that a line says was asked
resolver(line) := _first(line, [` on ([0-9.]+:53)`, `->([0-9.]+:53)`, `(?i)dns server ([0-9.]+)`])

# METADATA
# title: The path that a line says cannot be used
path(line) := _first(line, _path_forms)

_path_forms := [
	`(?i)(?:open|stat|lstat|mkdir|unlink|access|rename|scandir|readdir|chmod|chown|exec|fork/exec) ["'\\]*([^\s:"',\\]*[/.][^\s:"',\\]*)`,
	`(?i)["']?([/.A-Za-z0-9_@+-]*[/.][^\s:"',()=]*)["']?\)?[:,]? *\(?(?:cannot open[^:]*: )?(?:permission denied|no such file|read-only file system|operation not permitted|is not writable|does not exist|not found|not writable|no space left)`,
	`["'](/[^"'\s]+)["']`,
	`(?i)(?:directory|denied|system|permitted|eacces|enoent|device|exception|file)[^/"']*["']?(/[^\s"',:)]+)`,
	`(?:^|[\s:=("'])(/[A-Za-z0-9._/@+-]+)`,
	`["']([A-Za-z0-9_./-]+\.[a-z]{2,5})["']`,
]

# METADATA
# title: The environment variable that a line says is missing
variable(line) := [word | some word in _all(line, _variable_forms); not word in _levels][0]

_variable_forms := [
	`(?i:environment variables?|env(?:ironment)? var(?:iable)?s?|env|missing)[^A-Z]{0,40}\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\b`,
	`KeyError: '([A-Z][A-Z0-9_]+)'`,
	`required key ([A-Z][A-Z0-9_]+) missing`,
	`\b([A-Z][A-Z0-9_]{2,}):? (?:environment variable|env var|is not |not set|must be|is required|is missing|is undefined|missing|cannot be empty|unbound variable|parameter)`,
	`(?:must specify|specify|set|setting) ([A-Z][A-Z0-9]*_[A-Z0-9_]+)`,
	`placeholder '([A-Za-z0-9._-]+)`,
	`\b([A-Z][A-Z0-9]*_[A-Z0-9_]+)\b`,
]

_levels := {"ERROR", "FATAL", "WARN", "WARNING", "INFO", "PANIC", "CRITICAL", "DEBUG"}

# METADATA
# title: The account that a line says was refused
user(line) := _first(line, [`(?i)(?:user|role|username|account)[ =:]+["'\\]*([A-Za-z0-9_.@-]+)`])

# METADATA
# title: The database that a line says is not there
database(line) := _first(line, [`(?i)database ["'\\]*([A-Za-z0-9_.-]+)`])

# METADATA
# title: The table that a line says is not there
table(line) := _first(line, [`(?i)(?:relation|table):? ["'\\]*([A-Za-z0-9_.-]+)`])

# METADATA
# title: The module, class, library or archive that a line says is not there
module(line) := _first(line, [
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
])

# METADATA
# title: The command that a line says is not there
command(line) := _first(line, [
	`exec: "([^"\s]+)"`,
	`(?:^|[\s:])([A-Za-z0-9_./-]*[A-Za-z_][A-Za-z0-9_./-]*): (?:command )?not found`,
	`(?i)not found: ([A-Za-z0-9_./-]+)`,
])

# METADATA
# title: The port that a line says cannot be listened on
port(line) := _first(line, [
	`(?i)(?:in use|eaddrinuse|denied|eacces|bind to address)[^0-9]*(?:[0-9a-f.*]*(?:::)?\]?:)(\d{1,5})\b`,
	`(?i)(?:listen|bind|binding|bound)[^0-9]*(?:[0-9a-f.*]*(?:::)?\]?:)(\d{1,5})\b`,
	`(?i)port[ =:]+(\d{1,5})\b`,
	`[0-9.*\]]:(\d{1,5})\b`,
	`:(\d{2,5})(?:[^0-9:]|$)`,
])

# METADATA
# title: The flag that a line says is unknown
flag(line) := _first(line, [
	`(?:^|[\s:'"=(\x60])(--?[A-Za-z0-9][A-Za-z0-9_-]*)`,
	`(?i)(?:option|command|argument|flag)s?:? ["'\x60\\]*([A-Za-z0-9+:_-]+)`,
])

# METADATA
# title: What RBAC refused
# description: "{account, verb, resource, place}, as the API server says it."
forbidden(line) := {
	"account": found[1],
	"verb": found[2],
	"resource": concat(".", [part | some part in [found[3], found[4]]; part != ""]),
	"place": found[5],
} if {
	found := regex.find_all_string_submatch_n(_forbidden_form, _plain(line), 1)[0]
}

_forbidden_form := `[Uu]ser "([^"\s]+)" cannot (\w+) resource "([^"\s]+)" in API group "([^"\s]*)"(?: in the namespace "([^"\s]+)")?`

# METADATA
# title: The file, and the line in it, that a line says cannot be read
place(line) := concat(":", [part | some part in found; part != ""]) if {
	found := array.concat([one | one := path(line)], [one | one := _first(line, [`(?i)line (\d+)`, `\.[a-z]+:(\d+)`])])
	count(found) > 0
}

# METADATA
# title: The setting that a line says is wrong
setting(line) := _first(line, [
	`(?i)(?:configuration|config|property|key|setting|option|field|directive|parameter|variable)s? ["'\x60]([A-Za-z0-9_.-]+)["'\x60]`,
	`>>> '([A-Za-z0-9_.-]+)`,
])

# METADATA
# title: What kind of error a line names
# description: "NullPointerException, ValueError; panic."
error(line) := _first(line, [`\b([A-Za-z_][A-Za-z0-9_.]*(?:Error|Exception|Panic|Fault))\b`, `(?i)\b(panic|segmentation fault|sigsegv)`])

_first(line, forms) := _all(line, forms)[0]

_all(line, forms) := [found[0][1] |
	text := _plain(line)
	some form in forms
	found := regex.find_all_string_submatch_n(form, text, 1)
	count(found) > 0
]

# A line of JSON has its quotes escaped.
_plain(line) := strings.replace_n({`\"`: `"`, `\t`: " ", `\n`: " "}, line)
